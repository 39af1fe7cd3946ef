/** The calls of energy: gathers samples in small helpings, so that protection never waits for a year of them. */
import { setImmediate } from 'node:timers/promises';
import type { CallInput, Energy, Handlers } from '../../../src-shared/contract/index.ts';
import { type WattsSource, wattsSources } from '../../../src-shared/watts.ts';
import { LocalClock } from '../diary/local-clock.ts';
import type { HandlerParts } from '../handlers.ts';
import { LEVELS } from '../history/levels.ts';
import { sumEnergy, type Watts } from './energy.ts';

type EnergyCalls = Pick<Handlers['calls'], Extract<keyof Handlers['calls'], `energy.${string}`>>;
/** What energy is told from. */
export type EnergyParts = Pick<HandlerParts, 'clock' | 'history' | 'settings' | 'store'>;

const VARIABLES = ['ups.realpower', 'ups.load', 'ups.power'];
/** Points asked for at once: some milliseconds of work. */
const HELPING = 7200;
/** A reading holds so many rounds of reading everything. */
const ROUNDS = 2.5;

const clocks = new Map<string, LocalClock>();

/** Makes the handlers of energy. */
export function energyHandlers(parts: EnergyParts): EnergyCalls {
  return { 'energy.query': (input) => queryEnergy(parts, input) };
}

/** Energy of a range, by the wall clock of a zone: this computer's, unless another is asked for. */
export async function queryEnergy(
  { clock, history, settings, store }: EnergyParts,
  { device, from, to, by }: CallInput<'energy.query'>,
  zone = Intl.DateTimeFormat().resolvedOptions().timeZone,
): Promise<Energy> {
  const { energy, polling } = settings.get();
  const sources = wattsSources(store.device(device), energy.meters[device]);
  const now = clock.now();
  const pieces: Watts[] = [];
  const used = new Set<WattsSource>();
  const lost: { from: number; to: number }[] = [];
  const known = new Set(history.variables(device).variables);
  const variables = VARIABLES.filter((name) => known.has(name));
  for (const { width, ...range } of variables.length === 0 ? [] : helpings(from, Math.min(to, now), now)) {
    const { series, bands } = history.query({ device, variables, ...range, points: HELPING + 2 });
    pieces.push({ width, points: combined(series, sources, used) });
    lost.push(...bands.filter(({ kind }) => kind === 'lost'));
    await setImmediate();
  }
  const local = clocks.get(zone) ?? new LocalClock(zone);
  clocks.set(zone, local);
  const method = sources.find((source) => used.has(source))?.method;
  return {
    zone,
    ...(method === undefined ? {} : { method }),
    ...sumEnergy({
      from,
      to,
      by,
      now,
      clock: local,
      pieces,
      held: ROUNDS * 1000 * polling.fullSeconds,
      lost: lost.toSorted((a, b) => a.from - b.from),
      setting: energy,
    }),
  };
}

/** The watts of each moment, from the best that was known then. */
function combined(
  series: readonly { readonly variable: string; readonly points: readonly (readonly number[])[] }[],
  sources: readonly WattsSource[],
  used: Set<WattsSource>,
): Watts['points'] {
  const best = sources.filter(
    (source, index) => sources.findIndex(({ variable }) => variable === source.variable) === index,
  );
  const watts = new Map<number, number>();
  for (const source of best) {
    const points = series.find(({ variable }) => variable === source.variable)?.points ?? [];
    for (const [time = 0, , mean = 0] of points) {
      if (watts.has(time)) continue;
      watts.set(time, mean * source.factor);
      used.add(source);
    }
    // Readings of one variable fill no gaps between those of another that is read less often.
    if (points.length > 0) break;
  }
  return [...watts];
}

/** The range in parts, oldest first, each as finely as history still holds it. */
function* helpings(
  from: number,
  to: number,
  now: number,
): Generator<{ readonly from: number; readonly to: number; readonly width: number }> {
  let begin = from;
  for (const [index, { width }] of [...LEVELS.entries()].toReversed()) {
    const finer = LEVELS[index - 1];
    const until = finer === undefined ? to : Math.min(to, Math.ceil((now - finer.keep) / width) * width);
    for (; begin < until; begin += width * HELPING) {
      yield { from: begin, to: Math.min(until, begin + width * HELPING) - 1, width };
    }
    begin = Math.max(from, Math.min(begin, until));
  }
}
