/** Discharges that others logged, in `../shared/captures/discharges`: what is told of the rest, and of the charge. */
import { dischargeOf } from '../../../src-main/engine/battery/discharge.ts';
import { learn } from '../../../src-main/engine/battery/learning.ts';
import { runtime } from '../../../src-main/engine/battery/runtime.ts';
import type { Discharge, Range, Series } from '../../../src-shared/contract/index.ts';
import { chargeAtRest, chargeUnderLoad, sagUnderLoad } from '../../../src-shared/nut/index.ts';
import { rowsOf } from './measured.ts';

/** When a row of seconds was taken, in milliseconds. */
const at = (row: readonly number[] | undefined): number => 1000 * (row?.[0] ?? 0);

/** The rest of the Li-ion log, as it is told once the gauge has come down to `seen` percent, and as it was. Seconds. */
export function restOfLog(seen: number): { readonly told: Range; readonly real: number } {
  const rows = rowsOf('discharge_upsplus-v5_li-ion').map((row) => row.map(Number));
  const until = rows.findIndex(([, , , charge = 100]) => charge <= seen);
  const part = rows.slice(0, until + 1);
  const points = (of: (row: readonly number[]) => number): Series['points'] =>
    part.map((row) => [at(row), of(row), of(row), of(row)]);
  const end = at(part.at(-1));
  const discharge = dischargeOf({
    begin: at(part[0]),
    end,
    kind: 'outage',
    charge: points(([, , , charge = 0]) => charge),
    watts: points(([, , milliwatts = 0]) => milliwatts / 1000),
    percent: [],
    voltage: [],
    lost: [],
  });
  const learned = learn([discharge], { value: discharge.watts ?? 0, unit: 'W' }, end);
  if (learned === undefined) throw new Error(`nothing was learned: ${discharge.refused}`);
  return { told: runtime(learned, seen, 0, end / 1000), real: (at(rows.at(-1)) - end) / 1000 };
}

/** What the three readings around the outage of a Smart-UPS C 1500 teach: 19 percent in 155 s. */
export function shortOutage(): Discharge {
  const rows = rowsOf('outage_apc-smc1500').map(([time = '', , charge = '']) => ({
    time: Date.parse(`${time.replace(' ', 'T')}Z`),
    charge: Number(charge),
  }));
  const begin = Date.parse('2021-12-31T12:38:01Z');
  const charge: Series['points'] = rows.map((row) => [Math.max(row.time, begin), row.charge, row.charge, row.charge]);
  const watts: Series['points'] = [[begin, 100, 100, 100]];
  const end = begin + 155_000;
  return dischargeOf({ begin, end, kind: 'outage', charge, watts, percent: [], voltage: [], lost: [] });
}

/** Points of charge by which what is told at rest is off the tables of 12 V blocks. */
export function restErrors(): readonly number[] {
  return rowsOf('rest-voltage_tables')
    .filter(([battery = '']) => battery.includes('12 V'))
    .map(([, charge, volts]) => chargeAtRest(Number(volts)) - Number(charge));
}

/** The logged lead-acid block: points of charge by which what is told under load is off, and what is told at rest after. */
export function blockErrors(): { readonly carried: readonly number[]; readonly after: readonly number[] } {
  const rows = rowsOf('discharge_universal-ub121000').map((row) => row.map(Number));
  const carried = rows.filter(([, , current = 0]) => current > 5);
  const whole = carried.at(-1)?.[0] ?? 0;
  // The log shows no load in the voltage for its first quarter of an hour.
  const sunk = carried.filter(([, volts = 0]) => volts < 12.8);
  const sag = sagUnderLoad(sunk[0]?.[1] ?? 0);
  return {
    carried: sunk.map(([seconds = 0, volts = 0]) => chargeUnderLoad(volts, sag) - 100 * (1 - seconds / whole)),
    after: rows.filter(([seconds = 0]) => seconds > whole + 60).map(([, volts = 0]) => chargeAtRest(volts)),
  };
}
