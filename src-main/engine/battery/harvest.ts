/** Finds times on battery in history, and what was sampled in them. */
import type { Band, Discharge } from '../../../src-shared/contract/index.ts';
import type { HistoryStore } from '../base/parts.ts';
import { dischargeOf } from './discharge.ts';
import { wasFull } from './full.ts';

/** How far back history still has samples by the minute. Milliseconds. */
export const REACH = 30 * 86_400_000;
/** Stretches that follow on each other within this time are one: states change one reading after the other. */
const TOGETHER = 15_000;
/** Samples around the time that belong to it: the first reading on battery may carry the time before. */
const AROUND = 5000;
const POINTS = 20_000;

/** The device, and whether its charge is only a guess from the voltage. */
export interface Charged {
  readonly id: string;
  readonly guessed: boolean;
}

/** Every time on battery that began after `from` and is over, oldest first, and the time before which all is known. */
export function harvest(
  history: HistoryStore,
  device: Charged,
  from: number,
  now: number,
): { readonly discharges: Discharge[]; readonly until: number } {
  const { bands } = history.query({ device: device.id, variables: ['battery.charge'], from, to: now, points: 10 });
  const episodes = episodesOf(bands);
  // What reaches to the present still runs; what was begun before was looked at already.
  const running = episodes.find(({ to }) => to >= now - TOGETHER);
  const over = episodes.filter((episode) => episode !== running && episode.from > from);
  const lost = bands.filter(({ kind }) => kind === 'lost');
  return {
    discharges: over.map((episode) => sampled(history, device, episode, lost)),
    until: running === undefined ? now - TOGETHER : running.from - 1,
  };
}

/** When the running time on battery began; undefined when there is none. */
export function runningOf(history: HistoryStore, device: string, now: number): number | undefined {
  const from = now - REACH;
  const { bands } = history.query({ device, variables: ['battery.voltage'], from, to: now, points: 10 });
  return episodesOf(bands).find(({ to }) => to >= now - TOGETHER)?.from;
}

/** Times on battery, by whatever bands. */
interface Episode {
  readonly from: number;
  to: number;
  test: boolean;
}

function episodesOf(bands: readonly Band[]): readonly Episode[] {
  const stretches = bands.filter(({ kind }) => kind !== 'lost').toSorted((a, b) => a.from - b.from);
  const episodes: Episode[] = [];
  for (const { kind, from: begin, to } of stretches) {
    const last = episodes.at(-1);
    if (last === undefined || begin > last.to + TOGETHER) episodes.push({ from: begin, to, test: kind === 'test' });
    else {
      last.to = Math.max(last.to, to);
      last.test ||= kind === 'test' && begin - last.from < TOGETHER;
    }
  }
  return episodes;
}

/** When the UPS first said within a time that its battery is low. */
function lowIn(history: HistoryStore, device: string, from: number, to: number): number | undefined {
  const { events } = history.events({ device, kinds: ['low-battery'], from, to, limit: 100 });
  return events.map(({ time }) => time).toSorted((a, b) => a - b)[0];
}

function sampled(
  history: HistoryStore,
  device: Charged,
  { from, to, test }: { readonly from: number; readonly to: number; readonly test: boolean },
  lost: readonly Band[],
): Discharge {
  const variables = ['battery.charge', 'ups.realpower', 'ups.load', 'battery.voltage', 'battery.temperature'];
  const { series } = history.query({
    device: device.id,
    variables,
    from: from - AROUND,
    to: to + AROUND,
    points: POINTS,
  });
  const points = (name: string): Parameters<typeof dischargeOf>[0]['charge'] =>
    series.find(({ variable }) => variable === name)?.points ?? [];
  const lowAt = device.guessed ? lowIn(history, device.id, from, to) : undefined;
  return dischargeOf({
    begin: from,
    end: to,
    kind: test ? 'test' : 'outage',
    guessed: device.guessed,
    full: device.guessed && wasFull(history, device.id, from),
    ...(lowAt === undefined ? {} : { lowAt }),
    charge: points('battery.charge'),
    watts: points('ups.realpower'),
    percent: points('ups.load'),
    voltage: points('battery.voltage'),
    temperature: points('battery.temperature'),
    lost,
  });
}
