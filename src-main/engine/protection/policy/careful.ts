/** The runtime that is counted on, where the UPS's own is missing or promises more than its battery ever kept. Pure. */
import type { DeviceState } from '../../../../src-shared/contract/index.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import type { LearnedRuntime } from '../../base/parts.ts';
import { plausible } from './reading.ts';

/** A whole second at least: none at all is how devices say that they do not know it. */
const LEAST = 1;

/**
 * The device with the careful end of what was learned as its runtime, and why, where its own is not counted on: it tells
 * none, it tells more than what was learned holds for possible, or it went off early once, which no gauge tells.
 */
export function carefully(device: DeviceState, learned: LearnedRuntime | undefined): DeviceState {
  if (learned === undefined) return device;
  const told = plausible(device, 'battery.runtime');
  const trusted = told !== undefined && told <= learned.high && !learned.diedEarly;
  const counted = Math.max(LEAST, Math.floor(learned.low));
  if (trusted || (told !== undefined && told <= counted)) return device;
  const why = say(
    told === undefined
      ? 'decision.learned.missing'
      : learned.diedEarly
        ? 'decision.learned.died'
        : 'decision.learned.more',
  );
  return {
    ...device,
    values: { ...device.values, 'battery.runtime': counted },
    corrected: { ...device.corrected, 'battery.runtime': why },
  };
}
