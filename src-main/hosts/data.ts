/** How two Mainstays are kept from the same files. */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { AppError } from '../../src-shared/errors.ts';
import { say } from '../../src-shared/texts/say.ts';
import { readBoundedText } from '../engine/base/bounded-file.ts';
import type { FolderPart, Problem } from '../engine/base/parts.ts';
import { exposedProblems, tidy } from './data-upkeep.ts';

/** Who opens the files. */
export type HostKind = 'desktop' | 'headless' | 'service';

/** As the file beside the lock says it, for whoever looks into the folder. */
const HOST_NAMES: Readonly<Record<HostKind, string>> = {
  desktop: 'the desktop program',
  headless: '`mainstay serve`',
  service: 'the Mainstay service',
};
const HOSTS = ['desktop', 'headless', 'service'] as const satisfies readonly HostKind[];

/** A lock that nobody refers to any more would be collected as garbage, and the folder be free while it is in use. */
const locks = new Set<DatabaseSyncInstance>();

/** So much has to fit for the disk not to count as full: a page of it. Bytes. */
const TRIAL = 4096;

/**
 * Makes the folder and keeps every other Mainstay out of it until `release` is called or this process ends, however
 * it ends: the lock is the operating system's own, held through a database file that is never written.
 *
 * A disk that is full or read-only is no reason not to start: it is among the `problems` then, nothing is written
 * before the lock is held, and `mend` tries again. Throws `AppError` ('in-use') when another Mainstay has the folder.
 */
export function holdFolder(folder: string, host: HostKind): HeldFolder {
  const held = new HeldFolder(folder, host);
  held.mend();
  if (held.taken !== undefined) throw new AppError('in-use', held.taken);
  return held;
}

/** The data folder, as far as it could be had. */
export class HeldFolder implements FolderPart {
  readonly #folder: string;
  readonly #host: HostKind;
  #lock: DatabaseSyncInstance | undefined;
  #canWrite = false;
  #fault: string | undefined;
  /** Another Mainstay has it: a sentence for the person. */
  taken: string | undefined;

  constructor(folder: string, host: HostKind) {
    this.#folder = folder;
    this.#host = host;
  }

  get ready(): boolean {
    return this.#lock !== undefined && this.#canWrite;
  }

  get problems(): readonly Problem[] {
    const message = this.taken ?? this.#fault;
    return [...(message === undefined ? [] : [{ id: 'data-folder', message }]), ...exposedProblems(this.#folder)];
  }

  /** Throws `AppError` while nothing may be written: the lock is not held. */
  readonly gate = (): void => {
    if (this.#lock !== undefined) return;
    throw new AppError(this.taken === undefined ? 'permission-denied' : 'in-use', this.taken ?? this.#fault ?? '');
  };

  mend(): void {
    if (this.ready) return;
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      this.#lock ??= this.#take();
      this.taken = undefined;
      tryToWrite(this.#folder);
      this.#canWrite = true;
      this.#fault = undefined;
      this.#settleIn();
    } catch (thrown) {
      if (thrown instanceof AppError) this.taken = thrown.message;
      else this.#fault = say('record.folderUnusable', { folder: this.#folder, why: reasonOf(thrown) });
    }
  }

  release(): void {
    if (this.#lock === undefined) return;
    locks.delete(this.#lock);
    this.#lock.close();
    this.#lock = undefined;
  }

  /** Throws `AppError` ('in-use'), or whatever keeps the lock from being made. */
  #take(): DatabaseSyncInstance {
    const file = join(this.#folder, 'lock');
    try {
      const lock = opened(file, 'PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
      locks.add(lock);
      return lock;
    } catch (thrown) {
      // On a disk that is read-only the lock cannot be taken, but whether another has taken it can be seen.
      if (isBusy(thrown) || isTaken(file)) throw new AppError('in-use', inUse(this.#holder, this.#folder));
      throw thrown;
    }
  }

  get #holder(): string {
    return join(this.#folder, 'opened-by.txt');
  }

  /** What is done once the folder is ours and can be written to; none of it is needed. */
  #settleIn(): void {
    chmodSync(join(this.#folder, 'lock'), 0o600);
    rmSync(this.#holder, { force: true });
    writeFileSync(this.#holder, `${HOST_NAMES[this.#host]} (process ${process.pid})\n`, { flag: 'wx' });
    tidy(this.#folder);
  }
}

function opened(file: string, sql: string, readOnly = false): DatabaseSyncInstance {
  const database = new DatabaseSync(file, { timeout: 0, readOnly });
  try {
    database.exec(sql);
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

/** SQLite's code for a file that another process has locked (sqlite.org, "Result and Error Codes"). */
const SQLITE_BUSY = 5;

function isBusy(thrown: unknown): boolean {
  return thrown instanceof Error && 'errcode' in thrown && (Number(thrown.errcode) & 0xff) === SQLITE_BUSY;
}

function isTaken(file: string): boolean {
  try {
    opened(file, 'SELECT count(*) FROM sqlite_schema', true).close();
    return false;
  } catch (thrown) {
    return isBusy(thrown);
  }
}

/** Throws what the system says where nothing can be written: a full disk takes an empty file, and no bytes. */
function tryToWrite(folder: string): void {
  const file = join(folder, 'write-test');
  // Made anew: what lies there by that name may be anything.
  rmSync(file, { force: true });
  try {
    writeFileSync(file, Buffer.alloc(TRIAL), { mode: 0o600, flush: true, flag: 'wx' });
  } finally {
    rmSync(file, { force: true });
  }
}

function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

function inUse(file: string, folder: string): string {
  let text = '';
  try {
    text = readBoundedText(file, 1000);
  } catch {
    // Only for the words of the message; without the file it is still true that somebody holds the lock.
  }
  const [kind] = HOSTS.filter((host) => text.startsWith(HOST_NAMES[host]));
  const pid = /\(process (\d+)\)/.exec(text)?.[1];
  return kind === undefined || pid === undefined
    ? say('record.inUse', { folder })
    : say(`record.inUseBy.${kind}`, { folder, pid });
}
