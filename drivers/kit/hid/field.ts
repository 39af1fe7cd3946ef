/** What a HID report descriptor says, as data. */
import type { HidProblem } from './items.ts';

/** Which way a report goes. */
export type HidKind = 'input' | 'output' | 'feature';

/** A step of a usage path: a usage (its page in the upper 16 bits) and, for some vendors, which one of several. */
export interface PathNode {
  readonly usage: number;
  /**
   * Low seven bits of a vendor-defined collection type. MGE numbers Input, Flow and Outlet so (MGE USB Devices HID
   * Description for NUT AA, 2.1: "The second byte of the code gives ID value").
   */
  readonly index?: number;
}

/** One value of a report. */
export interface HidField {
  /** The collections it lies in, outermost first, and last its own usage. */
  readonly path: readonly PathNode[];
  readonly kind: HidKind;
  /** Report id; 0 where the device uses none. */
  readonly report: number;
  /** Bits from the start of the report's data, the report id not counted. */
  readonly offset: number;
  /** Bits of one element. */
  readonly size: number;
  /** How many elements of this usage follow each other: more than 1 in buffers. */
  readonly count: number;
  /** For a choice of an array: the element value that stands for this usage. */
  readonly selector?: number;
  /** The host cannot change it. */
  readonly constant: boolean;
  /** A value outside of the logical range means that there is none (6.2.2.5, Null State). */
  readonly nullable: boolean;
  readonly logical: Range;
  /** Absent where the device gives none: the logical range is the physical one then (6.2.2.7). */
  readonly physical?: Range;
  /** The unit as HID codes it, and the power of ten: -8 to 7 as the nibble says it, or what a whole byte says. */
  readonly unit: number;
  readonly exponent: number;
  /** The exponent was written for this very field, and not left over from one before it. */
  readonly stated?: true;
  /** Index of a string, of a physical designator. */
  readonly string?: number;
  readonly designator?: number;
  /** Where the main item stands in the descriptor. */
  readonly at: number;
}

/** Both ends are part of it. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** What a descriptor says. */
export interface HidDescriptor {
  readonly fields: readonly HidField[];
  /** Usages of the application collections. */
  readonly applications: readonly number[];
  /** What is wrong with it, in the order of its bytes. */
  readonly problems: readonly HidProblem[];
  /** Bytes of data in a report, the report id not counted; 0 where there is no such report. */
  readonly length: (kind: HidKind, report: number) => number;
}
