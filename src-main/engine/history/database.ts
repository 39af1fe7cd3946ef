/** The history file: opened, judged, set aside when damaged, and its schema. */
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { array, arrayStatement, type Database, singleNumber } from './rows.ts';
import { say } from '../../../src-shared/texts/say.ts';

/** Opens a database file; tests hand in one that limits its size. */
export type OpenDatabase = (file: string) => Database;

/** A database ready for use, and what had to be done for it. */
export interface Opened {
  readonly database: Database;
  /** What went wrong, for people. Missing when all is well. */
  readonly problem?: string;
  /** No file could be had: it lives in memory. */
  readonly inMemory?: boolean;
}

/** Marks the file as ours ("MSTY"), so that another program's database is never written to. */
const APPLICATION_ID = 0x4d535459;
const SCHEMA_VERSION = 1;

/**
 * `bucket` holds one row for each device and bucket with all its variables packed together (see codec.ts): a poll then
 * touches one page, and a range of one device lies in one piece. `slot` is the time divided by the width of the level.
 */
const SCHEMA = `
  CREATE TABLE device (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE variable (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE seen (device INTEGER NOT NULL, variable INTEGER NOT NULL, PRIMARY KEY (device, variable)) WITHOUT ROWID;
  CREATE TABLE bucket (
    device INTEGER NOT NULL, level INTEGER NOT NULL, slot INTEGER NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY (device, level, slot)
  ) WITHOUT ROWID;
  CREATE TABLE event (
    id INTEGER PRIMARY KEY, time INTEGER NOT NULL, device TEXT, kind TEXT NOT NULL, severity TEXT NOT NULL,
    text TEXT NOT NULL, data TEXT NOT NULL, acknowledged INTEGER NOT NULL
  );
  CREATE INDEX event_time ON event (time);
  CREATE TABLE outage (
    id INTEGER PRIMARY KEY, device TEXT NOT NULL, begin INTEGER NOT NULL, end INTEGER, lowest REAL,
    outcome TEXT NOT NULL
  );
  CREATE TABLE band (
    id INTEGER PRIMARY KEY, device TEXT NOT NULL, kind TEXT NOT NULL, begin INTEGER NOT NULL, end INTEGER
  );
  CREATE INDEX band_device ON band (device, begin);
`;

/** SQLite's primary result codes (sqlite.org, "Result and Error Codes"). */
const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

/** Whether this is SQLite's way of saying that the bytes of the file are damaged. */
export function isDamage(thrown: unknown): boolean {
  const code = sqliteCode(thrown);
  return code === SQLITE_CORRUPT || code === SQLITE_NOTADB || thrown instanceof DamagedFile;
}

/** Whether SQLite threw this (a full disk, a locked or read-only file ...), rather than a bug of ours. */
export function isSqliteError(thrown: unknown): thrown is Error {
  return sqliteCode(thrown) !== undefined;
}

function sqliteCode(thrown: unknown): number | undefined {
  if (!(thrown instanceof Error) || !('errcode' in thrown) || typeof thrown.errcode !== 'number') return undefined;
  // The upper bytes hold the extended code.
  return thrown.errcode & 0xff;
}

/** The file can be read, but is not what it should be. */
class DamagedFile extends Error {}

/**
 * Opens the history file, or makes it. A damaged file, one of another program or of a newer Mainstay is renamed and
 * kept, and a new one begun. Where no file can be had, history lives in memory: `inMemory`.
 */
export function openHistory(file: string, now: number, open: OpenDatabase = (path) => new DatabaseSync(path)): Opened {
  let setAsideAs: string | undefined;
  let why = '';
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    try {
      return { database: prepare(open, file) };
    } catch (thrown) {
      if (!isDamage(thrown)) throw thrown;
      why = thrown instanceof Error ? thrown.message : String(thrown);
      setAsideAs = setAside(file, now);
      return { database: prepare(open, file), problem: damageMessage(setAsideAs, why) };
    }
  } catch (thrown) {
    const database = prepare((path) => new DatabaseSync(path), ':memory:');
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    const unusable = say('record.historyUnusable', { file, reason });
    return {
      database,
      inMemory: true,
      problem: setAsideAs === undefined ? unusable : `${unusable} ${damageMessage(setAsideAs, why)}`,
    };
  }
}

