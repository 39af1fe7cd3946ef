/** Transports that answer from a recording. */
import type { PortFacts, PortKind, Reply, Wire } from '../../../../drivers/driver.ts';
import type { Transport } from '../transport.ts';

/** A transport whose every answer is already known; it never waits. */
export function replayTransport<P extends PortKind>(
  kind: P,
  facts: PortFacts[P],
  label: string,
  answer: (wire: Wire[P]) => Reply<P>,
): Transport<P> {
  let open = false;
  return {
    kind,
    label,
    open: async () => {
      open = true;
      return { ok: true, value: facts };
    },
    request: async (wire) => (open ? answer(wire) : { ok: false, fault: 'closed' }),
    listen: () => undefined,
    onGone: () => undefined,
    close: async () => {
      open = false;
    },
  };
}
