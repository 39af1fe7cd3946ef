/** What was kept in memory while no file could be had, taken over into the file. */
import { type Bucket, decode, encode } from './codec.ts';
import { type Database, objects, type Row } from './rows.ts';

/**
 * Copies events, what is over of outages and bands, and all samples. What is there already stays: the ids of what was
 * kept in memory are of a range of their own (`firstIdInMemory`). The caller holds the transaction of `to`; what is
 * still running is the journal's to write.
 */
export function carryOver(from: Database, to: Database): void {
  const events = 'id, time, device, kind, severity, text, data, acknowledged';
  copy(from, to, 'event', events, '');
  copy(from, to, 'outage', 'id, device, begin, end, lowest, outcome', 'WHERE end IS NOT NULL');
  copy(from, to, 'band', 'id, device, kind, begin, end', 'WHERE end IS NOT NULL');
  const device = numbersOf(from, to, 'device');
  const variable = numbersOf(from, to, 'variable');
  for (const row of objects(from, 'SELECT device, variable FROM seen')) {
    to.prepare('INSERT OR IGNORE INTO seen (device, variable) VALUES (?, ?)').run(
      device(row['device']),
      variable(row['variable']),
    );
  }
  const put = to.prepare('INSERT OR IGNORE INTO bucket (device, level, slot, data) VALUES (?, ?, ?, ?)');
  for (const row of objects(from, 'SELECT device, level, slot, data FROM bucket')) {
    const bucket: Bucket = new Map();
    const { data } = row;
    if (!(data instanceof Uint8Array)) continue;
    decode(data, (id, min, mean, max) => bucket.set(variable(id), { min, mean, max }));
    put.run(device(row['device']), Number(row['level']), Number(row['slot']), encode(bucket));
  }
}

/**
 * The number after which what is kept in memory is counted: seconds since 1970 are more than there are events in any
 * file, and grow faster. So nothing has to be numbered anew when it is carried over, and clients keep what they know.
 */
export function firstIdInMemory(now: number): number {
  return Math.floor(now / 1000);
}

function copy(from: Database, to: Database, table: string, columns: string, which: string): void {
  const names = columns.split(', ');
  const put = to.prepare(`INSERT OR IGNORE INTO ${table} (${columns}) VALUES (${names.map(() => '?').join(', ')})`);
  for (const row of objects(from, `SELECT ${columns} FROM ${table} ${which}`))
    put.run(...names.map((name) => plain(row, name)));
}

function plain(row: Row, name: string): string | number | null {
  const value = row[name];
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** The number that a name of one database has in the other; it is given one where it has none yet. */
function numbersOf(from: Database, to: Database, table: 'device' | 'variable'): (id: unknown) => number {
  const numbers = new Map<number, number>();
  for (const row of objects(from, `SELECT id, name FROM ${table}`)) {
    const name = String(row['name']);
    to.prepare(`INSERT OR IGNORE INTO ${table} (name) VALUES (?)`).run(name);
    const [known] = objects(to, `SELECT id FROM ${table} WHERE name = ?`, [name]);
    numbers.set(Number(row['id']), Number(known?.['id']));
  }
  return (id) => numbers.get(Number(id)) ?? 0;
}
