import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LocalClock } from '../../../src-main/engine/base/local-clock.ts';
import { type EnergyInput, priceAt, sumEnergy } from '../../../src-main/engine/energy/energy.ts';
import { energyMemory, queryEnergy } from '../../../src-main/engine/calls/energy.ts';
import { createHistoryStore } from '../../../src-main/engine/history/index.ts';
import type { HistoryStore } from '../../../src-main/engine/base/parts.ts';
import { Store } from '../../../src-main/engine/state/store.ts';
import type { DeviceState } from '../../../src-shared/contract/index.ts';
import { defaultSettings, type Settings } from '../../../src-shared/settings/index.ts';
import { isSampled } from '../../../src-main/engine/state/recorder.ts';
import { wattsNow, wattsSources } from '../../../src-shared/watts.ts';
import { fakeDevice, fakeState, withValues } from '../../renderer/fake-devices.ts';

// Days of samples; on a busy machine they take their time.
vi.setConfig({ testTimeout: 60_000 });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ZONE = 'Europe/Berlin';
const clock = new LocalClock(ZONE);
/** Midnight in Berlin. */
const BEGIN = Date.UTC(2026, 11, 31, 23);

/** A number that may differ in its last digits. */
const near = (value: number, digits: number): unknown => expect.closeTo(value, digits);

const points = (
  from: number,
  to: number,
  width: number,
  watts: (time: number) => number | undefined,
): [number, number][] => {
  const made: [number, number][] = [];
  for (let time = from; time < to; time += width) {
    const value = watts(time);
    if (value !== undefined) made.push([time, value]);
  }
  return made;
};

const sum = (rest: Partial<EnergyInput>): ReturnType<typeof sumEnergy> =>
  sumEnergy({
    from: BEGIN,
    to: BEGIN + DAY,
    by: 'day',
    now: BEGIN + 1000 * DAY,
    clock,
    pieces: [],
    held: 90_000,
    lost: [],
    setting: {},
    ...rest,
  });

