/** What the battery's terminals show at this moment, and what they remember of the moment before. */
import { batteryPower, chargingCurrent } from './battery.ts';
import type { Internals } from './internals.ts';
import { connectedLoad } from './internals.ts';
import type { Work } from './types.ts';
import { chargingVoltage, lagAt, restVoltage, underLoad } from './voltage.ts';

/** Volt at the terminals, and Ampere into the battery. */
export function terminals(ups: Internals): { voltage: number; current: number } {
  const work = workOf(ups);
  const { slow, atOnce } = steady(ups, work);
  const voltage = slow - atOnce + lagAt(ups.lag, ups.time, typeof work === 'number');
  if (work === 'resting') return { voltage, current: 0 };
  if (work === 'charging') return { voltage, current: chargingCurrent(ups, ups.charge + ups.stranded) };
  return { voltage, current: -work / voltage };
}

/** Notices that the battery does something else than before; the terminals take their time. Twice does nothing more. */
export function watchTerminals(ups: Internals): void {
  const work = workOf(ups);
  if (work === ups.work) return;
  const before = steady(ups, ups.work).slow + lagAt(ups.lag, ups.time, typeof ups.work === 'number');
  // A charger forces its own voltage on them.
  ups.lag = { since: ups.time, from: work === 'charging' ? 0 : before - steady(ups, work).slow };
  ups.work = work;
}

/** Takes what the battery does now for what it has done for long. */
export function settleTerminals(ups: Internals): void {
  ups.work = workOf(ups);
  ups.lag = { since: ups.time, from: 0 };
}

function workOf(ups: Internals): Work {
  if (ups.source === 'battery') return batteryPower(ups.profile, connectedLoad(ups));
  return ups.trouble !== null || ups.world.fault ? 'resting' : 'charging';
}

/** Volt that this work comes to in time, without what the resistance takes at once. */
function steady(ups: Internals, work: Work): { slow: number; atOnce: number } {
  if (work === 'resting') return { slow: restVoltage(ups.profile, ups.charge), atOnce: 0 };
  if (work === 'charging') return { slow: chargingVoltage(ups.profile, ups.charge + ups.stranded), atOnce: 0 };
  const { voltage, atOnce } = underLoad(ups, ups.charge, work);
  return { slow: voltage + atOnce, atOnce };
}
