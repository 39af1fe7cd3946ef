/**
 * What the terminals of a pack show: at rest, under load, while it charges, and on the way from one to the other. Pure.
 *
 * The resistance answers a load at once; the rest of the fall, and all of the rise once the load is gone, takes its time.
 * That part is a `Lag`, kept from the moment of the change: it is exact however often it is looked at.
 */
import { blockOf, cellsOf, endVoltage, type Pack, rateOf, TAPER_FROM } from './battery.ts';
import type { Block } from './blocks.ts';
import type { UpsProfile } from './types.ts';

/**
 * Seconds in which two thirds of what the terminals lag behind are gone: under load, and at rest. The recorded discharge
 * of a Universal UB121000 falls from 13.23 to 12.65 V within a minute and a half, and climbs from 10.92 V to more
 * than half of what it gains within ten minutes.
 */
const LAG_TIME = { load: 20, rest: 600 } as const;

/** How far the terminals were from what they come to (V), and when (s). */
export interface Lag {
  readonly since: number;
  readonly from: number;
}

/** Volt of the pack at rest, at this charge (0 to 1). */
export function restVoltage(profile: UpsProfile, charge: number): number {
  return openVoltage(blockOf(profile), charge) * cellsOf(profile);
}

/** Volt of the pack while the charger works or floats: rises with the charge, then stays at the float voltage. */
export function chargingVoltage(profile: UpsProfile, charge: number): number {
  const float = blockOf(profile).float * cellsOf(profile);
  return Math.min(float, restVoltage(profile, charge) + float - restVoltage(profile, TAPER_FROM));
}

/**
 * What the pack comes to while it delivers this power (W) at this charge (0 to 1): Volt, and how many of those that are
 * missing the resistance takes at once. The voltage is at its end when the charge is.
 */
export function underLoad(pack: Pack, charge: number, power: number): { voltage: number; atOnce: number } {
  const block = blockOf(pack.profile);
  const rate = rateOf(pack, power);
  const atOnce = block.resistance * rate;
  const end = endVoltage(block, rate);
  const spare = openVoltage(block, 0) - end;
  // A worn pack falls no lower than the end: what it cannot give at that voltage shows in a shorter time.
  const drop = Math.min(spare, atOnce + (block.activation * rate) / (rate + block.activationRate));
  const fall = (spare - drop) * Math.exp(-charge / block.knee);
  const cells = cellsOf(pack.profile);
  return {
    voltage: cells * (openVoltage(block, charge) - drop - fall),
    atOnce: cells * Math.min(drop, atOnce),
  };
}

/** Volt that the terminals are still off what they come to, at this moment (s). */
export function lagAt(lag: Lag, time: number, carrying: boolean): number {
  return lag.from * Math.exp((lag.since - time) / LAG_TIME[carrying ? 'load' : 'rest']);
}

function openVoltage({ open }: Block, charge: number): number {
  const place = charge * (open.length - 1);
  const lower = Math.min(Math.floor(place), open.length - 2);
  const from = open[lower] ?? 0;
  return from + (place - lower) * ((open[lower + 1] ?? from) - from);
}
