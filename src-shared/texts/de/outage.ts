/** An outage that goes on: what happens next. */
export const outage = {
  outlook: {
    title: 'Wie es weitergeht',
    off: 'Der Schutz ist aus: Nichts wird heruntergefahren, und wie lange die Batterie reicht, ist nicht bekannt.',
    offLasts: 'Der Schutz ist aus: Nichts wird heruntergefahren. Die Batterie sollte noch {{time}} reichen.',
    unknown:
      'Aus dem, was diese USV meldet, lässt sich für keinen Auslöser vorhersagen, wann er zutrifft; Mainstay handelt, sobald es so weit ist.',
    nothing: 'Bevor die Batterie in etwa {{time}} leer ist, handelt voraussichtlich kein Auslöser.',
    beginsNow: 'Der Countdown beginnt jetzt: {{why}}.',
    toldAt: 'Bleibt das Netz weg, in etwa {{time}}: {{text}}',
    byOther: '{{name}} entscheidet vor dieser USV und führt gegen {{moment}} zum letzten Schritt.',
    byOtherNow: '{{name}} hat zum letzten Schritt geführt; aus dieser USV folgt nichts mehr.',
    endsAt: 'Das Netz ist wieder da; bleibt es, ist dies in {{time}} vorbei.',
    counting: {
      shutdown: 'Um {{moment}} fährt dieser Computer herunter. {{reason}}',
      hibernate: 'Um {{moment}} geht dieser Computer in den Ruhezustand. {{reason}}',
      sleep: 'Um {{moment}} geht dieser Computer in den Standby. {{reason}}',
      command: 'Um {{moment}} wird Ihr Befehl ausgeführt. {{reason}}',
    },
    practice: {
      shutdown: 'Um {{moment}} würde dieser Computer herunterfahren. {{reason}}',
      hibernate: 'Um {{moment}} würde dieser Computer in den Ruhezustand gehen. {{reason}}',
      sleep: 'Um {{moment}} würde dieser Computer in den Standby gehen. {{reason}}',
      command: 'Um {{moment}} würde Ihr Befehl ausgeführt. {{reason}}',
    },
    waiting: {
      shutdown:
        'Bleibt das Netz weg, beginnt der Countdown in etwa {{time}}, {{why}}; gegen {{moment}} fährt dieser Computer herunter.',
      hibernate:
        'Bleibt das Netz weg, beginnt der Countdown in etwa {{time}}, {{why}}; gegen {{moment}} geht dieser Computer in den Ruhezustand.',
      sleep:
        'Bleibt das Netz weg, beginnt der Countdown in etwa {{time}}, {{why}}; gegen {{moment}} geht dieser Computer in den Standby.',
      command:
        'Bleibt das Netz weg, beginnt der Countdown in etwa {{time}}, {{why}}; gegen {{moment}} wird Ihr Befehl ausgeführt.',
    },
    wouldWait: {
      shutdown:
        'Bleibt das Netz weg, beginnt der Countdown in etwa {{time}}, {{why}}; gegen {{moment}} würde dieser Computer herunterfahren.',
      hibernate:
        'Bleibt das Netz weg, beginnt der Countdown in etwa {{time}}, {{why}}; gegen {{moment}} würde dieser Computer in den Ruhezustand gehen.',
      sleep:
        'Bleibt das Netz weg, beginnt der Countdown in etwa {{time}}, {{why}}; gegen {{moment}} würde dieser Computer in den Standby gehen.',
      command:
        'Bleibt das Netz weg, beginnt der Countdown in etwa {{time}}, {{why}}; gegen {{moment}} würde Ihr Befehl ausgeführt.',
    },
    why: {
      timeOnBattery: 'nach {{time}} auf Batterie',
      charge: 'wenn die Ladung unter {{percent}}\u00a0% fällt',
      runtime: 'wenn weniger als {{time}} Laufzeit bleiben',
      lowBattery: 'wenn die USV ihre Batterie als schwach meldet',
      plan: 'wenn es gerade noch zum Herunterfahren reicht',
    },
    step: {
      lost: 'Um {{time}} ist das Netz ausgefallen.',
      countdown: 'Der Countdown hat begonnen.',
      empty: 'Die Batterie ist leer.',
    },
    estimates: 'Künftige Zeiten sind Schätzungen bei der jetzigen Last; Mainstay handelt nur nach Messwerten.',
    chart: 'Ladung während dieses Ausfalls',
    chartLabel: 'Ladung während dieses Ausfalls: von {{from}} auf bisher {{now}}. Die Tabelle enthält die Werte.',
    measured: 'Gemessen',
    expected: {
      learned: 'Erwartet, nach dem, was Mainstay gelernt hat',
      reported: 'Erwartet, nach der Restlaufzeit, die die USV meldet',
      observed: 'Erwartet, wenn es so weitergeht wie in diesem Ausfall',
    },
    acts: 'Handelt unter {{percent}}\u00a0%',
    warns: 'Warnt unter {{percent}}\u00a0%',
    low: 'USV: schwach unter {{percent}}\u00a0%',
    now: 'Jetzt',
    time: 'Zeit',
    noCharge: 'Die USV meldet ihre Ladung nicht, also lässt sich keine Kurve zeichnen.',
  },
};
