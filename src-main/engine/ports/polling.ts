/**
 * How often a device is asked, and how long an answer may take: the one place where that is decided.
 *
 * Each kind of wire says how many times as often as the settings it may be asked, and why, where it stands.
 *
 * On battery everything is asked twice as often; on mains with nobody looking, a wire that is asked far more often than
 * the settings say goes back to a calm pace, which costs a sleeping computer little. After each answer the line gets a moment of rest: small controllers
 * do their own work between messages. A poll never starts before the one before it has ended.
 */
import type { PortKind } from '../../../drivers/driver.ts';
import type { Settings } from '../../../src-shared/settings/index.ts';
import { WIRES } from './index.ts';
import type { Patience } from './port.ts';

/** Milliseconds throughout. */
export interface Pace {
  /** From the start of one quick poll to the start of the next. */
  readonly quick: number;
  readonly full: number;
  /** Rest between the end of a poll and the start of the next. */
  readonly rest: number;
}

/** `calm`: on mains, nothing is in doubt, and nobody looks. */
export type Mood = 'battery' | 'usual' | 'calm';

/** The pace for this kind of port under these settings. */
export function paceOf(kind: PortKind, polling: Settings['polling'], mood: Mood): Pace {
  const { share, calm, rest } = WIRES[kind].pace;
  const times = { battery: 2 * share, usual: share, calm: calm ?? share }[mood];
  const quick = (polling.quickSeconds * 1000) / times;
  return { quick, full: polling.fullSeconds * 1000, rest };
}

/** The patience for this kind of port. */
export function patienceOf(kind: PortKind): Patience {
  return WIRES[kind].pace.patience;
}

/** Without a good reading for so long, values are old and say so. Milliseconds. */
export function staleAfter(pace: Pace): number {
  return Math.max(3 * pace.quick, 10_000);
}

/** Without a good reading for so long, the device counts as gone and the port is opened anew. Milliseconds. */
export function lostAfter(pace: Pace): number {
  return 3 * staleAfter(pace);
}
