/** The folders of made artifacts, each named by a hash of what it was made of; several checkouts share them. */
import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder that nobody has used for so long is of a checkout that has gone on. Milliseconds. */
const KEPT_MS = 7 * 24 * 3600 * 1000;
/** What `prepareArtifacts` calls its folders, and those that it is still filling. */
const MADE = /^[0-9a-f]{16}(\.\d+)?$/;

/** Notes that a folder is in use now (milliseconds since 1970). */
export async function markUsed(folder: string, now = Date.now()): Promise<void> {
  await utimes(folder, now / 1000, now / 1000);
}

/** Deletes folders that were not used for a week; returns their names. Whatever else lies there is left alone. */
export async function forgetUnused(cache: string, now = Date.now()): Promise<readonly string[]> {
  const names = (await readdir(cache)).filter((name) => MADE.test(name));
  const forgotten: string[] = [];
  for (const name of names) {
    const folder = join(cache, name);
    // Another checkout may be deleting as well.
    const used = (await stat(folder).catch(() => undefined))?.mtimeMs ?? now;
    if (now - used <= KEPT_MS) continue;
    await rm(folder, { recursive: true, force: true });
    forgotten.push(name);
  }
  return forgotten;
}
