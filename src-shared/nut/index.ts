/** The vocabulary: RFC 9271 variables, instant commands and status words, as data. */
export { agrees, APART, comesAndGoes, observed, onceOnly, type Sign, UNSEEN } from './agreement.ts';
export { CHEMISTRIES, type Chemistry, chemistryOf } from './chemistry.ts';
export { COMMANDS } from './commands.ts';
export { NO_EVIDENCE, wordObserved } from './evidence.ts';
export type { Evidence, Observation, ObservedValue } from './evidence.ts';
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
export { ABOVE_LEAD_ACID, chargeAtRest, chargeUnderLoad, sagUnderLoad } from './lead-acid.ts';
export { learnVocabulary, type Vocabulary } from './languages.ts';
export { heldTogether, plainSpaces, withUnit } from './spaces.ts';
export { vocabularyTexts } from './vocabulary.ts';
export { commandInfo, isCommandName, isVarName, variableInfo } from './lookup.ts';
export { CONTEXTS } from './names.ts';
export { screen } from './plausibility.ts';
export type { ScreenContext } from './plausibility.ts';
export { inputSays, judgePower, UNJUDGED } from './power.ts';
export type { PowerFacts, PowerJudgement } from './power.ts';
export { joinStatus, parseStatus, STATUS_WORDS, wordsBut } from './status.ts';
export { type Scales, UNKNOWN_SCALES } from './judge/judge.ts';
export type { StatusWord } from './status.ts';
export type { CommandName, CommandPattern, Value, VarName, Vars } from './names.ts';
export type { CommandInfo, StatusInfo, VariableInfo } from './types.ts';
export { VARIABLES } from './variables.ts';
