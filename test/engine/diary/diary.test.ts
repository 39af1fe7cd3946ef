import { describe, expect, it } from 'vitest';
import { makeDiary } from '../../../src-main/engine/diary/diary.ts';
import { diarySchema } from '../../../src-shared/contract/index.ts';
import { BEGIN, DAY, event, HOUR, inputOf, MINUTE, QUARTER, random, year, YEAR_END, ZONE } from './years.ts';

const FINE = 228;

/** Mains with a sag now and then, at any time of day. */
function noise(seed: number, rate: number): (time: number) => number {
  const draw = random(seed);
  return () => (draw() < rate ? 195 : FINE);
}

/** Recorded hours of a Sunday, by the hour. */
const recorded = (begin: number): number[] => {
  const piece = {
    width: QUARTER,
    points: year(() => FINE).points.filter(([time]) => time >= begin && time < begin + 27 * HOUR),
  };
  const sunday = makeDiary(inputOf(piece)).cells.filter(({ weekday }) => weekday === 0);
  return sunday.map((cell) => cell.recorded);
};

describe('sags and swells', () => {
  it('are what lies beyond 90 % and 110 % of nominal, joined where they follow on each other', () => {
    const fine: [number, number, number, number] = [BEGIN, 225, 230, 233];
    const points = [226, 207, 206.9, 200, 230, 253, 253.1, 10, 24, 23].map((volts, index): typeof fine => [
      BEGIN + index * 2000,
      Math.min(volts, 230),
      230,
      Math.max(volts, 230),
    ]);
    const { entries, bounds, totals } = makeDiary(
      inputOf({ width: 2000, points: [...points, [BEGIN + HOUR, 230, 230, 230]] }),
    );
    expect(bounds?.low).toBeCloseTo(207);
    expect(bounds?.high).toBeCloseTo(253);
    expect(entries).toEqual([
      { kind: 'sag', begin: BEGIN + 4000, end: BEGIN + 8000, resolution: 2, volts: 200 },
      { kind: 'swell', begin: BEGIN + 12_000, end: BEGIN + 14_000, resolution: 2, volts: 253.1 },
      // Below 10 % it is an interruption, which the UPS tells as a transfer to battery.
      { kind: 'sag', begin: BEGIN + 16_000, end: BEGIN + 20_000, resolution: 2, volts: 23 },
    ]);
    expect(totals).toEqual({ sag: 2, swell: 1, boost: 0, trim: 0, battery: 0 });
  });

  it('are not told where there is no mains voltage, and presence still counts', () => {
    const presence = year(() => FINE, ZONE, HOUR, BEGIN + DAY);
    const diary = makeDiary(inputOf(presence, { voltage: [] }));
    expect(diary.nominal).toBeUndefined();
    expect(diary.entries).toEqual([]);
    expect(diary.recordedHours).toBeCloseTo(24);
  });

  it.each([
    [230, 230, 'reported'],
    [120, 230, 'inferred'],
    [undefined, 230, 'inferred'],
  ] as const)('with %s reported go by %s', (nominal, volts, source) => {
    const piece = year(() => FINE, ZONE, HOUR, BEGIN + DAY);
    expect(makeDiary(inputOf(piece, { nominal })).nominal).toEqual({ volts, source });
  });
});

describe('the regulator', () => {
  it('is followed from word to word, and through what nobody saw', () => {
    const { entries } = makeDiary(
      inputOf(
        year(() => FINE),
        {
          events: [
            event('boost', BEGIN + HOUR, 201),
            event('boost-cleared', BEGIN + 2 * HOUR),
            event('trim', BEGIN + 3 * HOUR, 255),
            event('engine-started', BEGIN + 5 * HOUR),
            event('trim', BEGIN + 5 * HOUR + MINUTE, 256),
            event('boost-cleared', BEGIN + 6 * HOUR),
          ],
          outages: [{ id: 4, device: 'a', begin: BEGIN + 8 * HOUR, end: BEGIN + 8 * HOUR + MINUTE, outcome: '' }],
        },
      ),
    );
    expect(entries).toEqual([
      { kind: 'boost', begin: BEGIN + HOUR, end: BEGIN + 2 * HOUR, resolution: 0, volts: 201 },
      { kind: 'trim', begin: BEGIN + 3 * HOUR, resolution: 0, volts: 255 },
      { kind: 'trim', begin: BEGIN + 5 * HOUR + MINUTE, resolution: 0, volts: 256 },
      { kind: 'battery', begin: BEGIN + 8 * HOUR, end: BEGIN + 8 * HOUR + MINUTE, resolution: 0, outage: 4 },
    ]);
  });
});

