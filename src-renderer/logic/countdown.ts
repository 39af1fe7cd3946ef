/** A countdown as the screens show it: what happens, in how long, and what was last said aloud. */
import type { ProtectionState } from '../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../src-shared/settings/index.ts';
import type { Translate } from '../../src-shared/texts/index.ts';

/** The part of protection that people watch while it runs. */
export interface Running {
  readonly phase: 'countdown' | 'committed';
  /** Nothing will really be done. */
  readonly practice: boolean;
  /** What happens, ending where the time follows: "Shutting down in". */
  readonly what: string;
  /** Undefined once it is committed. */
  readonly countdown: ProtectionState['countdown'];
  /** Nothing is left to count: it happens now. */
  readonly due: boolean;
}

/** Undefined while nothing runs. `now` in milliseconds of the engine's clock. */
export function runningOf(
  protection: ProtectionState,
  action: ProtectionSetting['action'],
  now: number,
  t: Translate,
): Running | undefined {
  const { phase, mode, countdown, committed } = protection;
  if (phase === 'committed') {
    const practice = committed?.practice ?? countdown?.practice ?? mode !== 'armed';
    return { phase, practice, what: doneNow(practice, action, t), countdown: undefined, due: true };
  }
  if (countdown === undefined) return undefined;
  const { practice, actsAt } = countdown;
  const due = actsAt <= now;
  const what = due
    ? doneNow(practice, action, t)
    : t(practice ? `outage.practiceIn.${action}` : `outage.shutdownIn.${action}`);
  return { phase: 'countdown', practice, what, countdown, due };
}

/** What happens in this moment. */
function doneNow(practice: boolean, action: ProtectionSetting['action'], t: Translate): string {
  return t(practice ? 'countdown.committedPractice' : `countdown.committed.${action}`);
}

const ALOUD = [5, 10, 30, 60, 120, 300, 600, 1800, 3600] as const;

/** What a screen reader is told is left at most, in seconds: it changes at a few moments instead of every second. */
export function aloudSeconds(seconds: number): number {
  return ALOUD.find((moment) => seconds <= moment) ?? Math.ceil(seconds / 3600) * 3600;
}

/** How much of a countdown is over, from 0 to 1. */
export function elapsedShare(countdown: { readonly startedAt: number; readonly actsAt: number }, now: number): number {
  const length = countdown.actsAt - countdown.startedAt;
  return length <= 0 ? 1 : Math.min(1, Math.max(0, (now - countdown.startedAt) / length));
}
