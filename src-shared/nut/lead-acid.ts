/**
 * How full a lead-acid battery is, as far as its voltage tells: at rest by the acid's own voltage, under load by the
 * curve along which it sinks. Never while a charger holds it. All of one 12 V block. Pure.
 */

/** Points of a curve: percent of charge at a voltage, by rising voltage. */
type Curve = readonly (readonly [volts: number, percent: number])[];

/**
 * At rest: the mean of a flooded and a gel block at 21 °C ("State Of Charge", table of open-circuit voltages), which
 * differ by up to 25 percent at one voltage; what kind a battery is, its UPS does not say.
 */
const AT_REST: Curve = [
  [11.79, 0],
  [11.88, 6],
  [11.99, 20],
  [12.05, 27],
  [12.23, 45],
  [12.39, 60],
  [12.44, 66],
  [12.59, 84],
  [12.64, 91],
  [12.75, 100],
];

/**
 * Under a tenth of its capacity an hour, with the time that is left as the charge: a block of 100 Ah, measured from full
 * to empty (Universal UB121000, log of a discharge in nine and a half hours).
 */
const UNDER_LOAD: Curve = [
  [10.47, 0],
  [10.68, 1],
  [10.91, 3],
  [11.05, 5],
  [11.26, 10],
  [11.41, 15],
  [11.53, 20],
  [11.72, 30],
  [11.88, 40],
  [12.03, 50],
  [12.16, 60],
  [12.3, 70],
  [12.43, 80],
  [12.55, 90],
  [12.65, 100],
];
/** What a full block shows once a load has settled that does not let its voltage sink; a little less than the top of the curve. Volt. */
const FULL_UNDER_LOAD = 12.55;
/** Volt of a block near which inverters switch off. */
const CUT_OFF = 10.6;
/** Percent of charge that no load leaves unused. */
const MOST_UNUSED = 95;

/** More than a lead-acid block shows once its charger is gone, at rest or under load. Volt. */
export const ABOVE_LEAD_ACID = 12.8;

/** Percent of charge of a block that has been without charger and load for hours, by its voltage. */
export function chargeAtRest(volts: number): number {
  return Math.round(along(AT_REST, volts));
}

/**
 * By how many volts a load lets a block sink, by what it shows about a minute after it was full. This differs several
 * times between batteries and UPSes of one size, so that it is measured and not assumed.
 */
export function sagUnderLoad(volts: number): number {
  return Math.max(0, FULL_UNDER_LOAD - volts);
}

/**
 * Percent of charge of a block that a load lets sink by so many volts: the time left over the whole time, at this load,
 * until the inverter switches off.
 */
export function chargeUnderLoad(volts: number, sag: number): number {
  const left = along(UNDER_LOAD, volts + sag);
  // Where a full block already sinks to the end, the little that is above it is all there is.
  const unused = Math.min(MOST_UNUSED, along(UNDER_LOAD, CUT_OFF + sag));
  return Math.round((100 * Math.max(0, left - unused)) / (100 - unused));
}

function along(curve: Curve, volts: number): number {
  const above = curve.findIndex(([at]) => at > volts);
  const [from, to] = [curve[above - 1], curve[above]];
  if (to === undefined) return 100;
  if (from === undefined) return 0;
  return from[1] + ((volts - from[0]) / (to[0] - from[0])) * (to[1] - from[1]);
}
