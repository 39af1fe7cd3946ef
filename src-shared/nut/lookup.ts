/**
 * From a name to its row. Names are resolved for every value of every poll, so the common case, a name without
 * numbers and phases, is one look into a map, and nothing is remembered that a device could make grow.
 */
import { COMMANDS } from './commands.ts';
import type { CommandName, VarName } from './names.ts';
import { CONTEXTS, OPEN_PREFIXES } from './names.ts';
import type { CommandInfo, VariableInfo } from './types.ts';
import { VARIABLES } from './variables.ts';
import { EXPERIMENTAL } from './variables/experimental.ts';

/** A name taken apart: its row, the key of the row, and what stands for `n` and `{context}`. */
export interface Resolved<Info> {
  readonly pattern: string;
  readonly info: Info;
  readonly numbers: readonly string[];
  readonly context?: string;
}

const isWild = (pattern: string): boolean => /(?:^|\.)(?:n|\{context\})(?:\.|$)/u.test(pattern);
const NUMBER = /^(?:0|[1-9]\d{0,5})$/u;
const PHASES: ReadonlySet<string> = new Set(CONTEXTS);
const NO_NUMBERS: readonly string[] = [];

function resolver<Info>(table: Readonly<Record<string, Info>>): (name: string) => Resolved<Info> | undefined {
  const plain = new Map<string, Resolved<Info>>();
  const wild = new Map<string, Info>();
  for (const [pattern, info] of Object.entries(table)) {
    if (isWild(pattern)) wild.set(pattern, info);
    else plain.set(pattern, { pattern, info, numbers: NO_NUMBERS });
  }
  return (name) => {
    const found = plain.get(name);
    if (found !== undefined) return found;
    const numbers: string[] = [];
    let context: string | undefined;
    const pattern = name
      .split('.')
      .map((part) => {
        if (NUMBER.test(part)) {
          numbers.push(part);
          return 'n';
        }
        if (PHASES.has(part)) {
          context = part;
          return '{context}';
        }
        // A literal placeholder is no name; keep it from matching the pattern.
        return part === 'n' || part === '{context}' ? '' : part;
      })
      .join('.');
    const info = wild.get(pattern);
    if (info === undefined) return undefined;
    return { pattern, info, numbers, ...(context === undefined ? {} : { context }) };
  };
}

/** Takes the name of a variable apart; undefined where no row covers it. */
export const resolveVariable: (name: string) => Resolved<VariableInfo> | undefined = resolver<VariableInfo>(VARIABLES);
/** Takes the name of a command apart; undefined where no row covers it. */
export const resolveCommand: (name: string) => Resolved<CommandInfo> | undefined = resolver<CommandInfo>(COMMANDS);

/** Takes apart what follows `experimental.`, where that is something we know. */
export const resolveExperimental: (rest: string) => Resolved<{ readonly label: string }> | undefined = resolver<{
  readonly label: string;
}>(EXPERIMENTAL);

/** The row of a variable; undefined for names of no row, which includes most of the open ones (`experimental.*`). */
export function variableInfo(name: string): VariableInfo | undefined {
  return resolveVariable(name)?.info;
}

/** The row of an instant command; undefined where there is none. */
export function commandInfo(name: string): CommandInfo | undefined {
  return resolveCommand(name)?.info;
}

/** Whether this is the name of a variable: covered by a row, or below an open prefix. */
export function isVarName(name: string): name is VarName {
  return (
    resolveVariable(name) !== undefined ||
    OPEN_PREFIXES.some((prefix) => name.length > prefix.length && name.startsWith(prefix))
  );
}

/** Whether this is the name of an instant command. */
export function isCommandName(name: string): name is CommandName {
  return resolveCommand(name) !== undefined;
}
