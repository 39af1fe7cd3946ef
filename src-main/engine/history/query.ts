/** Range queries: the right roll-up, thinned to what a chart can show without losing an extreme. */
import type { Series } from '../../../src-shared/contract/index.ts';
import { LEVELS, levelFor } from './levels.ts';
import type { Samples } from './samples.ts';

/** What is asked: names of variables, times in milliseconds since 1970, and the most points a series may have. */
export interface RangeQuery {
  readonly device: string;
  readonly variables: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly points: number;
}

/** Series in the order asked for; one without data has no points. `resolution` is the width of the roll-up, in seconds. */
export interface RangeAnswer {
  readonly resolution: number;
  readonly series: Series[];
}

/** One column for each step of the chart. */
interface Columns {
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly sum: Float64Array;
  readonly count: Uint32Array;
}

/** Answers a range query. Steps lie on multiples of their width, so that a moving chart does not flicker. */
export function queryRange(samples: Samples, query: RangeQuery, now: number): RangeAnswer {
  const { device, from, to, points } = query;
  const level = levelFor(from, to, points, now);
  const width = LEVELS[level]?.width ?? LEVELS[0].width;
  const step = stepFor(from, to, points, width);
  const first = Math.floor(from / step);
  const length = Math.max(0, Math.floor(to / step) - first + 1);

  const columns = new Map<number, Columns>();
  for (const name of query.variables) {
    const id = samples.variableId(name);
    if (id !== undefined) columns.set(id, newColumns(length));
  }
  if (columns.size > 0) {
    samples.scan(device, level, from, to, (time, id, min, mean, max) => {
      const column = columns.get(id);
      if (column === undefined) return;
      // The first bucket may begin before the range.
      const at = Math.max(0, Math.floor(time / step) - first);
      column.min[at] = Math.min(column.min[at] ?? min, min);
      column.max[at] = Math.max(column.max[at] ?? max, max);
      column.sum[at] = (column.sum[at] ?? 0) + mean;
      column.count[at] = (column.count[at] ?? 0) + 1;
    });
  }
  const series = query.variables.map((variable): Series => {
    const column = columns.get(samples.variableId(variable) ?? -1);
    return { variable, points: column === undefined ? [] : toPoints(column, first, step, from) };
  });
  return { resolution: width / 1000, series };
}

/** The narrowest multiple of the width with which the range has at most so many steps, cut ones at both ends included. */
function stepFor(from: number, to: number, points: number, width: number): number {
  const count = (step: number): number => Math.floor(to / step) - Math.floor(from / step) + 1;
  return count(width) <= points ? width : Math.ceil((to - from) / (points - 1) / width) * width;
}

function newColumns(length: number): Columns {
  return {
    min: new Float64Array(length).fill(Number.POSITIVE_INFINITY),
    max: new Float64Array(length).fill(Number.NEGATIVE_INFINITY),
    sum: new Float64Array(length),
    count: new Uint32Array(length),
  };
}

function toPoints(column: Columns, first: number, step: number, from: number): Series['points'] {
  const points: Series['points'] = [];
  for (const [at, count] of column.count.entries()) {
    if (count === 0) continue;
    const min = column.min[at] ?? 0;
    const max = column.max[at] ?? 0;
    const mean = Math.min(Math.max(tidy((column.sum[at] ?? 0) / count), min), max);
    points.push([Math.max(from, (first + at) * step), min, mean, max]);
  }
  return points;
}

/** Cuts the digits that only division made; a third of a volt needs no sixteen digits on a wire. */
function tidy(mean: number): number {
  return Number(mean.toPrecision(9));
}
