/** Puts all mutants of a source into it at once, each behind a switch, so that nothing is compiled again for the next. */
import type { Mutant } from './mutators.ts';

/** A mutant with its number, by which it is switched on. */
export interface Numbered extends Mutant {
  readonly id: number;
}

/** All mutants of one place. */
interface Group {
  readonly start: number;
  readonly end: number;
  readonly kind: Mutant['kind'];
  readonly mutants: Numbered[];
}

/** The source with its switches. Lines stay where they are. */
export function instrumented(source: string, mutants: readonly Numbered[]): string {
  const groups = new Map<string, Group>();
  for (const mutant of mutants) {
    const { start, end, kind } = mutant;
    const key = `${start}-${end}-${kind}`;
    const group = groups.get(key) ?? { start, end, kind, mutants: [] };
    group.mutants.push(mutant);
    groups.set(key, group);
  }
  const inOrder = [...groups.values()].toSorted((a, b) => a.start - b.start || b.end - a.end);
  return between(0, source.length, inOrder, source);
}

/** The text between two places, with the groups that stand there. Outer groups come before those inside them. */
function between(start: number, end: number, groups: readonly Group[], source: string): string {
  let text = '';
  let at = start;
  for (let index = 0; index < groups.length; index += 1) {
    const group = groups[index];
    if (group === undefined || group.start < at) continue;
    const inner = groups.slice(index + 1).filter((each) => each.start >= group.start && each.end <= group.end);
    text += source.slice(at, group.start) + switched(group, between(group.start, group.end, inner, source));
    at = group.end;
  }
  return text + source.slice(at, end);
}

function switched({ kind, mutants }: Group, original: string): string {
  if (kind === 'statement') return `{${mutants.map(({ id }) => `if (!${switchOf(id)}) `).join('')}${original}}`;
  return `(${mutants.map(({ id, text }) => `${switchOf(id)}?(${text}):`).join('')}(${original}))`;
}

const switchOf = (id: number): string => `globalThis.mutantSwitch(${id})`;
