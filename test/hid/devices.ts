/** Devices to talk to: simulated ones, and ones made of a few lines of a descriptor. */
import type { Identity, PortFacts, Reply, Simulator, Wire } from '../../drivers/driver.ts';
import { driver } from '../../drivers/hid/index.ts';
import type { Memory } from '../../drivers/hid/memory.ts';
import { hidAnswers, runTalk } from '../../drivers/kit/talk.ts';

/** Bytes written as hexadecimal digits, with blanks where they help. */
export function bytes(hex: string): Uint8Array {
  return Uint8Array.from((hex.match(/[0-9a-f]{2}/gi) ?? []).map((byte) => Number.parseInt(byte, 16)));
}

/** What a port knows of a device with this descriptor. */
export function factsOf(descriptor: Uint8Array, more: Partial<PortFacts['hid']> = {}): PortFacts['hid'] {
  return { vendor: 0x1209, product: 0x0001, release: 0, descriptor, ...more };
}

/** Reports by direction and id, as `feature 12`, and what was asked of them. */
export class Shelf {
  readonly asked: Wire['hid'][] = [];
  readonly reports: Map<string, Uint8Array>;
  /** Written reports are kept; without it, they are taken without a word and forgotten. */
  keeps = true;

  constructor(reports: Readonly<Record<string, string>>) {
    this.reports = new Map(Object.entries(reports).map(([key, hex]) => [key, bytes(hex)]));
  }

  readonly answer = (request: Wire['hid']): Reply<'hid'> => {
    this.asked.push(request);
    if (request.op === 'string') return { ok: false, fault: 'refused' };
    const key = `${request.kind} ${request.report}`;
    const data = this.reports.get(key);
    if (data === undefined) return { ok: false, fault: 'refused' };
    if (request.op === 'get') return { ok: true, data };
    if (this.keeps) this.reports.set(key, request.data);
    return { ok: true, data: new Uint8Array(0) };
  };
}

/** Identifies, or fails the test. */
export function identified(
  facts: PortFacts['hid'],
  answer: (request: Wire['hid']) => Reply<'hid'>,
  dialect?: string,
): Identity<Memory> {
  const { result } = runTalk(driver.identify(facts, dialect), answer);
  if (result === null) throw new Error('The driver does not know the device.');
  return result;
}

/** A driver at the other end of a simulated device. */
export function talkTo(simulator: Simulator['hid'], dialect?: string) {
  const answer = hidAnswers(simulator);
  const identity = identified(simulator.facts, answer, dialect);
  return {
    identity,
    abilities: driver.abilities(identity),
    poll: (depth: 'quick' | 'full' = 'full') => runTalk(driver.poll(depth, identity), answer),
    answer,
  };
}
