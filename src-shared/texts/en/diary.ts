/** The power-quality diary. */
export const diary = {
  diary: {
    range: 'Time range',
    ranges: { '30d': '30\u00a0d', '90d': '90\u00a0d', '1y': '1\u00a0y' },
    kind: 'What to show',
    all: 'All',
    kinds: {
      sag: 'Sags',
      swell: 'Swells',
      boost: 'Boosts',
      trim: 'Trims',
      battery: 'On battery',
    },
    one: {
      sag: 'Sag',
      swell: 'Swell',
      boost: 'Boost',
      trim: 'Trim',
      battery: 'On battery',
    },
    what: {
      sag: 'Mains below {{volts}}',
      swell: 'Mains above {{volts}}',
      boost: 'The UPS raised the voltage',
      trim: 'The UPS lowered the voltage',
      battery: 'The battery carried the load',
    },
    noVoltage: 'The UPS does not report mains voltage',
    totals: 'What happened',
    standsOut: 'What stands out',
    nothingStandsOut: 'No time of day and no day of the week stands out more than chance explains.',
    pattern: {
      hours: '{{kind}}: most between {{from}} and {{to}}, {{times}} times as often as if the time made no difference.',
      workdays:
        '{{kind}}: most on workdays between {{from}} and {{to}}, {{times}} times as often as if the time made no difference.',
      weekend:
        '{{kind}}: most at weekends between {{from}} and {{to}}, {{times}} times as often as if the time made no difference.',
      someDays:
        '{{kind}}: most between {{from}} and {{to}} on {{days}}, {{times}} times as often as if the time made no difference.',
      days: '{{kind}}: most on {{days}}, {{times}} times as often as if the day made no difference.',
    },
    support: {
      hours: 'In {{inside}} of {{all}}\u00a0hours in which it happened.',
      days: 'On {{inside}} of {{all}}\u00a0days on which it happened.',
    },
    week: 'Hours of the week',
    grid: '{{kind}} by weekday and hour',
    day: 'Day',
    cell: '{{day}}, {{hour}}: {{count}}. Recorded for {{recorded}}.',
    notRecorded: '{{day}}, {{hour}}: never recorded',
    choose: 'Choose an hour to list only what began in it.',
    chosen_one: '{{day}}, {{from}} to {{to}}: {{count}} entry began in this hour of the week. Only it is listed below.',
    chosen_other:
      '{{day}}, {{from}} to {{to}}: {{count}} entries began in this hour of the week. Only these are listed below.',
    showAll: 'Show all hours',
    legendNone: 'never recorded',
    legendSome: 'more often',
    zone: 'Hours are counted in the time zone {{zone}}, where Mainstay runs.',
    how: 'How this is known',
    nominal: {
      reported: 'Nominal is {{volts}}, as the UPS reports.',
      inferred:
        'Nominal is taken to be {{volts}}, by the readings: the UPS reports none, or one that its readings deny.',
    },
    bounds:
      'A sag is a reading below {{low}} (90\u00a0% of nominal), a swell one above {{high}} (110\u00a0%), as EN 50160 and IEEE 1159 draw the line. Below 10\u00a0% it counts as time on battery.',
    missed:
      'Most sags last for less than a second. Mainstay asks the UPS every few seconds, so a short one is seen only if a reading falls into it: there were more than are listed here. Boosts, trims and transfers are what the UPS itself reports.',
    coarse:
      'Begin and length are known to seconds for the last day, to the minute for a month, and to the quarter of an hour before that.',
    chance:
      'A time is said to stand out only when fewer than one in a thousand shuffles of the same days look as uneven, it happened at least five times in three weeks or more, and twice as often as evenly spread.',
    recorded: '{{time}} were recorded in this range.',
    list: 'Diary',
    entries: 'Entries of the diary',
    columns: { begin: 'Begin', kind: 'What', length: 'Length', volts: 'Voltage' },
    notSeen: 'not seen to end',
    upTo: 'up to {{time}}',
    more: 'The newest {{shown}} are listed; the CSV holds all of them.',
    emptyTitle: 'Nothing recorded in this time',
    emptyText:
      'The diary is written from what Mainstay records while it runs. Choose a longer range, or come back later.',
    quiet: 'Nothing to tell: no sag, no swell, no boost, no trim and no outage was seen.',
    ofKindNone: 'None was seen in this time.',
    csv: 'Save as CSV',
    print: 'Print',
    printTitle: 'Power-quality diary',
    printed: 'Printed on {{time}}. Hours are counted in the time zone {{zone}}.',
  },
};
