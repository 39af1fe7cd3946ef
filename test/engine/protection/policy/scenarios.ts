/**
 * The scenario matrix: kinds of devices x what happens to them x rules -> what Mainstay must do, and when. Where a row has
 * `refs`, other programs got it wrong: `nut` is networkupstools/nut, `core` home-assistant/core, `gawindx` and `WinNUT`
 * the two WinNUT clients.
 *
 * Mains is lost at 5 wherever nothing else is said, so the outage is confirmed at 8 (three seconds) and time on battery
 * (twenty) is reached at 25; a countdown takes ten, mains must be stable for five, going down takes thirty.
 */
import type { ProtectionSetting } from '../../../../src-shared/settings/index.ts';
import { rulesWith } from './run.ts';
import type { Expectation, Happening, Kind, Row } from './scenario-run.ts';

type Triggers = Parameters<typeof rulesWith>[0];

const rules = (triggers: Triggers, rest: Parameters<typeof rulesWith>[1] = {}): ProtectionSetting =>
  rulesWith(triggers, {
    confirmSeconds: 3,
    mainsStableSeconds: 5,
    countdownSeconds: 10,
    shutdownSeconds: 30,
    ...rest,
  });

const TIME: Triggers = { timeOnBattery: { level: 'act', seconds: 20 } };
const LONG: Triggers = { timeOnBattery: { level: 'act', seconds: 3600 } };
const CHARGE: Triggers = { charge: { level: 'act', percent: 30 } };
const RUNTIME: Triggers = { runtime: { level: 'act', seconds: 120 } };
const LOW: Triggers = { lowBattery: { level: 'act' } };
const FAULT: Triggers = { fault: { level: 'act' } };
const ALL: Triggers = { ...TIME, ...CHARGE, ...RUNTIME, ...LOW, ...FAULT };
const VALUES: Triggers = { ...CHARGE, ...RUNTIME, ...LOW };

/** How often `each` was called: where a row of a family begins in the rotation. */
let families = 0;

/** The same for several kinds of devices: a family of rows, of which one is in the daily sample. */
function each(
  kinds: readonly Kind[],
  name: string,
  setting: ProtectionSetting,
  events: readonly Happening[],
  expect: readonly Expectation[],
  until: number,
  refs?: readonly string[],
): Row[] {
  families += 1;
  const daily = families % kinds.length;
  return kinds.map((kind, index) => ({
    daily: index === daily,
    name: `${kind}: ${name}`,
    devices: [kind],
    rules: setting,
    events,
    expect,
    until,
    ...(refs === undefined ? {} : { refs }),
  }));
}

const EVERY: readonly Kind[] = ['hid', 'snmp', 'serial', 'contact'];
const TELLING: readonly Kind[] = ['hid', 'snmp'];
const SAYING_NOTHING: readonly Kind[] = ['serial', 'contact'];

/** Flickers: each away for less than the confirmation takes, and mains stable in between. */
const FLICKERS: readonly Happening[] = [5, 35].flatMap((second): Happening[] => [
  [second, 'out'],
  [second + 1.5, 'in'],
]);

