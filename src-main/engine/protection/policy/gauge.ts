/**
 * How long a battery lasts still: by what the UPS says, and by how fast its charge falls on the battery's own clock, which
 * stands still on mains. What a UPS says of its runtime is a hint; the shorter of the two counts.
 */
import { APART } from '../../../../src-shared/nut/index.ts';
import type { Gauge, Level, Watch } from './memory.ts';
import type { Reading, Times } from './reading.ts';

/** Charges are remembered for so long on battery, and at most so often. Milliseconds. */
const REMEMBERED = 250_000;
const SAMPLED_APART = 4000;
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

/**
 * What no battery does: a runtime that falls to less than this share, or a charge by so many percent, within a moment. It
 * is believed once it has lasted. Milliseconds.
 */
const JUMP = { share: 0.25, percent: 30 } as const;
export const DOUBTED_FOR = 30_000;
/** With so much charge a runtime that collapses contradicts it. Percent. */
export const GOOD_CHARGE = 50;

/** Nothing known yet. */
export function emptyGauge(steady: number): Gauge {
  return { charges: [], runtimes: [], movedAt: steady, movedSpent: 0, readAt: steady, readSpent: 0, samples: [] };
}

/** The battery's own clock: milliseconds for which it has carried, as long as this UPS is watched. */
export function spentBy({ spent, carried, stretchSince }: Watch, steady: number): number {
  return spent + carried + (stretchSince === undefined ? 0 : Math.max(0, steady - stretchSince));
}

/** Takes in what was observed of the battery. */
export function measure(watch: Watch, reading: Reading, times: Times, steady: number): Gauge {
  const { gauge: before } = watch;
  const spent = spentBy(watch, steady);
  const charges = grown(before.charges, times.of('battery.charge'), spent, reading.charge);
  const runtimes = grown(before.runtimes, times.of('battery.runtime'), spent, reading.runtime);
  if (charges === before.charges && runtimes === before.runtimes) return before;
  const moved =
    before.charges.at(-1)?.value !== charges.at(-1)?.value || before.runtimes.at(-1)?.value !== runtimes.at(-1)?.value;
  return {
    charges,
    runtimes,
    ...(moved ? { movedAt: steady, movedSpent: spent } : { movedAt: before.movedAt, movedSpent: before.movedSpent }),
    readAt: steady,
    readSpent: spent,
    samples: charges === before.charges ? before.samples : sampled(watch, charges.at(-1), steady),
  };
}

/** With a new observation at its end; a value that is not reported any more takes the others along. */
function grown(
  before: Gauge['charges'],
  at: number | undefined,
  spent: number,
  value: number | undefined,
): Gauge['charges'] {
  const last = before.at(-1);
  if (value === undefined) return before.length === 0 ? before : [];
  if (at === undefined || (last !== undefined && at <= last.at)) return before;
  const recent = before.findIndex((level) => at - level.at <= DOUBTED_FOR);
  // One from before the time that is looked at, so that all of it is known.
  const kept = recent < 0 ? before.slice(-1) : before.slice(Math.max(0, recent - 1));
  return [...kept, { at, spent, value }];
}

function sampled(watch: Watch, level: Level | undefined, steady: number): Gauge['samples'] {
  const { samples } = watch.gauge;
  if (level === undefined || watch.stretchSince === undefined || steady - watch.stretchSince < SETTLING) return samples;
  const last = samples.at(-1);
  if (last !== undefined && level.spent - last.spent < SAMPLED_APART) return samples;
  return [...samples.filter(({ spent }) => level.spent - spent <= REMEMBERED), level];
}

/**
 * Seconds that the battery of a UPS lasts still; undefined when nothing is known. Without contact, and where the values
 * stand still, our own clock counts down what was last said.
 */
