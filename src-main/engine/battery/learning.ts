/**
 * What the discharges of one battery teach: how long a percent of charge lasts at a load, and how that wears. Pure.
 *
 * ln(seconds for a percent of charge)
 *   = level - exponent * ln((load + idle) / (load asked for + idle)) + tilt * depth + wear * age + start * early
 *
 * `idle` is what the UPS draws for itself, which counts the more the smaller the load is. `exponent` is Peukert's, as far
 * as it can be seen from outside: the voltage that sinks under the load makes it larger. `tilt` says that the first
 * percents last longer than the last. `start` is what the first minutes have of their own: a voltage that settles under
 * the load takes a gauge down faster, or one held at full hides that anything was drawn. What few discharges cannot tell keeps the uncertainty that it has before any, so
 * that the range is wide where it should be. What the UPS reports as its runtime is not looked at.
 */
import type { Discharge, Stretch } from '../../../src-shared/contract/index.ts';
import { type Fit, fit, type Observation, type Prior } from './regression.ts';
import { shareAt } from './temperature.ts';

/** Of W or of percent; all of one kind. */
export interface Load {
  readonly value: number;
  readonly unit: 'W' | '%';
  /** What the UPS is made for, where that is known in W. */
  readonly rating?: number;
  /** Of the battery, °C; missing where it is not known for any discharge. */
  readonly temperature?: number;
}

/** What was learned, at one load and one moment. */
export interface Learned {
  readonly load: Load;
  readonly used: readonly Discharge[];
  readonly now: number;
  readonly fit: Fit;
  readonly law: Law;
  /** Percent of charge at which the UPS may have gone off, the highest first. */
  readonly ends: readonly number[];
  /** Where the gauge leapt down, in percent; `often`: in half of the discharges and more. */
  readonly leaps: readonly { readonly from: number; readonly to: number; readonly often: boolean }[];
  /** How far the load is beyond all that were discharged at, as a logarithm; 0 in between. */
  readonly beyond: number;
}

/** Milliseconds. */
export const YEAR = 365.25 * 86_400_000;

/** Anything at all, as logarithm of seconds. */
const LEVEL: Prior = { mean: 4, deviation: 10 };
/** From a battery far larger than the UPS to one that the load empties in minutes. */
const EXPONENT: Prior = { mean: 1.3, deviation: 0.22 };
/**
 * As a share of what the UPS is made for: what fits the runtime tables of four Smart-UPSes (5 to 8 %) and of a GXT3 with
 * and without battery cabinets (1 to 12 %) best.
 */
const IDLE: Prior = { mean: 0.07, deviation: 0.03 };
const IDLE_LIMITS = { least: 0.01, most: 0.2 } as const;
/** Where nobody knows what a UPS is made for, the largest load that it was seen to carry is taken for this share of it. */
const USUAL_SHARE = 0.4;
/** So many times the law is drawn anew around the idle share that came out last. */
const ROUNDS = 6;
/** From an even gauge to one whose first percent lasts one and a half times as long as its last. */
const TILT: Prior = { mean: 0.15, deviation: 0.2 };
/**
 * The first minutes on battery, as logarithm: a Smart-UPS C 1500 lost 19 % in 155 s of more than an hour, a Li-ion board
 * its first 5 % twelve times as fast as the rest; other gauges go evenly.
 */
const START: Prior = { mean: -0.3, deviation: 0.5 };
/** In a year, as logarithm: from none to a battery that loses a quarter. */
const WEAR: Prior = { mean: -0.06, deviation: 0.12 };

/** Two discharges of one battery at one load differ so much, by temperature and by where its gauge began. */
export const BETWEEN = 0.05;
/** The gauge of one UPS, percent of charge. */
const GAUGE = 0.6;
/** The form of the curve is never quite the one above. */
const FORM = 0.04;
/** How far off it may be beyond the loads that were discharged at, for each factor e (as a logarithm). */
export const FAR = 0.09;
/** Where contact was lost, with the load or without it, the battery may have been far from its end. */
const LOST = 0.4;
/** Standard deviations to each side: 95 %. */
export const SIDES = 2;

/** Below this a load is as good as none, and its logarithm would run away. */
const LEAST_LOAD = 1;

/** The unit in which all that matters is known; undefined when there is none. */
export function loadFor(
  values: Readonly<Record<string, number | string>>,
  discharges: readonly Discharge[],
): Load | undefined {
  const used = discharges.filter(isUsed);
  const stretches = used.flatMap((discharge) => discharge.stretches);
  for (const unit of ['W', '%'] as const) {
    const value = values[unit === 'W' ? 'ups.realpower' : 'ups.load'];
    const known = stretches.every((stretch) => (unit === 'W' ? stretch.watts : stretch.percent) !== undefined);
    if (typeof value !== 'number' || !known) continue;
    const rating = unit === 'W' ? ratingOf(values, stretches) : undefined;
    const temperature = values['battery.temperature'];
    const warm = typeof temperature === 'number' && used.some((discharge) => discharge.temperature !== undefined);
    return {
      value: Math.max(value, LEAST_LOAD),
      unit,
      ...(rating === undefined ? {} : { rating }),
      ...(warm ? { temperature } : {}),
    };
  }
  return undefined;
}

/** What the UPS is made for, in W: as it reports it, or by what it calls percent. */
function ratingOf(
  values: Readonly<Record<string, number | string>>,
  stretches: readonly Stretch[],
): number | undefined {
  const told = values['ups.realpower.nominal'];
  if (typeof told === 'number' && told > 0) return told;
  const ratings = stretches.flatMap(({ watts = 0, percent = 0 }) =>
    watts > 0 && percent > 0 ? [(100 * watts) / percent] : [],
  );
  return ratings.toSorted((a, b) => a - b)[Math.floor(ratings.length / 2)];
}

