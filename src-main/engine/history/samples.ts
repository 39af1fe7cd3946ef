/** Samples and their roll-ups: written poll by poll, rolled up when a bucket closes, pruned in small steps. */
import type { StatementSyncInstance } from '@photostructure/sqlite';
import { type Bucket, decode, encode, type Extent } from './codec.ts';
import { LEVELS } from './levels.ts';
import { type Database, array, arrayStatement, arrays, objects } from './rows.ts';

const FINEST = LEVELS[0].width;
/** Rows pruned from one level each time a minute closes: more than a minute adds, few enough to cost nothing. */
const PRUNE_STEP = 120;
/** After a silence this long (sleep, a clock set right) the roll-ups before it are checked again. */
const LONG_SILENCE = 15 * 60_000;

/** What is remembered of a device between two polls. */
interface Open {
  readonly id: number;
  /** The finest bucket being filled. */
  slot: number;
  readonly filling: Map<number, { min: number; max: number; sum: number; count: number }>;
  /** What is on disk of it. A poll that changes nothing is not written again. */
  written: Uint8Array | undefined;
}

/** Reads and writes the `bucket` table. Every method expects the caller to hold a transaction where it writes. */
export class Samples {
  private readonly database: Database;
  private readonly open = new Map<string, Open>();
  private readonly deviceIds = new Map<string, number>();
  private readonly variableIds = new Map<string, number>();
  private readonly seen = new Set<string>();
  private readonly put: StatementSyncInstance;
  private readonly get: StatementSyncInstance;
  private readonly range: StatementSyncInstance;
  private readonly last: StatementSyncInstance;
  private readonly prune: StatementSyncInstance;
  /** Buckets whose checksum was wrong; they are left out, never guessed. */
  unreadable = 0;

  constructor(database: Database) {
    this.database = database;
    this.put = database.prepare('INSERT OR REPLACE INTO bucket (device, level, slot, data) VALUES (?, ?, ?, ?)');
    this.get = arrayStatement(database, 'SELECT data FROM bucket WHERE device = ? AND level = ? AND slot = ?');
    this.range = arrayStatement(
      database,
      'SELECT slot, data FROM bucket WHERE device = ? AND level = ? AND slot BETWEEN ? AND ? ORDER BY slot',
    );
    this.last = arrayStatement(database, 'SELECT max(slot) FROM bucket WHERE device = ? AND level = ? AND slot <= ?');
    this.prune = database.prepare(`
      DELETE FROM bucket WHERE device = :device AND level = :level AND slot < min(:before, coalesce(
        (SELECT slot FROM bucket WHERE device = :device AND level = :level ORDER BY slot LIMIT 1 OFFSET ${PRUNE_STEP}),
        :before))`);
    this.load();
  }

  /** The names of all devices that ever had a sample. */
  devices(): readonly string[] {
    return [...this.deviceIds.keys()];
  }

  /** The number of a variable, if it ever had a sample of any device. */
  variableId(name: string): number | undefined {
    return this.variableIds.get(name);
  }

  /** Adds one poll. Several polls in one bucket, and a clock that went back into an old one, are merged. */
  add(device: string, time: number, values: ReadonlyMap<string, number>): void {
    const slot = Math.floor(time / FINEST);
    const open = this.openDevice(device, slot);
    if (open.slot !== slot) this.move(open, slot, time);
    for (const [name, value] of values) {
      if (!Number.isFinite(value)) continue;
      const id = this.variable(open.id, name);
      const held = open.filling.get(id);
      if (held === undefined) open.filling.set(id, { min: value, max: value, sum: value, count: 1 });
      else {
        held.min = Math.min(held.min, value);
        held.max = Math.max(held.max, value);
        held.sum += value;
        held.count += 1;
      }
    }
    const bucket: Bucket = new Map();
    for (const [id, { min, max, sum, count }] of open.filling) bucket.set(id, extent(min, sum / count, max));
    if (bucket.size === 0) return;
    const packed = encode(bucket);
    if (open.written !== undefined && Buffer.compare(packed, open.written) === 0) return;
    this.put.run(open.id, 0, slot, packed);
    open.written = packed;
  }

