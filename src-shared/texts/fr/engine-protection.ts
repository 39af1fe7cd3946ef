/** What protection decides, and why: triggers, countdowns, orders, notices, the preview. */
export const engineProtection = {
  decision: {
    learned: {
      voltage:
        'L’onduleur ne l’indique pas\u202f: elle est calculée d’après la tension de la batterie et n’est qu’approximative.',
      reason: '{{reason}} {{why}}',
      missing: 'L’onduleur ne l’indique pas\u202f: c’est le minimum que Mainstay a appris des coupures précédentes.',
      more: 'L’onduleur indique plus que sa batterie n’a jamais tenu\u202f: c’est le minimum que Mainstay a appris des coupures précédentes.',
      died: 'Cet onduleur s’est peut-être déjà éteint trop tôt\u202f: c’est le minimum que Mainstay a appris des coupures précédentes.',
    },
    shortened: 'Le compte à rebours est plus court que prévu, car la batterie ne tiendrait pas.',
    willAct: {
      shutdown: 'Dans {{seconds, duration}}, Mainstay arrêtera cet ordinateur.',
      hibernate: 'Dans {{seconds, duration}}, Mainstay mettra cet ordinateur en veille prolongée.',
      sleep: 'Dans {{seconds, duration}}, Mainstay mettra cet ordinateur en veille.',
      command: 'Dans {{seconds, duration}}, Mainstay exécutera votre commande.',
      shutdown_now: 'Mainstay arrête maintenant cet ordinateur.',
      hibernate_now: 'Mainstay met maintenant cet ordinateur en veille prolongée.',
      sleep_now: 'Mainstay met maintenant cet ordinateur en veille.',
      command_now: 'Mainstay exécute maintenant votre commande.',
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
      shutdown_now: 'Exercice\u202f: Mainstay arrêterait maintenant cet ordinateur. Ce sera seulement noté.',
      hibernate_now:
        'Exercice\u202f: Mainstay mettrait maintenant cet ordinateur en veille prolongée. Ce sera seulement noté.',
      sleep_now: 'Exercice\u202f: Mainstay mettrait maintenant cet ordinateur en veille. Ce sera seulement noté.',
      command_now: 'Exercice\u202f: Mainstay exécuterait maintenant votre commande. Ce sera seulement noté.',
    },
    tooShort: 'La batterie ne tiendrait pas pendant tout le compte à rebours et l’arrêt.',
    cutShort: '{{reason}} Le compte à rebours est raccourci à {{seconds, duration}}.',
    cutShort_now: '{{reason}} Le compte à rebours est raccourci et se termine maintenant.',
    stop: {
      off: 'La protection a été désactivée.',
      notFed: 'L’onduleur n’alimente plus cet ordinateur.',
      trigger: 'Son déclencheur a été désactivé.',
      withdrawn: 'La demande a été retirée.',
      mains: 'Le secteur est revenu.',
      enough: 'Assez d’onduleurs tiennent de nouveau.',
    },
    slept: 'Cet ordinateur a été en veille depuis le début du compte à rebours\u202f; tout est réévalué.',
    returned: 'Le secteur est revenu avant qu’il y ait quoi que ce soit à faire.',
    stopped: 'Le compte à rebours d’arrêt a été interrompu\u202f: {{why}}',
    beganAndStopped: 'Un compte à rebours d’arrêt a commencé et a été interrompu\u202f: {{why}} {{reason}}',
    personAsked: 'Quelqu’un l’a demandé.',
    requested: '{{from}} demande à cet ordinateur de s’arrêter\u202f: {{reason}}',
    scheduled: 'Un arrêt est programmé pour {{time}}.',
    noLongerHolds: 'La condition du déclencheur qui l’avait lancé n’est plus remplie.',
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
    confirmed: '{{name}} est sur batterie\u202f: le secteur est coupé.',
    confirmedWhy: 'Sur batterie depuis plus longtemps que le délai de confirmation.',
    over: 'Le secteur est revenu et reste stable sur {{name}}, après {{seconds, duration}} sur batterie.',
    overWhy: 'Sur secteur depuis assez longtemps pour être considéré comme stable.',
    lostOnBattery:
      'Le contact avec {{name}} a été perdu alors qu’il était sur batterie. Mainstay considère qu’il l’est toujours\u202f: un compte à rebours en cours continue, et le temps compte comme temps sur batterie.',
    lost: 'Le contact avec {{name}} a été perdu. Rien n’est arrêté pour cela, mais tant qu’il n’est pas rétabli, cet onduleur ne peut pas protéger cet ordinateur.',
    lostWhy: 'Le contact a été perdu.',
    resumed:
      'Cet ordinateur a été en veille, ou Mainstay n’a pas fonctionné, pendant {{seconds, duration}}. Ce que les onduleurs indiquaient avant ne compte plus.',
    resumedWhy: 'Les anciennes mesures ne comptent plus.',
    missed:
      'L’arrêt programmé pour {{when}} a été manqué\u202f: cet ordinateur était en veille, son horloge a été réglée, ou autre chose était en cours.',
    missedText: '{{reason}} Il n’aura pas lieu plus tard.',
    quietByPerson: 'Rien n’est arrêté pour cela, car quelqu’un a annulé cet arrêt.',
    carriedBy: 'Rien n’est arrêté pour cela tant que cet ordinateur peut être alimenté par {{names}}.',
    notice: {
      noUps:
        'Aucun onduleur n’alimente cet ordinateur\u202f; une coupure n’arrête donc rien. Ajoutez votre onduleur sous «\u202fAppareils\u202f», ou indiquez-y pour un onduleur présent qu’il alimente cet ordinateur.',
      simulatedOnly:
        'Il n’y a qu’un onduleur simulé\u202f: ce qui lui arrive n’est jamais qu’un exercice. Ajoutez votre propre onduleur sous «\u202fAppareils\u202f».',
      supplies:
        'Les règles demandent que {{needed}} onduleurs tiennent, et seuls {{there}} le peuvent\u202f: Mainstay agit dès que l’un d’eux fait défaut. Modifiez dans «\u202fProtection\u202f» combien doivent tenir.',
      lostOnBattery:
        'Le contact avec {{name}} a été perdu alors qu’il était sur batterie. Mainstay considère qu’il l’est toujours\u202f: un compte à rebours en cours continue, et le temps est compté ici. Vérifiez le câble.',
      lost: 'Le contact avec {{name}} est perdu. Rien n’est arrêté pour cela, mais tant qu’il n’est pas rétabli, une coupure passe inaperçue. Vérifiez le câble.',
      powerDoubt:
        'Il n’est pas certain que {{name}} soit sur batterie\u202f: {{signs}}. Tant que ces signes se contredisent, rien n’est arrêté à cause de cela. Vérifiez si le secteur est là\u202f; si cela dure, faites contrôler l’onduleur.',
      testStuck:
        '{{name}} indique depuis {{seconds, estimate}} qu’il teste sa batterie. Si aucun test n’est en cours, cette indication est bloquée\u202f; une coupure compte malgré tout.',
      noTrigger:
        'Aucun déclencheur n’est réglé sur «\u202fAgir\u202f» pour {{name}}\u202f: en cas de coupure, Mainstay ne fait qu’avertir, jusqu’à ce que la batterie soit vide. Réglez-en un sur «\u202fAgir\u202f» dans «\u202fProtection\u202f», par exemple «\u202fTemps sur batterie\u202f».',
      noStatus:
        '{{name}} ne peut pas protéger cet ordinateur à lui seul\u202f: il n’indique pas s’il est sur batterie. Vérifiez son pilote sous «\u202fAppareils\u202f».',
      noValues:
        '{{name}} ne peut pas protéger cet ordinateur à lui seul\u202f: il ne communique aucune des valeurs que demandent les règles. Activez «\u202fTemps sur batterie\u202f», que Mainstay compte lui-même.',
      fault:
        '{{name}} signale, sur secteur\u202f: {{fault}}. En cas de coupure, il ne pourra peut-être pas alimenter cet ordinateur. Débranchez-en un appareil, ou faites vérifier l’onduleur.',
      plan: 'Avec cette charge, {{name}} tiendrait environ {{seconds, estimate}}\u202f; l’arrêt prend {{needed, duration}} avec le compte à rebours. En cas de coupure, Mainstay agit immédiatement et raccourcit le compte à rebours. Débranchez un appareil, raccourcissez le compte à rebours, ou remplacez la batterie.',
    },
    spent: {
      low: 'Il n’est plus temps d’attendre\u202f: {{name}} indique que sa batterie est faible.',
      charge: 'Il n’est plus temps d’attendre\u202f: la batterie de {{name}} est à {{charge}}\u202f%.',
      time: 'Il n’est plus temps d’attendre\u202f: la batterie tient encore environ {{seconds, estimate}}, et l’arrêt prend {{needed, duration}}.',
    },
    aboutToCut: '{{name}} est sur le point de couper le courant.',
    noCountdown: 'Les règles ne laissent pas de temps pour un compte à rebours.',
    unknownTime: 'On ne sait pas combien de temps tient la batterie.',
    cannotPostpone:
      'La batterie tient encore environ {{seconds, estimate}}. Reporté de {{more, duration}}, l’arrêt demanderait {{needed, duration}}, réserve comprise.',
    tooLate: 'Il est trop tard\u202f: la dernière étape est engagée et ne peut plus être annulée.',
    noneRunning: 'Aucun compte à rebours n’est en cours\u202f; il n’y a donc rien à annuler ni à reporter.',
    refused: 'Refusé. {{why}} Le compte à rebours continue.',
    off: 'La protection est désactivée\u202f: Mainstay n’arrête rien. Activez-la d’abord.',
    practice: 'Comme il s’agit d’un exercice, la dernière étape est seulement notée.',
    goingDown: 'Arrêt en cours.',
    noRequests: 'Les règles n’acceptent pas les demandes d’autres machines. Rien n’a été fait.',
    onlyTold: 'Cela a seulement été signalé\u202f: les règles n’agissent pas sur les demandes.',
    countdownBegins: 'Un compte à rebours commence.',
    personStopped: 'Quelqu’un a interrompu le compte à rebours d’arrêt.',
    countdownStopped: 'Le compte à rebours a été interrompu.',
    countdownStoppedForNow:
      'Le compte à rebours a été interrompu. Ce qui l’avait lancé n’en lancera pas d’autre tant que le secteur n’est pas revenu\u202f; tout autre déclencheur le peut encore.',
    personPostponed:
      'Quelqu’un a reporté l’arrêt de {{seconds, duration}}\u202f; il aura lieu dans {{left, duration}}.',
    postponed: 'L’arrêt a été reporté\u202f; il aura lieu dans {{left, duration}}.',
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
      emptyOne: 'La batterie de {{name}} est vide.',
      command: 'Votre commande s’exécute, pendant au plus {{seconds, duration}}.',
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
      upsOff: 'Cet ordinateur est arrêté\u202f; l’onduleur coupe sa sortie.',
      down: 'Cet ordinateur est arrêté.',
      upsOn: 'Une fois le secteur revenu, l’onduleur rétablit le courant.',
    },
    doubtfulLowComesAndGoes:
      '{{name}} signale sans cesse que sa batterie est faible, puis qu’elle ne l’est pas. Mainstay le croira si cela dure.',
    doubtfulCharge:
      '{{name}} signale soudain une charge de {{charge}}\u00a0%. Aucune batterie ne se vide aussi vite\u202f; Mainstay ne le croira que si cela dure {{seconds, duration}}.',
    doubtfulRuntime:
      '{{name}} signale soudain {{runtime, duration}} d’autonomie avec une bonne charge. Aucune batterie ne se vide aussi vite\u202f; Mainstay ne le croira que si cela dure {{seconds, duration}}.',
    powerDoubt:
      'Il n’est pas certain que {{name}} soit sur batterie\u202f: {{signs}}. Tant que ces signes se contredisent, Mainstay n’arrête rien à cause de cela. Vérifiez si le secteur est là.',
    powerDoubtWhy: 'Les signes qui disent d’où vient le courant se contredisent.',
    sign: {
      statusMains: 'il dit être sur secteur',
      statusBattery: 'il dit être sur batterie',
      statusBoth: 'il dit être à la fois sur secteur et sur batterie',
      discharging: 'il dit que sa batterie débite',
      charging: 'il dit que sa batterie se charge',
      inputAway: 'il n’y a pas de secteur à son entrée',
      inputThere: 'le secteur est présent à son entrée',
      batteryFalls: 'sa batterie se vide',
      batteryRises: 'sa batterie se remplit',
    },
    confirmedBySigns: '{{name}} est sur batterie, quoi que dise son état\u202f: {{signs}}.',
    confirmedAddedUp:
      'Le secteur va et vient sur {{name}}\u202f: en tout, il a été {{seconds, duration}} sur batterie. Le temps s’additionne jusqu’à ce que le secteur soit stable.',
    lostInDoubt:
      'Le contact avec {{name}} a été perdu juste après qu’il a dit être sur batterie. Nul ne sait s’il l’est encore\u202f; rien n’est arrêté pour cela. Vérifiez si le secteur est là, et son câble.',
    stillLost:
      'Il n’y a plus de contact avec {{name}} depuis {{seconds, estimate}}\u202f; il était sur batterie quand le contact a été perdu. Mainstay suppose qu’il l’est encore. Vérifiez si le secteur est là, et son câble.',
    actsAtOnce: {
      shutdown: 'Mainstay arrête cet ordinateur maintenant.',
      hibernate: 'Mainstay met cet ordinateur en veille prolongée maintenant.',
      sleep: 'Mainstay met cet ordinateur en veille maintenant.',
      command: 'Mainstay exécute votre commande maintenant.',
    },
    wouldActAtOnce: {
      shutdown: 'Exercice\u202f: Mainstay arrêterait cet ordinateur maintenant. Ce sera seulement noté.',
      hibernate:
        'Exercice\u202f: Mainstay mettrait cet ordinateur en veille prolongée maintenant. Ce sera seulement noté.',
      sleep: 'Exercice\u202f: Mainstay mettrait cet ordinateur en veille maintenant. Ce sera seulement noté.',
      command: 'Exercice\u202f: Mainstay exécuterait votre commande maintenant. Ce sera seulement noté.',
    },
    cutToNow: '{{reason}} Il se termine maintenant.',
    overload: 'surcharge',
    wordlessAlarm: 'une alarme sans texte',
    doubtful:
      '{{name}} indique que sa batterie est faible, avec un niveau de {{charge}}\u202f%. C’est contradictoire\u202f; Mainstay ne le croit que si cela dure {{seconds, duration}}.',
    doubtfulWithRuntime:
      '{{name}} indique que sa batterie est faible, avec un niveau de {{charge}}\u202f% et {{runtime, duration}} d’autonomie. C’est contradictoire\u202f; Mainstay ne le croit que si cela dure {{seconds, duration}}.',
    trigger: {
      request: '{{name}} annonce un arrêt forcé\u202f: une autre machine l’a demandé.',
      lowBattery: '{{name}} indique que sa batterie est faible.',
      charge: 'La batterie de {{name}} est à {{charge}}\u202f%\u202f; la limite est de {{limit}}\u202f%.',
      runtime: '{{name}} a encore {{runtime, duration}} d’autonomie\u202f; la limite est de {{limit, duration}}.',
      fault: '{{name}} est sur batterie et indique qu’il ne peut plus continuer\u202f: {{fault}}.',
      timeOnBattery:
        '{{name}} est sur batterie depuis {{seconds, duration}}\u202f; la limite est de {{limit, duration}}.',
    },
    feed: {
      notFed: 'Cet onduleur n’alimente pas cet ordinateur.',
      disabled: 'Cet onduleur est désactivé dans Mainstay.',
      simulated: 'Cet onduleur est simulé et ne compte pas à côté d’un onduleur réel.',
      unread: 'Cet onduleur n’a pas encore été lu.',
      zeroRuntime:
        'Cet onduleur communique une autonomie de 0 alors que son niveau de batterie est bon\u202f: il ne la connaît donc pas.',
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
      'Une erreur de Mainstay lui-même a perturbé la protection\u202f: {{what}}. Ne vous fiez pas à la protection, et merci de signaler cette erreur.',
    after: {
      unknownLength:
        'On ne sait pas combien de temps cela a pris\u202f: aucun journal n’a été tenu, ou ce compte n’a pas le droit de le lire.',
      down: 'L’arrêt était terminé au bout de {{seconds, duration}}.',
      broken:
        'Au bout de {{seconds, duration}}, le journal s’interrompt sans sa ligne finale\u202f: le courant a peut-être manqué avant la fin de l’arrêt. Vérifiez la durée de l’arrêt dans «\u202fProtection\u202f».',
      begun: 'Cet ordinateur a été arrêté par Mainstay. {{reason}}',
      notAsked: 'Aucun onduleur n’a reçu l’ordre de couper sa sortie.',
      notCut:
        'La sortie n’a pas été coupée par {{names}} comme demandé\u202f: cet ordinateur a redémarré avant que cela ait pu arriver. Ne comptez pas sur l’onduleur pour remettre cet ordinateur en marche.',
      maybeCut:
        'Il a été demandé à {{names}} de couper la sortie. Un ordinateur éteint ne démarre de lui-même qu’au retour du courant\u202f: si personne n’a appuyé sur son bouton, l’onduleur a fait ce qui était demandé.',
      cut: 'La sortie a été coupée par {{names}} comme demandé.',
      offBriefly: 'Il est resté éteint moins d’une minute.',
      off: 'Il est resté éteint {{seconds, estimate}}.',
    },
    notKept:
      'L’état de la protection ne peut pas être conservé sur le disque ({{why}}). La protection continue\u202f; mais si Mainstay était tué pendant une coupure, elle recommencerait depuis le début. Libérez de la place sur le disque.',
  },
};
