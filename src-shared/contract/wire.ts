/** What carries the contract: anything that can send a message and hand over those that arrive. */
import { z } from 'zod';
import { ERROR_CODES } from '../errors.ts';

/** Electron IPC, a WebSocket, or two ends in memory. Messages are structured-clonable and JSON-safe. */
export interface MessageWire {
  send(message: unknown): void;
  /** Returns how to stop listening. */
  onMessage(listener: (message: unknown) => void): () => void;
  /** Calls back once when the wire is gone. */
  onClose(listener: () => void): () => void;
}

const id = z.int().min(1);

/** From the client. */
export const requestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('call'), id, name: z.string().max(100), input: z.unknown() }),
  z.strictObject({ type: z.literal('subscribe'), id, name: z.string().max(100), input: z.unknown() }),
  z.strictObject({ type: z.literal('unsubscribe'), id }),
]);

const errorValue = z.object({ code: z.enum(ERROR_CODES), message: z.string() });

/** From the server. `id` 0 answers a message that had no usable id. */
export const responseSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('result'), id: z.int(), value: z.unknown() }),
  z.object({ type: z.literal('error'), id: z.int(), error: errorValue }),
  z.object({ type: z.literal('item'), id: z.int(), value: z.unknown() }),
]);

export type WireResponse = z.infer<typeof responseSchema>;

/** What a page shows while its screens are loading: texts, in the language of the person. */
const glanceSchema = z.strictObject({
  devices: z.array(
    z.strictObject({
      name: z.string(),
      status: z.string(),
      figures: z.array(z.strictObject({ label: z.string(), value: z.string() })),
    }),
  ),
});

export type Glance = z.infer<typeof glanceSchema>;

/**
 * Beside the messages of the contract, on a channel that outlives the wires it carries (the IPC of a window): `closed`
 * tells the client that its wire leads nowhere any more, `open` asks for a new one; `look` asks, before that, for what
 * can be shown already, which comes as one `glance` after the other.
 */
export const wireNoticeSchema = z.discriminatedUnion('wire', [
  z.strictObject({ wire: z.enum(['look', 'open', 'closed']) }),
  z.strictObject({ wire: z.literal('glance'), glance: glanceSchema }),
]);

export type WireNotice = z.infer<typeof wireNoticeSchema>;

/** Two ends of one wire in memory. Messages are cloned as JSON, as every real wire would. */
export function memoryWire(): readonly [MessageWire, MessageWire] {
  const ends = [new MemoryEnd(), new MemoryEnd()] as const;
  ends[0].peer = ends[1];
  ends[1].peer = ends[0];
  return ends;
}

class MemoryEnd implements MessageWire {
  peer: MemoryEnd | null = null;
  private readonly listeners = new Set<(message: unknown) => void>();

  send(message: unknown): void {
    void this.deliver(JSON.stringify(message));
  }

  /** Not before the sender has gone on, as over every real wire. */
  private async deliver(text: string): Promise<void> {
    await Promise.resolve();
    for (const listener of this.peer?.listeners ?? []) listener(JSON.parse(text));
  }

  onMessage(listener: (message: unknown) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  onClose(): () => void {
    return () => undefined;
  }
}
