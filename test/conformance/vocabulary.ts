/** Holding names and values against the vocabulary. */
import {
  COMMANDS,
  type CommandPattern,
  CONTEXTS,
  STATUS_WORDS,
  type Value,
  VARIABLES,
} from '../../src-shared/nut/index.ts';
import type { VariableInfo } from '../../src-shared/nut/index.ts';

/** Every word that a status may hold. */
const STATUS: ReadonlySet<string> = new Set(Object.keys(STATUS_WORDS));

/** The patterns as regular expressions: `n` is a number, `{context}` a phase or a pair of phases. */
function matcher<K extends string>(patterns: readonly K[]): (name: string) => K | null {
  const contexts = CONTEXTS.join('|');
  const compiled = patterns.map((pattern) => {
    const source = pattern
      .split('.')
      .map((part) =>
        part === 'n' ? '\\d+' : part === '{context}' ? `(?:${contexts})` : part.replace(/[^\w-]/g, '\\$&'),
      )
      .join('\\.');
    return [new RegExp(`^${source}$`), pattern] as const;
  });
  return (name) => compiled.find(([expression]) => expression.test(name))?.[1] ?? null;
}

const variablePattern = matcher(Object.keys(VARIABLES));

/** The row of the command table that a name belongs to, or null. */
export const commandPattern: (name: string) => CommandPattern | null = matcher(
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant, which Object.keys widens
  Object.keys(COMMANDS) as CommandPattern[],
);

/** What is wrong with a value under a name, in words; null when nothing is. */
export function misfit(name: string, value: Value): string | null {
  if (name.startsWith('experimental.')) return null;
  const pattern = variablePattern(name);
  if (pattern === null) return `${name} is not in the vocabulary`;
  const info: VariableInfo | undefined = new Map<string, VariableInfo>(Object.entries(VARIABLES)).get(pattern);
  if (info === undefined) return `${name} has no row`;
  if (info.type === 'number') {
    if (typeof value !== 'number' || !Number.isFinite(value))
      return `${name} must be a number, not ${JSON.stringify(value)}`;
    if (info.min !== undefined && value < info.min) return `${name} is ${value}, below ${info.min}`;
    if (info.max !== undefined && value > info.max) return `${name} is ${value}, above ${info.max}`;
    return null;
  }
  if (typeof value !== 'string') return `${name} must be text, not ${value}`;
  if (info.type !== 'status') return null;
  const strange = value.split(' ').filter((word) => !STATUS.has(word));
  return strange.length === 0 ? null : `${name} holds ${strange.join(', ')}`;
}
