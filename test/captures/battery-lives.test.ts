/** Batteries that let people down, outage after outage; too long for the daily tests. */
import { describe, expect, it } from 'vitest';
import { faults } from '../engine/protection/policy/course.ts';
import { DIES_AT, discharge } from '../engine/protection/policy/discharge.ts';

const BATTERIES = 500;

describe('random discharges with a battery that misbehaves', () => {
  it(`${BATTERIES} gauges that leap: the computer is down in time all the same`, () => {
    const bad: string[] = [];
    for (let seed = 0; seed < BATTERIES; seed += 1) {
      const course = discharge(seed, 'leap');
      const found = faults(course);
      if (found.length > 0) bad.push(`${seed} (${course.honesty}): ${found.join(', ')}\n${course.story.join('\n')}`);
    }
    expect(bad).toEqual([]);
  }, 900_000);

  it(`${BATTERIES} that die at ${DIES_AT} %: each only once, since the careful end of what was learned counts on it`, () => {
    const bad: string[] = [];
    let deaths = 0;
    for (let seed = 0; seed < BATTERIES; seed += 1) {
      const first = discharge(seed, 'death');
      if (faults(first).length === 0) continue;
      deaths += 1;
      expect(first.kept.diedAt, `${seed}`).toBeGreaterThanOrEqual(DIES_AT);
      const second = discharge(seed, 'death', [first.kept]);
      const found = faults(second);
      if (found.length > 0) bad.push(`${seed} (${second.honesty}): ${found.join(', ')}\n${second.story.join('\n')}`);
    }
    console.log(`${deaths} of ${BATTERIES} died unforeseen, ${bad.length} twice`);
    expect(bad).toEqual([]);
    // Nothing was tried where hardly any died before the computer was down.
    expect(deaths).toBeGreaterThan(BATTERIES / 4);
  }, 900_000);
});
