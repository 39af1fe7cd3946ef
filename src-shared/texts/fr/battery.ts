/** The battery: the screen, and what the engine says of it. */
export const battery = {
  battery: {
    noDeviceText: 'Ajoutez d’abord un onduleur\u202f; ce que Mainstay apprend sur sa batterie apparaît ici.',
    state: 'État',
    tests: 'Autotests',
    testsText:
      'Un autotest fait fonctionner la charge sur batterie pendant un moment. Si la batterie est vieille, enregistrez d’abord votre travail.',
    noTests: 'Cet onduleur ne propose aucun autotest par sa connexion.',
    age: 'Âge',
    ageText: 'Installée le {{date}}, il y a {{time}}.',
    noDate: 'La date d’installation de cette batterie n’est pas connue. Saisissez-la sous «\u202fRemplacement\u202f».',
    misfit: 'son contenu n’est pas valide',
    unreadable:
      'Ce que Mainstay a appris sur les batteries est illisible ({{why}}). Il recommence son apprentissage, mais l’oubliera à son arrêt. Déplacez le fichier batteries.json pour repartir de zéro.',
    unwritable:
      'Ce que Mainstay apprend sur les batteries ne peut pas être conservé ({{why}}). Vérifiez qu’il reste de la place sur le disque et que le dossier est accessible en écriture.',
    fault:
      'Une erreur de Mainstay lui-même a perturbé la surveillance des batteries\u202f: {{why}}. Merci de la signaler.',
    noDevice: 'Il n’y a pas d’appareil «\u202f{{id}}\u202f». Il a peut-être été retiré.',
    future: 'Cette date n’est pas encore arrivée. Rien n’a été modifié.',
    tooEarly: 'Un remplacement plus récent est déjà enregistré. Rien n’a été modifié.',
    noResult: 'L’onduleur n’en indique pas le résultat.',
    begun: 'Le test de batterie programmé de {{name}} a commencé.',
    putOff:
      'Le test de batterie programmé de {{name}} a été reporté\u202f: {{why}} Nouvelle tentative demain à la même heure.',
    toldMore: '{{told}} L’onduleur indique\u202f: {{text}}.',
    told: {
      passed: '{{name}} a réussi son test de batterie.',
      warning:
        '{{name}} a terminé son test de batterie avec un avertissement. Refaites bientôt un test\u202f; si l’avertissement revient, prévoyez une batterie neuve.',
      failed:
        '{{name}} a échoué à son test de batterie. En cas de coupure, la batterie ne pourra peut-être pas alimenter la charge\u202f; prévoyez son remplacement.',
      aborted: 'Le test de batterie de {{name}} a été interrompu.',
      refused: '{{name}} n’a pas commencé son test de batterie programmé. {{text}}',
      missed: 'Le test de batterie programmé de {{name}} n’a pas eu lieu depuis une semaine. {{text}}',
      unknown: 'Le test de batterie de {{name}} est terminé. {{text}}',
    },
    notNow: {
      away: 'Mainstay n’était pas en marche, ou n’avait pas de contact, à l’heure du test.',
      contact: 'Mainstay n’avait pas de contact avec l’onduleur.',
      mains: 'L’onduleur n’était pas sur secteur, ou sa batterie était faible.',
      outage: 'Une coupure ou un compte à rebours était en cours.',
      drill: 'Un essai était en cours.',
      shutdown: 'Un arrêt programmé était proche.',
      state: 'L’onduleur était en surcharge, en bypass ou éteint.',
      command: 'L’onduleur ne propose aucun test par sa connexion.',
      recharging: 'La batterie se recharge peut-être encore après la dernière coupure.',
      noCharge: 'L’onduleur ne communique pas son niveau de batterie.',
      charge: 'Le niveau de batterie était de {{charge}}\u202f%, et un test demande au moins {{least}}\u202f%.',
      other: 'Un autre onduleur était en cours de test.',
    },
    replaced: {
      notOffered:
        'La nouvelle batterie de {{name}} est enregistrée, et Mainstay recommence son apprentissage. La date n’est conservée qu’ici\u202f: cet onduleur ne l’accepte pas par sa connexion.',
      offline:
        'La nouvelle batterie de {{name}} est enregistrée, et Mainstay recommence son apprentissage. La date n’a pas pu être écrite dans l’onduleur, faute de contact avec lui.',
      confirmed:
        'La nouvelle batterie de {{name}} est enregistrée, et l’onduleur a pris la date en compte. Mainstay recommence son apprentissage.',
      ignored:
        'La nouvelle batterie de {{name}} est enregistrée et Mainstay recommence son apprentissage, mais l’onduleur a ignoré la date\u202f: il garde l’ancienne.',
      other:
        'La nouvelle batterie de {{name}} est enregistrée, et Mainstay recommence son apprentissage. Au sujet de la date écrite dans l’onduleur\u202f: {{message}}',
    },
    runtime: 'Autonomie',
    learned: 'Apprise par Mainstay',
    reported: 'Communiquée par l’onduleur',
    fromFull: 'batterie pleine',
    range: '{{low}} à {{high}}',
    learnedFrom_one:
      'D’après {{count}} décharge de cette batterie, il y a {{time}}, pour la charge actuelle de {{load}}.',
    learnedFrom_many:
      'D’après {{count}} décharges de cette batterie, la dernière il y a {{time}}, pour la charge actuelle de {{load}}.',
    learnedFrom_other:
      'D’après {{count}} décharges de cette batterie, la dernière il y a {{time}}, pour la charge actuelle de {{load}}.',
    learnedNow: 'Au niveau de batterie actuel\u202f: {{range}}.',
    died: '{{name}} n’a plus répondu à {{charge}}\u202f% de charge, alors que sa batterie portait la charge, et n’est revenu qu’avec le secteur. Il s’est peut-être éteint à ce moment. Testez la batterie et comptez sur moins que ce que l’onduleur annonce.',
    diedText:
      'Cet onduleur s’est peut-être éteint à {{charge}}\u202f% le {{date}}, alors que sa batterie portait la charge. Le bas de la fourchette compte avec une répétition.',
    unlearned: {
      none: 'Rien n’a encore été appris\u202f: depuis que Mainstay la surveille, cette batterie n’a pas alimenté la charge assez longtemps. La prochaine coupure ou un test plus long y remédiera.',
      unusable:
        'Rien n’a encore été appris\u202f: aucune des décharges observées n’était exploitable. La liste ci-dessous dit pourquoi. Quelques minutes sur batterie, avec Mainstay en marche, suffiraient.',
      'no-load':
        'L’onduleur ne communique pas sa charge en ce moment\u202f; aucune autonomie ne peut donc être indiquée. Dès qu’il le fera, elle sera ici.',
    },
    byCharge: 'Autonomie selon le niveau',
    byChargeText:
      'Pour la charge actuelle de {{load}}. La ligne est le plus probable\u202f; la vérité devrait se trouver dans la bande.',
    byChargeChart: 'Autonomie selon le niveau pour {{load}}\u202f: {{half}} à mi-niveau, {{full}} batterie pleine',
    likely: 'Probable',
    band: 'Fourchette',
    measured: '{{kind}}, {{date}}\u202f: {{from}} à {{to}} en {{length}} pour {{load}}',
    measuredPlace: '{{number}} sur {{count}}',
    measuredText:
      'Chaque point a été mesuré lors d’une décharge. Ce qui l’a été à une autre charge est converti pour la charge actuelle.',
    measuredEarlier: 'Décharge précédente',
    measuredLater: 'Décharge suivante',
    byLoad: 'Autonomie selon la charge',
    byLoadText: 'Combien de temps durerait une batterie pleine.',
    loadWhy: {
      present: 'la charge actuelle',
      half: 'la moitié de la charge actuelle',
      double: 'le double de la charge actuelle',
      discharged: 'déjà alimentée par cette batterie',
      rating: 'le maximum prévu pour cet onduleur',
    },
    beyond: 'Jamais vue',
    beyondText:
      'Les charges marquées ainsi sont au-delà de tout ce que cette batterie a alimenté. La fourchette y suppose qu’elle se comporte comme d’autres de son genre, et elle est plus large.',
    narrow: {
      title: 'Ce qui resserrerait la fourchette',
      none: 'Pas grand-chose\u202f: une décharge de plus ne la resserrerait guère, car deux décharges ne sont jamais tout à fait pareilles.',
      early:
        'Rien pour l’instant, c’est mieux\u202f: cet onduleur s’éteint peut-être trop tôt, alors ne déchargez pas sa batterie exprès. Testez d’abord la batterie.',
      calibration: 'Un étalonnage à une heure calme',
      deeper: 'Une décharge plus profonde',
      again: 'Encore une longue décharge',
      'other-load': 'Une décharge à une autre charge',
      byCommand:
        'L’onduleur décharge de lui-même sa batterie pleine jusqu’à environ {{charge}}. Lancez-le sous «\u202fAutotests\u202f»\u202f: «\u202f{{command}}\u202f».',
      byPlug: 'À une heure calme, batterie pleine, débranchez l’onduleur. Rebranchez-le vers {{charge}}.',
      byOther:
        'La même chose avec environ {{load}} branchés au lieu de {{present}}. Rebranchez l’onduleur vers {{charge}}.',
      gain: 'Fourchette pour {{load}}\u202f: maintenant {{now}}, ensuite environ {{after}}.',
      risk: 'Ce qui peut mal tourner\u202f: pendant ce temps, votre ordinateur fonctionne sur batterie. Si le secteur tombe à la fin, il reste peu. Enregistrez d’abord votre travail. Une ou deux fois par an suffisent, car chaque décharge profonde use un peu la batterie.',
      riskPlug:
        'Pour Mainstay, c’est une coupure\u202f: ce qui est réglé sous «\u202fProtection\u202f» peut arrêter l’ordinateur.',
    },
    simulated: 'Cet onduleur est simulé, tout comme ce qui est appris ici.',
    capacity: 'Capacité',
    capacityText:
      'Durée qu’aurait eue chaque décharge à charge et niveau de batterie égaux, par rapport à la première.',
    capacityText25:
      'Durée qu’aurait eue chaque décharge à charge et niveau de batterie égaux et à 25\u00a0°C, par rapport à la première.',
    capacityNone: 'Les premières décharges montreront ce que la batterie peut encore contenir.',
    capacityLoses: 'La batterie perd entre {{least}} et {{most}} de sa capacité par an.',
    capacityLosesAbout: 'La batterie perd environ {{share}} de sa capacité par an.',
    capacityLosesAtMost: 'La batterie perd au plus {{most}} de sa capacité par an.',
    capacityGains: 'La batterie gagne jusqu’à {{most}} par an\u202f: aucun signe d’usure.',
    capacityEither:
      'On ne peut pas encore dire si la batterie faiblit\u202f: elle perd peut-être jusqu’à {{loss}} par an, ou gagne jusqu’à {{gain}}.',
    capacitySteady: 'La batterie garde sa capacité\u202f: aucun changement visible en un an.',
    capacityUnsure:
      'On ne peut pas encore dire si la batterie faiblit\u202f: il faut pour cela au moins trois décharges sur six mois.',
    capacityChart: 'Capacité de {{count}} décharges, de {{from}} à {{to}}',
    when: 'Quand',
    share: 'Capacité',
    replacement: 'Remplacement',
    between: 'Entre {{from}} et {{to}}',
    notBefore: 'Pas avant {{from}}',
    overdue: 'À faire maintenant',
    byWear:
      'Prévu d’après l’usure de cette batterie\u202f: le moment où elle contient 80\u202f% de ce qu’elle contenait neuve (IEEE 1188).',
    byWearOther:
      'Prévu d’après l’usure de cette batterie\u202f: le moment où elle contient 80\u202f% de ce qu’elle contenait neuve, ce qui passe d’ordinaire pour la fin d’une batterie.',
    byAge:
      'Prévu d’après son âge seulement\u202f: les batteries au plomb courantes durent 3 à 5\u00a0ans à 20\u00a0°C (guide EUROBAT), et moins s’il fait plus chaud.',
    byAgeWarm:
      'Prévu d’après son âge et les {{celsius}} qu’elle a connus en moyenne\u202f: les batteries au plomb courantes durent 3 à 5\u00a0ans à 20\u00a0°C (guide EUROBAT), et deux fois moins par tranche de 10\u00a0°C en plus.',
    noReplacement:
      'La date de remplacement ne peut pas encore être prévue\u202f: saisissez la date d’installation de la batterie.',
    otherChemistry:
      'Mainstay ne connaît pas de durée de vie habituelle pour les batteries de ce type. Il prévoira la date d’après l’usure de celle-ci.',
    part: 'Pièce à acheter',
    partText: 'C’est l’onduleur qui l’indique. Comparez avec l’étiquette de l’ancienne batterie.',
    kind: 'Type d’après l’onduleur\u202f: {{kind}}',
    made: {
      title: 'Type de batterie',
      help: '«\u202fAutomatique\u202f» suit ce que dit l’onduleur et la tension de la batterie. Votre propre choix passe avant.',
      automatic: 'Automatique',
      'lead-acid': 'Plomb-acide',
      lithium: 'Lithium',
    },
    tellReplaced: 'La batterie a été remplacée',
    replaceTitle: 'Une nouvelle batterie',
    replaceText:
      'Mainstay recommence son apprentissage et garde, pour comparaison, ce qu’il sait de l’ancienne batterie. Pour le remplacement lui-même, suivez le manuel de l’onduleur, et laissez la nouvelle batterie se charger une journée avant de compter sur elle.',
    replaceWrites: 'La date est aussi écrite dans l’onduleur.',
    replaceKept: 'Cet onduleur n’accepte pas la date\u202f; Mainstay la conserve.',
    replaceDate: 'Date du remplacement',
    replaceDo: 'Enregistrer la date',
    former: 'Anciennes batteries',
    formerInstalled: 'Installée',
    formerUntil: 'Remplacée',
    formerRuntime: 'Autonomie batterie pleine, pour la charge actuelle',
    formerDischarges: 'Décharges',
    present: 'en service',
    unknown: 'inconnu',
    schedule: 'Calendrier des tests',
    every: 'Test automatique',
    everyOff: 'Jamais',
    everyWeek: 'Chaque semaine',
    everyMonth: 'Chaque mois',
    onDay: 'Le',
    monthday: 'Jour du mois',
    atHour: 'Dans l’heure à partir de',
    atHourHelp:
      'Choisissez une heure calme\u202f: la charge fonctionne quelques secondes sur batterie. Un test manqué est rattrapé dans la journée qui suit.',
    minimumCharge: 'Seulement avec un niveau de batterie d’au moins',
    percent: '%',
    nextTest: 'Prochain test prévu\u202f: {{time}}.',
    lastPutOff: 'Il a été reporté la dernière fois\u202f: {{why}}',
    testing: 'Un test est en cours.',
    results: 'Résultats',
    noResults: 'Aucun test n’a encore été observé.',
    by: { schedule: 'selon le calendrier', other: 'manuel ou par l’onduleur' },
    result: {
      passed: 'Réussi',
      warning: 'Avertissement',
      failed: 'Échec',
      aborted: 'Interrompu',
      refused: 'Refusé',
      missed: 'Manqué',
      unknown: 'Inconnu',
    },
    begunBy: 'Lancé',
    resultColumn: 'Résultat',
    words: 'L’onduleur indique',
    discharges: 'Décharges',
    noDischarges: 'La batterie n’a pas alimenté la charge depuis que Mainstay surveille.',
    what: 'Origine',
    length: 'Durée',
    chargeColumn: 'Niveau',
    loadColumn: 'Charge',
    use: 'Exploitée',
    used: 'oui',
    chargeFromTo: '{{from}} à {{to}}',
    dischargeKind: { outage: 'Coupure', test: 'Test' },
    refused: {
      short: 'non\u202f: trop courte',
      gap: 'non\u202f: des mesures manquent',
      'lost-contact': 'non\u202f: contact perdu',
      'guessed-charge': 'non\u202f: charge seulement estimée d’après la tension',
      jump: 'non\u202f: le niveau a fait un bond',
      stuck: 'non\u202f: le niveau n’a pas bougé',
      'no-charge': 'non\u202f: niveau non communiqué',
      'no-load': 'non\u202f: charge non communiquée',
    },
  },
};
