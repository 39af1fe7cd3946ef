/**
 * How long batteries last, by the data sheets of their makers: new, at 25 °C, 5 minutes to 4 hours. Minutes, then by the
 * end voltage of a cell the constant current (A) or power of a 12 V block (W). Trimmed to the ends that inverters use.
 */
import type { BlockKind } from '../../src-shared/ups-model/blocks.ts';

/** One table of a sheet. */
interface Sheet {
  readonly source: string;
  readonly kind: BlockKind;
  /** Ah at the 20 h rate, and the cells of what was measured. */
  readonly capacity: number;
  readonly cells: number;
  readonly unit: 'A' | 'W';
  readonly minutes: readonly number[];
  readonly byEnd: Readonly<Record<string, readonly number[]>>;
}

/** The tables. */
export const SHEETS: readonly Sheet[] = [
  {
    source: 'CSB GP 12400, "Constant Current Discharge Characteristics"',
    kind: 'lead-large',
    capacity: 40,
    cells: 6,
    unit: 'A',
    minutes: [5, 10, 15, 30, 60, 120, 180, 240],
    byEnd: {
      '1.6': [176, 113, 85, 51.8, 30.6, 17.7, 12.6, 9.83],
      '1.67': [157, 105, 81, 50.8, 30.3, 17.6, 12.5, 9.77],
      '1.75': [135, 95, 75.5, 49, 30, 17.4, 12.3, 9.71],
    },
  },
  {
    source: 'CSB GP 645, "Constant Current Discharge Characteristics"',
    kind: 'lead-small',
    capacity: 4.5,
    cells: 3,
    unit: 'A',
    minutes: [5, 10, 15, 30, 60, 120, 180, 240],
    byEnd: {
      '1.6': [18.7, 12.3, 9.08, 5.37, 3.11, 1.8, 1.26, 0.994],
      '1.67': [17.6, 11.8, 8.89, 5.31, 3.1, 1.79, 1.25, 0.987],
      '1.75': [16.1, 11.2, 8.62, 5.22, 3.06, 1.77, 1.23, 0.979],
    },
  },
  {
    source: 'Panasonic UP-PW1245P1, constant power',
    kind: 'lead-high-rate',
    capacity: 7.8,
    cells: 6,
    unit: 'W',
    minutes: [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240],
    byEnd: {
      '1.6': [410, 270, 195, 159, 112, 82.1, 65.7, 45.2, 34.9, 26, 20],
      '1.7': [390, 258, 193, 156, 110, 80.8, 64.4, 43.4, 33.9, 25.6, 19.7],
      '1.75': [360, 246, 187, 151, 109, 78.7, 63, 41.7, 32.8, 25.2, 19.5],
    },
  },
  {
    source: 'Panasonic UP-PW1245P1, constant current',
    kind: 'lead-high-rate',
    capacity: 7.8,
    cells: 6,
    unit: 'A',
    minutes: [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240],
    byEnd: { '1.6': [36.8, 23.9, 17, 13.7, 9.57, 6.99, 5.57, 3.82, 2.95, 2.19, 1.67] },
  },
];

/** One point of a table. */
export interface SheetPoint extends Pick<Sheet, 'source' | 'kind' | 'capacity' | 'cells' | 'unit'> {
  readonly minutes: number;
  readonly end: number;
  readonly value: number;
}

/** Every point of every table. */
export function sheetPoints(): readonly SheetPoint[] {
  return SHEETS.flatMap(({ minutes, byEnd, ...sheet }) =>
    Object.entries(byEnd).flatMap(([end, values]) =>
      values.map((value, index) => ({ ...sheet, end: Number(end), minutes: minutes[index] ?? Number.NaN, value })),
    ),
  );
}
