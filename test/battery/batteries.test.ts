import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Batteries } from '../../src-main/engine/battery/batteries.ts';
import { createHistoryStore } from '../../src-main/engine/history/index.ts';
import { type KeptFile, memoryFile } from '../../src-main/engine/kept-file.ts';
import type { HistoryStore, NewEvent } from '../../src-main/engine/parts.ts';
import type { CommandOutcome, DeviceState, ProtectionState } from '../../src-shared/contract/index.ts';
import { batterySettingSchema, type TestSchedule, testScheduleSchema } from '../../src-shared/settings-battery.ts';
import { random } from '../diary/years.ts';
import { fakeDevice, fakeProtection } from '../renderer/fake-devices.ts';
import { sampledOf } from './discharges.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ZONE = 'Europe/Berlin';
/** A Friday. */
const BEGIN = Date.UTC(2027, 0, 1);

/** Batteries of one UPS on a clock that is moved by hand. */
class Bench {
  now = BEGIN;
  readonly events: NewEvent[] = [];
  readonly sent: { readonly at: number; readonly name: string }[] = [];
  readonly written: string[] = [];
  readonly file: KeptFile;
  readonly history: HistoryStore;
  answer: CommandOutcome = { result: 'accepted', message: 'Taken.' };
  device: DeviceState;
  protection: ProtectionState;
  schedule: TestSchedule | undefined;
  others: readonly DeviceState[] = [];
  batteries: Batteries;

  constructor() {
    this.file = memoryFile();
    this.history = createHistoryStore(':memory:', { now: () => this.now });
    this.device = fakeDevice();
    this.protection = fakeProtection([this.device]);
    this.batteries = this.start();
  }

  /** As after a restart of Mainstay. */
  start(): Batteries {
    this.batteries = new Batteries({
      clock: { now: () => this.now, monotonic: () => this.now, after: () => () => undefined },
      file: this.file,
      zone: ZONE,
      history: this.history,
      devices: () => [this.device, ...this.others],
      protection: () => this.protection,
      setting: () =>
        batterySettingSchema.parse({
          tests: this.schedule === undefined ? {} : { office: this.schedule, rack: this.schedule },
        }),
      round: () => 45_000,
      command: async (_device, name) => {
        this.sent.push({ at: this.now, name });
        return this.answer;
      },
      set: async (_device, variable, value) => {
        this.written.push(`${variable}=${value}`);
        return this.answer;
      },
      tell: (event) => this.events.push(event),
    });
    return this.batteries;
  }

  values(change: Readonly<Record<string, string | number | undefined>>): void {
    const all = Object.entries({ ...this.device.values, ...change }).filter(
      (entry): entry is [string, string | number] => entry[1] !== undefined,
    );
    this.device = { ...this.device, values: Object.fromEntries(all) };
  }

  async look(at: number): Promise<void> {
    this.now = at;
    this.device = { ...this.device, readAt: at };
    await this.batteries.look();
  }

  /** Samples of a discharge go into history as the recorder puts them there. */
  record(at: number, load: number, to: number, reported?: number): number {
    const { charge, watts, percent, voltage, end } = sampledOf({ at, load, to });
    this.history.beginBand('office', 'on-battery', at);
    for (const [index, [time, , value]] of charge.entries()) {
      this.now = time;
      const values = new Map([
        ['battery.charge', value],
        ['ups.realpower', watts[index]?.[2] ?? 0],
        ['ups.load', percent[index]?.[2] ?? 0],
        ['battery.voltage', voltage[index]?.[2] ?? 0],
      ]);
      if (reported !== undefined) values.set('battery.runtime', reported);
      this.history.sample('office', time, values);
    }
    this.history.endBand('office', 'on-battery', end);
    this.batteries.heard({ time: end, device: 'office', kind: 'mains-returned', severity: 'info', text: '', data: {} });
    return end;
  }
}

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => bench.history.close());

const weekly = testScheduleSchema.parse({ every: 'week', weekday: 0, hour: 4 });

