/** Holds the mutants that live against the list of those that may. */
import type { Verdict } from './judge.ts';
import type { Mutant } from './mutators.ts';
import type { Accepted } from './survivors.ts';

/** What the list says about a scope. */
export interface Audit {
  /** Mutants that live, and have no reason to. */
  readonly unexplained: readonly Verdict[];
  readonly accepted: number;
  /** Entries of the list that no living mutant answers to, as text. */
  readonly stale: readonly string[];
}

/** Looks up every mutant that lives. `files` are those of the scope: entries about others are not judged. */
export function audit(verdicts: readonly Verdict[], list: readonly Accepted[], files: readonly string[]): Audit {
  const named = new Set(
    list
      .filter(({ file }) => files.includes(file))
      .flatMap(({ file, mutants }) =>
        mutants.flatMap(([line, ...changes]) => changes.map((change) => keyOf({ file, line, change }))),
      ),
  );
  const alive = verdicts.filter(({ outcome }) => outcome !== 'killed');
  const keys = new Set(alive.map(({ mutant }) => keyOf(mutant)));
  const unexplained = alive.filter((each) => !named.has(keyOf(each.mutant)));
  return {
    unexplained,
    accepted: alive.length - unexplained.length,
    stale: [...named].filter((each) => !keys.has(each)),
  };
}

const keyOf = ({ file, line, change }: Pick<Mutant, 'file' | 'line' | 'change'>): string =>
  `${file}: ${line} | ${change}`;
