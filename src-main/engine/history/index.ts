/** History on disk: what the engine is handed. Joins samples and journal to one file and keeps that file alive. */
import type { Series } from '../../../src-shared/contract/index.ts';
import { AppError } from '../../../src-shared/errors.ts';
import { say } from '../../../src-shared/texts/say.ts';
import { carryOver, firstIdInMemory } from './carry.ts';
import { csvName, eventCsv, seriesCsv } from './csv.ts';
import type { HistoryStore, Problem } from '../base/parts.ts';
import { damageMessage, isDamage, isSqliteError, type OpenDatabase, openHistory, setAside } from './database.ts';
import type { Database } from './rows.ts';
import { Journal } from './journal.ts';
import { queryRange } from './query.ts';
import { Samples } from './samples.ts';

/** What can be replaced around a history. */
export interface HistoryOptions {
  /** The wall clock, in milliseconds since 1970. */
  readonly now?: () => number;
  /** Opens the database; a test hands in one that limits its size. */
  readonly open?: OpenDatabase;
}

/** Rows in a CSV of samples: a day at the finest roll-up, a month by the minute, a year by the quarter of an hour. */
const CSV_ROWS = 50_000;
/** More than the journal keeps: a CSV of events holds all that the filter lets through. */
const ALL_EVENTS = 1_000_000;
/** What led to an outage, and what still followed from it. Milliseconds. */
const BEFORE_OUTAGE = 30_000;
const AFTER_OUTAGE = 120_000;

/** Opens the history in `file`, making it and its folder where missing. Never throws for the file's sake. */
export function createHistoryStore(file: string, options: HistoryOptions = {}): HistoryStore {
  return new FileHistory(file, options);
}

class FileHistory implements HistoryStore {
  private readonly file: string;
  private readonly now: () => number;
  private readonly open: OpenDatabase | undefined;
  private readonly held = new Map<string, Problem>();
  private database: Database;
  private samples: Samples;
  private readonly journal: Journal;
  /** No file could be had; it lives in memory until one can. */
  private inMemory = false;

  constructor(file: string, options: HistoryOptions) {
    this.file = file;
    this.now = options.now ?? Date.now;
    this.open = options.open;
    this.database = this.openFile();
    try {
      this.samples = new Samples(this.database);
      this.journal = new Journal(this.database, this.inMemory ? firstIdInMemory(this.now()) : 0);
    } catch (thrown) {
      if (!isDamage(thrown)) throw thrown;
      this.database = this.reopen(thrown);
      this.samples = new Samples(this.database);
      this.journal = new Journal(this.database);
    }
    this.takeUp();
    this.flush();
  }

  /** Goes on where the file was left, and ends what a crash left running in it. */
  private takeUp(): void {
    this.write(() => this.samples.resumeAll(this.now()));
    this.read(() => {
      const signs = this.samples.devices().map((device) => this.samples.lastTime(device, this.now()) ?? 0);
      this.journal.recover(Math.max(0, ...signs), (device, begin, end) => this.lowestCharge(device, begin, end));
    });
  }

  mend(): void {
    if (this.journal.owes) this.flush();
    if (!this.inMemory) return;
    const opened = openHistory(this.file, this.now(), this.open);
    if (opened.inMemory === true) return opened.database.close();
    const memory = this.database;
    this.turnTo(opened.database);
    this.takeUp();
    if (!this.write(() => carryOver(memory, opened.database), true)) {
      this.turnTo(memory);
      return opened.database.close();
    }
    memory.close();
    this.samples.forget();
    this.write(() => this.samples.resumeAll(this.now()));
    this.inMemory = false;
    this.held.delete('history-file');
    this.note(opened.problem);
    this.journal.adopt(this.database);
    this.flush();
  }

  private turnTo(database: Database): void {
    this.database = database;
    this.samples = new Samples(database);
    this.journal.use(database);
  }

  get problems(): readonly Problem[] {
    const unreadable = this.samples.unreadable;
    if (unreadable === 0) return [...this.held.values()];
    const message = say('record.unreadableParts');
    return [...this.held.values(), { id: 'history-unreadable', message }];
  }

  sample(device: string, time: number, values: ReadonlyMap<string, number>): void {
    this.write(() => this.samples.add(device, time, values));
    if (this.journal.owes) this.flush();
  }

  event(event: Parameters<HistoryStore['event']>[0]): ReturnType<HistoryStore['event']> {
    const numbered = this.journal.event(event);
    this.flush();
    return numbered;
  }

  acknowledge(ids: readonly number[]): void {
    this.journal.acknowledge(ids);
    this.flush();
  }

  beginBand(...band: Parameters<HistoryStore['beginBand']>): void {
    this.journal.beginBand(...band);
    this.flush();
  }

  endBand(...band: Parameters<HistoryStore['endBand']>): void {
    this.journal.endBand(...band);
    this.flush();
  }

  beginOutage(device: string, time: number): void {
    this.journal.beginOutage(device, time);
    this.flush();
  }

  updateOutage(...change: Parameters<HistoryStore['updateOutage']>): void {
    this.journal.updateOutage(...change);
    this.flush();
  }

  endOutage(device: string, time: number): void {
    this.journal.endOutage(device, time);
    this.flush();
  }

  variables(device: string): ReturnType<HistoryStore['variables']> {
    return { variables: [...this.samples.variablesOf(device)].toSorted() };
  }

  query(input: Parameters<HistoryStore['query']>[0]): ReturnType<HistoryStore['query']> {
    const { device, from, to } = input;
    return this.read(() => {
      const now = this.now();
      const { resolution, series } = queryRange(this.samples, input, now);
      return { from, to, resolution, series, bands: this.journal.bands(device, from, to, now) };
    });
  }

