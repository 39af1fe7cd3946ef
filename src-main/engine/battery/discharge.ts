/** From the samples of one time on battery to what can be learned from it. Pure. */
import type { Band, Discharge, Refusal, Series, Stretch } from '../../../src-shared/contract/index.ts';

/** A time on battery, and what was sampled in it; points are `[time, minimum, mean, maximum]`. */
export interface Sampled {
  readonly begin: number;
  readonly end: number;
  readonly kind: Discharge['kind'];
  readonly charge: Series['points'];
  readonly watts: Series['points'];
  readonly percent: Series['points'];
  readonly voltage: Series['points'];
  /** Of the battery, °C; missing where the UPS does not tell it. */
  readonly temperature?: Series['points'];
  /** The charge is a guess from the voltage, and no reading of the UPS. */
  readonly guessed?: boolean;
  /** It is known to have begun with a full battery. */
  readonly full?: boolean;
  /** When the UPS said that its battery is low. */
  readonly lowAt?: number;
  /** Times without contact. */
  readonly lost: readonly Pick<Band, 'from' | 'to'>[];
}

/** Percent of charge that must have been drawn, and seconds passed, for a reading in whole percent to mean anything. */
const LEAST_FALL = 5;
const LEAST_SECONDS = 45;
/** Percent of charge in one stretch, of which the load and the depth are told apart from those of the next. */
const STRETCH = 10;
/** A charge that did not change for so many seconds on battery is no reading. */
const STUCK_SECONDS = 600;
/** Readings that are missing for longer, in milliseconds, or longer than so many times their usual distance. */
const GAP = 90_000;
const GAP_TIMES = 4;
/** Percent that the charge may rise, by rounding and settling, and fall between two readings. */
const RISE = 2;
const LEAP = 10;
const LEAP_TIMES = 4;

/** The first minutes on battery, whose percents may last otherwise than those after them. Seconds. */
export const START_SECONDS = 300;

/** The share of a part of a discharge that lies in its first minutes. Seconds since the battery began to carry. */
export function earlyShare(from: number, to: number): number {
  return to <= from ? 0 : Math.max(0, Math.min(to, START_SECONDS) - from) / (to - from);
}

/** One reading of the charge. */
interface Reading {
  readonly time: number;
  readonly charge: number;
}

/** A UPS that was out of reach for less than this went on all the same. Milliseconds. */
const AWAY = 30_000;
/** So long after contact came back it is known whether the battery still carried. Milliseconds. */
const SETTLED = 15_000;

/**
 * What was seen of a time on battery, with why nothing can be learned from it, if so. Where contact was lost until mains
 * was there again, what came before is looked at like any other discharge, and how far it had come is a possible end.
 */
export function dischargeOf(whole: Sampled): Discharge {
  const loss = whole.lost.find(
    ({ from, to }) => from > whole.begin && from < whole.end && to >= whole.end - SETTLED && to - from >= AWAY,
  );
  const sampled =
    loss === undefined ? whole : { ...whole, end: loss.from, lost: whole.lost.filter((each) => each !== loss) };
  const { begin, end, kind } = sampled;
  const { guessed = false, full = false, lowAt = loss?.from } = sampled;
  if (guessed && full && lowAt !== undefined)
    return timedOf(sampled, lowAt, loss === undefined ? 'low-battery' : 'lost');
  const readings = sampled.charge
    .filter(([time]) => time >= begin - 1000 && time <= end + 1000)
    .map(([time, , charge]): Reading => ({ time, charge }));
  const interval = intervalOf(readings.map(({ time }) => time));
  const { even, leapt, leap } = afterLeaps(readings);
  const after = stretchesOf(even, sampled);
  const why = refusalOf(readings, even, interval, after, sampled);
  // Where hardly anything came between the leap and the end, how long it took in all is the more to be counted on.
  const stretches = why === 'short' && leapt && loss !== undefined ? wholeOf(readings, sampled) : after;
  const refused = stretches.length > 0 && stretches !== after ? undefined : why === 'short' && leapt ? 'jump' : why;
  const first = readings[0];
  const last = readings.at(-1);
  return {
    begin,
    end,
    kind,
    interval: interval / 1000,
    ...(first === undefined || last === undefined ? {} : { chargeBegin: first.charge, chargeEnd: last.charge }),
    ...(loss === undefined || last === undefined || sampled.guessed === true ? {} : { diedAt: last.charge }),
    ...(leap === undefined || stretches !== after || refused !== undefined ? {} : { leap }),
    ...loadOf(sampled, begin, end),
    ...voltagesOf(sampled),
    ...temperatureOf(sampled),
    stretches: refused === undefined ? stretches : [],
    ...(refused === undefined ? {} : { refused }),
  };
}

