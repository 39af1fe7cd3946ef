/**
 * Reading a file that somebody has named, or that lies where others may put something else: never waiting, and never
 * more than fits. A FIFO would keep the reader waiting for a writer, a device file never ends, and opening one may do
 * something (a watchdog starts).
 */
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../../src-shared/errors.ts';
import { saidIn, say } from '../../../src-shared/texts/say.ts';

/** Read in pieces of so many bytes: files of /proc and /sys do not say how long they are. */
const PIECE = 64 * 1024;
/** In bytes: limits are said in these. */
const MEGABYTE = 1_000_000;

/**
 * The content of a regular file, links resolved. Throws `AppError` ('bad-input') when it is no regular file or longer
 * than `limit` bytes, and what Node throws when it is not there or may not be read.
 */
export function readBounded(path: string, limit: number): Buffer {
  // Before it is opened: opening alone may do something. It is asked again below, of what was opened.
  demandRegular(path, statSync(path));
  // Does not wait, should it have become a FIFO since. Windows has no such flag, and no such file.
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0));
  try {
    const facts = fstatSync(handle);
    demandRegular(path, facts);
    if (facts.size > limit) throw tooLong(path, limit);
    const pieces: Buffer[] = [];
    for (let length = 0; ; ) {
      const piece = Buffer.allocUnsafe(Math.min(Math.max(facts.size - length, 0), limit) + PIECE);
      const count = readSync(handle, piece);
      if (count === 0) return Buffer.concat(pieces, length);
      length += count;
      // It may have grown since, or never have said its length.
      if (length > limit) throw tooLong(path, limit);
      pieces.push(piece.subarray(0, count));
    }
  } finally {
    closeSync(handle);
  }
}

/** The same as text in UTF-8. */
export function readBoundedText(path: string, limit: number): string {
  return readBounded(path, limit).toString('utf8');
}

function demandRegular(path: string, facts: { isFile(): boolean; isDirectory(): boolean }): void {
  // Told as Node does: callers know what to make of a folder.
  if (facts.isDirectory()) throw Object.assign(new Error(`EISDIR: ${path}`), { code: 'EISDIR' });
  if (!facts.isFile()) throw new AppError('bad-input', say('record.notRegular', { file: basename(path) }));
}

function tooLong(path: string, limit: number): AppError {
  const size = new Intl.NumberFormat(saidIn(), { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(
    limit / MEGABYTE,
  );
  return new AppError('bad-input', say('record.longerThan', { file: basename(path), size }));
}
