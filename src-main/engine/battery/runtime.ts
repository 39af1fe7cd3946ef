/** How long a battery will last by what was learned of it: as a range, and as a curve. Pure. */
import type { Range } from '../../../src-shared/contract/index.ts';
import { START_SECONDS } from './discharge.ts';
import { BETWEEN, depth, FAR, type Learned, SIDES } from './learning.ts';
import { deviationOf, dot } from './regression.ts';
import { shareAt } from './temperature.ts';

/** Percent of charge that are looked at together. */
const CELL = 2;

/**
 * Seconds from one charge to another (percent), with the range in which they lie. A UPS that may have gone off at some
 * charge may do so again, so the lower end goes no further; what happened twice is likely. Percents that its gauge leapt
 * over may take no time again. `carried`: for how many
 * seconds the battery carries already, after which its first minutes are over.
 */
export function runtime(learned: Learned, from: number, to = 0, carried = 0): Range {
  const [once = 0, twice = 0] = learned.ends;
  const often = learned.leaps.filter((leap) => leap.often);
  return {
    low: spanOf(learned, { from, to: Math.max(to, once), carried }, learned.leaps).low,
    likely: spanOf(learned, { from, to: Math.max(to, twice), carried }, often).likely,
    high: spanOf(learned, { from, to, carried }, []).high,
  };
}

/** Percents of charge in a row, and what they are of the law's features: how deep, and whether of the first minutes. */
interface Cell {
  readonly width: number;
  readonly features: readonly number[];
}

/** The cells from one charge down to another; those of the first minutes stand apart. */
function cellsOf(
  { fit: { mean } }: Learned,
  { from, to, carried }: { readonly from: number; readonly to: number; readonly carried: number },
  leaps: Learned['leaps'],
): readonly Cell[] {
  const cells: Cell[] = [];
  let early = Math.max(0, START_SECONDS - carried);
  for (let high = from; high > to; high -= CELL) {
    const low = Math.max(to, high - CELL);
    const middle = (high + low) / 2;
    if (leaps.some((leap) => middle < leap.from && middle > leap.to)) continue;
    const at = (first: 0 | 1): readonly number[] => [1, 0, depth(middle), 0, 0, first];
    const whole = (high - low) * Math.exp(dot(at(1), mean));
    const share = Math.min(1, early / whole);
    early -= whole * share;
    if (share > 0) cells.push({ width: (high - low) * share, features: at(1) });
    if (share < 1) cells.push({ width: (high - low) * (1 - share), features: at(0) });
  }
  return cells;
}

/** The range when nothing but the charge ends it. */
function spanOf(learned: Learned, span: Parameters<typeof cellsOf>[1], leaps: Learned['leaps']): Range {
  const share = shareAt(learned.load.temperature);
  let sum = 0;
  const gradient = learned.fit.mean.map(() => 0);
  for (const { width, features } of cellsOf(learned, span, leaps)) {
    const seconds = share * width * Math.exp(dot(features, learned.fit.mean));
    sum += seconds;
    for (const [at, feature] of features.entries()) gradient[at] = (gradient[at] ?? 0) + feature * seconds;
  }
  if (sum === 0) return { low: 0, likely: 0, high: 0 };
  const deviation = Math.hypot(
    deviationOf(
      learned.fit,
      gradient.map((value) => value / sum),
    ),
    // The next discharge will be a little different again.
    BETWEEN,
    FAR * learned.beyond,
  );
  const factor = Math.exp(SIDES * deviation);
  return { low: sum / factor, likely: sum, high: sum * factor };
}

/** Seconds from full down to a charge (percent), as is likely, whatever ended or leapt before. */
export function spent(learned: Learned, to: number): number {
  return spanOf(learned, { from: 100, to, carried: 0 }, []).likely;
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
