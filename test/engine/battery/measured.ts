/**
 * What is learned, judged by batteries that were really discharged: the runtime tables of makers and logged discharges of
 * `../shared/captures/discharges` (their README.md says where each comes from). Charge is truly the time that is left
 * over the whole time.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { earlyShare } from '../../../src-main/engine/battery/discharge.ts';
import { learn, type Load } from '../../../src-main/engine/battery/learning.ts';
import { runtime } from '../../../src-main/engine/battery/runtime.ts';
import type { Discharge, Range, Stretch } from '../../../src-shared/contract/index.ts';

/** Where the data sets are. */
export const ROOT = join(import.meta.dirname, '../../../../shared/captures/discharges');
const BEGIN = Date.UTC(2027, 0, 1);
const DAY = 86_400_000;

/** Runtimes of one UPS, its battery full and new, by load. */
export interface Curve {
  /** The folder that it comes from, and the UPS. */
  readonly source: string;
  readonly name: string;
  readonly unit: Load['unit'];
  readonly points: readonly { readonly load: number; readonly seconds: number }[];
}

/** Rows of a data set, without its heading. A cell in quotes may hold commas. */
export function rowsOf(folder: string): readonly (readonly string[])[] {
  const lines = readFileSync(join(ROOT, folder, 'data.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  return lines.map((line) =>
    [...line.matchAll(/"([^"]*)"|([^,]+)/gu)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
  );
}

/** The runtime tables. The loads of APC's are VA, of which its manual says that 1.4 are one W. */
export function curves(): readonly Curve[] {
  const told = [
    { folder: 'runtime_apc-smart-ups-420-1400', unit: 'W', scale: 1 / 1.4 },
    { folder: 'runtime_liebert-gxt3-230v', unit: '%', scale: 1 },
  ] as const;
  return told.flatMap(({ folder, unit, scale }) =>
    [...byName(rowsOf(folder))].map(([name, rows]) => ({
      source: folder,
      name,
      unit,
      points: rows.map(([, load, minutes]) => ({ load: Number(load) * scale, seconds: Number(minutes) * 60 })),
    })),
  );
}

function byName(rows: ReturnType<typeof rowsOf>): ReadonlyMap<string, ReturnType<typeof rowsOf>> {
  const groups = new Map<string, ReturnType<typeof rowsOf>>();
  for (const row of rows) groups.set(row[0] ?? '', [...(groups.get(row[0] ?? '') ?? []), row]);
  return groups;
}

/** A discharge from full to empty by an even gauge, as it is learned from. */
function evenDischarge({ load, seconds }: Curve['points'][number], unit: Load['unit'], index: number): Discharge {
  const share = unit === 'W' ? { watts: load } : { percent: load };
  const stretches = Array.from({ length: 10 }, (_, at): Stretch => {
    const [begun, ended] = [(seconds / 10) * at, (seconds / 10) * (at + 1)];
    return { seconds: seconds / 10, from: 100 - 10 * at, to: 90 - 10 * at, early: earlyShare(begun, ended), ...share };
  });
  const begin = BEGIN + index * DAY;
  return {
    begin,
    end: begin + seconds * 1000,
    kind: 'outage',
    interval: 5,
    chargeBegin: 100,
    chargeEnd: 0,
    stretches,
    ...share,
  };
}

/** One prediction beside the truth. */
export interface Guess {
  readonly source: string;
  /** How many times the load is off the nearest one that was learned. */
  readonly distance: number;
  /** The load is more, or less, than all that were learned. */
  readonly beyond: boolean;
  readonly range: Range;
  readonly seconds: number;
}

/** Every load of every table, predicted from the discharges at `count` other loads of the same UPS. */
export function guesses(count: 1 | 2): readonly Guess[] {
  return curves().flatMap((curve) => subsets(curve.points.length, count).flatMap((chosen) => predicted(curve, chosen)));
}

function subsets(length: number, count: 1 | 2): readonly (readonly number[])[] {
  const all = Array.from({ length }, (_, index) => index);
  return count === 1 ? all.map((one) => [one]) : all.flatMap((one) => all.slice(one + 1).map((other) => [one, other]));
}

function predicted({ source, unit, points }: Curve, chosen: readonly number[]): readonly Guess[] {
  const known = points.filter((_, index) => chosen.includes(index));
  const discharges = known.map((point, index) => evenDischarge(point, unit, index));
  return points
    .filter((_, index) => !chosen.includes(index))
    .flatMap(({ load, seconds }) => {
      const learned = learn(discharges, { value: load, unit }, BEGIN + 10 * DAY);
      if (learned === undefined) return [];
      const ratios = known.map((point) => load / point.load);
      const distance = Math.min(...ratios.map((ratio) => Math.max(ratio, 1 / ratio)));
      const beyond = ratios.every((ratio) => ratio > 1) || ratios.every((ratio) => ratio < 1);
      return [{ source, distance, beyond, range: runtime(learned, 100), seconds }];
    });
}

/** What a set of guesses comes to, in shares of one; `width` is how many times the upper end is the lower, in the middle. */
export interface Score {
  readonly count: number;
  readonly inside: number;
  /** The careful end promises more than came true. */
  readonly tooMuch: number;
  readonly error: number;
  readonly width: number;
}

/** Adds up. */
export function scoreOf(all: readonly Guess[]): Score {
  const share = (fits: (guess: Guess) => boolean): number => all.filter(fits).length / all.length;
  return {
    count: all.length,
    inside: share(({ range, seconds }) => range.low <= seconds && seconds <= range.high),
    tooMuch: share(({ range, seconds }) => range.low > seconds),
    error: middle(all.map(({ range, seconds }) => Math.abs(range.likely / seconds - 1))),
    width: middle(all.map(({ range }) => range.high / range.low)),
  };
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
