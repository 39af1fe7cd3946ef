/** What the driver of APC's Microlink says. */
export const driverApcmicrolink = {
  microlink: {
    noCommand: 'Diese USV kennt diesen Befehl nicht.',
    noPanel: 'Die USV hat nicht gemeldet, wie ihr Bedienfeld eingestellt ist.',
    authentication: {
      accepted: 'Die USV hat unsere Antwort auf ihre Abfrage angenommen.',
      notRequired: 'Die USV verlangt keine.',
      notAccepted:
        'Die USV hat unsere Antwort auf ihre Abfrage nicht angenommen. Sie verstummt nach jeder Ablesung und muss von vorn gelesen werden, was einige Sekunden dauert; Befehle nimmt sie nicht an. Trennen Sie andere Programme von ihrem Anschluss, und melden Sie dies mit dem Mitschnitt.',
      notAnswerable:
        'Die Abfrage der USV ließ sich nicht beantworten, weil ihre Seriennummer oder ihr Passwort nicht zu finden war. Sie verstummt nach jeder Ablesung und muss von vorn gelesen werden, was einige Sekunden dauert; Befehle nimmt sie nicht an. Melden Sie dies mit dem Mitschnitt.',
    },
    group: 'die Gruppe ist weder an noch aus',
    noVoltage: 'die Einstellung 0x{{setting}} ist keine einzelne Spannung',
    beeper: 'die Einstellung besagt weder an noch aus',
    bothSources: '0x{{status}} meldet Netz und Batterie zugleich',
    noSource: '0x{{status}} besagt nicht, was die Last versorgt',
    efficiency: {
      unknown: 'die USV kennt ihn nicht',
      loadTooLow: 'die Last ist zu gering, um ihn zu bestimmen',
      outputOff: 'der Ausgang ist aus',
      onBattery: 'die USV läuft auf Batterie',
      inBypass: 'die USV ist im Bypass',
      charging: 'die Batterie lädt',
      poorMains: 'das Netz ist zu schlecht',
      noBattery: 'die Batterie ist abgeklemmt',
    },
    noText: 'enthält Bytes, die kein Text sind',
    oddNumber: 'eine Zahl aus {{bytes}}\u00a0Bytes wird nicht verstanden',
    neverSet: 'nie eingestellt',
    noChoice: '{{raw}} ist keine der bekannten Möglichkeiten',
    nothingSaid: 'nichts gemeldet',
    noBit: '0x{{bytes}} enthält kein bekanntes Bit',
    notHeld: '„{{text}}“ ist keine Zahl, die die USV speichern kann.',
    date: 'Geben Sie ein Datum nach 2000-01-01 an, etwa „2026-02-28“.',
    unsettable: 'Das lässt sich nicht einstellen.',
    plain: 'Möglich sind nur einfache Buchstaben, Ziffern und Zeichen.',
  },
};
