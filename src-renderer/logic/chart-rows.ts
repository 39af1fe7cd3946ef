/** From the engine's answer to what the charts draw. */
import type { History } from '../../src-shared/contract/index.ts';
import { converted, type Formats, unitOf } from './formats.ts';

/** What one series says at one moment, in the unit in which it is shown. */
export interface Sample {
  readonly low: number;
  readonly mean: number;
  readonly high: number;
}

/** One moment of a chart. A series that says nothing then is missing: a gap, never a zero. */
export interface Row {
  readonly time: number;
  readonly samples: Readonly<Record<string, Sample>>;
}

/** Variables that share a unit and therefore an axis. */
export interface UnitGroup {
  readonly unit: string;
  readonly variables: readonly string[];
}

/** The variables by unit, in their order. */
export function unitGroups(variables: readonly string[], formats: Formats): UnitGroup[] {
  const groups = new Map<string, string[]>();
  for (const name of variables) {
    const unit = unitOf(name, formats);
    groups.set(unit, [...(groups.get(unit) ?? []), name]);
  }
  return [...groups].map(([unit, names]) => ({ unit, variables: names }));
}

/** Where points are further apart than so many times their width, something was not recorded. */
const GAP = 3;

/**
 * One row for each moment, with an empty row in each gap so that no line is drawn over it. `points` is how many were
 * asked for: samples of different series that fall into the same of them share a row.
 */
export function rowsOf(history: History, points: number, formats: Formats): Row[] {
  const step = Math.max(history.resolution * 1000, (history.to - history.from) / points, 1);
  const rows = new Map<number, Record<string, Sample>>();
  for (const { variable, points: samples } of history.series) {
    let before: number | undefined;
    for (const [time, low, mean, high] of samples) {
      const slot = Math.round(time / step);
      const row = rows.get(slot) ?? {};
      if (!rows.has(slot)) rows.set(slot, row);
      const inSlot = row[variable];
      const sample = {
        low: converted(variable, low, formats),
        mean: converted(variable, mean, formats),
        high: converted(variable, high, formats),
      };
      // Two in one slot keep their extremes.
      row[variable] =
        inSlot === undefined
          ? sample
          : {
              low: Math.min(inSlot.low, sample.low),
              mean: (inSlot.mean + sample.mean) / 2,
              high: Math.max(inSlot.high, sample.high),
            };
      if (before !== undefined && slot - before > GAP && !rows.has(before + 1)) rows.set(before + 1, {});
      before = slot;
    }
  }
  return [...rows].toSorted(([a], [b]) => a - b).map(([slot, samples]) => ({ time: slot * step, samples }));
}

/** The row nearest to a moment, if one is near. */
export function rowAt(rows: readonly Row[], time: number): Row | undefined {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((rows[middle]?.time ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  const after = rows[low];
  const before = rows[low - 1];
  if (before === undefined || after === undefined) return after;
  return time - before.time < after.time - time ? before : after;
}

/** The lowest and the highest value of an axis. */
export type Domain = readonly [low: number, high: number];

/** A scale that holds all samples of the group, with some air; percentages keep to 0 and 100. Undefined without a sample. */
export function domainOf(rows: readonly Row[], group: UnitGroup): Domain | undefined {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { samples } of rows) {
    for (const name of group.variables) {
      const sample = samples[name];
      if (sample === undefined) continue;
      low = Math.min(low, sample.low);
      high = Math.max(high, sample.high);
    }
  }
  if (low > high) return group.unit === '%' ? [0, 100] : undefined;
  if (group.unit === '%') return [0, Math.max(100, high)];
  const air = Math.max((high - low) * 0.12, Math.abs(high) * 0.005, 0.1);
  // A quantity that was never below zero gets no scale below zero.
  return [low >= 0 ? Math.max(0, low - air) : low - air, high + air];
}

/** Round values inside a scale, about as many as wanted. */
export function valueTicks([low, high]: readonly [number, number], unit: string, wanted: number): number[] {
  if (unit === '%' && low === 0) return [0, 25, 50, 75, 100];
  const rough = (high - low) / wanted;
  // Minutes are round at other numbers than volts are.
  const base = unit === 's' ? 60 : 1;
  const size = 10 ** Math.floor(Math.log10(rough / base));
  const step = base * size * ([1, 2, 5, 10].find((each) => each * size * base >= rough * 0.999) ?? 10);
  const ticks: number[] = [];
  // Multiples instead of sums: tenths do not add up.
  for (let count = Math.ceil(low / step - 1e-6); count * step <= high + step * 1e-6; count += 1) {
    ticks.push(Number((count * step).toPrecision(10)));
  }
  return ticks;
}

/** At most `count` rows for a table, each the widest band and the mean of what it replaces. */
export function thinned(rows: readonly Row[], count: number): Row[] {
  const size = Math.ceil(rows.length / count);
  if (size <= 1) return [...rows];
  const result: Row[] = [];
  for (let start = 0; start < rows.length; start += size) {
    const slice = rows.slice(start, start + size);
    const samples: Record<string, Sample> = {};
    for (const name of new Set(slice.flatMap((row) => Object.keys(row.samples)))) {
      const found = slice.flatMap((row) => row.samples[name] ?? []);
      samples[name] = {
        low: Math.min(...found.map((sample) => sample.low)),
        mean: found.reduce((sum, sample) => sum + sample.mean, 0) / found.length,
        high: Math.max(...found.map((sample) => sample.high)),
      };
    }
    const first = slice[0];
    if (first !== undefined && Object.keys(samples).length > 0) result.push({ time: first.time, samples });
  }
  return result;
}
