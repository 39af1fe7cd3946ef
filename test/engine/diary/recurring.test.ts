import { describe, expect, it } from 'vitest';
import { type Cycle, standsOut } from '../../../src-main/engine/diary/recurring.ts';
import { random } from './years.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** So many days, each with what `hours` draws. */
function days(count: number, hours: (day: number) => readonly number[], recorded: readonly number[] = HOURS): Cycle[] {
  return Array.from({ length: count }, (_, day) => ({
    recorded,
    happened: [...new Set(hours(day))].filter((hour) => recorded.includes(hour)).toSorted((a, b) => a - b),
    week: Math.floor(day / 7),
  }));
}

const scan = (cycles: readonly Cycle[]): ReturnType<typeof standsOut> => standsOut(cycles, 24, 6);

describe('chance', () => {
  it('is nearly never taken for a habit', () => {
    let claimed = 0;
    for (let seed = 1; seed <= 150; seed += 1) {
      const draw = random(seed);
      // From a few a year to several a day.
      const rate = [0.02, 0.2, 1.5][seed % 3] ?? 0;
      const cycles = days(364, () => HOURS.filter(() => draw() < rate / 24));
      if (scan(cycles) !== undefined) claimed += 1;
    }
    // One in a thousand is allowed by design: two of 150 would be one in eighty.
    expect(claimed).toBeLessThanOrEqual(1);
  });

  it('in storms that last for hours is no habit either', () => {
    let claimed = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const draw = random(seed);
      const cycles = days(364, () => {
        if (draw() > 0.08) return [];
        const begin = Math.floor(draw() * 24);
        return [0, 1, 2, 3, 4].map((hour) => (begin + hour) % 24);
      });
      if (scan(cycles) !== undefined) claimed += 1;
    }
    expect(claimed).toBe(0);
  });

  it('seen only in the evening, because only then anything runs, is no habit of the evening', () => {
    const evening = [17, 18, 19, 20, 21, 22];
    for (let seed = 1; seed <= 20; seed += 1) {
      const draw = random(seed);
      expect(scan(days(364, () => evening.filter(() => draw() < 0.05), evening))).toBeUndefined();
    }
  });

  it('is not decided by one bad week', () => {
    expect(scan(days(364, (day) => (day >= 70 && day < 77 ? [9, 10] : [])))).toBeUndefined();
  });
});

describe('a habit', () => {
  it('is found with its hours', () => {
    const draw = random(7);
    const cycles = days(364, () => [...HOURS.filter(() => draw() < 0.01), ...[18, 19].filter(() => draw() < 0.15)]);
    const found = scan(cycles);
    expect(found).toMatchObject({ from: 18, length: 2 });
    expect(found?.times).toBeGreaterThan(3);
    expect(found?.inside).toBeLessThanOrEqual(found?.all ?? 0);
  });

  it('is found over midnight', () => {
    const draw = random(11);
    const cycles = days(364, () => [...HOURS.filter(() => draw() < 0.005), ...[23, 0].filter(() => draw() < 0.15)]);
    expect(scan(cycles)).toMatchObject({ from: 23, length: 2 });
  });

  it('is measured by the hours that were recorded', () => {
    const draw = random(3);
    const evening = [17, 18, 19, 20, 21, 22];
    // All of it in one hour of six: six times as often, and not twenty-four.
    expect(scan(days(364, () => [18].filter(() => draw() < 0.2), evening))?.times).toBeCloseTo(6);
  });

  it('of four times is none yet', () => {
    expect(scan(days(364, (day) => (day % 90 === 0 ? [7] : [])).slice(0, 360))).toBeUndefined();
  });
});
