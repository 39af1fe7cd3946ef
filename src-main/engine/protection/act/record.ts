/** What is kept of the last committed shutdown, so that the next start can say how it went. */
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { lastShutdownSchema } from '../../../../src-shared/contract/protection.ts';
import { readBoundedText } from '../../base/bounded-file.ts';

/** A file that is longer is none of these. Bytes. */
const LIMIT = 1_000_000;

/** A shutdown that was decided on, as written right before it. Times in milliseconds since 1970. */
const committedSchema = z.object({
  committedAt: z.number(),
  /** When the system was asked, after the person's own command. */
  askedAt: z.number(),
  boot: z.string(),
  device: z.string().optional(),
  reason: z.string(),
  asked: z.array(
    z.object({ id: z.string(), name: z.string(), way: z.enum(['late', 'before']), offIn: z.number().optional() }),
  ),
});

const recordSchema = z.object({
  version: z.literal(1),
  /** How long the last measured shutdown took, in seconds, from the moment the system was asked. */
  measuredSeconds: z.number().positive().optional(),
  /** Of a boot that has not been followed by another yet. */
  committed: committedSchema.optional(),
  /** Until it is acknowledged. */
  report: lastShutdownSchema.optional(),
});

/** A shutdown that was decided on. */
export type Committed = z.infer<typeof committedSchema>;
/** The whole file. */
export type ShutdownRecord = z.infer<typeof recordSchema>;

const EMPTY: ShutdownRecord = { version: 1 };

/** The record, in memory and in a file of the data folder. Without a folder it is forgotten when the process ends. */
export class RecordFile {
  readonly #file: string | undefined;
  #record: ShutdownRecord;

  constructor(dataDir: string | undefined) {
    this.#file = dataDir === undefined ? undefined : join(dataDir, 'last-shutdown.json');
    this.#record = this.#load();
  }

  get(): ShutdownRecord {
    return this.#record;
  }

  /** Why it could not be written, a full disk for one; nothing waits for this file. */
  put(change: Partial<ShutdownRecord>): string | undefined {
    this.#record = recordSchema.parse({ ...this.#record, ...change });
    if (this.#file === undefined) return undefined;
    try {
      writeFileAtomic.sync(this.#file, `${JSON.stringify(this.#record)}\n`, { mode: 0o600 });
      return undefined;
    } catch (thrown) {
      return thrown instanceof Error ? thrown.message : String(thrown);
    }
  }

  #load(): ShutdownRecord {
    if (this.#file === undefined) return EMPTY;
    try {
      const parsed = recordSchema.safeParse(JSON.parse(readBoundedText(this.#file, LIMIT)));
      return parsed.success ? parsed.data : EMPTY;
    } catch {
      // None yet, or one that makes no sense: a report is lost, protection is not.
      return EMPTY;
    }
  }
}
