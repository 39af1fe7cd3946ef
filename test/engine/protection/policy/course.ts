/** How one outage of a simulated UPS can go, and what is wrong with how it went. */
import type { PowerAction } from '../../../../src-main/engine/base/parts.ts';
import type { Discharge } from '../../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/index.ts';

/** What a UPS says of its runtime and charge. */
export type Honesty = 'honest' | 'too-long' | 'frozen' | 'no-runtime' | 'no-charge' | 'status-only';

/** What the gauge or the battery does besides: it leaps down once, or the UPS goes off although it shows 80 %, or both. */
export type Trouble = 'none' | 'leap' | 'death' | 'leap-and-death';

/** How an outage went. */
export interface Course {
  /** What is kept of it, as the engine keeps it; without a charge that was told there is nothing to learn. */
  readonly kept: Discharge;
  readonly honesty: Honesty;
  readonly rules: ProtectionSetting;
  readonly acted: PowerAction | undefined;
  /** Seconds from the loss of mains; missing where it did not happen. */
  readonly actedAt: number | undefined;
  readonly downAt: number | undefined;
  readonly emptyAt: number | undefined;
  readonly mainsBackAt: number | undefined;
  /** What the battery would have carried, at the load of the beginning. Seconds. */
  readonly runtimeAtStart: number;
  /** With mains back, and time enough: whether the computer has power and runs, or never went down. */
  readonly runsAtEnd: boolean;
  readonly story: readonly string[];
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What is wrong with how an outage went; empty when nothing is. */
export function faults(course: Course): string[] {
  const { acted, actedAt, downAt, emptyAt, mainsBackAt, runsAtEnd } = course;
  const found: string[] = [];
  if (emptyAt !== undefined && downAt === undefined) {
    found.push(
      acted === undefined ? 'the battery died and nothing was done' : 'the battery died before the computer was down',
    );
  }
  if (mainsBackAt === undefined && actedAt === undefined && emptyAt === undefined) found.push('it never ended');
  if (mainsBackAt !== undefined && emptyAt === undefined && !runsAtEnd) found.push('left off for good');
  return found;
}
