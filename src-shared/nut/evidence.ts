/**
 * What was observed of a UPS, before anything was judged: each value with the time of its own observation. What is shown
 * may be screened and corrected; whoever decides about a shutdown needs to see all of it.
 */
import type { Value } from './names.ts';

/** One observation. `at` is in milliseconds on the steady clock; `asked` is false for what a device told unasked. */
export interface Observation {
  readonly at: number;
  readonly asked: boolean;
}

/** An observed value, as the driver read it. */
export interface ObservedValue extends Observation {
  readonly value: Value;
}

/** The last observation of everything that one UPS has said. */
export interface Evidence {
  /** By variable name, also of what was then withheld as impossible. */
  readonly values: ReadonlyMap<string, ObservedValue>;
  /** Words of `ups.status` whose coming or going was not observed with the rest of it, but then. */
  readonly words: ReadonlyMap<string, Observation>;
}

/** Nothing was observed yet. */
export const NO_EVIDENCE: Evidence = { values: new Map(), words: new Map() };

/** When a word of the status was last observed to be there or not; undefined when no status was. */
export function wordObserved({ values, words }: Evidence, word: string): Observation | undefined {
  return words.get(word) ?? values.get('ups.status');
}
