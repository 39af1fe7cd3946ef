import { assert, constant, integer, nat, option, property, record, subarray, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CutPlan,
  planCut,
  sayPowerCycle,
  type Step,
  withMargin,
} from '../../../../src-main/engine/protection/act/power-cycle.ts';
import type { DeviceState } from '../../../../src-shared/contract/index.ts';
import { deviceOf, rulesOf } from './bench.ts';

const seconds = { text: 'reply.argument.seconds', unit: 's', optional: true } as const;
const withArgument = (...names: string[]) => names.map((name) => ({ name, argument: seconds }));
const plain = (...names: string[]) => names.map((name) => ({ name }));
const delay = (range: { min: number; max: number; step?: number }) => [{ name: 'ups.delay.shutdown', range }];

type Row = readonly [what: string, device: Partial<DeviceState>, late: Step[] | string, before: Step[] | string];

/** What each kind of device is told late (20 s are enough) and ahead (150 s are needed). */
const ROWS: readonly Row[] = [
  [
    'shutdown.return with a delay',
    { commands: withArgument('shutdown.return', 'load.off.delay', 'load.on.delay') },
    [{ command: 'shutdown.return', argument: '20' }],
    [{ command: 'shutdown.return', argument: '150' }],
  ],
  [
    'a delay that begins later and goes in steps',
    { commands: withArgument('shutdown.return'), settings: delay({ min: 60, max: 600, step: 60 }) },
    [{ command: 'shutdown.return', argument: '60' }],
    [{ command: 'shutdown.return', argument: '180' }],
  ],
  [
    'a delay that never lasts',
    { commands: withArgument('shutdown.return'), settings: delay({ min: 0, max: 90 }) },
    [{ command: 'shutdown.return', argument: '20' }],
    'at most 1\u00a0minute 30\u00a0seconds',
  ],
  [
    // 60 and 140 s; 150 s are below the most that it names, but no step of it.
    'a delay whose steps leave out the one that is needed',
    { commands: withArgument('shutdown.return'), settings: delay({ min: 60, max: 150, step: 80 }) },
    [{ command: 'shutdown.return', argument: '60' }],
    'decides by itself',
  ],
  [
    'a delay of any number of seconds',
    { commands: withArgument('shutdown.return'), settings: delay({ min: 1, max: 600 }) },
    [{ command: 'shutdown.return', argument: '20' }],
    [{ command: 'shutdown.return', argument: '150' }],
  ],
  [
    'a delay that is a setting',
    { commands: plain('shutdown.return'), settings: delay({ min: 0, max: 600 }), values: { 'ups.delay.shutdown': 20 } },
    [{ command: 'shutdown.return' }],
    [{ variable: 'ups.delay.shutdown', value: '150' }, { command: 'shutdown.return' }],
  ],
  [
    'a delay out of a list',
    {
      commands: plain('shutdown.return'),
      settings: [{ name: 'ups.delay.shutdown', values: ['600', '180', '20'] }],
    },
    [{ variable: 'ups.delay.shutdown', value: '20' }, { command: 'shutdown.return' }],
    [{ variable: 'ups.delay.shutdown', value: '180' }, { command: 'shutdown.return' }],
  ],
  [
    'a delay of its own that is long enough',
    { commands: plain('shutdown.return'), values: { 'ups.delay.shutdown': 300 } },
    [{ command: 'shutdown.return' }],
    [{ command: 'shutdown.return' }],
  ],
  [
    'a delay of its own that nobody knows',
    { commands: plain('shutdown.return') },
    [{ command: 'shutdown.return' }],
    'decides by itself',
  ],
  [
    'two timers, the way back first',
    { commands: withArgument('load.off.delay', 'load.on.delay') },
    [
      { command: 'load.on.delay', argument: '200' },
      { command: 'load.off.delay', argument: '20' },
    ],
    [
      { command: 'load.on.delay', argument: '330' },
      { command: 'load.off.delay', argument: '150' },
    ],
  ],
  [
    'one timer, and it starts by itself',
    { commands: withArgument('load.off.delay'), values: { 'ups.start.auto': 'yes' } },
    [{ command: 'load.off.delay', argument: '20' }],
    [{ command: 'load.off.delay', argument: '150' }],
  ],
  ['one timer, and it stays off', { commands: withArgument('load.off.delay') }, 'no command', 'no command'],
  ['a reboot', { commands: withArgument('shutdown.reboot') }, [{ command: 'shutdown.reboot' }], 'too early'],
  ['nothing', { commands: plain('beeper.mute', 'shutdown.stayoff', 'load.off') }, 'no command', 'no command'],
];

