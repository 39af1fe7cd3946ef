import { describe, expect, it } from 'vitest';
import type { DeviceState, UpsTriggerName } from '../../../../src-shared/contract/index.ts';
import { policy } from '../../../../src-main/engine/protection/policy/decide.ts';
import { rulesWith, Story, upsNamed } from './run.ts';

const CHARGE = { charge: { level: 'act', percent: 30 } } as const;
const LOW_BATTERY = { lowBattery: { level: 'act' } } as const;
const OB = { 'ups.status': 'OB DISCHRG' };
const OL = { 'ups.status': 'OL CHRG' };
const LOW = { ...OB, 'battery.charge': 20 };

const counting = (): Story => new Story(rulesWith(CHARGE)).readings(5, LOW);
const committed = (): Story => new Story(rulesWith(CHARGE, { countdownSeconds: 0 })).readings(5, LOW);
const why = (change: Partial<DeviceState>, trigger: UpsTriggerName): string | undefined =>
  new Story(rulesWith({}), [upsNamed('a', { readAt: 1, ...change })]).protection.feeds.find(
    (feed) => feed.trigger === trigger,
  )?.why;

describe('each trigger', () => {
  const cases: readonly [UpsTriggerName, Parameters<typeof rulesWith>[0], Record<string, number | string>][] = [
    ['charge', CHARGE, { 'battery.charge': 30 }],
    ['runtime', { runtime: { level: 'act', seconds: 600 } }, { 'battery.runtime': 600 }],
    ['lowBattery', LOW_BATTERY, { 'ups.status': 'OB LB', 'battery.charge': 40 }],
    ['timeOnBattery', { timeOnBattery: { level: 'act', seconds: 10 } }, {}],
  ];
  it.each(cases)('%s counts down, then acts once', (trigger, triggers, values) => {
    const story = new Story(rulesWith(triggers)).readings(2, OL).readings(6, { ...OB, ...values });
    expect(story.protection.countdown?.trigger).toBe(trigger);
    expect(story.performed).toEqual([]);
    story.readings(26);
    expect(story.performed).toEqual([]);
    story.readings(6);
    expect(story.performed).toMatchObject([{ kind: 'shutdown', practice: false, device: 'a' }]);
    expect(story.events).toEqual(['outage-confirmed', 'countdown-started', 'shutdown-committed']);
    expect(story.protection.phase).toBe('committed');
    story.readings(20);
    expect(story.performed).toHaveLength(1);
  });

  it.each(cases)('%s set to warn only tells, once in an outage', (trigger, triggers, values) => {
    const level = { ...rulesWith(triggers).triggers[trigger], level: 'warn' };
    const story = new Story(rulesWith({ [trigger]: level })).readings(60, { ...OB, ...values });
    expect(story.events).toEqual(['outage-confirmed', 'trigger-warning']);
    story.readings(10, OL).readings(10, { ...OB, ...values });
    expect(story.events.slice(2)).toEqual(['outage-over', 'outage-confirmed', 'trigger-warning']);
  });

  it.each(cases)('%s does nothing while protection is off', (_, triggers, values) => {
    const story = new Story(rulesWith(triggers, { mode: 'off' })).readings(100, { ...OB, ...values });
    expect(story.events).toEqual(['outage-confirmed']);
    expect(story.protection.phase).toBe('on-battery');
  });

  it.each(cases)('%s in Practice mode asks for practice only', (_, triggers, values) => {
    const story = new Story(rulesWith(triggers, { mode: 'practice' })).readings(60, { ...OB, ...values });
    expect(story.performed).toMatchObject([{ practice: true }]);
    expect(story.events).toEqual(['outage-confirmed', 'countdown-started']);
    story.readings(10, OL);
    expect(story.protection.phase).toBe('idle');
  });

  it.each(cases)('%s never looks at a UPS that does not feed this computer', (_, triggers, values) => {
    const story = new Story(rulesWith(triggers), [upsNamed('a', { feedsThisComputer: false })]);
    story.readings(100, { ...OB, ...values });
    expect(story.actions).toEqual([]);
  });
});

