/**
 * How names of variables are written (RFC 9271, appendix; NUT, docs/nut-names.txt).
 *
 * The table in `variables.ts` holds each name once. `n` stands for a number (`outlet.n.status` covers
 * `outlet.1.status`); `{context}` for a phase (`input.{context}.voltage` covers `input.L1-N.voltage`).
 */
import type { COMMANDS } from './commands.ts';
import type { VARIABLES } from './variables.ts';

/** Phases and pairs of phases of a three-phase domain. */
export const CONTEXTS = ['L1', 'L2', 'L3', 'N', 'L1-N', 'L2-N', 'L3-N', 'L1-L2', 'L2-L3', 'L3-L1'] as const;
/** A phase or a pair of phases. */
export type Context = (typeof CONTEXTS)[number];

/** Names below these have no table: experiments, and the settings of a driver, which differ from driver to driver. */
export const OPEN_PREFIXES = ['experimental.', 'driver.parameter.', 'driver.flag.'] as const;
type OpenPrefix = (typeof OPEN_PREFIXES)[number];

type Numbered<S extends string> = S extends `${infer Before}.n.${infer After}`
  ? `${Before}.${number}.${Numbered<After>}`
  : S;
type Phased<S extends string> = S extends `${infer Before}.{context}.${infer After}`
  ? `${Before}.${Context}.${After}`
  : S;

/** A key of the variable table. */
export type VarPattern = keyof typeof VARIABLES;
/** The name of a variable. `experimental.*` is open, as RFC 9271 leaves it, and so are a driver's own settings. */
export type VarName = Phased<Numbered<VarPattern>> | `${OpenPrefix}${string}`;

/** A key of the command table. */
export type CommandPattern = keyof typeof COMMANDS;
/** The name of an instant command. */
export type CommandName = Numbered<CommandPattern>;

/** Numbers are in the unit of the variable's row; everything else is text, dates as ISO 8601. */
export type Value = number | string;
/** Values by name. A name that is missing is not reported; it is never zero. */
export type Vars = { readonly [V in VarName]?: Value };
