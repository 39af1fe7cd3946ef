import { describe, expect, it } from 'vitest';
import { DEFAULT_PROFILE, PROFILES } from '../../../src-shared/ups-model/profiles.ts';
import { dischargeOf, type Sampled, START_SECONDS } from '../../../src-main/engine/battery/discharge.ts';
import { capacityOf } from '../../../src-main/engine/battery/capacity.ts';
import { learn, loadFor } from '../../../src-main/engine/battery/learning.ts';
import { curve, runtime } from '../../../src-main/engine/battery/runtime.ts';
import { random } from '../diary/years.ts';
import { DAY, dischargeFrom, NOW, sampledOf, truth, type Wish, YEAR } from './discharges.ts';

const LOAD = { value: 150, unit: 'W' } as const;
/** How many times the upper end is the lower, by one discharge down to a charge. */
function spread(to: number): number {
  const learned = learn([dischargeFrom({ at: NOW - DAY, load: 150, to })], LOAD, NOW);
  const { low = 1, high = 1 } = learned === undefined ? {} : runtime(learned, 100);
  return high / low;
}

const profiles = Object.values(PROFILES);

/** A battery of some kind that was discharged some times at several loads while it aged. */
function life(seed: number, count: number): { wishes: Wish[]; load: number; health: number; profile: Wish['profile'] } {
  const next = random(seed);
  const profile = profiles[Math.floor(next() * profiles.length)] ?? DEFAULT_PROFILE;
  const usual = profile.nominalRealPower * (0.15 + 0.5 * next());
  const fade = 0.15 * next();
  const years = 0.2 + 3 * next();
  const begin = 1 - 0.2 * next();
  const wishes = Array.from({ length: count }, (_, index): Wish => {
    const age = count === 1 ? years : (years * index) / (count - 1);
    return {
      at: NOW - (years - age) * YEAR - 3 * DAY,
      load: usual * (0.6 + 0.8 * next()),
      to: 20 + 65 * next(),
      health: begin - fade * age,
      interval: Math.max(2 + 28 * next(), truth(usual, begin, profile) / 200),
      profile,
      swing: 0.2 * next(),
    };
  });
  return { wishes, load: usual * (0.5 + next()), health: begin - fade * years, profile };
}

/** How unsure the exponent of the load is, after one discharge at each load. */
const exponent = (loads: readonly number[]): number => {
  const wishes = loads.map((load, index) => dischargeFrom({ at: NOW - (index + 1) * DAY, load, to: 10 }));
  return learn(wishes, { value: 100, unit: 'W' }, NOW)?.fit.covariance[1]?.[1] ?? 0;
};

