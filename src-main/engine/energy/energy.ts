/** From samples to kilowatt-hours by local day and month, what they cost and emitted. Pure; gaps stay gaps. */
import type { Energy, EnergySpan } from '../../../src-shared/contract/index.ts';
import type { EnergySetting, Tariff } from '../../../src-shared/settings/energy.ts';
import type { LocalClock } from '../base/local-clock.ts';

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
export interface DaySum {
  wattHours: number;
  covered: number;
  cost: number;
}

/** Sums up from samples. */
export function sumEnergy(input: EnergyInput): Pick<Energy, 'spans' | 'total'> {
  return spansOf(input, daySums(input));
}

/** The spans of a range, from the sums of its days. */
export function spansOf(
  input: Omit<EnergyInput, 'pieces' | 'held' | 'lost'>,
  days: ReadonlyMap<number, DaySum>,
): Pick<Energy, 'spans' | 'total'> {
  const { from, now, by, clock, setting } = input;
  const end = Math.min(input.to, now);
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
  sums: readonly DaySum[],
  { tariff, co2 }: EnergyInput['setting'],
): EnergySpan {
  const total = (of: (sum: DaySum) => number): number => sums.reduce((all, sum) => all + of(sum), 0);
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

/** Sums by local day (days since 1970). A year has a hundred thousand points: what is the same for many of them is looked up once. */
export function daySums({
  from,
  to,
  now,
  pieces,
  held,
  lost,
  clock,
  setting,
}: Omit<EnergyInput, 'by'>): Map<number, DaySum> {
  const end = Math.min(to, now);
  const days = new Map<number, DaySum>();
  let quarter = Number.NaN;
  let sum: DaySum = { wattHours: 0, covered: 0, cost: 0 };
  let price = 0;
  const add = (begin: number, until: number, watts: number): void => {
    // Every hour of every wall clock begins on a quarter of an hour of UTC.
    for (let at = begin; at < until; ) {
      const present = Math.floor(at / QUARTER);
      if (present !== quarter) {
        quarter = present;
        const { day, hour } = clock.at(at);
        sum = days.get(day) ?? { wattHours: 0, covered: 0, cost: 0 };
        days.set(day, sum);
        price = setting.tariff === undefined ? 0 : priceAt(setting.tariff, hour);
      }
      const next = Math.min(until, (present + 1) * QUARTER);
      const hours = (next - at) / HOUR;
      sum.wattHours += watts * hours;
      sum.covered += hours;
      sum.cost += (watts / 1000) * hours * price;
      at = next;
    }
  };
  let gap = 0;
  for (const [index, { width, points }] of pieces.entries()) {
    const border = pieces.slice(index + 1).find((piece) => piece.points.length > 0)?.points[0]?.[0] ?? end;
    const longest = Math.max(1.5 * width, held);
    for (let at = 0; at < points.length; at++) {
      const [time, watts] = points[at] ?? [end, 0];
      const next = points[at + 1]?.[0] ?? border;
      const until = Math.min(end, next, next - time <= longest ? next : time + width);
      let begin = Math.max(from, time);
      while ((lost[gap]?.to ?? Number.POSITIVE_INFINITY) <= begin) gap += 1;
      for (let seen = gap; begin < until; seen += 1) {
        const away = lost[seen];
        add(begin, Math.min(until, Math.max(begin, away?.from ?? until)), watts);
        begin = Math.max(begin, away?.to ?? until);
      }
    }
  }
  return days;
}

/** The first moment of the next local day or month. */
export function nextBegin(time: number, by: EnergyInput['by'], clock: LocalClock): number {
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

function isKnown(sum: DaySum | undefined): sum is DaySum {
  return sum !== undefined;
}
