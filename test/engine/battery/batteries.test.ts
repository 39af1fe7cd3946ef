import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KeptFile } from '../../../src-main/engine/base/kept-file.ts';
import { BEGIN, Bench, DAY, HOUR, MINUTE } from './bench.ts';
import { sampledOf } from './discharges.ts';

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => bench.history.close());

/** What is learned while the UPS reports this runtime. */
const learnedWith = async (reported: number, derived: readonly string[] = []): Promise<unknown> => {
  bench = new Bench();
  bench.device = { ...bench.device, derived: [...derived] };
  bench.values({ 'battery.runtime': reported });
  const end = bench.record(BEGIN + HOUR, 142, 40, reported);
  await bench.look(end + MINUTE);
  await bench.look(end + 3 * MINUTE);
  return bench.batteries.report('office').learned;
};

describe('learning from history', () => {
  it('takes every discharge once, also over a restart, and tells its source and age', async () => {
    await bench.look(BEGIN);
    expect(bench.batteries.report('office')).toMatchObject({ unlearned: 'none', discharges: [] });
    const end = bench.record(BEGIN + HOUR, 142, 40);
    await bench.look(end + 10_000);
    expect(bench.batteries.report('office').discharges).toEqual([]);
    await bench.look(end + 2 * MINUTE);
    const { learned, discharges } = bench.batteries.report('office');
    expect(learned).toMatchObject({ discharges: 1, lastAt: end, load: { value: 142, unit: 'W' } });
    expect(discharges).toHaveLength(1);
    bench.start();
    await bench.look(end + DAY);
    await bench.look(end + DAY + 2 * MINUTE);
    expect(bench.batteries.report('office').discharges).toHaveLength(1);
    const second = bench.record(end + 2 * DAY, 142, 60);
    await bench.look(second + 2 * MINUTE);
    expect(bench.batteries.report('office').learned?.discharges).toBe(2);
  });

  it('finds what happened while it was not looking, as long as history holds it', async () => {
    const end = bench.record(BEGIN + HOUR, 142, 40);
    bench.start();
    await bench.look(end + 3 * DAY);
    await bench.look(end + 3 * DAY + 2 * MINUTE);
    expect(bench.batteries.report('office').learned?.discharges).toBe(1);
  });

  it('is not moved by what the UPS reports as its runtime', async () => {
    const honest = await learnedWith(2000);
    expect(honest).toBeDefined();
    expect(await learnedWith(60_000)).toEqual(honest);
  });

  it('takes no charge that is only guessed from the voltage for a gauge, nor one that it once took for one', async () => {
    await learnedWith(2000);
    bench.device = { ...bench.device, derived: ['battery.charge'] };
    expect(bench.batteries.report('office').learned).toBeUndefined();
    expect(bench.batteries.report('office').discharges[0]?.refused).toBe('guessed-charge');

    expect(await learnedWith(2000, ['battery.charge'])).toBeUndefined();
    bench.device = { ...bench.device, derived: [] };
    expect(bench.batteries.report('office').discharges[0]?.refused).toBe('guessed-charge');
  });

  it('nor where a charger hides it by now: no charge on mains is no gauge either', async () => {
    await learnedWith(2000);
    bench.values({ 'battery.charge': undefined });
    expect(bench.batteries.report('office').learned).toBeUndefined();
    expect(bench.batteries.careful(bench.device)).toBeUndefined();
  });

  it('tells the policy how long it lasts at least, from the next percent on and less a failed reading', async () => {
    expect(bench.batteries.careful(bench.device)).toBeUndefined();
    await learnedWith(2000);
    const { full } = bench.batteries.report('office').learned ?? {};
    const careful = bench.batteries.careful(bench.device);
    expect(careful).toMatchObject({ high: full?.high, diedEarly: false });
    expect(careful?.low).toBeLessThan((full?.low ?? 0) - 10);
    expect(careful?.low).toBeGreaterThan((full?.low ?? 0) * 0.95 - 10);
    bench.values({ 'battery.charge': 50 });
    expect(bench.batteries.careful(bench.device)?.low).toBeLessThan((careful?.low ?? 0) * 0.7);
  });

  it('tells of a UPS that was gone early while its battery carried, once, and shows it', async () => {
    const begin = BEGIN + HOUR;
    const { charge } = sampledOf({ at: begin, load: 142, to: 80 });
    const end = charge.at(-1)?.[0] ?? begin;
    bench.history.beginBand('office', 'on-battery', begin);
    for (const [time, , value] of charge) {
      bench.now = time;
      bench.history.sample(
        'office',
        time,
        new Map([
          ['battery.charge', value],
          ['ups.realpower', 142],
        ]),
      );
    }
    bench.history.beginBand('office', 'lost', end + 1000);
    bench.history.endBand('office', 'lost', end + HOUR);
    bench.history.endBand('office', 'on-battery', end + HOUR + 1000);
    await bench.look(end + HOUR + MINUTE);
    await bench.look(end + HOUR + 3 * MINUTE);
    expect(bench.batteries.report('office').died).toEqual({ charge: 80, at: end + 1000, times: 1 });
    expect(bench.batteries.careful(bench.device)).toMatchObject({ diedEarly: true });
    expect(bench.events).toMatchObject([
      { kind: 'problem', severity: 'warning', time: end + 1000, data: { charge: 80 } },
    ]);
    bench.start();
    await bench.look(end + 2 * HOUR);
    await bench.look(end + 3 * HOUR);
    expect(bench.events).toHaveLength(1);
    // A new battery begins anew.
    bench.now = end + 2 * DAY;
    await bench.batteries.replaced({ device: 'office', date: new Date(bench.now).toISOString().slice(0, 10) });
    expect(bench.batteries.report('office').died).toBeUndefined();
  });

  it('looks into the history of one UPS at a time, so that nothing else waits for it', async () => {
    bench.others = [{ ...bench.device, id: 'rack' }];
    await bench.look(BEGIN);
    const query = vi.spyOn(bench.history, 'query');
    const asked = (): string[] => query.mock.calls.map(([{ device }]) => device);
    await bench.look(BEGIN + 2 * MINUTE);
    expect(asked()).toEqual(['office']);
    await bench.look(BEGIN + 2 * MINUTE + 4000);
    expect(asked()).toEqual(['office', 'rack']);
    await bench.look(BEGIN + 2 * MINUTE + 8000);
    expect(asked()).toHaveLength(2);
  });

  it('says which UPS is simulated', async () => {
    bench.device = { ...bench.device, simulated: true };
    expect(bench.batteries.report('office').simulated).toBe(true);
  });
});

