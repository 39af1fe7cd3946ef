/** Where protection keeps what it is in the middle of, so that it goes on after it was killed. */
import writeFileAtomic from 'write-file-atomic';
import { readBoundedText } from './bounded-file.ts';
import type { Gate } from './kept-file.ts';

/** A file that is longer is none of these. Bytes. */
const LIMIT = 8_000_000;

/** The file as the guardian sees it. */
export interface ProtectionFile {
  /** What was kept last; undefined when there is none, or none that can be read. */
  load(): unknown;
  /** Keeps it, safely on disk when this returns. Throws when it cannot be written. */
  save(content: unknown): void;
}

/** Keeps it in `file`. */
export function createProtectionFile(file: string, gate: Gate = () => undefined): ProtectionFile {
  return {
    load: () => {
      try {
        return JSON.parse(readBoundedText(file, LIMIT)) as unknown;
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
