/** Settings, history and recordings: files that cannot be read or written, and what becomes of them. */
export const engineRecords = {
  record: {
    tooLarge: '{{file}} est trop volumineux pour un enregistrement.',
    notRegular:
      '{{file}} n’est pas un fichier ordinaire, mais un périphérique, un tube ou autre chose\u202f: il n’est donc pas lu. Indiquez un fichier ordinaire.',
    longerThan: '{{file}} dépasse {{size}}, ce qui n’arrive à aucun fichier de ce genre\u202f: il n’est donc pas lu.',
    noneInBundle:
      '{{file}} ne peut pas être rejoué\u202f: il ne contient aucun appareil avec un enregistrement. Il contient\u202f: {{known}}.',
    notInBundle:
      '{{file}} ne peut pas être rejoué\u202f: il ne contient pas d’appareil «\u202f{{device}}\u202f». Il contient\u202f: {{known}}.',
    noBundle: '{{file}} ne peut pas être rejoué\u202f: ce n’est pas un dossier d’assistance ({{why}}).',
    noZip: 'ce n’est pas un fichier zip',
    emptyFolder: 'le dossier ne contient ni fichier .snmprec, ni fichier d’échanges, ni report_descriptor.hex',
    misfit: 'ses fichiers ne vont pas ensemble',
    noRow: 'il ne contient aucune ligne de la forme OID|type|value',
    noExchange: 'il ne contient aucun échange, ni en lignes > et <, ni en journal avec send: et read:',
    noRecording: 'Il n’y a pas d’enregistrement {{path}}. Vérifiez le chemin.',
    unreadable: '{{path}} est illisible ({{why}}). Rendez-le accessible en lecture.',
    notReplayed: '{{file}} ne peut pas être rejoué\u202f: {{why}}.',
    badRow: 'La ligne {{line}} n’est pas une ligne d’enregistrement .snmprec (OID|tag|value).',
    badValue: 'La ligne {{line}} de l’enregistrement .snmprec a une valeur qui n’est pas de type {{type}}.',
    noRows: 'L’enregistrement ne contient aucune ligne de la forme OID|tag|value.',
    unknown: {
      profile: 'Il n’y a pas de profil «\u202f{{name}}\u202f». Sont disponibles\u202f: {{known}}.',
      scenario: 'Il n’y a pas de scénario «\u202f{{name}}\u202f». Sont disponibles\u202f: {{known}}.',
    },
    historyUnusable:
      'Le fichier d’historique {{file}} est inutilisable ({{reason}}). Mainstay continue, garde l’historique en mémoire et réessaie de lui-même. Vérifiez que le dossier est accessible en écriture, qu’il reste de la place sur le disque et qu’aucun autre Mainstay ne fonctionne.',
    historyDamaged:
      'Le fichier d’historique était endommagé ({{why}}). Il a été conservé sous {{keptAs}} et un nouvel historique a été commencé\u202f; les graphiques et événements antérieurs ne sont que dans le fichier conservé.',
    empty: 'il était vide',
    notDatabase: 'ce n’est pas une base de données',
    notHistory: 'ce n’est pas un historique de Mainstay',
    newer: 'un Mainstay plus récent l’a écrit, au format {{format}}',
    notJson: 'ce n’est pas du JSON ({{why}})',
    noObject: 'il ne contient pas d’objet JSON',
    noFormat: 'il n’indique pas la version de son format',
    neverFormat: 'il n’y a jamais eu de format {{format}}',
    notMigrated: 'son format {{format}} n’a pas pu être mis à jour ({{why}})',
    unknownReason: 'raison inconnue',
    wholeMisfit: 'l’ensemble n’est pas valide\u202f: {{why}}',
    partMisfit: '«\u202f{{part}}\u202f» n’est pas valide\u202f: {{why}}',
    notTaken: 'Ces réglages n’ont pas été pris en compte\u202f: {{why}}. Rien n’a été modifié.',
    settingsMissing: 'Le fichier de réglages {{file}} manque.',
    lastInForce:
      '{{what}} Mainstay continue avec les derniers réglages en vigueur\u202f; rien du fichier n’a été repris.',
    defaults:
      'Mainstay a démarré avec ses réglages par défaut\u202f: ajoutez votre onduleur et revoyez «\u202fProtection\u202f».',
    asBefore: 'Mainstay a démarré avec les réglages d’avant la dernière modification\u202f: veuillez les vérifier.',
    settingsUnusable: 'Le fichier de réglages {{file}} est inutilisable\u202f: {{why}}.',
    keptAs: '{{what}} Il a été conservé sous {{file}}.',
    settingsUnreadable: 'Le fichier de réglages {{about}} est illisible ({{reason}}). Il n’est pas écrasé.',
    settingsStuck: '{{about}} Il ne peut pas non plus être déplacé ({{reason}}). Il n’est pas écrasé.',
    settingsNotWritten:
      'Les réglages n’ont pas pu être écrits dans {{about}} ({{reason}}). Ils sont en vigueur, mais seraient perdus si Mainstay s’arrêtait maintenant\u202f; Mainstay réessaie de lui-même. Vérifiez le disque et les droits de ce dossier.',
    stoppedWithin:
      'Mainstay s’est arrêté pendant cette coupure, peut-être faute de courant\u202f; on ne sait pas comment la coupure s’est terminée.',
    unreadableParts:
      'Des parties du fichier d’historique ne sont plus lisibles et manquent dans les graphiques. Le disque est peut-être défaillant\u202f; tout le reste est conservé.',
    historyNotWritten:
      'L’historique ne peut pas être écrit ({{reason}}). Les graphiques auront une lacune\u202f; les événements attendent en mémoire. Libérez de la place sur le disque de {{file}}, ou vérifiez que le fichier est accessible en écriture\u202f; Mainstay réessaie à chaque mesure.',
    historyNotWrittenDropped_one:
      'L’historique ne peut pas être écrit ({{reason}}). Les graphiques auront une lacune\u202f; les événements attendent en mémoire. {{count}} événement n’a pas pu être conservé. Libérez de la place sur le disque de {{file}}, ou vérifiez que le fichier est accessible en écriture\u202f; Mainstay réessaie à chaque mesure.',
    historyNotWrittenDropped_many:
      'L’historique ne peut pas être écrit ({{reason}}). Les graphiques auront une lacune\u202f; les événements attendent en mémoire. {{count}} événements n’ont pas pu être conservés. Libérez de la place sur le disque de {{file}}, ou vérifiez que le fichier est accessible en écriture\u202f; Mainstay réessaie à chaque mesure.',
    historyNotWrittenDropped_other:
      'L’historique ne peut pas être écrit ({{reason}}). Les graphiques auront une lacune\u202f; les événements attendent en mémoire. {{count}} événements n’ont pas pu être conservés. Libérez de la place sur le disque de {{file}}, ou vérifiez que le fichier est accessible en écriture\u202f; Mainstay réessaie à chaque mesure.',
    historyUnreadable: 'L’historique est illisible ({{reason}}). Redémarrer Mainstay peut aider.',
    folderUnusable:
      'Impossible d’écrire dans le dossier {{folder}} ({{why}}). Mainstay fonctionne quand même, avec les réglages qui y sont lisibles, sinon avec les réglages par défaut\u202f; jusqu’à ce que ce soit réparé, il n’enregistre rien et réessaie de lui-même. Libérez de la place sur le disque, rendez le dossier accessible en écriture, ou indiquez-en un autre dans MAINSTAY_DATA.',
    folderOpen:
      'D’autres peuvent écrire dans {{open}}, où Mainstay garde ses réglages ({{folder}}). Ils pourraient changer la façon dont cet ordinateur est protégé, et ce que Mainstay exécute. Retirez-leur ce droit (chmod go-w), ou indiquez un autre dossier dans MAINSTAY_DATA.',
    inUse:
      'Un autre Mainstay utilise {{folder}}. Deux à la fois se gâcheraient mutuellement l’historique. Servez-vous de l’autre, quittez-le d’abord, ou indiquez un autre dossier dans MAINSTAY_DATA.',
    inUseBy: {
      desktop:
        'Un autre Mainstay, le programme de bureau (processus {{pid}}), utilise {{folder}}. Deux à la fois se gâcheraient mutuellement l’historique. Servez-vous de l’autre, quittez-le d’abord, ou indiquez un autre dossier dans MAINSTAY_DATA.',
      headless:
        'Un autre Mainstay, `mainstay serve` (processus {{pid}}), utilise {{folder}}. Deux à la fois se gâcheraient mutuellement l’historique. Servez-vous de l’autre, quittez-le d’abord, ou indiquez un autre dossier dans MAINSTAY_DATA.',
      service:
        'Un autre Mainstay, le service Mainstay (processus {{pid}}), utilise {{folder}}. Deux à la fois se gâcheraient mutuellement l’historique. Servez-vous de l’autre, quittez-le d’abord, ou indiquez un autre dossier dans MAINSTAY_DATA.',
    },
  },
};
