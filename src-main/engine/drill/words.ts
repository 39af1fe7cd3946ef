/** What a step that failed means, and what to do about it. */
import type { DrillStep } from '../../../src-shared/contract/index.ts';

export type StepId = DrillStep['id'];

const FAILURES: Readonly<Partial<Record<StepId, string>>> = {
  detection:
    'The UPS said that it was on battery, but Mainstay did not take it for an outage in time. Look at the reading age and at Events: readings may be missing.',
  countdown:
    'The countdown did not come to its end in time. Look at Events for what stopped it, and report it if nothing did.',
  command: 'Your command did not report back in time. Try it on the Protection page, and look at what it writes.',
  'all-clear':
    'Mains was back, but the all-clear did not come in time. Look at Events: the UPS may have gone back to battery.',
};

/** The sentence for a step that did not pass in its time. */
export function failure(step: StepId): string {
  return FAILURES[step] ?? 'It did not happen in time.';
}
