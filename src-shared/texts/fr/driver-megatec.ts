/** What the driver of the Q* family says. */
export const driverMegatec = {
  megatec: {
    oneCell: '{{volts}}\u00a0V est la tension d’un seul élément, et l’appareil n’indique pas combien il en a',
    nak: 'L’onduleur a répondu NAK.',
    unknown: 'L’onduleur ne connaît pas cette commande.',
    answered: 'L’onduleur a répondu «\u202f{{text}}\u202f».',
    noBeeper: 'L’onduleur n’a pas indiqué si son alarme sonore est activée.',
    offDelay: 'Le délai avant la coupure de la sortie doit être compris entre 0 et {{most}}\u00a0secondes.',
    onDelay: 'Le délai avant le rétablissement de la sortie doit être compris entre 0 et {{most}}\u00a0secondes.',
    testLength: 'Un test de batterie peut durer de {{least}} à {{most}}\u00a0secondes.',
    silent: 'l’appareil ne répond pas à {{command}}',
    notKnown: 'l’appareil ne connaît pas {{command}}',
    oddAnswer: 'la réponse à {{command}} n’a pas de sens\u202f: «\u202f{{text}}\u202f»',
    noSense: 'la réponse à {{command}} n’a pas de sens',
  },
};
