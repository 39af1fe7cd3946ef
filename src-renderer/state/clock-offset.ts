/** The engine may run on another machine, whose clock may differ; ages must not. */
import type { State } from '../../src-shared/contract/index.ts';

/** Below this many milliseconds a difference is the way of the message, not of the clocks. */
const TOLERANCE = 2000;

/**
 * What our clock shows minus what the engine's shows, learned from readings that have just arrived and are therefore
 * new; undefined when `after` brought no new reading.
 */
export function clockOffset(before: State, after: State, now: number): number | undefined {
  let newest: number | undefined;
  for (const [id, device] of Object.entries(after.devices)) {
    const { readAt } = device;
    if (readAt === undefined || readAt === before.devices[id]?.readAt) continue;
    if (newest === undefined || readAt > newest) newest = readAt;
  }
  if (newest === undefined) return undefined;
  const difference = now - newest;
  return Math.abs(difference) < TOLERANCE ? 0 : difference;
}
