/** What is left of a battery's capacity by what was learned, how it fades, and when it is to be replaced. Pure. */
import type { Capacity } from '../../../src-shared/contract/index.ts';
import { BETWEEN, type Learned, observations, SIDES, YEAR } from './learning.ts';
import { deviationOf } from './regression.ts';

/** Wear is told from so many discharges over so many years, when it is known this well (logarithm in a year). */
const TREND = { discharges: 3, years: 0.5, deviation: 0.06 } as const;

/** What each discharge says of the capacity, and how it changes. `since` is when the battery was new, if that is known. */
export function capacityOf(
  learned: Learned,
  since?: number,
): Capacity & { readonly endsAt?: { from: number; to?: number } } {
  const { used, fit: known, now } = learned;
  const [first, last] = [used[0], used.at(-1)];
  if (first === undefined || last === undefined) return { points: [] };
  const wear = known.mean[3] ?? 0;
  const begin = first.begin;
  const level = (known.mean[0] ?? 0) + (wear * (begin - now)) / YEAR;
  const points = used.map((discharge) => {
    const seen = observations(discharge, learned.load, now, learned.law).map(({ features, value, deviation }) => {
      const [, load = 0, deep = 0, , idle = 0, early = 0] = features;
      const [, exponent = 0, tilt = 0, , share = 0, start = 0] = known.mean;
      return {
        value: value - load * exponent - deep * tilt - idle * share - early * start - level,
        weight: deviation ** -2,
      };
    });
    const weight = seen.reduce((sum, each) => sum + each.weight, 0);
    const mean = seen.reduce((sum, each) => sum + each.value * each.weight, 0) / weight;
    const width = SIDES * Math.hypot(Math.sqrt(1 / weight), BETWEEN);
    return { at: discharge.begin, share: Math.exp(mean), low: Math.exp(mean - width), high: Math.exp(mean + width) };
  });
  // Beyond doubt worn out already, however fast it went.
  const worn = (points.at(-1)?.high ?? 1) < WORN_OUT ? { endsAt: { from: first.begin, to: last.end } } : undefined;
  const deviation = deviationOf(known, [0, 0, 0, 1, 0, 0]);
  const told =
    used.length >= TREND.discharges && (last.begin - begin) / YEAR >= TREND.years && deviation <= TREND.deviation;
  const at25 = used.every(({ temperature }) => temperature !== undefined) ? { at25: true } : {};
  if (!told) return { points, ...at25, ...worn };
  const [fast, slow] = [wear - SIDES * deviation, wear + SIDES * deviation];
  const perYear = { low: Math.expm1(fast), likely: Math.expm1(wear), high: Math.expm1(slow) };
  // Only wear that is told well enough says more of the end than the age does.
  if (worn !== undefined || slow > wear * LEAST_SLOPE) return { points, perYear, ...at25, ...worn };
  const end = (rate: number): number => (since ?? begin) + (YEAR * Math.log(WORN_OUT)) / rate;
  const horizon = now + HORIZON * YEAR;
  return {
    points,
    perYear,
    ...at25,
    endsAt: { from: end(fast), ...(end(slow) > horizon ? {} : { to: end(slow) }) },
  };
}

/**
 * A lead-acid battery is to be replaced at 80 % of its rated capacity, after which it fades ever faster (IEEE Std
 * 1188, "Battery replacement criteria"). Capacity is the runtime at one load against that of the new battery, as in its
 * time-adjusted method.
 */
const WORN_OUT = 0.8;
/** The slowest wear that is possible, as a share of the likely one, for an end to be told. */
const LEAST_SLOPE = 0.4;
/** Years ahead beyond which a straight line says nothing. */
const HORIZON = 10;
