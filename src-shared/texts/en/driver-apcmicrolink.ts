/** What the driver of APC's Microlink says. */
export const driverApcmicrolink = {
  microlink: {
    noCommand: 'This UPS has no such command.',
    noPanel: 'The UPS did not say how its panel is set.',
    authentication: {
      accepted: 'The UPS took our answer to its challenge.',
      notRequired: 'The UPS asks for none.',
      notAccepted:
        'The UPS did not take our answer to its challenge. It falls silent after each reading and is read anew from the beginning, which takes seconds; it takes no commands. Unplug other programs from its port, and report this with the trace.',
      notAnswerable:
        'The challenge of the UPS could not be answered, because its serial number or its password was not found. It falls silent after each reading and is read anew from the beginning, which takes seconds; it takes no commands. Report this with the trace.',
    },
    group: 'the group is neither on nor off',
    noVoltage: 'the setting 0x{{setting}} is no single voltage',
    beeper: 'the setting says neither on nor off',
    bothSources: '0x{{status}} says mains and battery at once',
    noSource: '0x{{status}} says nothing of what feeds the load',
    efficiency: {
      unknown: 'the UPS does not know it',
      loadTooLow: 'the load is too low to tell',
      outputOff: 'the output is off',
      onBattery: 'the UPS runs on battery',
      inBypass: 'the UPS is in bypass',
      charging: 'the battery is charging',
      poorMains: 'the mains is too poor',
      noBattery: 'the battery is disconnected',
    },
    noText: 'holds bytes that are no text',
    oddNumber: 'a number of {{bytes}}\u00a0bytes is not understood',
    neverSet: 'never set',
    noChoice: '{{raw}} is none of the known choices',
    nothingSaid: 'nothing is said',
    noBit: '0x{{bytes}} holds no known bit',
    notHeld: '"{{text}}" is not a number that the UPS can hold.',
    date: 'Give a date after 2000-01-01, as in "2026-02-28".',
    unsettable: 'It cannot be set.',
    plain: 'It takes plain letters, digits and signs only.',
  },
};