function judge(plan: CutPlan, expected: Step[] | string): void {
  if (typeof expected === 'string') expect('why' in plan ? plan.why : plan).toContain(expected);
  else expect(plan).toMatchObject({ steps: expected });
}

describe('what a UPS is told', () => {
  it.each(ROWS)('%s', (_what, device, late, before) => {
    judge(planCut(deviceOf({ values: {}, ...device }), { way: 'late', needed: 20 }), late);
    judge(planCut(deviceOf({ values: {}, ...device }), { way: 'before', needed: 150 }), before);
  });

  it('never goes off ahead of time, whatever it offers', () => {
    const offer = record({
      commands: subarray([
        ...withArgument('shutdown.return', 'load.off.delay', 'load.on.delay'),
        ...plain('shutdown.return', 'shutdown.reboot', 'load.off'),
      ]),
      settings: option(
        tuple(nat(200), nat(700), integer({ min: 1, max: 60 })).map(([min, more, step]) =>
          delay({ min, max: min + more, step }),
        ),
        { nil: [] },
      ),
      values: option(record({ 'ups.delay.shutdown': nat(1000), 'ups.start.auto': constant('yes') }), {
        nil: {},
      }),
    });
    assert(
      property(offer, integer({ min: 10, max: 800 }), (device, needed) => {
        const plan = planCut(deviceOf(device), { way: 'before', needed });
        if ('why' in plan) return;
        expect(plan.offIn).toBeGreaterThanOrEqual(needed);
        const off = plan.steps.at(-1);
        const said = plan.steps.map((step) =>
          'command' in step ? Number(step.argument ?? plan.offIn) : Number(step.value),
        );
        expect(Math.min(...said)).toBeGreaterThanOrEqual(needed);
        expect(off).toHaveProperty('command');
      }),
    );
  });

  it('is given more than the shutdown takes', () => {
    expect([withMargin(20), withMargin(120), withMargin(400)]).toEqual([50, 150, 500]);
  });

  it('comes back when it is told to, where it can', () => {
    const wish = { way: 'late', needed: 20, onIn: 28_800 } as const;
    expect(planCut(deviceOf({ commands: withArgument('shutdown.return') }), wish)).toMatchObject({
      steps: [{ command: 'shutdown.return', argument: '20 28800' }],
    });
    const plan = planCut(deviceOf({ commands: plain('shutdown.return') }), wish);
    expect('note' in plan && plan.note).toContain('cannot be told when');
  });
});

describe('what is said of it beforehand', () => {
  const able = { commands: withArgument('shutdown.return') };

  it('a UPS that waits for a minute at most can be told late, though never ahead', () => {
    const device = deviceOf({ ...able, settings: delay({ min: 0, max: 60 }) });
    expect(sayPowerCycle(rulesOf(), device, { way: 'late', seconds: 120 }).can).toBe(true);
    expect(sayPowerCycle(rulesOf(), device, { way: 'before', seconds: 120 }).can).toBe(false);
  });

  it.each([
    ['late', rulesOf(), able, 'late', true, 'At the last moment of the shutdown Mainstay sends shutdown.return'],
    ['ahead', rulesOf(), able, 'before', true, 'Right before the shutdown, 2\u00a0minutes 30\u00a0seconds ahead,'],
    ['that nobody proved', rulesOf(), { ...able, verified: false }, 'late', true, 'do not rely on it'],
    ['that cannot', rulesOf(), {}, 'late', false, 'stays off until somebody starts it'],
    ['that is to stay on', rulesOf({ powerOffUps: false }), able, 'late', false, 'as Protection says'],
    ['before sleep', rulesOf({ action: 'sleep' }), able, 'late', false, 'while this computer sleeps'],
    ['that is simulated', rulesOf(), { ...able, simulated: true }, 'late', false, 'simulated'],
    ['never read', rulesOf(), { ...able, driver: undefined }, 'late', false, 'not been read'],
    ['that feeds another', rulesOf(), { ...able, feedsThisComputer: false }, 'late', false, 'does not feed'],
  ] as const)('of one %s', (_what, rules, device, way, can, words) => {
    const { driver, ...rest } = deviceOf();
    const whole = { ...rest, ...('driver' in device ? {} : { driver }), ...without(device) };
    const cycle = sayPowerCycle(rules, whole, { way, seconds: 120 });
    expect(cycle).toMatchObject({ device: 'a', can });
    expect(cycle.how).toContain(words);
  });
});

/** Only what is there: a field of a device is missing or has a value. */
function without(device: object): Partial<DeviceState> {
  return Object.fromEntries(Object.entries(device).filter(([, value]) => value !== undefined));
}
