/**
 * History in tiles as wide as what is shown, each drawn once: panning moves what is drawn and asks only for the tile
 * that comes into sight, so that a year moves as lightly as an hour.
 */
import type { Band } from '../../src-shared/contract/index.ts';
import type { Row } from './chart-rows.ts';
import type { Span } from './range.ts';

/** One piece of history. Milliseconds; `to` is where the next tile begins. */
export interface Tile {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly rows: readonly Row[];
  readonly bands: readonly Band[];
  /** Seconds that one point stands for. */
  readonly resolution: number;
  /** When it was asked for, by the engine's clock; what began later is not in it. */
  readonly askedAt: number;
}

/** Points in a tile; more than a screen has columns would only cost time. */
export const TILE_POINTS = 600;
/** A tile that ends in the future is asked for anew after this, or after the time of one point. Milliseconds. */
const LIVE = 10_000;

/** A moment apart from the next, where a moving range is drawn anew. Milliseconds. */
export function stepOf(width: number): number {
  return Math.max(LIVE, width / TILE_POINTS);
}

/** How precisely the moment of a point is told, where so many milliseconds are shown. */
export function precisionOf(width: number): 'both' | 'minute' {
  return width / TILE_POINTS < 30_000 ? 'both' : 'minute';
}

/** The tiles that a range needs, those in sight first, then their neighbours; none that lies in the future. */
export function tilesFor(range: Span, now: number): (Span & { readonly inSight: boolean })[] {
  const width = range.to - range.from;
  const first = Math.floor(range.from / width);
  const seen = range.from === first * width ? [first] : [first, first + 1];
  const last = seen.at(-1) ?? first;
  return [...seen, first - 1, last + 1]
    .map((index) => ({ from: index * width, to: (index + 1) * width, inSight: seen.includes(index) }))
    .filter(({ from, to }) => to > 0 && from <= now);
}

/** Whether a tile still says all that there is to say. */
export function isCurrent({ to, from, askedAt }: Pick<Tile, 'from' | 'to' | 'askedAt'>, now: number): boolean {
  return askedAt >= to || now - askedAt < stepOf(to - from);
}

/** The rows between two moments, in order. Tiles may overlap by a point, so that their lines meet. */
export function rowsIn(tiles: readonly Tile[], from: number, to: number): Row[] {
  return tiles.flatMap((tile) =>
    tile.rows.filter(({ time }) => time >= Math.max(from, tile.from) && time < tile.to && time <= to),
  );
}

/** So many points in a row without a reading are no gap yet: some variables are read less often than others. */
const MISSED = 3;
/** Nor is less than this. Milliseconds. */
const LEAST_GAP = 90_000;

/**
 * Where nothing was recorded of any series, as far as the tiles reach and were asked for: what was not asked yet, and
 * what is still to come, is no gap.
 */
export function gapsOf(tiles: readonly Tile[]): Span[] {
  const gaps: Span[] = [];
  let known = Number.NEGATIVE_INFINITY;
  let reached = known;
  const close = (until: number, least: number): void => {
    if (until - known > least) gaps.push({ from: known, to: until });
  };
  let least = LEAST_GAP;
  for (const tile of tiles) {
    const step = Math.max(tile.resolution * 1000, (tile.to - tile.from) / TILE_POINTS);
    least = Math.max(LEAST_GAP, step * MISSED);
    if (tile.from > reached) {
      close(reached, least);
      known = tile.from;
    }
    for (const { time, samples } of tile.rows) {
      if (time >= tile.to || Object.keys(samples).length === 0) continue;
      close(time, least);
      known = Math.max(known, time + step);
    }
    reached = Math.min(tile.to, tile.askedAt);
  }
  close(reached, least);
  return gaps;
}

/** The widest resolution among the tiles; undefined when there is none. Seconds. */
export function resolutionOf(tiles: readonly Tile[]): number | undefined {
  return tiles.length === 0 ? undefined : Math.max(...tiles.map(({ resolution }) => resolution));
}
