/** A decision that stands: it is finished whatever happens, and asked for again while the computer is still there. */
import type { ProtectionSetting } from '../../../../src-shared/settings/index.ts';
import type { PolicyMoment } from '../../base/parts.ts';
import type { Committed } from './memory.ts';
import { planOf } from './plan.ts';
import type { Supply } from './supplies.ts';

/** A computer that still runs this long after the last step is asked again, as long as the battery carries it. */
const ASK_AGAIN = 120_000;
/** A computer that still runs this long after the last step with mains back has slept, or failed to stop: start anew. */
const COMMITTED_FOR = 300_000;

/** What is to become of a decision that stands. */
export function review(
  committed: Committed,
  supply: Supply | undefined,
  rules: ProtectionSetting,
  moment: PolicyMoment,
): 'stands' | 'again' | 'over' {
  const carried = supply?.watch.confirmed === true;
  const armed = rules.mode === 'armed';
  // Practice has nothing to finish; whoever arms in the middle of an outage means this outage.
  if (committed.practice) return !carried || (armed && !supply.device.simulated) ? 'over' : 'stands';
  // Killed while it was being done: nobody knows how far it came.
  if (!committed.asked) return 'again';
  const age = moment.steady - committed.performedAt;
  if (!carried) return age >= COMMITTED_FOR ? 'over' : 'stands';
  return armed && committed.kind !== 'command' && age >= patience(rules, moment) ? 'again' : 'stands';
}

/** Whether a sleep of so many milliseconds, or a time without Mainstay, has ended it. */
export function sleptThrough({ kind, asked }: Committed, long: boolean): boolean {
  return kind === 'sleep' || kind === 'hibernate' || (!asked && long);
}

/** The own command comes before the last step, and may take its time. */
function patience(rules: ProtectionSetting, moment: PolicyMoment): number {
  const { rest, view } = planOf(rules, moment);
  return ASK_AGAIN + (rest - view.shutdownSeconds) * 1000;
}
