/** A long range in parts, so that whoever reads years lets others have their turn in between. */
import { LEVELS } from './levels.ts';

/** Buckets in one part: some milliseconds of reading. */
export const HELPING = 7200;

/** The range in parts, oldest first, each as finely as history still holds it; `width` is that of a bucket. Milliseconds. */
export function* helpings(
  from: number,
  to: number,
  now: number,
): Generator<{ readonly from: number; readonly to: number; readonly width: number }> {
  let begin = from;
  for (const [index, { width }] of [...LEVELS.entries()].toReversed()) {
    // What is finer is asked finer; the finest answers to the end.
    const finer = LEVELS[index - 1];
    const until = finer === undefined ? to : Math.min(to, Math.ceil((now - finer.keep) / width) * width);
    for (; begin < until; begin += width * HELPING) {
      yield { from: begin, to: Math.min(until, begin + width * HELPING) - 1, width };
    }
    begin = Math.max(from, Math.min(begin, until));
  }
}
