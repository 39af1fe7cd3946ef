/** A simulated device whose answers a test can spoil. */
import { driver } from '../../drivers/apcsmart/index.ts';
import type { Reply, Wire } from '../../drivers/driver.ts';
import { bytesOf, textOf } from '../../drivers/kit/line/ascii.ts';
import { framed, runTalk } from '../../drivers/kit/talk.ts';
import { createUpsModel, type UpsModel } from '../../src-shared/ups-model/index.ts';
import { known } from '../conformance/subject.ts';

/** Answers a request. */
export type Answer = (request: Wire['stream']) => Reply<'stream'>;

/** A simulated device whose bytes pass through `manner`, which is given what was sent and what would come back. */
export function device(
  manner: (sent: string, right: string) => string,
  ups: UpsModel = createUpsModel(),
  dialect?: string,
): Answer {
  const simulator = driver.simulate(ups, dialect);
  return (request) => {
    if (request.op === 'pause') return { ok: true, data: new Uint8Array(0) };
    return framed(request, bytesOf(manner(textOf(request.send), textOf(simulator.receive(request.send)))));
  };
}

/** Spoils nothing. */
export const plain = (_sent: string, right: string): string => right;

/** Everything after one identification and one full poll; null where there is nothing. */
export function readAll(answer: Answer) {
  const identity = runTalk(driver.identify({}), answer).result;
  if (identity === null) return null;
  const polled = runTalk(driver.poll('full', identity), answer).result;
  return polled === null ? null : Object.fromEntries(known(identity, polled).vars);
}

/** What was sent, pauses as such. */
export const sentBy = (requests: readonly Wire['stream'][]): readonly string[] =>
  requests.map((request) => (request.op === 'exchange' ? textOf(request.send) : 'pause'));
