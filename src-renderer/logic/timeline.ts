/** What the rules would do in an outage, drawn to scale: stretches of time, and numbered marks that do not overlap. */
import type { PreviewStep } from '../../src-shared/contract/index.ts';

/** What a stretch of an outage is about. */
export type Phase = 'unsure' | 'battery' | 'countdown' | 'down' | 'off' | 'mains';

/** A stretch of time; `from` and `to` are shares of the whole, from 0 to 1. */
export interface Stretch {
  readonly phase: Phase;
  readonly from: number;
  readonly to: number;
  /** Seconds. */
  readonly seconds: number;
}

/** A step with its place on the drawing. */
export interface Mark {
  readonly number: number;
  readonly step: PreviewStep;
  /** Where it happens, from 0 to 1. */
  readonly at: number;
  /** Where its number stands, from 0 to 1: pushed aside where others are close. */
  readonly stands: number;
}

/** The drawing of a preview. */
export interface Timeline {
  readonly stretches: readonly Stretch[];
  readonly marks: readonly Mark[];
  /** The battery would be empty before the computer is down. */
  readonly late: boolean;
  /** Seconds between the last thing that needs the battery and its end; missing where either is not known. */
  readonly reserve?: number;
}

const BEGINS: Readonly<Partial<Record<PreviewStep['kind'], Phase>>> = {
  'mains-lost': 'unsure',
  confirmed: 'battery',
  countdown: 'countdown',
  command: 'down',
  stopped: 'battery',
  action: 'down',
  down: 'off',
  'ups-off': 'off',
  over: 'mains',
  'ups-on': 'mains',
};

/** Numbers need this much of the width each, as a share. */
const ROOM = 0.032;

/** The drawing; the order of steps at the same second stays. */
export function timelineOf(given: readonly PreviewStep[]): Timeline {
  const steps = given.toSorted((a, b) => a.seconds - b.seconds);
  const total = steps.at(-1)?.seconds ?? 0;
  const share = (seconds: number): number => (total <= 0 ? 0 : seconds / total);
  const stretches: Stretch[] = [];
  let phase: Phase = 'unsure';
  for (const [index, step] of steps.entries()) {
    phase = BEGINS[step.kind] ?? phase;
    const end = steps[index + 1]?.seconds;
    if (end === undefined || end === step.seconds) continue;
    const last = stretches.at(-1);
    if (last?.phase === phase) {
      stretches[stretches.length - 1] = { ...last, to: share(end), seconds: last.seconds + end - step.seconds };
    } else {
      stretches.push({ phase, from: share(step.seconds), to: share(end), seconds: end - step.seconds });
    }
  }
  const stands = spread(
    steps.map(({ seconds }) => share(seconds)),
    ROOM,
  );
  const marks = steps.map((step, index) => ({
    number: index + 1,
    step,
    at: share(step.seconds),
    stands: stands[index] ?? 0,
  }));
  const empty = steps.find(({ kind }) => kind === 'empty')?.seconds;
  const done = steps.findLast(({ kind }) => kind === 'action' || kind === 'down' || kind === 'ups-off')?.seconds;
  const known = empty !== undefined && done !== undefined;
  return {
    stretches,
    marks,
    late: known && empty < done,
    ...(known && empty >= done ? { reserve: empty - done } : {}),
  };
}

/**
 * Places that are at least `gap` apart, in the same order and as near as can be to the wanted ones, from 0 to 1; equally
 * wide apart where there is not enough room for all.
 */
export function spread(wanted: readonly number[], gap: number): number[] {
  const room = Math.min(gap, wanted.length > 1 ? 1 / (wanted.length - 1) : gap);
  const places: number[] = [];
  for (const place of wanted) places.push(Math.max(place, (places.at(-1) ?? -room) + room));
  let limit = 1;
  for (let index = places.length - 1; index >= 0; index -= 1) {
    places[index] = Math.min(places[index] ?? 0, limit);
    limit = (places[index] ?? 0) - room;
  }
  return places;
}
