/** Events, outages and bands: what happened, as opposed to what was measured. */
import {
  type Band,
  bandSchema,
  type CallInput,
  type CallOutput,
  type EngineEvent,
  type Outage,
} from '../../../src-shared/contract/index.ts';
import { say } from '../../../src-shared/texts/say.ts';
import type { NewEvent } from '../base/parts.ts';
import { readEvents, readOutages } from './journal-rows.ts';
import { type Database, objects, singleNumber } from './rows.ts';

/** Which events are wanted. An empty list of kinds or severities means all of them, as a cleared filter does. */
export type EventFilter = CallInput<'events.query'>;

/** The oldest events beyond this many are dropped, so that a device that flaps for years cannot fill the disk. */
const EVENTS_KEPT = 100_000;
/** Writes kept in memory while the disk takes none. */
const OWED_KEPT = 1000;

/** A write that is repeated until it succeeds; each replaces the whole row, so repeating it does no harm. */
interface Write {
  readonly sql: string;
  readonly values: (string | number | null)[];
}

interface OpenBand {
  readonly id: number;
  readonly device: string;
  readonly kind: Band['kind'];
  readonly begin: number;
}

const PUT_EVENT = `INSERT OR IGNORE INTO event (id, time, device, kind, severity, text, data, acknowledged)
  VALUES (?, ?, ?, ?, ?, ?, ?, 0)`;
const DROP_EVENTS = `DELETE FROM event WHERE id <= (SELECT id FROM event ORDER BY id DESC LIMIT 1 OFFSET ${EVENTS_KEPT})`;
const ACKNOWLEDGE = 'UPDATE event SET acknowledged = 1 WHERE id IN (SELECT value FROM json_each(?))';
const PUT_OUTAGE = 'INSERT OR REPLACE INTO outage (id, device, begin, end, lowest, outcome) VALUES (?, ?, ?, ?, ?, ?)';
const PUT_BAND = 'INSERT OR REPLACE INTO band (id, device, kind, begin, end) VALUES (?, ?, ?, ?, ?)';

/**
 * Mains that is still away when a device is first heard again so soon after the last sign of life is the same outage.
 * Milliseconds.
 */
const SAME_OUTAGE = 10 * 60_000;

/** Kept in place of an outcome: the words for it are those of the language in which it is read. */
const STOPPED_WITHIN = 'stopped-within';

const told = (outage: Outage): Outage =>
  outage.outcome === STOPPED_WITHIN ? { ...outage, outcome: say('record.stoppedWithin') } : outage;

/** The journal in one database. What runs now is held in memory and moves along when the file has to be replaced. */
export class Journal {
  private database: Database;
  private readonly openOutages = new Map<string, Outage>();
  /** The last outage of each device, open or over: what was done about it may be known only once it is over. */
  private readonly lastOutages = new Map<string, Outage>();
  /** Outages that were open when Mainstay was killed, until their devices are heard again. */
  private readonly interrupted = new Map<string, Outage & { readonly end: number }>();
  private readonly openBands = new Map<string, OpenBand>();
  private readonly owed: Write[] = [];
  /** Writes given up because the disk took none for too long. */
  dropped = 0;
  private lastEvent = 0;
  private lastOutage = 0;
  private lastBand = 0;

  /** @param firstId numbers are given after this one */
  constructor(database: Database, firstId = 0) {
    this.database = database;
    [this.lastEvent, this.lastOutage, this.lastBand] = [firstId, firstId, firstId];
    this.adopt(database);
  }

  /** Reads and writes in this database from now on; `adopt` then writes into it what is still running. */
  use(database: Database): void {
    this.database = database;
  }

  /** Goes on in a new database: ids keep growing, and what is still running is written again. */
  adopt(database: Database): void {
    this.database = database;
    this.lastEvent = Math.max(this.lastEvent, this.lastId('event'));
    this.lastOutage = Math.max(this.lastOutage, this.lastId('outage'));
    this.lastBand = Math.max(this.lastBand, this.lastId('band'));
    for (const outage of this.openOutages.values()) this.putOutage(outage);
    for (const band of this.openBands.values()) this.putBand(band, null);
  }

