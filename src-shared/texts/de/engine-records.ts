/** Settings, history and recordings: files that cannot be read or written, and what becomes of them. */
export const engineRecords = {
  record: {
    tooLarge: '{{file}} ist zu groß für eine Aufzeichnung.',
    notRegular:
      '{{file}} ist keine gewöhnliche Datei, sondern ein Gerät, eine Pipe oder Ähnliches, und wird daher nicht gelesen. Nennen Sie eine gewöhnliche Datei.',
    longerThan: '{{file}} ist länger als {{size}}, und so lang ist keine solche Datei; daher wird sie nicht gelesen.',
    noneInBundle:
      '{{file}} lässt sich nicht abspielen: Kein Gerät darin hat eine Aufzeichnung. Enthalten sind: {{known}}.',
    notInBundle:
      '{{file}} lässt sich nicht abspielen: Ein Gerät „{{device}}“ ist nicht darin. Enthalten sind: {{known}}.',
    noBundle: '{{file}} lässt sich nicht abspielen: Es ist kein Support-Paket ({{why}}).',
    noZip: 'es ist keine ZIP-Datei',
    emptyFolder:
      'der Ordner enthält weder eine .snmprec-Datei noch eine Austauschdatei noch eine report_descriptor.hex',
    misfit: 'die Dateien darin passen nicht zusammen',
    noRow: 'sie enthält keine Zeile der Form OID|type|value',
    noExchange: 'sie enthält keinen Austausch, weder als Zeilen mit > und < noch als Log mit send: und read:',
    noRecording: 'Es gibt keine Aufzeichnung {{path}}. Prüfen Sie den Pfad.',
    unreadable: '{{path}} lässt sich nicht lesen ({{why}}). Machen Sie es lesbar.',
    notReplayed: '{{file}} lässt sich nicht abspielen: {{why}}.',
    badRow: 'Zeile {{line}} ist keine Zeile einer .snmprec-Aufzeichnung (OID|tag|value).',
    badValue: 'Zeile {{line}} der .snmprec-Aufzeichnung hat einen Wert, der nicht vom Typ {{type}} ist.',
    noRows: 'Die Aufzeichnung enthält keine Zeilen der Form OID|tag|value.',
    unknown: {
      profile: 'Es gibt kein Profil „{{name}}“. Vorhanden sind: {{known}}.',
      scenario: 'Es gibt kein Szenario „{{name}}“. Vorhanden sind: {{known}}.',
    },
    historyUnusable:
      'Die Verlaufsdatei {{file}} ist nicht nutzbar ({{reason}}). Mainstay läuft weiter, behält den Verlauf im Arbeitsspeicher und versucht es von selbst wieder. Prüfen Sie, ob in den Ordner geschrieben werden kann, ob auf dem Datenträger Platz ist und ob kein anderes Mainstay läuft.',
    historyDamaged:
      'Die Verlaufsdatei war beschädigt ({{why}}). Sie wurde als {{keptAs}} aufbewahrt und ein neuer Verlauf begonnen; ältere Diagramme und Ereignisse sind nur in der aufbewahrten Datei.',
    empty: 'sie war leer',
    notDatabase: 'sie ist keine Datenbank',
    notHistory: 'sie ist kein Verlauf von Mainstay',
    newer: 'ein neueres Mainstay hat sie geschrieben, im Format {{format}}',
    notJson: 'sie ist kein JSON ({{why}})',
    noObject: 'sie enthält kein JSON-Objekt',
    noFormat: 'sie gibt nicht an, welche Version des Formats sie hat',
    neverFormat: 'ein Format {{format}} hat es nie gegeben',
    notMigrated: 'ihr Format {{format}} ließ sich nicht aktualisieren ({{why}})',
    unknownReason: 'Grund unbekannt',
    wholeMisfit: 'das Ganze ist nicht gültig: {{why}}',
    partMisfit: '„{{part}}“ ist nicht gültig: {{why}}',
    notTaken: 'Diese Einstellungen wurden nicht übernommen: {{why}}. Nichts wurde geändert.',
    settingsMissing: 'Die Einstellungsdatei {{file}} fehlt.',
    lastInForce:
      '{{what}} Mainstay läuft mit den zuletzt gültigen Einstellungen weiter; aus der Datei wurde nichts übernommen.',
    defaults:
      'Mainstay ist mit den Voreinstellungen gestartet: Fügen Sie Ihre USV hinzu und sehen Sie „Schutz“ noch einmal durch.',
    asBefore: 'Mainstay ist mit den Einstellungen von vor der letzten Änderung gestartet: Bitte sehen Sie sie durch.',
    settingsUnusable: 'Die Einstellungsdatei {{file}} ist nicht nutzbar: {{why}}.',
    keptAs: '{{what}} Sie wurde als {{file}} aufbewahrt.',
    settingsUnreadable:
      'Die Einstellungsdatei {{about}} lässt sich nicht lesen ({{reason}}). Sie wird nicht überschrieben.',
    settingsStuck: '{{about}} Sie lässt sich auch nicht verschieben ({{reason}}). Sie wird nicht überschrieben.',
    settingsNotWritten:
      'Die Einstellungen ließen sich nicht in {{about}} schreiben ({{reason}}). Sie gelten, gingen aber verloren, wenn Mainstay jetzt beendet würde; Mainstay versucht es von selbst wieder. Prüfen Sie den Datenträger und die Rechte dieses Ordners.',
    stoppedWithin:
      'Mainstay wurde während dieses Ausfalls beendet, vielleicht weil der Strom weg war; wie der Ausfall ausging, ist nicht bekannt.',
    unreadableParts:
      'Teile der Verlaufsdatei lassen sich nicht mehr lesen und fehlen in den Diagrammen. Vielleicht geht der Datenträger kaputt; alles andere ist erhalten.',
    historyNotWritten:
      'Der Verlauf lässt sich nicht schreiben ({{reason}}). Die Diagramme werden eine Lücke haben; Ereignisse warten im Arbeitsspeicher. Schaffen Sie Platz auf dem Datenträger von {{file}}, oder prüfen Sie, ob in die Datei geschrieben werden darf; Mainstay versucht es mit jedem Messwert erneut.',
    historyNotWrittenDropped_one:
      'Der Verlauf lässt sich nicht schreiben ({{reason}}). Die Diagramme werden eine Lücke haben; Ereignisse warten im Arbeitsspeicher. {{count}} Ereignis ging verloren. Schaffen Sie Platz auf dem Datenträger von {{file}}, oder prüfen Sie, ob in die Datei geschrieben werden darf; Mainstay versucht es mit jedem Messwert erneut.',
    historyNotWrittenDropped_other:
      'Der Verlauf lässt sich nicht schreiben ({{reason}}). Die Diagramme werden eine Lücke haben; Ereignisse warten im Arbeitsspeicher. {{count}} Ereignisse gingen verloren. Schaffen Sie Platz auf dem Datenträger von {{file}}, oder prüfen Sie, ob in die Datei geschrieben werden darf; Mainstay versucht es mit jedem Messwert erneut.',
    historyUnreadable: 'Der Verlauf lässt sich nicht lesen ({{reason}}). Vielleicht hilft es, Mainstay neu zu starten.',
    folderUnusable:
      'In den Ordner {{folder}} lässt sich nicht schreiben ({{why}}). Mainstay läuft trotzdem, mit den Einstellungen, die dort lesbar sind, sonst mit den Standardeinstellungen; bis das behoben ist, speichert es nichts und versucht es von selbst wieder. Schaffen Sie Platz auf dem Datenträger, machen Sie den Ordner beschreibbar, oder nennen Sie in MAINSTAY_DATA einen anderen.',
    folderOpen:
      'Andere dürfen in {{open}} schreiben, wo Mainstay seine Einstellungen aufbewahrt ({{folder}}). Sie könnten ändern, wie dieser Computer geschützt ist und was Mainstay ausführt. Entziehen Sie ihnen dieses Recht (chmod go-w), oder nennen Sie in MAINSTAY_DATA einen anderen Ordner.',
    inUse:
      'Ein anderes Mainstay hat {{folder}} geöffnet. Zwei zugleich würden sich gegenseitig den Verlauf verderben. Verwenden Sie das andere, beenden Sie es zuerst, oder nennen Sie in MAINSTAY_DATA einen anderen Ordner.',
    inUseBy: {
      desktop:
        'Ein anderes Mainstay, das Desktop-Programm (Prozess {{pid}}), hat {{folder}} geöffnet. Zwei zugleich würden sich gegenseitig den Verlauf verderben. Verwenden Sie das andere, beenden Sie es zuerst, oder nennen Sie in MAINSTAY_DATA einen anderen Ordner.',
      headless:
        'Ein anderes Mainstay, `mainstay serve` (Prozess {{pid}}), hat {{folder}} geöffnet. Zwei zugleich würden sich gegenseitig den Verlauf verderben. Verwenden Sie das andere, beenden Sie es zuerst, oder nennen Sie in MAINSTAY_DATA einen anderen Ordner.',
      service:
        'Ein anderes Mainstay, der Dienst von Mainstay (Prozess {{pid}}), hat {{folder}} geöffnet. Zwei zugleich würden sich gegenseitig den Verlauf verderben. Verwenden Sie das andere, beenden Sie es zuerst, oder nennen Sie in MAINSTAY_DATA einen anderen Ordner.',
    },
  },
};
