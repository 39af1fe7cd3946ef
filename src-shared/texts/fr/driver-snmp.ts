/** What the driver of SNMP agents says. */
export const driverSnmp = {
  snmp: {
    gone: 'l’agent ne répond plus à ce sujet',
    neverThere: 'l’agent n’en dispose pas',
    unanswered: 'l’agent n’a pas répondu quand on les lui a demandées\u202f; elles ne sont plus demandées',
    alarmsUnnamed: 'l’agent compte des alarmes mais ne les nomme pas',
    wholeSecondsTwice:
      'Indiquez des nombres entiers de secondes avant la coupure, puis avant le rétablissement, comme «\u202f30 180\u202f».',
    wholeSecondsUpTo:
      'Indiquez un nombre entier de secondes jusqu’à {{most}}, pendant lesquelles la sortie reste coupée.',
    argument: {
      off: 'Temps avant la coupure de la sortie',
      offAndOn: 'Temps avant la coupure, puis avant le rétablissement',
      on: 'Temps avant le rétablissement de la sortie',
      reboot: 'Temps pendant lequel la sortie reste coupée',
    },
    lostContact: 'l’agent a perdu le contact avec son onduleur\u202f: ce qu’il répond est ancien',
    noSource: 'l’agent n’indique pas d’où la charge est alimentée',
    zeroRuntime: 'l’agent envoie 0\u00a0minute alors qu’il ne déclare pas la batterie faible',
    zeroCharge: 'l’agent envoie 0\u202f% alors qu’il ne déclare pas la batterie faible',
    zeroVoltage: 'l’agent envoie 0\u00a0V, comme le font les agents qui ne la mesurent pas',
    zeroTemperature: 'l’agent envoie 0\u00a0°C, comme le font les agents sans capteur',
    zeroFlow: 'l’agent envoie 0 alors que la charge n’est pas nulle, comme le font les agents qui ne le mesurent pas',
    refused:
      'L’agent a refusé. Souvent, la communauté ou l’utilisateur n’a que le droit de lire\u202f: indiquez un accès qui permet d’écrire, ou autorisez-le sur la carte.',
    atMost: 'L’agent accepte au plus {{length}} caractères.',
    latin: 'L’agent n’accepte que des lettres latines simples.',
    notNumber: '«\u202f{{value}}\u202f» n’est pas un nombre.',
    steps: 'L’agent compte par pas de {{unit}}.',
    oneOf: 'Indiquez l’une de ces valeurs\u202f: {{values}}.',
  },
};