const outages: Row[] = [
  ...each(
    EVERY,
    'an outage shorter than its confirmation',
    rules(ALL),
    [
      [5, 'out'],
      [6.5, 'in'],
    ],
    [],
    25,
    ['gawindx#146'],
  ),
  ...each(EVERY, 'flickers one after the other', rules(ALL), FLICKERS, [], 60, ['nut#321', 'gawindx#146']),
  ...each(
    EVERY,
    'an outage before anything is due',
    rules(TIME),
    [
      [5, 'out'],
      [18, 'in'],
    ],
    ['on@8', 'over@23'],
    40,
  ),
  ...each(EVERY, 'time on battery', rules(TIME), [[5, 'out']], ['on@8', 'count@25 timeOnBattery', 'act@35'], 60, [
    'gawindx#141',
    'gawindx#89',
    'WinNUT#27',
  ]),
  ...each(
    EVERY,
    'mains back in the countdown',
    rules(TIME),
    [
      [5, 'out'],
      [29, 'in'],
    ],
    ['on@8', 'count@25', 'stop@34', 'over@34'],
    60,
  ),
  ...each(
    EVERY,
    'mains back after the last step: it stays taken',
    rules(TIME),
    [
      [5, 'out'],
      [42, 'in'],
    ],
    ['on@8', 'count@25', 'act@35', 'over@47'],
    70,
    ['nut#3229', 'app-nut#512', 'app-nut#311'],
  ),
  ...each(
    EVERY,
    'mains flickers back for a moment: the outage and its time go on',
    rules(TIME),
    [
      [5, 'out'],
      [14, 'in'],
      [17, 'out'],
    ],
    ['on@8', 'count@28', 'act@38'],
    50,
  ),
  ...each(EVERY, 'practice', rules(TIME, { mode: 'practice' }), [[5, 'out']], ['on@8', 'count@25', 'try@35'], 50),
  ...each(EVERY, 'protection is off', rules(ALL, { mode: 'off' }), [[5, 'out']], ['on@8'], 60),
  ...each(
    EVERY,
    'protection is switched off in the countdown',
    rules(TIME),
    [
      [5, 'out'],
      [30, 'mode off'],
    ],
    ['on@8', 'count@25', 'stop@30'],
    60,
  ),
  ...each(
    EVERY,
    'the clock is set back by an hour in the outage',
    rules(TIME),
    [
      [5, 'out'],
      [15, 'clock -3600'],
    ],
    ['on@8', 'count@25', 'act@35'],
    50,
  ),
  ...each(
    EVERY,
    'the clock is set on by a day in the countdown',
    rules(TIME),
    [
      [5, 'out'],
      [28, 'clock 86400'],
    ],
    ['on@8', 'count@25', 'act@35'],
    50,
  ),
  ...each(
    EVERY,
    'no countdown',
    rules(TIME, { countdownSeconds: 0 }),
    [[5, 'out']],
    ['on@8', 'count@25', 'act@25'],
    40,
  ),
  ...each(
    EVERY,
    'a counter of the UPS is left from an old outage',
    rules(TIME),
    [
      [1, 'set a battery.runtime.elapsed 9999'],
      [5, 'out'],
    ],
    ['on@8', 'count@25', 'act@35'],
    40,
    ['pve-ups#25'],
  ),
  ...each(
    EVERY,
    'only warning',
    rules({ timeOnBattery: { level: 'warn', seconds: 20 } }),
    [[5, 'out']],
    ['on@8', 'warn@25'],
    60,
  ),
  ...EVERY.map(
    (kind): Row => ({
      name: `${kind}: mains is away when Mainstay starts, with nobody logged in`,
      refs: ['gawindx#42', 'gawindx#156', 'gawindx#192'],
      devices: [kind],
      rules: rules(TIME),
      events: [],
      dark: true,
      expect: ['on@3', 'count@20', 'act@30'],
      until: 45,
    }),
  ),
];

const contact: Row[] = [
  ...each(EVERY, 'contact lost on mains only warns', rules(ALL), [[5, 'cut']], ['warn@33..68'], 120, ['DTW-unRAID#10']),
  ...each(
    EVERY,
    'contact lost on battery: the time goes on',
    rules(TIME),
    [
      [5, 'out'],
      [14, 'cut'],
    ],
    ['on@8', 'count@25', 'act@35', 'warn@42..75'],
    80,
    ['nut#2925'],
  ),
  ...each(
    EVERY,
    'contact lost in the countdown',
    rules(TIME),
    [
      [5, 'out'],
      [28, 'cut'],
    ],
    ['on@8', 'count@25', 'act@35'],
    50,
    ['nut#2925'],
  ),
  ...each(
    EVERY,
    'contact lost as mains is: nothing is known, so nothing is done until it is back',
    rules(TIME),
    [
      [5, 'out, cut'],
      [60, 'link'],
    ],
    ['warn@33..68', 'on@62..72', 'count@79..90', 'act@89..100'],
    105,
    ['nut#2925', 'core#46481', 'core#152219', 'app-nut#452'],
  ),
  ...each(
    EVERY,
    'contact comes back and mains with it',
    rules(LONG),
    [
      [5, 'out'],
      [12, 'cut'],
      [20, 'in, link'],
    ],
    ['on@8', 'over@25'],
    60,
  ),
];

