/**
 * The outbox: what waits to be sent, in order for each channel. What fails is sent again, later and later, until it is
 * too old; what a person has to mend first waits for that. A message may arrive twice when Mainstay is killed between
 * sending it and noting that: it has the same id then.
 */
import type { ChannelStatus, Delivery, OutboxMessage } from '../../../src-shared/contract/index.ts';
import type { Channel } from '../../../src-shared/settings/notifications.ts';
import { say } from '../../../src-shared/texts/say.ts';
import type { Clock } from '../base/clock.ts';
import type { KeptOutbox, Waiting } from './kept.ts';
import type { Message } from './message.ts';
import type { Sent } from './senders/sender.ts';

/** What the outbox works with. */
export interface OutboxParts {
  readonly clock: Clock;
  readonly channel: (id: string) => Channel | undefined;
  /** One attempt. Never rejects. */
  readonly send: (channel: Channel, message: Message, signal: AbortSignal) => Promise<Sent>;
  /** Something is to be kept, and shown. */
  readonly changed: () => void;
}

/** Pauses between attempts, the last one repeated. Milliseconds. */
const BACKOFF = [5000, 15_000, 60_000, 300_000, 900_000] as const;
/** What a person has to mend is tried by itself only so often: a server locks out whoever keeps coming with a wrong password. */
const BACKOFF_FIX = 3_600_000;
/** Older messages are given up. What was to be shown on a screen is of no use so long. Milliseconds. */
const AGE = 24 * 3_600_000;
const AGE_DESKTOP = 10 * 60_000;
/** A message that the other side does not take must not keep back those behind it for ever. */
const MOST_REFUSALS = 4;
/** Messages that wait on one channel, and what is remembered of those that do no more. */
const MOST_WAITING = 200;
const MOST_PAST = 100;
/** Time on the wall clock is looked at so often at least: it may be set. Milliseconds. */
const LOOK = 60_000;

/** The outbox at work. */
export class Outbox {
  readonly #parts: OutboxParts;
  #messages: Waiting[];
  #past: Delivery[];
  readonly #marks: Map<string, Pick<ChannelStatus, 'lastDeliveredAt' | 'error'>>;
  readonly #busy = new Map<string, AbortController>();
  readonly #timers = new Map<string, () => void>();
  /** Asked for while an attempt was under way, which may have begun with what has been mended since. */
  readonly #again = new Set<string>();
  readonly #tests = new Map<string, (sent: Sent) => void>();
  #stopped = false;

  constructor(parts: OutboxParts, kept: KeptOutbox) {
    this.#parts = parts;
    this.#messages = [...kept.messages];
    this.#past = [...kept.past];
    this.#marks = new Map(Object.entries(kept.channels));
  }

