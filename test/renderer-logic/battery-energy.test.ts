import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measured } from '../../src-shared/contract/index.ts';
import { plainSpaces } from '../../src-shared/nut/index.ts';
import {
  capacityText,
  dischargeLoad,
  measuredText,
  rangeText,
  replacementText,
  shortRangeText,
} from '../../src-renderer/logic/battery.ts';
import { durationTicks, nearest } from '../../src-renderer/logic/battery-chart.ts';
import { axisTicks, energyRange, energyText, isWhole, moneyText, spanText } from '../../src-renderer/logic/energy.ts';
import { formats, t } from './texts.ts';

const NOW = Date.UTC(2027, 4, 15);

/** A discharge with these points, of charge and seconds. */
function points(begin: number, ...all: readonly (readonly [number, number])[]): Measured {
  return {
    begin,
    kind: 'outage',
    load: 100,
    seconds: 1,
    points: all.map(([charge, seconds]) => ({ charge, seconds })),
  };
}

describe('what is said of a battery', () => {
  it.each([
    [{ from: Date.UTC(2028, 2, 10), to: Date.UTC(2028, 7, 10) }, 'Between March 2028 and August 2028'],
    [{ from: Date.UTC(2026, 2, 10), to: Date.UTC(2028, 7, 10) }, 'Between May 2027 and August 2028'],
    [{ from: Date.UTC(2028, 2, 10) }, 'Not before March 2028'],
    [{ from: Date.UTC(2026, 2, 10), to: Date.UTC(2027, 3, 1) }, 'Due now'],
  ])('%o is told as %s', (replacement, text) => {
    expect(replacementText({ basis: 'wear', ...replacement }, NOW, formats, t)).toBe(text);
  });

  it('a range has both its ends', () => {
    expect(rangeText({ low: 1740, likely: 2000, high: 2400 }, formats, t)).toBe('29\u00a0min to 40\u00a0min');
  });

  it.each([
    [540, 780, '9 to 13 min'],
    [583, 822, '9 to 13 min'],
    [583, 590, '9 min 43 s to 9 min 50 s'],
    [119, 300, '1 min 59 s to 5 min'],
    [50, 80, '50 s to 1 min 20 s'],
    [3500, 3599, '58 to 59 min'],
    [2940, 3700, '49 min to 1 h 01 min'],
    [4000, 9000, '1 h 06 min to 2 h 30 min'],
  ])('from %d s to %d s is short in a table', (low, high, text) => {
    expect(plainSpaces(shortRangeText({ low, likely: low, high }, formats, t))).toBe(text);
  });

  it('says where points of the curve come from', () => {
    const seen = [
      { charge: 99.6, seconds: 1600 },
      { charge: 58, seconds: 700 },
    ];
    const measured = { begin: NOW, kind: 'test', load: 142.4, seconds: 900, points: seen } as const;
    expect(plainSpaces(measuredText(measured, 'W', formats, t))).toBe(
      'Test, May 15, 2027: 100 % to 58 % in 15 min at 142 W',
    );
  });

  it.each([
    [2400, 4, [0, 600, 1200, 1800, 2400]],
    [2401, 5, [0, 600, 1200, 1800, 2400, 3000]],
    [45, 5, [0, 10, 20, 30, 40, 50]],
    [1, 5, [0, 10]],
    [20_000, 5, [0, 7200, 14_400, 21_600]],
    [86_400 * 60, 5, [0, 12, 24, 36, 48, 60].map((days) => days * 86_400)],
  ])('an axis up to %d s has about %d round steps', (most, count, ticks) => {
    expect(durationTicks(most, count)).toEqual(ticks);
  });

  it('the discharge of the nearest point is meant, if any is near', () => {
    const measured = [points(1, [100, 100], [50, 50]), points(2, [100, 110], [50, 40])];
    const meant = (x: number, y: number) =>
      nearest(measured, { x, y }, ({ charge, seconds }) => ({ x: charge, y: seconds }))?.begin;
    expect([meant(50, 44), meant(50, 46), meant(100, 149), meant(100, 151), meant(140, 140)]).toEqual([
      2,
      1,
      2,
      undefined,
      undefined,
    ]);
  });

  it.each([
    [-0.114, -0.029, 'It loses between 3 % and 11 % of its capacity a year.'],
    [-0.072, -0.068, 'It loses about 7 % of its capacity a year.'],
    [-0.05, -0.001, 'It loses at most 5 % of its capacity a year.'],
    [-0.11, 0.02, 'Whether it fades cannot be told yet: it may lose up to 11 % a year, or gain up to 2 %.'],
    [0.001, 0.03, 'It gains up to 3 % a year: it shows no sign of wear.'],
    [-0.002, 0.003, 'It keeps its capacity: no change in a year can be seen.'],
  ])('a capacity that changes by %d to %d a year', (low, high, text) => {
    expect(plainSpaces(capacityText({ low, high }, formats, t))).toBe(text);
  });

  it('a load is told in watts where they are known', () => {
    const discharge = { begin: 0, end: 1, kind: 'outage', interval: 1, stretches: [] } as const;
    expect(dischargeLoad({ ...discharge, stretches: [], watts: 142.4, percent: 23 }, formats)).toBe('142\u00a0W');
    expect(dischargeLoad({ ...discharge, stretches: [], percent: 23 }, formats)).toBe('23\u00a0%');
    expect(dischargeLoad({ ...discharge, stretches: [] }, formats)).toBeUndefined();
  });
});

describe('what is said of energy', () => {
  it('small amounts have more digits, money its currency', () => {
    expect([0.0421, 3.456, 312.7].map((kwh) => energyText(kwh, formats))).toEqual(['0.042', '3.46', '313']);
    expect(moneyText(1.5, 'EUR', formats)).toBe('€1.50');
  });

  it('a day is named in the zone of the engine', () => {
    const midnight = Date.UTC(2027, 5, 9, 22);
    expect(spanText(midnight, 'day', 'Europe/Berlin', 'short', formats)).toBe('Jun 10');
    expect(spanText(midnight, 'day', 'UTC', 'short', formats)).toBe('Jun 9');
    expect(spanText(midnight, 'month', 'UTC', 'long', formats)).toBe('June 2027');
  });

  it('the axis ends a little above the highest bar', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (most) => {
        const ticks = axisTicks(most);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most * 0.999999);
        expect(ticks.at(-1)).toBeLessThanOrEqual(most * 2);
        expect(ticks.length).toBeGreaterThan(3);
        expect(ticks.length).toBeLessThan(7);
      }),
    );
    expect(axisTicks(0)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(axisTicks(3.8)).toEqual([0, 1, 2, 3, 4]);
    expect(axisTicks(0.055)).toEqual([0, 0.02, 0.04, 0.06]);
  });

  it('is asked for anew only every few minutes', () => {
    expect(energyRange('day', NOW + 1000)).toEqual(energyRange('day', NOW + 200_000));
    expect(energyRange('day', NOW + 301_000)).not.toEqual(energyRange('day', NOW));
    expect(energyRange('month', NOW).to).toBeGreaterThan(NOW);
  });

  it('a span counts as whole when next to all of it was recorded', () => {
    const span = { from: 0, to: 1, kwh: 1, hours: 24 };
    expect([24, 23.6, 23].map((covered) => isWhole({ ...span, covered }))).toEqual([true, true, false]);
  });
});