const values: Row[] = [
  ...each(
    ['hid', 'snmp', 'serial'],
    'the charge reaches its limit',
    rules(CHARGE),
    [
      [5, 'out'],
      [20, 'set a battery.charge 25'],
    ],
    ['on@8', 'count@21 charge', 'act@31'],
    45,
  ),
  ...each(
    ['hid', 'snmp', 'serial'],
    'the charge is low on mains',
    rules(CHARGE),
    [[5, 'set a battery.charge 3']],
    [],
    60,
  ),
  ...each(
    EVERY,
    'the charge is not reported',
    rules(CHARGE),
    [
      [4, 'unset a battery.charge'],
      [5, 'out'],
    ],
    ['on@8'],
    80,
  ),
  ...each(
    EVERY,
    'an impossible charge is none',
    rules(CHARGE),
    [
      [4, 'set a battery.charge 255'],
      [5, 'out'],
      [30, 'set a battery.charge -1'],
    ],
    ['on@8'],
    60,
    ['core#79703', 'nut#731'],
  ),
  ...each(
    TELLING,
    'the runtime reaches its limit',
    rules(RUNTIME),
    [
      [5, 'out'],
      [20, 'set a battery.runtime 110'],
    ],
    ['on@8', 'count@21 runtime', 'act@31'],
    45,
  ),
  ...each(
    EVERY,
    'no runtime is reported',
    rules(RUNTIME),
    [
      [4, 'unset a battery.runtime'],
      [5, 'out'],
    ],
    ['on@8'],
    80,
    ['WinNUT#157'],
  ),
  ...each(
    ['hid', 'snmp', 'serial'],
    'a runtime of 0 at a good charge is none',
    rules(RUNTIME),
    [
      [4, 'set a battery.runtime 0, set a battery.charge 90'],
      [5, 'out'],
    ],
    ['on@8'],
    60,
    ['WinNUT#157'],
  ),
  ...each(
    TELLING,
    'a runtime below 0 is none',
    rules(RUNTIME),
    [
      [4, 'set a battery.runtime -1'],
      [5, 'out'],
    ],
    ['on@8'],
    60,
  ),
  ...each(
    EVERY,
    'text where numbers belong',
    rules(VALUES),
    [
      [4, 'set a battery.charge n/a, set a battery.runtime low'],
      [5, 'out'],
    ],
    ['on@8'],
    60,
  ),
  ...each(
    EVERY,
    'a low battery that lasts, at a low charge',
    rules(LOW),
    [
      [4, 'set a battery.charge 25'],
      [5, 'out'],
      [20, 'word a LB'],
    ],
    ['on@8', 'count@21 lowBattery', 'act@31'],
    45,
  ),
  ...each(
    TELLING,
    'a low battery right after the outage began, at a full charge: doubted, then believed',
    rules(LOW),
    [
      [4, 'set a battery.charge 100, set a battery.runtime 1800'],
      [5, 'out'],
      [12, 'word a LB'],
    ],
    ['on@8', 'doubt@13', 'count@42 lowBattery', 'act@52'],
    65,
    ['nut#2347', 'linuxmint/cinnamon#12361'],
  ),
  ...each(
    TELLING,
    'a low battery that flashes at a full charge',
    rules(LOW),
    [
      [4, 'set a battery.charge 100, set a battery.runtime 1800'],
      [5, 'out'],
      [12, 'word a LB'],
      [22, 'own a'],
    ],
    ['on@8', 'doubt@13'],
    70,
    ['nut#2347', 'linuxmint/cinnamon#12361'],
  ),
  ...each(EVERY, 'low and replace on mains', rules(ALL), [[5, 'status a OL+LB+RB']], [], 60, ['nut#2347', 'nut#1970']),
  ...each(
    ['hid', 'snmp', 'serial'],
    'discharging on mains, which is measured as well',
    rules(ALL),
    [[5, 'status a OL+DISCHRG']],
    [],
    60,
    ['nut#1970', 'IceWhaleTech/ZimaOS#588'],
  ),
  ...each(
    ['contact'],
    'discharging on mains, by the status alone',
    rules(ALL),
    [[5, 'status a OL+DISCHRG']],
    ['doubt@6..13'],
    60,
  ),
  ...each(EVERY, 'neither mains nor battery', rules(ALL), [[5, 'status a LB+OFF']], [], 60),
  ...each(EVERY, 'mains and battery at once', rules(ALL), [[5, 'status a OL+OB+LB']], ['doubt@6..13'], 60),
  ...each(EVERY, 'no status at all', rules(ALL), [[5, 'unset a ups.status']], [], 60),
  ...each(
    EVERY,
    'overload on battery',
    rules(FAULT),
    [
      [5, 'out'],
      [15, 'word a OVER'],
    ],
    ['on@8', 'count@16 fault', 'act@26'],
    40,
  ),
  ...each(EVERY, 'overload on mains', rules(FAULT), [[5, 'word a OVER']], [], 40),
  ...each(
    EVERY,
    'an alarm that only says that the battery is in use',
    rules(FAULT),
    [
      [5, 'out'],
      [15, 'word a ALARM, set a ups.alarm UPS+on+battery'],
    ],
    ['on@8'],
    40,
  ),
  ...each(
    EVERY,
    'an alarm that speaks of a fault',
    rules(FAULT),
    [
      [5, 'out'],
      [15, 'word a ALARM, set a ups.alarm Inverter+fault'],
    ],
    ['on@8', 'count@16 fault', 'act@26'],
    40,
  ),
];