describe('the learned runtime', () => {
  it('holds the truth in at least 95 of 100 batteries, and narrows with more discharges', () => {
    const widths = new Map<number, number[]>();
    let inside = 0;
    let all = 0;
    for (const count of [1, 3, 6]) {
      for (let seed = 1; seed <= 100; seed++) {
        const { wishes, load, health, profile } = life(seed * 7 + count, count);
        const learned = learn(wishes.map(dischargeFrom), { value: load, unit: 'W' }, NOW);
        if (learned === undefined) continue;
        const { low, high } = runtime(learned, 100);
        const real = truth(load, health, profile);
        all += 1;
        inside += low <= real && real <= high ? 1 : 0;
        widths.set(count, [...(widths.get(count) ?? []), high / low]);
      }
    }
    const middle = (count: number): number => (widths.get(count) ?? []).toSorted((a, b) => a - b)[45] ?? 0;
    expect(all).toBeGreaterThan(270);
    expect(inside / all).toBeGreaterThanOrEqual(0.95);
    expect(middle(3)).toBeLessThan(middle(1));
    expect(middle(6)).toBeLessThan(middle(3));
    expect(middle(6)).toBeLessThan(1.6);
  });

  it('says nothing without a discharge, and little after one', () => {
    const load = { value: 150, unit: 'W' } as const;
    expect(learn([], load, NOW)).toBeUndefined();
    const refused = dischargeFrom({ at: NOW - DAY, load: 150, to: 98 });
    expect(refused.refused).toBe('short');
    expect(learn([refused], load, NOW)).toBeUndefined();
    const once = [dischargeFrom({ at: NOW - DAY, load: 150, to: 50 })];
    const width = (value: number): number => {
      const learned = learn(once, { value, unit: 'W' }, NOW);
      const range = learned === undefined ? undefined : runtime(learned, 100);
      return range === undefined ? 0 : range.high / range.low;
    };
    expect(width(150)).toBeGreaterThan(1.3);
    // What was never seen is known less well, on both sides.
    expect(width(450)).toBeGreaterThan(width(150) * 1.3);
    expect(width(50)).toBeGreaterThan(width(150) * 1.3);
  });

  it('learns how the load matters only from discharges at several loads', () => {
    expect(exponent([100, 100, 100])).toBeGreaterThan(0.04);
    // The exponent of a real battery is not the same at every load: that much stays unknown.
    expect(exponent([100, 200, 400])).toBeLessThan(exponent([100, 100, 100]) / 2);
  });

  it('takes the unit in which every discharge and the present load are known', () => {
    const discharge = dischargeFrom({ at: NOW - DAY, load: 150, to: 50 });
    const inPercent = {
      ...discharge,
      stretches: discharge.stretches.map(({ seconds, from, to, percent }) => ({
        seconds,
        from,
        to,
        ...(percent === undefined ? {} : { percent }),
      })),
    };
    const values = { 'ups.realpower': 150, 'ups.load': 29 };
    const load = loadFor(values, [discharge]);
    expect(load).toMatchObject({ value: 150, unit: 'W' });
    // As its own percent say: 150 W were 29 % to it. One that is told counts more.
    expect(load?.rating).toBeCloseTo(150 / 0.29, 0);
    expect(loadFor({ ...values, 'ups.realpower.nominal': 400 }, [discharge])?.rating).toBe(400);
    expect(loadFor(values, [discharge, inPercent])).toEqual({ value: 29, unit: '%' });
    expect(loadFor({ 'ups.realpower': 150 }, [inPercent])).toBeUndefined();
    expect(loadFor({}, [discharge])).toBeUndefined();
  });

  it('counts on an end that was seen: once for the lower end, twice for the likely one', () => {
    const one = dischargeFrom({ at: NOW - DAY, load: 150, to: 30 });
    const ending = (...ends: readonly number[]) => {
      const others = ends.map((diedAt) => ({ ...one, stretches: [], refused: 'short' as const, diedAt }));
      const learned = learn([one, ...others], LOAD, NOW);
      if (learned === undefined) throw new Error('Nothing was learned.');
      return (from: number, to?: number) => runtime(learned, from, to);
    };
    const none = ending();
    const once = ending(80);
    expect(once(100).low).toBe(none(100, 80).low);
    expect(once(100)).toMatchObject({ likely: none(100).likely, high: none(100).high });
    expect(once(80)).toMatchObject({ low: 0, likely: none(80).likely });
    expect(once(100, 90)).toEqual(none(100, 90));
    const twice = ending(60, 80);
    expect(twice(100)).toEqual({ low: none(100, 80).low, likely: none(100, 60).likely, high: none(100).high });
    // Whatever is learned, more doubt never promises more.
    for (const from of [100, 85, 70, 40, 10]) {
      for (const ends of [[5], [50], [80], [99], [20, 90], [90, 90, 90]]) {
        const { low, likely, high } = ending(...ends)(from);
        expect(low).toBeLessThanOrEqual(none(from).low);
        expect(likely).toBeLessThanOrEqual(none(from).likely);
        expect(low).toBeLessThanOrEqual(likely);
        expect(likely).toBeLessThanOrEqual(high);
      }
    }
  });

  it('counts no time for what the gauge leapt over: once for the lower end, mostly for the likely one', () => {
    const one = dischargeFrom({ at: NOW - DAY, load: 150, to: 30 });
    const leaping = (...leaps: readonly boolean[]) => {
      const used = leaps.map((leapt) => ({ ...one, ...(leapt ? { leap: { from: 90, to: 70 } } : {}) }));
      const learned = learn(used, LOAD, NOW);
      if (learned === undefined) throw new Error('Nothing was learned.');
      return (from: number, to?: number) => runtime(learned, from, to);
    };
    const [never, seldom, often] = [
      leaping(false, false, false),
      leaping(true, false, false),
      leaping(true, true, false),
    ];
    expect(seldom(90, 70)).toEqual({ ...never(90, 70), low: 0 });
    expect(often(90, 70)).toEqual({ ...never(90, 70), low: 0, likely: 0 });
    expect(seldom(100).low).toBeLessThan(never(100).low * 0.85);
    expect(seldom(70)).toEqual(never(70));
    expect(seldom(100, 90)).toEqual(never(100, 90));
  });

  it('does not take the first minutes of a gauge for the rest of it', () => {
    const even = sampledOf({ at: NOW - DAY, load: 150, to: 40 });
    // Under the load its voltage sinks, and the gauge with it: twenty percent in the first minutes, beside what is drawn.
    const charge = even.charge.map(([time, , real]): Sampled['charge'][number] => {
      return [time, 0, real - Math.round(20 * Math.min(1, (time - even.begin) / 1000 / START_SECONDS)), 0];
    });
    const shown = charge.filter(([, , each]) => each >= 50);
    const told = learn([dischargeOf({ ...even, charge: shown, end: shown.at(-1)?.[0] ?? 0 })], LOAD, NOW);
    const real = learn([dischargeOf(even)], LOAD, NOW);
    if (told === undefined || real === undefined) throw new Error('Nothing was learned.');
    const { low, likely, high } = runtime(told, 50, 0, START_SECONDS);
    const seconds = runtime(real, 70, 20, START_SECONDS).likely;
    expect(low).toBeLessThan(seconds);
    expect(high).toBeGreaterThan(seconds);
    expect(Math.abs(likely / seconds - 1)).toBeLessThan(0.25);
  });

  it('of no more than first minutes tells a wide range, and a narrow one after more', () => {
    expect(spread(85)).toBeGreaterThan(4);
    expect(spread(40)).toBeLessThan(1.8);
  });

  it('gives a curve that falls from the charge asked for to nothing, inside its range', () => {
    const learned = learn([dischargeFrom({ at: NOW - DAY, load: 150, to: 30 })], { value: 200, unit: 'W' }, NOW);
    const points = learned === undefined ? [] : curve(learned, 80);
    expect(points[0]).toEqual({ seconds: 0, charge: 80, low: 80, high: 80 });
    for (const [index, point] of points.slice(1).entries()) {
      const before = points[index];
      expect(point.seconds).toBeGreaterThan(before?.seconds ?? 0);
      expect(point.charge).toBeLessThanOrEqual(before?.charge ?? 0);
      expect(point.low).toBeLessThanOrEqual(point.charge);
      expect(point.high).toBeGreaterThanOrEqual(point.charge);
    }
    expect(points.at(-1)?.high).toBeCloseTo(0, 6);
  });
});

