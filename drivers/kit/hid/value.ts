/**
 * Values of HID reports: bits to numbers and back (Device Class Definition for HID 1.11, 5.8 and 6.2.2.7).
 *
 *     > feature report 0x31
 *     < be 04              Input.Voltage, 16 bits, Volt, exponent 6: raw 1214, 121.4 V
 */
import { isAllOnes } from '../all-ones.ts';
import type { Field } from '../field.ts';
import type { HidField } from './field.ts';
import { type HidUnit, unitOf } from './unit.ts';
import { say } from '../../../src-shared/texts/say.ts';

/** Wider fields are buffers. */
const WIDEST = 32;

/** Whether the report's data reach to the end of the field's first element. */
function reaches(field: HidField, data: Uint8Array): boolean {
  return field.offset + field.size <= data.length * 8;
}

/**
 * The bits of a field as the report holds them, signed where the logical range is; null where the data end before it,
 * or where the field is no number. For a choice of an array, 1 when one of the elements names it, else 0.
 *
 * @param data the report without its id
 */
export function rawValue(field: HidField, data: Uint8Array): number | null {
  if (field.size > WIDEST || !reaches(field, data)) return null;
  if (field.selector === undefined) return element(field, data, 0);
  for (let index = 0; index < field.count; index += 1) {
    if ((field.offset + (index + 1) * field.size) / 8 > data.length) break;
    if (element(field, data, index) === field.selector) return 1;
  }
  return 0;
}

function element(field: HidField, data: Uint8Array, index: number): number {
  let value = 0;
  const start = field.offset + index * field.size;
  for (let bit = field.size - 1; bit >= 0; bit -= 1) {
    const at = start + bit;
    value = value * 2 + (((data[at >> 3] ?? 0) >> (at & 7)) & 1);
  }
  const signed = field.logical.min < 0 || field.logical.max < 0;
  return signed && value >= 2 ** (field.size - 1) ? value - 2 ** field.size : value;
}

/** Whether a raw value, as `rawValue` gives it, stands for none because all its bits are set. */
export function isUnset({ size, logical }: HidField, raw: number): boolean {
  return isAllOnes(raw, size, Math.max(logical.min, logical.max));
}

/** Writes the bits of a field into a report, in place. What does not fit the field is cut to the nearest that does. */
export function putRaw(field: HidField, data: Uint8Array, raw: number): void {
  if (field.size > WIDEST || !reaches(field, data)) return;
  const signed = field.logical.min < 0 || field.logical.max < 0;
  const lowest = signed ? -(2 ** (field.size - 1)) : 0;
  const highest = signed ? 2 ** (field.size - 1) - 1 : 2 ** field.size - 1;
  const clamped = Math.min(Math.max(Math.round(raw), lowest), highest);
  let bits = clamped < 0 ? clamped + 2 ** field.size : clamped;
  for (let bit = 0; bit < field.size; bit += 1) {
    const at = field.offset + bit;
    const byte = (data[at >> 3] ?? 0) & ~(1 << (at & 7));
    data[at >> 3] = byte | ((bits % 2) << (at & 7));
    bits = Math.floor(bits / 2);
  }
}

/** The physical value of a raw one: scaled by the ranges and the exponent; absent where the device says "none". */
export function measured(field: HidField, raw: number): Field<number> & { readonly unit: HidUnit } {
  const { logical, physical } = field;
  const { unit, power } = unitOf(field);
  if (field.nullable && (raw < logical.min || raw > logical.max)) {
    return { absent: say('reply.noValueFor', { raw }), unit };
  }
  return { value: timesTen(isScaled(field) ? scaled(raw, logical, physical ?? logical) : raw, power), unit };
}

/** The raw value that stands for a physical one in the field's own unit; the opposite of `measured`, rounded. */
export function rawFor(field: HidField, value: number): number {
  const { logical, physical } = field;
  const plain = timesTen(value, -unitOf(field).power);
  // A value just below zero rounds to minus zero, which is no raw value.
  return Math.round(isScaled(field) ? scaled(plain, physical ?? logical, logical) : plain) + 0;
}

/** A range of which one end is missing, or that is a point, scales nothing. */
function isScaled({ logical, physical }: HidField): boolean {
  return physical !== undefined && logical.max > logical.min && physical.max > physical.min;
}

function scaled(value: number, from: HidField['logical'], to: HidField['logical']): number {
  return ((value - from.min) * (to.max - to.min)) / (from.max - from.min) + to.min;
}

/** Times a power of ten, without the tail that a multiplication by 0.1 would leave. */
export function timesTen(value: number, power: number): number {
  return power < 0 ? value / 10 ** -power : value * 10 ** power;
}
