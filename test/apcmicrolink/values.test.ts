/** Values on the wire, byte by byte: what they are read as, what is written for them, and where each way ends. */
import { describe, expect, it } from 'vitest';
import {
  bytesFor,
  type Coding,
  hasBit,
  hexOf,
  readText,
  readValue,
  signed,
  unsigned,
  writeValue,
} from '../../drivers/apcmicrolink/value.ts';
import { bytesOf } from '../../drivers/kit/line/ascii.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

const NUMBER: Coding = { is: 'number' };
const SIGNED: Coding = { is: 'number', signed: true, point: 7, words: { [-1]: () => 'not known' } };
const DATE: Coding = { is: 'date' };
const CHOICE: Coding = { is: 'choice', of: { 1: 'low', 300: 'high' } };
const FLAGS: Coding = { is: 'flags', of: { 0: 'first', 2: 'third', 33: 'far' }, none: 'nothing' };

/** What is read, or null where it is refused. */
function read(coding: Coding, bytes: string): unknown {
  const field = readValue(coding, hex(bytes));
  return 'value' in field ? field.value : null;
}

/** The bytes that are written, in hexadecimal, or null where it is refused. */
function written(coding: Coding, text: string, size: number): string | null {
  const result = writeValue(coding, text, size);
  return 'bytes' in result ? hexOf(result.bytes) : null;
}

describe('a whole number', () => {
  it.each([
    ['', null, null],
    ['00', 0, 0],
    ['7f', 127, 127],
    ['80', 128, -128],
    ['ff', 255, -1],
    ['0100', 256, 256],
    ['7fff', 32_767, 32_767],
    ['8000', 32_768, -32_768],
    ['ffff', 65_535, -1],
    // Six bytes are the most that a number of JavaScript holds exactly.
    ['0123456789ab', 0x0123456789ab, 0x0123456789ab],
    ['fffffffffffe', 0xfffffffffffe, -2],
    ['01234567890123', null, null],
  ])('of %s is %s, or %s with a sign', (bytes, without, withSign) => {
    expect(unsigned(hex(bytes))).toBe(without);
    expect(signed(hex(bytes))).toBe(withSign);
  });

  it.each([
    [0, 2, '0000'],
    [258, 2, '0102'],
    [65_535, 2, 'ffff'],
    [0x010203, 3, '010203'],
    // What does not fit is cut off above.
    [0x010203, 2, '0203'],
    [-1, 2, 'ffff'],
    [-256, 2, 'ff00'],
  ])('%d in %d bytes is %s', (value, size, bytes) => {
    expect(hexOf(bytesFor(value, size))).toBe(bytes);
  });

  it('has bits also above the thirty-second', () => {
    expect([0, 1, 2, 3].map((bit) => hasBit(0b1010, bit))).toEqual([false, true, false, true]);
    expect(hasBit(2 ** 40, 40)).toBe(true);
    expect(hasBit(2 ** 40, 39)).toBe(false);
  });
});

describe('a text', () => {
  it.each([
    ['Smart-UPS', 'Smart-UPS'],
    ['  Smart-UPS  \0\0', 'Smart-UPS'],
    ['\0 \0', null],
    ['', null],
    ['Smart\u0001UPS', null],
    ['\u00ff\u00ff', null],
    ['Smart\u007f', null],
  ])('%j is read as %j', (text, expected) => {
    const field = readText(bytesOf(text));
    expect('value' in field ? field.value : null).toBe(expected);
    expect(read({ is: 'text' }, hexOf(bytesOf(text)))).toBe(expected);
  });

  it.each([
    ['Rack 3', 8, '5261636b20330000'],
    ['', 2, '0000'],
    ['abc', 3, '616263'],
    ['abcd', 3, null],
    ['\u001f', 3, null],
    [' ~', 3, '207e00'],
    ['\u007f', 3, null],
    ['ü', 3, null],
    ['a\n', 3, null],
  ])('%j in %d bytes is written as %s', (text, size, bytes) => {
    expect(written({ is: 'text' }, text, size)).toBe(bytes);
  });
});

