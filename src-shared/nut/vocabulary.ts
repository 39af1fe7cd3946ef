/** What there is to translate of the vocabulary. */
import { COMMANDS } from './commands.ts';
import {
  commandTemplate,
  EXPERIMENTAL_LABEL,
  labelTemplate,
  NOT_REPORTED,
  SPANS,
  SWITCH_WORDS,
  WITH_PHASE,
  WITH_REST,
} from './format.ts';
import { REJECTIONS } from './plausibility.ts';
import { STATUS_WORDS } from './status.ts';
import type { CommandInfo, VariableInfo } from './types.ts';
import { VARIABLES } from './variables.ts';
import { EXPERIMENTAL } from './variables/experimental.ts';

/**
 * Every English text of the tables that people read, each once: a language has one for each, and no other. What is in
 * braces stays: `{n}` and `{m}` are the numbers of outlets and sensors. Descriptions of variables and of status words
 * are not shown anywhere, and so are none of them.
 */
export function vocabularyTexts(): readonly string[] {
  const variables = Object.entries<VariableInfo>(VARIABLES).flatMap(([pattern, info]) => [
    labelTemplate(pattern, info),
    ...Object.values(info.words ?? {}),
  ]);
  const commands = Object.entries<CommandInfo>(COMMANDS).flatMap(([pattern, info]) => [
    commandTemplate(pattern, info),
    info.description,
    ...(info.effect === undefined ? [] : [info.effect]),
  ]);
  const statuses = Object.values(STATUS_WORDS).map(({ label }) => label);
  const experimental = Object.values(EXPERIMENTAL).map(({ label }) => label);
  const others = [
    WITH_PHASE,
    WITH_REST,
    EXPERIMENTAL_LABEL,
    NOT_REPORTED,
    ...Object.values(SPANS),
    ...SWITCH_WORDS,
    ...Object.values(REJECTIONS),
  ];
  return [...new Set([...statuses, ...others, ...commands, ...variables, ...experimental])];
}