  /** As it is to be kept. */
  kept(): KeptOutbox {
    return { messages: this.#messages, past: this.#past, channels: Object.fromEntries(this.#marks) };
  }

  waiting(): OutboxMessage[] {
    return this.#messages.map(({ events: _events, test: _test, ...message }) => message);
  }

  past(): readonly Delivery[] {
    return this.#past;
  }

  status(channel: string): Pick<ChannelStatus, 'waiting' | 'lastDeliveredAt' | 'error' | 'nextAttemptAt'> {
    const own = this.#messages.filter((message) => message.channel === channel);
    const [head] = own;
    return {
      waiting: own.length,
      ...this.#marks.get(channel),
      ...(head === undefined || head.attempts === 0 ? {} : { nextAttemptAt: head.nextAttemptAt }),
    };
  }

  /** Puts a message at the end of its channel's queue, and begins to send. */
  add(message: Message): void {
    const now = this.#parts.clock.now();
    const age = this.#parts.channel(message.channel)?.kind === 'desktop' ? AGE_DESKTOP : AGE;
    this.#messages.push({ ...message, attempts: 0, refusals: 0, nextAttemptAt: now, expiresAt: now + age });
    const own = this.#messages.filter(({ channel }) => channel === message.channel);
    // Not the one at the head: it may be on its way.
    const [, second] = own;
    if (own.length > MOST_WAITING && second !== undefined) {
      this.#end(second, 'given-up', say('notify.outbox.tooMany', { count: MOST_WAITING }));
    }
    this.#parts.changed();
    this.#work(message.channel);
  }

  /** As `add`, and at once; resolves with the first that is learned of it, or of what stands before it. */
  tryOut(message: Message): Promise<Sent> {
    return new Promise((resolve) => {
      this.#tests.set(message.id, (sent) => {
        this.#tests.delete(message.id);
        resolve(sent);
      });
      this.add(message);
      this.retry(message.channel);
    });
  }

  /** Tries at once what waits: a person asked for it, or has mended something. */
  retry(channel: string): void {
    if (this.#busy.has(channel)) {
      this.#again.add(channel);
      return;
    }
    const now = this.#parts.clock.now();
    this.#messages = this.#messages.map((message) =>
      message.channel === channel ? { ...message, nextAttemptAt: Math.min(message.nextAttemptAt, now) } : message,
    );
    this.#work(channel);
  }

  /** False where there is no such message. */
  discard(id: string): boolean {
    const found = this.#messages.find((message) => message.id === id);
    if (found === undefined) return false;
    this.#end(found, 'discarded', say('notify.outbox.discarded'));
    this.#parts.changed();
    this.#work(found.channel);
    return true;
  }

  /** Channels may be other ones now: those that are gone or off have nothing to wait for, the others are tried. */
  follow(): void {
    for (const message of this.#messages) {
      if (this.#parts.channel(message.channel)?.enabled !== true && !message.test) {
        this.#end(message, 'discarded', say('notify.outbox.channelOff'));
      }
    }
    for (const id of this.#marks.keys()) if (this.#parts.channel(id) === undefined) this.#marks.delete(id);
    this.#parts.changed();
    for (const id of new Set(this.#messages.map(({ channel }) => channel))) this.retry(id);
  }

  /** Begins with what was kept. */
  start(): void {
    for (const id of new Set(this.#messages.map(({ channel }) => channel))) this.#work(id);
  }

  /** Ends every attempt. What waits, waits until the next start. */
  stop(): void {
    this.#stopped = true;
    for (const callOff of this.#timers.values()) callOff();
    for (const busy of this.#busy.values()) busy.abort();
  }

  #work(channel: string): void {
    if (this.#stopped || this.#busy.has(channel)) return;
    this.#timers.get(channel)?.();
    this.#timers.delete(channel);
    const now = this.#parts.clock.now();
    const settings = this.#parts.channel(channel);
    let head = this.#messages.find((message) => message.channel === channel);
    while (head !== undefined && now >= head.expiresAt) {
      this.#end(head, 'expired', say('notify.outbox.expired', { why: head.error ?? '' }));
      this.#parts.changed();
      head = this.#messages.find((message) => message.channel === channel);
    }
    if (head === undefined || settings === undefined) return;
    const wait = head.nextAttemptAt - now;
    // No pause is longer: the wall clock was set back since.
    if (wait > 0 && wait <= BACKOFF_FIX) {
      this.#timers.set(
        channel,
        this.#parts.clock.after(Math.min(wait, LOOK), () => {
          this.#timers.delete(channel);
          this.#work(channel);
        }),
      );
      return;
    }
    void this.#attempt(head, settings);
  }

  async #attempt(message: Waiting, channel: Channel): Promise<void> {
    const busy = new AbortController();
    this.#busy.set(channel.id, busy);
    const sent = await this.#parts.send(channel, message, busy.signal);
    this.#busy.delete(channel.id);
    // The program ends: what was cut off counts as not tried.
    if (this.#stopped && !sent.ok) return;
    this.#settle(message, sent);
    this.#parts.changed();
    if (this.#again.delete(channel.id)) this.retry(channel.id);
    else this.#work(channel.id);
  }

  #settle({ id, channel }: Waiting, sent: Sent): void {
    const now = this.#parts.clock.now();
    const mark = this.#marks.get(channel);
    const last = mark?.lastDeliveredAt === undefined ? {} : { lastDeliveredAt: mark.lastDeliveredAt };
    this.#marks.set(
      channel,
      sent.ok ? { lastDeliveredAt: now } : { ...last, error: { at: now, message: sent.message } },
    );
    // A person may have discarded it meanwhile.
    const message = this.#messages.find((each) => each.id === id);
    if (message !== undefined) this.#decide(message, sent, now);
    if (!sent.ok) this.#failTests(channel, sent);
  }

  #decide(message: Waiting, sent: Sent, now: number): void {
    if (sent.ok) {
      this.#tests.get(message.id)?.(sent);
      this.#end(message, 'delivered', sent.message);
      return;
    }
    const refusals = sent.fault === 'later' ? message.refusals : message.refusals + 1;
    if (sent.fault === 'never' || (refusals >= MOST_REFUSALS && !message.test)) {
      this.#tests.get(message.id)?.(sent);
      this.#end(message, 'given-up', sent.message);
      return;
    }
    const attempts = message.attempts + 1;
    const usual = sent.fault === 'fix' ? BACKOFF_FIX : (BACKOFF[Math.min(attempts, BACKOFF.length) - 1] ?? BACKOFF_FIX);
    const wait = Math.max(usual, sent.retryAfterMs ?? 0);
    this.#messages = this.#messages.map((each) =>
      each.id === message.id ? { ...each, attempts, refusals, nextAttemptAt: now + wait, error: sent.message } : each,
    );
  }

  /** Tests say at once what they have met, and do not come late. */
  #failTests(channel: string, sent: Sent): void {
    for (const message of this.#messages.filter((each) => each.channel === channel && each.test)) {
      this.#tests.get(message.id)?.(sent);
      this.#end(message, 'given-up', sent.message);
    }
  }

  #end({ id, channel, title }: Waiting, result: Delivery['result'], message: string): void {
    this.#messages = this.#messages.filter((each) => each.id !== id);
    const at = this.#parts.clock.now();
    this.#past = [{ id, channel, at, title, result, message }, ...this.#past].slice(0, MOST_PAST);
    this.#tests.get(id)?.({ ok: false, fault: 'never', message });
  }
}
