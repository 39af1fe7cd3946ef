/** What happens to a UPS, as events tell it: status words coming and going, contact lost and found. */
export const engineEvents = {
  deviceEvent: {
    TRIM: {
      came: '{{name}} is lowering mains voltage, which is too high. The battery is not used.',
      went: '{{name}} passes mains on unchanged again.',
    },
    BOOST: {
      came: '{{name}} is raising mains voltage, which is too low. The battery is not used.',
      went: '{{name}} passes mains on unchanged again.',
    },
    TEST: {
      came: '{{name}} has begun a battery test.',
      went: '{{name}} has ended its battery test.',
    },
    CAL: {
      came: '{{name}} has begun to run its battery down on purpose, to learn its runtime.',
      went: '{{name}} has ended its calibration.',
    },
    BYPASS: {
      came: '{{name}} passes mains around itself; the battery would not help in an outage.',
      went: '{{name}} protects the load again after the bypass.',
    },
    RB: {
      came: '{{name}} asks for a new battery.',
      went: '{{name}} no longer asks for a new battery.',
    },
    ALARM: {
      came: '{{name}} reports an alarm.',
      went: '{{name}} no longer reports an alarm.',
    },
    OFF: {
      came: '{{name}} has switched its output off.',
      went: '{{name}} has switched its output on.',
    },
    OVER: {
      came: '{{name}} is overloaded: more is connected than it can carry.',
      went: '{{name}} is no longer overloaded.',
    },
    OB: {
      came: '{{name}} runs on battery: mains is gone.',
      went: '{{name}} runs on mains again.',
    },
    LB: {
      came: '{{name}} reports a low battery.',
      went: '{{name}} no longer reports a low battery.',
    },
    FSD: {
      came: '{{name}} is about to cut the power: a shutdown was forced.',
      went: '{{name}} no longer announces a forced shutdown.',
    },
    answersAgain: '{{name}} answers again.',
    reports: '{{name}} reports: {{alarm}}',
    lost: 'Mainstay has lost contact with {{name}}. {{why}}',
    charge: 'Charge {{charge}}.',
    chargeAndRuntime: 'Charge {{charge}}, {{runtime}} left.',
  },
};
