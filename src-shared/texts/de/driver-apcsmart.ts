/** What the driver of APC's smart protocol says. */
export const driverApcsmart = {
  apcsmart: {
    notAvailable: 'Sie antwortete NA: zurzeit nicht verfügbar.',
    answered: 'Sie antwortete „{{text}}“.',
    already: {
      testing: 'Es läuft schon ein Test.',
      notTesting: 'Es läuft kein Test.',
      calibrating: 'Die USV kalibriert schon.',
      notCalibrating: 'Die USV kalibriert nicht.',
      bypassed: 'Sie ist schon im Bypass.',
      notBypassed: 'Sie ist nicht im Bypass.',
    },
    argument: 'Sekunden, die sie über ihre eigene Startverzögerung hinaus aus bleibt, in Schritten von 360',
    temperature: 'die Antwort ist eine Temperatur',
    uptime: 'die Antwort ist die Zeit seit dem Start',
    testsAtStart: 'sie testet sich beim Einschalten und nicht in Abständen',
    noLimit: 'keine Grenze eingestellt',
    unchangeable: 'Das lässt sich bei ihr nicht ändern.',
    wentThrough: 'Sie ist alle ihre Werte durchgegangen; dieser war nicht dabei.',
    date: 'Geben Sie ein Datum wie 2026-02-28 an, aus diesem oder dem letzten Jahrhundert.',
    textLength:
      'Möglich sind 1 bis {{most}} Buchstaben, Ziffern und Zeichen, die kein Wort der USV selbst sind, wie etwa OK.',
    textNotTaken: 'Sie hat den Text nicht angenommen.',
    wholeSeconds: 'Geben Sie ganze Sekunden bis {{most}} an, etwa „{{example}}“.',
    noAlarm: 'alles ist in Ordnung',
    notInTable: '„{{code}}“ steht nicht in der Tabelle des Protokolls',
    noTest: 'in den letzten Minuten lief kein Test',
    notSaid: 'das Gerät meldet es nicht',
    na: 'das Gerät antwortet NA: Es kennt das nicht',
    silent: 'das Gerät antwortet nicht auf {{key}}',
    lostTrack:
      'die USV fand nicht in den Smart-Modus zurück, während sie gefragt wurde, wer sie ist: Gemeldet wird nur, was vorher sicher war',
    noSense: 'die Antwort auf {{key}} ergibt keinen Sinn: „{{text}}“',
  },
};
