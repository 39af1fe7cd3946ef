/** Running conversations without a session: what tests and replays use. */
import type { Framing, PortKind, Reply, Simulator, Talk, Wire } from '../driver.ts';
import { stringDescriptor } from './hid/recording.ts';
import { compareOids } from './oid/oid.ts';

/** What a finished conversation left behind. */
export interface TalkRecord<P extends PortKind, R> {
  readonly result: R;
  readonly requests: readonly Wire[P][];
}

/** A conversation that asked more often than a sane one would. */
export class EndlessTalk extends Error {}

/** Runs a conversation to its end, answering each request by `answer`. Throws `EndlessTalk` after `limit` requests. */
export function runTalk<P extends PortKind, R>(
  talk: Talk<P, R>,
  answer: (request: Wire[P]) => Reply<P>,
  limit = 1000,
): TalkRecord<P, R> {
  const requests: Wire[P][] = [];
  let step = talk.next();
  while (step.done !== true) {
    if (requests.length >= limit) throw new EndlessTalk(`The conversation asked more than ${limit} times.`);
    requests.push(step.value);
    step = talk.next(answer(step.value));
  }
  return { result: step.value, requests };
}

/** Answers stream requests from a simulator, framing its bytes as a session would. */
export function streamAnswers(simulator: Simulator['stream']): (request: Wire['stream']) => Reply<'stream'> {
  return (request) =>
    request.op === 'pause' ? { ok: true, data: new Uint8Array(0) } : framed(request, simulator.receive(request.send));
}

/** Cuts a reply out of the bytes that came, by the request's framing; the quiet after them counts as the time limit. */
export function framed(request: Extract<Wire['stream'], { op: 'exchange' }>, came: Uint8Array): Reply<'stream'> {
  const { reply } = request;
  if (reply === 'none') return { ok: true, data: new Uint8Array(0) };
  const length = frameLength(reply, came);
  if (length === 'garbled') return { ok: false, fault: 'garbled', partial: came };
  if (length !== 'more') return { ok: true, data: came.slice(0, length) };
  return came.length > 0 ? { ok: false, fault: 'timeout', partial: came } : { ok: false, fault: 'timeout' };
}

function frameLength(reply: Exclude<Framing, 'none'>, came: Uint8Array): number | 'more' | 'garbled' {
  if ('until' in reply) return came.includes(reply.until) ? came.indexOf(reply.until) + 1 : 'more';
  if ('length' in reply) return came.length >= reply.length ? reply.length : 'more';
  if ('idleMs' in reply) return came.length > 0 ? came.length : 'more';
  const end = reply.frame(came);
  return typeof end === 'object' ? came.length : end;
}

/** Answers HID requests from a simulator. */
export function hidAnswers(simulator: Simulator['hid']): (request: Wire['hid']) => Reply<'hid'> {
  return (request) => {
    if (request.op === 'set') {
      const done = simulator.set(request.kind, request.report, request.data);
      return done === 'done' ? { ok: true, data: new Uint8Array(0) } : { ok: false, fault: 'refused' };
    }
    if (request.op === 'get') {
      const data = simulator.get(request.kind, request.report);
      return data === 'stall' ? { ok: false, fault: 'refused' } : { ok: true, data: data.slice(0, request.length) };
    }
    const text = simulator.string(request.index);
    return text === null ? { ok: false, fault: 'refused' } : { ok: true, data: stringDescriptor(text) };
  };
}

/** Answers SNMP requests from a simulator, as an agent with these rows would. */
export function snmpAnswers(simulator: Simulator['snmp']): (request: Wire['snmp']) => Reply<'snmp'> {
  return (request) => {
    if (request.op === 'set') {
      const sets = [...(request.before ?? []), { oid: request.oid, value: request.value }];
      const done = sets.every(({ oid, value }) => simulator.set(oid, value) === 'done');
      return done
        ? { ok: true, data: new Map(sets.map(({ oid, value }) => [oid, value])) }
        : { ok: false, fault: 'refused' };
    }
    const rows = simulator.rows();
    if (request.op === 'get') {
      return { ok: true, data: new Map([...rows].filter(([oid]) => request.oids.includes(oid))) };
    }
    const below = [...rows]
      .filter(([oid]) => oid.startsWith(`${request.root}.`))
      .toSorted(([a], [b]) => compareOids(a, b));
    return { ok: true, data: new Map(below.slice(0, request.limit)) };
  };
}
