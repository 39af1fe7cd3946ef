/** Bytes in, values out: the three lines that a Megatec UPS says. Null where a text is not such a line. */
import type { StatusWord } from '../../src-shared/nut/index.ts';
import { say } from '../../src-shared/texts/say.ts';
import { type ReadingsBuilder, readColumns } from '../kit/columns.ts';
import { decimal, isFilled } from '../kit/field.ts';
import { isHollow } from '../kit/placeholder.ts';
import { readBattery } from './battery.ts';
import {
  BATTERY_FIELD,
  BIT,
  BITS_FIELD,
  RATING_IN_ORDER,
  RATING_IN_PLACE,
  RATING_SHAPE,
  STATUS,
  TYPE,
  VENDOR_IN_ORDER,
  VENDOR_IN_PLACE,
  VENDOR_SHAPE,
} from './table.ts';

/** Bypass, boost and buck share one bit; output against input voltage tells which (NUT's rule for the Q* family). */
const TRIM_BELOW = 0.95;
const BOOST_FROM = 1.05;
const SANE = { from: 0.5, below: 1.5 } as const;

const BITS = /^[01]{8}$/;
/** A field of the rating line: a number, or what stands for none. */
const RATING_LINE = /^[\d.@\-\s]+$/;
/** How many of the seven numbers must be there before a line counts as a status line. */
const ENOUGH = 4;

/** What is left of the last line in `text` that starts with `start`, which may stand behind noise. */
function lineAfter(text: string, start: '(' | '#'): string | null {
  // A NUL ends the line of devices behind some USB bridges, in place of the CR.
  const lines = text.split(/[\r\n\0]/).filter((line) => line.includes(start));
  const last = lines.at(-1);
  return last === undefined ? null : last.slice(last.lastIndexOf(start) + 1);
}

/** The bits of a status line. */
export type Bits = Readonly<Record<keyof typeof BIT, boolean>>;

/** A status line taken apart: its fields as they stand, and its bits. */
export interface StatusLine {
  readonly line: string;
  readonly fields: readonly string[];
  readonly bits: Bits;
}

/** Bits that only a UPS can set; the type and the beeper may be those of whatever stands in for it. */
const SAYS_SOMETHING = [
  BIT.utilityFail,
  BIT.batteryLow,
  BIT.bypassBoostOrBuck,
  BIT.failed,
  BIT.test,
  BIT.shutdown,
] as const;

/**
 * Whether a line is a placeholder: no number in it is above zero, and no bit says that anything is the matter. It would
 * be a UPS on mains of 0 V with a battery of 0 V.
 */
function isPlaceholder(fields: readonly string[], bits: string): boolean {
  return fields.slice(0, BITS_FIELD).every(isHollow) && SAYS_SOMETHING.every((place) => bits[place] === '0');
}

/**
 * Takes the answer to Q1 apart; null where it is none, or the placeholder of a bridge that does not reach its UPS.
 * Fields behind the bits, which some devices add, are left alone.
 */
export function parseStatus(text: string): StatusLine | null {
  const line = lineAfter(text, '(');
  if (line === null) return null;
  const fields = line.split(' ').filter((field) => field !== '');
  const bitText = fields[BITS_FIELD];
  if (bitText === undefined || !BITS.test(bitText)) return null;
  const readings = fields.slice(0, BITS_FIELD).map((field) => ({ filled: isFilled(field), ...decimal(field) }));
  if (readings.some((field) => 'absent' in field && !field.filled)) return null;
  if (readings.filter((field) => 'value' in field).length < ENOUGH) return null;
  if (isPlaceholder(fields, bitText)) return null;
  const bit = (place: number) => bitText[place] === '1';
  return {
    line,
    fields,
    bits: {
      utilityFail: bit(BIT.utilityFail),
      batteryLow: bit(BIT.batteryLow),
      bypassBoostOrBuck: bit(BIT.bypassBoostOrBuck),
      failed: bit(BIT.failed),
      standby: bit(BIT.standby),
      test: bit(BIT.test),
      shutdown: bit(BIT.shutdown),
      beeper: bit(BIT.beeper),
    },
  };
}

/** Reads a status line. `rated` is the rated voltage of the battery pack, where the device told it. */
export function readStatus({ line, fields, bits }: StatusLine, rated: number | undefined, into: ReadingsBuilder): void {
  readColumns(STATUS, line, into);
  readBattery(fields[BATTERY_FIELD] ?? '', rated, into);
  // Words follow what is believed: a number that will be withheld says nothing.
  const input = into.believed('input.voltage');
  const output = into.believed('output.voltage');
  const words: StatusWord[] = [bits.utilityFail ? 'OB' : 'OL'];
  if (bits.batteryLow) words.push('LB');
  if (bits.bypassBoostOrBuck) words.push(...regulation(input, output));
  if (bits.test) words.push('TEST');
  if (bits.shutdown) words.push('FSD');
  if (bits.failed) words.push('ALARM');
  // No bit says so, but these numbers do: more than the rated current, and nothing at all at the outlet.
  const load = into.believed('ups.load');
  if (load !== undefined && load > 100) words.push('OVER');
  if (output === 0 && load === 0) words.push('OFF');
  into.report('ups.status', words.join(' '));
  if (bits.failed) into.report('ups.alarm', 'UPS failed');
  into.report('ups.type', bits.standby ? TYPE.standby : TYPE.online);
  into.report('ups.beeper.status', bits.beeper ? 'enabled' : 'disabled');
}

function regulation(input: number | undefined, output: number | undefined): StatusWord[] {
  if (input === undefined || output === undefined || input === 0) return [];
  const ratio = output / input;
  if (ratio < SANE.from || ratio >= SANE.below) return [];
  if (ratio < TRIM_BELOW) return ['TRIM'];
  return ratio < BOOST_FROM ? ['BYPASS'] : ['BOOST'];
}

/**
 * Reads the answer to F; false where the text is no rating line. A reply that broke off (`whole` false) counts only
 * where every column is in its place: devices exist that leave the CR away, but a lost digit must not shrink a number.
 */
export function readRating(text: string, whole: boolean, into: ReadingsBuilder): boolean {
  const line = lineAfter(text, '#');
  if (line === null || !RATING_LINE.test(line)) return false;
  const inPlace = line.length === RATING_SHAPE.length && RATING_SHAPE.blanks.every((place) => line[place] === ' ');
  if (!inPlace && !(whole && line.trim().split(/\s+/).length === RATING_IN_ORDER.length)) return false;
  readColumns(inPlace ? RATING_IN_PLACE : RATING_IN_ORDER, line, into);
  // A nominal of zero is how some devices fill a field that they do not know; nothing is rated for zero.
  for (const { name } of RATING_IN_PLACE) {
    if (into.number(name) === 0) into.lack(name, say('reply.zeros'));
  }
  return true;
}

/** Reads the answer to I; false where the text is no information line, or one that broke off. */
export function readVendor(text: string, whole: boolean, into: ReadingsBuilder): boolean {
  const line = lineAfter(text, '#');
  if (line === null) return false;
  const long = line.length >= (whole ? VENDOR_SHAPE.atLeast : VENDOR_SHAPE.length);
  const inPlace = long && VENDOR_SHAPE.blanks.every((place) => line[place] === ' ');
  if (!inPlace) {
    // A late answer to F looks like this too; it names nobody.
    if (!whole || RATING_LINE.test(line) || line.trim().split(/\s+/).length !== VENDOR_IN_ORDER.length) return false;
  }
  readColumns(inPlace ? VENDOR_IN_PLACE : VENDOR_IN_ORDER, line, into);
  return true;
}
