/**
 * A driver made ready for the suite, whatever its kind of port: conversations with a simulator (its own or another
 * driver's), and the ways in which a wire of that kind goes wrong.
 */
import type {
  AnyDriver,
  Driver,
  Identity,
  Outcome,
  PortFacts,
  PortKind,
  Readings,
  Reply,
  Simulator,
  SnmpValue,
  Wire,
} from '../../drivers/driver.ts';
import { bytesOf, concat, textOf } from '../../drivers/kit/line/ascii.ts';
import { framed, hidAnswers, runTalk, snmpAnswers, streamAnswers } from '../../drivers/kit/talk.ts';
import type { CommandName, Value, VarName } from '../../src-shared/nut/index.ts';
import type { UpsModel } from '../../src-shared/ups-model/index.ts';

/** More questions than any conversation may ask before it has to end. */
const MOST_REQUESTS = 300;

/** What befalls a reply. Bytes are what garbage is made of; `share` is how much of a truncated reply is left. */
export type Mishap =
  | { readonly kind: 'silence' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'truncation'; readonly share: number }
  | { readonly kind: 'garbage'; readonly bytes: Uint8Array }
  /** It has its shape and says nothing: all zeros, as of a bridge that does not reach its UPS. */
  | { readonly kind: 'hollow' }
  /** It comes twice: where answers do not say what they answer, the second copy stands before the next one. */
  | { readonly kind: 'double' }
  /** It comes after the time limit: where answers do not say what they answer, before the next one. */
  | { readonly kind: 'late' };

/** At which exchanges it happens, counted from 0, and what is asked there, as text. */
export type When = (exchange: number, question: string) => boolean;

/** What one conversation came to, and how many questions it took. */
export interface Heard<R> {
  readonly result: R;
  readonly requests: number;
  /** Each of them as text, for `When`. */
  readonly questions: readonly string[];
}

/** An ability as the suite uses it. */
export interface Ability {
  readonly values?: readonly string[];
  readonly range?: { readonly min: number; readonly max: number; readonly step?: number };
  readonly maxLength?: number;
  run(argument?: string): Outcome;
}

/** A conversation partner: one driver with one simulator on the line. */
export interface Line {
  identify(): Heard<Identity | null>;
  poll(identity: Identity): Heard<Readings | null>;
  commands(identity: Identity): ReadonlyMap<CommandName, Ability>;
  settings(identity: Identity): ReadonlyMap<VarName, Ability>;
  /** The same line, on which mishaps befall replies. */
  with(mishap: Mishap, when: When): Line;
}

/** Bytes that are still on their way. */
type Left = Uint8Array;
const NOTHING: Left = new Uint8Array(0);
const partOf = (reply: Reply<'stream'>): Left => (reply.ok ? reply.data : (reply.partial ?? NOTHING));

interface PortTools<P extends PortKind> {
  readonly facts: (simulator: Simulator[P]) => PortFacts[P];
  readonly answers: (simulator: Simulator[P]) => (request: Wire[P]) => Reply<P>;
  /** The reply with every number in it zero. */
  readonly hollow: (reply: Reply<P>) => Reply<P>;
  /** A request as text. */
  readonly question: (request: Wire[P]) => string;
  /** What is still on its way of earlier replies comes before what this one is answered. */
  readonly behind: (request: Wire[P], left: Left, reply: Reply<P>) => { readonly reply: Reply<P>; readonly left: Left };
  /** The bytes of a reply that does not say what it answers. */
  readonly bytes: (reply: Reply<P>) => Left;
  readonly truncated: (request: Wire[P], reply: Reply<P>, share: number) => Reply<P>;
  readonly garbage: (request: Wire[P], reply: Reply<P>, bytes: Uint8Array) => Reply<P>;
}

const TOOLS: { readonly [P in PortKind]: PortTools<P> } = {
  stream: {
    facts: () => ({}),
    answers: streamAnswers,
    // Digits of text; a frame of binary numbers has a checksum, which zeros spoil.
    hollow: (reply) => (reply.ok ? { ok: true, data: bytesOf(textOf(reply.data).replace(/[1-9]/g, '0')) } : reply),
    question: (request) => (request.op === 'pause' ? 'pause' : textOf(request.send)),
    bytes: partOf,
    behind: (request, left, reply) => {
      if (request.op === 'pause') return { reply, left };
      const came = concat(left, partOf(reply));
      const first = framed(request, came);
      return { reply: first, left: first.ok ? came.slice(first.data.length) : NOTHING };
    },
    truncated: (request, reply, share) => {
      if (!reply.ok || request.op === 'pause') return reply;
      return framed(request, reply.data.slice(0, Math.floor(reply.data.length * share)));
    },
    garbage: (request, reply, bytes) => (request.op === 'pause' ? reply : framed(request, bytes)),
  },
  hid: {
    facts: (simulator) => simulator.facts,
    answers: hidAnswers,
    hollow: (reply) => (reply.ok ? { ok: true, data: new Uint8Array(reply.data.length) } : reply),
    question: (request) => JSON.stringify(request),
    // USB and SNMP know which answer belongs to which question.
    bytes: () => NOTHING,
    behind: (_request, left, reply) => ({ reply, left }),
    truncated: (_request, reply, share) =>
      reply.ok ? { ok: true, data: reply.data.slice(0, Math.floor(reply.data.length * share)) } : reply,
    // A report is binary: a whole one of random bytes is a value. What can be told is one of the wrong length.
    garbage: (_request, reply, bytes) =>
      reply.ok ? { ok: true, data: bytes.slice(0, Math.min(bytes.length, reply.data.length - 1)) } : reply,
  },
  snmp: {
    facts: () => ({ version: '2c' }),
    answers: snmpAnswers,
    hollow: (reply) => {
      if (!reply.ok) return reply;
      const zeros = [...reply.data].map(([oid, { type, value }]): [string, SnmpValue] => [
        oid,
        { type, value: typeof value === 'number' ? 0 : value },
      ]);
      return { ok: true, data: new Map(zeros) };
    },
    question: (request) => JSON.stringify(request),
    bytes: () => NOTHING,
    behind: (_request, left, reply) => ({ reply, left }),
    truncated: (_request, reply, share) => {
      if (!reply.ok) return reply;
      return { ok: true, data: new Map([...reply.data].slice(0, Math.floor(reply.data.size * share))) };
    },
    // Every number becomes text that is none, every text a number.
    garbage: (_request, reply, bytes) => {
      if (!reply.ok) return reply;
      const text = `\u0000${String.fromCharCode(...bytes)}`;
      const spoiled = [...reply.data].map(([oid, { value }]): [string, SnmpValue] => [
        oid,
        typeof value === 'number' ? { type: 'OctetString', value: text } : { type: 'Gauge32', value: 0xffffffff },
      ]);
      return { ok: true, data: new Map(spoiled) };
    },
  },
};

