/**
 * What one SNMP value says. Agents often answer with another type than their MIB promises: a number as text, a counter
 * where an integer belongs, a decimal point where tenths were asked for. What can be read without doubt is read; the
 * rest is absent, with the reason.
 */
import type { SnmpValue } from '../../driver.ts';
import { ALL_ONES } from '../all-ones.ts';
import type { Field } from '../field.ts';
import { say } from '../../../src-shared/texts/say.ts';

/** Reads one value; `scale` replaces the unit that the MIB gives, for agents known to use another. */
export type OidReader = (value: SnmpValue, scale?: number) => Field;

/** A number as it stood in the message; `exact` when it was written with a decimal point, hence in whole units. */
interface RawNumber {
  readonly number: number;
  readonly exact: boolean;
}

const NUMBER_TEXT = /^\s*([+-]?\d{1,15})(\.\d+)?\s*[A-Za-z%°]{0,4}\s*$/;
/** An Opaque that wraps an IEEE float: tag 9f78, length 4 (net-snmp, include/net-snmp/library/asn1.h). */
const OPAQUE_FLOAT = '\u009f\u0078\u0004';
/**
 * What agents send for "I do not know": all ones, and the ends of the ranges of 16, 24 and 32 bits with a sign; SNMP does
 * not tell the width of what the agent read. Recorded: 65534 for a quantity that is not there (Socomec Net Vision, LibreNMS,
 * tests/snmpsim/socomec-ups.snmprec) and 32767 (APC, apc_smart1500.snmprec there).
 */
const NOBODY_KNOWS: ReadonlySet<number> = new Set([
  ...ALL_ONES,
  65_534,
  ...[16, 24, 32].flatMap((bits) => [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1]),
  2_147_483_648,
]);

/** The number in a value of any type, or null. */
export function rawNumber({ type, value }: SnmpValue): RawNumber | null {
  if (typeof value === 'number') return Number.isFinite(value) ? { number: value, exact: false } : null;
  if (type === 'Opaque' && value.startsWith(OPAQUE_FLOAT) && value.length === 7) {
    const bytes = Uint8Array.from(value.slice(3), (character) => character.charCodeAt(0));
    const float = new DataView(bytes.buffer).getFloat32(0);
    return Number.isFinite(float) ? { number: float, exact: true } : null;
  }
  if (type === 'ObjectIdentifier' || type === 'IpAddress') return null;
  const found = NUMBER_TEXT.exec(value);
  return found === null
    ? null
    : { number: Number(`${found[1] ?? ''}${found[2] ?? ''}`), exact: found[2] !== undefined };
}

/**
 * A number for rules and for status words: undefined where there is none, or one that stands for "I do not know". A
 * word that follows from a number never follows from that.
 */
export function knownNumber(value: SnmpValue | undefined): number | undefined {
  const raw = value === undefined ? null : rawNumber(value);
  return raw === null || NOBODY_KNOWS.has(raw.number) ? undefined : raw.number;
}

/** What a number may be, beyond its unit. */
export interface NumberRules {
  /** In the unit of the variable; outside of it the value is absent. */
  readonly min?: number;
  readonly max?: number;
  /** Raw numbers that mean "not known" besides the ends of the integer ranges. */
  readonly missing?: readonly number[];
}

/** A number; `unit` is what one step of the raw integer is worth in the variable's unit. */
export function number(unit = 1, { min, max, missing = [] }: NumberRules = {}): OidReader {
  return (value, scale = unit) => {
    const raw = rawNumber(value);
    if (raw === null) return { absent: unreadable(value) };
    if (NOBODY_KNOWS.has(raw.number) || missing.includes(raw.number)) {
      return { absent: say('reply.means', { number: raw.number }) };
    }
    const scaled = round(raw.exact ? raw.number : raw.number * scale);
    if ((min !== undefined && scaled < min) || (max !== undefined && scaled > max)) {
      return { absent: say('reply.impossible', { number: raw.number }) };
    }
    return { value: scaled };
  };
}

/** Mains is between these everywhere; what a raw frequency counts is told by its size. Hertz. */
const MAINS = { low: 45, high: 65 };

/**
 * A frequency. The MIB counts tenths of a Hertz; agents are seen that count whole Hertz or hundredths, which the size
 * of the number tells apart beyond doubt on a mains of 45 to 65 Hz.
 */
export const frequency: OidReader = (value, scale) => {
  const raw = rawNumber(value);
  const fits =
    raw === null || raw.exact
      ? undefined
      : [0.1, 1, 0.01].find((unit) => raw.number * unit >= MAINS.low && raw.number * unit <= MAINS.high);
  return number(fits ?? 0.1, { min: 0, max: 1000, missing: [-1] })(value, scale);
};

/** Words printable as they are; what fills up a field is cut off. */
export const text: OidReader = ({ type, value }) => {
  if (type !== 'OctetString') return { absent: say('reply.notText', { type }) };
  // Agents end strings in zeros and blanks, as their languages do.
  const trimmed = String(value)
    .replace(/\0[\s\S]*$/, '')
    .trim();
  if (trimmed === '') return { absent: say('reply.blank') };
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what a garbled name shows itself by
  if (/[\u0000-\u0008\u000e-\u001f\u007f]/.test(trimmed)) return { absent: say('reply.controlCharacters') };
  return { value: trimmed.replace(/\s+/g, ' ') };
};

/** One of these words by its number. */
export function choice(words: Readonly<Record<number, string>>): OidReader {
  return (value) => {
    const raw = rawNumber(value);
    const word = raw === null ? undefined : words[raw.number];
    if (word !== undefined) return { value: word };
    return { absent: raw === null ? unreadable(value) : say('reply.notInMib', { number: raw.number }) };
  };
}

function unreadable({ type, value }: SnmpValue): string {
  if (value === '') return say('reply.blank');
  return say('reply.notNumberOfAgent', { type, value: JSON.stringify(String(value).slice(0, 40)) });
}

/** Takes away what binary fractions add: 0.1 times 4999 is 499.90000000000003. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
