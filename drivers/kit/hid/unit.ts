/**
 * Units as HID codes them (Device Class Definition for HID 1.11, 6.2.2.7): a nibble for the system, then one for the
 * power of each dimension. The SI system counts in centimetres and grams, so a Volt, a Watt and a Volt-Ampere are
 * 10^7 of it; tables of UPSes therefore say exponent 7 where they mean 1 (HID Power Devices 1.0, 3.2.3).
 *
 *     0x00f0d121    1: SI linear, 2: length^2, 1: mass^1, d: time^-3, 0: temperature, f: current^-1    Volt
 */
import type { HidField } from './field.ts';

/** What a value is measured in once it is scaled; `none` has no dimension, `other` is nothing that a UPS reports. */
export type HidUnit = 'none' | 'V' | 'A' | 'W' | 'Hz' | 'K' | '°F' | 's' | 'As' | 'other';

/** Codes without the nibble of the system. Watt and Volt-Ampere have the same dimensions. */
const DIMENSIONS: ReadonlyMap<number, HidUnit> = new Map([
  [0x00f0d12, 'V'],
  [0x0010000, 'A'],
  [0x0000d12, 'W'],
  [0x0000f00, 'Hz'],
  [0x0001000, 'K'],
  [0x0000100, 's'],
  [0x0010100, 'As'],
]);
const SI_LINEAR = 1;
const SI_ROTATION = 2;
const ENGLISH_LINEAR = 3;
/** Powers of ten of the base units: the centimetre and the gram, in metres and kilograms. */
const LENGTH = -2;
const MASS = -3;

/** The code of a unit, for descriptors of our own. */
export const UNIT_CODES = {
  none: 0,
  V: 0x00f0d121,
  A: 0x00100001,
  W: 0x0000d121,
  Hz: 0x0000f001,
  K: 0x00010001,
  s: 0x00001001,
} as const;

function nibble(unit: number, place: number): number {
  const bits = Math.floor(unit / 16 ** place) % 16;
  return bits > 7 ? bits - 16 : bits;
}

/**
 * The unit of a field, and the power of ten that brings its physical value to Volt, Ampere, Watt, Hertz, Kelvin,
 * seconds or Ampere-seconds. A field without a unit is scaled only by an exponent that was written for it (tenths of a
 * percent: networkupstools/nut#2695); any other was left over from the field before (09d6:0001, networkupstools/nut#3061).
 */
export function unitOf({ unit, exponent, stated }: Pick<HidField, 'unit' | 'exponent' | 'stated'>): {
  readonly unit: HidUnit;
  readonly power: number;
} {
  const system = unit % 16;
  const code = Math.floor(unit / 16);
  if (system === 0 || code === 0) return { unit: 'none', power: stated === true ? exponent : 0 };
  const dimension = DIMENSIONS.get(code);
  if (system === SI_LINEAR || system === SI_ROTATION) {
    const base = LENGTH * nibble(unit, 1) + MASS * nibble(unit, 2);
    return { unit: dimension ?? 'other', power: exponent + base };
  }
  if (system === ENGLISH_LINEAR && dimension === 'K') return { unit: '°F', power: exponent };
  return { unit: 'other', power: exponent };
}
