/** What notifications say: the messages themselves, and why one could not be sent. */
export const engineNotify = {
  notify: {
    message: {
      title: '{{what}}\u202f: {{name}}',
      titleMore_one: '{{what}}, et {{count}} autre',
      titleMore_many: '{{what}}, et {{count}} autres',
      titleMore_other: '{{what}}, et {{count}} autres',
      onComputer: '[{{computer}}] {{title}}',
      line: '{{time}} – {{text}}',
      more_one: '{{count}} autre événement figure dans la liste de Mainstay.',
      more_many: '{{count}} autres événements figurent dans la liste de Mainstay.',
      more_other: '{{count}} autres événements figurent dans la liste de Mainstay.',
      afterQuiet_one: 'Pendant les heures de silence, il y a eu un événement\u202f:',
      afterQuiet_many: 'Pendant les heures de silence, il y a eu {{count}} événements\u202f:',
      afterQuiet_other: 'Pendant les heures de silence, il y a eu {{count}} événements\u202f:',
      briefMains: 'Le secteur a été coupé sur {{name}} pendant {{seconds, duration}}\u202f; il est revenu.',
      briefContact:
        'Mainstay n’a pas eu de contact avec {{name}} pendant {{seconds, duration}}\u202f; il répond de nouveau.',
      simulated: '{{name}} (simulé)',
      mailFoot:
        'Envoyé par Mainstay sur {{computer}}. Vous y choisissez ce qui est envoyé, sous «\u202fNotifications\u202f».',
    },
    threshold: {
      above: '{{name}}\u202f: {{what}} à {{value}}, au-dessus de votre limite de {{limit}}.',
      below: '{{name}}\u202f: {{what}} à {{value}}, au-dessous de votre limite de {{limit}}.',
      back: '{{name}}\u202f: {{what}} à {{value}}, de nouveau dans votre limite de {{limit}}.',
    },
    test: {
      title: 'Test de Mainstay',
      text: 'Ceci est un test. Les événements de votre onduleur arrivent de la même façon.',
      silent: 'Aucune réponse en une minute. Le test a été retiré\u202f; vérifiez l’adresse et réessayez.',
      off: 'Mais le canal est désactivé\u202f: il ne transmet aucun événement.',
      nothing: 'Mais aucun événement n’est choisi pour ce canal\u202f: il n’en transmet aucun.',
      quiet: 'Ce canal est en heures de silence\u202f: jusqu’à {{time}}, il ne transmet que les événements critiques.',
    },
    sent: {
      http: '{{host}} l’a accepté (HTTP {{status}}).',
      mail: 'Le serveur de messagerie {{host}} l’a accepté\u202f: {{said}}',
      mailSome: 'Le serveur de messagerie {{host}} l’a accepté, mais pas pour {{some}}. Vérifiez ces adresses.',
      desktop: 'Il a été affiché sur le bureau.',
    },
    fault: {
      notFound: 'Il n’existe pas d’ordinateur nommé {{host}}. Cherchez une faute de frappe dans l’adresse.',
      noNames:
        'L’adresse {{host}} ne peut pas être résolue en ce moment\u202f: il n’y a pas de connexion à Internet, ou le serveur de noms ne répond pas.',
      refused:
        '{{host}} n’accepte aucune connexion sur ce port. Vérifiez l’adresse et le port, et que le serveur fonctionne.',
      unreachable: '{{host}} est injoignable d’ici. Vérifiez le réseau.',
      timeout:
        '{{host}} ne répond pas. Vérifiez l’adresse et le port\u202f; un pare-feu se trouve peut-être entre les deux.',
      closed: '{{host}} a fermé la connexion. Il attend peut-être un autre type de chiffrement sur ce port.',
      certificateExpired:
        'Le certificat de {{host}} a expiré\u202f; Mainstay ne peut donc pas être sûr que c’est le bon serveur. Le certificat doit y être renouvelé.',
      certificateName:
        'Le certificat de {{host}} est établi pour un autre nom. Utilisez le nom qui figure dans le certificat.',
      certificateUntrusted:
        'Le certificat de {{host}} n’est signé par personne à qui cet ordinateur fait confiance. Si le serveur est le vôtre, donnez-lui un certificat reconnu ou, pour l’e-mail, désactivez la vérification.',
      tls: '{{host}} ne prend pas en charge le chiffrement demandé. Vérifiez le port et le type de chiffrement.',
      starttls:
        'Le serveur de messagerie {{host}} ne propose pas de chiffrement par STARTTLS. Essayez TLS, en général sur le port 465. Sa réponse\u202f: {{said}}',
      login:
        'Le serveur de messagerie {{host}} n’accepte pas le nom d’utilisateur ou le mot de passe. Beaucoup de fournisseurs demandent un mot de passe d’application. Sa réponse\u202f: {{said}}',
      mailLater: 'Le serveur de messagerie {{host}} veut l’accepter plus tard\u202f: {{said}}',
      mailRefused:
        'Le serveur de messagerie {{host}} refuse l’e-mail. Vérifiez l’expéditeur et les destinataires. Sa réponse\u202f: {{said}}',
      moved: '{{host}} redirige vers une autre adresse (HTTP {{status}}). Saisissez cette adresse.',
      denied:
        '{{host}} refuse le jeton ou le secret (HTTP {{status}}). Saisissez-le de nouveau. Sa réponse\u202f: {{said}}',
      gone: '{{host}} ne connaît pas cette adresse ou ce jeton (HTTP {{status}}). Vérifiez les deux. Sa réponse\u202f: {{said}}',
      tooLarge: 'Le message est trop volumineux pour {{host}} (HTTP {{status}}).',
      tooMany: '{{host}} a reçu trop de messages et demande de patienter (HTTP {{status}}).',
      server: '{{host}} rencontre lui-même une erreur (HTTP {{status}}). Sa réponse\u202f: {{said}}',
      notTaken: '{{host}} n’accepte pas le message (HTTP {{status}}). Sa réponse\u202f: {{said}}',
      nothingSaid: 'rien de plus',
      other: 'L’envoi à {{host}} a échoué\u202f: {{why}}',
      stopped: 'Mainstay a été arrêté entre-temps.',
      noSecret: 'Le secret manque, ou a été saisi pour une autre adresse. Saisissez-le dans ce canal.',
      noToken: 'Le jeton du bot manque, ou a été saisi pour un autre serveur. Saisissez-le dans ce canal.',
      noPassword:
        'Le mot de passe manque, ou a été saisi pour un autre serveur ou utilisateur. Saisissez-le dans ce canal.',
      noDesktop: 'Le programme de bureau de Mainstay n’est pas en marche\u202f; rien n’a donc pu l’afficher.',
      notShown: 'Le bureau ne l’a pas affiché. {{why}}',
      desktopSilent: 'Le programme de bureau n’a pas répondu. Il est peut-être occupé, ou la session verrouillée.',
      keychainLocked:
        'Le trousseau de cet ordinateur est verrouillé ou absent\u202f: le mot de passe ou le jeton ne peut pas être lu, et rien n’a été envoyé. Déverrouillez le trousseau et réessayez\u202f; si cela ne suffit pas, redémarrez Mainstay.',
      keychainAnother:
        'Le mot de passe ou le jeton a été scellé avec un autre trousseau que celui d’ici\u202f: il ne peut pas être lu, et rien n’a été envoyé. Saisissez-le à nouveau dans ce canal.',
    },
    outbox: {
      expired: 'Il est devenu trop ancien pour être envoyé. {{why}}',
      tooMany_one: 'Plus d’un message attendait\u202f; les plus anciens ont été abandonnés.',
      tooMany_many: 'Plus de {{count}} messages attendaient\u202f; les plus anciens ont été abandonnés.',
      tooMany_other: 'Plus de {{count}} messages attendaient\u202f; les plus anciens ont été abandonnés.',
      discarded: 'Quelqu’un l’a rejeté.',
      channelOff: 'Le canal a été désactivé ou retiré.',
      unknown: 'Ce message n’est pas dans la boîte d’envoi. Il a peut-être été envoyé entre-temps.',
    },
    file: {
      misfit: 'son contenu n’est pas valide',
      damaged:
        'Ce qui attendait d’être envoyé est illisible ({{why}}). Les messages antérieurs à ce démarrage sont perdus\u202f; les nouveaux sont envoyés.',
      notWritten:
        'La boîte d’envoi ne peut pas être conservée sur le disque ({{why}}). Les messages sont envoyés, mais ceux qui attendent sont perdus à l’arrêt de Mainstay. Vérifiez le disque.',
      keychain:
        'Le trousseau de cet ordinateur n’accepte pas le secret ({{why}}). Déverrouillez-le et réessayez\u202f; rien n’a été conservé.',
      secrets:
        'Les mots de passe et jetons des notifications sont illisibles ({{why}}). Saisissez-les de nouveau sous «\u202fNotifications\u202f».',
      keychainLocked:
        'Le trousseau de cet ordinateur est verrouillé ou absent\u202f: rien n’a été conservé. Déverrouillez-le, redémarrez Mainstay et saisissez à nouveau le mot de passe ou le jeton. Sur un ordinateur sans trousseau, démarrez Mainstay avec --password-store=basic\u202f; il est alors conservé dans un fichier que seul votre compte peut lire.',
      closedLocked:
        'Le trousseau de cet ordinateur est verrouillé ou absent. Rien ne peut être envoyé à {{channels}} tant que vous n’avez pas déverrouillé le trousseau et redémarré Mainstay. Les mots de passe et les jetons sont toujours conservés.',
      closedAnother:
        'Les mots de passe et les jetons de {{channels}} ont été scellés avec un autre trousseau que celui d’ici\u202f; rien ne peut y être envoyé. Saisissez-les de nouveau sous «\u202fNotifications\u202f».',
    },
    beeper: {
      silenced: 'L’alarme sonore de {{name}} est coupée pour les heures de silence, jusqu’à {{time}}.',
      ignored:
        'L’alarme sonore de {{name}} devait être coupée pour les heures de silence, mais l’onduleur n’en a pas tenu compte\u202f: elle est toujours active.',
      back: 'Les heures de silence sont terminées\u202f; l’alarme sonore de {{name}} est de nouveau active.',
      stuck:
        'Les heures de silence sont terminées, mais {{name}} ne réactive pas son alarme sonore. Activez-la sous «\u202fAppareil\u202f» ou sur l’onduleur.',
      damaged:
        'Ce qui était conservé sur les alarmes sonores en heures de silence est illisible ({{why}}). Vérifiez sous «\u202fAppareil\u202f» si une alarme sonore est encore coupée.',
    },
    unknownChannel: 'Il n’y a pas de canal «\u202f{{id}}\u202f». Il a peut-être été retiré.',
  },
};
