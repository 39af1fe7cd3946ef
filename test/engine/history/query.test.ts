import { DatabaseSync } from '@photostructure/sqlite';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { levelFor } from '../../../src-main/engine/history/levels.ts';
import { objects } from '../../../src-main/engine/history/rows.ts';
import type { HistoryStore } from '../../../src-main/engine/base/parts.ts';
import { DAY, HOUR, MINUTE, NOON, points, poll, SECOND, usePlace } from './place.ts';

const place = usePlace();
// A month of polls is written here, on whatever disk and with whatever else going on.
vi.setConfig({ testTimeout: 60_000 });

/** Polls every so many seconds with a saw-tooth, until `end`; the store's time goes along. */
function run(store: HistoryStore, end: number, every = 2 * SECOND): void {
  for (; place.now < end; place.now += every) poll(store, place.now, value(place.now));
}

function value(time: number): number {
  return 200 + (Math.floor(time / (2 * SECOND)) % 70);
}

/** The first so many buckets of a roll-up since noon. */
function upTo(count: number, width: number): number[] {
  return Array.from({ length: count }, (_, index) => NOON / width + index);
}

describe('the roll-up that answers', () => {
  it.each([
    ['an hour', HOUR, 600, 0, 0],
    ['a day', DAY, 600, 0, 1],
    ['a week', 7 * DAY, 600, 0, 2],
    ['a month', 30 * DAY, 600, 0, 3],
    ['a year', 365 * DAY, 600, 0, 3],
    ['a year, finely', 365 * DAY, 5000, 0, 3],
    ['an hour two days ago', HOUR, 600, 2 * DAY, 1],
    ['an hour two months ago', HOUR, 600, 60 * DAY, 2],
    ['an hour two years ago', HOUR, 600, 730 * DAY, 3],
  ])('to %s', (_, span, most, ago, level) => {
    expect(levelFor(NOON - ago - span, NOON - ago, most, NOON)).toBe(level);
  });
});

describe('a query', () => {
  it('of a day shows minutes rolled up, and what is not rolled up yet', () => {
    const store = place.open();
    const begin = place.now;
    run(store, NOON + 20 * MINUTE + 10 * SECOND);
    const found = store.query({
      device: 'a',
      variables: ['input.voltage', 'no.such'],
      from: NOON - DAY + 30 * MINUTE,
      to: place.now,
      points: 1400,
    });
    expect(found.resolution).toBe(60);
    expect(found.series.map(({ variable }) => variable)).toEqual(['input.voltage', 'no.such']);
    expect(found.series[1]?.points).toEqual([]);
    const expected = Array.from({ length: 11 }, (_, index) => {
      const from = begin + index * 2 * MINUTE;
      const values: number[] = [];
      for (let at = from; at < Math.min(from + 2 * MINUTE, place.now); at += 2 * SECOND) values.push(value(at));
      const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
      return { time: from, min: Math.min(...values), mean, max: Math.max(...values) };
    });
    const answer = found.series[0]?.points ?? [];
    expect(answer.map(([time, min, , max]) => ({ time, min, max }))).toEqual(
      expected.map(({ time, min, max }) => ({ time, min, max })),
    );
    // Each roll-up keeps one decimal more than the readings have.
    for (const [index, { mean }] of expected.entries()) expect(answer[index]?.[2]).toBeCloseTo(mean, 0);
  });

  it('leaves out what is missing: no point, no zero', () => {
    const store = place.open();
    for (const at of [0, 2, 4, 100, 102]) poll(store, NOON + at * SECOND, 230);
    place.now = NOON + 110 * SECOND;
    expect(points(store, NOON, place.now).map(([time]) => (time - NOON) / SECOND)).toEqual([0, 2, 4, 100, 102]);
    store.sample('a', NOON + 104 * SECOND, new Map([['ups.load', Number.NaN]]));
    expect(points(store, NOON, place.now, 600, 'ups.load')).toEqual([]);
  });

  it('keeps every extreme, in at most so many points, in order and in range', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: -50, max: 300 })), {
          minLength: 1,
          maxLength: 200,
        }),
        fc.integer({ min: 10, max: 300 }),
        fc.nat(5000),
        (steps, most, offset) => {
          place.now = NOON;
          const store = place.open({ open: () => new DatabaseSync(':memory:') });
          const values: number[] = [];
          for (const [gap, each] of steps) {
            place.now += gap * SECOND;
            poll(store, place.now, each / 10);
            values.push(each / 10);
          }
          const from = NOON - offset;
          const found = points(store, from, place.now, most);
          expect(found.length).toBeLessThanOrEqual(most);
          expect(Math.min(...found.map(([, min]) => min))).toBe(Math.min(...values));
          expect(Math.max(...found.map(([, , , max]) => max))).toBe(Math.max(...values));
          let last = from - 1;
          for (const [time, min, mean, max] of found) {
            expect(time).toBeGreaterThan(last);
            expect(time).toBeLessThanOrEqual(place.now);
            expect(mean).toBeGreaterThanOrEqual(min);
            expect(mean).toBeLessThanOrEqual(max);
            last = time;
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('of nothing, backwards, or of an unknown device is empty', () => {
    const store = place.open();
    poll(store, NOON, 230);
    expect(points(store, NOON + DAY, NOON)).toEqual([]);
    expect(points(store, 0, 0)).toEqual([]);
    const unknown = store.query({ device: 'x', variables: ['input.voltage'], from: 0, to: NOON, points: 10 });
    expect(unknown.series[0]?.points).toEqual([]);
    expect(store.variables('a')).toEqual({ variables: ['input.voltage'] });
    expect(store.variables('x')).toEqual({ variables: [] });
  });
});

