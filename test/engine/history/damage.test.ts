import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it, vi } from 'vitest';
import { type Database, objects } from '../../../src-main/engine/history/rows.ts';
import type { HistoryStore } from '../../../src-main/engine/base/parts.ts';
import { HOUR, MINUTE, NOON, points, poll, SECOND, usePlace } from './place.ts';

const place = usePlace();
// Thousands of polls are written here, on whatever disk and with whatever else going on.
vi.setConfig({ testTimeout: 60_000 });

/** A history of some pages, closed. */
async function written(minutes = 30): Promise<void> {
  const store = place.open();
  for (; place.now < NOON + minutes * MINUTE; place.now += 2 * SECOND) poll(store, place.now, 230 + (place.now % 7));
  store.event({ time: NOON, kind: 'command', severity: 'info', text: 'Before.', data: {} });
  await store.close();
}

/** A history that works: what goes in comes out, and nothing of before. */
function expectNew(store: HistoryStore): void {
  expect(store.events({ limit: 9 }).events).toEqual([]);
  poll(store, place.now, 1);
  expect(points(store, NOON, place.now)).toEqual([[place.now, 1, 1, 1]]);
}

function overwrite(at: number, bytes: Uint8Array): void {
  const handle = openSync(place.file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

describe('a damaged file', () => {
  it.each<[string, () => void]>([
    ['that is no database', () => writeFileSync(place.file, 'Hello, this is no database at all. '.repeat(1000))],
    ['that is empty', () => writeFileSync(place.file, '')],
    ['that was cut in the middle', () => truncateSync(place.file, Math.floor(statSync(place.file).size / 2))],
    ['that was cut to a page', () => truncateSync(place.file, 4096)],
    ['whose beginning was overwritten', () => overwrite(0, new Uint8Array(200).fill(0xaa))],
    [
      'whose tables were overwritten',
      () => overwrite(4096, new Uint8Array(statSync(place.file).size - 4096).fill(0x5a)),
    ],
    [
      'of another program',
      () => {
        writeFileSync(place.file, '');
        const other = new DatabaseSync(place.file);
        other.exec('CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)');
        other.close();
      },
    ],
    [
      'of a newer Mainstay',
      () => {
        const newer = new DatabaseSync(place.file);
        newer.exec('PRAGMA user_version = 99');
        newer.close();
      },
    ],
  ])('%s is kept unchanged, said so, and a new one begun', async (_, damage) => {
    await written();
    damage();
    const bytes = readFileSync(place.file);
    const store = place.open();
    expect(store.problems.map(({ message }) => message).join(' ')).toMatch(/was damaged .*It was kept as/);
    expect(place.aside()).toHaveLength(1);
    expect(readFileSync(join(place.folder, place.aside()[0] ?? '')).equals(bytes)).toBe(true);
    expectNew(store);
  });

  it('takes its write-ahead log with it', async () => {
    await written();
    writeFileSync(place.file, 'no database');
    writeFileSync(`${place.file}-wal`, 'its log');
    expectNew(place.open());
    expect(readFileSync(join(place.folder, `${place.aside()[0] ?? ''}-wal`), 'utf8')).toBe('its log');
  });

  it('does not take the place of one set aside in the same moment', async () => {
    for (let count = 0; count < 3; count++) {
      writeFileSync(place.file, 'no database');
      await place.open().close();
    }
    expect(place.aside()).toHaveLength(3);
  });

  it('with overwritten bytes anywhere never stops the start and invents no value', async () => {
    await written(90);
    const whole = readFileSync(place.file);
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    let seen = 0;
    for (let round = 0; round < 40; round++) {
      writeFileSync(place.file, whole);
      overwrite(
        random(whole.length - 64),
        new Uint8Array(1 + random(64)).map(() => random(256)),
      );
      const store = place.open();
      for (const most of [5000, 100, 20]) {
        for (const [, min, , max] of points(store, NOON, place.now, most)) {
          seen += 1;
          expect(min).toBeGreaterThanOrEqual(230);
          expect(max).toBeLessThanOrEqual(236);
        }
      }
      poll(store, place.now, 231);
      store.event({ time: place.now, kind: 'command', severity: 'info', text: 'After.', data: {} });
      await store.close();
    }
    expect(seen).toBeGreaterThan(10_000);
  });

  it('that becomes one while in use is replaced, and what runs goes on', async () => {
    await written(300);
    const store = place.open({
      open: (file) => {
        const database = new DatabaseSync(file);
        // So small a cache that every page is read from the file again.
        database.exec('PRAGMA cache_size = 1; PRAGMA mmap_size = 0');
        return database;
      },
    });
    store.beginOutage('a', place.now);
    overwrite(4096, new Uint8Array(statSync(place.file).size - 4096).fill(0x5a));
    poll(store, NOON + MINUTE, 5);
    points(store, NOON, place.now, 5000);
    store.event({ time: place.now, kind: 'command', severity: 'info', text: 'After.', data: {} });
    expect(place.aside()).toHaveLength(1);
    expect(store.problems.map(({ id }) => id)).toEqual(['history-damaged']);
    expect(store.events({ limit: 9 }).events.map(({ text }) => text)).toEqual(['After.']);
    expect(store.outages({ limit: 9 }).outages).toHaveLength(1);
  });
});

/** What was kept before, and what was kept in memory. */
const expectBoth = (kept: HistoryStore): void => {
  expect(kept.events({ limit: 9 }).events.map(({ text, acknowledged }) => [text, acknowledged])).toEqual([
    ['While away.', true],
    ['Before.', false],
  ]);
  expect(points(kept, NOON - HOUR, NOON - HOUR)[0]?.[1]).toBe(229);
  expect(points(kept, NOON, NOON)[0]?.[1]).toBe(230);
  expect(kept.variables('b')).toEqual({ variables: ['input.frequency'] });
};

const outages = (kept: HistoryStore) =>
  kept.outages({ limit: 9 }).outages.map(({ begin, end }) => [begin, end !== undefined]);

describe('a file that cannot be used', () => {
  it('leaves a history in memory and says so', () => {
    mkdirSync(place.file);
    const store = place.open();
    expect(store.problems[0]?.message).toContain('keeps history in memory');
    expectNew(store);
    expect(statSync(place.file).isDirectory()).toBe(true);
  });

  it('is tried again, and then has all that was kept in memory, beside what it had before', async () => {
    const before = place.open();
    poll(before, NOON - HOUR, 229);
    before.event({ time: NOON - HOUR, kind: 'command', severity: 'info', text: 'Before.', data: {} });
    before.beginOutage('a', NOON - HOUR);
    await before.close();
    renameSync(place.file, `${place.file}.away`);
    mkdirSync(place.file);

    const store = place.open();
    poll(store, NOON, 230);
    poll(store, NOON, 50, 'input.frequency', 'b');
    const event = store.event({ time: NOON, kind: 'command', severity: 'info', text: 'While away.', data: {} });
    store.acknowledge([event.id]);
    store.beginOutage('a', NOON);
    store.endOutage('a', NOON + SECOND);
    store.beginOutage('a', NOON + MINUTE);
    store.mend?.();
    expect(store.problems.map(({ id }) => id)).toEqual(['history-file']);

    rmdirSync(place.file);
    renameSync(`${place.file}.away`, place.file);
    store.mend?.();
    expect(store.problems).toEqual([]);
    expectBoth(store);
    // What was cut short by the end of the one before, what came and went in memory, and what still runs.
    expect(outages(store)).toEqual([
      [NOON + MINUTE, false],
      [NOON, true],
      [NOON - HOUR, true],
    ]);
    await store.close();
    expectBoth(place.open());
  });

  it('is left alone while another history holds it', () => {
    const first = place.open();
    poll(first, NOON, 230);
    const second = place.open();
    expect(second.problems[0]?.message).toContain('cannot be used');
    expect(place.aside()).toEqual([]);
    expectNew(second);
    expect(points(first, NOON, NOON)).toHaveLength(1);
  });

  it('is made together with its folder', async () => {
    const nested = join(place.folder, 'not', 'there', 'yet');
    const { createHistoryStore } = await import('../../../src-main/engine/history/index.ts');
    await createHistoryStore(join(nested, 'history.sqlite')).close();
    expect(existsSync(join(nested, 'history.sqlite'))).toBe(true);
  });
});

describe('a full disk', () => {
  it('is a problem while it lasts; events wait, and nothing crashes', () => {
    let opened: Database | undefined;
    const database = (): Database => {
      if (opened === undefined) throw new Error('not opened');
      return opened;
    };
    const store = place.open({
      open: (file) => {
        opened = new DatabaseSync(file);
        return opened;
      },
    });
    // SQLite answers a file at its limit as it answers a full disk: SQLITE_FULL.
    database().exec('PRAGMA max_page_count = 20');
    for (let count = 0; count < 5000; count++, place.now += 2 * SECOND) poll(store, place.now, 200 + (count % 50));
    expect(store.problems.map(({ id }) => id)).toEqual(['history-write']);
    expect(store.problems[0]?.message).toContain('Free some space');
    const waiting = store.event({
      time: place.now,
      kind: 'mains-lost',
      severity: 'warning',
      text: 'x'.repeat(9000),
      data: {},
    });
    store.beginOutage('a', place.now);
    expect(store.events({ limit: 9 }).events).toEqual([]);
    expect(points(store, NOON, place.now).length).toBeGreaterThan(0);

    // A device that was new when nothing could be written: what failed half-way is not taken for done.
    poll(store, place.now, 5, 'x'.repeat(9000), 'b');

    database().exec('PRAGMA max_page_count = 100000');
    poll(store, place.now, 230);
    poll(store, place.now, 7, 'ups.load', 'b');
    expect(objects(database(), 'SELECT name FROM device').map((row) => row['name'])).toEqual(['a', 'b']);
    expect(store.problems).toEqual([]);
    expect(store.events({ limit: 9 }).events).toEqual([waiting]);
    expect(store.outages({ limit: 9 }).outages).toHaveLength(1);

    // What was kept before the disk was full is rolled up like everything else; only the last minute is still open.
    place.now += 5 * MINUTE;
    poll(store, place.now, 230);
    const minutes = (sql: string): number[] => objects(database(), sql).map((row) => Number(row['minute']));
    expect(minutes('SELECT slot AS minute FROM bucket WHERE level = 1 ORDER BY slot')).toEqual(
      minutes('SELECT DISTINCT slot / 30 AS minute FROM bucket WHERE level = 0 ORDER BY slot').slice(0, -1),
    );
  });
});
