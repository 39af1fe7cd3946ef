/** What the driver of the Q* family says. */
export const driverMegatec = {
  megatec: {
    oneCell: '{{volts}}\u00a0V is that of one cell, and the device does not say how many it has',
    nak: 'The UPS answered NAK.',
    unknown: 'The UPS does not know this command.',
    answered: 'The UPS answered "{{text}}".',
    noBeeper: 'The UPS did not say whether its beeper is on.',
    offDelay: 'The delay before the output goes off must be between 0 and {{most}}\u00a0seconds.',
    onDelay: 'The delay before the output comes back must be between 0 and {{most}}\u00a0seconds.',
    testLength: 'A battery test can last {{least}} to {{most}}\u00a0seconds.',
    silent: 'the device does not answer {{command}}',
    notKnown: 'the device does not know {{command}}',
    oddAnswer: 'the answer to {{command}} makes no sense: "{{text}}"',
    noSense: 'the answer to {{command}} makes no sense',
  },
};