describe('a clock that jumps', () => {
  it('back: both stretches are there, merged where they overlap', () => {
    const store = place.open();
    for (let at = 0; at < 300; at += 2) poll(store, NOON + at * SECOND, 230);
    for (let at = 60; at < 200; at += 2) poll(store, NOON + at * SECOND, 210);
    for (let at = 400; at < 600; at += 2) poll(store, NOON + at * SECOND, 240);
    place.now = NOON + 600 * SECOND;
    const fine = points(store, NOON, place.now);
    expect(new Set(fine.map(([time]) => time)).size).toBe(fine.length);
    expect(fine.find(([time]) => time === NOON + 100 * SECOND)?.slice(1)).toEqual([210, 220, 230]);
    const coarse = points(store, NOON, place.now, 11).map(([, min, , max]) => [min, max]);
    expect(coarse.slice(0, 5)).toEqual([
      [230, 230],
      [210, 230],
      [210, 230],
      [210, 230],
      [230, 230],
    ]);
    expect(store.problems).toEqual([]);
  });

  it('back beyond what is still kept finely widens the roll-ups, and replaces nothing', () => {
    const store = place.open();
    run(store, NOON + 30 * HOUR, MINUTE);
    const lower = NOON + 5 * MINUTE;
    const higher = NOON + 50 * MINUTE;
    poll(store, lower, 1);
    poll(store, higher, 999);
    poll(store, place.now, 230);
    const range = (from: number): unknown[] =>
      points(store, from, from + MINUTE - 1, 10).map(([, min, , max]) => [min, max]);
    expect(range(lower)).toEqual([[1, value(lower)]]);
    expect(range(higher)).toEqual([[value(higher), 999]]);
  });

  it('to 1970 and to the far future and back loses nothing', () => {
    const store = place.open();
    run(store, NOON + 5 * MINUTE);
    for (const time of [1000, NOON + 5000 * DAY, NOON + 5000 * DAY + 2000, NOON + 6 * MINUTE]) poll(store, time, 1);
    place.now = NOON + 7 * MINUTE;
    expect(points(store, NOON, place.now)).toHaveLength(151);
    expect(points(store, 0, 3 * HOUR)).toHaveLength(1);
    expect(store.problems).toEqual([]);
  });
});