const tests: Row[] = [
  ...each(TELLING, 'a quick test', rules(ALL), [[5, 'test quick']], [], 60, ['nut#2104', 'nut#321']),
  ...each(TELLING, 'a deep test', rules(TIME), [[5, 'test deep']], [], 90, ['nut#2104']),
  ...each(TELLING, 'a calibration', rules(TIME), [[5, 'test calibration']], [], 120, ['nut#2104', 'nut#321']),
  ...each(
    TELLING,
    'a calibration word that is stuck does not hide an outage',
    rules(TIME),
    [
      [1, 'word a CAL'],
      [5, 'out'],
    ],
    ['on@8', 'count@25', 'act@35'],
    45,
    ['nut#2168'],
  ),
  ...each(
    ['contact'],
    'a calibration word that is stuck does not hide a low battery',
    rules(LOW),
    [
      [1, 'word a CAL'],
      [5, 'out'],
      [20, 'own a, status a OB+CAL+LB'],
    ],
    ['on@23', 'count@23 lowBattery', 'act@33'],
    45,
    ['nut#2168'],
  ),
  ...each(
    ['serial'],
    'a test word that is stuck does not hide a charge that stays low',
    rules(CHARGE),
    [
      [1, 'word a TEST, unset a input.voltage'],
      [5, 'out'],
      [20, 'set a battery.charge 20'],
    ],
    ['on@82', 'count@82', 'act@92'],
    105,
    ['nut#2168'],
  ),
];

const orders: Row[] = [
  ...each(
    EVERY,
    'a person stops the countdown, and it stays stopped',
    rules(TIME),
    [
      [5, 'out'],
      [29, 'cancel'],
    ],
    ['on@8', 'count@25', 'stop@29'],
    80,
  ),
  ...each(
    EVERY,
    'what is stopped for one trigger comes for another',
    rules({ ...TIME, ...LOW }),
    [
      [4, 'set a battery.charge 25'],
      [5, 'out'],
      [29, 'cancel'],
      [40, 'word a LB'],
    ],
    ['on@8', 'count@25', 'stop@29', 'count@41 lowBattery', 'act@51'],
    65,
  ),
  ...each(
    TELLING,
    'a person puts it off',
    rules(TIME),
    [
      [5, 'out'],
      [29, 'postpone'],
    ],
    ['on@8', 'count@25', 'later@29', 'act@45'],
    60,
  ),
  ...each(
    SAYING_NOTHING,
    'putting off is refused while nobody knows how long the battery lasts',
    rules(TIME),
    [
      [5, 'out'],
      [29, 'postpone'],
    ],
    ['on@8', 'count@25', 'refused@29', 'act@35'],
    60,
  ),
  ...each(
    EVERY,
    'stopping is refused when the battery is nearly empty',
    rules(LOW),
    [
      [4, 'set a battery.charge 8'],
      [5, 'out'],
      [12, 'word a LB'],
      [18, 'cancel'],
    ],
    ['on@8', 'count@13', 'refused@18', 'act@23'],
    40,
  ),
  ...each(
    EVERY,
    'nothing to stop',
    rules(TIME),
    [
      [5, 'cancel'],
      [6, 'postpone'],
    ],
    ['refused@5', 'refused@6'],
    20,
  ),
  ...each(
    EVERY,
    'stopping comes too late',
    rules(TIME),
    [
      [5, 'out'],
      [42, 'cancel'],
    ],
    ['on@8', 'count@25', 'act@35', 'refused@42'],
    60,
  ),
  ...each(EVERY, 'a person shuts down now', rules(TIME), [[15, 'now']], ['act@15 person'], 30),
  ...each(
    EVERY,
    'another machine asks, on mains',
    rules({ request: { level: 'act' } }),
    [[5, 'request']],
    ['asked@5', 'count@5 request', 'act@15'],
    30,
    ['gawindx#100', 'gawindx#181', 'pve-ups#8', 'pve-ups#11'],
  ),
  ...each(
    ['hid'],
    'another machine asks, and only that is told',
    rules({ request: { level: 'warn' } }),
    [[5, 'request']],
    ['asked@5', 'refused@5'],
    30,
  ),
  ...each(
    ['hid'],
    'another machine asks in vain, and is told so',
    rules({ request: { level: 'off' } }),
    [[5, 'request']],
    ['refused@5'],
    30,
    ['nut#3403'],
  ),
  ...each(
    EVERY,
    'the UPS announces that it was told to cut the power',
    rules({ request: { level: 'act' } }),
    [[5, 'word a FSD']],
    ['count@6 request', 'act@16'],
    30,
    ['PeaNUT#89'],
  ),
  ...each(
    EVERY,
    'the announcement is withdrawn',
    rules({ request: { level: 'act' } }),
    [
      [5, 'word a FSD'],
      [12, 'own a'],
    ],
    ['count@6 request', 'stop@12'],
    30,
  ),
];

