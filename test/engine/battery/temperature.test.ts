import { describe, expect, it } from 'vitest';
import { capacityOf } from '../../../src-main/engine/battery/capacity.ts';
import { asAsked, learn, type Load } from '../../../src-main/engine/battery/learning.ts';
import { runtime } from '../../../src-main/engine/battery/runtime.ts';
import { shareAt, warmthOf } from '../../../src-main/engine/battery/temperature.ts';
import type { Discharge } from '../../../src-shared/contract/index.ts';
import { DAY, dischargeFrom, NOW } from './discharges.ts';

const LOAD: Load = { value: 150, unit: 'W' };

/** A discharge of a battery that holds what one of that temperature holds. */
function at(celsius: number, days: number): Discharge {
  const warm = dischargeFrom({ at: NOW - days * DAY, load: 150, to: 20 });
  const stretches = warm.stretches.map((stretch) => ({ ...stretch, seconds: stretch.seconds * shareAt(celsius) }));
  return { ...warm, stretches, temperature: celsius };
}

function told(discharges: readonly Discharge[], temperature?: number): number {
  const learned = learn(discharges, { ...LOAD, ...(temperature === undefined ? {} : { temperature }) }, NOW);
  return learned === undefined ? Number.NaN : runtime(learned, 100).likely;
}

function shares(discharges: readonly Discharge[]): ReturnType<typeof capacityOf> | undefined {
  const learned = learn(discharges, LOAD, NOW);
  return learned === undefined ? undefined : capacityOf(learned);
}

function daysAt(count: number, celsius: number): number[] {
  return Array.from({ length: count }, () => celsius);
}

describe('what a battery holds by temperature', () => {
  it('is as the sheet says, in between, and no further than it says', () => {
    expect([-40, -15, 0, 25, 40, 60].map(shareAt)).toEqual([0.65, 0.65, 0.85, 1, 1.02, 1.02]);
    expect(shareAt(10)).toBeCloseTo(0.91, 5);
    expect(shareAt(undefined)).toBe(1);
  });

  it('is taken out of what was learned, and put into what is told', () => {
    const warm = told([at(25, 9)], 25);
    expect(told([at(0, 9)], 25) / warm).toBeCloseTo(1, 2);
    expect(told([at(25, 9)], 0) / warm).toBeCloseTo(0.85, 2);
    // Where one temperature is not known, it is taken for that of the sheet.
    expect(told([at(25, 9)]) / warm).toBeCloseTo(1, 5);
    const learned = learn([at(0, 9)], { ...LOAD, temperature: 25 }, NOW);
    const [stretch] = at(0, 9).stretches;
    if (learned === undefined || stretch === undefined) throw new Error('Nothing was learned.');
    expect(asAsked(learned, stretch, 0).seconds).toBeCloseTo(stretch.seconds / 0.85, 3);
  });

  it('makes no worn battery of one that is cold', () => {
    const cold = [at(25, 300), at(25, 200), at(25, 100), at(0, 1)];
    expect(shares(cold)?.points.at(-1)?.share).toBeCloseTo(1, 1);
    expect(shares(cold)?.at25).toBe(true);
    const unknown = cold.map(({ temperature: _temperature, ...discharge }) => discharge);
    expect(shares(unknown)?.points.at(-1)?.share).toBeLessThan(0.9);
    expect(shares(unknown)?.at25).toBeUndefined();
  });
});

describe('how long a battery lives', () => {
  it('halves by ten degrees, is not lengthened by the cold, and is not told from a few days', () => {
    expect(warmthOf(daysAt(29, 30))).toBeUndefined();
    expect(warmthOf(daysAt(30, 30))).toEqual({ celsius: 30, factor: 2 });
    expect(warmthOf(daysAt(100, 10))).toEqual({ celsius: 10, factor: 1 });
  });

  it('is shortened more by a hot summer than its mean says', () => {
    const seasons = warmthOf([...daysAt(50, 20), ...daysAt(50, 40)]);
    expect(seasons).toEqual({ celsius: 30, factor: 2.5 });
  });
});
