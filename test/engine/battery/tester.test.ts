import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testScheduleSchema } from '../../../src-shared/settings/battery.ts';
import { random } from '../diary/years.ts';
import { fakeProtection } from '../../renderer/fake-devices.ts';
import { BEGIN, Bench, DAY, HOUR, MINUTE, ZONE } from './bench.ts';

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => bench.history.close());

const weekly = testScheduleSchema.parse({ every: 'week', weekday: 0, hour: 4 });

const until = async (from: number, to: number, step = 30_000): Promise<void> => {
  for (let time = from; time <= to; time += step) await bench.look(time);
};

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
    bench.values({ 'ups.test.result': 'Done and error: insufficient capacity' });
    const next = sunday + 7 * DAY;
    await until(next, next + MINUTE);
    bench.values({ 'ups.status': 'OL TEST' });
    await bench.look(next + 70_000);
    bench.values({ 'ups.status': 'OL' });
    await until(next + 80_000, next + 5 * MINUTE);
    expect(bench.batteries.report('office').tests[0]?.result).toBe('failed');
    expect(bench.events.at(-1)).toMatchObject({ kind: 'battery-test', severity: 'warning' });
    expect(bench.events.at(-1)?.text).toMatch(
      /its replacement\. The UPS says: Failed: the battery holds too little\.$/u,
    );
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
    ['without a charge', (b) => b.values({ 'battery.charge': undefined, 'battery.voltage': undefined })],
    [
      'soon after a discharge, where the charger hides the charge',
      (b) => {
        b.record(sunday - 2 * HOUR, 142, 40);
        b.values({ 'battery.charge': undefined });
      },
    ],
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

  it('is begun where the charger hides the charge, long after the last discharge', async () => {
    bench.values({ 'battery.charge': undefined });
    await until(sunday, sunday + 61 * MINUTE, 5 * MINUTE);
    expect(bench.sent).toHaveLength(1);
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
    expect(told[0]?.text).toMatch(/60\u00a0%/u);
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
  }, 30_000);

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
