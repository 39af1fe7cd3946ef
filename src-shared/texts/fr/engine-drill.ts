/** What a drill says: its steps, its end, its card. */
export const engineDrill = {
  drilled: {
    misfit: 'son contenu n’est pas valide',
    unreadable:
      'Les comptes rendus des essais précédents sont illisibles ({{why}}). Les nouveaux ne sont conservés que jusqu’à l’arrêt de Mainstay. Déplacez le fichier pour repartir de zéro.',
    checked: 'Tous les contrôles qu’exige un arrêt ont réussi.',
    removed: 'L’onduleur a été retiré de Mainstay.',
    lost: 'Le contact avec l’onduleur a été perdu.',
    low: 'L’onduleur indique que sa batterie est faible. Rebranchez-le maintenant.',
    carries: 'L’onduleur alimente cet ordinateur depuis sa batterie.',
    nobodyPulled: 'Personne n’a débranché l’onduleur dans les cinq minutes.',
    backEarly: 'Le secteur était revenu avant que la coupure soit confirmée.',
    ranOut: 'Le compte à rebours est allé à son terme\u202f; la dernière étape suivrait maintenant.',
    backInCountdown: 'Le secteur était revenu avant la fin du compte à rebours.',
    noCommand: 'Aucune commande personnelle n’est définie.',
    carriesAgain: 'Le secteur alimente de nouveau la charge.',
    notPutBack: 'L’onduleur n’a pas été rebranché dans les dix minutes.',
    others: 'Sont aussi passés sur batterie\u202f: {{names}}. C’est peut-être une vraie coupure.',
    down: 'La batterie est descendue à {{charge}}\u202f%. Rebranchez l’onduleur maintenant.',
    detected:
      'Mainstay a considéré cela comme une coupure. Le délai que vous avez réglé y compte pour {{seconds, duration}}.',
    stable: 'Le secteur était stable. Le délai que vous avez réglé y compte pour {{seconds, duration}}.',
    gone: 'L’onduleur a été retiré.',
    countdown:
      'Essai\u202f: le compte à rebours a commencé. La dernière étape suivrait dans {{seconds, duration}}\u202f; elle est seulement notée.',
    countdown_now: 'Essai\u202f: la dernière étape suivrait maintenant\u202f; elle est seulement notée.',
    reason: 'C’est un essai\u202f: le compte à rebours commence de lui-même dès que la coupure est constatée.',
    outcome: 'Un essai avec {{name}}\u202f: tout se déroule sauf la dernière étape.',
    checkedSimulated:
      'Tous les autres contrôles qu’exige un arrêt ont réussi. Cet onduleur est simulé\u202f: l’essai montre son déroulement, pas que votre propre onduleur fonctionne.',
    notCounting:
      '{{name}} est simulé et ne compte pas à côté d’un véritable onduleur\u202f: un essai avec lui ne montrerait rien. Choisissez votre propre onduleur.',
    begun: 'L’essai avec {{name}} a commencé\u202f: tout se déroule sauf la dernière étape.',
    none: 'Aucun essai n’est en cours.',
    endedByPerson: 'Quelqu’un a mis fin à l’essai.',
    cancelled: 'L’essai est terminé. Si l’onduleur est débranché, rebranchez-le maintenant.',
    passed: 'L’essai avec {{name}} a réussi.',
    failed: 'L’essai avec {{name}} a échoué\u202f: {{why}}',
    ended: 'L’essai avec {{name}} a été interrompu\u202f: {{why}}',
    notKept: 'Le compte rendu de l’essai n’a pas pu être conservé\u202f: {{why}}',
    already: 'Un essai est déjà en cours.',
    noUps: 'Cet onduleur n’existe pas. Il a peut-être été retiré.',
    notFed: '{{name}} n’alimente pas cet ordinateur\u202f; le débrancher ne montrerait donc rien.',
    noContact:
      'Il n’y a pas de contact avec {{name}} en ce moment. Rétablissez-le d’abord\u202f; «\u202fDiagnostic\u202f» en dit plus.',
    off: 'La protection est désactivée, il n’y a donc rien à essayer. Mettez-la d’abord en mode Exercice.',
    busy: 'Cet ordinateur est sur batterie ou un compte à rebours est en cours\u202f: ce n’est pas le moment d’un essai.',
    notOnMains: '{{name}} n’indique pas qu’il est sur secteur. Un essai commence sur secteur.',
    scheduled: 'Un arrêt programmé a lieu dans moins d’une demi-heure. Faites l’essai après celui-ci.',
    noCard: 'Il n’y a pas de compte rendu d’essai «\u202f{{id}}\u202f». Il a peut-être été supprimé.',
    failure: {
      detection:
        'L’onduleur a indiqué qu’il était sur batterie, mais Mainstay n’a pas considéré cela à temps comme une coupure. Regardez l’âge des mesures et «\u202fÉvénements\u202f»\u202f: il manque peut-être des mesures.',
      countdown:
        'Le compte à rebours n’est pas arrivé à son terme à temps. Cherchez dans «\u202fÉvénements\u202f» ce qui l’a arrêté, et signalez-le si rien ne l’a fait.',
      command:
        'Votre commande ne s’est pas terminée à temps. Testez-la dans «\u202fProtection\u202f», et regardez ce qu’elle écrit.',
      'all-clear':
        'Le secteur était revenu, mais la fin d’alerte n’est pas arrivée à temps. Regardez «\u202fÉvénements\u202f»\u202f: l’onduleur est peut-être repassé sur batterie.',
      other: 'Cela ne s’est pas produit à temps.',
    },
    step: {
      checks: 'Contrôles préalables',
      unplug: 'Onduleur débranché',
      detection: 'Coupure détectée',
      countdown: 'Compte à rebours',
      command: 'Commande personnelle',
      replug: 'Onduleur rebranché',
      'all-clear': 'Fin d’alerte',
    },
    verdict: {
      passed: 'réussi',
      failed: 'échec',
      abandoned: 'interrompu',
      running: 'pas encore terminé',
      waiting: 'non atteint',
      skipped: 'ignoré',
    },
    seconds: '{{seconds}}\u00a0s',
    page: {
      title: 'Essai de coupure avec {{name}}',
      heading: 'Essai de coupure\u202f: {{verdict}}',
      what: '{{name}}, {{when}}. Tout s’est déroulé sauf la dernière étape.',
      step: 'Étape',
      verdict: 'Résultat',
      took: 'Durée',
      seen: 'Ce qui a été observé',
    },
  },
};