describe('an outage', () => {
  it('is confirmed after the delay, by more than one reading', () => {
    const story = new Story(rulesWith({})).readings(2, OL).reading(2, OB);
    expect(story.protection.phase).toBe('confirming');
    story.wait(20);
    expect(story.protection.phase).toBe('confirming');
    story.reading(1);
    expect(story.protection.phase).toBe('on-battery');
  });

  it('that is over before the delay never was one', () => {
    const story = new Story(rulesWith(LOW_BATTERY)).readings(2, { 'ups.status': 'OB LB' }).readings(10, OL);
    expect(story.actions).toEqual([]);
    expect(story.protection.phase).toBe('idle');
  });

  it('is over once mains is stable', () => {
    const story = new Story(rulesWith({})).readings(5, OB).readings(7, OL);
    expect(story.events).toEqual(['outage-confirmed']);
    story.readings(2);
    expect(story.events).toEqual(['outage-confirmed', 'outage-over']);
    expect(story.outcomes).toEqual(['Mains returned before anything had to be done.']);
    expect(story.protection.onBatterySince).toBeUndefined();
  });

  it('goes on through a flicker of mains, and its time on battery adds up', () => {
    const story = new Story(rulesWith({ timeOnBattery: { level: 'act', seconds: 30 } }));
    // Twenty seconds on battery, six on mains, and ten more on battery.
    story.readings(10, OB).readings(3, OL).readings(5, OB);
    expect(story.protection.phase).toBe('on-battery');
    story.readings(1);
    expect(story.events).toEqual(['outage-confirmed', 'countdown-started']);
  });

  it('is timed on our own clock, not on the clock of the wall', () => {
    const story = new Story(rulesWith({ timeOnBattery: { level: 'act', seconds: 600 } })).readings(5, OB);
    story.now += 86_400_000;
    story.readings(5);
    story.now -= 2 * 86_400_000;
    story.readings(5);
    expect(story.protection.phase).toBe('on-battery');
    story.readings(300);
    expect(story.protection.phase).toBe('countdown');
  });
});

describe('the countdown', () => {
  it('is stopped by mains once that is stable, and not before', () => {
    const story = counting().readings(8, OL);
    expect(story.protection.phase).toBe('countdown');
    story.reading(2);
    expect(story.events).toEqual(['outage-confirmed', 'countdown-started', 'outage-over', 'countdown-cancelled']);
    expect(story.outcomes.at(-1)).toContain('Mains is back.');
  });

  it('does not act in the moment in which mains may be back', () => {
    const story = counting().readings(28).reading(1, OL);
    story.wait(30);
    expect(story.performed).toEqual([]);
    story.reading(2, LOW).reading(2, LOW);
    expect(story.performed).toHaveLength(1);
  });

  it('acts on what started it, or waits for it to hold again', () => {
    const story = counting().readings(40, { 'battery.charge': 35 });
    expect(story.performed).toEqual([]);
    expect(story.protection.phase).toBe('countdown');
    story.readings(2, { 'battery.charge': 29 });
    expect(story.performed).toEqual([]);
    story.readings(1);
    expect(story.performed).toHaveLength(1);
  });

  it('is given up when what started it is gone for good', () => {
    const story = counting().readings(70, { 'battery.charge': 35 });
    expect(story.events.at(-1)).toBe('countdown-cancelled');
    expect(story.performed).toEqual([]);
  });

  it('ends with protection, with its trigger and with its UPS', () => {
    const off = counting();
    off.rules = rulesWith(CHARGE, { mode: 'off' });
    const trigger = counting();
    trigger.rules = rulesWith({});
    const device = counting().change({ feedsThisComputer: false });
    for (const story of [off.wait(1), trigger.wait(1), device.wait(1)]) {
      expect(story.events.at(-1)).toBe('countdown-cancelled');
      expect(story.wait(100).performed).toEqual([]);
    }
  });

  it('stopped by a person stays stopped for its trigger, not for others', () => {
    const story = new Story(rulesWith({ ...CHARGE, ...LOW_BATTERY })).readings(5, LOW);
    expect(story.cancel().accepted).toBe(true);
    expect(story.events.at(-1)).toBe('countdown-cancelled');
    expect(story.cancel().accepted).toBe(false);
    story.readings(100);
    expect(story.performed).toEqual([]);
    story.readings(40, { 'ups.status': 'OB LB' });
    expect(story.performed).toHaveLength(1);
  });

  it('stopped by a person may run again in the next outage', () => {
    const story = counting();
    story.cancel();
    story.readings(10, { ...OL, 'battery.charge': 20 }).readings(6, LOW);
    expect(story.protection.phase).toBe('countdown');
  });

  it('tells when it acts by the clock of the wall', () => {
    const story = counting();
    const { startedAt, actsAt } = story.protection.countdown ?? { startedAt: 0, actsAt: 0 };
    expect([startedAt, actsAt]).toEqual([story.now - 2000, story.now + 58_000]);
  });
});

