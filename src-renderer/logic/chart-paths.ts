/** Lines and bands as SVG paths: time in thousandths of the tile's width, values as they are. A transform does the rest. */
import type { Band } from '../../src-shared/contract/index.ts';
import type { Row, Sample } from './chart-rows.ts';

/** A tile is so many units wide in its own drawing. */
export const TILE_UNITS = 1000;

/** A series may be read less often than its neighbours: so many rows without it are no gap yet. */
const MOST_MISSED = 4;

interface Span {
  readonly from: number;
  readonly to: number;
}

function place(time: number, { from, to }: Span): string {
  return (((time - from) / (to - from)) * TILE_UNITS).toFixed(2);
}

/** Stretches without a gap. A row in which the series says nothing is a gap. */
function stretches(rows: readonly Row[], name: string): { readonly time: number; readonly sample: Sample }[][] {
  const found: { readonly time: number; readonly sample: Sample }[][] = [];
  let open: { readonly time: number; readonly sample: Sample }[] | undefined;
  let missed = 0;
  for (const { time, samples } of rows) {
    const sample = samples[name];
    if (sample === undefined) {
      // Rows of other series lie between; only an empty row is a gap.
      missed += Object.keys(samples).length === 0 ? MOST_MISSED : 1;
      if (missed >= MOST_MISSED) open = undefined;
      continue;
    }
    missed = 0;
    if (open === undefined) {
      open = [];
      found.push(open);
    }
    open.push({ time, sample });
  }
  return found;
}

/** The mean, straight from point to point: a smooth curve would show values that nobody measured. */
export function meanPath(rows: readonly Row[], name: string, span: Span): string {
  let path = '';
  for (const stretch of stretches(rows, name)) {
    if (stretch.length === 1) continue;
    for (const [index, { time, sample }] of stretch.entries()) {
      path += `${index === 0 ? 'M' : 'L'}${place(time, span)} ${number(sample.mean)}`;
    }
  }
  return path;
}

/** Points without a neighbour, which no line would show: as dots, which a round cap draws. */
export function dotPath(rows: readonly Row[], name: string, span: Span): string {
  return stretches(rows, name)
    .flatMap(([point, ...more]) => (point === undefined || more.length > 0 ? [] : [point]))
    .map(({ time, sample }) => `M${place(time, span)} ${number(sample.mean)}h0.01`)
    .join('');
}

/** From minimum to maximum; empty where there is nothing between them. */
export function bandPath(rows: readonly Row[], name: string, span: Span): string {
  let path = '';
  for (const stretch of stretches(rows, name)) {
    if (stretch.every(({ sample }) => sample.low === sample.high)) continue;
    const there = stretch.map(({ time, sample }) => `${place(time, span)} ${number(sample.high)}`);
    const back = stretch.toReversed().map(({ time, sample }) => `${place(time, span)} ${number(sample.low)}`);
    path += `M${[...there, ...back].join('L')}Z`;
  }
  return path;
}

/** Bands of one kind over the whole height, which is 1. None is so narrow that nobody would see it. */
export function shadePath(bands: readonly Band[], kind: Band['kind'], span: Span): string {
  return bands
    .filter((band) => band.kind === kind)
    .map((band) => {
      const least = band.from + (span.to - span.from) / (TILE_UNITS * 0.8);
      return `M${place(band.from, span)} 0V1H${place(Math.max(band.to, least), span)}V0Z`;
    })
    .join('');
}

/** Moments as lines over the whole height, which is 1. */
export function ticksPath(times: readonly number[], span: Span): string {
  return times.map((time) => `M${place(time, span)} 0V1`).join('');
}

function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