const sleeps: Row[] = [
  ...each(
    EVERY,
    'a long sleep in the countdown: all is judged anew',
    rules(TIME),
    [
      [5, 'out'],
      [29, 'sleep 400'],
    ],
    ['on@8', 'count@25', 'woke@429', 'stop@429', 'on@432', 'count@449', 'act@459'],
    470,
    ['WinNUT#162', 'WinNUT#4'],
  ),
  ...each(
    EVERY,
    'a long sleep in the countdown, and mains is back on waking',
    rules(TIME),
    [
      [5, 'out'],
      [29, 'sleep 3600, in'],
    ],
    ['on@8', 'count@25', 'woke@3629', 'stop@3629'],
    3660,
    ['WinNUT#162'],
  ),
  ...each(
    EVERY,
    'a nap past the end of the countdown, and mains is back on waking',
    rules(TIME),
    [
      [5, 'out'],
      [29, 'sleep 20, in'],
    ],
    ['on@8', 'count@25', 'woke@49', 'stop@54', 'over@54'],
    80,
    ['WinNUT#162', 'WinNUT#4'],
  ),
  ...each(EVERY, 'a sleep on mains', rules(ALL), [[5, 'sleep 7200']], ['woke@7205'], 7230, ['WinNUT#4']),
];

/** Rules for two supplies of which one suffices. */
const ONE = { suppliesNeeded: 1 } as const;
const TWO: readonly Kind[] = ['hid', 'snmp'];

function pair(
  name: string,
  setting: ProtectionSetting,
  events: readonly Happening[],
  expect: readonly Expectation[],
  until: number,
): Row {
  return {
    name: `two: ${name}`,
    refs: ['WinNUT#90', 'PeaNUT#2', 'Nutify#107'],
    devices: TWO,
    rules: setting,
    events,
    expect,
    until,
  };
}

