/** What the driver of APC's smart protocol says. */
export const driverApcsmart = {
  apcsmart: {
    notAvailable: 'Il a répondu NA\u202f: indisponible pour l’instant.',
    answered: 'Il a répondu «\u202f{{text}}\u202f».',
    already: {
      testing: 'Un test est déjà en cours.',
      notTesting: 'Aucun test n’est en cours.',
      calibrating: 'Un étalonnage est déjà en cours.',
      notCalibrating: 'Aucun étalonnage n’est en cours.',
      bypassed: 'Il est déjà en bypass.',
      notBypassed: 'Il n’est pas en bypass.',
    },
    argument: 'Secondes de coupure au-delà de son propre délai de démarrage, par pas de 360',
    temperature: 'la réponse est une température',
    uptime: 'la réponse est le temps depuis le démarrage',
    testsAtStart: 'il se teste à la mise en marche, et non à intervalles réguliers',
    noLimit: 'aucune limite n’est fixée',
    unchangeable: 'Cela ne peut pas être modifié sur cet onduleur.',
    wentThrough: 'Il a parcouru toutes ses valeurs sans rencontrer celle-ci.',
    date: 'Indiquez une date telle que 2026-02-28, de ce siècle ou du précédent.',
    textLength:
      'Sont acceptés 1 à {{most}} lettres, chiffres et signes qui ne forment pas l’un de ses propres mots, comme OK.',
    textNotTaken: 'Il n’a pas accepté le texte.',
    wholeSeconds: 'Indiquez un nombre entier de secondes jusqu’à {{most}}, comme «\u202f{{example}}\u202f».',
    noAlarm: 'il n’y a aucun défaut',
    notInTable: '«\u202f{{code}}\u202f» ne figure pas dans la table du protocole',
    noTest: 'aucun test n’a eu lieu dans les dernières minutes',
    notSaid: 'l’appareil ne l’indique pas',
    na: 'l’appareil répond NA\u202f: il n’en dispose pas',
    silent: 'l’appareil ne répond pas à {{key}}',
    lostTrack:
      'l’onduleur n’est pas revenu en mode smart pendant qu’on lui demandait qui il est\u202f: seul ce qui était déjà certain est indiqué',
    noSense: 'la réponse à {{key}} n’a pas de sens\u202f: «\u202f{{text}}\u202f»',
  },
};
