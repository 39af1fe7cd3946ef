/** What is done to this computer and its UPSes, and whether it could be done. */
export const engineAct = {
  act: {
    noCommand: 'Il n’y a pas de commande à exécuter.',
    commandPractised: 'Exercice\u202f: {{said}} {{reason}}',
    practised: {
      shutdown: 'Exercice\u202f: Mainstay aurait arrêté cet ordinateur maintenant. {{reason}}',
      hibernate: 'Exercice\u202f: Mainstay aurait mis cet ordinateur en veille prolongée maintenant. {{reason}}',
      sleep: 'Exercice\u202f: Mainstay aurait mis cet ordinateur en veille maintenant. {{reason}}',
    },
    practisedWithCut: {
      shutdown:
        'Exercice\u202f: Mainstay aurait arrêté cet ordinateur maintenant et ordonné à l’onduleur de couper sa sortie. {{reason}}',
      hibernate:
        'Exercice\u202f: Mainstay aurait mis cet ordinateur en veille prolongée maintenant et ordonné à l’onduleur de couper sa sortie. {{reason}}',
      sleep:
        'Exercice\u202f: Mainstay aurait mis cet ordinateur en veille maintenant et ordonné à l’onduleur de couper sa sortie. {{reason}}',
    },
    asked: {
      shutdown: 'Mainstay a demandé au système d’arrêter cet ordinateur ({{by}}). {{reason}}',
      hibernate: 'Mainstay a demandé au système de mettre cet ordinateur en veille prolongée ({{by}}). {{reason}}',
      sleep: 'Mainstay a demandé au système de mettre cet ordinateur en veille ({{by}}). {{reason}}',
    },
    notDone: {
      shutdown:
        'Le système n’a pas arrêté cet ordinateur\u202f: {{why}}. Enregistrez votre travail et arrêtez-le vous-même maintenant\u202f; voyez ensuite, grâce aux contrôles de «\u202fProtection\u202f», ce qui manque. {{reason}}',
      hibernate:
        'Le système n’a pas mis cet ordinateur en veille prolongée\u202f: {{why}}. Enregistrez votre travail et faites-le vous-même maintenant\u202f; voyez ensuite, grâce aux contrôles de «\u202fProtection\u202f», ce qui manque. {{reason}}',
      sleep:
        'Le système n’a pas mis cet ordinateur en veille\u202f: {{why}}. Enregistrez votre travail et faites-le vous-même maintenant\u202f; voyez ensuite, grâce aux contrôles de «\u202fProtection\u202f», ce qui manque. {{reason}}',
    },
    onlyLinux: 'seul Linux en a un',
    unknownPlatform: 'Mainstay ne sait pas comment faire cela sur {{platform}}',
    unknownPlatformCheck: 'Mainstay ne sait pas comment faire cela sur {{platform}}.',
    check: {
      privilege: 'Autorisation',
      programs: 'Moyens d’arrêt',
      inhibitors: 'Aucun obstacle',
      hibernation: 'Place pour la veille prolongée',
      ups: 'Un onduleur qui alimente cet ordinateur',
      noUps: 'Aucun des appareils n’alimente cet ordinateur\u202f; rien ne peut donc le protéger.',
      onlySimulated:
        'Aucun des appareils n’alimente cet ordinateur\u202f; rien ne peut donc le protéger. Avec un appareil simulé, seul l’exercice est possible.',
      noUpsFix: 'Ajoutez votre onduleur sous «\u202fAppareils\u202f» et indiquez qu’il alimente cet ordinateur.',
      unread: 'Mainstay ne peut pas lire {{names}} en ce moment\u202f; une coupure passerait donc inaperçue. {{why}}',
      unreadFix:
        'Vérifiez le câble et que l’onduleur est en marche\u202f; «\u202fAppareils\u202f» indique ce qui ne va pas.',
      read: 'Mainstay lit {{names}}.',
      partlyRead: 'Mainstay lit {{names}}, mais pas {{lost}}.',
      partlyReadFix: '«\u202fAppareils\u202f» indique ce qui ne va pas.',
      triggers: 'Quelque chose qui lance l’arrêt',
      triggersFix:
        'Activez «\u202fTemps sur batterie\u202f» dans «\u202fProtection\u202f»\u202f: il suffit que l’onduleur indique qu’il est sur batterie.',
      noTrigger: 'Aucun déclencheur n’agit\u202f: une coupure serait seulement signalée.',
      triggersFed: 'Chaque onduleur qui alimente cet ordinateur peut lancer l’arrêt.',
      blind: 'Aucun déclencheur réglé pour agir ne peut fonctionner avec {{names}}. {{why}}',
      plan: 'Assez de temps',
      noRuntime:
        'De la coupure du secteur à l’arrêt complet, il faut jusqu’à {{needed, duration}}\u202f; aucun onduleur n’indique combien de temps il tiendrait.',
      noRuntimeFix:
        'Faites un essai, et réglez «\u202fTemps sur batterie\u202f» nettement au-dessous de ce que tient la batterie.',
      takes:
        'De la coupure du secteur à l’arrêt complet, il faut jusqu’à {{needed, duration}}\u202f; {{name}} indique {{runtime, duration}} avec cette charge.',
      tooLong: '{{message}} Sa batterie serait vide avant que cet ordinateur soit arrêté.',
      tooLongFix:
        'Raccourcissez le compte à rebours ou votre commande personnelle dans «\u202fProtection\u202f», débranchez un appareil de l’onduleur, ou prenez-en un plus puissant.',
      sleep: 'En veille, rien n’est conservé',
      sleepText:
        'Un ordinateur en veille a besoin de courant\u202f: quand la batterie est vide, tout ce qui était ouvert est perdu.',
      sleepFix: 'Choisissez l’arrêt ou la veille prolongée dans «\u202fProtection\u202f».',
      own: 'Votre commande personnelle',
      noProgram: 'Elle est activée, mais aucun programme n’est choisi.',
      noProgramFix: 'Choisissez-en un dans «\u202fProtection\u202f».',
      noWholePath:
        '«\u202f{{program}}\u202f» n’est pas un chemin complet\u202f; sa signification dépend donc de l’endroit où Mainstay a été démarré.',
      wholePathFix: 'Indiquez le chemin complet du programme, par exemple /usr/local/bin/before-shutdown.',
      folder: '{{program}} est un dossier.',
      chooseProgram: 'Choisissez un programme.',
      noSuchProgram: '{{program}} n’existe pas, ou ce compte ne peut pas le voir.',
      chooseThere: 'Choisissez un programme qui existe.',
      notExecutable: 'Ce compte ne peut pas exécuter {{program}}.',
      program: '{{program}} existe et peut être exécuté. Testez-le une fois dans «\u202fProtection\u202f».',
      cycle: 'Redémarrage après l’arrêt',
      hook: 'Onduleur coupé au dernier moment',
      hookThere: 'Le script de fin d’arrêt est installé\u202f: rien n’est coupé trop tôt.',
      hookMissing:
        'Le script de fin d’arrêt n’est pas utilisable\u202f: {{why}}. L’ordre est alors donné à l’onduleur à l’avance, avec un délai qui doit dépasser la durée de l’arrêt.',
      service: 'Protégé en permanence',
      serviceThere: 'Mainstay fonctionne comme service, avant même toute ouverture de session.',
      noService:
        'Mainstay ne protège cet ordinateur que tant que votre session est ouverte et que Mainstay fonctionne.',
      clock: 'L’horloge',
      clockRight: 'L’horloge indique une heure plausible.',
      clockWrong:
        'L’horloge indique l’année {{year}}. Les comptes à rebours n’en dépendent pas, mais les horaires et les rapports, si.',
      clockFix:
        'Réglez l’horloge\u202f; si elle est fausse après chaque démarrage, remplacez la pile de la carte mère.',
    },
    toldLate: '{{name}} recevra l’ordre de couper sa sortie au dernier moment de l’arrêt.',
    notTold:
      '{{name}} n’a pas reçu l’ordre de couper sa sortie\u202f: {{why}} Il alimente la charge jusqu’à ce que sa batterie soit vide ou que le secteur revienne\u202f; dans ce dernier cas, démarrez cet ordinateur à la main.',
    why: '{{why}}.',
    told: '{{name}} a reçu l’ordre de couper sa sortie après son propre délai ({{steps}}).',
    toldIn: '{{name}} a reçu l’ordre de couper sa sortie dans {{seconds, duration}} ({{steps}}).',
    noAnswer: 'Il n’a pas répondu au bout de {{seconds, duration}}.',
    cannotStop:
      '{{name}} a reçu l’ordre de couper sa sortie et ne peut plus être arrêté. Enregistrez votre travail maintenant.',
    takenBack:
      '{{name}} a finalement reçu l’ordre de ne pas couper sa sortie\u202f: cet ordinateur est encore en marche. {{message}}',
    cycle: {
      byTimer: 'Il rétablit sa sortie {{seconds, duration}} plus tard, par une minuterie',
      startsItself: 'Il démarre de lui-même quand le secteur revient',
      givesBack: 'Il rétablit le courant après un instant, que le secteur soit là ou non',
      onlyAtOnce:
        'Il ne peut couper sa sortie qu’immédiatement, ce qui est trop tôt tant que cet ordinateur n’est pas arrêté',
      noCommand: 'Il ne propose aucune commande qui coupe sa sortie et la rétablit',
      waitsAtMost:
        'Il peut attendre au plus {{most, duration}} avant de couper sa sortie, et il faut {{needed, duration}} à cet ordinateur pour s’arrêter',
      decidesItself:
        'Il décide lui-même quand il coupe sa sortie, ce qui peut être avant que cet ordinateur soit arrêté',
      noStart: 'On ne peut pas lui indiquer quand se remettre en marche\u202f: il le fait dès que le secteur est là',
      notFed: 'Il n’alimente pas cet ordinateur\u202f; Mainstay ne le coupe donc jamais.',
      leftOn:
        'Mainstay le laisse en marche après un arrêt, comme le prévoit «\u202fProtection\u202f». Si le secteur revient avant que sa batterie soit vide, cet ordinateur reste éteint jusqu’à ce que quelqu’un le démarre.',
      sleeping:
        'Mainstay le laisse en marche pendant que cet ordinateur est en veille\u202f: couper sa sortie serait nuisible.',
      onlyCommand:
        'Mainstay le laisse en marche quand seule votre commande personnelle s’exécute\u202f: couper sa sortie serait nuisible.',
      simulated: 'Il est simulé et n’alimente rien.',
      unread: 'Il n’a pas encore été lu\u202f; ce qu’il propose n’est donc pas connu.',
      cannot:
        '{{why}}. Si le secteur revient avant que sa batterie soit vide, cet ordinateur reste éteint jusqu’à ce que quelqu’un le démarre.',
      sends: {
        late: 'Au dernier moment de l’arrêt, Mainstay envoie {{names}}\u202f: l’onduleur coupe sa sortie et la rétablit quand le secteur est là.',
        shutdown:
          'Juste avant l’arrêt, avec {{seconds, duration}} d’avance, Mainstay envoie {{names}}\u202f: l’onduleur coupe sa sortie et la rétablit quand le secteur est là.',
        hibernate:
          'Juste avant la veille prolongée, avec {{seconds, duration}} d’avance, Mainstay envoie {{names}}\u202f: l’onduleur coupe sa sortie et la rétablit quand le secteur est là.',
      },
      sendsNoted: {
        late: 'Au dernier moment de l’arrêt, Mainstay envoie {{names}}\u202f: l’onduleur coupe sa sortie. {{note}}.',
        shutdown:
          'Juste avant l’arrêt, avec {{seconds, duration}} d’avance, Mainstay envoie {{names}}\u202f: l’onduleur coupe sa sortie. {{note}}.',
        hibernate:
          'Juste avant la veille prolongée, avec {{seconds, duration}} d’avance, Mainstay envoie {{names}}\u202f: l’onduleur coupe sa sortie. {{note}}.',
      },
      everything:
        'Tout ce qui y est branché perd le courant pendant ce temps. Le micrologiciel de cet ordinateur doit être réglé pour démarrer au retour du courant. Certains modèles acceptent la commande et l’ignorent\u202f; le rapport après le démarrage suivant le signale.',
      unverified: 'Ce pilote n’a jamais été essayé sur un appareil réel\u202f: ne vous y fiez pas.',
    },
    linux: {
      programs: 'busctl et systemctl sont présents.',
      programMissing: '{{missing}} manque\u202f; {{found}} doit suffire.',
      noPrograms: 'Ce système n’a ni busctl ni systemctl\u202f; il ne reste que shutdown(8), qui exige root.',
      noProgramsFix:
        'Exécutez Mainstay en tant que root, ou essayez «\u202fshutdown -h +60\u202f» et «\u202fshutdown -c\u202f» avec le compte qui l’exécute.',
      noAnswer: 'pas de réponse',
      noLogindRoot: 'logind ne répond pas ({{why}})\u202f; en tant que root, cela fonctionne sans lui.',
      noLogind: {
        shutdown: 'logind ne répond pas ({{why}}), et sans lui ce compte ne peut pas arrêter l’ordinateur.',
        hibernate:
          'logind ne répond pas ({{why}}), et sans lui ce compte ne peut pas mettre l’ordinateur en veille prolongée.',
        sleep: 'logind ne répond pas ({{why}}), et sans lui ce compte ne peut pas mettre l’ordinateur en veille.',
      },
      may: {
        shutdown: 'Ce compte a le droit d’arrêter l’ordinateur.',
        hibernate: 'Ce compte a le droit de mettre l’ordinateur en veille prolongée.',
        sleep: 'Ce compte a le droit de mettre l’ordinateur en veille.',
      },
      mayNot: {
        shutdown: 'Ce compte n’a pas le droit d’arrêter l’ordinateur.',
        hibernate: 'Ce compte n’a pas le droit de mettre l’ordinateur en veille prolongée.',
        sleep: 'Ce compte n’a pas le droit de mettre l’ordinateur en veille.',
      },
      notAvailable: 'Cet ordinateur ne peut pas le faire\u202f: logind indique que ce n’est pas disponible.',
      seeLog: 'Consultez le journal de systemd-logind.',
      challenge: 'Le système demanderait d’abord un mot de passe, et il n’y aurait peut-être personne pour le saisir.',
      noInhibitors: 'Il n’y a pas de logind à qui des programmes pourraient demander d’attendre.',
      blocking:
        'Cela se heurte en ce moment à ceci\u202f: {{names}}. Mainstay passe outre, car la batterie n’attend pas\u202f; ce que fait ce programme peut être interrompu.',
      blockingFix: 'Laissez-le terminer. S’il est toujours là, consultez «\u202fsystemd-inhibit --list\u202f».',
      delaying: '{{names}} obtient d’abord quelques secondes, comme le permet le système.',
      free: 'Aucun programme ne s’y oppose.',
      noSwap: 'Aucun disque n’a d’espace d’échange (swap)\u202f; la mémoire ne peut donc être écrite nulle part.',
      addSwap:
        'Ajoutez un espace d’échange aussi grand que la mémoire, ou choisissez l’arrêt dans «\u202fProtection\u202f».',
      littleSwap:
        'L’espace d’échange fait {{swap}}, la mémoire {{memory}}\u202f: quand la mémoire est pleine, la veille prolongée échoue.',
      makeSwap:
        'Portez l’espace d’échange à la taille de la mémoire, ou choisissez l’arrêt dans «\u202fProtection\u202f».',
      swap: 'L’espace d’échange fait {{swap}}, la mémoire {{memory}}.',
      noResume:
        'Le noyau ne sait pas où le trouver (resume=)\u202f; sur les ordinateurs UEFI, systemd le trouve de lui-même.',
      gigabytes: '{{size}}\u00a0Go',
    },
    chooseShutdown: 'Choisissez l’arrêt dans «\u202fProtection\u202f».',
    mac: {
      noHibernation: 'macOS n’a pas de commande pour cela\u202f; choisissez la veille ou l’arrêt',
      noHibernationCheck: 'macOS n’a pas de commande pour la veille prolongée.',
      sleep: 'Tout compte a le droit de mettre cet ordinateur en veille.',
      root: 'Mainstay fonctionne en tant que root.',
      events:
        'L’arrêt passe par System Events\u202f; macOS doit autoriser Mainstay à le contrôler, et des documents ouverts peuvent empêcher l’arrêt.',
      eventsFix:
        'Réglages Système, Confidentialité et sécurité, Automatisation\u202f: autorisez Mainstay à contrôler System Events. Ou bien\u202f: sudo mainstay service install',
    },
    windows: {
      privilege: 'Ce compte a le privilège SeShutdownPrivilege.',
      noPrivilege:
        'Ce compte n’a pas le droit d’arrêter l’ordinateur\u202f: il lui manque le privilège SeShutdownPrivilege.',
      noPrivilegeFix:
        'En tant qu’administrateur\u202f: mainstay service install. Ou secpol.msc, Stratégies locales, Attribution des droits utilisateur, Arrêter le système.',
      hibernation: 'La veille prolongée est activée.',
      noHibernation:
        'La veille prolongée est désactivée, ou cet ordinateur n’en dispose pas (powercfg /a dit pourquoi).',
      noHibernationFix: 'En tant qu’administrateur\u202f: powercfg /hibernate on',
    },
    run: {
      noAnswer: 'pas de réponse au bout de {{seconds, duration}}',
      exitCode: 'code de sortie {{code}}',
      failed: 'échec de {{command}} ({{why}})',
    },
    hook: {
      notExecutable: '{{hook}} n’est pas exécutable',
      notInstalled: '{{hook}} n’est pas installé',
      notWritable: 'ce compte n’a pas le droit d’écrire dans {{place}}',
    },
    own: {
      wroteMuch: '{{message}} Elle a écrit tellement que seule la fin a été conservée.',
      noneChosen:
        'Votre commande personnelle n’a pas été exécutée\u202f: aucune n’est choisie. Choisissez-la dans «\u202fProtection\u202f».',
      tooSlow:
        'Votre commande personnelle a été interrompue\u202f: elle n’était pas terminée au bout de {{seconds, duration}}. Rendez-la plus rapide, ou donnez-lui plus de temps dans «\u202fProtection\u202f».',
      well: 'Votre commande personnelle a réussi.',
      signal: 'Votre commande personnelle a échoué avec le signal {{signal}}. Examinez ce qu’elle a écrit.',
      exitCode: 'Votre commande personnelle a échoué avec le code de sortie {{code}}. Examinez ce qu’elle a écrit.',
      notExecutable: 'ce compte ne peut pas l’exécuter',
      noProgram: 'ce programme n’existe pas',
      notStarted:
        'Votre commande personnelle {{program}} n’a pas été lancée\u202f: {{reason}}. Corrigez-la dans «\u202fProtection\u202f».',
    },
    order: {
      runs: '«\u202f{{program}}\u202f» serait exécuté avec le compte sous lequel tourne Mainstay. Confirmez-le d’abord\u202f; rien n’a été fait.',
      shutdownNow:
        'Arrêter maintenant met fin immédiatement à tous les programmes de cet ordinateur. Confirmez-le d’abord\u202f; rien n’a été fait.',
      notArmed: 'Non armée, car un contrôle a échoué. {{why}}',
      agree:
        'Tous les contrôles ont réussi. Une fois la protection armée, Mainstay arrête réellement cet ordinateur\u202f: confirmez-le d’abord.',
      armed: 'La protection est armée\u202f: Mainstay arrêtera réellement cet ordinateur.',
    },
  },
};
