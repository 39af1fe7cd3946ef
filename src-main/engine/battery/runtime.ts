/** How long a battery will last by what was learned of it: as a range, and as a curve. Pure. */
import type { Range } from '../../../src-shared/contract/index.ts';
import { BETWEEN, depth, FAR, type Learned, SIDES } from './learning.ts';
import { deviationOf, dot } from './regression.ts';

/** Percent of charge that are looked at together. */
const CELL = 2;

/**
 * Seconds from one charge to another (percent), with the range in which they lie. A UPS that may have gone off at some
 * charge may do so again, so the lower end goes no further; what happened twice is likely. Percents that its gauge leapt
 * over may take no time again.
 */
export function runtime(learned: Learned, from: number, to = 0): Range {
  const [once = 0, twice = 0] = learned.ends;
  return {
    low: spanOf(learned, from, Math.max(to, once), learned.leaps).low,
    likely: spanOf(
      learned,
      from,
      Math.max(to, twice),
      learned.leaps.filter(({ often }) => often),
    ).likely,
    high: spanOf(learned, from, to, []).high,
  };
}

/** The range when nothing but the charge ends it. */
function spanOf({ fit: learned, beyond }: Learned, from: number, to: number, leaps: Learned['leaps']): Range {
  let sum = 0;
  const gradient = [0, 0, 0, 0, 0];
  for (let high = from; high > to; high -= CELL) {
    const low = Math.max(to, high - CELL);
    const middle = (high + low) / 2;
    if (leaps.some((leap) => middle < leap.from && middle > leap.to)) continue;
    const features = [1, 0, depth(middle), 0, 0];
    const seconds = (high - low) * Math.exp(dot(features, learned.mean));
    sum += seconds;
    for (const [at, feature] of features.entries()) gradient[at] = (gradient[at] ?? 0) + feature * seconds;
  }
  if (sum === 0) return { low: 0, likely: 0, high: 0 };
  const deviation = Math.hypot(
    deviationOf(
      learned,
      gradient.map((value) => value / sum),
    ),
    // The next discharge will be a little different again.
    BETWEEN,
    FAR * beyond,
  );
  const factor = Math.exp(SIDES * deviation);
  return { low: sum / factor, likely: sum, high: sum * factor };
}

/** The charge expected as time passes, from a charge on. */
export function curve(
  learned: Learned,
  from: number,
): { seconds: number; charge: number; low: number; high: number }[] {
  const charges = Array.from({ length: 51 }, (_, index) => from - (from * index) / 50);
  const marks = charges.map((charge) => ({ charge, ...runtime(learned, from, charge) }));
  const at = (which: 'low' | 'likely' | 'high', seconds: number): number => {
    const next = marks.findIndex((mark) => mark[which] >= seconds);
    const [before, after] = [marks[next - 1], marks[next]];
    if (next === -1) return 0;
    if (before === undefined || after === undefined) return from;
    const part = (seconds - before[which]) / (after[which] - before[which]);
    return before.charge + part * (after.charge - before.charge);
  };
  const end = marks.at(-1)?.high ?? 0;
  return Array.from({ length: 61 }, (_, index) => {
    const seconds = (end * index) / 60;
    return { seconds, charge: at('likely', seconds), low: at('low', seconds), high: at('high', seconds) };
  });
}
