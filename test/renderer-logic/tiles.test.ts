import { describe, expect, it } from 'vitest';
import { bandPath, dotPath, meanPath, shadePath } from '../../src-renderer/logic/chart-paths.ts';
import type { Row } from '../../src-renderer/logic/chart-rows.ts';
import { earlierBy, fixedRange, newest, panned, upTo, zoomed } from '../../src-renderer/logic/range.ts';
import { gapsOf, isCurrent, rowsIn, type Tile, tilesFor } from '../../src-renderer/logic/tiles.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const tileOf = (from: number, times: readonly number[]): Tile => ({
  key: String(from),
  from,
  to: from + 10,
  rows: times.map((time) => ({ time, samples: {} })),
  bands: [],
  resolution: 1,
  askedAt: 0,
});

const row = (time: number, low?: number, mean = low, high = low): Row => ({
  time,
  samples: low === undefined || mean === undefined || high === undefined ? {} : { v: { low, mean, high } },
});

const begins = (from: number, to: number, now = 1e12): number[] => tilesFor({ from, to }, now).map((tile) => tile.from);

describe('tilesFor', () => {
  it('asks for what is in sight first, then for the neighbours', () => {
    expect(begins(1050, 1150)).toEqual([1000, 1100, 900, 1200]);
    expect(begins(1000, 1100)).toEqual([1000, 900, 1100]);
  });

  it('asks for nothing of the future, nor from before time began', () => {
    expect(begins(1050, 1150, 1120)).toEqual([1000, 1100, 900]);
    expect(begins(0, 100)).toEqual([0, 100]);
  });

  it('stays with the same tiles while a range is moved about, however often', () => {
    let range = { from: 1_700_000_123_457, to: 1_700_000_123_457 + 365 * DAY };
    const width = range.to - range.from;
    for (let step = 0; step < 50; step += 1) {
      const next = panned(range, step % 3 === 0 ? 0.1237 : -0.0719);
      if (next === undefined || next.preset !== 'custom') throw new Error('a range that is moved stays a range');
      expect(next.to - next.from).toBe(width);
      range = next;
    }
  });
});

it('a tile is current when it was asked for after its end, or just now', () => {
  const tile = { from: 0, to: HOUR };
  expect(isCurrent({ ...tile, askedAt: HOUR }, 10 * HOUR)).toBe(true);
  expect(isCurrent({ ...tile, askedAt: HOUR - 1 }, HOUR + 9000)).toBe(true);
  expect(isCurrent({ ...tile, askedAt: HOUR - 1 }, HOUR + 10_001)).toBe(false);
});

it('rows of tiles that overlap are told once', () => {
  const rows = rowsIn([tileOf(0, [0, 5, 10]), tileOf(10, [10, 15, 20])], 5, 15);
  expect(rows.map(({ time }) => time)).toEqual([5, 10, 15]);
});

describe('gaps', () => {
  const MINUTE = 60_000;
  // A row each minute of an hour, but for those left out.
  const hour = (from: number, without: (minute: number) => boolean, askedAt = 1e12): Tile => ({
    ...tileOf(from, []),
    to: from + HOUR,
    resolution: 60,
    askedAt,
    rows: Array.from({ length: 60 }, (_, minute) => minute)
      .filter((minute) => !without(minute))
      .map((minute) => row(from + minute * MINUTE, 230)),
  });

  it('are where no series says anything', () => {
    const tiles = [hour(0, (minute) => minute >= 10 && minute < 30)];
    expect(gapsOf(tiles)).toEqual([{ from: 10 * MINUTE, to: 30 * MINUTE }]);
    expect(gapsOf([hour(0, (minute) => minute === 10)])).toEqual([]);
  });

  it('go on from tile to tile', () => {
    const tiles = [hour(0, (minute) => minute >= 50), hour(HOUR, (minute) => minute < 20)];
    expect(gapsOf(tiles)).toEqual([{ from: 50 * MINUTE, to: HOUR + 20 * MINUTE }]);
  });

  it('are neither what was not asked for nor what is still to come', () => {
    expect(gapsOf([hour(0, () => false), hour(5 * HOUR, () => false)])).toEqual([]);
    expect(gapsOf([hour(0, (minute) => minute >= 30, 31 * MINUTE)])).toEqual([]);
    expect(gapsOf([hour(0, () => true)])).toEqual([{ from: 0, to: HOUR }]);
    expect(gapsOf([])).toEqual([]);
  });

  it('are not where a row only marks that a line is broken', () => {
    const tile = hour(0, (minute) => minute >= 10 && minute < 30);
    expect(gapsOf([{ ...tile, rows: [...tile.rows.slice(0, 10), row(20 * MINUTE), ...tile.rows.slice(10)] }])).toEqual([
      { from: 10 * MINUTE, to: 30 * MINUTE },
    ]);
  });
});

