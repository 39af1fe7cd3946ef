/** What the driver of SNMP agents says. */
export const driverSnmp = {
  snmp: {
    gone: 'der Agent beantwortet dies nicht mehr',
    neverThere: 'der Agent kennt dies nicht',
    unanswered: 'der Agent antwortete nicht, als danach gefragt wurde; deshalb wird nicht wieder danach gefragt',
    alarmsUnnamed: 'der Agent zählt Alarme, nennt sie aber nicht',
    wholeSecondsTwice:
      'Geben Sie ganze Sekunden bis zum Ausschalten und von da an bis zum Einschalten an, etwa „30 180“.',
    wholeSecondsUpTo: 'Geben Sie ganze Sekunden bis {{most}} an, die der Ausgang ausgeschaltet bleiben soll.',
    argument: {
      off: 'Zeit bis zum Ausschalten des Ausgangs',
      offAndOn: 'Zeit bis zum Ausschalten und von da an bis zum Einschalten',
      on: 'Zeit bis zum Einschalten des Ausgangs',
      reboot: 'Zeit, die der Ausgang ausgeschaltet bleibt',
    },
    lostContact: 'der Agent hat den Kontakt zu seiner USV verloren: Was er antwortet, ist alt',
    noSource: 'der Agent meldet nicht, woher die Last versorgt wird',
    zeroRuntime: 'der Agent sendet 0\u00a0Minuten, obwohl er die Batterie nicht schwach nennt',
    zeroCharge: 'der Agent sendet 0\u00a0%, obwohl er die Batterie nicht schwach nennt',
    zeroVoltage: 'der Agent sendet 0\u00a0V wie alle Agenten, die sie nicht messen',
    zeroTemperature: 'der Agent sendet 0\u00a0°C wie alle Agenten ohne Sensor',
    zeroFlow: 'der Agent sendet 0, obwohl die Last nicht 0 ist, wie alle Agenten, die es nicht messen',
    refused:
      'Der Agent hat es verweigert. Oft darf die Community oder der Benutzer nur lesen: Geben Sie einen Zugang an, der schreiben darf, oder erlauben Sie es auf der Karte.',
    atMost: 'Der Agent nimmt höchstens {{length}} Zeichen an.',
    latin: 'Der Agent nimmt nur einfache lateinische Buchstaben an.',
    notNumber: '„{{value}}“ ist keine Zahl.',
    steps: 'Der Agent zählt in Schritten von {{unit}}.',
    oneOf: 'Geben Sie eines davon an: {{values}}.',
  },
};