const fading = (fade: number, years: number, count: number, seed: number): Wish[] => {
  const next = random(seed);
  return Array.from({ length: count }, (_, index) => {
    const age = (years * index) / (count - 1);
    return { at: NOW - (years - age) * YEAR, load: 150 * (0.8 + 0.4 * next()), to: 40, health: 1 - fade * age };
  });
};
const seen = (wishes: readonly Wish[]): ReturnType<typeof capacityOf> => {
  const learned = learn(wishes.map(dischargeFrom), LOAD, NOW);
  return learned === undefined ? { points: [] } : capacityOf(learned);
};
/** When the runtime is 80 % of the first one. */
const end = (fade: number, begin: number): number => {
  for (let years = 0; ; years += 0.01) {
    if (truth(150, 1 - fade * years) / truth(150, 1) <= 0.8) return begin + years * YEAR;
  }
};

describe('the trend of the capacity', () => {
  it('foretells when the battery is to be replaced, as a range that holds the truth', () => {
    let told = 0;
    let inside = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const wishes = fading(0.08 + 0.002 * seed, 2.5, 12, seed);
      const real = end(0.08 + 0.002 * seed, wishes[0]?.at ?? 0);
      const { endsAt, perYear } = seen(wishes);
      expect(perYear?.likely).toBeLessThan(0);
      if (endsAt === undefined) continue;
      told += 1;
      inside += endsAt.from <= real && real <= (endsAt.to ?? Number.POSITIVE_INFINITY) ? 1 : 0;
    }
    expect(told).toBeGreaterThan(30);
    expect(inside / told).toBeGreaterThanOrEqual(0.95);
  });

  it('foretells nothing from too few, too short a time, or a battery that does not fade', () => {
    expect(seen(fading(0.12, 2, 2, 1)).perYear).toBeUndefined();
    expect(seen(fading(0.12, 0.3, 8, 1)).perYear).toBeUndefined();
    expect(seen(fading(0, 3, 8, 1)).endsAt).toBeUndefined();
  });

  it('says of a battery that gives far less than at first that it is due, however few discharges there are', () => {
    const { endsAt } = seen(fading(0.5, 1, 2, 1));
    expect(endsAt?.to).toBeLessThanOrEqual(NOW + DAY);
    expect(seen(fading(0.05, 1, 2, 1)).endsAt).toBeUndefined();
  });

  it('shows each discharge against the first, whatever load it was at', () => {
    const { points } = seen(fading(0.1, 2, 5, 3));
    expect(points).toHaveLength(5);
    for (const [index, { share, low, high }] of points.entries()) {
      const real = truth(150, 1 - 0.05 * index) / truth(150, 1);
      expect(low).toBeLessThan(real);
      expect(high).toBeGreaterThan(real);
      expect(Math.abs(share - real)).toBeLessThan(0.08);
    }
  });
});
