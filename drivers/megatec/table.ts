/**
 * The lines of the Megatec protocol as data (Megatec Protocol Information 2.7, "Status Inquiry", "UPS Rating
 * Information", "UPS Information Command"). Lines stand here without their start byte and terminator.
 */
import type { Column } from '../kit/columns.ts';
import { decimal, words } from '../kit/field.ts';

/*
 * > Q1\r
 * < (208.4 140.0 208.4 034 59.9 2.05 35.0 00110000\r
 *    |     |     |     |   |    |    |    |
 *    0     1     2     3   4    5    6    7            field
 */
/** The numbers of the status line. The battery's voltage (field 5) is read by `battery.ts`, the bits by `decode.ts`. */
export const STATUS: readonly Column[] = [
  { name: 'input.voltage', at: { field: 0 }, read: decimal },
  { name: 'input.voltage.fault', at: { field: 1 }, read: decimal },
  { name: 'output.voltage', at: { field: 2 }, read: decimal },
  { name: 'ups.load', at: { field: 3 }, read: decimal },
  { name: 'input.frequency', at: { field: 4 }, read: decimal },
  { name: 'ups.temperature', at: { field: 6 }, read: decimal },
];
/** The status line is whole at its eighth bit, whatever follows: some devices leave the CR away. */
export const WHOLE_STATUS = /\((?:[^\s(]+ +){7}[01]{8}/;
/** Where the battery's voltage and the status bits stand in the status line. */
export const BATTERY_FIELD = 5;
export const BITS_FIELD = 7;

/*
 * > F\r
 * < #220.0 013 72.00 50.0\r
 *    01234567890123456789
 *    0         1
 *
 * Devices that do not know a rating leave it blank, so columns are read by their place ...
 * < #   .   .  12.00   . \r
 */
/** The rating line with its fields where the specification puts them. */
export const RATING_IN_PLACE: readonly Column[] = [
  { name: 'input.voltage.nominal', at: { from: 0, to: 5 }, read: decimal },
  { name: 'input.current.nominal', at: { from: 6, to: 9 }, read: decimal },
  { name: 'battery.voltage.nominal', at: { from: 10, to: 15 }, read: decimal },
  { name: 'input.frequency.nominal', at: { from: 16, to: 20 }, read: decimal },
];
/** ... and only where a line is of another length, by their order. */
export const RATING_IN_ORDER: readonly Column[] = [
  { name: 'input.voltage.nominal', at: { field: 0 }, read: decimal },
  { name: 'input.current.nominal', at: { field: 1 }, read: decimal },
  { name: 'battery.voltage.nominal', at: { field: 2 }, read: decimal },
  { name: 'input.frequency.nominal', at: { field: 3 }, read: decimal },
];
/** A rating line with its fields in place is whole without its CR. */
export const WHOLE_RATING = /#[\d.@\- ]{5} [\d.@\- ]{3} [\d.@\- ]{5} [\d.@\- ]{4}/;
/** Blanks between the fields of a rating line that keeps to the specification, and its length. */
export const RATING_SHAPE = { length: 20, blanks: [5, 9, 15] } as const;

/*
 * > I\r
 * < #-------------   ------     VT12046Q  \r
 *    0123456789012345678901234567890123456
 *    0         1         2         3
 */
/** The information line with its fields where the specification puts them. */
export const VENDOR_IN_PLACE: readonly Column[] = [
  { name: 'ups.mfr', at: { from: 0, to: 15 }, read: words },
  { name: 'ups.model', at: { from: 16, to: 26 }, read: words },
  { name: 'ups.firmware', at: { from: 27 }, read: words },
];
/** The information line of devices that send three words without filling them up. */
export const VENDOR_IN_ORDER: readonly Column[] = [
  { name: 'ups.mfr', at: { field: 0 }, read: words },
  { name: 'ups.model', at: { field: 1 }, read: words },
  { name: 'ups.firmware', at: { field: 2 }, read: words },
];
/**
 * Blanks between the fields of an information line that keeps to the specification, and its length; some devices do
 * not fill up the last field.
 */
export const VENDOR_SHAPE = { length: 37, atLeast: 28, blanks: [15, 26] } as const;

/** Meaning of the status bits by their place in the text, b7 first. */
export const BIT = {
  utilityFail: 0,
  batteryLow: 1,
  bypassBoostOrBuck: 2,
  failed: 3,
  standby: 4,
  test: 5,
  shutdown: 6,
  beeper: 7,
} as const;

/** The two kinds of UPS that bit 3 tells apart, in NUT's words for `ups.type`. */
export const TYPE = { standby: 'offline / line interactive', online: 'online' } as const;
