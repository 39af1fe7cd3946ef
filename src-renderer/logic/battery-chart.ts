/** The drawing of the runtime by charge: its axis of time, and which discharge is meant. */
import type { Measured } from '../../src-shared/contract/index.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  10,
  30,
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 4, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 7].map((days) => days * DAY),
];

/** Seconds that people call round, from 0 to the first that is not below `most`; about `count` of them. */
export function durationTicks(most: number, count: number): readonly number[] {
  const step = STEPS.find((each) => each * count >= most) ?? Math.ceil(most / count / DAY) * DAY;
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, index) => index * step);
}

/** Pixels from a place within which a point is meant. */
const REACH = 40;

/** The discharge with the point that is nearest to a place on the drawing; undefined where none is near. */
export function nearest(
  measured: readonly Measured[],
  place: { readonly x: number; readonly y: number },
  at: (point: Measured['points'][number]) => { readonly x: number; readonly y: number },
): Measured | undefined {
  let least = REACH;
  let found: Measured | undefined;
  for (const each of measured) {
    for (const point of each.points) {
      const { x, y } = at(point);
      const distance = Math.hypot(x - place.x, y - place.y);
      if (distance >= least) continue;
      least = distance;
      found = each;
    }
  }
  return found;
}
