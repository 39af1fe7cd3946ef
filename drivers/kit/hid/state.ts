/** What the items of a report descriptor leave behind for the next main item (Device Class Definition for HID 1.11). */
import type { Range } from './field.ts';
import type { HidItem } from './items.ts';

/** Global state (6.2.2.7). A range is kept as both readings of its bytes until both ends are known. */
export interface Globals {
  page: number;
  logicalMin: HidItem | null;
  logicalMax: HidItem | null;
  physicalMin: HidItem | null;
  physicalMax: HidItem | null;
  exponent: number;
  /** The exponent was written since the last value that was described. */
  stated: boolean;
  unit: number;
  size: number;
  report: number;
  count: number;
}

/** A list of numbers that is given one by one or as a range. */
export interface Numbers {
  readonly list: number[];
  low: number | null;
}

/** Local state (6.2.2.8): what the next main item is called. */
export interface Locals {
  readonly usages: Numbers;
  readonly designators: Numbers;
  readonly strings: Numbers;
  /** Inside a delimited set, whose first usage is the preferred one; `taken` once it was seen. */
  delimited: 'no' | 'first' | 'taken';
}

/** Before the first item. */
export const INITIAL: Readonly<Globals> = {
  page: 0,
  logicalMin: null,
  logicalMax: null,
  physicalMin: null,
  physicalMax: null,
  exponent: 0,
  stated: false,
  unit: 0,
  size: 0,
  report: 0,
  count: 0,
};

const none = (): Numbers => ({ list: [], low: null });

/** After each main item. */
export function noLocals(): Locals {
  return { usages: none(), designators: none(), strings: none(), delimited: 'no' };
}

/**
 * Range items are signed (6.2.2.7), but firmware writes 255 in one byte and 65535 in two: where the maximum would lie
 * below the minimum, it was meant without a sign.
 */
export function rangeOf(min: HidItem | null, max: HidItem | null): Range & { readonly mended: boolean } {
  const low = min?.signed ?? 0;
  const high = max?.signed ?? 0;
  if (max === null || high >= low) return { min: low, max: high, mended: false };
  return { min: low, max: Math.max(max.unsigned, low), mended: true };
}

/** The exponent is a signed nibble (6.2.2.7); a few devices write it as a signed byte instead. */
export function exponentOf(item: HidItem): number {
  if (item.signed < 0) return Math.max(item.signed, -128);
  const nibble = item.unsigned & 0xf;
  return nibble > 7 ? nibble - 16 : nibble;
}