describe('steering', () => {
  it('keeps the moment under the pointer where it is', () => {
    expect(zoomed({ from: 0, to: 10 * HOUR }, 0.5, 2 * HOUR)).toEqual({
      preset: 'custom',
      from: HOUR,
      to: 6 * HOUR,
    });
  });

  it('does not lead beyond what has happened, and keeps the width', () => {
    const range = fixedRange(4 * HOUR, 6 * HOUR);
    expect(upTo(range, 5 * HOUR)).toEqual({ preset: 'custom', from: 3 * HOUR, to: 5 * HOUR });
    expect(upTo(range, 6 * HOUR)).toBe(range);
    expect(upTo({ preset: '1h' }, 0)).toEqual({ preset: '1h' });
  });

  it('comes back to the newest, moving with the clock where a preset is as wide', () => {
    expect(newest({ from: 0, to: HOUR }, 9 * HOUR)).toEqual({ preset: '1h' });
    expect(newest({ from: 0, to: 2 * HOUR }, 9 * HOUR)).toEqual({ preset: 'custom', from: 7 * HOUR, to: 9 * HOUR });
  });
});

describe('paths', () => {
  const span = { from: 0, to: 100 };

  it('are broken where nothing was recorded, and a point alone is a dot', () => {
    const rows = [row(0, 1), row(10, 2), row(20), row(50, 3)];
    expect(meanPath(rows, 'v', span)).toBe('M0.00 1L100.00 2');
    expect(dotPath(rows, 'v', span)).toBe('M500.00 3h0.01');
  });

  it('go on over rows that only other series have', () => {
    const other: Row = { time: 5, samples: { w: { low: 1, mean: 1, high: 1 } } };
    expect(meanPath([row(0, 1), other, row(10, 2)], 'v', span)).toBe('M0.00 1L100.00 2');
  });

  it('enclose minimum and maximum, where these differ', () => {
    expect(bandPath([row(0, 1), row(10, 2)], 'v', span)).toBe('');
    expect(bandPath([row(0, 1, 2, 3), row(10, 2, 3, 4)], 'v', span)).toBe('M0.00 3L100.00 4L100.00 2L0.00 1Z');
  });

  it('shade even what is too short to be seen', () => {
    expect(shadePath([{ kind: 'test', from: 50, to: 50 }], 'test', span)).toBe('M500.00 0V1H501.25V0Z');
    expect(shadePath([{ kind: 'test', from: 50, to: 50 }], 'lost', span)).toBe('');
  });
});

describe('the other range of a comparison', () => {
  it('is a week, a year of whole weeks, or as long as the range, before it', () => {
    const to = Date.UTC(2026, 5, 15, 12);
    const range = { from: to - 3 * DAY, to };
    expect(earlierBy(range, 'week')).toBe(7 * DAY);
    expect(earlierBy(range, 'year')).toBe(364 * DAY);
    expect(earlierBy(range, 'before')).toBe(3 * DAY);
    expect(earlierBy({ from: to - HOUR, to }, 'before')).toBe(HOUR);
  });

  it('begins at the same time of day, also where summer time began in between', () => {
    const days = Array.from({ length: 52 }, (_, week) => new Date(2026, 0, 1 + week * 7, 20).getTime());
    for (const from of days) {
      expect(new Date(from - earlierBy({ from, to: from + DAY }, 'week')).getHours()).toBe(20);
    }
  });
});

it('a range is whole milliseconds', () => {
  expect(fixedRange(100_000.4, 200_000.9)).toEqual({ preset: 'custom', from: 100_000, to: 200_001 });
});
