/** Looking after the data folder: what a killed write has left, and whom the folder is open to. */
import { chmodSync, lstatSync, readdirSync, realpathSync, rmSync, type Stats, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { say } from '../../src-shared/texts/say.ts';
import type { Problem } from '../engine/base/parts.ts';

/**
 * What an atomic write leaves when it is killed: the name of one of our files and a number (write-file-atomic makes them
 * of a hash), never anything else's.
 */
const LEFTOVER =
  /^(?:(?:settings|notifications|secrets|beepers|drills|batteries|languages|protection-state|last-shutdown)(?:\.last-good)?\.json(?:\.bak)?|browser-token)\.\d{1,10}$/;

/** Permission bits (stat(2)). */
const BITS = { others: 0o077, groupWrites: 0o020, othersWrite: 0o002, sticky: 0o1000 } as const;

/** Takes away what killed writes have left, and makes the folder its owner's alone. Whoever calls holds the lock. */
export function tidy(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (LEFTOVER.test(name) && lstatSync(file).isFile()) rmSync(file, { force: true });
  }
  const facts = statSync(folder);
  const own = facts.uid === process.getuid?.();
  // A person may have named their home, or a folder that is meant for everyone: those stay as they are.
  const shared = (facts.mode & BITS.sticky) !== 0 || realpathSync(folder) === realpathSync(homedir());
  if (own && !shared && (facts.mode & BITS.others) !== 0) chmodSync(folder, facts.mode & ~BITS.others & 0o7777);
}

/** Says so where others may write to the folder, or replace it: they could put settings of theirs in its place. */
export function exposedProblems(folder: string): readonly Problem[] {
  const open = exposed(folder);
  return open === undefined ? [] : [{ id: 'data-folder-open', message: say('record.folderOpen', { folder, open }) }];
}

/** The first of the folder and the folders that it lies in that others may write to. Windows keeps lists instead. */
function exposed(folder: string): string | undefined {
  if (process.platform === 'win32') return undefined;
  try {
    for (let at = realpathSync(folder), inside = false; ; inside = true) {
      if (isOpen(statSync(at), inside)) return at;
      const above = dirname(at);
      if (above === at) return undefined;
      at = above;
    }
  } catch {
    // It could not be made, which is told elsewhere.
    return undefined;
  }
}

/** In a folder that is `sticky`, such as /tmp, nobody can replace what belongs to another. */
function isOpen({ mode, uid, gid }: Stats, holdsIt: boolean): boolean {
  if (holdsIt && (mode & BITS.sticky) !== 0) return false;
  const strange = uid !== 0 && uid !== process.getuid?.();
  // Many systems give each person a group of their own, with the same number, and let it write.
  const group = (mode & BITS.groupWrites) !== 0 && gid !== 0 && gid !== uid;
  return strange || group || (mode & BITS.othersWrite) !== 0;
}