  /** Forgets what is in memory, after a transaction failed: the next poll starts from what is on disk. */
  forget(): void {
    this.open.clear();
    this.deviceIds.clear();
    this.variableIds.clear();
    this.seen.clear();
    this.load();
  }

  /** Takes every device up where it was left, so that its open buckets are part of answers before its first poll. */
  resumeAll(now: number): void {
    for (const device of this.deviceIds.keys()) this.openDevice(device, Math.floor(now / FINEST));
  }

  /** When the device's last sample at or before `before` was taken, to the width of a bucket. */
  lastTime(device: string, before: number): number | undefined {
    const id = this.deviceIds.get(device);
    const slot = id === undefined ? undefined : this.lastSlot(id, 0, Math.floor(before / FINEST));
    return slot === undefined ? undefined : slot * FINEST;
  }

  /**
   * Hands over every bucket of a level in [from, to], and for the bucket still open the finer ones inside it.
   * `each` gets the time at which the bucket begins.
   */
  scan(
    device: string,
    level: number,
    from: number,
    to: number,
    each: (time: number, id: number, min: number, mean: number, max: number) => void,
  ): void {
    const width = LEVELS[level]?.width;
    const id = this.deviceIds.get(device);
    if (id === undefined || width === undefined || from > to) return;
    for (const [slot, data] of this.between(id, level, Math.floor(from / width), Math.floor(to / width))) {
      const time = slot * width;
      if (!decode(data, (variable, min, mean, max) => each(time, variable, min, mean, max))) this.unreadable += 1;
    }
    const open = this.open.get(device);
    if (level === 0 || open === undefined) return;
    const begin = Math.floor((open.slot * FINEST) / width) * width;
    this.scan(device, level - 1, Math.max(from, begin), Math.min(to, begin + width - 1), each);
  }

  /** The names of the variables that a device ever had a sample of. */
  variablesOf(device: string): readonly string[] {
    const id = this.deviceIds.get(device);
    return [...this.variableIds].filter(([, variable]) => this.seen.has(`${id} ${variable}`)).map(([name]) => name);
  }

  private load(): void {
    for (const [table, known] of [
      ['device', this.deviceIds],
      ['variable', this.variableIds],
    ] as const) {
      for (const { id, name } of objects(this.database, `SELECT id, name FROM ${table}`)) {
        known.set(String(name), Number(id));
      }
    }
    for (const { device, variable } of objects(this.database, 'SELECT device, variable FROM seen')) {
      this.seen.add(`${String(device)} ${String(variable)}`);
    }
  }

  private openDevice(device: string, slot: number): Open {
    const known = this.open.get(device);
    if (known !== undefined) return known;
    const id = this.idOf('device', device, this.deviceIds);
    // What was open at the last stop, or crash, is open again: it is rolled up when it is left.
    const last = this.lastSlot(id, 0, slot);
    const open: Open = { id, slot: last ?? slot, filling: new Map(), written: undefined };
    if (last !== undefined) this.resume(open, last);
    this.open.set(device, open);
    return open;
  }

  /** Leaves a bucket for another, closing every coarser one that is left with it, finest first. */
  private move(open: Open, slot: number, time: number): void {
    const left = open.slot * FINEST;
    const leap = Math.abs(time - left) > LONG_SILENCE;
    for (const [level, { width }] of LEVELS.entries()) {
      if (level > 0 && Math.floor(left / width) !== Math.floor(time / width)) {
        this.rollUp(open.id, level, Math.floor(left / width));
        // A clock that has just leapt may be wrong: nothing is thrown away on its word.
        if (level === 1 && !leap) this.pruneAll(open.id, time);
      }
    }
    if (leap) this.close(open.id, time);
    open.slot = slot;
    this.resume(open, slot);
  }

  private resume(open: Open, slot: number): void {
    open.filling.clear();
    open.written = undefined;
    for (const [id, { min, mean, max }] of this.read(open.id, 0, slot)) {
      open.filling.set(id, { min, max, sum: mean, count: 1 });
    }
  }

