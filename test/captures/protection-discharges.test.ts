/** A thousand random outages to the end: too long for the daily tests. */
import { describe, expect, it } from 'vitest';
import { faults } from '../engine/protection/policy/course.ts';
import { discharge } from '../engine/protection/policy/discharge.ts';

const COUNT = 1000;

describe('random discharges', () => {
  it(`${COUNT} of them: every one ends with the computer down before the battery is empty, none is left off for good`, () => {
    const bad: string[] = [];
    const acted = new Map<string, number>();
    let returned = 0;
    for (let seed = 0; seed < COUNT; seed += 1) {
      const course = discharge(seed);
      const found = faults(course);
      if (found.length > 0) bad.push(`${seed} (${course.honesty}): ${found.join(', ')}\n${course.story.join('\n')}`);
      const by = course.acted?.trigger ?? 'mains came back first';
      acted.set(by, (acted.get(by) ?? 0) + 1);
      if (course.mainsBackAt !== undefined) returned += 1;
    }
    console.log(`${COUNT} discharges, mains back in ${returned}; acted by`, Object.fromEntries(acted));
    expect(bad).toEqual([]);
    // The count says nothing when hardly any of them came to an action.
    expect(acted.size).toBeGreaterThanOrEqual(5);
  }, 900_000);
});
