/**
 * What is learned of a battery, held against runtime tables of makers: how often the truth lies in the range, how often
 * the careful end promises too much, and how wide the range is. And the simulated battery, held against data sheets of
 * batteries; and the charge that a voltage tells, held against what others measured. Needs the data beside the checkout.
 */
import { blockErrors, restErrors, restOfLog } from '../test/engine/battery/logged.ts';
import { guesses, type Guess, scoreOf } from '../test/engine/battery/measured.ts';
import { sheetNames, worst } from '../test/engine/battery/sheets.ts';
import type { BenchRow } from './row.ts';

export const title = 'Learned runtime and the simulated battery against the tables of makers';

/** How many times another load may be, from and to. */
const DISTANCES = [
  [1, 1.3],
  [1.3, 2],
  [2, 4],
  [4, Number.POSITIVE_INFINITY],
] as const;

export async function run(): Promise<readonly BenchRow[]> {
  return [
    ...sheetNames().map(sheetRow),
    ...chargeRows(),
    ...[50, 30, 20].map(restRow),
    ...([1, 2] as const).flatMap(learnedRows),
  ];
}

function chargeRow(name: string, errors: readonly number[], least: number): BenchRow {
  const value = Math.max(...errors.map(Math.abs));
  return {
    name: `charge from the voltage, ${name}`,
    value,
    unit: 'points',
    goal: `within ${least}`,
    met: value <= least,
  };
}

/** How far the charge that a voltage tells is off, at worst. */
function chargeRows(): readonly BenchRow[] {
  const { carried, after } = blockErrors();
  return [
    chargeRow('at rest', restErrors(), 12),
    chargeRow('under load', carried, 15),
    chargeRow('empty, after five hours of rest', after, 10),
  ];
}

/** How far the middle of what is told of the rest is off, once a gauge was seen down to so many percent. */
function restRow(seen: number): BenchRow {
  const { told, real } = restOfLog(seen);
  const value = 100 * (told.likely / real - 1);
  return {
    name: `the rest of a discharge, seen down to ${seen} %`,
    value,
    unit: '%',
    goal: 'within 25',
    met: Math.abs(value) <= 25 && told.low <= real && told.high >= real,
  };
}

/** The point of a data sheet, of 5 minutes to 4 hours, from which the simulated battery is farthest. */
function sheetRow(sheet: string): BenchRow {
  const { short, long } = worst(sheet, 5, 240);
  const value = 100 * (long > -short ? long : short);
  return {
    name: `simulated battery, worst deviation from ${sheet}`,
    value,
    unit: '%',
    goal: 'within 12',
    met: Math.abs(value) < 12,
  };
}

function learnedRows(count: 1 | 2): readonly BenchRow[] {
  const all = guesses(count);
  const from = count === 1 ? 'from one discharge' : 'from two discharges';
  return [
    ...rows(`${from}, all loads`, all),
    ...DISTANCES.flatMap(([least, most]) => {
      const name = Number.isFinite(most) ? `${least} to ${most} times the load` : `more than ${least} times the load`;
      return rows(
        `${from}, ${name}`,
        all.filter(({ distance }) => distance > least && distance <= most),
      );
    }),
  ];
}

function rows(name: string, all: readonly Guess[]): readonly BenchRow[] {
  const { inside, tooMuch, error, width } = scoreOf(all);
  return [
    { name: `${name}: in range`, value: 100 * inside, unit: '%', goal: 'at least 90', met: inside >= 0.9 },
    { name: `${name}: too much promised`, value: 100 * tooMuch, unit: '%', goal: 'at most 5', met: tooMuch <= 0.05 },
    { name: `${name}: error in the middle`, value: 100 * error, unit: '%' },
    { name: `${name}: upper end over lower`, value: width, unit: 'times' },
  ];
}
