/** What a step that failed means, and what to do about it. */
import type { DrillStep } from '../../../../src-shared/contract/index.ts';
import type { en } from '../../../../src-shared/texts/en/index.ts';
import { say } from '../../../../src-shared/texts/say.ts';

export type StepId = DrillStep['id'];

const TOLD: ReadonlySet<string> = new Set<keyof typeof en.drilled.failure>([
  'detection',
  'countdown',
  'command',
  'all-clear',
]);
const isTold = (step: string): step is keyof typeof en.drilled.failure => TOLD.has(step);

/** The sentence for a step that did not pass in its time. */
export function failure(step: StepId): string {
  return say(`drilled.failure.${isTold(step) ? step : 'other'}`);
}
