/**
 * Mutants that no test kills, each with the reason why it may live. They are named by the line that they stand in and
 * by what is changed, so that they stay named when lines move. One that is gone, or that a test kills by now, has to be
 * taken out.
 */

/** Mutants of one file that live for the same reason. */
export interface Accepted {
  readonly file: string;
  readonly reason: string;
  /** The whole line without the space around it, and the changes in it as the report writes them. */
  readonly mutants: readonly (readonly [line: string, ...changes: string[]])[];
}

export const SURVIVORS: readonly Accepted[] = [];
