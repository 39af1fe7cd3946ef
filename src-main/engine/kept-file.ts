/** A small file of JSON that Mainstay keeps for itself. */
import writeFileAtomic from 'write-file-atomic';
import { readBoundedText } from './bounded-file.ts';

/** A file that is longer is none of these. Bytes. */
const LIMIT = 32_000_000;

/** What can be kept. */
export interface KeptFile {
  /** The content as it was saved; undefined when there is none. Throws when there is one that cannot be read. */
  load(): unknown;
  /** Safely on disk when it resolves. */
  save(content: unknown): Promise<void>;
}

/** Keeps it in `file`, for the owner's eyes. */
export function createKeptFile(file: string): KeptFile {
  return {
    load: () => {
      let text: string;
      try {
        text = readBoundedText(file, LIMIT);
      } catch (thrown) {
        if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return undefined;
        throw thrown;
      }
      return JSON.parse(text) as unknown;
    },
    save: async (content) => {
      await writeFileAtomic(file, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    },
  };
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