function lineOn<P extends PortKind>(
  driver: Driver<P>,
  tools: PortTools<P>,
  simulator: Simulator[P],
  mishap: Mishap | null,
  when: When,
): Line {
  const answer = tools.answers(simulator);
  let exchanges = 0;
  let left = NOTHING;
  const spoiled = (request: Wire[P], reply: Reply<P>, what: Mishap): Reply<P> => {
    if (what.kind === 'silence') return { ok: false, fault: 'timeout' };
    if (what.kind === 'closed') return { ok: false, fault: 'closed' };
    if (what.kind === 'truncation') return tools.truncated(request, reply, what.share);
    if (what.kind === 'hollow') return tools.hollow(reply);
    if (what.kind === 'garbage') return tools.garbage(request, reply, what.bytes);
    left = concat(left, tools.bytes(reply));
    return what.kind === 'double' ? reply : { ok: false, fault: 'timeout' };
  };
  const heard = (request: Wire[P]): Reply<P> => {
    // The device does its part; what goes wrong is on the way back.
    const own = answer(request);
    const next = left.length === 0 ? { reply: own, left } : tools.behind(request, left, own);
    left = next.left;
    const here = when(exchanges, tools.question(request));
    exchanges += 1;
    return mishap === null || !here ? next.reply : spoiled(request, next.reply, mishap);
  };
  const run = <R>(talk: Generator<Wire[P], R, Reply<P>>): Heard<R> => {
    exchanges = 0;
    left = NOTHING;
    const { result, requests } = runTalk(talk, heard, MOST_REQUESTS);
    return { result, requests: requests.length, questions: requests.map((request) => tools.question(request)) };
  };
  return {
    identify: () => run(driver.identify(tools.facts(simulator))),
    poll: (identity) => run(driver.poll('full', identity)),
    commands: (identity) => {
      const { commands } = driver.abilities(identity);
      return new Map(
        entries(commands).map(([name, command]) => [name, { run: (argument) => run(command.run(argument)).result }]),
      );
    },
    settings: (identity) => {
      const { settings } = driver.abilities(identity);
      return new Map(
        entries(settings).map(([name, { values, range, maxLength, ...setting }]) => [
          name,
          {
            ...(values === undefined ? {} : { values }),
            ...(range === undefined ? {} : { range }),
            ...(maxLength === undefined ? {} : { maxLength }),
            run: (value) => run(setting.write(value ?? '')).result,
          },
        ]),
      );
    },
    with: (next, at) => lineOn(driver, tools, simulator, next, at),
  };
}

/** The pairs of an object with known keys that are there. */
function entries<K extends string, V>(record: { readonly [key in K]?: V }): readonly (readonly [K, V])[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.entries widens keys to string; this suite checks the names
  return Object.entries(record) as [K, V][];
}

/** Nothing goes wrong. */
const never: When = () => false;

/** A driver talking to its own simulator. */
export function ownLine(driver: AnyDriver, ups: UpsModel): Line {
  const line = lineTo(driver, driver, ups);
  if (line === null) throw new Error(`${driver.id} cannot talk to itself.`);
  return line;
}

/** A driver talking to the simulator of `other`; null where the two use different kinds of port. */
export function lineTo(driver: AnyDriver, other: AnyDriver, ups: UpsModel): Line | null {
  if (driver.port === 'stream' && other.port === 'stream') {
    return lineOn(driver, TOOLS.stream, other.simulate(ups), null, never);
  }
  if (driver.port === 'hid' && other.port === 'hid') return lineOn(driver, TOOLS.hid, other.simulate(ups), null, never);
  if (driver.port === 'snmp' && other.port === 'snmp') {
    return lineOn(driver, TOOLS.snmp, other.simulate(ups), null, never);
  }
  return null;
}

/** All values of a device, whatever conversation they came from. */
export interface Known {
  readonly vars: ReadonlyMap<string, Value>;
  readonly derived: ReadonlySet<string>;
}

/** What an identification and a poll learned together; the poll is the younger. */
export function known(identity: Readings, poll: Readings): Known {
  const vars = new Map<string, Value>();
  const derived = new Set<string>();
  for (const readings of [identity, poll]) {
    const values: Readonly<Record<string, Value | undefined>> = readings.vars;
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) continue;
      vars.set(name, value);
      derived.delete(name);
    }
    for (const name of Object.keys(readings.absent ?? {})) vars.delete(name);
    const names: readonly string[] = readings.derived ?? [];
    for (const name of names) derived.add(name);
  }
  return { vars, derived };
}
