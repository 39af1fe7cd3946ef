/** What the driver of SNMP agents says. */
export const driverSnmp = {
  snmp: {
    gone: 'der Agent antwortet nicht mehr dafür',
    neverThere: 'der Agent hat es nicht',
    alarmsUnnamed: 'der Agent zählt Alarme, nennt sie aber nicht',
    wholeSecondsTwice: 'Geben Sie ganze Sekunden bis aus an, und von da an bis an, etwa „30 180“.',
    wholeSecondsUpTo: 'Geben Sie ganze Sekunden bis {{most}} an, die der Ausgang aus bleiben soll.',
    argument: {
      off: 'Zeit, bis der Ausgang ausgeht',
      offAndOn: 'Zeit bis aus, und von da an bis an',
      on: 'Zeit, bis der Ausgang angeht',
      reboot: 'Zeit, die der Ausgang aus bleibt',
    },
    lostContact: 'der Agent hat den Kontakt zu seiner USV verloren: Was er antwortet, ist alt',
    noSource: 'der Agent sagt nicht, woher die Last versorgt wird',
    zeroRuntime: 'der Agent sendet 0 Minuten, obwohl er die Batterie nicht schwach nennt',
    zeroCharge: 'der Agent sendet 0\u00a0%, obwohl er die Batterie nicht schwach nennt',
    zeroVoltage: 'der Agent sendet 0\u00a0V, wie Agenten es tun, die sie nicht messen',
    zeroTemperature: 'der Agent sendet 0\u00a0°C, wie Agenten ohne Sensor es tun',
    zeroFlow: 'der Agent sendet 0, obwohl die Last nicht 0 ist, wie Agenten es tun, die es nicht messen',
    refused:
      'Der Agent hat es verweigert. Oft dürfen die Community oder der Benutzer nur lesen: Geben Sie eine an, die schreiben darf, oder erlauben Sie es auf der Karte.',
    atMost: 'Der Agent nimmt höchstens {{length}} Zeichen.',
    latin: 'Der Agent nimmt nur einfache lateinische Buchstaben.',
    notNumber: '„{{value}}“ ist keine Zahl.',
    steps: 'Der Agent zählt in Schritten von {{unit}}.',
    oneOf: 'Geben Sie eines davon an: {{values}}.',
  },
};
