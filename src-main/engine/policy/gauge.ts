/**
 * How long a battery lasts still: by what the UPS says, and by how fast its charge falls on our own clock. What a UPS
 * says of its runtime is a hint; the shorter of the two counts.
 */
import type { Gauge, Watch } from './memory.ts';
import type { Reading } from './reading.ts';

/** Charges are remembered for so long, and at most so often. Milliseconds. */
const REMEMBERED = 250_000;
const APART = 4000;
/** A fall must go on for so long; its two halves must agree on it. The shortest that shows one counts. Milliseconds. */
const SPANS = [60_000, 120_000, 240_000];
/**
 * So long after the battery began to carry its charge tells nothing: where it is taken from the voltage it drops with
 * the load at once, and is no measure of what is left. Milliseconds.
 */
const SETTLING = 20_000;
/** In each half the charge must have fallen by so many percent: less may be how it is rounded. */
const FALL = 2;
/** Charges are rounded, and a battery falls faster towards its end: so much of what the fall tells is counted on. */
const CAUTION = 0.85;
/** Values that have not moved for so long on battery are counted down by us. Milliseconds. */
const FROZEN = 120_000;

/** Nothing known yet. */
export function emptyGauge(steady: number): Gauge {
  return { runtimes: [], movedAt: steady, readAt: steady, samples: [] };
}

/** Takes in a reading. */
export function measure(before: Gauge, reading: Reading, batterySince: number | undefined, steady: number): Gauge {
  const { charge, runtime } = reading;
  const last = before.runtimes.at(-1);
  const moved = charge !== before.charge || runtime !== last?.seconds;
  const fresh = { at: steady, seconds: runtime ?? 0 };
  return {
    ...(charge === undefined ? {} : { charge }),
    runtimes: runtime === undefined ? [] : last === undefined ? [fresh] : [last, fresh],
    movedAt: moved ? steady : before.movedAt,
    readAt: steady,
    samples: sampled(before.samples, charge, batterySince, steady),
  };
}

function sampled(
  before: Gauge['samples'],
  charge: number | undefined,
  since: number | undefined,
  steady: number,
): Gauge['samples'] {
  if (since === undefined || charge === undefined || steady - since < SETTLING) return [];
  const last = before.at(-1);
  if (last !== undefined && steady - last.at < APART) return before;
  return [...before.filter(({ at }) => steady - at <= REMEMBERED), { at: steady, charge }];
}

/**
 * Seconds that the battery of a UPS lasts still; undefined when nothing is known. Without contact, and where the values
 * stand still, our own clock counts down what was last said.
 */
export function secondsLeft(watch: Watch, steady: number): number | undefined {
  const { gauge, batterySince } = watch;
  if (batterySince === undefined) return undefined;
  const byUps = reported(gauge, batterySince, steady);
  const byFall = falling(gauge, steady);
  if (byUps === undefined) return byFall;
  return byFall === undefined ? byUps : Math.min(byUps, byFall);
}

/** Seconds that the UPS says its battery would carry, by two readings; undefined when it does not say. */
export function secondsSaid({ runtimes: [first, second] }: Gauge): number | undefined {
  return first === undefined || second === undefined ? undefined : Math.max(first.seconds, second.seconds);
}

/** What the UPS said in two readings, less the time since: a single one that says little is not believed. */
function reported(gauge: Gauge, batterySince: number, steady: number): number | undefined {
  const [first, second] = gauge.runtimes;
  if (first === undefined || second === undefined) return undefined;
  // On mains a battery loses nothing: what was said then holds from the moment it began to carry.
  const from = (at: number): number => Math.max(at, batterySince);
  const earlier = first.seconds - (from(second.at) - from(first.at)) / 1000;
  const frozen = from(gauge.readAt) - from(gauge.movedAt) >= FROZEN;
  const since = from(frozen ? gauge.movedAt : gauge.readAt);
  return Math.max(0, Math.max(second.seconds, earlier) - (steady - since) / 1000);
}

/** By how the charge has fallen lately; undefined where no fall is certain. */
function falling({ samples }: Gauge, steady: number): number | undefined {
  const last = samples.at(-1);
  if (last === undefined) return undefined;
  const rate = SPANS.map((span) => rateOver(samples, last, span)).find((each) => each > 0);
  return rate === undefined ? undefined : Math.max(0, (CAUTION * last.charge) / rate - (steady - last.at) / 1000);
}

/** Percent a second. A step, as when the load changes, is no fall: both halves must show it, and the slower counts. */
function rateOver(samples: Gauge['samples'], last: Gauge['samples'][number], span: number): number {
  const first = samples.findLast(({ at }) => last.at - at >= span);
  const middle = first && samples.findLast(({ at }) => at <= (first.at + last.at) / 2);
  if (first === undefined || middle === undefined || middle === first) return 0;
  return Math.min(speed(first, middle), speed(middle, last));
}

function speed(from: Gauge['samples'][number], to: Gauge['samples'][number]): number {
  return from.charge - to.charge < FALL ? 0 : (from.charge - to.charge) / ((to.at - from.at) / 1000);
}
