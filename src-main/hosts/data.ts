/** How two Mainstays are kept from the same files. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { AppError } from '../../src-shared/errors.ts';
import { say } from '../../src-shared/texts/say.ts';

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
const held = new Set<DatabaseSyncInstance>();

/**
 * Makes the folder and keeps every other Mainstay out of it until `release` is called or this process ends, however
 * it ends: the lock is the operating system's own, held through a database file that is never written.
 *
 * Throws `AppError`: 'in-use' when another Mainstay has the folder, 'permission-denied' when it cannot be made.
 */
export function lockFolder(folder: string, host: HostKind): { release: () => void } {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new AppError(
      'permission-denied',
      say('record.noFolder', { folder, why: error instanceof Error ? error.message : String(error) }),
      { cause: error },
    );
  }
  const holder = join(folder, 'opened-by.txt');
  const lock = new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw new AppError('in-use', inUse(holder, folder), { cause: error });
  }
  writeFileSync(holder, `${HOST_NAMES[host]} (process ${process.pid})\n`);
  held.add(lock);
  return {
    release: () => {
      held.delete(lock);
      lock.close();
    },
  };
}

function inUse(file: string, folder: string): string {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    // Only for the words of the message; without the file it is still true that somebody holds the lock.
  }
  const [kind] = HOSTS.filter((host) => text.startsWith(HOST_NAMES[host]));
  const pid = /\(process (\d+)\)/.exec(text)?.[1];
  return kind === undefined || pid === undefined
    ? say('record.inUse', { folder })
    : say(`record.inUseBy.${kind}`, { folder, pid });
}