const supplies: Row[] = [
  pair('one fails, one suffices', rules(TIME, ONE), [[5, 'out a']], ['on@8', 'warn@25'], 90),
  pair('the other fails, one suffices', rules(TIME, ONE), [[5, 'out b']], ['on@8', 'warn@25'], 90),
  pair(
    'both fail, one suffices',
    rules(TIME, ONE),
    [[5, 'out a, out b']],
    ['on@8', 'on@8', 'warn@25', 'count@26', 'act@36'],
    55,
  ),
  pair(
    'one fails after the other, one suffices',
    rules(TIME, ONE),
    [
      [5, 'out a'],
      [40, 'out b'],
    ],
    ['on@8', 'warn@25', 'on@43', 'count@60', 'act@70'],
    85,
  ),
  pair(
    'both fail and one comes back in time',
    rules(TIME, ONE),
    [
      [5, 'out a'],
      [20, 'out b'],
      [44, 'in a'],
    ],
    ['on@8', 'warn@25', 'on@23', 'count@40', 'stop@49', 'over@49'],
    90,
  ),
  pair('both are needed and one fails', rules(TIME), [[5, 'out b']], ['on@8', 'count@25', 'act@35'], 50),
  pair(
    'both are needed, one fails and comes back',
    rules(TIME),
    [
      [5, 'out b'],
      [29, 'in b'],
    ],
    ['on@8', 'count@25', 'stop@34', 'over@34'],
    60,
  ),
  pair(
    'one is out of contact, the other fails, one suffices',
    rules(TIME, ONE),
    [
      [5, 'cut a'],
      [40, 'out b'],
    ],
    ['warn@33..68', 'on@43', 'count@60', 'act@70'],
    85,
  ),
  pair(
    'one is out of contact on mains, the other holds',
    rules(TIME, ONE),
    [
      [5, 'cut a'],
      [40, 'out b'],
      [50, 'in b'],
    ],
    ['warn@33..68', 'on@43', 'over@55'],
    90,
  ),
  pair('one is out of contact, both are needed', rules(TIME), [[5, 'cut a']], ['warn@33..68'], 90),
  pair(
    'the one out of contact is back in the countdown and holds',
    rules(TIME, { ...ONE, countdownSeconds: 60 }),
    [
      [5, 'cut a'],
      [40, 'out b'],
      [70, 'link a'],
    ],
    ['warn@33..68', 'on@43', 'count@60', 'stop@70..78'],
    140,
  ),
  pair(
    'each has rules of its own',
    { ...rules(LONG), triggersOf: { b: rules(TIME).triggers } },
    [[5, 'out a, out b']],
    ['on@8', 'on@8', 'count@25', 'act@35'],
    50,
  ),
  pair(
    'the one with rules of its own holds',
    { ...rules(LONG), triggersOf: { b: rules(TIME).triggers } },
    [[5, 'out a']],
    ['on@8'],
    80,
  ),
  pair(
    'more are asked for than there are',
    rules(TIME, { suppliesNeeded: 5 }),
    [[5, 'out a']],
    ['on@8', 'count@25', 'act@35'],
    50,
  ),
  pair(
    'one announces that it is cut, one suffices',
    rules({ request: { level: 'act' } }, ONE),
    [[5, 'word a FSD']],
    ['warn@6'],
    40,
  ),
  pair(
    'one has its output switched off, the other fails, one suffices',
    rules(TIME, ONE),
    [
      [5, 'word a OFF'],
      [10, 'out b'],
    ],
    ['on@13', 'count@30', 'act@40'],
    55,
  ),
];

const plans: Row[] = [
  ...each(
    TELLING,
    'the runtime is no longer enough for the whole plan: earlier than set',
    rules(LONG),
    [
      [5, 'out'],
      [20, 'set a battery.runtime 45'],
    ],
    ['on@8', 'count@21 plan', 'act@31'],
    45,
  ),
  ...each(
    TELLING,
    'the countdown is cut short to what is left',
    rules(LONG, { countdownSeconds: 60 }),
    [
      [5, 'out'],
      [20, 'set a battery.runtime 50'],
    ],
    ['on@8', 'count@21 plan', 'act@39'],
    55,
  ),
  ...each(
    TELLING,
    'no time is left for a countdown',
    rules(LONG),
    [
      [5, 'out'],
      [20, 'set a battery.runtime 12'],
    ],
    ['on@8', 'count@21 plan', 'act@21'],
    40,
  ),
  ...each(
    TELLING,
    'the load rises in the countdown',
    rules(TIME, { countdownSeconds: 60 }),
    [
      [4, 'set a battery.charge 45, set a battery.runtime 400'],
      [5, 'out'],
      [35, 'set a battery.runtime 40'],
    ],
    ['on@8', 'count@25 timeOnBattery', 'warn@38', 'act@44'],
    60,
  ),
  ...each(
    TELLING,
    'one reading of a short runtime is none',
    rules(LONG),
    [
      [5, 'out'],
      [20, 'set a battery.runtime 5'],
      [20.9, 'free a battery.runtime'],
    ],
    ['on@8'],
    60,
  ),
  ...TELLING.map(
    (kind): Row => ({
      name: `${kind}: the last shutdown was measured to take longer than was set`,
      devices: [kind],
      rules: rules(LONG),
      measuredSeconds: 200,
      events: [
        [5, 'out'],
        [20, 'set a battery.runtime 260'],
      ],
      expect: ['on@8', 'count@21 plan', 'act@31'],
      until: 45,
    }),
  ),
  ...each(
    TELLING,
    'contact is lost, and what the battery last said runs out',
    rules(LONG),
    [
      [4, 'set a battery.runtime 120'],
      [5, 'out'],
      [12, 'cut'],
    ],
    ['on@8', 'warn@40..75', 'count@82 plan', 'act@92'],
    105,
    ['nut#2925'],
  ),
  ...each(
    TELLING,
    'the person wants warnings only: no plan acts',
    rules({ runtime: { level: 'warn', seconds: 120 } }),
    [
      [5, 'out'],
      [20, 'set a battery.runtime 45'],
    ],
    ['on@8', 'warn@21'],
    60,
  ),
];