/** The load that the discharges were at, to compare them by while the present one is not known. */
export function usualLoad(discharges: readonly Discharge[]): Load | undefined {
  const stretches = discharges.filter(isUsed).flatMap((discharge) => discharge.stretches);
  for (const unit of ['W', '%'] as const) {
    const loads = stretches.map((stretch) => (unit === 'W' ? stretch.watts : stretch.percent)).filter(isNumber);
    const middle = loads.toSorted((a, b) => a - b)[Math.floor(loads.length / 2)];
    if (middle !== undefined && loads.length === stretches.length) return { value: Math.max(middle, LEAST_LOAD), unit };
  }
  return undefined;
}

function isNumber(value: number | undefined): value is number {
  return value !== undefined;
}

/** Whether something can be learned from it. */
export function isUsed({ refused }: Discharge): boolean {
  return refused === undefined;
}

/** Learns; undefined without a discharge that can be used. */
export function learn(discharges: readonly Discharge[], load: Load, now: number): Learned | undefined {
  const used = discharges.filter(isUsed);
  const loads = used.flatMap(({ stretches }) => stretches.map((stretch) => loadOf(stretch, load)));
  if (loads.length === 0) return undefined;
  const rating = load.unit === '%' ? 100 : (load.rating ?? Math.max(...loads) / USUAL_SHARE);
  // The idle share is inside a logarithm: it is found step by step, each time as a difference from the last.
  let law: Law = { idle: IDLE.mean * rating, exponent: EXPONENT.mean, rating };
  let found: Fit | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const groups = used.map((discharge) => observations(discharge, load, now, law));
    const idle: Prior = { mean: IDLE.mean - law.idle / rating, deviation: IDLE.deviation };
    found = fit([LEVEL, EXPONENT, TILT, WEAR, idle, START], groups, BETWEEN);
    const [, exponent = EXPONENT.mean, , , step = 0] = found.mean;
    const share = Math.min(IDLE_LIMITS.most, Math.max(IDLE_LIMITS.least, law.idle / rating + step));
    law = { idle: share * rating, exponent, rating };
  }
  if (found === undefined) return undefined;
  const ends = discharges.flatMap(({ diedAt }) => diedAt ?? []).toSorted((a, b) => b - a);
  return {
    load,
    used,
    now,
    fit: found,
    law,
    ends,
    leaps: leapsOf(used),
    beyond: beyondOf(load.value, loads, law.idle),
  };
}

function leapsOf(used: readonly Discharge[]): Learned['leaps'] {
  const leaps = used.flatMap(({ leap }) => leap ?? []);
  const often = leaps.length * 2 >= used.length;
  return leaps.map((leap) => ({ ...leap, often }));
}

function beyondOf(value: number, loads: readonly number[], idle: number): number {
  const drawn = Math.log(value + idle);
  return Math.max(0, drawn - Math.log(Math.max(...loads) + idle), Math.log(Math.min(...loads) + idle) - drawn);
}

/** Where the law of the load is drawn. `idle` and `rating` are in the unit of the load. */
export interface Law {
  readonly idle: number;
  readonly exponent: number;
  readonly rating: number;
}

function loadOf({ watts, percent }: Stretch, load: Load): number {
  return Math.max((load.unit === 'W' ? watts : percent) ?? load.value, LEAST_LOAD);
}

/** What the stretches of a discharge say of the unknowns, at the load and the moment that are asked about. */
export function observations(
  { begin, interval, stretches, timed, temperature }: Discharge,
  load: Load,
  now: number,
  law: Law,
): Observation[] {
  return stretches.map((stretch) => {
    const { seconds, from, to } = stretch;
    const value = loadOf(stretch, load);
    const fall = from - to;
    // A change is seen up to one reading late, at both ends of the stretch.
    const late = (0.4 * interval) / seconds;
    const [ratio, slope] = loadFeatures(value, load, law);
    return {
      features: [1, ratio, depth((from + to) / 2), (begin - now) / YEAR, slope, stretch.early ?? 0],
      value: Math.log(seconds / fall / shareAt(temperature)),
      deviation: Math.hypot(GAUGE / fall, late, FORM, timed === 'lost' ? LOST : 0),
    };
  });
}

/** How a load differs from the one asked for, as features of the law: by the exponent, and by the idle share. */
function loadFeatures(value: number, load: Load, { idle, exponent, rating }: Law): readonly [number, number] {
  const ratio = -Math.log((value + idle) / (load.value + idle));
  return [ratio, -exponent * rating * (1 / (value + idle) - 1 / (load.value + idle))];
}

/**
 * The load of a stretch, in the unit of what was learned, and the seconds it would have taken at the load and the
 * temperature asked for.
 */
export function asAsked(
  { load, law, fit: { mean } }: Learned,
  stretch: Stretch,
  temperature?: number,
): { load: number; seconds: number } {
  const value = loadOf(stretch, load);
  const [ratio, slope] = loadFeatures(value, load, law);
  const warmth = shareAt(load.temperature) / shareAt(temperature);
  return {
    load: value,
    seconds: (warmth * stretch.seconds) / Math.exp(ratio * (mean[1] ?? 0) + slope * (mean[4] ?? 0)),
  };
}

/** How deep a charge (percent) is, as a feature of the law. */
export function depth(charge: number): number {
  return charge / 100 - 0.5;
}
