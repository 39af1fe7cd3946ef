/** Transports that end in a driver's own simulator instead of a cable. */
import type { PortFacts, PortKind, Reply, Unasked, Wire } from '../../../../drivers/driver.ts';
import { every, pause } from '../../base/clock.ts';
import type { SimulatedOptions } from '../port.ts';
import type { Transport } from '../transport.ts';

/** How often a simulated device gets the chance to speak unasked. Milliseconds. */
export const SPEAKS_EVERY = 200;

/** A simulated device that answers each request at once. */
export interface Device<P extends PortKind> {
  readonly answer: (wire: Wire[P]) => Reply<P>;
  readonly unasked: () => readonly Unasked[P][];
}

/** A transport whose device answers each request at once. */
export function settled<P extends PortKind>(
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
