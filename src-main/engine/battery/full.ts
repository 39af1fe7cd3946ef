/** Whether a battery was full, as far as history tells. */
import type { HistoryStore } from '../base/parts.ts';

/** A battery is full again after so long on mains, and nobody knows of one that was not watched so long. Milliseconds. */
const RECHARGED = 24 * 3_600_000;
const WATCHED = 4 * 3_600_000;
/** The ten seconds of a test draw nothing that counts. Milliseconds. */
const HARDLY = 60_000;
/** Without contact, or without a reading, for longer than this the battery may have carried unseen. Milliseconds. */
const UNSEEN = 600_000;
/** Points of the voltage by which it is known that somebody watched. */
const POINTS = 48;

/** Whether the battery was full at a time: on mains for a day as far as is known, and watched for its last hours. */
export function wasFull(history: HistoryStore, device: string, at: number): boolean {
  const variables = ['battery.voltage'];
  const { bands } = history.query({ device, variables, from: at - RECHARGED, to: at, points: POINTS });
  const carried = bands
    .filter(({ kind, from }) => kind === 'on-battery' && from < at)
    .reduce((sum, { from, to }) => sum + Math.min(to, at) - from, 0);
  if (carried > HARDLY) return false;
  if (bands.some(({ kind, from, to }) => kind === 'lost' && Math.min(to, at) - from > UNSEEN)) return false;
  const { series } = history.query({ device, variables, from: at - WATCHED, to: at, points: POINTS });
  const seen = [at - WATCHED, ...(series[0]?.points ?? []).map(([time]) => time), at];
  return seen.every((time, index) => time - (seen[index - 1] ?? time) <= UNSEEN);
}