describe('a battery that is kept warm', () => {
  it('is to be replaced sooner, as far as a month or more of its temperature tells', async () => {
    bench.values({ 'battery.date': '2026-01-01', 'battery.type': 'PbAc' });
    const { replacement } = bench.batteries.report('office');
    expect(replacement).toEqual({ basis: 'age', from: Date.UTC(2029, 0, 1), to: Date.UTC(2031, 0, 1) });
    for (let day = 0; day < 40; day++) {
      bench.now = BEGIN + day * DAY;
      for (const hour of [1, 13]) {
        bench.history.sample('office', bench.now + hour * HOUR, new Map([['battery.temperature', 30]]));
      }
    }
    bench.now = BEGIN + 41 * DAY;
    expect(bench.batteries.report('office').replacement).toEqual({
      basis: 'age',
      celsius: 30,
      from: Date.UTC(2027, 6, 1),
      to: Date.UTC(2028, 6, 1),
    });
    // What heat does to lithium, no sheet of lead-acid says.
    bench.values({ 'battery.type': 'Li-ion' });
    expect(bench.batteries.report('office').replacement).toBeUndefined();
  });

  it('is learned with the temperature of its discharges', async () => {
    for (const minute of [0, 10, 20]) {
      bench.history.sample('office', BEGIN + HOUR + minute * MINUTE, new Map([['battery.temperature', 31]]));
    }
    const end = bench.record(BEGIN + HOUR, 142, 40);
    await bench.look(end + MINUTE);
    await bench.look(end + 3 * MINUTE);
    expect(bench.batteries.report('office').discharges[0]?.temperature).toBeCloseTo(31, 5);
  });
});

describe('a new battery', () => {
  it('is learned anew, keeps the old one for comparison, and its date is written to the UPS', async () => {
    bench.device = { ...bench.device, settings: [{ name: 'battery.date' }] };
    bench.answer = { result: 'confirmed', message: 'Read back.' };
    const end = bench.record(BEGIN + HOUR, 142, 40);
    await bench.look(end + MINUTE);
    await bench.look(end + 3 * MINUTE);
    bench.now = BEGIN + 10 * DAY;
    const outcome = await bench.batteries.replaced({ device: 'office', date: '2027-01-10' });
    expect(outcome.result).toBe('confirmed');
    expect(bench.written).toEqual(['battery.date=2027-01-10']);
    const report = bench.batteries.report('office');
    expect(report).toMatchObject({
      unlearned: 'none',
      battery: { installed: '2027-01-10', source: 'person', discharges: 0 },
      former: [{ discharges: 1, until: Date.UTC(2027, 0, 9, 23) }],
      replacement: { basis: 'age', from: Date.UTC(2030, 0, 10), to: Date.UTC(2032, 0, 10) },
    });
    expect(report.former[0]?.full?.likely).toBeGreaterThan(0);
    expect(bench.events.at(-1)).toMatchObject({ kind: 'battery-replaced', data: { date: '2027-01-10' } });
    // Put right, it is still the same battery.
    await bench.batteries.replaced({ device: 'office', date: '2027-01-09' });
    expect(bench.batteries.report('office').former).toHaveLength(1);
  });

  it('says when the UPS ignores the date, or cannot be told it', async () => {
    bench.now = BEGIN + DAY;
    expect((await bench.batteries.replaced({ device: 'office', date: '2027-01-01' })).message).toMatch(
      /does not take it/u,
    );
    bench.device = { ...bench.device, settings: [{ name: 'battery.date' }] };
    bench.answer = { result: 'ignored', message: 'It still holds 2024.' };
    expect((await bench.batteries.replaced({ device: 'office', date: '2027-01-02' })).message).toMatch(/ignored/u);
  });

  it('is refused with a date that has not come, and when the UPS is unknown', async () => {
    await expect(bench.batteries.replaced({ device: 'office', date: '2027-02-01' })).rejects.toThrow(/not come yet/u);
    await expect(bench.batteries.replaced({ device: 'other', date: '2026-01-01' })).rejects.toThrow(/no device/u);
  });
});

