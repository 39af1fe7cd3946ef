/** What protection decides, and why: triggers, countdowns, orders, notices, the preview. */
export const engineProtection = {
  decision: {
    shortened: 'Le compte à rebours est raccourci, car la batterie ne tient pas plus longtemps.',
    willAct: {
      shutdown: 'Dans {{seconds, duration}}, Mainstay arrêtera cet ordinateur.',
      hibernate: 'Dans {{seconds, duration}}, Mainstay mettra cet ordinateur en veille prolongée.',
      sleep: 'Dans {{seconds, duration}}, Mainstay mettra cet ordinateur en veille.',
      command: 'Dans {{seconds, duration}}, Mainstay exécutera votre commande.',
    },
    wouldAct: {
      shutdown:
        'Exercice\u202f: dans {{seconds, duration}}, Mainstay arrêterait cet ordinateur. Ce sera seulement noté.',
      hibernate:
        'Exercice\u202f: dans {{seconds, duration}}, Mainstay mettrait cet ordinateur en veille prolongée. Ce sera seulement noté.',
      sleep:
        'Exercice\u202f: dans {{seconds, duration}}, Mainstay mettrait cet ordinateur en veille. Ce sera seulement noté.',
      command:
        'Exercice\u202f: dans {{seconds, duration}}, Mainstay exécuterait votre commande. Ce sera seulement noté.',
    },
    tooShort: 'La batterie ne tiendrait pas pendant tout le compte à rebours et l’arrêt.',
    cutShort: '{{reason}} Il est raccourci à {{seconds, duration}}.',
    stop: {
      off: 'La protection a été désactivée.',
      notFed: 'L’onduleur n’alimente plus cet ordinateur.',
      trigger: 'Son déclencheur a été désactivé.',
      withdrawn: 'La demande a été retirée.',
      mains: 'Le secteur est revenu.',
      enough: 'Assez d’onduleurs tiennent de nouveau.',
    },
    slept: 'Cet ordinateur a été en veille depuis le début\u202f; tout est réévalué.',
    returned: 'Le secteur est revenu avant qu’il ait fallu faire quoi que ce soit.',
    stopped: 'Le compte à rebours d’arrêt a été interrompu\u202f: {{why}}',
    beganAndStopped: 'Un compte à rebours d’arrêt a commencé et a été interrompu\u202f: {{why}} {{reason}}',
    personAsked: 'Une personne l’a demandé.',
    requested: '{{from}} demande à cet ordinateur de s’arrêter\u202f: {{reason}}',
    scheduled: 'Un arrêt est programmé pour {{time}}.',
    noLongerHolds: 'Ce qui l’avait lancé n’est plus vrai.',
    actsNow: {
      shutdown: '{{reason}} Mainstay va maintenant arrêter cet ordinateur.',
      hibernate: '{{reason}} Mainstay va maintenant mettre cet ordinateur en veille prolongée.',
      sleep: '{{reason}} Mainstay va maintenant mettre cet ordinateur en veille.',
      command: '{{reason}} Mainstay va maintenant exécuter votre commande.',
    },
    acted: {
      shutdown: 'Mainstay a commencé à arrêter cet ordinateur.',
      hibernate: 'Mainstay a commencé à mettre cet ordinateur en veille prolongée.',
      sleep: 'Mainstay a commencé à mettre cet ordinateur en veille.',
      command: 'Mainstay a exécuté votre commande.',
    },
    wouldHaveActed: {
      shutdown: 'Exercice\u202f: Mainstay aurait arrêté cet ordinateur.',
      hibernate: 'Exercice\u202f: Mainstay aurait mis cet ordinateur en veille prolongée.',
      sleep: 'Exercice\u202f: Mainstay aurait mis cet ordinateur en veille.',
      command: 'Exercice\u202f: Mainstay aurait exécuté votre commande.',
    },
    confirmed: '{{name}} est sur batterie\u202f: le secteur est absent.',
    confirmedWhy: 'Sur batterie depuis plus longtemps que le délai de confirmation.',
    over: 'Le secteur est revenu et stable sur {{name}}, après {{seconds, duration}} sur batterie.',
    overWhy: 'Sur secteur depuis assez longtemps pour être stable.',
    lostOnBattery:
      'Le contact avec {{name}} a été perdu alors qu’il était sur batterie. Mainstay considère qu’il l’est toujours\u202f: un compte à rebours continue, et le temps sur batterie compte.',
    lost: 'Le contact avec {{name}} a été perdu. Rien n’est arrêté pour cela, mais tant qu’il n’est pas rétabli, cet onduleur ne peut pas protéger cet ordinateur.',
    lostWhy: 'Le contact a été perdu.',
    resumed:
      'Cet ordinateur a été en veille, ou Mainstay n’a pas fonctionné, pendant {{seconds, duration}}. Ce que les onduleurs indiquaient avant ne compte plus.',
    resumedWhy: 'Les anciennes mesures ne valent plus.',
    missed:
      'L’arrêt programmé pour {{when}} a été manqué\u202f: cet ordinateur était en veille, son horloge a été réglée, ou autre chose était en cours.',
    missedText: '{{reason}} Il n’est pas rattrapé.',
    quietByPerson: 'Rien n’est arrêté pour cela, car une personne l’a empêché.',
    carriedBy: 'Rien n’est arrêté pour cela tant que cet ordinateur peut être alimenté par {{names}}.',
    notice: {
      noUps:
        'Aucun onduleur n’alimente cet ordinateur\u202f; une coupure n’arrête donc rien. Ajoutez votre onduleur, ou indiquez pour un onduleur présent qu’il alimente cet ordinateur.',
      simulatedOnly:
        'Seul un onduleur simulé est présent\u202f: ce qui lui arrive n’est jamais plus qu’un exercice. Ajoutez votre onduleur.',
      supplies:
        'Les règles demandent {{needed}} onduleurs qui tiennent, et seuls {{there}} le peuvent\u202f: Mainstay agit dès que l’un d’eux fait défaut. Réglez de nouveau combien il en faut.',
      lostOnBattery:
        'Le contact avec {{name}} a été perdu alors qu’il était sur batterie. Il est considéré comme l’étant toujours\u202f: un compte à rebours continue, et le temps est compté ici. Vérifiez son câble.',
      lost: 'Le contact avec {{name}} est perdu. Rien n’est arrêté pour cela, mais tant qu’il n’est pas rétabli, une coupure passe inaperçue. Vérifiez son câble.',
      testStuck:
        '{{name}} indique depuis {{seconds, estimate}} qu’il teste sa batterie. Si aucun test n’est en cours, cette indication est restée bloquée\u202f; une coupure compte malgré tout.',
      noTrigger:
        'Aucun déclencheur n’est réglé pour agir pour {{name}}\u202f: une coupure ne fait qu’avertir, jusqu’à ce que la batterie soit vide. Réglez-en un pour agir, par exemple le temps sur batterie.',
      noStatus:
        '{{name}} ne peut pas protéger cet ordinateur à lui seul\u202f: il n’indique pas s’il est sur batterie. Vérifiez son pilote sous «\u202fAppareils\u202f».',
      noValues:
        '{{name}} ne peut pas protéger cet ordinateur à lui seul\u202f: il ne communique aucune des valeurs que demandent les règles. Activez le temps sur batterie, que Mainstay compte lui-même.',
      fault:
        '{{name}} signale, sur secteur\u202f: {{fault}}. En cas de coupure, il pourrait ne pas alimenter cet ordinateur. Réduisez sa charge, ou faites-le examiner.',
      plan: 'Avec cette charge, {{name}} tiendrait environ {{seconds, estimate}}\u202f; l’arrêt prend {{needed, duration}} avec le compte à rebours. En cas de coupure, Mainstay agit immédiatement et raccourcit le compte à rebours. Réduisez la charge, raccourcissez le compte à rebours, ou remplacez la batterie.',
    },
    spent: {
      low: 'Il reste trop peu pour attendre\u202f: {{name}} indique que sa batterie est faible.',
      charge: 'Il reste trop peu pour attendre\u202f: la batterie de {{name}} est à {{charge}}\u202f%.',
      time: 'Il reste trop peu pour attendre\u202f: la batterie tient encore environ {{seconds, estimate}}, et l’arrêt prend {{needed, duration}}.',
    },
    aboutToCut: '{{name}} est sur le point de couper le courant.',
    noCountdown: 'Les règles ne laissent pas de temps pour un compte à rebours.',
    unknownTime: 'On ne sait pas combien de temps tient la batterie.',
    cannotPostpone:
      'La batterie tient encore environ {{seconds, estimate}}. Reporté de {{more, duration}}, l’arrêt demanderait {{needed, duration}}, réserve comprise.',
    tooLate: 'Il est trop tard\u202f: la dernière étape est engagée et ne peut plus être annulée.',
    noneRunning: 'Aucun compte à rebours n’est en cours, il n’y a donc rien à arrêter ni à reporter.',
    refused: 'Refusé. {{why}} Le compte à rebours continue.',
    off: 'La protection est désactivée\u202f: Mainstay n’arrête rien. Activez-la d’abord.',
    practice: 'Comme il s’agit d’un exercice, la dernière étape est seulement notée.',
    goingDown: 'Arrêt en cours.',
    noRequests: 'Les règles n’acceptent pas les demandes d’autres machines. Rien n’a été fait.',
    onlyTold: 'La personne a été avertie\u202f; les règles n’agissent pas sur demande.',
    countdownBegins: 'Un compte à rebours commence.',
    personStopped: 'Une personne a interrompu le compte à rebours d’arrêt.',
    countdownStopped: 'Le compte à rebours a été interrompu.',
    countdownStoppedForNow:
      'Le compte à rebours a été interrompu. Ce qui l’avait lancé n’en lancera pas d’autre tant que le secteur n’est pas revenu\u202f; tout autre déclencheur le peut encore.',
    personPostponed:
      'Une personne a reporté l’arrêt de {{seconds, duration}}\u202f; il a lieu dans {{left, duration}}.',
    postponed: 'L’arrêt a été reporté\u202f; il a lieu dans {{left, duration}}.',
    plan: {
      live: '{{name}} tient encore environ {{seconds, estimate}}\u202f; l’arrêt prend {{needed, duration}}.',
      lost: '{{name}} tient encore environ {{seconds, estimate}}, d’après sa dernière indication avant la perte du contact\u202f; l’arrêt prend {{needed, duration}}.',
      liveWithCountdown:
        '{{name}} tient encore environ {{seconds, estimate}}\u202f; l’arrêt prend {{needed, duration}} avec le compte à rebours.',
      lostWithCountdown:
        '{{name}} tient encore environ {{seconds, estimate}}, d’après sa dernière indication avant la perte du contact\u202f; l’arrêt prend {{needed, duration}} avec le compte à rebours.',
    },
    preview: {
      mainsLost: 'Coupure du secteur sur {{name}}.',
      empty: 'La batterie est vide\u202f; cet ordinateur perd son alimentation.',
      command: 'Votre commande est exécutée, pendant au plus {{seconds, duration}}.',
      practice: {
        shutdown: 'À titre d’exercice, Mainstay note qu’il arrêterait cet ordinateur.',
        hibernate: 'À titre d’exercice, Mainstay note qu’il mettrait cet ordinateur en veille prolongée.',
        sleep: 'À titre d’exercice, Mainstay note qu’il mettrait cet ordinateur en veille.',
        command: 'À titre d’exercice, Mainstay note qu’il exécuterait votre commande.',
      },
      acts: {
        shutdown: 'Mainstay arrêtera cet ordinateur.',
        hibernate: 'Mainstay mettra cet ordinateur en veille prolongée.',
        sleep: 'Mainstay mettra cet ordinateur en veille.',
        command: 'Mainstay exécutera votre commande.',
      },
      upsOff: 'Cet ordinateur est arrêté\u202f; l’onduleur coupe sa sortie, si l’ordre peut lui en être donné.',
      upsOn: 'Une fois le secteur revenu, l’onduleur rétablit le courant.',
    },
    overload: 'surcharge',
    wordlessAlarm: 'une alarme sans texte',
    doubtful:
      '{{name}} indique que sa batterie est faible, à un niveau de {{charge}}\u202f%. C’est contradictoire, et n’est cru que si cela dure {{seconds, duration}}.',
    doubtfulWithRuntime:
      '{{name}} indique que sa batterie est faible, à un niveau de {{charge}}\u202f% et avec {{runtime, duration}} d’autonomie. C’est contradictoire, et n’est cru que si cela dure {{seconds, duration}}.',
    trigger: {
      request: '{{name}} annonce un arrêt forcé\u202f: une autre machine l’a demandé.',
      lowBattery: '{{name}} indique que sa batterie est faible.',
      charge: 'La batterie de {{name}} est à {{charge}}\u202f%\u202f; la limite est de {{limit}}\u202f%.',
      runtime: '{{name}} a encore {{runtime, duration}} d’autonomie\u202f; la limite est de {{limit, duration}}.',
      fault: '{{name}} est sur batterie et indique qu’il ne peut pas continuer\u202f: {{fault}}.',
      timeOnBattery:
        '{{name}} est sur batterie depuis {{seconds, duration}}\u202f; la limite est de {{limit, duration}}.',
    },
    feed: {
      notFed: 'Cet onduleur n’alimente pas cet ordinateur.',
      disabled: 'Cet onduleur est désactivé dans Mainstay.',
      simulated: 'C’est une simulation, qui ne compte pas à côté d’un onduleur réel.',
      unread: 'Aucun relevé n’a encore été reçu de cet onduleur.',
      zeroRuntime:
        'Cet onduleur communique une autonomie de 0 avec un bon niveau de batterie, ce qui veut dire qu’il ne la connaît pas.',
      missing: {
        status: 'Cet onduleur n’indique pas s’il est sur batterie.',
        charge: 'Cet onduleur ne communique pas son niveau de batterie.',
        runtime: 'Cet onduleur ne communique pas son autonomie.',
      },
      missingBecause: {
        status: 'Cet onduleur n’indique pas s’il est sur batterie\u202f: {{reason}}.',
        charge: 'Cet onduleur ne communique pas son niveau de batterie\u202f: {{reason}}.',
        runtime: 'Cet onduleur ne communique pas son autonomie\u202f: {{reason}}.',
      },
    },
    fault:
      'Une erreur de Mainstay lui-même a perturbé la protection\u202f: {{what}}. Ne vous y fiez pas, et merci de la signaler.',
    after: {
      unknownLength:
        'On ne sait pas combien de temps cela a pris\u202f: aucun journal n’a été tenu, ou ce compte n’a pas le droit de le lire.',
      down: 'Il était arrêté au bout de {{seconds, duration}}.',
      broken:
        'Au bout de {{seconds, duration}}, le journal s’interrompt sans sa ligne finale\u202f: le courant a peut-être manqué avant la fin de l’arrêt. Vérifiez la durée de l’arrêt dans «\u202fProtection\u202f».',
      begun: 'Cet ordinateur a été arrêté par Mainstay. {{reason}}',
      notAsked: 'Il n’a été demandé à aucun onduleur de couper sa sortie.',
      notCut:
        'La sortie n’a pas été coupée par {{names}} comme demandé\u202f: cet ordinateur a redémarré avant que cela ait pu arriver. Ne comptez pas là-dessus pour faire redémarrer cet ordinateur.',
      maybeCut:
        'Il a été demandé à {{names}} de couper la sortie. Un ordinateur éteint ne démarre de lui-même qu’au retour de son courant\u202f: si personne n’a appuyé sur son bouton, l’onduleur a fait ce qui était demandé.',
      cut: 'La sortie a été coupée par {{names}} comme demandé.',
      offBriefly: 'Il est resté éteint moins d’une minute.',
      off: 'Il est resté éteint {{seconds, estimate}}.',
    },
    notKept:
      'Ce que la protection est en train de faire ne peut pas être conservé sur le disque ({{why}}). La protection continue\u202f; mais si Mainstay était tué pendant une coupure, elle recommencerait depuis le début. Faites de la place sur le disque.',
  },
};