describe('the week', () => {
  it('counts by the wall clock, also in summer', () => {
    // 18:00 in Berlin is 17:00 UTC in winter and 16:00 in summer.
    const diary = makeDiary(inputOf(year((_time, { hour }) => (hour === 18 ? 195 : FINE))));
    const hours = diary.cells.filter(({ counts }) => counts.sag !== undefined).map(({ hour }) => hour);
    expect(new Set(hours)).toEqual(new Set([18]));
    expect(diary.totals.sag).toBe(364);
  });

  it('knows that one Sunday has 23 hours and another has 25', () => {
    // From 23:00 UTC on Saturday, which is midnight in winter; in summer 22:00 UTC is.
    const spring = recorded(Date.UTC(2025, 2, 29, 23));
    expect(spring[2]).toBe(0);
    expect(spring.reduce((sum, each) => sum + each, 0)).toBeCloseTo(23);
    const autumn = recorded(Date.UTC(2025, 9, 25, 22));
    expect(autumn[2]).toBeCloseTo(2);
    expect(autumn.reduce((sum, each) => sum + each, 0)).toBeCloseTo(25);
  });
});

describe('times that stand out', () => {
  it('are those planted, by the wall clock over both changes of it', () => {
    const draw = random(5);
    const piece = year((_time, { hour }) => {
      const rate = hour === 18 || hour === 19 ? 0.05 : 0.001;
      return draw() < rate ? 195 : FINE;
    });
    const { patterns } = makeDiary(inputOf(piece));
    expect(patterns).toHaveLength(1);
    expect(patterns[0]).toMatchObject({ kind: 'sag', weekdays: [0, 1, 2, 3, 4, 5, 6], hours: { from: 18, to: 20 } });
  });

  it('are told of the weekdays on which they are', () => {
    const draw = random(9);
    const piece = year((_time, { hour, weekday }) => {
      const busy = weekday >= 1 && weekday <= 5 && hour === 7;
      return draw() < (busy ? 0.08 : 0) ? 195 : FINE;
    });
    const { patterns } = makeDiary(inputOf(piece));
    expect(patterns.find(({ hours }) => hours !== undefined)).toMatchObject({
      weekdays: [1, 2, 3, 4, 5],
      hours: { from: 7, to: 8 },
    });
  });

  it('may be two', () => {
    const draw = random(13);
    const piece = year((_time, { hour }) => (draw() < (hour === 7 || hour === 19 ? 0.05 : 0.0005) ? 195 : FINE));
    const hours = makeDiary(inputOf(piece)).patterns.map((pattern) => pattern.hours?.from);
    expect(new Set(hours)).toEqual(new Set([7, 19]));
  });

  it('may be a day of the week', () => {
    const draw = random(17);
    const piece = year((_time, { weekday }) => (draw() < (weekday === 0 ? 0.02 : 0.0003) ? 195 : FINE));
    const { patterns } = makeDiary(inputOf(piece));
    expect(patterns.filter(({ hours }) => hours === undefined)).toMatchObject([{ kind: 'sag', weekdays: [0] }]);
  });

  it('are none in years of noise', () => {
    const claimed = [1, 2, 3, 4, 5, 6, 7, 8].flatMap(
      (seed) => makeDiary(inputOf(year(noise(seed, [0.0005, 0.003, 0.02][seed % 3] ?? 0)))).patterns,
    );
    expect(claimed).toEqual([]);
  });

  // 8:00 UTC is 9:00 in Berlin, and 10:00 in summer: hours that are recorded.
  it('are none where what was going on already is only seen at the start of the day', () => {
    const days = Array.from({ length: 364 }, (_, day) => BEGIN + day * DAY + 8 * HOUR);
    const piece = year((_time, { hour }) => (hour >= 7 && hour < 22 ? FINE : undefined));
    const events = days
      .filter((_, day) => day % 3 === 0)
      .flatMap((time) => [
        event('engine-started', time),
        event('boost', time + 3000, 203),
        event('boost-cleared', time + HOUR),
      ]);
    const diary = makeDiary(inputOf(piece, { events }));
    expect(diary.totals.boost).toBeGreaterThan(100);
    expect(diary.patterns).toEqual([]);
  });
});

it('fits the contract', () => {
  const diary = makeDiary(inputOf(year(noise(1, 0.01)), { events: [event('boost', YEAR_END - DAY, 200)] }));
  expect(diarySchema.parse(diary)).toEqual(diary);
});