  /** Whether an outage is on, which makes every write more precious. */
  get outageRuns(): boolean {
    return this.openOutages.size > 0;
  }

  /** Whether there is anything to flush. */
  get owes(): boolean {
    return this.owed.length > 0;
  }

  /** Writes what is owed; the caller holds the transaction and says `settled` once it is committed. */
  flush(): void {
    for (const { sql, values } of this.owed) this.database.prepare(sql).run(...values);
  }

  /** What was flushed is safe. */
  settled(): void {
    this.owed.length = 0;
  }

  event(event: NewEvent): EngineEvent {
    this.lastEvent += 1;
    const id = this.lastEvent;
    const { time, device, kind, severity, text, data } = event;
    this.owe(PUT_EVENT, [id, Math.round(time), device ?? null, kind, severity, text, JSON.stringify(data)]);
    if (id % 100 === 0) this.owe(DROP_EVENTS, []);
    return { ...event, id, acknowledged: false };
  }

  acknowledge(ids: readonly number[]): void {
    this.owe(ACKNOWLEDGE, [JSON.stringify(ids)]);
  }

  beginBand(device: string, kind: Band['kind'], time: number): void {
    const key = `${kind} ${device}`;
    if (this.openBands.has(key)) return;
    this.lastBand += 1;
    const band = { id: this.lastBand, device, kind, begin: Math.round(time) };
    this.openBands.set(key, band);
    this.putBand(band, null);
  }

  endBand(device: string, kind: Band['kind'], time: number): void {
    const key = `${kind} ${device}`;
    const band = this.openBands.get(key);
    if (band === undefined) return;
    this.openBands.delete(key);
    this.putBand(band, Math.max(band.begin, Math.round(time)));
  }

  beginOutage(device: string, time: number): void {
    if (this.openOutages.has(device)) return;
    const before = this.interrupted.get(device);
    this.interrupted.delete(device);
    if (before !== undefined && Math.abs(time - before.end) <= SAME_OUTAGE) {
      const { end: _end, outcome, ...outage } = before;
      this.keepOutage({ ...outage, outcome: outcome === STOPPED_WITHIN ? '' : outcome });
      return;
    }
    this.lastOutage += 1;
    this.keepOutage({ id: this.lastOutage, device, begin: Math.round(time), outcome: '' });
  }

  updateOutage(device: string, change: { readonly lowestCharge?: number; readonly outcome?: string }): void {
    const outage = this.lastOutages.get(device);
    if (outage === undefined) return;
    const charge = outage.end === undefined ? change.lowestCharge : undefined;
    const lowest = least(outage.lowestCharge, charge);
    const outcome = change.outcome ?? outage.outcome;
    if (lowest === outage.lowestCharge && outcome === outage.outcome) return;
    this.keepOutage({ ...outage, outcome, ...(lowest === undefined ? {} : { lowestCharge: lowest }) });
  }

  endOutage(device: string, time: number): void {
    this.interrupted.delete(device);
    const outage = this.openOutages.get(device);
    if (outage === undefined) return;
    this.keepOutage({ ...outage, end: Math.max(outage.begin, Math.round(time)) });
  }

  /**
   * Ends what a crash left running, at the last sign of life before it; an outage goes on when its device is soon heard
   * to be on battery still. `lowestCharge` tells what the samples of an outage say.
   */
  recover(
    lastSign: number | undefined,
    lowestCharge: (device: string, begin: number, end: number) => number | undefined,
  ): void {
    const until = Math.max(lastSign ?? 0, this.lastEventTime());
    for (const outage of readOutages(this.database, 'WHERE end IS NULL', [], -1)) {
      const end = Math.max(outage.begin, until);
      const lowest = least(outage.lowestCharge, lowestCharge(outage.device, outage.begin, end));
      const ended = {
        ...outage,
        end,
        outcome: outage.outcome === '' ? STOPPED_WITHIN : outage.outcome,
        ...(lowest === undefined ? {} : { lowestCharge: lowest }),
      };
      this.putOutage(ended);
      this.interrupted.set(outage.device, ended);
    }
    this.owe('UPDATE band SET end = max(begin, ?) WHERE end IS NULL', [until]);
  }

