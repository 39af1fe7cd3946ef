/** An outage that goes on: what happens next. */
export const outage = {
  outlook: {
    title: 'La suite',
    off: 'La protection est désactivée\u202f: rien n’est arrêté, et on ne sait pas combien de temps tient la batterie.',
    offLasts: 'La protection est désactivée\u202f: rien n’est arrêté. La batterie devrait tenir encore {{time}}.',
    unknown:
      'D’après ce que communique cet onduleur, aucun déclencheur ne peut être prévu\u202f; Mainstay agit dès que la condition de l’un d’eux est remplie.',
    nothing: 'Aucun déclencheur ne devrait agir avant que la batterie soit vide, dans environ {{time}}.',
    beginsNow: 'Le compte à rebours commence maintenant, {{why}}.',
    toldAt: 'Si le secteur ne revient pas, dans environ {{time}}\u202f: {{text}}',
    byOther: '{{name}} décide avant cet onduleur\u202f: la dernière étape aura lieu vers {{moment}}.',
    byOtherNow: '{{name}} a mené à la dernière étape\u202f; plus rien ne dépend de cet onduleur.',
    endsAt: 'Le secteur est revenu\u202f; s’il reste, tout sera terminé dans {{time}}.',
    counting: {
      shutdown: 'À {{moment}}, cet ordinateur s’arrête. {{reason}}',
      hibernate: 'À {{moment}}, cet ordinateur passe en veille prolongée. {{reason}}',
      sleep: 'À {{moment}}, cet ordinateur se met en veille. {{reason}}',
      command: 'À {{moment}}, votre commande est exécutée. {{reason}}',
    },
    practice: {
      shutdown: 'À {{moment}}, cet ordinateur s’arrêterait. {{reason}}',
      hibernate: 'À {{moment}}, cet ordinateur passerait en veille prolongée. {{reason}}',
      sleep: 'À {{moment}}, cet ordinateur se mettrait en veille. {{reason}}',
      command: 'À {{moment}}, votre commande serait exécutée. {{reason}}',
    },
    waiting: {
      shutdown:
        'Si le secteur ne revient pas, le compte à rebours commence dans environ {{time}}, {{why}}\u202f; vers {{moment}}, cet ordinateur s’arrête.',
      hibernate:
        'Si le secteur ne revient pas, le compte à rebours commence dans environ {{time}}, {{why}}\u202f; vers {{moment}}, cet ordinateur passe en veille prolongée.',
      sleep:
        'Si le secteur ne revient pas, le compte à rebours commence dans environ {{time}}, {{why}}\u202f; vers {{moment}}, cet ordinateur se met en veille.',
      command:
        'Si le secteur ne revient pas, le compte à rebours commence dans environ {{time}}, {{why}}\u202f; vers {{moment}}, votre commande est exécutée.',
    },
    wouldWait: {
      shutdown:
        'Si le secteur ne revient pas, le compte à rebours commence dans environ {{time}}, {{why}}\u202f; vers {{moment}}, cet ordinateur s’arrêterait.',
      hibernate:
        'Si le secteur ne revient pas, le compte à rebours commence dans environ {{time}}, {{why}}\u202f; vers {{moment}}, cet ordinateur passerait en veille prolongée.',
      sleep:
        'Si le secteur ne revient pas, le compte à rebours commence dans environ {{time}}, {{why}}\u202f; vers {{moment}}, cet ordinateur se mettrait en veille.',
      command:
        'Si le secteur ne revient pas, le compte à rebours commence dans environ {{time}}, {{why}}\u202f; vers {{moment}}, votre commande serait exécutée.',
    },
    why: {
      timeOnBattery: 'après {{time}} sur batterie',
      charge: 'quand le niveau de batterie passe sous {{percent}}\u202f%',
      runtime: 'quand il reste moins de {{time}} d’autonomie',
      lowBattery: 'quand l’onduleur signale une batterie faible',
      plan: 'quand ce qui reste suffit tout juste pour l’arrêt',
    },
    step: {
      lost: 'Coupure du secteur à {{time}}.',
      countdown: 'Le compte à rebours a commencé.',
      empty: 'La batterie est vide.',
    },
    estimates:
      'Les heures à venir sont des estimations pour la charge actuelle\u202f; Mainstay n’agit que d’après les mesures.',
    chart: 'Niveau de batterie pendant cette coupure',
    chartLabel:
      'Niveau de batterie pendant cette coupure\u202f: de {{from}} à {{now}} jusqu’ici. Le tableau contient les valeurs.',
    measured: 'Mesuré',
    expected: {
      learned: 'Attendu, d’après ce que Mainstay a appris',
      reported: 'Attendu, d’après l’autonomie indiquée par l’onduleur',
      observed: 'Attendu, si cela continue comme pendant cette coupure',
    },
    acts: 'Agit sous {{percent}}\u202f%',
    warns: 'Avertit sous {{percent}}\u202f%',
    low: 'Onduleur\u202f: faible sous {{percent}}\u202f%',
    now: 'Maintenant',
    time: 'Heure',
    noCharge: 'L’onduleur ne communique pas son niveau de batterie\u202f; il n’y a donc pas de courbe à tracer.',
  },
};
