/** The conversation with a UPS: how it stands, and what became of commands and settings. */
export const engineSession = {
  session: {
    nothingUsable: '{{device}} n’envoie plus rien d’exploitable.',
    unwatched: 'Cet onduleur n’est plus surveillé.',
    keepsTrying: '{{why}} Mainstay continue d’essayer. Vérifiez le câble et que l’onduleur est en marche.',
    identified: 'Identifié\u202f: {{protocol}}.',
    driverFault:
      'Une erreur du pilote de Mainstay a interrompu l’échange avec {{device}}\u202f: {{what}}. Les autres appareils continuent. Merci de la signaler, avec les échanges affichés dans «\u202fDiagnostic\u202f».',
    fault:
      'Une erreur de Mainstay lui-même a interrompu l’échange avec {{device}}\u202f: {{what}}. Les autres appareils continuent. Merci de la signaler, avec les échanges affichés dans «\u202fDiagnostic\u202f».',
    thisUps: 'cet onduleur',
    silent:
      'Rien ne répond. Vérifiez le câble ou l’adresse réseau, et que l’onduleur est en marche\u202f; Mainstay continue d’essayer.',
    unrecognisedByMany:
      'Quelque chose répond, mais pas comme un onduleur qui parle l’un des {{number}} protocoles. Vérifiez le port et le pilote. Un adaptateur sans contact avec son onduleur se présente de la même façon.',
    unrecognised:
      'Quelque chose répond, mais pas comme un onduleur qui parle {{protocols}}. Vérifiez le port et le pilote. Un adaptateur sans contact avec son onduleur se présente de la même façon.',
    ended: 'La connexion à cet onduleur est terminée.',
    commandFault: 'Une erreur du pilote de Mainstay a empêché cela\u202f: {{what}}',
    closed: 'La connexion à {{device}} a été fermée.',
    stale:
      'Pas de réponse exploitable depuis {{seconds, duration}}. Les valeurs affichées sont anciennes. Si cela dure, vérifiez le câble ou le réseau, et que l’onduleur est en marche.',
    probeUnrecognised:
      'Quelque chose répond, mais pas comme un onduleur qui parle {{protocols}}. C’est peut-être un autre appareil, ou il parle un protocole que Mainstay ne connaît pas. Un adaptateur sans contact avec son onduleur se présente de la même façon.',
    probeSilent: 'Rien ne répond à {{protocols}}. Vérifiez le câble ou l’adresse, et que l’onduleur est en marche.',
    charge: {
      charging:
        'Tant que le chargeur travaille, la tension montre le chargeur et non le niveau de la batterie. Il est de nouveau indiqué sur batterie.',
      noRating: 'non estimé\u202f: l’appareil n’indique pas la tension nominale de sa batterie',
      unfitting: 'non estimé\u202f: {{volts}}\u00a0V ne correspond pas aux {{rated}}\u00a0V nominaux',
      lithium:
        'non estimé\u202f: la tension d’une batterie au lithium reste la même jusqu’à ce qu’elle soit presque vide',
      noLoad: 'non estimé\u202f: l’appareil ne communique pas sa charge, et la tension baisse en charge',
      unmeasured:
        'pas encore estimé\u202f: la baisse de tension en charge est mesurée à la première coupure après {{seconds, duration}} sur secteur',
      settling: 'pas encore estimé\u202f: la tension se stabilise encore après la coupure du secteur',
    },
    stoppedReporting: 'L’appareil a cessé de le communiquer.',
    notAnswered: 'L’appareil n’a pas répondu à cette question depuis trop longtemps.',
    tooMany: 'Trop de commandes attendent pour cet onduleur. Attendez qu’elles soient terminées.',
    unconfirmed: '{{name}} n’a pas été envoyé, car il faut d’abord confirmer. {{effect}}',
    notOffered: 'Cet onduleur ne propose pas {{name}}. Rien n’a été envoyé.',
    noArgument: '{{name}} n’accepte pas d’argument. Rien n’a été envoyé.',
    needsArgument: '{{name}} demande un argument\u202f: {{argument}}. Rien n’a été envoyé.',
    notSettable: 'Cet onduleur ne permet pas de modifier {{name}}. Rien n’a été envoyé.',
    takesOneOf: 'Valeurs acceptées\u202f: {{values}}.',
    takesNumber: 'Un nombre de {{min}} à {{max}} est accepté.',
    takesLength: 'Au plus {{length}} caractères sont acceptés.',
    accepted: '{{what}}\u202f: l’onduleur l’a accepté.',
    sent: '{{what}}\u202f: envoyé. Cet onduleur n’accuse pas réception des commandes.',
    refused: '{{what}}\u202f: l’onduleur a refusé. {{why}}',
    noReason: 'Il n’a donné aucune raison.',
    invalid: '{{what}}\u202f: rien n’a été envoyé. {{why}}',
    maybeDone: '{{what}}\u202f: l’onduleur n’a pas répondu\u202f; on ne sait pas si cela a été fait.',
    valueRefused: '{{what}}\u202f: l’onduleur a refusé «\u202f{{wanted}}\u202f». {{why}}',
    confirmed: '{{what}}\u202f: désormais {{value}}, comme l’indique l’onduleur.',
    maybeChanged: '{{what}}\u202f: l’onduleur n’a pas répondu\u202f; on ne sait pas si la valeur a été modifiée.',
    ignored: '{{what}}\u202f: l’onduleur a accepté «\u202f{{wanted}}\u202f», mais communique {{value}}.',
    valueSent:
      '{{what}}\u202f: «\u202f{{wanted}}\u202f» a été envoyé, mais l’onduleur n’indique pas la valeur qu’il a retenue.',
    connecting: 'La connexion est encore en cours.',
    unreached: 'Rien n’a été envoyé, car cet onduleur est injoignable en ce moment. {{why}}',
  },
};
