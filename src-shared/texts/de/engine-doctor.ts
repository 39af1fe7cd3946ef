/** What the examination of this computer says. */
export const engineDoctor = {
  examined: {
    settings: 'Einstellungen',
    settingsWhole: 'Die Einstellungsdatei ist unversehrt.',
    history: 'Verlauf',
    historyWhole: 'Die Verlaufsdatei ist unversehrt.',
    folder: 'Datenordner',
    writable: 'In {{path}} kann geschrieben werden.',
    notWritable:
      'In {{path}} kann nicht geschrieben werden; es bliebe also nichts erhalten. Machen Sie den Ordner beschreibbar, oder setzen Sie MAINSTAY_DATA auf einen anderen.',
    rules: 'USB-Regeln',
    rulesThere: '{{folder}}/{{file}} gibt Benutzern Zugriff auf USB-USVen.',
    rulesNotNeeded: '{{file}} ist nicht installiert; als root ist sie nicht nötig.',
    rulesMissing:
      '{{file}} ist nicht installiert, daher darf nur root auf USB-USVen zugreifen. Kopieren Sie die gleichnamige Datei, die Mainstay beiliegt, dorthin und führen Sie dann aus: {{command}}.',
    hid: 'USB-USV {{place}}',
    hidReached: '{{device}} ist erreichbar.',
    serial: 'Serielle Anschlüsse',
    noSerial: 'Dieser Computer hat keine.',
    serialOpen: 'Dieses Konto kann {{names}} öffnen.',
    serialNotListed: 'Sie ließen sich nicht auflisten. {{why}}',
  },
};
