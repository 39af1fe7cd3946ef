/** The drill and its cards. */
export const drill = {
  drill: {
    what:
      'L’essai grandeur nature est une répétition avec une vraie coupure\u202f: vous débranchez la fiche de l’onduleur, tout se déroule sauf la dernière étape, et un compte rendu daté indique ce qui a fonctionné et en combien de temps.',
    remind: 'Me rappeler l’essai',
    remindHelp:
      'Les batteries et les ordinateurs changent\u202f; ce qui a fonctionné une fois peut ne plus fonctionner aujourd’hui.',
    never: 'Jamais',
    months_one: 'Après {{count}} mois',
    months_many: 'Après {{count}} mois',
    months_other: 'Après {{count}} mois',
    open: 'Aller à l’essai',
    due: 'Prochain essai prévu le {{time}}.',
    overdue: 'L’essai aurait dû avoir lieu le {{time}}',
    overdueText: 'Une répétition prend quelques minutes et montre si la protection fonctionne encore.',
    title: 'Répéter une coupure',
    which: 'Onduleur pour l’essai',
    start: 'Commencer l’essai',
    notNow: 'Pas pendant une coupure ou un compte à rebours.',
    noneTitle: 'Aucun onduleur pour l’essai',
    noneText: 'Un essai demande un onduleur qui alimente cet ordinateur.',
    fact: {
      plug:
        'Vous débranchez la fiche secteur de l’onduleur quand on vous le demande, et la rebranchez quand on vous le demande. Restez sur place.',
      safe: 'Rien n’est arrêté, même quand la protection est armée. Une batterie qui devient faible met fin à l’essai.',
      command: 'Votre commande personnelle s’exécute réellement, avec l’indication qu’il s’agit d’un exercice.',
      length: 'L’essai commence par les contrôles et dure environ deux minutes.',
    },
    running: 'Essai avec {{name}}',
    do: {
      checks: 'Contrôles en cours',
      unplug: 'Débranchez la fiche maintenant',
      detection: 'Attente de la coupure',
      countdown: 'Laissez courir le compte à rebours',
      command: 'Votre commande s’exécute',
      replug: 'Rebranchez la fiche',
      'all-clear': 'Attente de la fin d’alerte',
    },
    how: {
      checks: 'Ce qu’exige un arrêt est examiné d’abord.',
      unplug: 'Retirez de la prise murale la fiche secteur de {{name}}. Ce qui y est branché continue sur sa batterie.',
      detection: '{{name}} indique qu’il est sur batterie\u202f; Mainstay s’en assure. Laissez la fiche débranchée.',
      countdown:
        'Laissez la fiche débranchée et n’annulez pas. À la fin, la dernière étape est seulement jouée en exercice.',
      command: 'Laissez la fiche débranchée jusqu’à ce qu’elle soit terminée.',
      replug: 'Remettez la fiche secteur de {{name}} dans la prise murale.',
      'all-clear': 'Le secteur est revenu. Mainstay attend qu’il soit resté stable.',
    },
    since: 'depuis {{time}}',
    cancel: 'Annuler l’essai',
    cancelText:
      'Vous pouvez annuler à tout moment\u202f; vos propres règles s’appliquent de nouveau aussitôt. Rebranchez ensuite la fiche.',
    step: {
      checks: 'Contrôles préalables',
      unplug: 'Fiche débranchée',
      detection: 'Coupure détectée',
      countdown: 'Compte à rebours',
      command: 'Commande personnelle',
      replug: 'Fiche rebranchée',
      'all-clear': 'Fin d’alerte',
    },
    verdict: { waiting: 'À venir', running: 'En cours', passed: 'Réussi', failed: 'Échec', skipped: 'Omis' },
    seconds: '{{time}} s',
    result: { passed: 'Réussi', failed: 'Échec', abandoned: 'Interrompu', running: 'En cours' },
    ended: {
      passed: 'L’essai est réussi',
      failed: 'L’essai a montré quelque chose à corriger',
      abandoned: 'L’essai a été interrompu',
    },
    endedText: {
      passed:
        'La protection fonctionne, de la fiche secteur à la dernière étape. Le compte rendu ci-dessous conserve les durées.',
      failed:
        'Le compte rendu ci-dessous indique quelle étape a échoué et comment y remédier. Refaites ensuite un essai.',
      abandoned: 'Le compte rendu ci-dessous indique pourquoi. Si la fiche est encore débranchée, rebranchez-la.',
    },
    cards: 'Comptes rendus',
    noCards: 'Aucun essai n’a encore laissé de compte rendu.',
    export: 'Exporter',
    exportOf: 'Exporter le compte rendu du {{time}}',
    remove: 'Supprimer',
    removeOf: 'Supprimer le compte rendu du {{time}}',
    removeTitle: 'Supprimer le compte rendu du {{time}}\u202f?',
    removeText: 'Il ne pourra pas être récupéré. Le rappel compte à partir des comptes rendus restants.',
  },
};
