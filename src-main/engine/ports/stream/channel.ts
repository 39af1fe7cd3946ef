/**
 * Exchanges over any line of bytes: a serial port, a simulated device, a recording. Sends a request, cuts the reply out
 * of what arrives, and tells apart what came unasked.
 */
import type { Framing, Reply, Wire } from '../../../../drivers/driver.ts';
import { type Clock, pause } from '../../base/clock.ts';

/** Bytes out and bytes in. */
export interface ByteLine {
  /** Resolves once the bytes are on their way; rejects when the line is gone. */
  write(bytes: Uint8Array): Promise<void>;
  /** Called with whatever arrives, in whatever pieces. */
  onData(listener: (bytes: Uint8Array) => void): void;
}

/** A reply longer than any protocol's longest frame is a flood. */
const REPLY_LIMIT = 16_384;
/** After a failed exchange the rest of a late reply is let pass: so long a quiet, and so long at most. Milliseconds. */
const QUIET = 30;
const QUIET_LIMIT = 300;

const NOTHING = new Uint8Array(0);

interface Waiting {
  readonly framing: Exclude<Framing, 'none'>;
  readonly keep: readonly number[];
  readonly finish: (reply: Reply<'stream'>) => void;
}

/** One exchange at a time over a line of bytes. */
export class StreamChannel {
  readonly #line: ByteLine;
  readonly #clock: Clock;
  readonly #shut = new AbortController();
  #buffer = new Uint8Array(256);
  #length = 0;
  #waiting: Waiting | null = null;
  #alertBytes: ReadonlySet<number> = new Set();
  #listener: ((bytes: Uint8Array) => void) | null = null;
  /** A reply did not come in time and may still be on its way. */
  #late = false;
  #lastDataAt = Number.NEGATIVE_INFINITY;
  #idleTimer: (() => void) | null = null;