/**
 * Renames a damaged history file and what belongs to it; returns the new name. The write-ahead log goes first: left
 * behind, SQLite would replay it into the new file.
 */
export function setAside(file: string, now: number): string {
  const stamp = new Date(now).toISOString().replaceAll(/[:.]/g, '-');
  let target = `${file}.damaged-${stamp}`;
  for (let count = 2; existsSync(target); count++) target = `${file}.damaged-${stamp}-${count}`;
  for (const suffix of ['-wal', '-shm', '-journal', '']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, target + suffix);
  }
  return target;
}

/** What a person is told when a history file was set aside. */
export function damageMessage(keptAs: string, why: string): string {
  return say('record.historyDamaged', { why, keptAs });
}

function prepare(open: OpenDatabase, file: string): Database {
  const isNew = file !== ':memory:' && !existsSync(file);
  if (file !== ':memory:' && !isNew) checkHeader(file);
  const database = open(file);
  try {
    if (file !== ':memory:') forOwner(file);
    // One engine owns the file. This also spares the shared-memory file, and a second engine is told at once.
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    // Nothing is written, not even the journal mode, before it is known to be ours and whole.
    const fresh = singleNumber(database, 'PRAGMA schema_version') === 0;
    if (!fresh) checkContent(database);
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA journal_size_limit = 4194304');
    if (fresh) {
      database.exec(
        `BEGIN IMMEDIATE; ${SCHEMA} PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`,
      );
    }
    if (file !== ':memory:') forOwner(file);
    return database;
  } catch (thrown) {
    database.close();
    // What was only begun would be taken for a damaged file at the next attempt.
    if (isNew) for (const suffix of FILES) rmSync(file + suffix, { force: true });
    throw thrown;
  }
}

/** The file, and what SQLite keeps beside it while it is open (sqlite.org, "Temporary Files Used By SQLite"). */
const FILES = ['', '-wal', '-shm', '-journal'];

/** What happens in a house, and when nobody is there, is nobody else's business. Windows has no such modes. */
function forOwner(file: string): void {
  for (const suffix of FILES) {
    try {
      if ((statSync(file + suffix).mode & 0o077) !== 0) chmodSync(file + suffix, 0o600);
    } catch {
      // Not there, or on a disk that is read-only or knows no modes: the folder is the owner's as well.
    }
  }
}

/** Looks before SQLite does: it takes an empty file for a new database, and drops the log beside one it cannot read. */
function checkHeader(file: string): void {
  const magic = Buffer.alloc(16);
  // What is no file at all must not keep the start waiting, as a FIFO would.
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const facts = fstatSync(handle);
    if (!facts.isFile() && !facts.isDirectory()) throw new DamagedFile(say('record.notDatabase'));
    const length = readSync(handle, magic, 0, magic.length, 0);
    if (length === 0) throw new DamagedFile(say('record.empty'));
    if (magic.toString('latin1') !== 'SQLite format 3\0') throw new DamagedFile(say('record.notDatabase'));
  } finally {
    closeSync(handle);
  }
}

function checkContent(database: Database): void {
  if (singleNumber(database, 'PRAGMA application_id') !== APPLICATION_ID) {
    throw new DamagedFile(say('record.notHistory'));
  }
  const version = singleNumber(database, 'PRAGMA user_version');
  if (version !== SCHEMA_VERSION) throw new DamagedFile(say('record.newer', { format: version }));
  const [verdict] = array(arrayStatement(database, 'PRAGMA quick_check(1)'));
  if (verdict !== 'ok') throw new DamagedFile(String(verdict).replaceAll(/\s+/g, ' '));
}
