/** What the temperature of a lead-acid battery does to what it holds and to how long it lives. Pure. */

/**
 * Share of the capacity at 25 °C by temperature: Panasonic, UP-PW1245P1, "Capacity affected by temperature (20 hour
 * rate)"; sheets of other makers say the same.
 */
const SHARES: readonly (readonly [celsius: number, share: number])[] = [
  [-15, 0.65],
  [0, 0.85],
  [25, 1],
  [40, 1.02],
];

/** The share of what it holds at 25 °C that a lead-acid battery holds at a temperature; 1 where nobody knows it. */
export function shareAt(celsius: number | undefined): number {
  if (celsius === undefined) return 1;
  const next = SHARES.findIndex(([warmer]) => warmer >= celsius);
  const [below, above] = [SHARES[next - 1], SHARES[next]];
  if (above === undefined) return SHARES.at(-1)?.[1] ?? 1;
  if (below === undefined) return above[1];
  return below[1] + ((above[1] - below[1]) * (celsius - below[0])) / (above[0] - below[0]);
}

/** Design lives are told at this temperature, and every ten degrees more halve them (EUROBAT guide; makers' sheets). */
export const DESIGN = 20;
const HALVES = 10;
/** Fewer days with a temperature than this say little of a life. */
const LEAST_DAYS = 30;

/** How warm a battery was kept. */
export interface Warmth {
  /** The mean, °C. */
  readonly celsius: number;
  /** How many times faster than at the temperature of its design life it ages; at least 1: the cold adds no years. */
  readonly factor: number;
}

/** Of the temperatures of days, °C; undefined for less than a month of them. */
export function warmthOf(days: readonly number[]): Warmth | undefined {
  if (days.length < LEAST_DAYS) return undefined;
  const mean = (of: (celsius: number) => number): number => days.reduce((sum, day) => sum + of(day), 0) / days.length;
  return {
    celsius: mean((celsius) => celsius),
    factor: Math.max(
      1,
      mean((celsius) => 2 ** ((celsius - DESIGN) / HALVES)),
    ),
  };
}
