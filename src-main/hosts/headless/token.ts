/**
 * The tokens of the screens in a browser, kept so that a tab that is open, and a link that was put away, go on working
 * when Mainstay is started again. Whoever can read the file has the account of Mainstay and with it everything the
 * tokens are asked for; whoever has seen a link keeps that until new tokens are made.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Tokens } from './admission.ts';

/** What may be a token: what a subprotocol of a WebSocket can carry, and nobody can guess. */
export const TOKEN = /^[\w-]{16,200}$/;

/** A token that nobody has seen yet: 192 bits. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/**
 * The tokens of this data folder; a new one where there is none, where `renew` asks for it, and where others than the
 * owner could have read or written the one that is there. Whoever calls holds the lock of the folder.
 */
export function keptTokens(dataDir: string, renew = false): Tokens {
  const act = keptToken(join(dataDir, 'browser-token'), renew);
  const watch = keptToken(join(dataDir, 'browser-watch-token'), renew);
  // Somebody copied one over the other: then whoever was to watch could act.
  return { act, watch: watch === act ? keptToken(join(dataDir, 'browser-watch-token'), true) : watch };
}

function keptToken(file: string, renew: boolean): string {
  const known = renew ? undefined : read(file);
  if (known !== undefined) return known;
  const token = newToken();
  try {
    writeFileAtomic.sync(file, `${token}\n`, { mode: 0o600 });
  } catch {
    // A disk that is full is no reason not to start; the token then lasts until Mainstay ends.
  }
  return token;
}

function read(file: string): string | undefined {
  try {
    // Windows keeps others out by the folder's access list and has no such modes.
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) return undefined;
    const token = readFileSync(file, 'utf8').trim();
    return TOKEN.test(token) ? token : undefined;
  } catch {
    return undefined;
  }
}
