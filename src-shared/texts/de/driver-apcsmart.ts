/** What the driver of APC's smart protocol says. */
export const driverApcsmart = {
  apcsmart: {
    notAvailable: 'Sie antwortete NA: zurzeit nicht verfügbar.',
    answered: 'Sie antwortete „{{text}}“.',
    already: {
      testing: 'Es läuft schon ein Test.',
      notTesting: 'Es läuft kein Test.',
      calibrating: 'Sie kalibriert schon.',
      notCalibrating: 'Sie kalibriert nicht.',
      bypassed: 'Sie ist schon im Bypass.',
      notBypassed: 'Sie ist nicht im Bypass.',
    },
    argument: 'Sekunden, die sie länger aus bleibt als ihre eigene Startverzögerung, in Schritten von 360',
    temperature: 'die Antwort ist eine Temperatur',
    uptime: 'die Antwort ist die Zeit seit dem Start',
    testsAtStart: 'sie testet sich beim Einschalten und nicht in Abständen',
    noLimit: 'keine Grenze ist gesetzt',
    unchangeable: 'Sie lässt dies nicht ändern.',
    wentThrough: 'Sie ging alle ihre Werte durch, ohne zu diesem zu kommen.',
    date: 'Geben Sie ein Datum wie 2026-02-28 an, aus diesem oder dem letzten Jahrhundert.',
    textLength:
      'Möglich sind 1 bis {{most}} Buchstaben, Ziffern und Zeichen, die kein eigenes Wort der USV sind, wie OK eines ist.',
    textNotTaken: 'Sie hat den Text nicht angenommen.',
    wholeSeconds: 'Geben Sie ganze Sekunden bis {{most}} an, etwa „{{example}}“.',
    noAlarm: 'alles ist in Ordnung',
    notInTable: '„{{code}}“ steht nicht in der Tabelle des Protokolls',
    noTest: 'in den letzten Minuten lief kein Test',
    notSaid: 'das Gerät sagt es nicht',
    na: 'das Gerät antwortet NA: Es hat das nicht',
    silent: 'das Gerät antwortet nicht auf {{key}}',
    noSense: 'die Antwort auf {{key}} ergibt keinen Sinn: „{{text}}“',
  },
};
