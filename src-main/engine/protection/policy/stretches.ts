/**
 * The stretches on battery of a mains that comes and goes. What a battery gives in a second it takes many to get back, so
 * a mains that is there for a while and goes again has not been stable: each time it does so soon after it was found to be,
 * it has to stay for longer. Times are milliseconds on the steady clock.
 */
import type { ProtectionSetting } from '../../../../src-shared/settings/index.ts';
import type { PolicyMoment } from '../../base/parts.ts';
import type { Watch } from './memory.ts';

/** Mains that goes again within this time of having been found stable was not. */
const SOON = 15 * 60_000;
/** Each time it has to stay so many times as long; where the person asks for no time at all, these are what grows. */
const LONGER = 4;
const LEAST = 5000;
/** Longer than this nobody waits for mains to be stable: a battery gains in that time what it gave in a short stretch. */
const LONGEST = 10 * 60_000;

/**
 * A battery that holds so much, and so much more than what makes it act, can afford what a few more stretches take: nobody
 * has to wait for its outage to be over. Nor has it with one that is full, however early it acts. Percent.
 */
const WELL = 50;
const ABOVE = 20;
const FULL = 100;

/** For how long mains must have been there to count as stable. `limit`: the charge at which this UPS acts, in percent. */
export function stableFor(watch: Watch, { mainsStableSeconds }: ProtectionSetting, limit: number): number {
  const set = mainsStableSeconds * 1000;
  const { relapses } = watch;
  const charge = watch.gauge.charges.at(-1)?.value ?? 0;
  const well = charge >= Math.min(FULL, Math.max(WELL, limit + ABOVE)) && watch.signs.lowBattery.count === 0;
  if (relapses === 0 || well) return set;
  return Math.max(set, Math.min(LONGEST, Math.max(set, LEAST) * LONGER ** relapses));
}

/** The battery was observed to carry at `at`. */
export function beginStretch(watch: Watch, at: number, { now, steady }: PolicyMoment): Watch {
  const anew = watch.batterySince === undefined;
  const soon = watch.stableAt !== undefined && at - watch.stableAt < SOON;
  return {
    ...watch,
    relapses: !anew ? watch.relapses : soon ? watch.relapses + 1 : 0,
    batterySince: watch.batterySince ?? at,
    batteryBegan: watch.batteryBegan ?? now - (steady - at),
    batteryReadings: watch.batteryReadings + 1,
    batteryLast: at,
    stretchSince: watch.stretchSince ?? at,
    // Of another outage, how the charge fell says nothing of this one.
    gauge: anew && !soon ? { ...watch.gauge, samples: [] } : watch.gauge,
  };
}

/** Mains was observed to carry at `at`. */
export function endStretch(watch: Watch, at: number): Watch {
  const { stretchSince, carried } = watch;
  if (stretchSince === undefined) return watch;
  return { ...watch, carried: carried + Math.max(0, at - stretchSince), stretchSince: undefined };
}
