/**
 * What is to be done about the beeper of one UPS, now. Pure. A beeper is switched off for the quiet hours and on again
 * after them; what anybody else has set in between is left alone.
 */
import { z } from 'zod';
import type { BeeperState } from '../../../src-shared/contract/index.ts';

/** What is kept of a beeper that Mainstay has to do with. */
export const keptBeeperSchema = z.object({
  stage: z.enum(['silencing', 'silent', 'restoring', 'ignored', 'stuck', 'left', 'off']),
  /** When it was last told something. Milliseconds since 1970. */
  at: z.number(),
  /** How often it was told that. */
  attempts: z.int(),
  /** The quiet hours that this is of are over. */
  over: z.boolean(),
});

export type KeptBeeper = z.infer<typeof keptBeeperSchema>;

/** How things stand. */
export interface Seen {
  /** Its quiet hours are now. */
  readonly quiet: boolean;
  /** A person wants quiet hours for beepers. */
  readonly enabled: boolean;
  readonly live: boolean;
  /** It can be switched off and on again from here. */
  readonly can: boolean;
  /** `ups.beeper.status`, as it was last read. */
  readonly status: string | undefined;
  readonly now: number;
  /** Milliseconds in which every variable of the device has been read anew. */
  readonly round: number;
}

/** What follows. */
export interface Step {
  readonly kept: KeptBeeper | undefined;
  readonly send?: 'disable' | 'enable';
  readonly tell?: 'silenced' | 'ignored' | 'back' | 'stuck';
}

/** A UPS that does not follow is told again so often. */
const SILENCING_ATTEMPTS = 2;
const RESTORING_ATTEMPTS = 3;

/** The next step. */
export function step(kept: KeptBeeper | undefined, seen: Seen): Step {
  // Nothing is concluded from what it said before contact was lost, nor from what it does not say.
  if (!seen.live || !seen.can || seen.status === undefined) return { kept };
  return seen.quiet ? inQuietHours(kept, seen) : outside(kept, seen);
}

function inQuietHours(kept: KeptBeeper | undefined, seen: Seen): Step {
  if (kept === undefined || kept.over) return begin(seen);
  const off = seen.status === 'disabled';
  switch (kept.stage) {
    case 'silencing':
      if (off) return { kept: { ...kept, stage: 'silent' }, tell: 'silenced' };
      return retry(kept, seen, SILENCING_ATTEMPTS, 'disable', 'ignored');
    case 'silent':
      // Somebody has switched it on: so they want it.
      return off ? { kept } : { kept: { ...kept, stage: 'left' } };
    case 'restoring':
    case 'stuck':
      // The next quiet hours have begun meanwhile.
      return off ? { kept: { ...kept, stage: 'silent' } } : begin(seen);
    case 'ignored':
    case 'left':
    case 'off':
      return { kept };
  }
}

function begin({ status, now }: Seen): Step {
  if (status === 'disabled') return { kept: { stage: 'off', at: now, attempts: 0, over: false } };
  return { kept: { stage: 'silencing', at: now, attempts: 1, over: false }, send: 'disable' };
}

function outside(kept: KeptBeeper | undefined, seen: Seen): Step {
  if (kept === undefined) return { kept };
  const off = seen.status === 'disabled';
  switch (kept.stage) {
    case 'silencing':
    case 'silent':
      if (off) return { kept: { ...kept, stage: 'restoring', at: seen.now, attempts: 1 }, send: 'enable' };
      return kept.stage === 'silencing' && !isPast(kept, seen) ? { kept } : { kept: undefined };
    case 'restoring':
      return off ? retry(kept, seen, RESTORING_ATTEMPTS, 'enable', 'stuck') : { kept: undefined, tell: 'back' };
    case 'stuck':
      return { kept: off ? kept : undefined };
    case 'ignored':
      // It followed after all, only late.
      if (off && !kept.over)
        return { kept: { ...kept, stage: 'restoring', at: seen.now, attempts: 1 }, send: 'enable' };
      return { kept: seen.enabled ? { ...kept, over: true } : undefined };
    case 'left':
    case 'off':
      return { kept: undefined };
  }
}

function retry(kept: KeptBeeper, seen: Seen, most: number, send: 'disable' | 'enable', end: 'ignored' | 'stuck'): Step {
  if (!isPast(kept, seen)) return { kept };
  return kept.attempts < most
    ? { kept: { ...kept, at: seen.now, attempts: kept.attempts + 1 }, send }
    : { kept: { ...kept, stage: end }, tell: end };
}

/** What it was told must show by now; a clock that was set back counts as that. */
function isPast({ at }: KeptBeeper, { now, round }: Seen): boolean {
  return now < at || now - at >= round;
}

/** How a beeper stands, for the screen; undefined where there is nothing to say. */
export function stateOf(kept: KeptBeeper | undefined, seen: Seen): BeeperState | undefined {
  if (kept?.stage === 'restoring' || kept?.stage === 'stuck') return kept.stage;
  if (!seen.enabled) return undefined;
  if (!seen.live) return 'away';
  if (!seen.can) return 'cannot';
  if (seen.status === undefined) return 'unknown';
  if (kept === undefined) return 'waiting';
  return kept.stage;
}
