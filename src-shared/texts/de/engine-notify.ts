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
      afterQuiet_one: 'Während der Ruhezeit gab es ein Ereignis:',
      afterQuiet_other: 'Während der Ruhezeit gab es {{count}} Ereignisse:',
      briefMains: 'Bei {{name}} war das Netz {{seconds, duration}} lang weg und ist wieder da.',
      briefContact: 'Mainstay hatte {{seconds, duration}} lang keinen Kontakt zu {{name}}; sie antwortet wieder.',
      simulated: '{{name}} (simuliert)',
      mailFoot:
        'Gesendet von Mainstay auf {{computer}}. Was gesendet wird, legen Sie dort unter „Benachrichtigungen“ fest.',
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
        'Innerhalb einer Minute kam keine Antwort. Der Test wurde zurückgenommen; prüfen Sie die Adresse und versuchen Sie es erneut.',
      off: 'Aber der Kanal ist ausgeschaltet, er stellt also keine Ereignisse zu.',
      nothing: 'Aber für diesen Kanal sind keine Ereignisse gewählt, er stellt also keine zu.',
      quiet: 'Gerade ist Ruhezeit: Bis {{time}} werden nur kritische Ereignisse zugestellt.',
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
        'Die Adresse {{host}} lässt sich zurzeit nicht nachschlagen: Es besteht keine Verbindung zum Internet, oder der Nameserver antwortet nicht.',
      refused:
        '{{host}} nimmt auf diesem Port keine Verbindung an. Prüfen Sie Adresse und Port, und ob der Server läuft.',
      unreachable: '{{host}} ist von hier nicht erreichbar. Prüfen Sie das Netzwerk.',
      timeout: '{{host}} antwortet nicht. Prüfen Sie Adresse und Port; vielleicht ist eine Firewall dazwischen.',
      closed:
        '{{host}} hat die Verbindung geschlossen. Vielleicht wird auf diesem Port eine andere Art der Verschlüsselung erwartet.',
      certificateExpired:
        'Das Zertifikat von {{host}} ist abgelaufen; Mainstay kann daher nicht sicher sein, dass es der richtige Server ist. Das Zertifikat muss dort erneuert werden.',
      certificateName:
        'Das Zertifikat von {{host}} gilt für einen anderen Namen. Verwenden Sie den Namen, der im Zertifikat steht.',
      certificateUntrusted:
        'Das Zertifikat von {{host}} ist von niemandem signiert, dem dieser Computer vertraut. Ist es Ihr eigener Server, geben Sie ihm ein vertrauenswürdiges Zertifikat, oder schalten Sie bei E-Mail die Prüfung aus.',
      tls: '{{host}} beherrscht die verlangte Verschlüsselung nicht. Prüfen Sie den Port und die Art der Verschlüsselung.',
      starttls:
        'Der Mailserver {{host}} bietet keine Verschlüsselung mit STARTTLS an. Versuchen Sie TLS, meist auf Port 465. Die Antwort: {{said}}',
      login:
        'Der Mailserver {{host}} nimmt Benutzername oder Passwort nicht an. Viele Anbieter verlangen ein eigenes Passwort für Programme. Die Antwort: {{said}}',
      mailLater: 'Der Mailserver {{host}} will sie später annehmen: {{said}}',
      mailRefused:
        'Der Mailserver {{host}} lehnt die E-Mail ab. Prüfen Sie Absender und Empfänger. Die Antwort: {{said}}',
      moved: '{{host}} leitet auf eine andere Adresse weiter (HTTP {{status}}). Geben Sie diese Adresse ein.',
      denied:
        '{{host}} lehnt Token oder Geheimnis ab (HTTP {{status}}). Geben Sie es noch einmal ein. Die Antwort: {{said}}',
      gone: '{{host}} kennt diese Adresse oder dieses Token nicht (HTTP {{status}}). Prüfen Sie beides. Die Antwort: {{said}}',
      tooLarge: 'Die Nachricht ist zu groß für {{host}} (HTTP {{status}}).',
      tooMany: '{{host}} hat zu viele Nachrichten erhalten und bittet um Geduld (HTTP {{status}}).',
      server: '{{host}} hat selbst eine Störung (HTTP {{status}}). Die Antwort: {{said}}',
      notTaken: '{{host}} nimmt die Nachricht nicht an (HTTP {{status}}). Die Antwort: {{said}}',
      nothingSaid: 'nichts weiter',
      other: 'Es ließ sich nicht an {{host}} senden: {{why}}',
      stopped: 'Mainstay wurde inzwischen beendet.',
      noSecret: 'Das Geheimnis fehlt oder wurde für eine andere Adresse eingegeben. Geben Sie es bei diesem Kanal ein.',
      noToken:
        'Das Token des Bots fehlt oder wurde für einen anderen Server eingegeben. Geben Sie es bei diesem Kanal ein.',
      noPassword:
        'Das Passwort fehlt oder wurde für einen anderen Server oder Benutzer eingegeben. Geben Sie es bei diesem Kanal ein.',
      noDesktop: 'Das Desktop-Programm von Mainstay läuft nicht; es konnte also nicht gezeigt werden.',
      notShown: 'Der Desktop hat es nicht gezeigt. {{why}}',
      desktopSilent:
        'Das Desktop-Programm hat nicht geantwortet. Vielleicht ist es beschäftigt oder die Sitzung gesperrt.',
      keychainLocked:
        'Der Schlüsselbund dieses Computers ist gesperrt oder fehlt. Deshalb ist das Passwort oder Token nicht lesbar, und es wurde nichts gesendet. Entsperren Sie den Schlüsselbund und versuchen Sie es noch einmal; hilft das nicht, starten Sie Mainstay neu.',
      keychainAnother:
        'Das Passwort oder Token wurde mit einem anderen Schlüsselbund versiegelt als dem hier. Deshalb ist es nicht lesbar, und es wurde nichts gesendet. Geben Sie es bei diesem Kanal neu ein.',
    },
    outbox: {
      expired: 'Es war zu alt, um noch gesendet zu werden. {{why}}',
      tooMany_one: 'Es wartete mehr als eine Nachricht; die ältesten wurden verworfen.',
      tooMany_other: 'Es warteten mehr als {{count}} Nachrichten; die ältesten wurden verworfen.',
      discarded: 'Jemand hat es von Hand verworfen.',
      channelOff: 'Der Kanal wurde ausgeschaltet oder entfernt.',
      unknown: 'Diese Nachricht ist nicht im Postausgang. Vielleicht wurde sie inzwischen gesendet.',
    },
    file: {
      misfit: 'ihr Inhalt ist nicht gültig',
      damaged:
        'Was auf das Senden wartete, lässt sich nicht lesen ({{why}}). Nachrichten aus der Zeit vor diesem Start sind verloren; neue werden gesendet.',
      notWritten:
        'Der Postausgang lässt sich nicht auf dem Datenträger speichern ({{why}}). Nachrichten werden gesendet, aber was noch wartet, geht verloren, wenn Mainstay beendet wird. Prüfen Sie den Datenträger.',
      keychain:
        'Der Schlüsselbund dieses Computers nimmt das Geheimnis nicht an ({{why}}). Entsperren Sie ihn und versuchen Sie es erneut; nichts wurde aufbewahrt.',
      secrets:
        'Die Passwörter und Token der Benachrichtigungen lassen sich nicht lesen ({{why}}). Geben Sie sie unter „Benachrichtigungen“ neu ein.',
      keychainLocked:
        'Der Schlüsselbund dieses Computers ist gesperrt oder fehlt, deshalb wurde nichts aufbewahrt. Entsperren Sie ihn, starten Sie Mainstay neu und geben Sie das Passwort oder Token noch einmal ein. Auf einem Computer ohne Schlüsselbund starten Sie Mainstay mit --password-store=basic; es wird dann in einer Datei aufbewahrt, die nur Ihr Konto lesen darf.',
      closedLocked:
        'Der Schlüsselbund dieses Computers ist gesperrt oder fehlt. An {{channels}} kann nichts gesendet werden, bis Sie ihn entsperren und Mainstay neu starten. Die Passwörter und Token bleiben erhalten.',
      closedAnother:
        'Die Passwörter und Token von {{channels}} wurden mit einem anderen Schlüsselbund versiegelt als dem hier; dorthin kann nichts gesendet werden. Geben Sie sie unter „Benachrichtigungen“ neu ein.',
    },
    beeper: {
      silenced: 'Der Signalton von {{name}} ist wegen der Ruhezeit aus, bis {{time}}.',
      ignored:
        'Der Signalton von {{name}} sollte wegen der Ruhezeit aus sein, aber die USV hat das ignoriert: Er ist noch an.',
      back: 'Die Ruhezeit ist vorbei; der Signalton von {{name}} ist wieder an.',
      stuck:
        'Die Ruhezeit ist vorbei, aber {{name}} schaltet den Signalton nicht wieder ein. Schalten Sie ihn unter „Gerät“ oder an der USV ein.',
      damaged:
        'Was über Signaltöne in ihrer Ruhezeit aufbewahrt war, ist nicht lesbar ({{why}}). Sehen Sie unter „Gerät“ nach, ob ein Signalton noch aus ist.',
    },
    unknownChannel: 'Es gibt keinen Kanal „{{id}}“. Vielleicht wurde er entfernt.',
  },
};