describe('a number', () => {
  it.each<[Coding, string, unknown]>([
    [NUMBER, '0007', 7],
    [NUMBER, 'fffe', 65_534],
    [NUMBER, 'ffff', null],
    [{ is: 'number', point: 6 }, '3980', 230],
    [SIGNED, 'ff80', -1],
    [SIGNED, '0040', 0.5],
    // A word of the table, not a number: efficiency says so why it has none.
    [SIGNED, 'ffff', null],
    [NUMBER, '', null],
    [{ is: 'hex' }, '0a0b', '0a0b'],
  ])('%j reads %s as %s', (coding, bytes, expected) => {
    expect(read(coding, bytes)).toBe(expected);
  });

  it('that stands for a word is missing with that word', () => {
    expect(readValue(SIGNED, hex('ffff'))).toEqual({ absent: 'not known' });
  });

  it.each<[Coding, string, number, string | null]>([
    [NUMBER, '0', 2, '0000'],
    [NUMBER, '300', 2, '012c'],
    [NUMBER, ' 7 ', 1, '07'],
    [NUMBER, '6.5', 1, '07'],
    [NUMBER, '6.4', 1, '06'],
    [NUMBER, '255', 1, 'ff'],
    [NUMBER, '256', 1, null],
    [NUMBER, '65536', 2, null],
    [NUMBER, '-1', 1, null],
    [NUMBER, '', 1, null],
    [NUMBER, '  ', 1, null],
    [NUMBER, 'seven', 1, null],
    [{ is: 'number', point: 6 }, '230', 2, '3980'],
    [SIGNED, '0', 2, '0000'],
    [SIGNED, '0.5', 2, '0040'],
    [SIGNED, '-0.5', 2, 'ffc0'],
    [{ is: 'number', signed: true }, '127', 1, '7f'],
    [{ is: 'number', signed: true }, '128', 1, null],
    [{ is: 'number', signed: true }, '-128', 1, '80'],
    [{ is: 'number', signed: true }, '-129', 1, null],
  ])('%j writes %j in %d bytes as %s', (coding, text, size, bytes) => {
    expect(written(coding, text, size)).toBe(bytes);
  });
});

describe('a date', () => {
  it.each([
    ['0001', '2000-01-02'],
    ['26b1', '2027-02-13'],
    ['0000', null],
  ])('of %s is %s, and is written so', (bytes, date) => {
    expect(read(DATE, bytes)).toBe(date);
    if (date !== null) expect(written(DATE, date, 2)).toBe(bytes);
  });

  it.each([
    ['2000-01-01', 2],
    ['1999-12-31', 2],
    ['2000-02-30x', 2],
    ['x2000-02-03', 2],
    ['2000-2-3', 2],
    ['2000-13-01', 2],
    // One byte ends with day 255.
    ['2000-09-13', 1],
  ])('%s in %d bytes is not written', (text, size) => {
    expect(written(DATE, text, size)).toBeNull();
  });

  it('is written up to the last day that fits', () => {
    expect(written(DATE, '2000-09-12', 1)).toBe('ff');
  });
});

describe('one of several', () => {
  it.each([
    ['0001', 'low'],
    ['012c', 'high'],
    ['0002', null],
  ])('%s is %s', (bytes, word) => {
    expect(read(CHOICE, bytes)).toBe(word);
    if (word !== null) expect(written(CHOICE, word, 2)).toBe(bytes);
  });

  it('is written only out of the list, which is told', () => {
    const refused = writeValue(CHOICE, 'medium', 2);
    expect('why' in refused && refused.why).toContain('low, high');
  });
});

describe('flags', () => {
  it.each([
    ['0001', 'first'],
    ['0005', 'first third'],
    ['020000000000', null],
    ['000200000000', 'far'],
    ['0002', null],
    ['0000', 'nothing'],
  ])('%s are %s', (bytes, words) => {
    expect(read(FLAGS, bytes)).toBe(words);
  });

  it('of which none is set say nothing where there is no word for it', () => {
    const bare: Coding = { is: 'flags', of: { 0: 'first' } };
    const [nothing, unknown] = [readValue(bare, hex('00')), readValue(bare, hex('80'))];
    expect('absent' in nothing && 'absent' in unknown && nothing.absent !== unknown.absent).toBe(true);
    expect('absent' in unknown && unknown.absent).toContain('80');
    expect('absent' in nothing && nothing.absent).not.toContain('00');
  });

  it('are not written', () => {
    expect(written(FLAGS, 'first', 2)).toBeNull();
  });
});
