import { describe, expect, it } from 'vitest';
import { domainOf, rowAt, rowsOf, thinned, unitGroups, valueTicks } from '../../src-renderer/logic/chart-rows.ts';
import type { History } from '../../src-shared/contract/index.ts';
import { formats } from './texts.ts';

const history: History = {
  from: 0,
  to: 100_000,
  resolution: 1,
  bands: [],
  series: [
    {
      variable: 'input.voltage',
      points: [
        [10_000, 228, 230, 232],
        [11_000, 229, 231, 233],
        [50_000, 0, 0, 0],
      ],
    },
    { variable: 'battery.charge', points: [[10_300, 99, 100, 100]] },
  ],
};

describe('rowsOf', () => {
  const rows = rowsOf(history, 100, formats);

  it('puts samples of the same moment into one row', () => {
    expect(rows[0]).toEqual({
      time: 10_000,
      samples: {
        'input.voltage': { low: 228, mean: 230, high: 232 },
        'battery.charge': { low: 99, mean: 100, high: 100 },
      },
    });
  });

  it('keeps a gap as a gap and a measured zero as a zero', () => {
    expect(rows.map(({ time, samples }) => [time, samples['input.voltage']?.mean])).toEqual([
      [10_000, 230],
      [11_000, 231],
      [12_000, undefined],
      [50_000, 0],
    ]);
  });

  it('keeps the extremes when several samples share a row', () => {
    const coarse = rowsOf(history, 5, formats);
    expect(coarse[0]?.samples['input.voltage']).toMatchObject({ low: 228, high: 233 });
  });

  it('is found by time', () => {
    expect(rowAt(rows, 10_400)?.time).toBe(10_000);
    expect(rowAt(rows, 99_000)?.time).toBe(50_000);
    expect(rowAt([], 0)).toBeUndefined();
  });

  it('thins for the table without losing extremes', () => {
    const [only] = thinned(rows, 1);
    expect(only?.samples['input.voltage']).toMatchObject({ low: 0, high: 233 });
  });
});

describe('axes', () => {
  it('are shared by variables of one unit', () => {
    expect(unitGroups(['battery.charge', 'input.voltage', 'ups.load'], formats)).toEqual([
      { unit: '%', variables: ['battery.charge', 'ups.load'] },
      { unit: 'V', variables: ['input.voltage'] },
    ]);
  });

  it('hold all samples, and percentages from 0 to 100', () => {
    const rows = rowsOf(history, 100, formats);
    const [low = Number.NaN, high = Number.NaN] = domainOf(rows, { unit: 'V', variables: ['input.voltage'] }) ?? [];
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(233);
    expect(domainOf(rows, { unit: '%', variables: ['battery.charge'] })).toEqual([0, 100]);
    expect(domainOf([], { unit: '%', variables: ['battery.charge'] })).toEqual([0, 100]);
    expect(domainOf([], { unit: 'V', variables: ['input.voltage'] })).toBeUndefined();
  });

  it('have round ticks inside of them', () => {
    expect(valueTicks([0, 262], 'V', 4)).toEqual([0, 100, 200]);
    expect(valueTicks([0, 100], '%', 4)).toEqual([0, 25, 50, 75, 100]);
    expect(valueTicks([49.8, 50.2], 'Hz', 4)).toEqual([49.8, 49.9, 50, 50.1, 50.2]);
  });
});
