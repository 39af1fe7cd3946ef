/** The power-quality diary. */
export const diary = {
  diary: {
    range: 'Zeitraum',
    ranges: { '30d': '30\u00a0Tage', '90d': '90\u00a0Tage', '1y': '1\u00a0Jahr' },
    kind: 'Was gezeigt wird',
    all: 'Alle',
    kinds: {
      sag: 'Spannungseinbrüche',
      swell: 'Spannungsüberhöhungen',
      boost: 'Anhebungen',
      trim: 'Absenkungen',
      battery: 'Auf Batterie',
    },
    one: {
      sag: 'Spannungseinbruch',
      swell: 'Spannungsüberhöhung',
      boost: 'Anhebung',
      trim: 'Absenkung',
      battery: 'Auf Batterie',
    },
    what: {
      sag: 'Netz unter {{volts}}',
      swell: 'Netz über {{volts}}',
      boost: 'Die USV hat die Spannung angehoben',
      trim: 'Die USV hat die Spannung abgesenkt',
      battery: 'Die Batterie hat die Last versorgt',
    },
    noVoltage: 'Die USV meldet keine Netzspannung',
    totals: 'Was geschehen ist',
    standsOut: 'Was auffällt',
    nothingStandsOut: 'Keine Tageszeit und kein Wochentag fällt stärker auf, als es der Zufall erklärt.',
    pattern: {
      hours:
        '{{kind}}: am häufigsten zwischen {{from}} und {{to}}, {{times}}-mal so oft, als wenn die Zeit keine Rolle spielte.',
      workdays:
        '{{kind}}: am häufigsten an Werktagen zwischen {{from}} und {{to}}, {{times}}-mal so oft, als wenn die Zeit keine Rolle spielte.',
      weekend:
        '{{kind}}: am häufigsten am Wochenende zwischen {{from}} und {{to}}, {{times}}-mal so oft, als wenn die Zeit keine Rolle spielte.',
      someDays:
        '{{kind}}: am häufigsten zwischen {{from}} und {{to}} an diesen Tagen: {{days}}; {{times}}-mal so oft, als wenn die Zeit keine Rolle spielte.',
      days: '{{kind}}: am häufigsten an diesen Tagen: {{days}}; {{times}}-mal so oft, als wenn der Tag keine Rolle spielte.',
    },
    support: {
      hours: 'In {{inside}} von {{all}}\u00a0Stunden, in denen es vorkam.',
      days: 'An {{inside}} von {{all}}\u00a0Tagen, an denen es vorkam.',
    },
    week: 'Die Woche nach Stunden',
    grid: '{{kind}} nach Wochentag und Stunde',
    day: 'Tag',
    cell: '{{day}}, {{hour}}: {{count}}. Aufgezeichnet: {{recorded}}.',
    notRecorded: '{{day}}, {{hour}}: nie aufgezeichnet',
    choose: 'Wählen Sie eine Stunde, um nur zu sehen, was in ihr begann.',
    chosen_one:
      '{{day}}, {{from}} bis {{to}}: In dieser Stunde der Woche begann {{count}} Eintrag. Nur er steht unten.',
    chosen_other:
      '{{day}}, {{from}} bis {{to}}: In dieser Stunde der Woche begannen {{count}} Einträge. Nur diese stehen unten.',
    showAll: 'Alle Stunden zeigen',
    legendNone: 'nie aufgezeichnet',
    legendSome: 'öfter',
    zone: 'Die Stunden gelten in der Zeitzone {{zone}}, in der Mainstay läuft.',
    how: 'Woher das bekannt ist',
    nominal: {
      reported: 'Der Nennwert ist {{volts}}, wie die USV meldet.',
      inferred:
        'Als Nennwert gilt {{volts}}, nach den Messwerten: Die USV meldet keinen oder einen, dem ihre Messwerte widersprechen.',
    },
    bounds:
      'Ein Spannungseinbruch ist ein Messwert unter {{low}} (90\u00a0% des Nennwerts), eine Spannungsüberhöhung einer über {{high}} (110\u00a0%); so ziehen EN 50160 und IEEE 1159 die Grenze. Unter 10\u00a0% zählt es als Zeit auf Batterie.',
    missed:
      'Die meisten Spannungseinbrüche dauern weniger als eine Sekunde. Mainstay fragt die USV alle paar Sekunden und sieht einen kurzen also nur, wenn eine Messung hineinfällt: Es gab mehr, als hier aufgeführt sind. Anhebungen, Absenkungen und Umschaltungen meldet die USV selbst.',
    coarse:
      'Beginn und Dauer sind für den letzten Tag auf die Sekunde bekannt, für einen Monat auf die Minute, davor auf die Viertelstunde.',
    chance:
      'Eine Zeit gilt nur dann als auffällig, wenn weniger als eine von tausend zufälligen Vertauschungen derselben Tage so ungleich aussieht, wenn es mindestens fünfmal in drei oder mehr Wochen vorkam und doppelt so oft wie bei gleichmäßiger Verteilung.',
    recorded: 'In diesem Zeitraum aufgezeichnet: {{time}}.',
    list: 'Tagebuch',
    entries: 'Einträge des Tagebuchs',
    columns: { begin: 'Beginn', kind: 'Ereignis', length: 'Dauer', volts: 'Spannung' },
    notSeen: 'Ende nicht gesehen',
    upTo: 'bis zu {{time}}',
    more: 'Aufgeführt sind die neuesten {{shown}}; die CSV-Datei enthält alle.',
    emptyTitle: 'In diesem Zeitraum ist nichts aufgezeichnet',
    emptyText:
      'Das Tagebuch entsteht aus dem, was Mainstay aufzeichnet, während es läuft. Wählen Sie einen längeren Zeitraum oder kommen Sie später wieder.',
    quiet:
      'Nichts zu berichten: Es gab keinen Spannungseinbruch, keine Spannungsüberhöhung, keine Anhebung, keine Absenkung und keinen Ausfall.',
    ofKindNone: 'In diesem Zeitraum kam das nicht vor.',
    csv: 'Als CSV speichern',
    print: 'Drucken',
    printTitle: 'Tagebuch der Netzqualität',
    printed: 'Gedruckt am {{time}}. Die Stunden gelten in der Zeitzone {{zone}}.',
  },
};