/** What is learned while the UPS reports this runtime. */
const learnedWith = async (reported: number): Promise<unknown> => {
  bench = new Bench();
  bench.values({ 'battery.runtime': reported });
  const end = bench.record(BEGIN + HOUR, 142, 40, reported);
  await bench.look(end + MINUTE);
  await bench.look(end + 3 * MINUTE);
  return bench.batteries.report('office').learned;
};

const until = async (from: number, to: number, step = 30_000): Promise<void> => {
  for (let time = from; time <= to; time += step) await bench.look(time);
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

  it('says which UPS is simulated', async () => {
    bench.device = { ...bench.device, simulated: true };
    expect(bench.batteries.report('office').simulated).toBe(true);
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
      /cannot be told/u,
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

describe('a test of the schedule', () => {
  const sunday = Date.UTC(2027, 0, 3, 3, 0);
  beforeEach(async () => {
    bench.schedule = weekly;
    await bench.look(BEGIN);
  });

  it('is begun once, and its result is taken when it was seen to end', async () => {
    bench.values({ 'ups.test.result': 'No test initiated' });
    await until(sunday - MINUTE, sunday + MINUTE);
    expect(bench.sent.map(({ name }) => name)).toEqual(['test.battery.start.quick']);
    bench.values({ 'ups.status': 'OL DISCHRG TEST', 'ups.test.result': 'In progress' });
    await bench.look(sunday + 80_000);
    bench.values({ 'ups.status': 'OL', 'ups.test.result': 'Done and passed' });
    await until(sunday + 90_000, sunday + 50 * MINUTE);
    expect(bench.sent).toHaveLength(1);
    expect(bench.batteries.report('office').tests).toMatchObject([
      { by: 'schedule', result: 'passed', text: 'Done and passed' },
    ]);
  });

  it('tells a warning when it failed, and does not take an old result for a new one', async () => {
    bench.values({ 'ups.test.result': 'Done and passed' });
    await until(sunday, sunday + 10 * MINUTE);
    expect(bench.batteries.report('office').tests[0]?.result).toBe('unknown');
    bench.values({ 'ups.test.result': 'Done and error' });
    const next = sunday + 7 * DAY;
    await until(next, next + MINUTE);
    bench.values({ 'ups.status': 'OL TEST' });
    await bench.look(next + 70_000);
    bench.values({ 'ups.status': 'OL' });
    await until(next + 80_000, next + 5 * MINUTE);
    expect(bench.batteries.report('office').tests[0]?.result).toBe('failed');
    expect(bench.events.at(-1)).toMatchObject({ kind: 'battery-test', severity: 'warning' });
  });

  it('is not sent again by a Mainstay that was killed in the middle of it', async () => {
    await bench.look(sunday);
    bench.start();
    await until(sunday + 30_000, sunday + 55 * MINUTE);
    expect(bench.sent).toHaveLength(1);
    expect(bench.batteries.report('office').tests).toHaveLength(1);
  });

  it.each<[string, (bench: Bench) => void]>([
    ['on battery', (b) => b.values({ 'ups.status': 'OB DISCHRG' })],
    ['with a low battery', (b) => b.values({ 'ups.status': 'OL LB' })],
    ['without a status', (b) => b.values({ 'ups.status': undefined })],
    ['below the charge', (b) => b.values({ 'battery.charge': 89 })],
    ['without a charge', (b) => b.values({ 'battery.charge': undefined })],
    ['without contact', (b) => (b.device = { ...b.device, link: 'stale' })],
    ['in an outage', (b) => (b.protection = { ...b.protection, phase: 'on-battery' })],
    ['in a countdown', (b) => (b.protection = { ...b.protection, phase: 'countdown' })],
    ['during a calibration', (b) => b.values({ 'ups.status': 'OL CAL' })],
    ['before a shutdown', (b) => (b.protection = { ...b.protection, scheduled: { at: sunday + 20 * MINUTE } })],
    ['where none is offered', (b) => (b.device = { ...b.device, commands: [] })],
  ])('is not begun %s, is put off and made up', async (_when, spoil) => {
    const good = bench.device;
    spoil(bench);
    await until(sunday, sunday + 61 * MINUTE, 5 * MINUTE);
    expect(bench.sent).toEqual([]);
    bench.device = good;
    bench.protection = fakeProtection([good]);
    bench.start();
    await until(sunday + DAY - HOUR, sunday + DAY + HOUR, 5 * MINUTE);
    expect(bench.sent).toHaveLength(1);
    expect(bench.sent[0]?.at).toBeGreaterThanOrEqual(sunday + DAY);
  });

  it('of two that carry this computer waits for the other; one that carries another does not', async () => {
    bench.others = [{ ...bench.device, id: 'rack' }];
    await bench.look(BEGIN + HOUR);
    const both = async (from: number): Promise<number[]> => {
      const before = bench.sent.length;
      for (let time = from; time < from + 30 * MINUTE; time += 30_000) {
        bench.others = bench.others.map((other) => ({ ...other, readAt: time }));
        await bench.look(time);
      }
      return bench.sent.slice(before).map(({ at }) => at);
    };
    const [first = 0, second = 0] = await both(sunday);
    expect(second - first).toBeGreaterThanOrEqual(MINUTE);
    bench.others = [{ ...bench.device, id: 'rack', feedsThisComputer: false }];
    const [one, other] = await both(sunday + 7 * DAY);
    expect(other).toBe(one);
  });

  it('says why it was put off once its hour is over', async () => {
    bench.values({ 'battery.charge': 60 });
    await until(sunday, sunday + 3 * HOUR, 10 * MINUTE);
    const told = bench.events.filter(({ kind }) => kind === 'battery-test');
    expect(told).toMatchObject([{ severity: 'info', data: { result: 'put-off' } }]);
    expect(told[0]?.text).toMatch(/60 %/u);
  });

  it('that is refused is told with the reason', async () => {
    bench.answer = { result: 'refused', message: 'The UPS is busy.' };
    await bench.look(sunday);
    expect(bench.batteries.report('office').tests).toMatchObject([{ result: 'refused', text: 'The UPS is busy.' }]);
    expect(bench.events.at(-1)?.severity).toBe('warning');
  });

  it('keeps to its rules over a year with outages, restarts and times off', async () => {
    const next = random(5);
    const outages = Array.from({ length: 60 }, () => {
      // Many of them in the very hour of the test.
      const day = Math.floor(next() * 364);
      const from = BEGIN + day * DAY + (next() < 0.7 ? 2.5 + next() * 2 : next() * 24) * HOUR;
      return { from, to: from + next() * 3 * HOUR };
    });
    let spoilt = 0;
    let sentBefore = 0;
    for (let time = BEGIN; time < BEGIN + 364 * DAY; time += 15 * MINUTE) {
      const out = outages.some(({ from, to }) => time >= from && time < to);
      const low = outages.some(({ to }) => time >= to && time < to + 4 * HOUR);
      bench.values({
        'ups.status': out ? 'OB DISCHRG' : 'OL',
        'battery.charge': out || low ? 70 : 100,
        'ups.test.result': `Done and passed ${time}`,
      });
      if (next() < 0.002) bench.start();
      await bench.look(time);
      if (bench.sent.length > sentBefore && (out || low)) spoilt += 1;
      sentBefore = bench.sent.length;
    }
    expect(spoilt).toBe(0);
    const weeks = bench.sent.map(({ at }) => Math.floor((at - sunday + 12 * HOUR) / (7 * DAY)));
    expect(new Set(weeks).size).toBe(bench.sent.length);
    expect(bench.sent.length).toBeGreaterThanOrEqual(51);
    const hours = bench.sent.map(({ at }) =>
      new Intl.DateTimeFormat('en', { timeZone: ZONE, hour: 'numeric', hourCycle: 'h23' }).format(at),
    );
    expect(new Set(hours)).toEqual(new Set(['04']));
  });

  it('takes down a test that somebody else began', async () => {
    bench.schedule = undefined;
    bench.values({ 'ups.status': 'OL TEST' });
    await bench.look(BEGIN + HOUR);
    bench.values({ 'ups.status': 'OL', 'ups.test.result': 'Done and warning' });
    await until(BEGIN + HOUR + 10_000, BEGIN + HOUR + 2 * MINUTE);
    expect(bench.batteries.report('office').tests).toMatchObject([{ by: 'other', result: 'warning' }]);
    expect(bench.sent).toEqual([]);
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
