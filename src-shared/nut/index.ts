/** The vocabulary: RFC 9271 variables, instant commands and status words, as data. */
export { COMMANDS } from './commands.ts';
export { CONTEXTS } from './names.ts';
export { joinStatus, parseStatus, STATUS_WORDS } from './status.ts';
export type { StatusWord } from './status.ts';
export type { CommandName, CommandPattern, Context, Value, VarName, VarPattern, Vars } from './names.ts';
export type { CommandInfo, Danger, StatusInfo, Unit, VariableInfo } from './types.ts';
export { VARIABLES } from './variables.ts';
