/** What notifications say: the messages themselves, and why one could not be sent. */
export const engineNotify = {
  notify: {
    message: {
      title: '{{what}}: {{name}}',
      titleMore_one: '{{what}}, and {{count}} more',
      titleMore_other: '{{what}}, and {{count}} more',
      onComputer: '[{{computer}}] {{title}}',
      line: '{{time}} – {{text}}',
      more_one: '{{count}} more event is in the list of Mainstay.',
      more_other: '{{count}} more events are in the list of Mainstay.',
      afterQuiet_one: 'During the quiet hours one thing happened:',
      afterQuiet_other: 'During the quiet hours {{count}} things happened:',
      briefMains: 'Mains was away from {{name}} for {{seconds, duration}} and is back.',
      briefContact: 'Mainstay had no contact with {{name}} for {{seconds, duration}}; it answers again.',
      simulated: '{{name}} (simulated)',
      mailFoot: 'Sent by Mainstay on {{computer}}. What it sends is chosen there, under Notifications.',
    },
    threshold: {
      above: '{{name}}: {{what}} is {{value}}, above your limit of {{limit}}.',
      below: '{{name}}: {{what}} is {{value}}, below your limit of {{limit}}.',
      back: '{{name}}: {{what}} is {{value}}, back within your limit of {{limit}}.',
    },
    test: {
      title: 'Test of Mainstay',
      text: 'This is a test. Events of your UPS come the same way.',
      silent: 'Nothing answered within a minute. The test was taken back; check the address and try again.',
      off: 'But the channel is switched off, so it delivers no events.',
      nothing: 'But no events are chosen for this channel, so it delivers none.',
      quiet: 'It is in its quiet hours: until {{time}} it delivers only critical events.',
    },
    sent: {
      http: '{{host}} has taken it (HTTP {{status}}).',
      mail: 'The mail server {{host}} has taken it: {{said}}',
      mailSome: 'The mail server {{host}} has taken it, but not for {{some}}. Check these addresses.',
      desktop: 'It was shown on the desktop.',
    },
    fault: {
      notFound: 'There is no computer named {{host}}. Check the address for a typing mistake.',
      noNames:
        'The address {{host}} cannot be looked up now: there is no connection to the internet, or the name server does not answer.',
      refused:
        '{{host}} accepts no connection on this port. Check the address and the port, and whether the server runs.',
      unreachable: '{{host}} cannot be reached from here. Check the network.',
      timeout: '{{host}} does not answer. Check the address and the port; a firewall may be in between.',
      closed: '{{host}} has closed the connection. It may expect another kind of encryption on this port.',
      certificateExpired:
        'The certificate of {{host}} has expired, so Mainstay cannot be sure that it is the right server. The certificate has to be renewed there.',
      certificateName: 'The certificate of {{host}} is for another name. Use the name given in the certificate.',
      certificateUntrusted:
        'The certificate of {{host}} is signed by nobody that this computer trusts. If the server is your own, give it a trusted certificate, or, for mail, switch the check off.',
      tls: '{{host}} does not speak the encryption that was asked for. Check the port, and the kind of encryption.',
      starttls:
        'The mail server {{host}} offers no encryption by STARTTLS. Try TLS, usually on port 465. It said: {{said}}',
      login:
        'The mail server {{host}} does not take the user name or the password. Many providers ask for a password made for programs. It said: {{said}}',
      mailLater: 'The mail server {{host}} wants to take it later: {{said}}',
      mailRefused: 'The mail server {{host}} refuses the mail. Check the sender and the recipients. It said: {{said}}',
      moved: '{{host}} redirects to another address (HTTP {{status}}). Enter that address.',
      denied: '{{host}} refuses the token or the secret (HTTP {{status}}). Enter it again. It said: {{said}}',
      gone: '{{host}} does not know this address or this token (HTTP {{status}}). Check both. It said: {{said}}',
      tooLarge: 'The message is too large for {{host}} (HTTP {{status}}).',
      tooMany: '{{host}} has received too many messages and asks to wait (HTTP {{status}}).',
      server: '{{host}} has a fault of its own (HTTP {{status}}). It said: {{said}}',
      notTaken: '{{host}} does not take the message (HTTP {{status}}). It said: {{said}}',
      nothingSaid: 'nothing more',
      other: 'It could not be sent to {{host}}: {{why}}',
      stopped: 'Mainstay was stopped meanwhile.',
      noSecret: 'The secret is missing, or was given for another address. Enter it in this channel.',
      noToken: 'The token of the bot is missing, or was given for another server. Enter it in this channel.',
      noPassword: 'The password is missing, or was given for another server or user. Enter it in this channel.',
      noDesktop: 'The desktop program of Mainstay is not running, so nothing could show it.',
      notShown: 'The desktop did not show it. {{why}}',
      desktopSilent: 'The desktop program did not answer. It may be busy, or the session locked.',
      keychainLocked:
        'The keychain of this computer is locked or missing, so the password or token cannot be read, and nothing was sent. Unlock the keychain and try again; start Mainstay again if that does not help.',
      keychainAnother:
        'The password or token was sealed with another keychain than the one that is here, so it cannot be read, and nothing was sent. Give it again in the form of this channel.',
    },
    outbox: {
      expired: 'It became too old to be sent. {{why}}',
      tooMany_one: 'More than one message waited; the oldest were dropped.',
      tooMany_other: 'More than {{count}} messages waited; the oldest were dropped.',
      discarded: 'A person has discarded it.',
      channelOff: 'The channel was switched off or removed.',
      unknown: 'There is no such message in the outbox. It may have been sent meanwhile.',
    },
    file: {
      misfit: 'its content is not valid',
      damaged:
        'What was waiting to be sent cannot be read ({{why}}). Messages from before this start are lost; new ones are sent.',
      notWritten:
        'The outbox cannot be kept on disk ({{why}}). Messages are sent, but what waits is lost when Mainstay ends. Check the disk.',
      keychain:
        'The keychain of this computer does not take the secret ({{why}}). Unlock it and try again; nothing was kept.',
      secrets:
        'The passwords and tokens of notifications cannot be read ({{why}}). Give them again under Notifications.',
      keychainLocked:
        'The keychain of this computer is locked or missing, so nothing was kept. Unlock it, start Mainstay again, and give the password or token once more. On a computer without a keychain, start Mainstay with --password-store=basic; it is then kept in a file that only your account may read.',
      closedLocked:
        'The keychain of this computer is locked or missing. Nothing can be sent to {{channels}} until you unlock it and start Mainstay again. The passwords and tokens are still kept.',
      closedAnother:
        'The passwords and tokens of {{channels}} were sealed with another keychain than the one that is here, and nothing can be sent there. Give them again under Notifications.',
    },
    beeper: {
      silenced: 'The beeper of {{name}} is off for the quiet hours, until {{time}}.',
      ignored: 'The beeper of {{name}} was to be off for the quiet hours, but the UPS ignored it: it is still on.',
      back: 'The quiet hours are over; the beeper of {{name}} is on again.',
      stuck:
        'The quiet hours are over, but {{name}} does not switch its beeper on again. Switch it on under Device, or at the UPS.',
      damaged:
        'What was kept about beepers in their quiet hours cannot be read ({{why}}). Look under Device whether a beeper is still off.',
    },
    unknownChannel: 'There is no channel "{{id}}". It may have been removed.',
  },
};
