/** What the driver of APC's Microlink says. */
export const driverApcmicrolink = {
  microlink: {
    noCommand: 'Cet onduleur n’a pas cette commande.',
    noPanel: 'L’onduleur n’a pas indiqué comment son panneau est réglé.',
    authentication: {
      accepted: 'L’onduleur a accepté notre réponse à son défi.',
      notRequired: 'L’onduleur n’en demande aucune.',
      notAccepted:
        'L’onduleur n’a pas accepté notre réponse à son défi. Il se tait après chaque relevé et doit être relu depuis le début, ce qui prend quelques secondes\u202f; il n’accepte aucune commande. Fermez les autres programmes qui utilisent son port, et signalez cela avec les échanges affichés dans «\u202fDiagnostic\u202f».',
      notAnswerable:
        'Il n’a pas été possible de répondre au défi de l’onduleur, car son numéro de série ou son mot de passe n’a pas été trouvé. Il se tait après chaque relevé et doit être relu depuis le début, ce qui prend quelques secondes\u202f; il n’accepte aucune commande. Signalez cela avec les échanges affichés dans «\u202fDiagnostic\u202f».',
    },
    group: 'le groupe n’est ni en marche ni coupé',
    noVoltage: 'le réglage 0x{{setting}} n’est pas une tension unique',
    beeper: 'le réglage n’indique ni marche ni arrêt',
    bothSources: '0x{{status}} indique secteur et batterie à la fois',
    noSource: '0x{{status}} n’indique pas ce qui alimente la charge',
    efficiency: {
      unknown: 'l’onduleur ne le connaît pas',
      loadTooLow: 'la charge est trop faible pour le déterminer',
      outputOff: 'la sortie est coupée',
      onBattery: 'l’onduleur est sur batterie',
      inBypass: 'l’onduleur est en bypass',
      charging: 'la batterie se recharge',
      poorMains: 'le secteur est trop mauvais',
      noBattery: 'la batterie est déconnectée',
    },
    noText: 'contient des octets qui ne sont pas du texte',
    oddNumber: 'un nombre de {{bytes}}\u00a0octets n’est pas compris',
    neverSet: 'jamais réglé',
    noChoice: '{{raw}} n’est aucun des choix connus',
    nothingSaid: 'rien n’est indiqué',
    noBit: '0x{{bytes}} ne contient aucun bit connu',
    notHeld: '«\u202f{{text}}\u202f» n’est pas un nombre que l’onduleur peut enregistrer.',
    date: 'Indiquez une date après 2000-01-01, comme «\u202f2026-02-28\u202f».',
    unsettable: 'Cela ne peut pas être réglé.',
    plain: 'Seuls des lettres, chiffres et signes simples sont acceptés.',
  },
};
