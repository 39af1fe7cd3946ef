/** What protection promises, whatever happens. */
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { DeviceState } from '../../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/index.ts';
import { rulesWith, Story, upsNamed } from './run.ts';

// On a busy machine everything takes longer, and nothing here measures speed.
vi.setConfig({ testTimeout: 120_000 });

interface Reading {
  readonly seconds: number;
  readonly status: string;
  readonly charge: number | undefined;
  readonly runtime: number | undefined;
  readonly link: DeviceState['link'];
}

const RULES = rulesWith(
  {
    timeOnBattery: { level: 'act', seconds: 60 },
    charge: { level: 'act', percent: 30 },
    runtime: { level: 'act', seconds: 100 },
    lowBattery: { level: 'act' },
    fault: { level: 'act' },
  },
  { countdownSeconds: 10, confirmSeconds: 3, shutdownSeconds: 30 },
);

const readingOf = (
  statuses: readonly string[],
  links: readonly DeviceState['link'][] = ['live'],
): fc.Arbitrary<Reading> =>
  fc.record({
    seconds: fc.constantFrom(1, 2, 2, 2, 5, 20),
    status: fc.constantFrom(...statuses),
    charge: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined, freq: 8 }),
    runtime: fc.option(fc.integer({ min: 0, max: 4000 }), { nil: undefined, freq: 8 }),
    link: fc.constantFrom(...links),
  });

function feed(story: Story, { seconds, status, charge, runtime, link }: Reading, id = 'a'): void {
  if (link === 'live') {
    story.reading(seconds, { 'ups.status': status, 'battery.charge': charge, 'battery.runtime': runtime }, id);
  } else story.change({ link }, id).wait(Math.ceil(seconds));
}

const BATTERY = ['OB', 'OB DISCHRG', 'OB LB', 'OB OVER', 'OB', 'OB'];
const MAINS = ['OL', 'OL CHRG', 'OL LB', 'OL OVER ALARM', 'OL RB', 'OL TEST', 'OL CAL', 'OL DISCHRG', '', 'OL OB'];