  /**
   * Rolls up what lies between the last coarse bucket written and the one that is open at `until`: a start with a wrong
   * clock does not find the buckets that were open before it.
   */
  private close(id: number, until: number): void {
    for (const [level, { width }] of LEVELS.entries()) {
      const finer = LEVELS[level - 1];
      if (finer === undefined) continue;
      const openSlot = Math.floor(until / width);
      const written = this.lastSlot(id, level, openSlot);
      const from = written === undefined ? 0 : Math.floor((written * width) / finer.width);
      const slots = new Set<number>();
      for (const [slot] of this.between(id, level - 1, from, (openSlot * width) / finer.width - 1)) {
        slots.add(Math.floor((slot * finer.width) / width));
      }
      for (const slot of slots) this.rollUp(id, level, slot);
    }
  }

  /** Computes one bucket from the finer ones. What an earlier visit to it saw (a clock set back) is kept. */
  private rollUp(id: number, level: number, slot: number): void {
    const width = LEVELS[level]?.width ?? FINEST;
    const finer = LEVELS[level - 1]?.width ?? FINEST;
    const sums = new Map<number, { min: number; max: number; sum: number; count: number }>();
    for (const [, data] of this.between(id, level - 1, (slot * width) / finer, ((slot + 1) * width) / finer - 1)) {
      const whole = decode(data, (variable, min, mean, max) => {
        const held = sums.get(variable);
        if (held === undefined) sums.set(variable, { min, max, sum: mean, count: 1 });
        else {
          held.min = Math.min(held.min, min);
          held.max = Math.max(held.max, max);
          held.sum += mean;
          held.count += 1;
        }
      });
      if (!whole) this.unreadable += 1;
    }
    if (sums.size === 0) return;
    const bucket = this.read(id, level, slot);
    for (const [variable, { min, max, sum, count }] of sums) {
      const before = bucket.get(variable);
      bucket.set(variable, extent(Math.min(min, before?.min ?? min), sum / count, Math.max(max, before?.max ?? max)));
    }
    this.put.run(id, level, slot, encode(bucket));
  }

  private pruneAll(id: number, now: number): void {
    for (const [level, { width, keep }] of LEVELS.entries()) {
      if (Number.isFinite(keep)) {
        this.prune.run({ ':device': id, ':level': level, ':before': Math.floor((now - keep) / width) });
      }
    }
  }

  private read(id: number, level: number, slot: number): Bucket {
    const bucket: Bucket = new Map();
    const [data] = array(this.get, id, level, slot);
    if (data instanceof Uint8Array) {
      decode(data, (variable, min, mean, max) => bucket.set(variable, { min, mean, max }));
    }
    return bucket;
  }

  private *between(id: number, level: number, from: number, to: number): Generator<readonly [number, Uint8Array]> {
    for (const [slot, data] of arrays(this.range, id, level, from, to)) {
      if (typeof slot === 'number' && data instanceof Uint8Array) yield [slot, data];
      else this.unreadable += 1;
    }
  }

  private lastSlot(id: number, level: number, atMost: number): number | undefined {
    const [slot] = array(this.last, id, level, atMost);
    return typeof slot === 'number' ? slot : undefined;
  }

  private variable(device: number, name: string): number {
    const id = this.idOf('variable', name, this.variableIds);
    const key = `${device} ${id}`;
    if (!this.seen.has(key)) {
      this.database.prepare('INSERT OR IGNORE INTO seen (device, variable) VALUES (?, ?)').run(device, id);
      this.seen.add(key);
    }
    return id;
  }

  private idOf(table: 'device' | 'variable', name: string, known: Map<string, number>): number {
    const id = known.get(name);
    if (id !== undefined) return id;
    const made = Number(this.database.prepare(`INSERT INTO ${table} (name) VALUES (?)`).run(name).lastInsertRowid);
    known.set(name, made);
    return made;
  }
}

/** The mean of sums may stray outside by a rounding error; it must not. */
function extent(min: number, mean: number, max: number): Extent {
  return { min, mean: Math.min(Math.max(mean, min), max), max };
}