/** Of a UPS that tells no charge: from full to low, or to where contact was lost, whatever lay in between. */
function timedOf(sampled: Sampled, until: number, timed: NonNullable<Discharge['timed']>): Discharge {
  const { begin, end, kind, voltage } = sampled;
  const seconds = (until - begin) / 1000;
  const load = loadOf(sampled, begin, until);
  const interval = intervalOf(voltage.map(([time]) => time)) / 1000;
  const refused =
    seconds < LEAST_SECONDS ? 'short' : load.watts === undefined && load.percent === undefined ? 'no-load' : undefined;
  return {
    begin,
    end,
    kind,
    interval,
    ...load,
    ...voltagesOf(sampled),
    ...temperatureOf(sampled),
    ...(refused === undefined ? { timed } : { refused }),
    stretches: refused === undefined ? [{ seconds, from: 100, to: 0, early: earlyShare(0, seconds), ...load }] : [],
  };
}

/** What comes after the last leap of the gauge, by which the UPS corrects its own estimate; `leap` is from before the first. */
function afterLeaps(readings: readonly Reading[]): {
  readonly even: readonly Reading[];
  readonly leapt: boolean;
  readonly leap?: { readonly from: number; readonly to: number };
} {
  const [first, last] = [readings[0], readings.at(-1)];
  if (first === undefined || last === undefined) return { even: readings, leapt: false };
  const rate = Math.max(0, first.charge - last.charge) / Math.max(1, last.time - first.time);
  const isLeap = ({ time, charge }: Reading, index: number): boolean => {
    const before = readings[index - 1];
    if (before === undefined) return false;
    const drop = before.charge - charge;
    return drop < -RISE || drop > Math.max(LEAP, LEAP_TIMES * rate * (time - before.time));
  };
  const at = readings.findLastIndex(isLeap);
  const [before, after] = [readings[readings.findIndex(isLeap) - 1], readings[at]];
  if (before === undefined || after === undefined) return { even: readings, leapt: false };
  const down = before.charge > after.charge ? { leap: { from: before.charge, to: after.charge } } : {};
  return { even: readings.slice(at), leapt: true, ...down };
}

function refusalOf(
  readings: readonly Reading[],
  even: readonly Reading[],
  interval: number,
  stretches: readonly Stretch[],
  { begin, end, lost, guessed = false }: Sampled,
): Refusal | undefined {
  if (lost.some(({ from, to }) => from < end && to > begin)) return 'lost-contact';
  const first = readings[0];
  const [from, last] = [even[0], even.at(-1)];
  if (first === undefined || from === undefined || last === undefined)
    return (end - begin) / 1000 < LEAST_SECONDS ? 'short' : 'no-charge';
  if (guessed) return 'guessed-charge';
  const longest = Math.max(GAP, interval * GAP_TIMES);
  if (first.time - begin > longest || gaps(readings).some((gap) => gap > longest)) return 'gap';
  const fall = from.charge - last.charge;
  const seconds = (last.time - from.time) / 1000;
  if (fall <= 0 && seconds >= STUCK_SECONDS) return 'stuck';
  if (fall < LEAST_FALL || seconds < LEAST_SECONDS) return 'short';
  return stretches.some(({ watts, percent }) => watts === undefined && percent === undefined) ? 'no-load' : undefined;
}

