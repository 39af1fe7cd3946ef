/**
 * The battery field. On-line units print the voltage of one 2 V cell as S.SS, standby units that of the pack as SS.S
 * (specification, "UPS status data stream"); some on-line units print that of one 12 V block instead. Which one it is
 * shows by comparing with the rated voltage of the pack.
 */
import type { ReadingsBuilder } from '../kit/columns.ts';
import { decimal } from '../kit/field.ts';
import { say } from '../../src-shared/texts/say.ts';

/** Volt of one lead-acid cell and of the usual block of six. */
const CELL = 2;
const BLOCK = 12;
/** No lead-acid cell reaches this, and no battery that a UPS runs on is below it. Volt. */
const ABOVE_CELL = 3;
/** A battery in use stays between these shares of its nominal voltage. */
const LOWEST = 0.75;
const HIGHEST = 1.3;

/** What the battery field turned out to be: the voltage of a `unit`, of which the pack has `count`. */
export interface BatteryUnit {
  readonly nominal: number;
  /** Undefined where the rated voltage of the pack is unknown. */
  readonly count?: number;
}

/** Which unit a voltage was measured on, given the rated voltage of the pack; undefined where nothing fits. */
export function batteryUnit(voltage: number, rated: number | undefined): BatteryUnit | undefined {
  if (voltage <= 0) return undefined;
  if (rated === undefined || rated <= 0) {
    return voltage < ABOVE_CELL ? { nominal: CELL } : undefined;
  }
  if (fits(voltage, rated)) return { nominal: rated, count: 1 };
  if (voltage < ABOVE_CELL) return { nominal: CELL, count: Math.round(rated / CELL) };
  if (fits(voltage, BLOCK) && rated % BLOCK === 0) return { nominal: BLOCK, count: rated / BLOCK };
  // Far below its rating a pack is empty; far above, the rating or the reading is wrong.
  return voltage < rated ? { nominal: rated, count: 1 } : undefined;
}

function fits(voltage: number, nominal: number): boolean {
  return voltage >= LOWEST * nominal && voltage <= HIGHEST * nominal;
}

/** Reads the battery field: the pack's voltage. */
export function readBattery(text: string, rated: number | undefined, into: ReadingsBuilder): void {
  const field = decimal(text);
  if (!('value' in field)) {
    into.lack('battery.voltage', field.absent);
    return;
  }
  const unit = batteryUnit(field.value, rated);
  if (unit === undefined) {
    into.report('battery.voltage', field.value);
    return;
  }
  if (unit.count === undefined) {
    into.lack('battery.voltage', say('megatec.oneCell', { volts: text }));
  } else if (unit.count === 1) {
    into.report('battery.voltage', field.value);
  } else {
    into.derive('battery.voltage', Math.round(field.value * unit.count * 100) / 100);
  }
}
