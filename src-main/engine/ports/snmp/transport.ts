/**
 * SNMP as a transport. Asks for as many variables in one message as the agent can answer, and learns how many those
 * are; leaves out what the agent blames; ends every walk.
 */
import type { PortFacts, Reply, SnmpValue, Wire } from '../../../../drivers/driver.ts';
import { compareOids, isBelow, plainOid } from '../../../../drivers/kit/oid/oid.ts';
import type { Result } from '../../../../src-shared/errors.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import { complaintAbout, unknownHost } from './complaint.ts';
import type { Answered, Message, Row, SnmpOptions, SnmpSession } from './session.ts';
import type { Transport } from '../transport.ts';

export type { SnmpOptions } from './session.ts';

/** Variables in one message to begin with: an answer of about 1400 bytes, which no network has to take apart. */
const MOST_OIDS = 50;
/** Rows asked for in one message of a walk. */
const MOST_ROWS = 20;
const OPEN_MS = 4000;
const SYS_OBJECT_ID = '1.3.6.1.2.1.1.2.0';

/** Error statuses (RFC 3416, section 3). Of those that say the answer would be too long, agents without `tooBig` say `genErr`. */
const TooBig = 1;
const NoSuchName = 2;
const GeneralError = 5;
const NoAccess = 6;
const AuthorizationError = 16;
/** Statuses by which an agent refuses one variable of a request to read, rather than all of it. */
const ONE_IS_WRONG: ReadonlySet<number> = new Set([NoSuchName, GeneralError, NoAccess, AuthorizationError]);

type Fault = Extract<Reply<'snmp'>, { ok: false }>['fault'];
type Values = Map<string, SnmpValue>;

/** Milliseconds since an arbitrary moment. */
const now = (): number => performance.now();

/** SNMP is loaded with the first agent: most people have none. */
async function openSession(options: SnmpOptions): Promise<SnmpSession> {
  return (await import('./session.ts')).SnmpSession.open(options);
}

/** A way to one agent. Nothing is sent before `open`. */
export function snmpTransport(options: SnmpOptions): Transport<'snmp'> {
  return new SnmpTransport(options);
}

/** So many times its time limit a request may take when the agent answers every message of it, slowly. */
const LONGEST = 5;

/** How long is still to wait for an agent. Whoever answers gets the time limit anew, within reason. */
class Patience {
  readonly #limit: number;
  readonly #end: number;
  #deadline: number;

  constructor(limit: number) {
    this.#limit = limit;
    this.#deadline = now() + limit;
    this.#end = now() + limit * LONGEST;
  }

  /** Milliseconds. */
  left(): number {
    return this.#deadline - now();
  }

  renew(): void {
    this.#deadline = Math.min(now() + this.#limit, this.#end);
  }
}

class SnmpTransport implements Transport<'snmp'> {
  readonly kind = 'snmp';
  readonly label: string;
  readonly #options: SnmpOptions;
  #session: SnmpSession | null = null;
  /** How many variables, and how many rows of a walk, this agent answers in one message. */
  #oids = MOST_OIDS;
  #rows = MOST_ROWS;

  constructor(options: SnmpOptions) {
    this.#options = options;
    const shown = options.host.includes(':') ? `[${options.host}]` : options.host;
    this.label = `${shown}:${options.port}`;
  }

