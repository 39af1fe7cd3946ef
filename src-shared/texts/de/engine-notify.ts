/** What notifications say: the messages themselves, and why one could not be sent. */
export const engineNotify = {
  notify: {
    message: {
      title: '{{what}}: {{name}}',
      titleMore_one: '{{what}}, und {{count}} weiteres',
      titleMore_other: '{{what}}, und {{count}} weitere',
      onComputer: '[{{computer}}] {{title}}',
      line: '{{time}} – {{text}}',
      more_one: '{{count}} weiteres Ereignis steht in der Liste von Mainstay.',
      more_other: '{{count}} weitere Ereignisse stehen in der Liste von Mainstay.',
      afterQuiet_one: 'Während der Ruhezeit ist eines geschehen:',
      afterQuiet_other: 'Während der Ruhezeit ist {{count}}-mal etwas geschehen:',
      briefMains: 'Bei {{name}} war das Netz {{seconds, duration}} lang weg und ist wieder da.',
      briefContact: 'Mainstay hatte {{seconds, duration}} lang keinen Kontakt zu {{name}}; sie antwortet wieder.',
      simulated: '{{name}} (simuliert)',
      mailFoot: 'Gesendet von Mainstay auf {{computer}}. Was es sendet, wird dort unter „Benachrichtigungen“ gewählt.',
    },
    threshold: {
      above: '{{name}}: {{what}} ist {{value}}, über Ihrer Grenze von {{limit}}.',
      below: '{{name}}: {{what}} ist {{value}}, unter Ihrer Grenze von {{limit}}.',
      back: '{{name}}: {{what}} ist {{value}}, wieder innerhalb Ihrer Grenze von {{limit}}.',
    },
    test: {
      title: 'Test von Mainstay',
      text: 'Dies ist ein Test. Ereignisse Ihrer USV kommen auf demselben Weg.',
      silent:
        'Innerhalb einer Minute hat nichts geantwortet. Der Test wurde zurückgenommen; sehen Sie nach der Adresse und versuchen Sie es erneut.',
      off: 'Aber der Kanal ist ausgeschaltet, also kommt auf diesem Weg kein Ereignis.',
      nothing: 'Aber für diesen Kanal sind keine Ereignisse gewählt, also kommt auf diesem Weg keines.',
      quiet: 'Gerade ist Ruhezeit: Bis {{time}} kommen nur kritische Ereignisse.',
    },
    sent: {
      http: '{{host}} hat es angenommen (HTTP {{status}}).',
      mail: 'Der Mailserver {{host}} hat es angenommen: {{said}}',
      mailSome: 'Der Mailserver {{host}} hat es angenommen, aber nicht für {{some}}. Prüfen Sie diese Adressen.',
      desktop: 'Es wurde auf dem Desktop gezeigt.',
    },
    fault: {
      notFound: 'Es gibt keinen Computer namens {{host}}. Prüfen Sie die Adresse auf Tippfehler.',
      noNames:
        'Die Adresse {{host}} lässt sich jetzt nicht nachschlagen: Es besteht keine Verbindung zum Internet, oder der Nameserver antwortet nicht.',
      refused: 'Unter {{host}} nimmt nichts Verbindungen an. Prüfen Sie Adresse und Port, und ob der Server läuft.',
      unreachable: '{{host}} ist von hier nicht erreichbar. Prüfen Sie das Netzwerk.',
      timeout: '{{host}} antwortet nicht. Prüfen Sie Adresse und Port; vielleicht ist eine Firewall dazwischen.',
      closed:
        '{{host}} hat die Verbindung getrennt. Vielleicht wird auf diesem Port eine andere Art der Verschlüsselung erwartet.',
      certificateExpired:
        'Das Zertifikat von {{host}} ist abgelaufen; ob es der richtige Server ist, lässt sich nicht sagen. Es muss dort erneuert werden.',
      certificateName:
        'Das Zertifikat von {{host}} gilt für einen anderen Namen. Verwenden Sie den Namen, der im Zertifikat steht.',
      certificateUntrusted:
        'Das Zertifikat von {{host}} ist von niemandem signiert, dem dieser Computer vertraut. Ist es Ihr eigener Server, geben Sie ihm ein vertrauenswürdiges Zertifikat, oder schalten Sie bei E-Mail die Prüfung aus.',
      tls: '{{host}} spricht nicht die verlangte Verschlüsselung. Prüfen Sie den Port und die Art der Verschlüsselung.',
      starttls:
        'Der Mailserver {{host}} bietet keine Verschlüsselung mit STARTTLS an. Versuchen Sie TLS, meist auf Port 465. Er sagte: {{said}}',
      login:
        'Der Mailserver {{host}} nimmt Benutzername oder Passwort nicht an. Viele Anbieter verlangen ein eigenes Passwort für Programme. Er sagte: {{said}}',
      mailLater: 'Der Mailserver {{host}} verschiebt es auf später: {{said}}',
      mailRefused:
        'Der Mailserver {{host}} verweigert die E-Mail. Prüfen Sie Absender und Empfänger. Er sagte: {{said}}',
      moved: '{{host}} verweist anderswohin (HTTP {{status}}). Geben Sie die Adresse an, zu der es führt.',
      denied: '{{host}} weist Token oder Geheimnis ab (HTTP {{status}}). Geben Sie es neu ein. Die Antwort: {{said}}',
      gone: '{{host}} kennt diese Adresse oder dieses Token nicht (HTTP {{status}}). Prüfen Sie beides. Die Antwort: {{said}}',
      tooLarge: 'Die Nachricht ist zu groß für {{host}} (HTTP {{status}}).',
      tooMany: '{{host}} hat zu viele Nachrichten erhalten und bittet zu warten (HTTP {{status}}).',
      server: '{{host}} hat selbst eine Störung (HTTP {{status}}). Die Antwort: {{said}}',
      notTaken: '{{host}} nimmt die Nachricht nicht an (HTTP {{status}}). Die Antwort: {{said}}',
      nothingSaid: 'nichts weiter',
      other: 'Es ließ sich nicht an {{host}} senden: {{why}}',
      stopped: 'Mainstay wurde inzwischen beendet.',
      noSecret:
        'Das Geheimnis fehlt oder wurde für eine andere Adresse eingegeben. Geben Sie es im Formular dieses Kanals ein.',
      noToken:
        'Das Token des Bots fehlt oder wurde für einen anderen Server eingegeben. Geben Sie es im Formular dieses Kanals ein.',
      noPassword:
        'Das Passwort fehlt oder wurde für einen anderen Server oder Benutzer eingegeben. Geben Sie es im Formular dieses Kanals ein.',
      noDesktop: 'Es läuft kein Desktop-Programm von Mainstay, das es zeigen könnte.',
      notShown: 'Der Desktop hat es nicht gezeigt. {{why}}',
      desktopSilent:
        'Das Desktop-Programm hat nicht geantwortet. Vielleicht ist es beschäftigt oder die Sitzung gesperrt.',
      keychainLocked:
        'Der Schlüsselbund dieses Computers ist gesperrt oder fehlt. Deshalb ist das Passwort oder Token nicht lesbar, und es wurde nichts gesendet. Entsperren Sie den Schlüsselbund und versuchen Sie es noch einmal; hilft das nicht, starten Sie Mainstay neu.',
      keychainAnother:
        'Das Passwort oder Token wurde mit einem anderen Schlüsselbund versiegelt als dem hier. Deshalb ist es nicht lesbar, und es wurde nichts gesendet. Geben Sie es im Formular dieses Kanals neu ein.',
    },
    outbox: {
      expired: 'Es wurde zu alt, um gesendet zu werden. {{why}}',
      tooMany_one: 'Mehr als eine Nachricht wartete; die ältesten wurden verworfen.',
      tooMany_other: 'Mehr als {{count}} Nachrichten warteten; die ältesten wurden verworfen.',
      discarded: 'Jemand hat es von Hand verworfen.',
      channelOff: 'Der Kanal wurde ausgeschaltet oder entfernt.',
      unknown: 'Diese Nachricht ist nicht im Postausgang. Vielleicht wurde sie inzwischen gesendet.',
    },
    file: {
      misfit: 'ihr Inhalt ist nicht gültig',
      damaged:
        'Was auf das Senden wartete, lässt sich nicht lesen ({{why}}). Nachrichten von vor diesem Start sind verloren; neue werden gesendet.',
      notWritten:
        'Der Postausgang lässt sich nicht auf dem Datenträger festhalten ({{why}}). Nachrichten werden gesendet, aber was wartet, geht verloren, wenn Mainstay endet. Prüfen Sie den Datenträger.',
      keychain:
        'Der Schlüsselbund dieses Computers nimmt das Geheimnis nicht an ({{why}}). Entsperren Sie ihn und versuchen Sie es erneut; nichts wurde verwahrt.',
      secrets:
        'Die Passwörter und Tokens der Benachrichtigungen lassen sich nicht lesen ({{why}}). Geben Sie sie unter „Benachrichtigungen“ neu ein.',
      keychainLocked:
        'Der Schlüsselbund dieses Computers ist gesperrt oder fehlt, deshalb wurde nichts aufbewahrt. Entsperren Sie ihn, starten Sie Mainstay neu und geben Sie das Passwort oder Token noch einmal ein. Auf einem Computer ohne Schlüsselbund starten Sie Mainstay mit --password-store=basic; es wird dann in einer Datei aufbewahrt, die nur Ihr Konto lesen darf.',
      closedLocked:
        'Der Schlüsselbund dieses Computers ist gesperrt oder fehlt. An {{channels}} kann nichts gesendet werden, bis Sie ihn entsperren und Mainstay neu starten. Die Passwörter und Token sind noch aufbewahrt.',
      closedAnother:
        'Die Passwörter und Token von {{channels}} wurden mit einem anderen Schlüsselbund versiegelt als dem hier; dorthin kann nichts gesendet werden. Geben Sie sie unter Benachrichtigungen neu ein.',
    },
    beeper: {
      silenced: 'Der Signalton von {{name}} ist für die Ruhezeit aus, bis {{time}}.',
      ignored:
        'Der Signalton von {{name}} sollte für die Ruhezeit aus sein, aber die USV hat das ignoriert: Er ist noch an.',
      back: 'Die Ruhezeit ist vorbei; der Signalton von {{name}} ist wieder an.',
      stuck:
        'Die Ruhezeit ist vorbei, aber {{name}} schaltet den Signalton nicht wieder ein. Schalten Sie ihn unter Gerät oder an der USV ein.',
      damaged:
        'Was über Signaltöne in ihrer Ruhezeit aufbewahrt war, ist nicht lesbar ({{why}}). Sehen Sie unter Gerät nach, ob ein Signalton noch aus ist.',
    },
    unknownChannel: 'Es gibt keinen Kanal „{{id}}“. Vielleicht wurde er entfernt.',
  },
};
