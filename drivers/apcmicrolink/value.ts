/** Values on the wire: big-endian whole numbers, most of them with a binary point. */
import { isAllOnes } from '../kit/all-ones.ts';
import { textOf } from '../kit/line/ascii.ts';
import type { Field } from '../kit/field.ts';
import { say } from '../../src-shared/texts/say.ts';

/** How the bytes of a value are to be read, and written. */
export type Coding =
  | { readonly is: 'text' }
  /** A number shown as it stands in hexadecimal. */
  | { readonly is: 'hex' }
  /** `point` binary digits stand behind the point. `words` are numbers that say why there is none. */
  | {
      readonly is: 'number';
      readonly signed?: boolean;
      readonly point?: number;
      readonly words?: Readonly<Record<number, () => string>>;
    }
  /** Days since the first of January 2000; zero is no date. */
  | { readonly is: 'date' }
  /** One of these. */
  | { readonly is: 'choice'; readonly of: Readonly<Record<number, string>> }
  /** Every bit that is set, by its number; `none` where none is. */
  | { readonly is: 'flags'; readonly of: Readonly<Record<number, string>>; readonly none?: string };

/** Dates count from here (NUT, drivers/apc_common.c). */
const EPOCH = Date.UTC(2000, 0, 1);
const DAY = 86_400_000;
const DATE = /^\d{4}-\d\d-\d\d$/;
/** Whole numbers of JavaScript are exact up to six bytes and a half; longer values are no numbers. */
const MOST_BYTES = 6;

/** The bytes as an unsigned number; null where there are none or too many. */
export function unsigned(bytes: Uint8Array): number | null {
  if (bytes.length === 0 || bytes.length > MOST_BYTES) return null;
  return bytes.reduce((value, byte) => value * 0x100 + byte, 0);
}

/** The bytes as a number in two's complement; null where there are none or too many. */
export function signed(bytes: Uint8Array): number | null {
  const value = unsigned(bytes);
  if (value === null) return null;
  const span = 0x100 ** bytes.length;
  return value >= span / 2 ? value - span : value;
}

/** Whether a bit of a number is set, also above the thirty-second. */
export function hasBit(value: number, bit: number): boolean {
  return Math.floor(value / 2 ** bit) % 2 === 1;
}

/** Text without what fills it up. Blanks and zeros fill; other control characters are no text. */
export function readText(bytes: Uint8Array): Field<string> {
  const text = textOf(bytes)
    .replace(/[\0 ]+$/, '')
    .trim();
  if (text === '') return { absent: say('reply.blank') };
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what a garbled text shows itself by
  if (/[\u0000-\u001f\u007f-\u00a0\u00ff]/.test(text)) return { absent: say('microlink.noText') };
  return { value: text };
}

/** Reads a value, or says why there is none. */
export function readValue(coding: Coding, bytes: Uint8Array): Field {
  if (coding.is === 'text') return readText(bytes);
  if (coding.is === 'hex') return { value: hexOf(bytes) };
  const raw = coding.is === 'number' && coding.signed === true ? signed(bytes) : unsigned(bytes);
  if (raw === null) return { absent: say('microlink.oddNumber', { bytes: bytes.length }) };
  switch (coding.is) {
    case 'number': {
      const word = coding.words?.[raw];
      if (word === undefined && coding.signed !== true && isAllOnes(raw, bytes.length * 8)) {
        return { absent: say('reply.allOnes', { raw }) };
      }
      return word === undefined ? { value: raw / 2 ** (coding.point ?? 0) } : { absent: word() };
    }
    case 'date':
      return raw === 0 ? { absent: say('microlink.neverSet') } : { value: dateOf(raw) };
    case 'choice': {
      const choice = coding.of[raw];
      return choice === undefined ? { absent: say('microlink.noChoice', { raw }) } : { value: choice };
    }
    default: {
      const words = Object.entries(coding.of).flatMap(([bit, word]) => (hasBit(raw, Number(bit)) ? [word] : []));
      if (words.length > 0) return { value: words.join(' ') };
      if (raw === 0 && coding.none !== undefined) return { value: coding.none };
      return { absent: raw === 0 ? say('microlink.nothingSaid') : say('microlink.noBit', { bytes: hexOf(bytes) }) };
    }
  }
}

/** The bytes of a value, or what is wrong with it. The reverse of `readValue`; flags are not written. */
export function writeValue(
  coding: Coding,
  text: string,
  size: number,
): { readonly bytes: Uint8Array } | { readonly why: string } {
  switch (coding.is) {
    case 'text':
      return writeText(text, size);
    case 'number': {
      const number = text.trim() === '' ? Number.NaN : Number(text);
      const raw = Math.round(number * 2 ** (coding.point ?? 0));
      const span = 0x100 ** size;
      const [least, most] = coding.signed === true ? [-span / 2, span / 2 - 1] : [0, span - 1];
      if (!(raw >= least && raw <= most)) return { why: say('microlink.notHeld', { text }) };
      return { bytes: bytesFor(raw, size) };
    }
    case 'date': {
      const days = DATE.test(text) ? (Date.parse(text) - EPOCH) / DAY : Number.NaN;
      if (!(days > 0 && days < 0x100 ** size)) return { why: say('microlink.date') };
      return { bytes: bytesFor(days, size) };
    }
    case 'choice': {
      const entry = Object.entries(coding.of).find(([, choice]) => choice === text);
      if (entry === undefined)
        return { why: say('session.takesOneOf', { values: Object.values(coding.of).join(', ') }) };
      return { bytes: bytesFor(Number(entry[0]), size) };
    }
    default:
      return { why: say('microlink.unsettable') };
  }
}

function writeText(text: string, size: number): { readonly bytes: Uint8Array } | { readonly why: string } {
  if (!/^[\u0020-\u007e]*$/.test(text)) return { why: say('microlink.plain') };
  if (text.length > size) return { why: say('session.takesLength', { length: size }) };
  const bytes = new Uint8Array(size);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return { bytes };
}

/** A whole number in so many bytes, big-endian, in two's complement; what does not fit is cut off above. */
export function bytesFor(value: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let index = size - 1, left = value; index >= 0; index -= 1) {
    bytes[index] = left % 0x100;
    left = Math.floor(left / 0x100);
  }
  return bytes;
}

/** Hexadecimal digits, two a byte. */
export function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function dateOf(days: number): string {
  return new Date(EPOCH + days * DAY).toISOString().slice(0, 10);
}