/** Mains goes and comes back, from a second on: so long away, so long there, so often. */
const flapping = (from: number, away: number, there: number, times: number): Happening[] =>
  Array.from({ length: times }, (_, index) => from + index * (away + there)).flatMap((second): Happening[] => [
    [second, 'out'],
    [second + away, 'in'],
  ]);

/** What is no outage to a single reading, a single sign or a single stretch, and what is one to all of them. */
const trust: Row[] = [
  ...each(
    EVERY,
    'mains that comes and goes adds up, and nothing is done at a good charge',
    rules(CHARGE),
    flapping(5, 3, 3, 12),
    ['on@8..14', 'over@79'],
    95,
  ),
  ...each(
    ['hid', 'snmp', 'serial'],
    'mains that comes and goes until the charge reaches its limit',
    rules(CHARGE),
    [[4, 'set a battery.charge 25'], ...flapping(5, 3, 3, 12)],
    ['on@8..14', 'count@8..14 charge', 'act@18..26'],
    60,
  ),
  ...each(
    ['hid', 'snmp', 'serial'],
    'mains that is stable for a moment, and goes again and again',
    rules(CHARGE),
    [[4, 'set a battery.charge 25'], ...flapping(5, 6, 7, 8)],
    ['on@8', 'count@8', 'over@16', 'stop@16', 'on@21', 'count@21', 'act@31..33'],
    60,
  ),
  ...each(
    EVERY,
    'a low battery in every other reading is doubted, and then believed',
    rules(LOW),
    [
      [4, 'set a battery.charge 25'],
      [5, 'out'],
      [20, 'blink a LB'],
    ],
    ['on@8', 'doubt@20..24', 'count@50 lowBattery', 'act@60'],
    75,
  ),
  ...each(
    ['hid', 'snmp', 'serial'],
    'a status that stays at mains, discharging and without an input',
    rules(TIME),
    [[5, 'status a OL+DISCHRG, out']],
    ['on@8', 'count@25 timeOnBattery', 'act@35'],
    50,
    ['nut#811'],
  ),
  ...each(
    TELLING,
    'on battery by the status, while mains is measured and the battery is charged',
    rules(ALL),
    [[5, 'status a OB+CHRG']],
    ['doubt@6..13'],
    60,
  ),
  ...each(
    TELLING,
    'no status and no input, while the charge falls',
    rules(ALL),
    [[5, 'out, unset a ups.status, unset a input.voltage, unset a input.frequency']],
    ['doubt@30..95'],
    120,
  ),
  ...each(
    EVERY,
    'readings that agree on battery, and then silence: the time goes on',
    rules(TIME, { confirmSeconds: 30 }),
    [
      [5, 'out'],
      [12, 'cut'],
    ],
    ['on@35', 'count@35', 'act@45', 'warn@40..80'],
    90,
  ),
  ...each(
    TELLING,
    'a charge of nothing for a moment is doubted, and starts nothing',
    rules(VALUES),
    [
      [5, 'out'],
      [40, 'set a battery.charge 0'],
      [41.2, 'free a battery.charge'],
    ],
    ['on@8', 'doubt@40'],
    70,
    ['nut#2347'],
  ),
  ...each(
    ['contact'],
    'a low battery of which no runtime is known leaves the countdown that was set',
    rules(LOW, { shutdownSeconds: 120, countdownSeconds: 60 }),
    [
      [4, 'unset a battery.runtime.low'],
      [5, 'out'],
      [20, 'word a LB'],
    ],
    ['on@8', 'count@23 lowBattery', 'act@83'],
    95,
  ),
];

