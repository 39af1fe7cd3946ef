/** What the driver of SNMP agents says. */
export const driverSnmp = {
  snmp: {
    gone: 'the agent no longer answers for it',
    neverThere: 'the agent does not have it',
    unanswered: 'the agent did not answer when it was asked for these, so they are not asked for again',
    alarmsUnnamed: 'the agent counts alarms but does not name them',
    wholeSecondsTwice: 'Give whole seconds until off, and from then until on, as in "30 180".',
    wholeSecondsUpTo: 'Give whole seconds up to {{most}} for the output to stay off.',
    argument: {
      off: 'Time until the output goes off',
      offAndOn: 'Time until off, and from then until on',
      on: 'Time until the output goes on',
      reboot: 'Time for which the output stays off',
    },
    lostContact: 'the agent lost contact with its UPS: what it answers is old',
    noSource: 'the agent does not say where the load is fed from',
    zeroRuntime: 'the agent sends 0\u00a0minutes though it does not call the battery low',
    zeroCharge: 'the agent sends 0\u00a0% though it does not call the battery low',
    zeroVoltage: 'the agent sends 0\u00a0V, as agents do that do not measure it',
    zeroTemperature: 'the agent sends 0\u00a0°C, as agents without a sensor do',
    zeroFlow: 'the agent sends 0 though the load is not, as agents do that do not measure it',
    refused:
      'The agent refused. Often the community or user may only read: give one that may write, or allow it on the card.',
    atMost: 'The agent takes at most {{length}} characters.',
    latin: 'The agent takes plain Latin letters only.',
    notNumber: '"{{value}}" is not a number.',
    steps: 'The agent counts in steps of {{unit}}.',
    oneOf: 'Give one of {{values}}.',
  },
};