  /** Newest first, one more than the limit so that the caller sees whether there are more. */
  events(filter: EventFilter, limit: number): EngineEvent[] {
    const conditions: string[] = [];
    const values: (string | number)[] = [];
    const where = (condition: string, value: string | number | undefined): void => {
      if (value === undefined) return;
      conditions.push(condition);
      values.push(value);
    };
    where('device = ?', filter.device);
    where('kind IN (SELECT value FROM json_each(?))', list(filter.kinds));
    where('severity IN (SELECT value FROM json_each(?))', list(filter.severities));
    where('time >= ?', filter.from);
    where('time <= ?', filter.to);
    where('id < ?', filter.before);
    const clause = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
    return readEvents(this.database, `${clause} ORDER BY id DESC LIMIT ?`, [...values, limit]);
  }

  /**
   * The events of an outage and of some time before and after it, oldest first. In the order in which they happened,
   * also where the clock of the wall was set in between: then those of the outage are found by their numbers.
   */
  eventsOf({ device, begin }: Outage, from: number, to: number): EngineEvent[] {
    const within = `id >= (SELECT min(id) FROM event WHERE device = ? AND kind = 'mains-lost' AND abs(time - ?) <= 1000)
      AND id <= (SELECT min(id) FROM event WHERE device = ? AND kind = 'mains-returned'
        AND id > (SELECT min(id) FROM event WHERE device = ? AND kind = 'mains-lost' AND abs(time - ?) <= 1000))`;
    return readEvents(this.database, `WHERE (time BETWEEN ? AND ?) OR (${within}) ORDER BY id`, [
      from,
      to,
      device,
      begin,
      device,
      device,
      begin,
    ]);
  }

  outages(input: CallInput<'history.outages'>): CallOutput<'history.outages'> {
    const { device, limit } = input;
    const outages =
      device === undefined
        ? readOutages(this.database, '', [], limit)
        : readOutages(this.database, 'WHERE device = ?', [device], limit);
    return { outages: outages.map(told) };
  }

  /** One outage, if it is known. */
  outage(id: number): Outage | undefined {
    return readOutages(this.database, 'WHERE id = ?', [id], 1).map(told)[0];
  }

  /** Bands that touch the range, cut to it; one still running reaches to `now`. */
  bands(device: string, from: number, to: number, now: number): Band[] {
    const rows = objects(
      this.database,
      'SELECT kind, begin, end FROM band WHERE device = ? AND begin <= ? AND coalesce(end, ?) >= ? ORDER BY begin',
      [device, to, now, from],
    );
    return rows.flatMap((row) => {
      const band = {
        kind: row['kind'],
        from: Math.max(from, Number(row['begin'])),
        to: Math.min(to, Number(row['end'] ?? now)),
      };
      const parsed = bandSchema.safeParse(band);
      return parsed.success ? [parsed.data] : [];
    });
  }

  private keepOutage(outage: Outage): void {
    this.lastOutages.set(outage.device, outage);
    if (outage.end === undefined) this.openOutages.set(outage.device, outage);
    else this.openOutages.delete(outage.device);
    this.putOutage(outage);
  }

  private putOutage({ id, device, begin, end, lowestCharge, outcome }: Outage): void {
    this.owe(PUT_OUTAGE, [id, device, begin, end ?? null, lowestCharge ?? null, outcome]);
  }

  private putBand({ id, device, kind, begin }: OpenBand, end: number | null): void {
    this.owe(PUT_BAND, [id, device, kind, begin, end]);
  }

  private owe(sql: string, values: Write['values']): void {
    this.owed.push({ sql, values });
    if (this.owed.length > OWED_KEPT) {
      this.owed.shift();
      this.dropped += 1;
    }
  }

  private lastEventTime(): number {
    return singleNumber(this.database, 'SELECT time FROM event ORDER BY id DESC LIMIT 1');
  }

  private lastId(table: 'event' | 'outage' | 'band'): number {
    return singleNumber(this.database, `SELECT max(id) FROM ${table}`);
  }
}

/** A list for `json_each`; an empty one is no filter. */
function list(entries: readonly string[] | undefined): string | undefined {
  return entries === undefined || entries.length === 0 ? undefined : JSON.stringify(entries);
}

function least(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : Math.min(a, b);
}