  constructor(line: ByteLine, clock: Clock) {
    this.#line = line;
    this.#clock = clock;
    line.onData((bytes) => this.#receive(bytes));
  }

  /** What comes outside of exchanges, and `alertBytes` wherever they come, go to the listener. */
  listen(listener: (bytes: Uint8Array) => void, alertBytes: readonly number[] = []): void {
    this.#listener = listener;
    this.#alertBytes = new Set(alertBytes);
  }

  /** Never rejects. */
  async request(wire: Wire['stream'], timeoutMs: number): Promise<Reply<'stream'>> {
    if (this.#shut.signal.aborted) return { ok: false, fault: 'closed' };
    if (wire.op === 'pause') {
      await pause(this.#clock, wire.ms, this.#shut.signal);
      return this.#shut.signal.aborted ? { ok: false, fault: 'closed' } : { ok: true, data: NOTHING };
    }
    await this.#settle();
    if (this.#shut.signal.aborted) return { ok: false, fault: 'closed' };
    this.#length = 0;
    const { reply: framing } = wire;
    if (framing === 'none') {
      const sent = await this.#send(wire.send, wire.paceMs);
      return sent ? { ok: true, data: NOTHING } : { ok: false, fault: 'closed' };
    }
    const limit = (wire.timeoutMs ?? timeoutMs) + (wire.paceMs ?? 0) * wire.send.length;
    const reply = await this.#exchange(wire, framing, limit);
    this.#late = !reply.ok;
    return reply;
  }

  /** The line is gone: whatever is asked now or later ends as closed. */
  shut(): void {
    this.#shut.abort();
    this.#finish({ ok: false, fault: 'closed' });
  }

  #exchange(
    { send, paceMs, keep = [] }: Extract<Wire['stream'], { op: 'exchange' }>,
    framing: Exclude<Framing, 'none'>,
    limit: number,
  ): Promise<Reply<'stream'>> {
    return new Promise((resolve) => {
      const cancel = this.#clock.after(limit, () => this.#finish(this.#overdue(framing)));
      // Waiting begins before sending: a device may answer, or echo, while the last bytes are still going out.
      this.#waiting = {
        framing,
        keep,
        finish: (reply) => {
          cancel();
          resolve(reply);
        },
      };
      void this.#sendOrFinish(send, paceMs);
    });
  }

  async #sendOrFinish(bytes: Uint8Array, paceMs: number | undefined): Promise<void> {
    if (!(await this.#send(bytes, paceMs))) this.#finish({ ok: false, fault: 'closed' });
  }

  async #send(bytes: Uint8Array, paceMs: number | undefined): Promise<boolean> {
    try {
      if (paceMs === undefined) {
        await this.#line.write(bytes);
      } else {
        for (const byte of bytes) {
          await this.#line.write(Uint8Array.of(byte));
          await pause(this.#clock, paceMs, this.#shut.signal);
        }
      }
    } catch {
      return false;
    }
    return !this.#shut.signal.aborted;
  }

  /** Lets a late reply run out, so that it is not taken for the answer to the next question. */
  async #settle(): Promise<void> {
    if (!this.#late) return;
    const began = this.#clock.monotonic();
    for (;;) {
      const now = this.#clock.monotonic();
      const quiet = now - this.#lastDataAt;
      if (quiet >= QUIET || now - began >= QUIET_LIMIT || this.#shut.signal.aborted) return;
      await pause(this.#clock, Math.ceil(QUIET - quiet), this.#shut.signal);
    }
  }

  #receive(bytes: Uint8Array): void {
    this.#lastDataAt = this.#clock.monotonic();
    const rest = this.#withoutAlerts(bytes);
    if (rest.length === 0) return;
    if (this.#waiting === null) {
      // What trickles in after a failed exchange is its late reply, and no news.
      if (!this.#late) this.#listener?.(rest);
      return;
    }
    const from = this.#length;
    this.#append(rest);
    this.#look(this.#waiting.framing, from);
  }

  #withoutAlerts(bytes: Uint8Array): Uint8Array {
    if (this.#alertBytes.size === 0) return bytes;
    const keep = this.#waiting?.keep ?? [];
    const isAlert = (byte: number): boolean => this.#alertBytes.has(byte) && !keep.includes(byte);
    const alerts = bytes.filter(isAlert);
    if (alerts.length === 0) return bytes;
    this.#listener?.(alerts);
    return bytes.filter((byte) => !isAlert(byte));
  }

  #append(bytes: Uint8Array): void {
    const taken = bytes.subarray(0, REPLY_LIMIT + 1 - this.#length);
    const needed = this.#length + taken.length;
    if (needed > this.#buffer.length) {
      const grown = new Uint8Array(Math.max(needed, this.#buffer.length * 2));
      grown.set(this.#buffer.subarray(0, this.#length));
      this.#buffer = grown;
    }
    this.#buffer.set(taken, this.#length);
    this.#length = needed;
  }

  /** Is the reply whole? `from` is where the newest bytes begin. */
  #look(framing: Exclude<Framing, 'none'>, from: number): void {
    const came = this.#buffer.subarray(0, this.#length);
    if ('idleMs' in framing) {
      if (this.#length > REPLY_LIMIT) this.#finish(this.#garbled());
      else this.#armIdle(framing.idleMs);
      return;
    }
    const length = wholeLength(framing, came, from);
    // Whatever came after the last look may have made another frame of it.
    this.#disarmIdle();
    if (typeof length === 'number') this.#complete(length);
    else if (typeof length === 'object') this.#armIdle(length.idleMs);
    else if (length === 'garbled' || this.#length > REPLY_LIMIT) this.#finish(this.#garbled());
  }

  #armIdle(idleMs: number): void {
    this.#disarmIdle();
    this.#idleTimer = this.#clock.after(idleMs, () => this.#complete(this.#length));
  }

  #disarmIdle(): void {
    this.#idleTimer?.();
    this.#idleTimer = null;
  }

  #complete(length: number): void {
    const rest = this.#buffer.slice(length, this.#length);
    this.#finish({ ok: true, data: this.#buffer.slice(0, length) });
    if (rest.length > 0) this.#listener?.(rest);
  }

  #overdue(framing: Exclude<Framing, 'none'>): Reply<'stream'> {
    if (this.#length === 0) return { ok: false, fault: 'timeout' };
    // A line that never falls silent has no frame to find.
    if ('idleMs' in framing) return this.#garbled();
    return { ok: false, fault: 'timeout', partial: this.#buffer.slice(0, this.#length) };
  }

  #garbled(): Reply<'stream'> {
    return { ok: false, fault: 'garbled', partial: this.#buffer.slice(0, this.#length) };
  }

  #finish(reply: Reply<'stream'>): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    this.#disarmIdle();
    this.#length = 0;
    waiting?.finish(reply);
  }
}

function wholeLength(
  framing: Exclude<Framing, 'none' | { readonly idleMs: number }>,
  came: Uint8Array,
  from: number,
): number | 'more' | 'garbled' | { readonly idleMs: number } {
  if ('until' in framing) {
    const at = came.indexOf(framing.until, from);
    return at === -1 ? 'more' : at + 1;
  }
  if ('length' in framing) return came.length >= framing.length ? framing.length : 'more';
  return framing.frame(came);
}
