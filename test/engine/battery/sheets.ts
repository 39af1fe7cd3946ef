/**
 * The simulated battery, judged by the whole data sheets of `../shared/captures/discharges` (`battery_*`), and by the one
 * lead-acid block whose discharge was logged from full to empty.
 */
import { readdirSync } from 'node:fs';
import { secondsAt } from '../../../src-shared/ups-model/battery.ts';
import { BLOCKS, type BlockKind } from '../../../src-shared/ups-model/blocks.ts';
import { deviation } from '../../ups-model/deviation.ts';
import { ROOT, rowsOf } from './measured.ts';

/** What each sheet is of; a data set that is not here is no known battery. */
const BATTERIES: Readonly<Record<string, { kind: BlockKind; capacity: number; cells: number }>> = {
  'battery_csb-gp12400': { kind: 'lead-large', capacity: 40, cells: 6 },
  'battery_csb-gp645': { kind: 'lead-small', capacity: 4.5, cells: 3 },
  'battery_panasonic-up-pw1245p1': { kind: 'lead-high-rate', capacity: 7.8, cells: 6 },
};

/** One point of a sheet and how much longer (1 is twice as long) the simulated battery lasts. */
export interface Deviation {
  readonly sheet: string;
  readonly minutes: number;
  readonly end: number;
  readonly by: number;
}

/** The data sets of batteries. */
export function sheetNames(): readonly string[] {
  return readdirSync(ROOT)
    .filter((name) => name.startsWith('battery_'))
    .toSorted();
}

/** Every point of every data sheet. Throws where a sheet is of a battery that is not known here. */
export function sheetDeviations(): readonly Deviation[] {
  return sheetNames().flatMap((sheet) => {
    const battery = BATTERIES[sheet];
    if (battery === undefined) throw new Error(`Which battery is ${sheet} of? Add it to BATTERIES.`);
    return rowsOf(sheet).map((row) => {
      const unit = row[0] === 'W' ? 'W' : 'A';
      const numbers = row.map(Number).filter(Number.isFinite);
      const [told = Number.NaN, minutes = Number.NaN, value = Number.NaN] = numbers;
      // The end is told of a cell, or of the block.
      const end = told > 5 ? told / battery.cells : told;
      return { sheet, minutes, end, by: deviation({ ...battery, unit, minutes, end, value }) };
    });
  });
}

/** The largest deviations of a sheet between these times (minutes), down and up. */
export function worst(sheet: string, from: number, to: number): { short: number; long: number; count: number } {
  const all = sheetDeviations().filter((each) => each.sheet === sheet && each.minutes >= from && each.minutes <= to);
  const by = all.map((each) => each.by);
  return { short: Math.min(0, ...by), long: Math.max(0, ...by), count: all.length };
}

/** The logged discharge of a 100 Ah block at 10 A: seconds until its last reading under load, and what is simulated. */
export function loggedDischarge(): { logged: number; simulated: number } {
  const loaded = rowsOf('discharge_universal-ub121000').filter(([, , current]) => Number(current) > 0);
  const [begin, last] = [loaded[0], loaded.at(-1)];
  const end = Number(last?.[1]) / 6;
  return {
    logged: Number(last?.[0]) - Number(begin?.[0]),
    simulated: secondsAt(BLOCKS['lead-large'], 0.1, end),
  };
}
