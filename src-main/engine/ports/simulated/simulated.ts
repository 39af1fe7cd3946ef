/** Transports that end in a driver's own simulator instead of a cable. */
import type { PortFacts, PortKind, Reply, Simulator, SnmpValue, Unasked, Wire } from '../../../../drivers/driver.ts';
import { hidAnswers } from '../../../../drivers/kit/talk.ts';
import { type Clock, every, pause } from '../../base/clock.ts';
import { type ByteLine, StreamChannel } from '../serial/channel.ts';
import type { Transport } from '../transport.ts';

/** What every simulated transport needs. */
export interface SimulatedOptions {
  readonly label: string;
  readonly clock: Clock;
  /** Brings the simulated world to the present moment; called before the device looks at it. */
  readonly sync: () => void;
  /** The cable is cut: nothing arrives, nothing is answered. */
  readonly cut?: () => boolean;
}

/** How often a simulated device gets the chance to speak unasked. Milliseconds. */
const SPEAKS_EVERY = 200;
/** A start bit, eight data bits and a stop bit. */
const BITS_PER_BYTE = 10;
/** Bytes arrive in pieces, as from every serial driver; of about so many milliseconds. */
const PIECE = 50;

/** A simulated serial device. With `baud`, bytes take as long as on a line of that speed. */
export function simulatedStream(
  simulator: Simulator['stream'],
  options: SimulatedOptions & { readonly baud?: number },
): Transport<'stream'> {
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

/** A simulated HID device. */
export function simulatedHid(simulator: Simulator['hid'], options: SimulatedOptions): Transport<'hid'> {
  return settled('hid', simulator.facts, options, {
    answer: (wire) => hidAnswers(simulator)(wire),
    unasked: () => simulator.unasked(),
  });
}

/** A simulated SNMP agent, without the network between. */
export function simulatedSnmp(simulator: Simulator['snmp'], options: SimulatedOptions): Transport<'snmp'> {
  return settled('snmp', { version: '2c' }, options, {
    answer: (wire) => answerSnmp(simulator, wire),
    unasked: () => [],
  });
}

interface Device<P extends PortKind> {
  readonly answer: (wire: Wire[P]) => Reply<P>;
  readonly unasked: () => readonly Unasked[P][];
}

/** A transport whose device answers each request at once. */
function settled<P extends PortKind>(
  kind: P,
  facts: PortFacts[P],
  options: SimulatedOptions,
  device: Device<P>,
): Transport<P> {
  const { clock } = options;
  const shut = new AbortController();
  let listener: ((data: Unasked[P]) => void) | null = null;
  let silence: (() => void) | null = null;
  return {
    kind,
    label: options.label,
    open: async () => {
      silence = every(clock, SPEAKS_EVERY, () => {
        options.sync();
        const said = device.unasked();
        if (options.cut?.() !== true) for (const data of said) listener?.(data);
      });
      return { ok: true, value: facts };
    },
    request: async (wire, timeoutMs) => {
      options.sync();
      if (options.cut?.() === true) {
        await pause(clock, timeoutMs, shut.signal);
        return { ok: false, fault: shut.signal.aborted ? 'closed' : 'timeout' };
      }
      return shut.signal.aborted ? { ok: false, fault: 'closed' } : device.answer(wire);
    },
    listen: (heard) => {
      listener = heard;
    },
    onGone: () => undefined,
    close: async () => {
      silence?.();
      shut.abort();
    },
  };
}

/** What an agent answers to a request. */
export function answerSnmp(agent: Simulator['snmp'], wire: Wire['snmp']): Reply<'snmp'> {
  if (wire.op !== 'set') return { ok: true, data: readRows(agent.rows(), wire) };
  const writes = [...(wire.before ?? []), { oid: wire.oid, value: wire.value }];
  for (const { oid, value } of writes) {
    if (agent.set(oid, value) !== 'done') return { ok: false, fault: 'refused' };
  }
  return { ok: true, data: new Map(writes.map(({ oid, value }) => [oid, value])) };
}

/** What an agent with these rows answers to a get or a walk. */
function readRows(
  rows: ReadonlyMap<string, SnmpValue>,
  wire: Exclude<Wire['snmp'], { op: 'set' }>,
): ReadonlyMap<string, SnmpValue> {
  const found = new Map<string, SnmpValue>();
  if (wire.op === 'get') {
    for (const oid of wire.oids) {
      const value = rows.get(oid);
      if (value !== undefined) found.set(oid, value);
    }
    return found;
  }
  const below = [...rows].filter(([oid]) => oid.startsWith(`${wire.root}.`)).toSorted(([a], [b]) => compareOids(a, b));
  for (const [oid, value] of below.slice(0, wire.limit)) found.set(oid, value);
  return found;
}

/** Orders OIDs as agents walk them: number by number. */
function compareOids(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const difference = Number(left[at]) - Number(right[at]);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