  async open(): Promise<Result<PortFacts['snmp']>> {
    const { version } = this.#options;
    await this.close();
    try {
      this.#session = await openSession(this.#options);
    } catch (error) {
      return unknownHost(this.#options, error);
    }
    // Any answer shows that an agent is there, also a refusal.
    const answered = await this.#session.ask({ op: 'get', oids: [SYS_OBJECT_ID] }, this.#options.openMs ?? OPEN_MS);
    const complaint = complaintAbout(answered, this.#options);
    if (complaint === null) return { ok: true, value: { version } };
    await this.close();
    return complaint;
  }

  async request(wire: Wire['snmp'], timeoutMs: number): Promise<Reply<'snmp'>> {
    if (this.#session === null) return { ok: false, fault: 'closed' };
    const patience = new Patience(timeoutMs);
    switch (wire.op) {
      case 'get':
        return this.#get(wire.oids.map(plainOid), patience);
      case 'walk':
        return this.#walk(plainOid(wire.root), wire.limit, patience);
      case 'set':
        return this.#set([...(wire.before ?? []), { oid: wire.oid, value: wire.value }], patience);
    }
  }

  /** Agents send notifications to port 162, which takes rights that Mainstay does not ask for. */
  listen(): void {}

  /** A host that is gone is silent; the session notices. */
  onGone(): void {}

  async close(): Promise<void> {
    this.#session?.close();
    this.#session = null;
  }

  async #ask(message: Message, patience: Patience, share = 1): Promise<Answered> {
    const left = patience.left() * share;
    if (this.#session === null) return { kind: 'unreachable', why: say('port.isClosed') };
    if (left <= 0) return { kind: 'silent' };
    const answered = await this.#session.ask(message, left);
    if (answered.kind === 'rows' || answered.kind === 'refused') patience.renew();
    // An agent that restarted begins its clock anew; only a new session of version 3 finds into it again.
    if (this.#options.version === '3' && (answered.kind === 'unauthorized' || answered.kind === 'garbled')) {
      await this.#renew();
    }
    return answered;
  }

  async #renew(): Promise<void> {
    try {
      const session = await openSession(this.#options);
      await this.close();
      this.#session = session;
    } catch {
      // The name is not known at the moment: the old session, which knows the address, is better than none.
    }
  }

  async #get(oids: readonly string[], patience: Patience): Promise<Reply<'snmp'>> {
    const values: Values = new Map();
    const waiting: string[][] = [];
    const divide = (list: readonly string[], size: number): void => {
      const parts: string[][] = [];
      for (let start = 0; start < list.length; start += size) parts.push(list.slice(start, start + size));
      waiting.unshift(...parts);
    };
    divide(oids, this.#oids);
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      if (part.length > this.#oids) {
        divide(part, this.#oids);
        continue;
      }
      // Leave time to try again with less where an agent is silent because its answer would be too long.
      const answered = await this.#ask({ op: 'get', oids: part }, patience, part.length > 1 ? 0.5 : 1);
      if (answered.kind === 'rows') keep(answered.rows, part, values);
      else {
        const smaller = this.#withLess(answered, part);
        if (smaller === null)
          return { ok: false, fault: faultOf(answered), ...(values.size > 0 ? { partial: values } : {}) };
        waiting.unshift(...smaller);
      }
    }
    return { ok: true, data: values };
  }

  /** What to ask instead of a part that was not answered; null when nothing less would be. */
  #withLess(answered: Answered, part: readonly string[]): readonly string[][] | null {
    if (answered.kind === 'refused') {
      const { status, oid } = answered;
      if (ONE_IS_WRONG.has(status) && oid !== undefined && part.includes(oid)) {
        const rest = part.filter((each) => each !== oid);
        return rest.length > 0 ? [rest] : [];
      }
      if (status !== TooBig && !ONE_IS_WRONG.has(status)) return null;
      // One alone that is refused is one that is not there.
      if (part.length === 1) return status === TooBig ? null : [];
    }
    const silentOnLong = answered.kind === 'silent' && part.length > 1;
    if (answered.kind !== 'refused' && !silentOnLong) return null;
    const half = Math.ceil(part.length / 2);
    if (silentOnLong || (answered.kind === 'refused' && answered.status === TooBig))
      this.#oids = Math.min(this.#oids, half);
    return [part.slice(0, half), part.slice(half)];
  }

  async #walk(root: string, limit: number, patience: Patience): Promise<Reply<'snmp'>> {
    const values: Values = new Map();
    let last = root;
    while (values.size < limit) {
      const rows = Math.min(this.#rows, limit - values.size);
      const bulk = this.#options.version !== '1' && rows > 1;
      const answered = await this.#ask(bulk ? { op: 'bulk', oid: last, rows } : { op: 'next', oids: [last] }, patience);
      if (answered.kind === 'refused') {
        if (answered.status === TooBig && rows > 1) {
          this.#rows = Math.ceil(rows / 2);
          continue;
        }
        // Version 1 has no other way to say that nothing comes after.
        if (answered.status === NoSuchName) break;
      }
      if (answered.kind !== 'rows')
        return { ok: false, fault: faultOf(answered), ...(values.size > 0 ? { partial: values } : {}) };
      const next = step(answered.rows, root, last, limit, values);
      if (next === null) break;
      last = next;
    }
    return { ok: true, data: values };
  }

  async #set(
    writes: readonly { readonly oid: string; readonly value: SnmpValue }[],
    patience: Patience,
  ): Promise<Reply<'snmp'>> {
    const answered = await this.#ask({ op: 'set', writes }, patience);
    if (answered.kind !== 'rows') return { ok: false, fault: faultOf(answered) };
    return { ok: true, data: new Map(writes.map(({ oid, value }) => [oid, value])) };
  }
}

function faultOf(answered: Exclude<Answered, { kind: 'rows' }>): Fault {
  switch (answered.kind) {
    case 'silent':
      return 'timeout';
    case 'garbled':
      return 'garbled';
    case 'unreachable':
      return 'closed';
    case 'refused':
    case 'unauthorized':
      return 'refused';
  }
}

/** Keeps the rows that were asked for; agents that answer something else are not believed. */
function keep(rows: readonly Row[], asked: readonly string[], into: Values): void {
  for (const { oid, value } of rows) {
    const plain = plainOid(oid);
    if (value !== null && asked.includes(plain)) into.set(plain, value);
  }
}

/** Takes the rows of one step of a walk; returns where to go on, or null at the end or where the agent goes astray. */
function step(rows: readonly Row[], root: string, from: string, limit: number, into: Values): string | null {
  let last = from;
  for (const { oid, value, end } of rows) {
    const plain = plainOid(oid);
    if (end || !isBelow(plain, root) || compareOids(plain, last) <= 0 || into.size >= limit) return null;
    last = plain;
    if (value !== null) into.set(plain, value);
  }
  return last === from ? null : last;
}
