/** What the driver of the Q* family says. */
export const driverMegatec = {
  megatec: {
    oneCell: '{{volts}}\u00a0V hat eine einzelne Zelle, und das Gerät meldet nicht, wie viele es hat',
    nak: 'Die USV antwortete NAK.',
    unknown: 'Die USV kennt diesen Befehl nicht.',
    answered: 'Die USV antwortete „{{text}}“.',
    noBeeper: 'Die USV hat nicht gemeldet, ob ihr Signalton an ist.',
    offDelay: 'Die Verzögerung bis zum Ausschalten des Ausgangs muss zwischen 0 und {{most}}\u00a0Sekunden liegen.',
    onDelay:
      'Die Verzögerung bis zum Wiedereinschalten des Ausgangs muss zwischen 0 und {{most}}\u00a0Sekunden liegen.',
    testLength: 'Ein Batterietest kann {{least}} bis {{most}}\u00a0Sekunden dauern.',
    silent: 'das Gerät antwortet nicht auf {{command}}',
    notKnown: 'das Gerät kennt {{command}} nicht',
    oddAnswer: 'die Antwort auf {{command}} ergibt keinen Sinn: „{{text}}“',
    noSense: 'die Antwort auf {{command}} ergibt keinen Sinn',
  },
};
