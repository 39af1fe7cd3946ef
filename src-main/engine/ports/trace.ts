/** Remembers what went over a wire: wraps any transport, keeps the latest exchanges, tells whoever looks on. */
import type { PortFacts, PortKind, Reply, Unasked, Wire } from '../../../drivers/driver.ts';
import type { Exchange } from '../../../src-shared/contract/index.ts';
import type { Clock } from '../base/clock.ts';
import { WIRES } from './index.ts';
import type { RawExchange, Recorded } from './port.ts';
import type { Rendered } from './rendered.ts';
import type { Transport } from './transport.ts';

/** What one entry and all its bytes may weigh together per device; the oldest entries make room. In bytes. */
const WEIGHT_LIMIT = 128 * 1024;
const ENTRY_WEIGHT = 200;
/** Those who look on are told in batches this far apart. Milliseconds. */
const BATCH_EVERY = 100;

/** What is kept from the opening of a port on, in bytes: a replay has to begin as the device was identified. */
const OPENING_LIMIT = 64 * 1024;

/** An entry before it is written out as text, which most never are. */
interface Entry {
  readonly weight: number;
  readonly raw?: RawExchange;
  readonly render: () => Exchange;
}

type Outcome = Exchange['outcome'];

const NOTHING: Rendered = { hex: '', text: '' };

/** The latest exchanges of one device. Outlives the transports that are opened for it one after another. */
export class Trace {
  readonly #device: string;
  readonly #clock: Clock;
  readonly #entries: Entry[] = [];
  readonly #listeners = new Set<(exchanges: readonly Exchange[]) => void>();
  readonly #counters = new Map<string, number>();
  #weight = 0;
  #lastId = 0;
  #batch: Exchange[] = [];
  #facts: PortFacts[PortKind] | undefined;
  #opening: RawExchange[] = [];
  #openingWeight = 0;

  constructor(device: string, clock: Clock) {
    this.#device = device;
    this.#clock = clock;
  }

  /** The latest exchanges, oldest first. */
  latest(limit: number): Exchange[] {
    return this.#entries.slice(-limit).map((entry) => entry.render());
  }

  /** How many exchanges ended how, since the device was added. */
  counters(): Record<string, number> {
    return Object.fromEntries(this.#counters);
  }

  /** Returns how to stop listening. */
  subscribe(listener: (exchanges: readonly Exchange[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A port was opened: what is recorded from here on begins anew. */
  opened(facts: PortFacts[PortKind]): void {
    this.#facts = facts;
    this.#opening = [];
    this.#openingWeight = 0;
  }

  /** The exchanges since the port was opened, as far as they are kept: the first ones and the latest. */
  recorded(): Recorded {
    const opening = new Set(this.#opening);
    const latest = this.#entries.flatMap(({ raw }) => (raw === undefined || opening.has(raw) ? [] : [raw]));
    return { facts: this.#facts, exchanges: [...this.#opening, ...latest] };
  }

  /** A line of our own among the exchanges: opened, identified, lost. */
  note(text: string): void {
    this.#add('note', { hex: '', text }, NOTHING, 'ok', 0, text.length);
  }

  exchange<P extends PortKind>(kind: P, wire: Wire[P], reply: Reply<P>, milliseconds: number): void {
    const outcome = reply.ok ? 'ok' : reply.fault;
    this.#count('exchanges');
    if (!reply.ok) this.#count(reply.fault);
    const heard = reply.ok ? reply.data : reply.partial;
    const weight = weigh(heard);
    const raw = reply.ok ? ({ kind, wire, data: reply.data } as const) : undefined;
    if (raw !== undefined && this.#openingWeight < OPENING_LIMIT) {
      this.#openingWeight += ENTRY_WEIGHT + weight;
      this.#opening.push(raw);
    }
    this.#addLazily(
      'exchange',
      () => WIRES[kind].told.wire(wire),
      () => (heard === undefined ? NOTHING : WIRES[kind].told.answer(heard)),
      outcome,
      milliseconds,
      weight,
      raw,
    );
  }

  unasked<P extends PortKind>(kind: P, data: Unasked[P]): void {
    this.#count('unasked');
    this.#addLazily(
      'unasked',
      () => NOTHING,
      () => WIRES[kind].told.unasked(data),
      'ok',
      0,
      weigh(data),
    );
  }

  #add(
    direction: Exchange['direction'],
    request: Rendered,
    answer: Rendered,
    outcome: Outcome,
    milliseconds: number,
    weight: number,
  ): void {
    this.#addLazily(
      direction,
      () => request,
      () => answer,
      outcome,
      milliseconds,
      weight,
    );
  }

  #addLazily(
    direction: Exchange['direction'],
    request: () => Rendered,
    answer: () => Rendered,
    outcome: Outcome,
    milliseconds: number,
    weight: number,
    raw?: RawExchange,
  ): void {
    this.#lastId += 1;
    const [id, time] = [this.#lastId, this.#clock.now() - milliseconds];
    const render = (): Exchange => {
      const [asked, came] = [request(), answer()];
      return {
        id,
        time,
        device: this.#device,
        direction,
        request: asked.hex,
        answer: came.hex,
        requestText: asked.text,
        answerText: came.text,
        outcome,
        milliseconds: Math.round(milliseconds * 10) / 10,
      };
    };
    const entry: Entry = { weight: ENTRY_WEIGHT + weight, render, ...(raw === undefined ? {} : { raw }) };
    this.#entries.push(entry);
    this.#weight += entry.weight;
    while (this.#weight > WEIGHT_LIMIT && this.#entries.length > 1) this.#weight -= this.#entries.shift()?.weight ?? 0;
    if (this.#listeners.size > 0) this.#announce(render());
  }

  #announce(exchange: Exchange): void {
    this.#batch.push(exchange);
    if (this.#batch.length > 1) return;
    this.#clock.after(BATCH_EVERY, () => {
      const exchanges = this.#batch;
      this.#batch = [];
      for (const listener of this.#listeners) listener(exchanges);
    });
  }

  #count(name: string): void {
    this.#counters.set(name, (this.#counters.get(name) ?? 0) + 1);
  }
}

function weigh(data: Unasked[PortKind] | undefined): number {
  if (data === undefined) return 0;
  if (data instanceof Uint8Array) return data.length;
  // A row of a table: its OID, its value and what holds them.
  return data instanceof Map ? data.size * 100 : 64;
}

/** The transport, with everything it carries written into the trace. */
export function traced<P extends PortKind>(transport: Transport<P>, trace: Trace, clock: Clock): Transport<P> {
  return {
    kind: transport.kind,
    label: transport.label,
    open: async () => {
      const result = await transport.open();
      if (result.ok) trace.opened(result.value);
      trace.note(result.ok ? `Opened ${transport.label}.` : result.error.message);
      if (result.ok) for (const note of transport.notes?.() ?? []) trace.note(note);
      return result;
    },
    request: async (wire, timeoutMs) => {
      const began = clock.monotonic();
      const reply = await transport.request(wire, timeoutMs);
      if (!isPause(wire)) trace.exchange(transport.kind, wire, reply, clock.monotonic() - began);
      return reply;
    },
    listen: (listener, alertBytes) =>
      transport.listen((data) => {
        trace.unasked(transport.kind, data);
        listener(data);
      }, alertBytes),
    onGone: (listener) =>
      transport.onGone((why) => {
        trace.note(why);
        listener(why);
      }),
    close: () => transport.close(),
  };
}

function isPause(wire: Wire[PortKind]): boolean {
  return wire.op === 'pause';
}
