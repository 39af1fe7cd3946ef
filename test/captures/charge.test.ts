/** The charge that a voltage tells and the rest of a discharge, judged by a table and by what others logged. */
import { expect, it } from 'vitest';
import { blockErrors, restErrors, restOfLog, shortOutage } from '../engine/battery/logged.ts';
import { describeWithRecordings } from './recordings.ts';

const most = (errors: readonly number[]): number => Math.max(...errors.map(Math.abs));

describeWithRecordings('the charge that a voltage tells', () => {
  it('is within 12 points at rest, for flooded blocks and for gel', () => {
    expect(restErrors()).toHaveLength(10);
    expect(most(restErrors())).toBeLessThanOrEqual(12);
  });

  it('is within 15 points under load, and a battery that was emptied stays empty at rest', () => {
    const { carried, after } = blockErrors();
    expect(carried.length).toBeGreaterThan(1000);
    expect(most(carried)).toBeLessThanOrEqual(15);
    expect(after.length).toBeGreaterThan(100);
    expect(Math.max(...after)).toBeLessThanOrEqual(10);
  });
});

describeWithRecordings('the rest of a discharge', () => {
  it.each([50, 40, 30, 20])('is told within a quarter by a gauge that was seen down to %i percent', (seen) => {
    const { told, real } = restOfLog(seen);
    expect(Math.abs(told.likely / real - 1)).toBeLessThanOrEqual(0.25);
    expect(told.low).toBeLessThan(real);
    expect(told.high).toBeGreaterThan(real);
  });

  it('is never promised too long by the careful end, however little was seen', () => {
    for (let seen = 73; seen >= 5; seen -= 1) {
      const { told, real } = restOfLog(seen);
      expect(told.low, `${seen} %`).toBeLessThanOrEqual(real);
    }
  });

  it('is not told from the first minutes of one that leapt', () => {
    expect(shortOutage()).toMatchObject({ stretches: [], refused: expect.stringMatching(/jump|short/) as unknown });
  });
});
