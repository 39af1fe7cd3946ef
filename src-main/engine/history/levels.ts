/** The roll-ups: how fine history is, and for how long. */

/** One roll-up. */
export interface Level {
  /** Width of one bucket, in milliseconds. Each is a whole multiple of the one before. */
  readonly width: number;
  /** Buckets older than this many milliseconds are pruned. */
  readonly keep: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Finest first: 2 s for a day, 1 min for a month, 15 min for a year, 1 h for ever. */
export const LEVELS: readonly [Level, ...Level[]] = [
  { width: 2 * SECOND, keep: DAY },
  { width: MINUTE, keep: 31 * DAY },
  { width: 15 * MINUTE, keep: 366 * DAY },
  { width: HOUR, keep: Number.POSITIVE_INFINITY },
];

/**
 * The roll-up that answers a query best: the coarsest that is still at least as fine as the chart can show, unless its
 * data of that age is gone; then the finest that is left. An index into `LEVELS`.
 */
export function levelFor(from: number, to: number, points: number, now: number): number {
  const wanted = (to - from) / points;
  let chosen = 0;
  for (const [index, level] of LEVELS.entries()) {
    const finer = LEVELS[index - 1];
    if (finer === undefined || level.width <= wanted || from < now - finer.keep) chosen = index;
  }
  return chosen;
}