describe('whatever happens', () => {
  it('nothing is done while no reading says that the battery carries', () => {
    fc.assert(
      fc.property(fc.array(readingOf(MAINS, ['live', 'live', 'stale', 'lost']), { maxLength: 80 }), (readings) => {
        const story = new Story(RULES);
        for (const reading of readings) feed(story, reading);
        expect(story.performed).toEqual([]);
        expect(story.events).not.toContain('countdown-started');
      }),
      { numRuns: 200 },
    );
  });

  it('what is done has a trigger that the UPS can feed, and that was set to act', () => {
    let acted = 0;
    const levels = fc.constantFrom('off' as const, 'warn' as const, 'act' as const);
    const setting = fc.record({ time: levels, charge: levels, runtime: levels, low: levels, fault: levels });
    fc.assert(
      fc.property(
        setting,
        fc.array(readingOf([...BATTERY, ...BATTERY, 'OL']), { minLength: 10, maxLength: 60 }),
        (set, readings) => {
          const { triggers } = RULES;
          const rules: ProtectionSetting = {
            ...RULES,
            triggers: {
              ...triggers,
              timeOnBattery: { ...triggers.timeOnBattery, level: set.time },
              charge: { ...triggers.charge, level: set.charge },
              runtime: { ...triggers.runtime, level: set.runtime },
              lowBattery: { level: set.low },
              fault: { level: set.fault },
            },
          };
          const story = new Story(rules);
          for (const reading of readings) feed(story, reading);
          const act = Object.values(rules.triggers).some((trigger, index) => index < 4 && trigger.level === 'act');
          for (const { trigger, device } of story.performed) {
            acted += 1;
            expect(device).toBe('a');
            if (trigger === 'plan') expect(act).toBe(true);
            else if (trigger !== 'schedule' && trigger !== 'person') expect(rules.triggers[trigger].level).toBe('act');
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(acted).toBeGreaterThan(0);
  });

  it('what was read before contact was lost starts nothing; only our own clock does', () => {
    let lost = 0;
    const warning = rulesWith(
      { charge: { level: 'warn', percent: 30 }, lowBattery: { level: 'warn' } },
      { confirmSeconds: 3 },
    );
    fc.assert(
      fc.property(fc.array(readingOf(BATTERY), { minLength: 3, maxLength: 20 }), (readings) => {
        const story = new Story(warning);
        for (const reading of readings) feed(story, { ...reading, runtime: undefined });
        if (story.events.includes('trigger-warning')) lost += 1;
        // Whatever is set now: the values are old. What a falling charge told before runs on by our own clock.
        story.change({ link: 'lost' });
        story.rules = rulesWith({ charge: { level: 'act', percent: 99 }, lowBattery: { level: 'act' } });
        story.wait(3);
        expect([undefined, 'plan']).toContain(story.protection.countdown?.trigger);
      }),
      { numRuns: 200 },
    );
    expect(lost).toBeGreaterThan(0);
  });

  it('what was decided is asked for, and asked for again until the computer is down', () => {
    fc.assert(
      fc.property(
        fc.array(readingOf([...BATTERY, 'OL', 'OL', ''], ['live', 'live', 'lost']), { maxLength: 40 }),
        (readings) => {
          const story = new Story({ ...RULES, countdownSeconds: 0, mainsStableSeconds: 600 });
          story.readings(40, { 'ups.status': 'OB LB', 'battery.charge': 5, 'battery.runtime': 50 });
          expect(story.performed).toHaveLength(1);
          for (const reading of readings) feed(story, reading);
          expect(story.events).not.toContain('countdown-cancelled');
          expect(story.order({ type: 'cancel' }).accepted).toBe(false);
          story.readings(70, { 'ups.status': 'OB LB', 'battery.charge': 5 });
          expect(story.performed.length).toBeGreaterThanOrEqual(2);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('more charge never acts earlier', () => {
    let compared = 0;
    const rules = rulesWith(
      { charge: { level: 'act', percent: 30 } },
      { countdownSeconds: 10, confirmSeconds: 3, shutdownSeconds: 60 },
    );
    const falls = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 40, maxLength: 150 });
    fc.assert(
      fc.property(falls, fc.integer({ min: 1, max: 20 }), (drops, more) => {
        const when = (start: number): number => {
          const story = new Story(rules).readings(3, {
            'ups.status': 'OL',
            'battery.charge': start,
            'battery.runtime': undefined,
          });
          let charge = start;
          for (const drop of drops) {
            charge = Math.max(0, charge - drop);
            story.reading(2, { 'ups.status': 'OB', 'battery.charge': charge });
            if (story.performed.length > 0) return story.steady;
          }
          return Number.POSITIVE_INFINITY;
        };
        const [less, later] = [when(75), when(75 + more)];
        if (less < Number.POSITIVE_INFINITY) compared += 1;
        expect(later).toBeGreaterThanOrEqual(less);
      }),
      { numRuns: 50 },
    );
    expect(compared).toBeGreaterThan(0);
  });

  it('of two UPSes of which one suffices, nothing is done while one holds', () => {
    let warned = 0;
    const rules = { ...RULES, suppliesNeeded: 1 };
    fc.assert(
      fc.property(
        fc.array(readingOf(BATTERY, ['live', 'live', 'lost']), { minLength: 5, maxLength: 60 }),
        (readings) => {
          const story = new Story(rules, [upsNamed('a'), upsNamed('b')]);
          const mains: Reading = { seconds: 0.5, status: 'OL', charge: 100, runtime: 3000, link: 'live' };
          for (let index = 0; index < 3; index += 1) feed(story, mains, 'b');
          for (const reading of readings) {
            feed(story, reading, 'a');
            feed(story, mains, 'b');
          }
          expect(story.performed).toEqual([]);
          warned += story.events.filter((kind) => kind === 'trigger-warning').length;
        },
      ),
      { numRuns: 100 },
    );
    expect(warned).toBeGreaterThan(0);
  });

  it('a state that was kept and taken up again decides as the one that was not', () => {
    fc.assert(
      fc.property(
        fc.array(readingOf([...BATTERY, 'OL']), { minLength: 1, maxLength: 30 }),
        fc.nat(29),
        (readings, at) => {
          const [whole, cut] = [new Story(RULES), new Story(RULES)];
          readings.forEach((reading, index) => {
            feed(whole, reading);
            feed(cut, reading);
            if (index === at) cut.restart();
          });
          // A commitment is asked for once more, since nobody knows how far it came; all else is the same.
          expect(cut.events).toEqual(whole.events);
          expect(cut.protection.phase).toBe(whole.protection.phase);
          expect(cut.protection.countdown?.actsAt).toBe(whole.protection.countdown?.actsAt);
        },
      ),
      { numRuns: 150 },
    );
  });
});