describe('a start', () => {
  it('within the bucket that was being filled adds to it', async () => {
    const store = place.open();
    poll(store, NOON, 230);
    await store.close();
    place.now = NOON + SECOND;
    const again = place.open();
    poll(again, place.now, 210);
    expect(points(again, NOON, place.now)).toEqual([[NOON, 210, 220, 230]]);
  });

  it('with a clock that was wrong at first loses no roll-up', async () => {
    const store = place.open();
    run(store, NOON + 61.5 * MINUTE);
    await store.close();
    place.now = 1000;
    const again = place.open();
    poll(again, place.now, 1);
    place.now = NOON + 3 * HOUR;
    poll(again, place.now, 230);
    await again.close();
    const database = new DatabaseSync(place.file);
    const slots = (level: number): number[] =>
      objects(database, `SELECT slot FROM bucket WHERE level = ${level} AND slot > 1 ORDER BY slot`).map((row) =>
        Number(row['slot']),
      );
    const found = [slots(1), slots(2), slots(3)];
    database.close();
    expect(found).toEqual([upTo(62, MINUTE), upTo(5, 15 * MINUTE), upTo(2, HOUR)]);
  });

  it('answers from the buckets that are open, before anything is read', async () => {
    const store = place.open();
    for (; place.now < NOON + 90 * SECOND; place.now += 2 * SECOND) poll(store, place.now, (place.now - NOON) / SECOND);
    await store.close();
    const [found] = points(place.open(), NOON - DAY, place.now, 600);
    expect([found?.[1], found?.[3]]).toEqual([0, 88]);
  });
});

describe('what is kept', () => {
  it('is every roll-up for its time and no longer, pruned in small steps', async () => {
    const store = place.open();
    run(store, NOON + 33 * DAY, MINUTE);
    await store.close();
    const database = new DatabaseSync(place.file);
    const rows = objects(database, 'SELECT count(*) AS rows FROM bucket GROUP BY level ORDER BY level');
    database.close();
    const [fine, minutes, quarters, hours] = rows.map((row) => Number(row['rows']));
    expect(fine).toBeGreaterThanOrEqual(1440);
    expect(fine).toBeLessThanOrEqual(1442);
    expect(minutes).toBeGreaterThanOrEqual(31 * 1440);
    expect(minutes).toBeLessThanOrEqual(31 * 1440 + 2);
    expect([quarters, hours]).toEqual([33 * 96 - 1, 33 * 24 - 1]);
  });

  it('is rolled up after a restart as if there had been none', async () => {
    const restarted = async (at: readonly number[]): Promise<unknown[]> => {
      place.now = NOON;
      let store = place.open();
      for (const minutes of at) {
        run(store, NOON + minutes * MINUTE);
        await store.close();
        store = place.open();
      }
      run(store, NOON + 150 * MINUTE);
      const answers = [4000, 100, 10].map((most) => points(store, NOON, place.now, most));
      await store.close();
      return answers;
    };
    const through = await restarted([]);
    const database = new DatabaseSync(place.file);
    database.exec('DELETE FROM bucket');
    database.close();
    expect(await restarted([0.5, 7, 59, 60, 61.7, 130])).toEqual(through);
  });
});

describe('CSV', () => {
  it('has a row for each time, and nothing where a series has none', () => {
    const store = place.open();
    store.sample(
      'a',
      NOON,
      new Map([
        ['input.voltage', 230.1],
        ['battery.temperature', -5],
      ]),
    );
    store.sample('a', NOON + 30 * SECOND, new Map([['input.voltage', 229]]));
    place.now = NOON + MINUTE;
    const variables = ['battery.temperature', 'input.voltage'];
    const { name, text } = store.csv({ device: 'a', variables, from: NOON, to: place.now });
    expect(name).toBe('mainstay-a-2026-03-01-2026-03-01.csv');
    expect(text).toBe(
      [
        'time,battery.temperature minimum,battery.temperature mean,battery.temperature maximum,input.voltage minimum,input.voltage mean,input.voltage maximum',
        '2026-03-01T12:00:00.000Z,-5,-5,-5,230.1,230.1,230.1',
        '2026-03-01T12:00:30.000Z,,,,229,229,229',
        '',
      ].join('\r\n'),
    );
  });

  it('puts an earlier range beside the one that it is compared with', () => {
    const store = place.open();
    const by = 7 * DAY;
    poll(store, NOON - by, 228);
    poll(store, NOON - by + MINUTE, 227);
    poll(store, NOON, 230);
    place.now = NOON + 2 * MINUTE;
    const range = { device: 'a', variables: ['input.voltage'], from: NOON, to: place.now };
    const rows = store
      .csv({ ...range, earlier: by })
      .text.trim()
      .split('\r\n');
    expect(rows).toEqual([
      'time,input.voltage minimum,input.voltage mean,input.voltage maximum,input.voltage 604800 s earlier minimum,input.voltage 604800 s earlier mean,input.voltage 604800 s earlier maximum',
      '2026-03-01T12:00:00.000Z,230,230,230,228,228,228',
      '2026-03-01T12:01:00.000Z,,,,227,227,227',
    ]);
  });
});
