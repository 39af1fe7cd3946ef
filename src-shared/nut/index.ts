/** The vocabulary: RFC 9271 variables, instant commands and status words, as data. */
export { COMMANDS } from './commands.ts';
export {
  commandDescription,
  commandEffect,
  commandLabel,
  formatDuration,
  formatValue,
  label,
  NOT_REPORTED,
  statusLabel,
} from './format.ts';
export { learnVocabulary, type Vocabulary } from './languages.ts';
export { heldTogether, plainSpaces, withUnit } from './spaces.ts';
export { vocabularyTexts } from './vocabulary.ts';
export { commandInfo, isCommandName, isVarName, variableInfo } from './lookup.ts';
export { CONTEXTS } from './names.ts';
export { screen } from './plausibility.ts';
export type { ScreenContext } from './plausibility.ts';
export { joinStatus, parseStatus, STATUS_WORDS } from './status.ts';
export type { StatusWord } from './status.ts';
export type { CommandName, CommandPattern, Value, VarName, Vars } from './names.ts';
export type { CommandInfo, StatusInfo, VariableInfo } from './types.ts';
export { VARIABLES } from './variables.ts';
