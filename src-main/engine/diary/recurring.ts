/**
 * Finds the times at which something happens more often than chance explains, and claims nothing else.
 *
 * A scan statistic (Kulldorff 1997, "A spatial scan statistic"): among all windows (up to six hours of the day; one or
 * two weekdays) the one whose count is the least likely, by the log-likelihood ratio of a Poisson count. How unlikely is
 * told by permutation: each day's hours are rotated among the hours of that day that were recorded, each week's days
 * among its recorded days. So neither a computer that only runs in the evening, nor storms that bring twenty sags in
 * one afternoon, nor one bad week looks like a habit: all of that is kept by the rotation, only the time is not.
 */
import { seeded } from '../../../src-shared/seeded.ts';

/** A day of 24 hours, or a week of 7 days. */
export interface Cycle {
  /** Positions that were recorded, ascending. */
  readonly recorded: readonly number[];
  /** Positions in which it happened; a part of `recorded`. */
  readonly happened: readonly number[];
  /** What a person would call one time of it: a habit shows in several of them. */
  readonly week: number;
}

/** A window that stands out. */
export interface Found {
  readonly from: number;
  readonly length: number;
  /** Cycles' positions in the window in which it happened, and all in which it did. */
  readonly inside: number;
  readonly all: number;
  /** How many times as often as expected. */
  readonly times: number;
}

/** What counts as a habit. */
const LEAST_INSIDE = 5;
const LEAST_WEEKS = 3;
const LEAST_TIMES = 2;
/** Of a thousand scans of pure chance, one finds something; a diary is a dozen scans. */
export const CHANCE = 0.001;
const ROTATIONS = 1999;

/** The window that stands out most, if one does. `size` is the positions of a cycle, `longest` the widest window. */
export function standsOut(cycles: readonly Cycle[], size: number, longest: number): Found | undefined {
  const useful = cycles.filter(({ happened, recorded }) => happened.length > 0 && recorded.length > 1);
  const all = useful.reduce((sum, { happened }) => sum + happened.length, 0);
  if (all < LEAST_INSIDE) return undefined;
  // Rotating a cycle among its recorded positions makes each of them equally likely.
  const expected = new Float64Array(size);
  for (const { recorded, happened } of useful) {
    for (const position of recorded) expected[position] = (expected[position] ?? 0) + happened.length / recorded.length;
  }
  const counts = new Float64Array(size);
  const places = useful.map(({ recorded, happened }) => ({
    recorded,
    places: happened.map((position) => recorded.indexOf(position)),
  }));
  const count = (rotate: (length: number) => number): void => {
    counts.fill(0);
    for (const { recorded, places: from } of places) {
      const by = rotate(recorded.length);
      for (const place of from) {
        const to = recorded[(place + by) % recorded.length] ?? 0;
        counts[to] = (counts[to] ?? 0) + 1;
      }
    }
  };
  count(() => 0);
  const best = scan(counts, expected, size, longest);
  if (best === undefined || best.inside < LEAST_INSIDE || best.times < LEAST_TIMES) return undefined;
  const within = (position: number): boolean => (position - best.from + size) % size < best.length;
  const weeks = new Set(useful.filter(({ happened }) => happened.some(within)).map(({ week }) => week));
  if (weeks.size < LEAST_WEEKS) return undefined;
  // A diary must not change its mind when it is opened again.
  const random = seeded(all);
  let asGood = 1;
  for (let round = 0; round < ROTATIONS; round += 1) {
    count((length) => Math.floor(random() * length));
    const other = scan(counts, expected, size, longest);
    if (other === undefined || other.ratio < best.ratio - 1e-9) continue;
    asGood += 1;
    if (asGood / (ROTATIONS + 1) > CHANCE) return undefined;
  }
  return { from: best.from, length: best.length, inside: best.inside, all, times: best.times };
}

interface Window {
  readonly from: number;
  readonly length: number;
  readonly inside: number;
  readonly times: number;
  readonly ratio: number;
}

/** The window with the greatest log-likelihood ratio among those with more than expected. */
function scan(counts: Float64Array, expected: Float64Array, size: number, longest: number): Window | undefined {
  let best: Window | undefined;
  for (let from = 0; from < size; from += 1) {
    let inside = 0;
    let chance = 0;
    for (let length = 1; length <= longest; length += 1) {
      const position = (from + length - 1) % size;
      inside += counts[position] ?? 0;
      chance += expected[position] ?? 0;
      if (chance <= 0 || inside <= chance) continue;
      const ratio = inside * Math.log(inside / chance) - (inside - chance);
      if (best === undefined || ratio > best.ratio) best = { from, length, inside, times: inside / chance, ratio };
    }
  }
  return best;
}
