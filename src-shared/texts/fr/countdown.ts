/** The countdown, in its window, as a banner and in the outage view. */
export const countdown = {
  countdown: {
    label: 'Compte à rebours',
    left: 'Temps restant du compte à rebours',
    at: 'À {{time}}',
    aloud: '{{what}} moins de {{time}}.',
    show: 'Voir le compte à rebours',
    open: 'Ouvrir Mainstay',
    cancel: 'Annuler le compte à rebours',
    postpone: 'Reporter',
    postponeBy: 'Reporter de {{time}}',
    after: 'Ensuite, {{name}} coupe sa sortie et la rétablit quand le secteur est là.',
    afterNot: '{{name}} reste en marche ensuite.',
    noPostpone: 'Report impossible\u202f: {{why}}',
    noCancel: 'Annulation impossible\u202f: {{why}}',
    now: {
      shutdown: 'Arrêter maintenant',
      hibernate: 'Veille prolongée maintenant',
      sleep: 'Mettre en veille maintenant',
      command: 'Exécuter la commande maintenant',
    },
    nowTitle: '{{what}}\u202f?',
    nowText: {
      shutdown:
        'Cet ordinateur s’arrête immédiatement, sans attendre la fin du compte à rebours. Les programmes sont priés de se terminer\u202f; ce qui n’est pas enregistré est perdu.',
      hibernate:
        'Cet ordinateur passe immédiatement en veille prolongée, sans attendre la fin du compte à rebours. Ce qui est ouvert est conservé sur son disque.',
      sleep:
        'Cet ordinateur se met immédiatement en veille, sans attendre la fin du compte à rebours. Ce qui n’est pas enregistré est perdu quand la batterie est vide.',
      command:
        'Votre commande personnelle s’exécute immédiatement, sans attendre la fin du compte à rebours. Cet ordinateur reste en marche.',
    },
    practise: 'Faire l’exercice maintenant',
    practice: 'Rien ne sera réellement arrêté.',
    nowPractice: 'La dernière étape est jouée immédiatement, en exercice. Rien ne sera réellement arrêté.',
    over: 'Le compte à rebours est terminé\u202f; il n’y a plus rien à avancer.',
    committed: {
      shutdown: 'Arrêt en cours',
      hibernate: 'Passage en veille prolongée',
      sleep: 'Mise en veille en cours',
      command: 'Votre commande s’exécute',
    },
    committedPractice: 'La dernière étape est jouée en exercice',
    noneTitle: 'Aucun compte à rebours en cours',
    noneText: 'Rien n’est sur le point d’être arrêté.',
    noneOnBattery: 'Cet ordinateur est sur batterie, mais aucun déclencheur n’a encore réagi.',
  },
};
