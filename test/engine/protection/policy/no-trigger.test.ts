import { describe, expect, it } from 'vitest';
import { TEST_LIMIT } from '../../../../src-main/engine/protection/policy/watch.ts';
import { rulesWith, Story } from './run.ts';

const CHARGE = { charge: { level: 'act', percent: 30 } } as const;
const LOW_BATTERY = { lowBattery: { level: 'act' } } as const;
const OB = { 'ups.status': 'OB DISCHRG' };
const OL = { 'ups.status': 'OL CHRG' };
const LOW = { ...OB, 'battery.charge': 20 };

describe('what is no trigger', () => {
  const ALL = rulesWith({
    timeOnBattery: { level: 'act', seconds: 10 },
    ...CHARGE,
    runtime: { level: 'act', seconds: 600 },
    ...LOW_BATTERY,
  });
  const values = rulesWith({ ...CHARGE, runtime: { level: 'act', seconds: 600 }, ...LOW_BATTERY });

  it.each<[string, Record<string, number | string | undefined>]>([
    ['low values on mains', { ...OL, 'battery.charge': 1, 'battery.runtime': 1 }],
    ['low battery on mains', { 'ups.status': 'OL LB' }],
    ['no status at all', { 'ups.status': undefined, 'battery.charge': 1, 'battery.runtime': 1 }],
    ['a status of neither mains nor battery', { 'ups.status': 'LB OFF', 'battery.charge': 1 }],
    ['a quick self-test', { 'ups.status': 'OB TEST', 'battery.charge': 20 }],
    ['a calibration', { 'ups.status': 'OB CAL DISCHRG', 'battery.runtime': 20 }],
  ])('%s', (_, seen) => {
    const story = new Story(ALL).readings(2, OL).readings(25, seen);
    expect(story.performed).toEqual([]);
    expect(story.events).toEqual([]);
  });

  it.each<[string, Record<string, number | string | undefined>]>([
    ['missing values', { 'battery.charge': undefined, 'battery.runtime': undefined }],
    ['text for numbers', { 'battery.charge': '5', 'battery.runtime': 'n/a' }],
    ['impossible values', { 'battery.charge': -1, 'battery.runtime': -1 }],
    ['values that are no numbers', { 'battery.charge': Number.NaN, 'battery.runtime': Number.NaN }],
  ])('%s on battery', (_, seen) => {
    const story = new Story(values).readings(2, OL).readings(100, { ...OB, ...seen });
    expect(story.events).toEqual(['outage-confirmed']);
  });

  it('a status of both, which is told as doubt', () => {
    const story = new Story(ALL).readings(2, OL).readings(25, { 'ups.status': 'OL OB LB', 'battery.charge': 1 });
    expect(story.performed).toEqual([]);
    expect(story.events).toEqual(['implausible']);
    expect(story.protection.notices.map(({ id }) => id)).toContain('power-doubt a');
  });

  it('a single low reading', () => {
    const story = new Story(values).readings(5, OB).reading(2, { 'battery.charge': 3, 'ups.status': 'OB LB' });
    story.wait(9).readings(50, { 'battery.charge': 90, 'ups.status': 'OB' });
    expect(story.events).toEqual(['outage-confirmed']);
  });

  it('the second half of the poll that brought a low reading', () => {
    const story = new Story(values).readings(5, OB).reading(2, { 'battery.charge': 3 }).reading(0.1, {});
    story.readings(20, { 'battery.charge': 90 });
    expect(story.events).toEqual(['outage-confirmed']);
  });

  it('low readings with good ones in between', () => {
    const story = new Story(values).readings(5, OB);
    for (let round = 0; round < 20; round++)
      story.reading(2, { 'battery.charge': 3 }).reading(2, { 'battery.charge': 90 });
    expect(story.events).toEqual(['outage-confirmed', 'implausible']);
  });

  it('old values of a UPS without contact, also when the limit is raised above them', () => {
    const story = new Story(rulesWith(CHARGE)).readings(5, { ...OB, 'battery.charge': 50 }).change({ link: 'stale' });
    story.rules = rulesWith({ charge: { level: 'act', percent: 60 } });
    story.wait(300);
    expect(story.performed).toEqual([]);
  });

  it('old values of a UPS without contact, also when what only warned is made to act', () => {
    const story = new Story(rulesWith({ charge: { level: 'warn', percent: 30 } })).readings(5, LOW);
    expect(story.events).toEqual(['outage-confirmed', 'trigger-warning']);
    story.change({ link: 'lost' });
    story.rules = rulesWith(CHARGE);
    story.wait(100);
    expect(story.events).not.toContain('countdown-started');
  });

  it('values that are low no more since the limit was lowered', () => {
    const story = new Story(rulesWith({ charge: { level: 'warn', percent: 30 } })).readings(5, LOW);
    story.rules = rulesWith({ charge: { level: 'act', percent: 10 } });
    story.wait(1);
    expect(story.events).toEqual(['outage-confirmed', 'trigger-warning']);
  });
});

describe('a test word that is stuck', () => {
  it('hides an outage for a limited time only', () => {
    const story = new Story(rulesWith(CHARGE)).readings(2, { 'ups.status': 'OL CAL' });
    story.reading(TEST_LIMIT / 1000, { 'ups.status': 'OL CAL' });
    story.readings(5, { 'ups.status': 'OB CAL', 'battery.charge': 20 });
    expect(story.protection.phase).toBe('countdown');
  });

  it('does not hide a battery that stays low', () => {
    const story = new Story(rulesWith(LOW_BATTERY)).readings(2, OL).readings(10, { 'ups.status': 'OB TEST' });
    expect(story.events).toEqual([]);
    story.readings(5, { 'ups.status': 'OB TEST LB', 'battery.charge': 20 });
    expect(story.protection.phase).toBe('countdown');
  });

  it('does not undo an outage that is confirmed', () => {
    const story = new Story(rulesWith(CHARGE))
      .readings(5, OB)
      .readings(3, { 'ups.status': 'OB CAL', 'battery.charge': 20 });
    expect(story.protection.phase).toBe('countdown');
  });
});

describe('lost contact', () => {
  it('on mains only warns, once', () => {
    const story = new Story(rulesWith({ ...CHARGE, timeOnBattery: { level: 'act', seconds: 10 } })).readings(5, OL);
    story.change({ link: 'stale' }).wait(10).change({ link: 'lost' }).wait(1000);
    expect(story.events).toEqual(['trigger-warning']);
    expect(story.protection.phase).toBe('idle');
  });

  it('on battery keeps the countdown and acts', () => {
    const story = new Story(rulesWith(CHARGE)).readings(5, LOW).change({ link: 'lost' }).wait(60);
    expect(story.performed).toHaveLength(1);
  });

  it('on battery keeps the time running', () => {
    const story = new Story(rulesWith({ timeOnBattery: { level: 'act', seconds: 60 } })).readings(5, OB);
    story.change({ link: 'lost' }).wait(53);
    expect(story.protection.phase).toBe('countdown');
  });

  it('forgets what was not confirmed', () => {
    const story = new Story(rulesWith({ timeOnBattery: { level: 'act', seconds: 60 } })).reading(2, OB);
    story.change({ link: 'lost' }).wait(1000).reading(1, OB).readings(10, OB);
    expect(story.events).not.toContain('countdown-started');
  });
});
