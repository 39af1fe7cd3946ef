/** From samples to kilowatt-hours by local day and month, what they cost and emitted. Pure; gaps stay gaps. */
import type { Energy, EnergySpan } from '../../../src-shared/contract/index.ts';
import type { EnergySetting, Tariff } from '../../../src-shared/settings-energy.ts';
import type { LocalClock } from '../diary/local-clock.ts';

/** Watts sampled in points of one width (milliseconds), oldest first: `[time, watts]`. */
export interface Watts {
  readonly width: number;
  readonly points: readonly (readonly [number, number])[];
}

/** What energy is told from. */
export interface EnergyInput {
  readonly from: number;
  readonly to: number;
  readonly by: 'day' | 'month';
  readonly now: number;
  readonly clock: LocalClock;
  readonly pieces: readonly Watts[];
  /** A reading holds until the next one, when that comes within this time. Milliseconds. */
  readonly held: number;
  /** Times in which nothing was read, in order; a wide point reaches over them. */
  readonly lost: readonly { readonly from: number; readonly to: number }[];
  readonly setting: Pick<EnergySetting, 'tariff' | 'co2'>;
}

const HOUR = 3_600_000;
const QUARTER = HOUR / 4;

/** Of one local day. */
interface Sum {
  wattHours: number;
  covered: number;
  cost: number;
}

/** Sums up. */
export function sumEnergy(input: EnergyInput): Pick<Energy, 'spans' | 'total'> {
  const { from, now, by, clock, setting } = input;
  const end = Math.min(input.to, now);
  const days = new Map<number, Sum>();
  for (const [begin, until, watts] of stretches(input, end)) {
    const { day, hour } = clock.at(begin);
    const sum = days.get(day) ?? { wattHours: 0, covered: 0, cost: 0 };
    days.set(day, sum);
    const hours = (until - begin) / HOUR;
    sum.wattHours += watts * hours;
    sum.covered += hours;
    sum.cost += setting.tariff === undefined ? 0 : (watts / 1000) * hours * priceAt(setting.tariff, hour);
  }
  const spans: EnergySpan[] = [];
  for (let begin = from; begin < end; ) {
    const next = nextBegin(begin, by, clock);
    const first = clock.at(begin).day;
    const last = clock.at(Math.min(next, end) - 1).day;
    const sums = Array.from({ length: last - first + 1 }, (_, index) => days.get(first + index)).filter(isKnown);
    spans.push(spanOf(begin, Math.min(next, input.to), end, sums, setting));
    begin = next;
  }
  return { spans, total: spanOf(from, input.to, end, [...days.values()], setting) };
}

/** The price at an hour of the day; a night may reach over midnight. */
export function priceAt({ day, night }: Tariff, hour: number): number {
  if (night === undefined) return day;
  const inside = night.from <= night.to ? hour >= night.from && hour < night.to : hour >= night.from || hour < night.to;
  return inside ? night.price : day;
}

function spanOf(
  from: number,
  to: number,
  end: number,
  sums: readonly Sum[],
  { tariff, co2 }: EnergyInput['setting'],
): EnergySpan {
  const total = (of: (sum: Sum) => number): number => sums.reduce((all, sum) => all + of(sum), 0);
  const kwh = total(({ wattHours }) => wattHours) / 1000;
  return {
    from,
    to,
    kwh,
    covered: total(({ covered }) => covered),
    hours: Math.max(0, Math.min(to, end) - from) / HOUR,
    ...(tariff === undefined ? {} : { cost: total(({ cost }) => cost) }),
    ...(co2 === undefined ? {} : { co2: (kwh * co2) / 1000 }),
  };
}

/** Begin, end and watts of what is known, each within one hour of the wall clock. */
function* stretches({ from, pieces, held, lost }: EnergyInput, end: number): Generator<[number, number, number]> {
  let gap = 0;
  for (const [index, { width, points }] of pieces.entries()) {
    const border = pieces.slice(index + 1).find((piece) => piece.points.length > 0)?.points[0]?.[0];
    for (const [at, [time, watts]] of points.entries()) {
      const next = points[at + 1]?.[0] ?? border ?? end;
      const until = Math.min(end, next, next - time <= Math.max(1.5 * width, held) ? next : time + width);
      let begin = Math.max(from, time);
      while ((lost[gap]?.to ?? Number.POSITIVE_INFINITY) <= begin) gap += 1;
      for (let seen = gap; begin < until; seen += 1) {
        const away = lost[seen];
        const stop = Math.min(until, Math.max(begin, away?.from ?? until));
        yield* byHour(begin, stop, watts);
        begin = away === undefined ? until : Math.max(stop, away.to);
      }
    }
  }
}

/** Every hour of every wall clock begins on a quarter of an hour of UTC. */
function* byHour(begin: number, end: number, watts: number): Generator<[number, number, number]> {
  for (let from = begin; from < end; ) {
    const until = Math.min(end, (Math.floor(from / QUARTER) + 1) * QUARTER);
    yield [from, until, watts];
    from = until;
  }
}

/** The first moment of the next local day or month. */
function nextBegin(time: number, by: EnergyInput['by'], clock: LocalClock): number {
  const { day } = clock.at(time);
  const date = new Date(day * 24 * HOUR);
  const next = by === 'day' ? day + 1 : Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / (24 * HOUR);
  // No zone is further than a day from UTC.
  let low = Math.floor(time / QUARTER);
  let high = Math.ceil(((next + 1) * 24 * HOUR) / QUARTER);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (clock.at(middle * QUARTER).day >= next) high = middle;
    else low = middle;
  }
  return high * QUARTER;
}

function isKnown(sum: Sum | undefined): sum is Sum {
  return sum !== undefined;
}