function gaps(readings: readonly Reading[]): number[] {
  return readings.slice(1).map(({ time }, index) => time - (readings[index]?.time ?? time));
}

/** Cut where the charge has just changed: in between, a whole percent says nothing of the time. */
function stretchesOf(readings: readonly Reading[], sampled: Sampled): Stretch[] {
  const started = sampled.begin + START_SECONDS * 1000;
  const marks: Reading[] = [];
  let lowest = Number.POSITIVE_INFINITY;
  let latest: Reading | undefined;
  for (const reading of readings) {
    if (reading.charge >= lowest) continue;
    lowest = reading.charge;
    latest = reading;
    const mark = marks.at(-1);
    const apart = mark !== undefined && mark.time < started && reading.time >= started ? LEAST_FALL : STRETCH;
    if (mark === undefined || mark.charge - reading.charge >= apart) marks.push(reading);
  }
  const mark = marks.at(-1);
  if (latest !== undefined && mark !== undefined && mark.charge - latest.charge >= LEAST_FALL) marks.push(latest);
  else if (latest !== undefined && marks.length > 1) marks.splice(-1, 1, latest);
  return marks.slice(1).flatMap((to, index): Stretch[] => {
    const from = marks[index];
    if (from === undefined || to.time <= from.time) return [];
    const seconds = (to.time - from.time) / 1000;
    const early = earlyShare((from.time - sampled.begin) / 1000, (to.time - sampled.begin) / 1000);
    return [{ seconds, from: from.charge, to: to.charge, early, ...loadOf(sampled, from.time, to.time) }];
  });
}

/** All of it as one, whatever the gauge did in between; nothing where it did not fall or no load is known. */
function wholeOf(readings: readonly Reading[], sampled: Sampled): Stretch[] {
  const [first, last] = [readings[0], readings.at(-1)];
  if (first === undefined || last === undefined || first.charge - last.charge < LEAST_FALL) return [];
  const load = loadOf(sampled, first.time, last.time);
  if (last.time <= first.time || (load.watts === undefined && load.percent === undefined)) return [];
  const early = earlyShare((first.time - sampled.begin) / 1000, (last.time - sampled.begin) / 1000);
  return [{ seconds: (last.time - first.time) / 1000, from: first.charge, to: last.charge, early, ...load }];
}

function loadOf({ watts, percent }: Sampled, from: number, to: number): Pick<Discharge, 'watts' | 'percent'> {
  const w = meanOf(watts, from, to);
  const p = meanOf(percent, from, to);
  return { ...(w === undefined ? {} : { watts: w }), ...(p === undefined ? {} : { percent: p }) };
}

/** The mean over a time, weighted: each reading holds until the next. Undefined without one. */
export function meanOf(points: Series['points'], from: number, to: number): number | undefined {
  let sum = 0;
  let weight = 0;
  for (const [index, [time, , value]] of points.entries()) {
    const until = Math.min(to, points[index + 1]?.[0] ?? to);
    const held = until - Math.max(from, time);
    if (held <= 0) continue;
    sum += value * held;
    weight += held;
  }
  return weight === 0 ? undefined : sum / weight;
}

function voltagesOf({ voltage, begin, end }: Sampled): Pick<Discharge, 'voltageBegin' | 'voltageEnd'> {
  const inside = voltage.filter(([time]) => time >= begin && time <= end);
  const [first, last] = [inside[0]?.[2], inside.at(-1)?.[2]];
  return first === undefined || last === undefined ? {} : { voltageBegin: first, voltageEnd: last };
}

function temperatureOf({ temperature = [], begin, end }: Sampled): Pick<Discharge, 'temperature'> {
  const mean = meanOf(temperature, begin, end);
  return mean === undefined ? {} : { temperature: mean };
}

function intervalOf(times: readonly number[]): number {
  return median(times.slice(1).map((time, index) => time - (times[index] ?? time)));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
