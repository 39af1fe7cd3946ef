/** An outage that goes on: what happens next. */
export const outage = {
  outlook: {
    title: 'What happens next',
    off: 'Protection is off: nothing is shut down, and how long the battery lasts is not known.',
    offLasts: 'Protection is off: nothing is shut down. The battery should last for another {{time}}.',
    unknown: 'No trigger can be foreseen from what this UPS reports; Mainstay acts as soon as one holds.',
    nothing: 'No trigger is expected to act before the battery is empty, in about {{time}}.',
    beginsNow: 'The countdown begins now, {{why}}.',
    toldAt: 'If mains stays away, in about {{time}}: {{text}}',
    byOther: '{{name}} decides before this UPS: it leads to the last step at about {{moment}}.',
    byOtherNow: '{{name}} has led to the last step; nothing more follows from this UPS.',
    endsAt: 'Mains is back; if it stays, this is over in {{time}}.',
    counting: {
      shutdown: 'At {{moment}} this computer shuts down. {{reason}}',
      hibernate: 'At {{moment}} this computer hibernates. {{reason}}',
      sleep: 'At {{moment}} this computer goes to sleep. {{reason}}',
      command: 'At {{moment}} your command is run. {{reason}}',
    },
    practice: {
      shutdown: 'At {{moment}} this computer would shut down. {{reason}}',
      hibernate: 'At {{moment}} this computer would hibernate. {{reason}}',
      sleep: 'At {{moment}} this computer would go to sleep. {{reason}}',
      command: 'At {{moment}} your command would be run. {{reason}}',
    },
    waiting: {
      shutdown:
        'If mains stays away, the countdown begins in about {{time}}, {{why}}; at about {{moment}} this computer shuts down.',
      hibernate:
        'If mains stays away, the countdown begins in about {{time}}, {{why}}; at about {{moment}} this computer hibernates.',
      sleep:
        'If mains stays away, the countdown begins in about {{time}}, {{why}}; at about {{moment}} this computer goes to sleep.',
      command:
        'If mains stays away, the countdown begins in about {{time}}, {{why}}; at about {{moment}} your command is run.',
    },
    wouldWait: {
      shutdown:
        'If mains stays away, the countdown begins in about {{time}}, {{why}}; at about {{moment}} this computer would shut down.',
      hibernate:
        'If mains stays away, the countdown begins in about {{time}}, {{why}}; at about {{moment}} this computer would hibernate.',
      sleep:
        'If mains stays away, the countdown begins in about {{time}}, {{why}}; at about {{moment}} this computer would go to sleep.',
      command:
        'If mains stays away, the countdown begins in about {{time}}, {{why}}; at about {{moment}} your command would be run.',
    },
    why: {
      timeOnBattery: 'after {{time}} on battery',
      charge: 'when the charge falls below {{percent}}\u00a0%',
      runtime: 'when less than {{time}} of runtime is left',
      lowBattery: 'when the UPS calls its battery low',
      plan: 'when what is left is just enough to shut down',
    },
    step: {
      lost: 'Mains was lost at {{time}}.',
      countdown: 'The countdown began.',
      empty: 'The battery is empty.',
    },
    estimates: 'Times ahead are estimates at the present load; Mainstay acts on readings alone.',
    chart: 'Charge in this outage',
    chartLabel: 'Charge in this outage: from {{from}} to {{now}} so far. The table holds the values.',
    measured: 'Measured',
    expected: {
      learned: 'Expected, by what Mainstay has learned',
      reported: 'Expected, by the runtime that the UPS reports',
      observed: 'Expected, if it goes on as in this outage',
    },
    acts: 'Acts below {{percent}}\u00a0%',
    warns: 'Warns below {{percent}}\u00a0%',
    low: 'UPS: low below {{percent}}\u00a0%',
    now: 'Now',
    time: 'Time',
    noCharge: 'The UPS does not report its charge, so there is no curve to draw.',
  },
};
