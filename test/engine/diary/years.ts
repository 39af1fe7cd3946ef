/** Made-up years of mains: what happens when is drawn from a seed, or planted. */
import type { DiaryInput } from '../../../src-main/engine/diary/diary.ts';
import type { Piece } from '../../../src-main/engine/diary/entries.ts';
import { LocalClock, type LocalTime } from '../../../src-main/engine/base/local-clock.ts';
import type { EngineEvent } from '../../../src-shared/contract/index.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const QUARTER = 15 * MINUTE;
/** A Monday. */
export const BEGIN = Date.UTC(2025, 0, 6);
export const YEAR_END = BEGIN + 364 * DAY;
/** Summer time from 2025-03-30 to 2025-10-26. */
export const ZONE = 'Europe/Berlin';

/** The same numbers for the same seed (xorshift). */
export function random(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4_294_967_296;
  };
}

/** A year of mains by the quarter of an hour. `dips` says how low it fell in a quarter; undefined is a gap. */
export function year(
  dips: (time: number, local: LocalTime) => number | undefined,
  zone = ZONE,
  width = QUARTER,
  end = YEAR_END,
): Piece {
  const clock = new LocalClock(zone);
  const points: [number, number, number, number][] = [];
  for (let time = BEGIN; time < end; time += width) {
    const low = dips(time, clock.at(time));
    if (low !== undefined) points.push([time, low, 230, Math.max(232, low)]);
  }
  return { width, points };
}

/** A diary's input of one piece. */
export function inputOf(piece: Piece, rest: Partial<DiaryInput> = {}): DiaryInput {
  return {
    from: BEGIN,
    to: YEAR_END,
    zone: ZONE,
    voltage: [piece],
    presence: [piece],
    nominal: 230,
    events: [],
    outages: [],
    ...rest,
  };
}

let lastId = 0;

/** An event of a device. */
export function event(kind: EngineEvent['kind'], time: number, volts?: number): EngineEvent {
  lastId += 1;
  const data = volts === undefined ? {} : { 'input.voltage': volts };
  return { id: lastId, time, device: 'a', kind, severity: 'info', text: kind, data, acknowledged: false };
}