/** What it is said to be made of, by whom, and whether its replacement is foreseen by its age. */
const told = (): unknown => {
  const { made, chemistry, replacement } = bench.batteries.report('office');
  return { made, chemistry, basis: replacement?.basis };
};

describe('what the battery is made of', () => {
  it('decides whether an age is told: that of lead-acid, also where nothing tells', () => {
    bench.values({ 'battery.date': '2026-01-10', 'battery.type': 'PbAc' });
    expect(told()).toEqual({ made: 'lead-acid', chemistry: 'PbAc', basis: 'age' });
    bench.values({ 'battery.type': undefined });
    expect(told()).toEqual({ made: undefined, chemistry: undefined, basis: 'age' });
    bench.values({ 'battery.type': 'LION' });
    expect(told()).toEqual({ made: 'lithium', chemistry: 'LION', basis: undefined });
    bench.values({ 'battery.type': 'NiMH' });
    expect(told()).toEqual({ made: 'other', chemistry: 'NiMH', basis: undefined });
    bench.values({ 'battery.type': undefined, 'device.part': 'SMTL1500RM3UC' });
    expect(told()).toEqual({ made: 'lithium', chemistry: undefined, basis: undefined });
  });

  it('is what a person tells, and the type stays what the UPS says', () => {
    bench.values({ 'battery.date': '2026-01-10', 'battery.type': 'PbAc' });
    bench.chemistry = { office: 'lithium', rack: 'lead-acid' };
    expect(told()).toEqual({ made: 'lithium', chemistry: 'PbAc', basis: undefined });
    bench.values({ 'battery.type': 'Li-ion' });
    bench.chemistry = { office: 'lead-acid' };
    expect(told()).toEqual({ made: 'lead-acid', chemistry: 'Li-ion', basis: 'age' });
  });
});

describe('the file', () => {
  it('that cannot be read is not written over, and is told', async () => {
    let saved = 0;
    const file: KeptFile = {
      load: () => ({ version: 1, devices: 7 }),
      save: async () => {
        saved += 1;
      },
    };
    Object.assign(bench, { file });
    bench.start();
    const end = bench.record(BEGIN + HOUR, 142, 40);
    await bench.look(end + MINUTE);
    await bench.look(end + 3 * MINUTE);
    expect(saved).toBe(0);
    expect(bench.batteries.report('office').learned?.discharges).toBe(1);
    expect(bench.batteries.problems).toHaveLength(1);
  });
});

describe('the capacity', () => {
  it('is compared also while the UPS tells no load', async () => {
    const end = bench.record(BEGIN + HOUR, 142, 40);
    await bench.look(end + MINUTE);
    await bench.look(end + 3 * MINUTE);
    bench.values({ 'ups.realpower': undefined, 'ups.load': undefined });
    const { learned, unlearned, capacity } = bench.batteries.report('office');
    expect({ learned, unlearned, points: capacity.points.length }).toEqual({ unlearned: 'no-load', points: 1 });
  });
});

describe('the expected curve', () => {
  it('is of the present load or of one that is asked for, and empty while nothing is learned', async () => {
    expect(bench.batteries.curve({ device: 'office', charge: 100 })).toMatchObject({ discharges: 0, points: [] });
    const end = bench.record(BEGIN + HOUR, 142, 40);
    await bench.look(end + MINUTE);
    await bench.look(end + 3 * MINUTE);
    const present = bench.batteries.curve({ device: 'office', charge: 90 });
    expect(present).toMatchObject({ discharges: 1, load: { value: 142, unit: 'W' } });
    expect(present.points[0]).toMatchObject({ seconds: 0, charge: 90 });
    const twice = bench.batteries.curve({ device: 'office', charge: 90, load: 284 });
    expect(twice.load?.value).toBe(284);
    const at = (points: typeof present.points): number => points.find(({ charge }) => charge < 45)?.seconds ?? 0;
    expect(at(twice.points)).toBeLessThan(at(present.points));
    expect(() => bench.batteries.curve({ device: 'other', charge: 90 })).toThrow(/no device/u);
  });
});