/** Wednesday, 18 November 2026, so many minutes after noon. */
const noon = (minutes: number): number => new Date(2026, 10, 18, 12, minutes).getTime();
const AT_NOON = { id: 'noon', enabled: true, days: [3], at: '12:01' };
const scheduled = (entry: Partial<typeof AT_NOON> & { startAt?: string } = {}): ProtectionSetting =>
  rules({}, { schedule: [{ ...AT_NOON, ...entry }] });

// The engine needs some seconds until the story begins, so that 12:01 is at about 54 of it.
const schedules: Row[] = [
  {
    name: 'schedule: at its time, with a countdown before it',
    devices: ['hid'],
    rules: scheduled(),
    wall: noon(0),
    events: [],
    expect: ['count@44 schedule', 'act@54'],
    until: 120,
  },
  {
    name: 'schedule: another day',
    devices: ['hid'],
    rules: scheduled({ days: [0, 1, 2, 4, 5, 6] }),
    wall: noon(0),
    events: [],
    expect: [],
    until: 120,
  },
  {
    name: 'schedule: switched off',
    devices: ['hid'],
    rules: scheduled({ enabled: false }),
    wall: noon(0),
    events: [],
    expect: [],
    until: 120,
  },
  {
    name: 'schedule: protection is off',
    devices: ['hid'],
    rules: { ...scheduled(), mode: 'off' },
    wall: noon(0),
    events: [],
    expect: [],
    until: 120,
  },
  {
    name: 'schedule: as practice',
    devices: ['hid'],
    rules: { ...scheduled(), mode: 'practice' },
    wall: noon(0),
    events: [],
    expect: ['count@44 schedule', 'try@54'],
    until: 120,
  },
  {
    name: 'schedule: a person stops it',
    devices: ['hid'],
    rules: scheduled(),
    wall: noon(0),
    events: [[49, 'cancel']],
    expect: ['count@44', 'stop@49'],
    until: 180,
  },
  {
    name: 'schedule: a person puts it off',
    devices: ['hid'],
    rules: scheduled(),
    wall: noon(0),
    events: [[49, 'postpone']],
    expect: ['count@44', 'later@49', 'act@64'],
    until: 90,
  },
  {
    name: 'schedule: not twice, when the clock is set back',
    devices: ['hid'],
    rules: scheduled(),
    wall: noon(0),
    events: [
      [49, 'cancel'],
      [60, 'clock -60'],
    ],
    expect: ['count@44', 'stop@49'],
    until: 200,
  },
  {
    name: 'schedule: in the countdown the clock is set back',
    devices: ['hid'],
    rules: scheduled(),
    wall: noon(0),
    events: [[50, 'clock -3600']],
    expect: ['count@44', 'act@54'],
    until: 100,
  },
  {
    name: 'schedule: slept through, and told',
    devices: ['hid'],
    rules: scheduled(),
    wall: noon(0),
    events: [[20, 'sleep 3600']],
    expect: ['woke@3620', 'warn@3620'],
    until: 3660,
  },
  {
    name: 'schedule: jumped over by the clock, and told',
    devices: ['hid'],
    rules: scheduled(),
    wall: noon(0),
    events: [[20, 'clock 3600']],
    expect: ['warn@20'],
    until: 90,
  },
  {
    name: 'schedule: gone by when Mainstay starts',
    devices: ['hid'],
    rules: scheduled(),
    wall: noon(2),
    events: [],
    expect: [],
    until: 120,
  },
  {
    name: 'schedule: an outage in between goes first',
    devices: ['hid'],
    rules: { ...scheduled(), triggers: rules(TIME).triggers },
    wall: noon(0),
    events: [[5, 'out']],
    expect: ['on@8', 'count@25 timeOnBattery', 'act@35'],
    until: 60,
  },
];

export const SCENARIOS: readonly Row[] = [
  ...outages,
  ...contact,
  ...values,
  ...tests,
  ...orders,
  ...sleeps,
  ...supplies,
  ...plans,
  ...trust,
  ...schedules,
];