describe('energy', () => {
  it('is power times time, by the day of the wall clock', () => {
    const pieces = [{ width: MINUTE, points: points(BEGIN, BEGIN + 3 * DAY, MINUTE, () => 250) }];
    const { spans, total } = sum({ to: BEGIN + 3 * DAY, pieces });
    expect(spans.map(({ kwh }) => kwh)).toEqual([6, 6, 6].map((kwh) => near(kwh, 9)));
    expect(total).toMatchObject({ kwh: near(18, 9), covered: near(72, 9), hours: 72 });
  });

  it.each([
    ['has 23 hours when summer time begins', Date.UTC(2027, 2, 27, 23), 23],
    ['has 25 hours when it ends', Date.UTC(2027, 9, 30, 22), 25],
  ])('of a day %s', (_what, from, hours) => {
    const pieces = [{ width: 15 * MINUTE, points: points(from - DAY, from + 3 * DAY, 15 * MINUTE, () => 1000) }];
    const { spans } = sum({ from, to: from + 2 * DAY, pieces });
    expect(spans[0]).toMatchObject({ kwh: near(hours, 9), hours, covered: near(hours, 9) });
    expect(spans[1]?.from).toBe(from + hours * HOUR);
  });

  it('of months ends with each of them', () => {
    const to = Date.UTC(2027, 11, 31, 23);
    const pieces = [{ width: HOUR, points: points(BEGIN, to, HOUR, () => 1000) }];
    const { spans } = sum({ to, by: 'month', pieces });
    // March has lost an hour, October has won one.
    const hours = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map((days) => days * 24);
    hours[2] = 31 * 24 - 1;
    hours[9] = 31 * 24 + 1;
    expect(spans.map(({ kwh }) => Math.round(kwh * 1e6) / 1e6)).toEqual(hours);
  });

  it('is known only where something was read: gaps stay gaps', () => {
    const away = (time: number): boolean => time >= BEGIN + 6 * HOUR && time < BEGIN + 11 * HOUR;
    const pieces = [
      { width: MINUTE, points: points(BEGIN, BEGIN + DAY, MINUTE, (time) => (away(time) ? undefined : 500)) },
    ];
    expect(sum({ pieces }).total).toMatchObject({
      kwh: near(9.5, 6),
      covered: near(19, 6),
      hours: 24,
    });
    expect(sum({}).total).toMatchObject({ kwh: 0, covered: 0, hours: 24 });
  });

  it('leaves out of a wide point what was read of no contact', () => {
    const pieces = [{ width: HOUR, points: points(BEGIN, BEGIN + DAY, HOUR, () => 600) }];
    const lost = [
      { from: BEGIN + 90 * MINUTE, to: BEGIN + 100 * MINUTE },
      { from: BEGIN + 110 * MINUTE, to: BEGIN + 130 * MINUTE },
    ];
    expect(sum({ pieces, lost }).total).toMatchObject({
      kwh: near(14.1, 9),
      covered: near(23.5, 9),
    });
  });

  it('is not told of the future', () => {
    const now = BEGIN + 90 * MINUTE;
    const pieces = [{ width: HOUR, points: points(BEGIN, now, HOUR, () => 1000) }];
    const { spans, total } = sum({ to: BEGIN + 5 * DAY, pieces, now });
    expect(spans).toHaveLength(1);
    expect(total).toMatchObject({ kwh: near(1.5, 9), hours: 1.5 });
  });

  it('agrees with the exact integral of any power that is read with any gaps', () => {
    const reading = fc.record({
      minutes: fc.integer({ min: 1, max: 200 }),
      watts: fc.integer({ min: 0, max: 3000 }),
      on: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(reading, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: -5, max: 3000 }),
        (readings, shift) => {
          const from = Date.UTC(2027, 2, 27, 20) + shift * MINUTE;
          const made: [number, number][] = [];
          let time = from;
          let exact = 0;
          for (const { minutes, watts, on } of readings) {
            if (on) {
              made.push(...points(time, time + minutes * MINUTE, MINUTE, () => watts));
              exact += (watts * minutes) / 60_000;
            }
            time += minutes * MINUTE;
          }
          const { spans, total } = sum({ from, to: time, pieces: [{ width: MINUTE, points: made }], held: 0 });
          expect(total.kwh).toBeCloseTo(exact, 6);
          expect(spans.reduce((all, { kwh }) => all + kwh, 0)).toBeCloseTo(exact, 6);
          expect(total.covered).toBeLessThanOrEqual(total.hours + 1e-9);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a tariff', () => {
  it('may be cheaper in a night over midnight', () => {
    const tariff = { day: 0.4, night: { price: 0.2, from: 22, to: 6 } };
    expect([21, 22, 23, 0, 5, 6].map((hour) => priceAt(tariff, hour))).toEqual([0.4, 0.2, 0.2, 0.2, 0.2, 0.4]);
    const pieces = [{ width: MINUTE, points: points(BEGIN, BEGIN + DAY, MINUTE, () => 1000) }];
    const { total } = sum({ pieces, setting: { tariff, co2: 380 } });
    expect(total).toMatchObject({ cost: near(16 * 0.4 + 8 * 0.2, 9), co2: near(24 * 0.38, 9) });
    expect(sum({ pieces }).total.cost).toBeUndefined();
    expect(sum({ pieces }).total.co2).toBeUndefined();
  });
});

const only = (values: Record<string, number>): DeviceState => ({ ...fakeDevice({ derived: [] }), values });

/** A quantity of the lines of an output. */
const lines = (quantity: string, ...values: readonly number[]): Record<string, number> =>
  Object.fromEntries(values.map((value, index) => [`output.L${index + 1}.${quantity}`, value]));

describe('watts', () => {
  it.each<[string, Record<string, number>, object, number | undefined]>([
    ['measured', { 'ups.realpower': 142, 'ups.load': 23, 'ups.realpower.nominal': 600 }, {}, 142],
    ['nominal', { 'ups.load': 25, 'ups.realpower.nominal': 600, 'ups.power.nominal': 900 }, {}, 150],
    ['rating', { 'ups.load': 25, 'ups.realpower.nominal': 600 }, { ratedWatts: 400 }, 100],
    ['apparent', { 'ups.power': 200, 'ups.load': 20, 'ups.power.nominal': 1000 }, {}, 160],
    ['apparent-nominal', { 'ups.load': 20, 'ups.power.nominal': 1000 }, { powerFactor: 0.6 }, 120],
    ['', { 'ups.load': 20 }, {}, undefined],
    // An agent's words: of the output, and of its lines (RFC 1628; the demo itself told 107 W there and no energy).
    ['measured', { 'output.realpower': 107, 'ups.load': 13 }, {}, 107],
    ['measured', { 'ups.realpower': 110, 'output.realpower': 107 }, {}, 110],
    ['measured', lines('realpower', 300, 200, 100), {}, 600],
    ['measured', lines('realpower', 300, 200), {}, 500],
    ['measured', lines('realpower', 300), {}, 300],
    ['nominal', { 'ups.load': 25, 'output.realpower.nominal': 600, 'output.power.nominal': 900 }, {}, 150],
    // The busiest line says nothing of the others.
    ['nominal', { 'ups.load': 60, ...lines('power.percent', 60, 30, 0), 'output.realpower.nominal': 9000 }, {}, 2700],
    ['rating', { 'ups.load': 60, ...lines('power.percent', 60, 30, 0) }, { ratedWatts: 9000 }, 2700],
    ['apparent', { 'output.power': 200 }, {}, 160],
    ['apparent', lines('power', 100, 100, 50), {}, 200],
    ['apparent-nominal', { 'ups.load': 20, 'output.power.nominal': 1000 }, {}, 160],
    ['', lines('power.percent', 60, 30, 0), {}, undefined],
  ])('are told as %s', (method, values, meter, watts) => {
    const told = wattsNow(only(values), { calibration: 1, ...meter });
    expect(told).toEqual(watts === undefined ? undefined : { watts, method });
  });

  it('are said to be computed where the driver computed them, and calibrated by a meter', () => {
    const device = withValues({ 'ups.realpower': 100 }, { derived: ['ups.realpower'] });
    expect(wattsNow(device, { calibration: 1.1 })).toEqual({ watts: near(110, 9), method: 'computed' });
    const lineDevice = withValues(
      { 'ups.realpower': undefined, 'ups.load': undefined, ...lines('realpower', 1, 2, 3) },
      { derived: ['output.L2.realpower'] },
    );
    expect(wattsNow(lineDevice, undefined)).toEqual({ watts: 6, method: 'computed' });
    // Nothing was read yet: what may have been recorded, of which three-phase power has three lines.
    expect(wattsSources(undefined, undefined).map(({ variables }) => variables.join(' '))).toEqual([
      'ups.realpower',
      'output.realpower',
      'output.L1.realpower output.L2.realpower output.L3.realpower',
      'ups.power',
      'output.power',
      'output.L1.power output.L2.power output.L3.power',
    ]);
  });
});

const watts = (time: number): number => 200 + 100 * Math.sin(time / (3 * HOUR));

describe('the energy of a history', () => {
  let now = BEGIN;
  let memory = energyMemory();
  beforeEach(() => {
    memory = energyMemory();
  });
  const asked = async (
    history: HistoryStore,
    range: { from: number; to: number },
    device = fakeDevice(),
    energy: Partial<Settings['energy']> = {},
  ): ReturnType<typeof queryEnergy> => {
    const settings = {
      ...defaultSettings(),
      energy: { ...defaultSettings().energy, ...energy },
      polling: { quickSeconds: 2, fullSeconds: 120 },
    };
    const held = { now: () => now, monotonic: () => now, after: () => () => undefined };
    const state = fakeState([device]);
    const store = new Store(held, state.engine, state.protection);
    store.setDevice(device);
    const settingsStore = {
      get: () => settings,
      update: async () => settings,
      onChange: () => () => undefined,
      problems: [],
    };
    return queryEnergy(
      { clock: held, history, settings: settingsStore, store },
      { device: device.id, by: 'day', ...range },
      memory,
      ZONE,
    );
  };

  it.each<[string, Record<string, number>, number]>([
    ['of the output', { 'output.realpower': 200, 'ups.load': 20 }, 200],
    ['of its three lines together', lines('realpower', 100, 60, 40), 200],
    [
      'of the mean of its lines, where it states its watts',
      { ...lines('power.percent', 40, 20, 0), 'ups.load': 40, 'output.realpower.nominal': 1000 },
      200,
    ],
  ])('is told of an agent: %s', async (_what, values, expected) => {
    const history = createHistoryStore(':memory:', { now: () => now });
    const device: DeviceState = { ...fakeDevice({ derived: ['ups.load'] }), values };
    const sampled = new Map(Object.entries(values).filter(([name]) => isSampled(name)));
    for (now = BEGIN; now < BEGIN + DAY; now += 5 * MINUTE) history.sample(device.id, now, sampled);
    const { total, method } = await asked(history, { from: BEGIN, to: BEGIN + DAY }, device);
    expect(total.kwh).toBeCloseTo((expected * 24) / 1000, 6);
    // The page of energy and the overview tell the same.
    expect(wattsNow(device, undefined)).toEqual({ watts: expected, method });
    await history.close();
  });

  it('is the same from whichever roll-up answers', async () => {
    now = BEGIN;
    const history = createHistoryStore(':memory:', { now: () => now });
    const days = 33;
    let exact = 0;
    for (; now < BEGIN + days * DAY; now += 5 * MINUTE) {
      // One day of the first, which only the wider roll-ups still hold, is missing; and an hour of yesterday.
      const gone =
        (now >= BEGIN + DAY && now < BEGIN + 2 * DAY) || (now >= BEGIN + 31 * DAY && now < BEGIN + 31 * DAY + HOUR);
      if (gone) continue;
      exact += (watts(now) * 5 * MINUTE) / HOUR / 1000;
      history.sample(
        'office',
        now,
        new Map([
          ['ups.realpower', watts(now)],
          ['ups.load', 7],
        ]),
      );
    }
    const { total, spans, method, zone } = await asked(history, { from: BEGIN, to: BEGIN + days * DAY });
    expect(Math.abs(total.kwh / exact - 1)).toBeLessThan(0.0005);
    // Before each gap a reading counts for its own bucket only.
    expect(Math.abs(total.covered - (days * 24 - 25))).toBeLessThan(0.2);
    expect(spans).toHaveLength(days);
    expect(spans[1]).toMatchObject({ kwh: near(0, 2), covered: near(0, 1), hours: 24 });
    expect({ method, zone }).toEqual({ method: 'measured', zone: ZONE });
    // Asked again, and from the middle of a day, it answers from memory what it answers without.
    expect(await asked(history, { from: BEGIN, to: BEGIN + days * DAY })).toEqual({ method, zone, spans, total });
    const later = { from: BEGIN + 3.3 * DAY, to: BEGIN + 20.6 * DAY };
    const remembered = await asked(history, later);
    memory = energyMemory();
    const anew = await asked(history, later);
    expect(remembered.spans).toHaveLength(18);
    for (const [index, { kwh }] of remembered.spans.entries()) expect(kwh).toBeCloseTo(anew.spans[index]?.kwh ?? 0, 9);
    await history.close();
  });

  it('follows the rating that a person enters, for the past as well; without one it says that it is not known', async () => {
    now = BEGIN;
    const history = createHistoryStore(':memory:', { now: () => now });
    for (; now < BEGIN + 2 * HOUR; now += 2000) history.sample('office', now, new Map([['ups.load', 25]]));
    const device = { ...fakeDevice(), values: { 'ups.load': 25 } };
    const range = { from: BEGIN, to: BEGIN + DAY };
    const unknown = await asked(history, range, device);
    expect(unknown).not.toHaveProperty('method');
    expect(unknown.total).toMatchObject({ kwh: 0, covered: 0 });
    const rated = await asked(history, range, device, { meters: { office: { ratedWatts: 400, calibration: 1.1 } } });
    expect(rated).toMatchObject({ method: 'rating', total: { kwh: near(0.22, 4) } });
    await history.close();
  });

  it('fills no time between measured watts with computed ones', async () => {
    now = BEGIN;
    const history = createHistoryStore(':memory:', { now: () => now });
    for (; now < BEGIN + HOUR; now += 2000) {
      const values = new Map([['ups.load', 50]]);
      if (now % 30_000 === 0) values.set('ups.realpower', 100);
      history.sample('office', now, values);
    }
    const { total, method } = await asked(history, { from: BEGIN, to: BEGIN + HOUR });
    expect({ kwh: total.kwh, method }).toEqual({ kwh: near(0.1, 4), method: 'measured' });
    await history.close();
  });

  it('remembers only days that are over', async () => {
    now = BEGIN;
    const history = createHistoryStore(':memory:', { now: () => now });
    const range = { from: BEGIN, to: BEGIN + 2 * DAY };
    const record = (until: number): void => {
      for (; now < until; now += 5 * MINUTE) history.sample('office', now, new Map([['ups.realpower', 600]]));
    };
    const kwh = async (): Promise<number[]> => (await asked(history, range)).spans.map((span) => span.kwh);
    record(BEGIN + 2 * HOUR);
    expect(await kwh()).toEqual([near(1.2, 6)]);
    record(BEGIN + 20 * HOUR);
    expect(await kwh()).toEqual([near(12, 6)]);
    record(BEGIN + 30 * HOUR);
    expect(await kwh()).toEqual([near(14.4, 6), near(3.6, 6)]);
    record(BEGIN + 40 * HOUR);
    expect(await kwh()).toEqual([near(14.4, 6), near(9.6, 6)]);
    await history.close();
  });
});
