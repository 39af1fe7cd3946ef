/** Runs a driver's conversation over a transport: asks what it yields, repeats what stayed unanswered. */
import type { PortKind, Reply, Talk, Wire } from '../../../../drivers/driver.ts';
import type { Patience } from '../../ports/port.ts';
import type { Transport } from '../../ports/transport.ts';

/** How a conversation went. */
export interface Spoken<R> {
  readonly result: R;
  /** Every question was answered, be it with no. */
  readonly complete: boolean;
  /** The device was heard, sense or not. */
  readonly heard: boolean;
  /** The port went away while it was held. */
  readonly closed: boolean;
}

/** A driver threw, or asked without end. */
export class DriverBug extends Error {}

/** No device needs more questions for one conversation; one that never ends would hold the line for ever. */
const QUESTION_LIMIT = 2000;

/**
 * Holds one conversation. Rejects with `DriverBug` only: faults of the device are answers to the driver.
 * `repeats` applies to questions that got no answer and may be asked twice.
 */
export async function converse<P extends PortKind, R>(
  transport: Transport<P>,
  begin: () => Talk<P, R>,
  { timeout, repeats }: Patience,
): Promise<Spoken<R>> {
  let complete = true;
  let heard = false;
  let closed = false;
  const talk = guarded(begin);
  let step = guarded(() => talk.next());
  for (let asked = 0; step.done !== true; asked += 1) {
    if (asked >= QUESTION_LIMIT) throw new DriverBug(`It asked more than ${QUESTION_LIMIT} questions in a row.`);
    const reply = await ask(transport, step.value, timeout, repeats);
    if (reply.ok || reply.partial !== undefined || reply.fault === 'refused') heard = true;
    if (!reply.ok && reply.fault !== 'refused') complete = false;
    if (!reply.ok && reply.fault === 'closed') closed = true;
    step = guarded(() => talk.next(reply));
  }
  return { result: step.value, complete, heard, closed };
}

/** Calls driver code; whatever it throws is a bug of ours, kept apart from every other. */
export function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    throw new DriverBug(thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
  }
}

async function ask<P extends PortKind>(
  transport: Transport<P>,
  wire: Wire[P],
  timeout: number,
  repeats: number,
): Promise<Reply<P>> {
  const { wire: safe, check } = withSafeFrame(wire);
  for (let left = mayRepeat(wire) ? repeats : 0; ; left -= 1) {
    const reply = await transport.request(safe, timeout);
    check();
    if (reply.ok || reply.fault === 'closed' || reply.fault === 'refused' || left <= 0) return reply;
  }
}

function mayRepeat(wire: Wire[PortKind]): boolean {
  if (wire.op === 'set') return false;
  return wire.op !== 'exchange' || (wire.once !== true && wire.reply !== 'none');
}

/** A framing function is driver code that runs inside of the transport; what it throws is carried out of there. */
function withSafeFrame<P extends PortKind>(wire: Wire[P]): { readonly wire: Wire[P]; readonly check: () => void } {
  const request: Wire[PortKind] = wire;
  if (request.op !== 'exchange' || request.reply === 'none' || !('frame' in request.reply)) {
    return { wire, check: () => undefined };
  }
  const { frame } = request.reply;
  let bug: { readonly thrown: unknown } | undefined;
  const safe: typeof frame = (bytes) => {
    try {
      return frame(bytes);
    } catch (thrown) {
      bug = { thrown };
      return 'garbled';
    }
  };
  const check = (): void => {
    const { thrown } = bug ?? {};
    if (bug !== undefined) throw new DriverBug(thrown instanceof Error ? thrown.message : String(thrown));
  };
  return { wire: { ...wire, reply: { frame: safe } }, check };
}