  csv(input: Parameters<HistoryStore['csv']>[0]): ReturnType<HistoryStore['csv']> {
    const { earlier = 0, ...range } = input;
    const ask = (by: number): Series[] => {
      const moved = { ...range, from: range.from - by, to: range.to - by, points: CSV_ROWS };
      return this.read(() => queryRange(this.samples, moved, this.now())).series;
    };
    const text = seriesCsv(ask(0), earlier === 0 ? undefined : { by: earlier, series: ask(earlier) });
    return { name: csvName('mainstay', input.device, day(input.from), day(input.to)), text };
  }

  outages(input: Parameters<HistoryStore['outages']>[0]): ReturnType<HistoryStore['outages']> {
    return this.read(() => this.journal.outages(input));
  }

  outage(id: number): ReturnType<HistoryStore['outage']> {
    return this.read(() => {
      const outage = this.journal.outage(id);
      if (outage === undefined) return undefined;
      const [from, to] = [outage.begin - BEFORE_OUTAGE, (outage.end ?? this.now()) + AFTER_OUTAGE];
      return { outage, events: this.journal.eventsOf(outage, from, to) };
    });
  }

  events(input: Parameters<HistoryStore['events']>[0]): ReturnType<HistoryStore['events']> {
    const events = this.read(() => this.journal.events(input, input.limit + 1));
    return { events: events.slice(0, input.limit), more: events.length > input.limit };
  }

  /** Every event that the filter lets through; the page size is for screens. */
  eventsCsv(input: Parameters<HistoryStore['eventsCsv']>[0]): ReturnType<HistoryStore['eventsCsv']> {
    const events = this.read(() => this.journal.events(input, ALL_EVENTS));
    return { name: csvName('mainstay-events', day(this.now())), text: eventCsv(events) };
  }

  close(): Promise<void> {
    this.flush();
    this.database.close();
    return Promise.resolve();
  }

  private lowestCharge(device: string, begin: number, end: number): number | undefined {
    const query = { device, variables: ['battery.charge'], from: begin, to: end, points: 600 };
    const [series] = queryRange(this.samples, query, this.now()).series;
    const lowest = Math.min(...(series?.points ?? []).map(([, min]) => min));
    return Number.isFinite(lowest) ? lowest : undefined;
  }

  /** What happened is worth a sync to the disk each time; samples are, while an outage may end in darkness. */
  private flush(): void {
    const done = this.write(() => this.journal.flush(), true);
    if (done) this.journal.settled();
  }

  /** Runs `work` in a transaction; a file that fails becomes a problem. True when it is on disk. */
  private write(work: () => void, precious = false): boolean {
    try {
      this.transact(work, precious);
    } catch (thrown) {
      if (isDamage(thrown)) return this.moveOn(thrown) && this.tried(work, precious);
      return this.failed(thrown);
    }
    this.held.delete('history-write');
    return true;
  }

  private tried(work: () => void, precious: boolean): boolean {
    try {
      this.transact(work, precious);
      return true;
    } catch (thrown) {
      return this.failed(thrown);
    }
  }

  private transact(work: () => void, precious: boolean): void {
    this.database.exec(`PRAGMA synchronous = ${precious || this.journal.outageRuns ? 'FULL' : 'NORMAL'}`);
    this.database.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.database.exec('COMMIT');
    } catch (thrown) {
      // SQLite has rolled back on its own after some faults (a full disk), not after others.
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      throw thrown;
    }
  }

  private failed(thrown: unknown): false {
    if (!isSqliteError(thrown)) throw thrown;
    this.samples.forget();
    this.checkpoint();
    const told = { reason: thrown.message, file: this.file };
    const { dropped } = this.journal;
    this.held.set('history-write', {
      id: 'history-write',
      message:
        dropped === 0
          ? say('record.historyNotWritten', told)
          : say('record.historyNotWrittenDropped', { ...told, count: dropped }),
    });
    return false;
  }

  /** Moves the log into the file, where the same rows take less space; on a full disk that may be all it needs. */
  private checkpoint(): void {
    try {
      this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch (thrown) {
      if (!isSqliteError(thrown)) throw thrown;
    }
  }

  private read<T>(work: () => T): T {
    try {
      return work();
    } catch (thrown) {
      if (isDamage(thrown) && this.moveOn(thrown)) {
        this.flush();
        return work();
      }
      if (!isSqliteError(thrown)) throw thrown;
      throw new AppError('damaged', say('record.historyUnreadable', { reason: thrown.message }), {
        cause: thrown,
      });
    }
  }

  /** The file turned out to be damaged while in use: sets it aside and goes on with a new one. */
  private moveOn(thrown: unknown): true {
    this.database = this.reopen(thrown);
    this.samples = new Samples(this.database);
    this.journal.adopt(this.database);
    return true;
  }

  private reopen(thrown: unknown): Database {
    try {
      this.database.close();
    } catch (closing) {
      if (!isSqliteError(closing)) throw closing;
    }
    const keptAs = setAside(this.file, this.now());
    const database = this.openFile();
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    this.held.set('history-damaged', { id: 'history-damaged', message: damageMessage(keptAs, why) });
    return database;
  }

  private openFile(): Database {
    const { database, problem, inMemory = false } = openHistory(this.file, this.now(), this.open);
    this.inMemory = inMemory;
    this.note(problem);
    return database;
  }

  private note(problem: string | undefined): void {
    if (problem !== undefined) this.held.set('history-file', { id: 'history-file', message: problem });
  }
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
