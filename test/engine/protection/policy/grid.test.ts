/**
 * Mains that comes and goes, in every rhythm: a battery that reaches its trigger acts before it is empty, one that
 * does not never acts. What drains a battery is the time on it; how that time is cut into pieces must not matter.
 */
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { rulesWith, Story } from './run.ts';

// On a busy machine everything takes longer, and nothing here measures speed.
vi.setConfig({ testTimeout: 120_000 });

interface Rhythm {
  /** Seconds on battery, on mains, and from reading to reading. */
  readonly away: number;
  readonly there: number;
  readonly poll: number;
  /** Percent a second. */
  readonly drain: number;
  readonly recharge: number;
  readonly start: number;
  readonly tellsRuntime: boolean;
}

const LIMIT = 30;
const GOES_DOWN_IN = 20;
const RULES = rulesWith(
  { charge: { level: 'act', percent: LIMIT } },
  { confirmSeconds: 5, mainsStableSeconds: 15, countdownSeconds: 60, shutdownSeconds: 30 },
);

/** Longer than any battery here lasts that does not recover. Seconds. */
const LONGEST = 5400;

/** What a battery of this rhythm goes through, until it is empty, has acted, or lasts for good. */
function play({ away, there, poll, drain, recharge, start, tellsRuntime }: Rhythm): {
  readonly acted: boolean;
  readonly lowest: number;
  readonly atAct: number | undefined;
} {
  const story = new Story(RULES);
  let charge = start;
  let lowest = start;
  const cycle = away + there;
  // One that has come to its limit is followed to the end.
  for (let time = 0; (time < LONGEST || lowest <= LIMIT) && charge > 0; time += poll) {
    const onBattery = time >= 30 && (time - 30) % cycle < away;
    story.reading(poll, {
      'ups.status': onBattery ? 'OB DISCHRG' : 'OL CHRG',
      'battery.charge': Math.round(charge),
      'battery.runtime': tellsRuntime ? Math.round(charge / drain) : undefined,
    });
    if (onBattery && Math.round(charge) <= LIMIT) lowest = Math.min(lowest, Math.round(charge));
    if (story.performed.length > 0) return { acted: true, lowest, atAct: charge };
    charge = Math.min(100, charge + (onBattery ? -drain : recharge) * poll);
  }
  return { acted: false, lowest, atAct: undefined };
}

const rhythms = fc
  .record({
    away: fc.integer({ min: 1, max: 120 }),
    there: fc.integer({ min: 1, max: 400 }),
    poll: fc.constantFrom(1, 2),
    drain: fc.double({ min: 0.1, max: 0.2, noNaN: true }),
    share: fc.double({ min: 0, max: 0.1, noNaN: true }),
    start: fc.integer({ min: 45, max: 100 }),
    tellsRuntime: fc.boolean(),
  })
  // A stretch between two readings is seen by nobody.
  .filter(({ away, poll }) => poll <= away)
  .map(({ share, ...rest }): Rhythm => ({ ...rest, recharge: rest.drain * share }));

/** One that lasts for good, and one that does not: whatever else is drawn, both kinds are seen. */
const LASTS: Rhythm = { away: 10, there: 400, poll: 1, drain: 0.1, recharge: 0.01, start: 100, tellsRuntime: true };
const ENDS: Rhythm = { away: 60, there: 20, poll: 1, drain: 0.2, recharge: 0, start: 60, tellsRuntime: false };

describe('mains that comes and goes', () => {
  it('never empties a battery that reached its trigger, and shuts nothing down for one that did not', () => {
    const counts = { acted: 0, held: 0 };
    fc.assert(
      fc.property(rhythms, (rhythm) => {
        const { acted, lowest, atAct } = play(rhythm);
        if (acted) {
          counts.acted += 1;
          expect(lowest).toBeLessThanOrEqual(LIMIT);
          expect(atAct ?? 0).toBeGreaterThan(rhythm.drain * GOES_DOWN_IN);
        } else {
          counts.held += 1;
          expect(lowest).toBeGreaterThan(LIMIT);
        }
      }),
      { numRuns: 50, endOnFailure: true, examples: [[LASTS], [ENDS]] },
    );
    expect(counts.acted).toBeGreaterThan(0);
    expect(counts.held).toBeGreaterThan(0);
  });

  it.each([1, 2, 3, 4].flatMap((away) => [1, 4, 10, 16, 20, 60].map((there) => [away, there] as const)))(
    '%i s on battery and %i s on mains: acts in time',
    (away, there) => {
      const rhythm = { away, there, poll: 0.5, drain: 0.2, recharge: 0, start: 45, tellsRuntime: false };
      const { acted, atAct } = play(rhythm);
      expect(acted).toBe(true);
      expect(atAct ?? 0).toBeGreaterThan(rhythm.drain * GOES_DOWN_IN);
    },
  );
});
