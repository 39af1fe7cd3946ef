/** Whether a value is of its variable's type. Whether it can be true is for the plausibility rules to say. */
import { isVarName, type Value, variableInfo } from '../../src-shared/nut/index.ts';

/** The complaint, or null. */
export function misfitType(name: string, value: Value): string | null {
  if (!isVarName(name)) return `${name} is not in the vocabulary`;
  if (variableInfo(name)?.type === 'number') {
    return typeof value === 'number' && Number.isFinite(value) ? null : `${name} is ${value}`;
  }
  return typeof value === 'string' ? null : `${name} is the number ${value}`;
}
