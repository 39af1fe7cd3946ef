/** What notifications keep on disk, so that nothing is lost or told twice over a restart. */
import { z } from 'zod';
import { channelStatusSchema, deliverySchema } from '../../../src-shared/contract/index.ts';
import { toErrorValue } from '../../../src-shared/errors.ts';
import { say } from '../../../src-shared/texts/say.ts';
import type { KeptFile } from '../base/kept-file.ts';
import type { Problem } from '../base/parts.ts';
import { gatheringSchema } from './gather.ts';
import { messageSchema } from './message.ts';
import { standingSchema } from './standing.ts';

const waitingSchema = messageSchema.extend({
  attempts: z.int(),
  /** Attempts that a person has to mend something for. */
  refusals: z.int(),
  nextAttemptAt: z.number(),
  expiresAt: z.number(),
  error: z.string().optional(),
});

const outboxSchema = z.object({
  messages: z.array(waitingSchema),
  /** The latest first. */
  past: z.array(deliverySchema),
  channels: z.record(z.string(), channelStatusSchema.pick({ lastDeliveredAt: true, error: true })),
});

const keptSchema = z.object({
  version: z.literal(1),
  /** Events up to this one have been looked at. */
  seen: z.number().optional(),
  standing: standingSchema,
  gathered: z.record(z.string(), gatheringSchema),
  raised: z.array(z.string()),
  outbox: outboxSchema,
});

export type Waiting = z.infer<typeof waitingSchema>;
export type KeptOutbox = z.infer<typeof outboxSchema>;
export type Kept = z.infer<typeof keptSchema>;

const FRESH: Kept = {
  version: 1,
  standing: [],
  gathered: {},
  raised: [],
  outbox: { messages: [], past: [], channels: {} },
};

/** The file, read once and written after each change, one write after the other. */
export class Keeper {
  readonly #file: KeptFile;
  readonly first: Kept = FRESH;
  readonly #damage: Problem | undefined;
  #fault: Problem | undefined;
  #next: (() => Kept) | undefined;
  #latest: (() => Kept) | undefined;
  #writing: Promise<void> | undefined;

  constructor(file: KeptFile) {
    this.#file = file;
    try {
      const content = file.load();
      if (content !== undefined) this.first = keptSchema.parse(content);
    } catch (thrown) {
      const why = thrown instanceof z.ZodError ? say('notify.file.misfit') : toErrorValue(thrown).message;
      this.#damage = { id: 'outbox-damaged', message: say('notify.file.damaged', { why }) };
    }
  }

  get problems(): readonly Problem[] {
    return [this.#damage, this.#fault].filter((problem) => problem !== undefined);
  }

  /** Keeps what `content` says once the writes before it are done; of several that wait, only the latest is written. */
  keep(content: () => Kept): void {
    this.#next = content;
    this.#latest = content;
    this.#writing ??= this.#write();
  }

  /** Tries again what could not be written, as it is by now. */
  mend(): void {
    if (this.#fault !== undefined && this.#latest !== undefined) this.keep(this.#latest);
  }

  /** Everything is on disk when it resolves. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #write(): Promise<void> {
    // Changes of one moment are one write.
    await Promise.resolve();
    while (this.#next !== undefined) {
      const content = this.#next;
      this.#next = undefined;
      try {
        await this.#file.save(content());
        this.#fault = undefined;
      } catch (thrown) {
        const why = toErrorValue(thrown).message;
        this.#fault = { id: 'outbox-write', message: say('notify.file.notWritten', { why }) };
      }
    }
    this.#writing = undefined;
  }
}
