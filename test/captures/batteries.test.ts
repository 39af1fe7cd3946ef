/** The simulated battery, judged by the makers' data sheets: every point of every one of them. */
import { expect, it } from 'vitest';
import { loggedDischarge, sheetDeviations, sheetNames, worst } from '../engine/battery/sheets.ts';
import { sheetPoints } from '../ups-model/sheets.ts';
import { deviation } from '../ups-model/deviation.ts';
import { describeWithRecordings } from './recordings.ts';

describeWithRecordings('the simulated battery', () => {
  for (const sheet of sheetNames()) {
    it(`lasts as ${sheet} says, within 12 % from 5 minutes to 4 hours and 22 % from 3 minutes to 20 hours`, () => {
      const { short, long, count } = worst(sheet, 5, 240);
      expect(count).toBeGreaterThan(30);
      expect(short).toBeGreaterThan(-0.12);
      expect(long).toBeLessThan(0.12);
      const all = worst(sheet, 0, 1200);
      expect(all.short).toBeGreaterThan(-0.22);
      expect(all.long).toBeLessThan(0.22);
    });
  }

  it('lasts as the logged discharge of a UB121000 at the 10 h rate, within 20 %', () => {
    const { logged, simulated } = loggedDischarge();
    expect(logged).toBeGreaterThan(9 * 3600);
    expect(Math.abs(simulated / logged - 1)).toBeLessThan(0.2);
  });

  it('is held to the same numbers in the tests that need no recordings', () => {
    const told = sheetDeviations().map(({ minutes, end, by }) => [minutes, end.toFixed(3), by.toFixed(9)].join(' '));
    for (const point of sheetPoints()) {
      expect(told).toContain([point.minutes, point.end.toFixed(3), deviation(point).toFixed(9)].join(' '));
    }
  });
});
