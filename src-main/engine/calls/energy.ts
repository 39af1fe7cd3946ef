/** The calls of energy: gathers samples in small helpings, so that protection never waits for a year of them. */
import { setImmediate } from 'node:timers/promises';
import type { CallInput, Energy, Handlers, Series, WattsMethod } from '../../../src-shared/contract/index.ts';
import { type WattsSource, wattsSources } from '../../../src-shared/watts.ts';
import { LocalClock } from '../base/local-clock.ts';
import type { HandlerParts } from './parts.ts';
import { HELPING, helpings } from '../history/helpings.ts';
import { type DaySum, daySums, type EnergyInput, nextBegin, spansOf, type Watts } from '../energy/energy.ts';

type EnergyCalls = Pick<Handlers['calls'], Extract<keyof Handlers['calls'], `energy.${string}`>>;
/** What energy is told from. */
export interface EnergyParts extends Pick<HandlerParts, 'clock' | 'history'> {
  readonly settings: Pick<HandlerParts['settings'], 'get'>;
  readonly store: Pick<HandlerParts['store'], 'device'>;
}

/** A reading holds so many rounds of reading everything. */
const ROUNDS = 2.5;

/** Sums of days that are over, of one device with one meter and tariff. */
interface Kept {
  readonly days: Map<number, { readonly sum: DaySum; readonly end: number }>;
  readonly methods: Set<WattsMethod>;
}

/** What one handler remembers. */
interface Memory {
  readonly clocks: Map<string, LocalClock>;
  readonly kept: Map<string, Kept>;
}

/** More devices than anyone compares; those asked for least lately go first. */
const MOST_KEPT = 40;
/** A day is over when its last samples can have come no more. Milliseconds. */
const OVER = 3_600_000;
const NOTHING: DaySum = { wattHours: 0, covered: 0, cost: 0 };

/** Makes the handlers of energy. */
export function energyHandlers(parts: EnergyParts): EnergyCalls {
  const memory = energyMemory();
  return { 'energy.query': (input) => queryEnergy(parts, input, memory) };
}

/** Remembers nothing yet. */
export function energyMemory(): Memory {
  return { clocks: new Map(), kept: new Map() };
}

/** Energy of a range, by the wall clock of a zone: this computer's, unless another is asked for. */
export async function queryEnergy(
  parts: EnergyParts,
  { device, from, to, by }: CallInput<'energy.query'>,
  memory: Memory,
  zone = Intl.DateTimeFormat().resolvedOptions().timeZone,
): Promise<Energy> {
  const { energy: setting, polling } = parts.settings.get();
  const clock = memory.clocks.get(zone) ?? new LocalClock(zone);
  memory.clocks.set(zone, clock);
  const now = parts.clock.now();
  const end = Math.min(to, now);
  const sources = wattsSources(parts.store.device(device), setting.meters[device]);
  const kept = keptOf(memory, JSON.stringify([device, zone, sources, setting.tariff]));
  const methods = new Set<WattsMethod>();
  const days = new Map<number, DaySum>();
  const add = async (begin: number, until: number): Promise<void> => {
    if (begin >= until) return;
    const { pieces, lost } = await gather(parts, device, sources, { from: begin, to: until, now }, methods);
    const held = ROUNDS * 1000 * polling.fullSeconds;
    for (const [day, sum] of daySums({ from: begin, to: until, now, clock, pieces, lost, held, setting }))
      days.set(day, sum);
  };
  // The first day may be cut; then come those that are remembered, then the rest.
  const first = clock.at(from - 1).day === clock.at(from).day ? nextBegin(from, 'day', clock) : from;
  await add(from, Math.min(first, end));
  let rest = first;
  for (let day = kept.days.get(clock.at(rest).day); day !== undefined && day.end <= end; ) {
    days.set(clock.at(rest).day, day.sum);
    rest = day.end;
    day = kept.days.get(clock.at(rest).day);
  }
  await add(rest, end);
  for (let begin = rest; begin < end; ) {
    const next = nextBegin(begin, 'day', clock);
    const { day } = clock.at(begin);
    if (next <= Math.min(end, now - OVER)) kept.days.set(day, { sum: days.get(day) ?? NOTHING, end: next });
    begin = next;
  }
  for (const method of methods) kept.methods.add(method);
  const method = sources.find((source) => methods.has(source.method) || kept.methods.has(source.method))?.method;
  return {
    zone,
    ...(method === undefined ? {} : { method }),
    ...spansOf({ from, to, by, now, clock, setting }, days),
  };
}

function keptOf({ kept }: Memory, key: string): Kept {
  const found = kept.get(key) ?? { days: new Map(), methods: new Set() };
  kept.delete(key);
  kept.set(key, found);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return found;
}

/** The variables of a source, as one text. */
const key = ({ variables }: WattsSource): string => variables.join(' ');

/** The sum of the means of several series, at the times at which all of them have one. */
function addedUp(series: readonly Series[]): readonly (readonly [number, number])[] {
  const [first, ...others] = series.map(({ points }) => points.map(([time, , mean]) => [time, mean] as const));
  return others.reduce<readonly (readonly [number, number])[]>((sums, points) => {
    const means = new Map(points);
    return sums.flatMap(([time, sum]) => {
      const mean = means.get(time);
      return mean === undefined ? [] : [[time, sum + mean] as const];
    });
  }, first ?? []);
}

async function gather(
  { history }: EnergyParts,
  device: string,
  sources: readonly WattsSource[],
  { from, to, now }: { readonly from: number; readonly to: number; readonly now: number },
  methods: Set<WattsMethod>,
): Promise<Pick<EnergyInput, 'pieces' | 'lost'>> {
  const known = new Set(history.variables(device).variables);
  const best = sources.filter(
    (source, index) =>
      source.variables.every((name) => known.has(name)) &&
      sources.findIndex((each) => key(each) === key(source)) === index,
  );
  const pieces: Watts[] = [];
  const lost: { from: number; to: number }[] = [];
  for (const { width, ...range } of best.length === 0 ? [] : helpings(from, to, now)) {
    // The first that was read then: readings of another fill no gaps between those of one that is read less often.
    for (const source of best) {
      const { variables } = source;
      const { series, bands } = history.query({ device, variables: [...variables], ...range, points: HELPING + 2 });
      const points = addedUp(series);
      if (points.length === 0) continue;
      methods.add(source.method);
      pieces.push({ width, points: points.map(([time, sum]) => [time, sum * source.factor] as const) });
      lost.push(...bands.filter(({ kind }) => kind === 'lost'));
      break;
    }
    await setImmediate();
  }
  return { pieces, lost: lost.toSorted((a, b) => a.from - b.from) };
}
