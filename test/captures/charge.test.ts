/** The charge that a voltage tells, judged by a table and a discharge that others measured. */
import { expect, it } from 'vitest';
import { chargeAtRest, chargeUnderLoad, sagUnderLoad } from '../../src-shared/nut/index.ts';
import { rowsOf } from '../battery/measured.ts';
import { describeWithRecordings } from './recordings.ts';

describeWithRecordings('the charge that a voltage tells', () => {
  it('is within 12 points at rest, for flooded blocks and for gel', () => {
    const rows = rowsOf('rest-voltage_tables').filter(([battery = '']) => battery.includes('12 V'));
    expect(rows).toHaveLength(10);
    for (const [battery, charge, volts] of rows) {
      expect(Math.abs(chargeAtRest(Number(volts)) - Number(charge)), `${battery} at ${volts} V`).toBeLessThanOrEqual(
        12,
      );
    }
  });

  it('is within 15 points under load, and a battery that was emptied stays empty at rest', () => {
    const rows = rowsOf('discharge_universal-ub121000').map((row) => row.map(Number));
    const carried = rows.filter(([, , current = 0]) => current > 5);
    const whole = carried.at(-1)?.[0] ?? 0;
    // The log shows no load in the voltage for its first quarter of an hour.
    const sunk = carried.find(([, volts = 0]) => volts < 12.8)?.[1] ?? 0;
    let looked = 0;
    for (const [seconds = 0, volts = 0] of carried.filter(([, value = 0]) => value < 12.8)) {
      const left = 100 * (1 - seconds / whole);
      expect(Math.abs(chargeUnderLoad(volts, sagUnderLoad(sunk)) - left), `after ${seconds} s`).toBeLessThanOrEqual(15);
      looked += 1;
    }
    expect(looked).toBeGreaterThan(1000);
    const rested = rows.filter(([seconds = 0]) => seconds > whole + 60);
    expect(rested.length).toBeGreaterThan(100);
    for (const [, volts = 0] of rested) expect(chargeAtRest(volts)).toBeLessThanOrEqual(10);
  });
});
