/** A countdown as the screens show it: what happens, in how long, and what was last said aloud. */
import type { ProtectionState } from '../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../src-shared/settings.ts';
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
}

/** Undefined while nothing runs. */
export function runningOf(
  protection: ProtectionState,
  action: ProtectionSetting['action'],
  t: Translate,
): Running | undefined {
  const { phase, mode, countdown } = protection;
  if (phase === 'committed') {
    const practice = countdown?.practice ?? mode !== 'armed';
    const what = t(practice ? 'countdown.committedPractice' : `countdown.committed.${action}`);
    return { phase, practice, what, countdown: undefined };
  }
  if (countdown === undefined) return undefined;
  const { practice } = countdown;
  const what = t(practice ? `outage.practiceIn.${action}` : `outage.shutdownIn.${action}`);
  return { phase: 'countdown', practice, what, countdown };
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
