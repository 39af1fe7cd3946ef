/** Small files of JSON that Mainstay keeps for itself. */
import { existsSync, renameSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import { readBoundedText } from './bounded-file.ts';
import { parseJson } from './json.ts';

/** A file that is longer is none of these. Bytes. */
const LIMIT = 32_000_000;

/** What can be kept. */
export interface KeptFile {
  /** The content as it was saved; undefined when there is none. Throws when there is one that cannot be read. */
  load(): unknown;
  /** Safely on disk when it resolves. */
  save(content: unknown): Promise<void>;
}

/** Throws `AppError` while nothing may be written into the folder. */
export type Gate = () => void;

/** For a folder that needs no keeping. */
const OPEN: Gate = () => undefined;

/**
 * Keeps it in `file`, for the owner's eyes. Where there was no folder to be had when it was read, and the folder turns
 * out to hold such a file, that one is put aside and not written over.
 */
export function createKeptFile(file: string, gate: Gate = OPEN): KeptFile {
  let unseen = false;
  return {
    load: () => {
      let text: string;
      try {
        text = readBoundedText(file, LIMIT);
      } catch (thrown) {
        if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT')) throw thrown;
        unseen = !isOpen(gate);
        return undefined;
      }
      return parseJson(text);
    },
    save: async (content) => {
      gate();
      if (unseen && existsSync(file)) renameSync(file, `${file}.before-${Date.now()}`);
      unseen = false;
      await writeFileAtomic(file, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    },
  };
}

function isOpen(gate: Gate): boolean {
  try {
    gate();
    return true;
  } catch {
    return false;
  }
}

/** Keeps it in memory only. */
export function memoryFile(): KeptFile {
  let kept: unknown;
  return {
    load: () => kept,
    save: async (content) => {
      kept = content;
    },
  };
}

/** What protection is in the middle of is short. Bytes. */
const PROTECTION_LIMIT = 8_000_000;

/** Where protection keeps what it is in the middle of, so that it goes on after it was killed: read as far as it can be. */
export interface ProtectionFile {
  /** What was kept last; undefined when there is none, or none that can be read. */
  load(): unknown;
  /** Keeps it, safely on disk when this returns. Throws when it cannot be written. */
  save(content: unknown): void;
}

/** Keeps it in `file`, at once: the power may be gone a moment later. */
export function createProtectionFile(file: string, gate: Gate = OPEN): ProtectionFile {
  return {
    load: () => {
      try {
        return JSON.parse(readBoundedText(file, PROTECTION_LIMIT)) as unknown;
      } catch {
        // Missing at the first start; and damaged, it is worth no more than that: protection begins anew.
        return undefined;
      }
    },
    save: (content) => {
      gate();
      writeFileAtomic.sync(file, `${JSON.stringify(content)}\n`, { mode: 0o600 });
    },
  };
}
