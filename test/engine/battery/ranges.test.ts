import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { learn } from '../../../src-main/engine/battery/learning.ts';
import { rangesOf } from '../../../src-main/engine/battery/ranges.ts';
import { runtime } from '../../../src-main/engine/battery/runtime.ts';
import type { BatteryRanges, DeviceState, Discharge } from '../../../src-shared/contract/index.ts';
import { fakeDevice } from '../../renderer/fake-devices.ts';
import { BEGIN, Bench, HOUR, MINUTE } from './bench.ts';
import { DAY, dischargeFrom, NOW, truth, type Wish } from './discharges.ts';

const device = (...commands: readonly string[]): DeviceState =>
  fakeDevice({ commands: commands.map((name) => ({ name })) });

/** What these discharges tell, at a load of 150 W of 520 W unless another is said. */
function told(
  wishes: readonly Partial<Wish>[],
  { value = 150, rating = 520, calibrates = false, more = [] as readonly Discharge[] } = {},
): BatteryRanges {
  const discharges = [
    ...wishes.map((wish, index) => dischargeFrom({ at: NOW - (index + 1) * DAY, load: 150, to: 40, ...wish })),
    ...more,
  ];
  const learned = learn(discharges, { value, unit: 'W', rating }, NOW);
  return rangesOf(device(...(calibrates ? ['calibrate.start'] : [])), {
    discharges,
    ...(learned === undefined ? {} : { learned }),
  });
}

/** As a UPS tells it that knows no watts. */
function inPercent(discharge: Discharge): Discharge {
  return {
    ...discharge,
    stretches: discharge.stretches.map(({ seconds, from, to, percent = 0 }) => ({ seconds, from, to, percent })),
  };
}

const kinds = (ranges: BatteryRanges): string[] => ranges.narrowing.map(({ what }) => what);
const width = ({ low, high }: { readonly low: number; readonly high: number }): number => high / low;

describe('the range by charge and by load', () => {
  it('is empty while nothing is learned', () => {
    expect(told([])).toEqual({ curve: [], measured: [], loads: [], narrowing: [] });
  });

  it('rises with the charge, from nothing to that of a full battery', () => {
    const { curve, loads, load } = told([{}]);
    expect(load).toEqual({ value: 150, unit: 'W' });
    expect(curve).toHaveLength(21);
    expect(curve[0]).toEqual({ charge: 0, low: 0, likely: 0, high: 0 });
    for (const [index, point] of curve.slice(1).entries()) {
      expect(point.likely).toBeGreaterThan(curve[index]?.likely ?? 0);
      expect(point.low).toBeLessThan(point.likely);
      expect(point.high).toBeGreaterThan(point.likely);
    }
    expect(curve.at(-1)).toEqual({ charge: 100, ...loads.find(({ why }) => why === 'present')?.full });
  });

  it('is told for the present load, half and double of it, those carried, and the rating', () => {
    const { loads } = told([{ load: 60 }, { load: 100 }, { load: 400 }]);
    expect(loads.map(({ load, why }) => [Math.round(load), why])).toEqual([
      [60, 'discharged'],
      [75, 'half'],
      [100, 'discharged'],
      [150, 'present'],
      [300, 'double'],
      [400, 'discharged'],
      [520, 'rating'],
    ]);
    for (const { load, full } of loads) {
      expect(full.low).toBeLessThan(truth(load, 1));
      expect(full.high).toBeGreaterThan(truth(load, 1));
      const there = learn(
        [60, 100, 400].map((each, index) => dischargeFrom({ at: NOW - (index + 1) * DAY, load: each, to: 40 })),
        { value: load, unit: 'W', rating: 520 },
        NOW,
      );
      expect(there === undefined ? undefined : runtime(there, 100)).toEqual(full);
    }
    expect(loads.filter(({ beyond }) => beyond).map(({ why }) => why)).toEqual(['rating']);
  });

  it('marks what lies beyond all that was carried, on both sides', () => {
    const { loads } = told([{ load: 152 }]);
    expect(loads.map(({ load, beyond }) => [load, beyond])).toEqual([
      [75, true],
      [150, false],
      [300, true],
      [520, true],
    ]);
  });

  it('tells no load twice, none that the UPS is not made for, and none that is hardly any', () => {
    expect(told([{}], { value: 300 }).loads.map(({ why }) => why)).toEqual(['discharged', 'present', 'rating']);
    expect(told([{}], { value: 290 }).loads.map(({ load }) => Math.round(load))).toEqual([150, 290, 520]);
    expect(told([{}], { value: 30 }).loads.map(({ why }) => why)).toEqual([
      'present',
      'double',
      'discharged',
      'rating',
    ]);
  });

  it('keeps to percent where watts are not known', () => {
    const discharges = [inPercent(dischargeFrom({ at: NOW - DAY, load: 150, to: 40 }))];
    const learned = learn(discharges, { value: 29, unit: '%' }, NOW);
    const { load, loads, measured } = rangesOf(device(), { discharges, ...(learned === undefined ? {} : { learned }) });
    expect(load).toEqual({ value: 29, unit: '%' });
    expect(measured[0]?.load).toBeCloseTo(29, 0);
    expect(loads.map(({ load: value, why }) => [value, why])).toEqual([
      [15, 'half'],
      [29, 'present'],
      [58, 'double'],
      [100, 'rating'],
    ]);
  });
});

