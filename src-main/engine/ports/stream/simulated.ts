/** A simulated device on a stream of bytes, as slow as its line. */
import type { Simulator } from '../../../../drivers/driver.ts';
import { type Clock, every, pause } from '../../base/clock.ts';
import type { SimulatedOptions } from '../port.ts';
import { SPEAKS_EVERY } from '../simulated/settled.ts';
import type { Transport } from '../transport.ts';
import { type ByteLine, StreamChannel } from './channel.ts';

/** A start bit, eight data bits and a stop bit. */
const BITS_PER_BYTE = 10;
/** Bytes arrive in pieces, as from every serial driver; of about so many milliseconds. */
const PIECE = 50;

/** A simulated serial device. With `baud`, bytes take as long as on a line of that speed. */
export function simulatedStream(simulator: Simulator['stream'], options: SimulatedOptions): Transport<'stream'> {
  const { clock, baud } = options;
  const outgoing = new SlowBytes(clock, baud);
  const line: ByteLine = {
    write: async (bytes) => {
      if (baud !== undefined) await pause(clock, (bytes.length * BITS_PER_BYTE * 1000) / baud);
      options.sync();
      const answer = simulator.receive(bytes);
      if (options.cut?.() !== true) outgoing.send(answer);
    },
    onData: (listener) => outgoing.onData(listener),
  };
  const channel = new StreamChannel(line, clock);
  let silence: (() => void) | null = null;
  return {
    kind: 'stream',
    label: options.label,
    open: async () => {
      silence = every(clock, SPEAKS_EVERY, () => {
        options.sync();
        const said = simulator.unasked();
        if (options.cut?.() !== true) outgoing.send(said);
      });
      return { ok: true, value: {} };
    },
    request: (wire, timeoutMs) => channel.request(wire, timeoutMs),
    listen: (listener, alertBytes) => channel.listen(listener, alertBytes),
    onGone: () => undefined,
    close: async () => {
      silence?.();
      outgoing.stop();
      channel.shut();
    },
  };
}

/** Bytes on their way from the simulated device, at the speed of the line. */
class SlowBytes {
  readonly #clock: Clock;
  readonly #byteMs: number;
  #listener: (bytes: Uint8Array) => void = () => undefined;
  #queue: number[] = [];
  #cancel: (() => void) | null = null;
  #sentUpTo = 0;

  constructor(clock: Clock, baud: number | undefined) {
    this.#clock = clock;
    this.#byteMs = baud === undefined ? 0 : (BITS_PER_BYTE * 1000) / baud;
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.#listener = listener;
  }

  send(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#queue.push(...bytes);
    if (this.#cancel !== null) return;
    this.#sentUpTo = this.#clock.monotonic();
    this.#schedule();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#queue = [];
  }

  #schedule(): void {
    const left = this.#queue.length * this.#byteMs;
    this.#cancel = this.#clock.after(Math.min(left, PIECE), () => {
      const passed = this.#clock.monotonic() - this.#sentUpTo;
      const due = this.#byteMs === 0 ? this.#queue.length : Math.floor(passed / this.#byteMs + 0.01);
      const piece = this.#queue.splice(0, due);
      this.#sentUpTo += piece.length * this.#byteMs;
      this.#cancel = null;
      if (this.#queue.length > 0) this.#schedule();
      if (piece.length > 0) this.#listener(Uint8Array.from(piece));
    });
  }
}