export function secondsLeft(watch: Watch, steady: number): number | undefined {
  if (watch.batterySince === undefined) return undefined;
  const byUps = reported(watch, steady);
  const byFall = falling(watch, steady);
  if (byUps === undefined) return byFall;
  return byFall === undefined ? byUps : Math.min(byUps, byFall);
}

/** Seconds that the UPS says its battery would carry, by observations that agree; undefined when it does not say. */
export function secondsSaid(watch: Watch, steady: number): number | undefined {
  return reported(watch, steady);
}

/** The UPS says a runtime that its charge, and what it said just before, contradict: no battery falls so. */
export function runtimeJumped(watch: Watch, steady: number): boolean {
  const charge = watch.gauge.charges.at(-1)?.value;
  const { now, most } = settled(watch, watch.gauge.runtimes, steady, 1);
  return charge !== undefined && charge >= GOOD_CHARGE && now < most * JUMP.share;
}

/** The UPS says a charge that no battery falls to within so short a time. */
export function chargeJumped(watch: Watch, steady: number): boolean {
  const { now, most } = settled(watch, watch.gauge.charges, steady, 0);
  return most - now >= JUMP.percent;
}

/** What is said now, and the most that was said lately, since the battery began to carry and had settled. */
function settled(
  watch: Watch,
  levels: readonly Level[],
  steady: number,
  falls: number,
): { readonly now: number; readonly most: number } {
  const from = watch.spent + watch.carried + SETTLING;
  const within = levels.filter(({ spent }) => spent >= from);
  const last = within.at(-1);
  if (last === undefined || watch.stretchSince === undefined) return { now: 0, most: 0 };
  return { now: last.value, most: mostOf(within, last, DOUBTED_FOR, falls, spentBy(watch, steady)) };
}

/** What the UPS said, less the time since: a single observation that says little is not believed, nor is a jump. */
function reported(watch: Watch, steady: number): number | undefined {
  const { gauge } = watch;
  const [first] = gauge.runtimes;
  const last = gauge.runtimes.at(-1);
  if (first === undefined || last === undefined || last.at - first.at < APART) return undefined;
  const spent = spentBy(watch, steady);
  if (gauge.readSpent - gauge.movedSpent >= FROZEN) return Math.max(0, last.value - (spent - gauge.movedSpent) / 1000);
  return mostOf(gauge.runtimes, last, runtimeJumped(watch, steady) ? DOUBTED_FOR : APART, 1, spent);
}

/** The most that was said over a span up to the last, less `falls` for every second on battery since it was said. */
function mostOf(levels: readonly Level[], last: Level, span: number, falls: number, spent: number): number {
  const from = levels.findLastIndex(({ at }) => last.at - at >= span);
  const within = levels.slice(Math.max(0, from));
  return Math.max(0, ...within.map((level) => level.value - (falls * (spent - level.spent)) / 1000));
}

/** By how the charge has fallen lately; undefined where no fall is certain. */
function falling(watch: Watch, steady: number): number | undefined {
  const { samples } = watch.gauge;
  const last = samples.at(-1);
  if (last === undefined) return undefined;
  const rate = SPANS.map((span) => rateOver(samples, last, span)).find((each) => each > 0);
  if (rate === undefined) return undefined;
  return Math.max(0, (CAUTION * last.value) / rate - (spentBy(watch, steady) - last.spent) / 1000);
}

/** Percent a second. A step, as when the load changes, is no fall: both halves must show it, and the slower counts. */
function rateOver(samples: Gauge['samples'], last: Level, span: number): number {
  const first = samples.findLast(({ spent }) => last.spent - spent >= span);
  const middle = first && samples.findLast(({ spent }) => spent <= (first.spent + last.spent) / 2);
  if (first === undefined || middle === undefined || middle === first) return 0;
  return Math.min(speed(first, middle), speed(middle, last));
}

function speed(from: Level, to: Level): number {
  return from.value - to.value < FALL ? 0 : (from.value - to.value) / ((to.spent - from.spent) / 1000);
}