describe('what was measured', () => {
  it('stands on the line where a discharge was at the present load, with its cause and its date', () => {
    const test = { ...dischargeFrom({ at: NOW - 9 * DAY, load: 150, to: 60 }), kind: 'test' as const };
    const { measured, curve } = told([{ to: 30 }], { more: [test] });
    expect(measured.map(({ begin, kind }) => [begin, kind])).toEqual([
      [NOW - 9 * DAY, 'test'],
      [NOW - DAY, 'outage'],
    ]);
    const { points = [], load, seconds = 0 } = measured[1] ?? {};
    expect(load).toBeCloseTo(150, 0);
    expect(points[0]?.charge).toBe(100);
    expect(points.at(-1)?.charge).toBe(30);
    expect(points.at(-1)?.seconds).toBeCloseTo(curve.find(({ charge }) => charge === 30)?.likely ?? 0, 6);
    expect((points[0]?.seconds ?? 0) - (points.at(-1)?.seconds ?? 0)).toBeCloseTo(seconds, -1);
    for (const { charge, seconds: left } of points) {
      const line = curve.find((point) => point.charge >= charge);
      expect(left).toBeLessThanOrEqual((line?.high ?? 0) * 1.02);
    }
  });

  it('is turned into the time that it would have been at the present load', () => {
    const { measured } = told([{ load: 60 }, { load: 100 }, { load: 400 }]);
    for (const { points, load, seconds } of measured) {
      const [first, last] = [points[0], points.at(-1)];
      const share = ((first?.charge ?? 0) - (last?.charge ?? 0)) / 100;
      const spent = (first?.seconds ?? 0) - (last?.seconds ?? 0);
      expect(spent / (share * truth(150, 1))).toBeGreaterThan(0.85);
      expect(spent / (share * truth(150, 1))).toBeLessThan(1.15);
      expect(Math.sign(spent - seconds)).toBe(Math.sign(load - 150));
    }
  });

  it('is the latest thirty, at most, and nothing that taught nothing', () => {
    const short = dischargeFrom({ at: NOW - DAY, load: 150, to: 98 });
    const { measured } = told(
      Array.from({ length: 33 }, () => ({})),
      { more: [short] },
    );
    expect(short.refused).toBe('short');
    expect(measured).toHaveLength(30);
  });
});

describe('what would narrow the range', () => {
  it('is a deeper discharge after a short one, and one at another load after those at one load', () => {
    const { narrowing } = told([{ to: 85 }]);
    expect(narrowing.map(({ what, load, to }) => [what, load, to])).toEqual([
      ['deeper', 150, 30],
      // It was all first minutes: at a smaller load more comes after them.
      ['other-load', 75, 50],
    ]);
    for (const { now, after } of narrowing) expect(width(after)).toBeLessThan(width(now) ** 0.85);
  });

  it('narrows about as much as it was said to, when it is done', () => {
    const before = told([{ to: 85 }]);
    for (const { load, to, after } of before.narrowing) {
      const { loads } = told([{ to: 85 }], { more: [dischargeFrom({ at: NOW, load, to })] });
      const full = loads.find((each) => Math.abs(each.load - load) < 3)?.full;
      expect(Math.log(width(full ?? after)) / Math.log(width(after))).toBeGreaterThan(0.9);
      expect(Math.log(width(full ?? after)) / Math.log(width(after))).toBeLessThan(1.1);
    }
  });

  it('is a calibration where the UPS offers one by itself, and else the plug', () => {
    const { narrowing } = told([{ to: 85 }], { calibrates: true });
    expect(narrowing[0]).toMatchObject({ what: 'calibration', load: 150, to: 25 });
    expect(kinds(told([{ to: 25, interval: 20 }], { value: 300 }))).toContain('again');
    // What has to be asked for first is no offer to somebody who wants it simple.
    const discharges = [dischargeFrom({ at: NOW - DAY, load: 150, to: 85 })];
    const learned = learn(discharges, { value: 150, unit: 'W' }, NOW);
    if (learned === undefined) throw new Error('Nothing was learned.');
    const argument = { text: 'reply.argument.testLength' as const, optional: false };
    const asks = fakeDevice({ commands: [{ name: 'calibrate.start', argument }] });
    expect(kinds(rangesOf(asks, { discharges, learned }))).toContain('deeper');
  });

  it('is nothing any more after many of all kinds', () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ load: [60, 150, 400][index % 3] ?? 150, to: 20 }));
    expect(told(many).narrowing).toEqual([]);
  });

  it('is no discharge of a UPS that may go off early', () => {
    const gone: Discharge = {
      ...dischargeFrom({ at: NOW - 2 * DAY, load: 150, to: 85 }),
      stretches: [],
      refused: 'short',
      diedAt: 60,
    };
    expect(told([{ to: 85 }], { more: [gone] }).narrowing).toEqual([]);
    expect(kinds(told([{ to: 85 }], { more: [{ ...gone, diedAt: 5 }] }))).not.toEqual([]);
  });
});

describe('the call', () => {
  let bench: Bench;
  beforeEach(() => {
    bench = new Bench();
  });
  afterEach(() => bench.history.close());

  it('agrees with the report', async () => {
    expect(bench.batteries.ranges('office').load).toBeUndefined();
    const end = bench.record(BEGIN + HOUR, 142, 40);
    await bench.look(end + MINUTE);
    await bench.look(end + 3 * MINUTE);
    const { learned } = bench.batteries.report('office');
    const { load, loads, measured } = bench.batteries.ranges('office');
    expect(load).toEqual(learned?.load);
    expect(loads.find(({ why }) => why === 'present')?.full).toEqual(learned?.full);
    expect(measured.map(({ begin }) => begin)).toEqual([bench.batteries.report('office').discharges[0]?.begin]);
    expect(() => bench.batteries.ranges('gone')).toThrow(/gone/u);
  });
});
