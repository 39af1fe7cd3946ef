/** The countdown, in its window, as a banner and in the outage view. */
export const countdown = {
  countdown: {
    label: 'Countdown',
    left: 'Verbleibende Zeit des Countdowns',
    at: 'Um {{time}}',
    aloud: '{{what}} weniger als {{time}}.',
    show: 'Countdown zeigen',
    open: 'Mainstay öffnen',
    cancel: 'Countdown abbrechen',
    postpone: 'Aufschieben',
    postponeBy: 'Um {{time}} aufschieben',
    after: 'Danach schaltet {{name}} den Ausgang ab und gibt wieder Strom, wenn das Netz da ist.',
    afterNot: '{{name}} bleibt danach an.',
    noPostpone: 'Aufschieben nicht möglich: {{why}}',
    noCancel: 'Abbrechen nicht möglich: {{why}}',
    now: {
      shutdown: 'Jetzt herunterfahren',
      hibernate: 'Jetzt in den Ruhezustand',
      sleep: 'Jetzt in den Standby',
      command: 'Befehl jetzt ausführen',
    },
    nowTitle: '{{what}}?',
    nowText: {
      shutdown:
        'Dieser Computer fährt sofort herunter, ohne den Rest des Countdowns. Programme werden aufgefordert, sich zu beenden; was nicht gespeichert ist, geht verloren.',
      hibernate:
        'Dieser Computer geht sofort in den Ruhezustand, ohne den Rest des Countdowns. Was offen ist, bleibt auf seiner Festplatte erhalten.',
      sleep:
        'Dieser Computer geht sofort in den Standby, ohne den Rest des Countdowns. Was nicht gespeichert ist, geht verloren, wenn die Batterie leer ist.',
      command: 'Ihr eigener Befehl läuft sofort, ohne den Rest des Countdowns. Dieser Computer bleibt an.',
    },
    practise: 'Jetzt üben',
    practice: 'Es wird nichts wirklich heruntergefahren.',
    nowPractice: 'Der letzte Schritt wird sofort geübt. Es wird nichts wirklich heruntergefahren.',
    over: 'Der Countdown ist zu Ende; es gibt nichts mehr vorzuziehen.',
    committed: {
      shutdown: 'Fährt jetzt herunter',
      hibernate: 'Geht jetzt in den Ruhezustand',
      sleep: 'Geht jetzt in den Standby',
      command: 'Ihr Befehl läuft',
    },
    committedPractice: 'Der letzte Schritt wird geübt',
    noneTitle: 'Es läuft kein Countdown',
    noneText: 'Es steht kein Herunterfahren bevor.',
    noneOnBattery: 'Dieser Computer läuft auf Batterie, aber noch hat kein Auslöser angesprochen.',
  },
};