describe('a commitment', () => {
  it('is not taken back by mains, a person, the mode or lost contact', () => {
    const story = committed();
    expect(story.performed).toHaveLength(1);
    expect(story.cancel().accepted).toBe(false);
    story.readings(20, OL);
    story.rules = rulesWith(CHARGE, { mode: 'off' });
    story.change({ link: 'lost' }).wait(10);
    expect(story.protection.phase).toBe('committed');
    expect(story.events).not.toContain('countdown-cancelled');
  });

  it('is asked for again while the battery still carries a computer that should be off', () => {
    const story = committed().readings(57);
    expect(story.performed).toHaveLength(1);
    story.readings(3);
    expect(story.performed).toHaveLength(2);
  });

  it('of a computer that slept, or that never stopped, ends with the outage', () => {
    const story = committed().readings(200, { ...OL, 'battery.charge': 100 });
    expect(story.protection.phase).toBe('idle');
    expect(story.readings(5, LOW).performed).toHaveLength(2);
  });

  it('in Practice does not stand in the way of arming', () => {
    const story = new Story(rulesWith(CHARGE, { mode: 'practice', countdownSeconds: 0 })).readings(5, LOW);
    expect(story.performed).toMatchObject([{ practice: true }]);
    story.rules = rulesWith(CHARGE, { mode: 'armed', countdownSeconds: 0 });
    story.readings(1);
    expect(story.performed).toMatchObject([{ practice: true }, { practice: false }]);
  });
});

describe('several UPSes', () => {
  it('any one that feeds this computer suffices', () => {
    const story = new Story(rulesWith(CHARGE), [upsNamed('a'), upsNamed('b')]);
    for (let round = 0; round < 40; round++) story.reading(1, OL, 'a').reading(1, LOW, 'b');
    expect(story.performed).toMatchObject([{ device: 'b' }]);
  });

  it('a simulation counts only alone, and only as practice', () => {
    const sim = upsNamed('sim', { simulated: true });
    const alone = new Story(rulesWith(CHARGE), [sim]).readings(60, LOW, 'sim');
    expect(alone.performed).toMatchObject([{ practice: true, device: 'sim' }]);
    const beside = new Story(rulesWith(CHARGE), [sim, upsNamed('a')]).readings(60, LOW, 'sim');
    expect(beside.performed).toEqual([]);
  });
});

describe('what can be fed', () => {
  it.each<[string, Partial<DeviceState>, UpsTriggerName, string | undefined]>([
    ['a value that is there', {}, 'charge', undefined],
    ['a value that is missing', { values: { 'ups.status': 'OL' } }, 'charge', 'does not report its battery charge.'],
    [
      'a value that is missing for a reason',
      { values: { 'ups.status': 'OL' }, absent: { 'battery.runtime': '65535 means unknown' } },
      'runtime',
      'does not report its runtime: 65535 means unknown.',
    ],
    ['no status', { values: { 'battery.charge': 9 } }, 'timeOnBattery', 'does not report whether it is on battery.'],
    ['a UPS that feeds something else', { feedsThisComputer: false }, 'lowBattery', 'does not feed this computer.'],
    ['a UPS that is switched off', { link: 'disabled' }, 'lowBattery', 'switched off in Mainstay.'],
  ])('%s', (_, change, trigger, expected) => {
    const told = why(change, trigger);
    if (expected === undefined) expect(told).toBeUndefined();
    else expect(told).toContain(expected);
  });
});

describe('a decision', () => {
  it('leaves the state that it was handed as it was', () => {
    const rules = rulesWith(CHARGE, { confirmSeconds: 0, countdownSeconds: 0 });
    const start = policy.start();
    const low = upsNamed('a', { values: { 'ups.status': 'OB', 'battery.charge': 5 }, readAt: 1 });
    const first = policy.decide(start, rules, { now: 0, steady: 0, devices: [low] });
    const moment = { now: 4000, steady: 4000, devices: [{ ...low, readAt: 2 }] };
    const once = policy.decide(first.state, rules, moment);
    const twice = policy.decide(first.state, rules, moment);
    expect(once.actions).toEqual(twice.actions);
    expect(once.actions.map(({ type }) => type)).toContain('perform');
  });

  it('refuses a state that is not its own', () => {
    expect(() => policy.decide({}, rulesWith({}), { now: 0, steady: 0, devices: [] })).toThrow('not its own');
  });
});
