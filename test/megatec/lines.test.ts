/** The three lines of a Megatec UPS, as devices really send them. */
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ReadingsBuilder } from '../../drivers/kit/columns.ts';
import { batteryUnit } from '../../drivers/megatec/battery.ts';
import { parseStatus, readRating, readStatus, readVendor } from '../../drivers/megatec/decode.ts';

// On a busy machine everything takes longer, and nothing here measures speed.
vi.setConfig({ testTimeout: 60_000 });

function status(text: string, rated?: number) {
  const parsed = parseStatus(text);
  if (parsed === null) return null;
  const into = new ReadingsBuilder();
  readStatus(parsed, rated, into);
  return into.build();
}

function rating(text: string, whole = true) {
  const into = new ReadingsBuilder();
  return readRating(text, whole, into) ? into.build() : null;
}

function vendor(text: string, whole = true) {
  const into = new ReadingsBuilder();
  return readVendor(text, whole, into) ? into.build() : null;
}

const SPECIFIED = '(208.4 140.0 208.4 034 59.9 2.05 35.0 00110000\r';

describe('a line that is only a placeholder', () => {
  // networkupstools/nut#1218, #1360, #1539, #2307: an MEC0003 bridge (0001:0000) that has no contact with its UPS.
  const BRIDGE = '(000.0 000.0 000.0 000 00.0 0.00 00.0 00000000\r';

  it.each([
    BRIDGE,
    // The type and the beeper are those of the bridge.
    '(000.0 000.0 000.0 000 00.0 0.00 00.0 00001001\r',
    '(000.0 ---.- 000.0 000 00.0 @.@@ --.- 00000000\r',
    '(***.* ***.* ***.* *** **.* *.** **.* 00000000\r',
    '(@@@.@ @@@.@ @@@.@ @@@ @@.@ @.@@ @@.@ @@@@@@@@\r',
  ])('%j is no status', (line) => {
    expect(parseStatus(line)).toBeNull();
  });

  it.each([
    ['an outage with the output off', '(000.0 000.0 000.0 000 00.0 25.1 25.0 10001000\r'],
    ['an outage that nothing but a bit tells', '(000.0 000.0 000.0 000 00.0 00.0 00.0 11001000\r'],
    ['a UPS that is off and measures nothing but its mains', '(230.0 000.0 000.0 000 00.0 0.00 00.0 00001001\r'],
    ['a UPS on mains that measures nothing but its warmth', '(000.0 000.0 000.0 000 00.0 0.00 25.0 00000000\r'],
  ])('%s is one', (_what, line) => {
    expect(parseStatus(line)).not.toBeNull();
  });
});

describe('words made from numbers', () => {
  it('do not follow from a number that is withheld', () => {
    // 255 is how devices say that they do not know (home-assistant/core#79703).
    expect(status('(229.4 229.4 229.4 255 49.9 27.3 25.0 00001001\r', 24)?.vars['ups.status']).toBe('OL');
    expect(status('(229.4 229.4 229.4 125 49.9 27.3 25.0 00001001\r', 24)?.vars['ups.status']).toBe('OL OVER');
    // Boost, buck and bypass follow from voltages, and 65535 V is none.
    expect(status('(65535 229.4 65535 020 49.9 27.3 25.0 00101001\r', 24)?.vars['ups.status']).toBe('OL');
    expect(status('(65535 229.4 229.4 020 49.9 27.3 25.0 00101001\r', 24)?.vars['ups.status']).toBe('OL');
    expect(status('(229.4 229.4 65535 020 49.9 27.3 25.0 00101001\r', 24)?.vars['ups.status']).toBe('OL');
    expect(status('(229.4 229.4 229.4 020 49.9 27.3 25.0 00101001\r', 24)?.vars['ups.status']).toBe('OL BYPASS');
  });
});

describe('the status line', () => {
  it('is read as the specification explains its example', () => {
    expect(status(SPECIFIED, 72)?.vars).toEqual({
      'input.voltage': 208.4,
      'input.voltage.fault': 140,
      'output.voltage': 208.4,
      'ups.load': 34,
      'input.frequency': 59.9,
      'battery.voltage': 73.8,
      'ups.temperature': 35,
      'ups.status': 'OL BYPASS ALARM',
      'ups.alarm': 'UPS failed',
      'ups.type': 'online',
      'ups.beeper.status': 'disabled',
    });
  });

  it.each([
    ['00001001', 230, 230, 'OL'],
    ['10001001', 0, 230, 'OB'],
    ['11001001', 0, 230, 'OB LB'],
    ['00101001', 190, 218, 'OL BOOST'],
    ['00101001', 260, 226, 'OL TRIM'],
    ['00100001', 230, 230, 'OL BYPASS'],
    ['00101001', 230, 20, 'OL'],
    ['00101001', 0, 230, 'OL'],
    // Nothing out of nothing is no share: neither boost nor bypass follows.
    ['00101001', 0, 0, 'OL'],
    // No boost doubles the voltage; the limits themselves belong to the side above them.
    ['00101001', 100, 230, 'OL'],
    ['00101001', 150, 225, 'OL'],
    ['00101001', 230, 115, 'OL TRIM'],
    ['00101001', 200, 189, 'OL TRIM'],
    ['00101001', 200, 190, 'OL BYPASS'],
    ['00101001', 200, 209, 'OL BYPASS'],
    ['00101001', 200, 210, 'OL BOOST'],
    ['00001101', 230, 230, 'OL TEST'],
    ['00001011', 230, 230, 'OL FSD'],
    ['00011001', 230, 230, 'OL ALARM'],
  ])('bits %s at %d V in and %d V out are %s', (bits, input, output, expected) => {
    const line = `(${input}.0 230.0 ${output}.0 034 50.0 13.6 29.0 ${bits}\r`;
    expect(status(line)?.vars['ups.status']).toBe(expected);
  });

  it('says OVER and OFF where its numbers do', () => {
    expect(status('(230.0 230.0 230.0 112 50.0 13.6 29.0 00001001\r')?.vars['ups.status']).toBe('OL OVER');
    expect(status('(230.0 230.0 000.0 000 50.0 13.6 29.0 00001001\r')?.vars['ups.status']).toBe('OL OFF');
  });

  it('says neither of the full load, nor of an outlet that still carries one', () => {
    expect(status('(230.0 230.0 230.0 100 50.0 13.6 29.0 00001001\r')?.vars['ups.status']).toBe('OL');
    expect(status('(230.0 230.0 000.0 034 50.0 13.6 29.0 00001001\r')?.vars['ups.status']).toBe('OL');
  });

  it('says which fields are filled, and gives them no value', () => {
    const read = status('(230.0 @@@.@ 230.0 --- 50.0 13.6 **.* 00001001\r', 12);
    expect(read?.absent).toEqual({
      'input.voltage.fault': 'filled with "@@@.@"',
      'ups.load': 'filled with "---"',
      'ups.temperature': 'filled with "**.*"',
    });
    expect(read?.vars).not.toHaveProperty('ups.load');
    expect(read?.vars['battery.voltage']).toBe(13.6);
  });

  it.each([
    ['without its CR', '(208.4 140.0 208.4 034 59.9 2.05 35.0 00110000'],
    ['ended by NUL', '(208.4 140.0 208.4 034 59.9 2.05 35.0 00110000\0'],
    ['behind the rest of an older line', '.9 2.05 35.0 00110000\r(208.4 140.0 208.4 034 59.9 2.05 35.0 00110000\r'],
    ['behind a line that broke off', '(208.4 14(208.4 140.0 208.4 034 59.9 2.05 35.0 00110000\r'],
    ['behind its own echo', 'Q1\r(208.4 140.0 208.4 034 59.9 2.05 35.0 00110000\r'],
    ['with more fields', '(208.4 140.0 208.4 034 59.9 2.05 35.0 00110000 11 000.0\r'],
    ['with more fields that are no numbers', '(208.4 140.0 208.4 034 59.9 2.05 35.0 00110000 X1 -\r'],
    ['with wider gaps', '(208.4  140.0 208.4 034 59.9 2.05  35.0 00110000\r'],
  ])('is the same %s', (_what, text) => {
    expect(status(text, 72)).toEqual(status(SPECIFIED, 72));
  });

  it.each([
    ['an echo', 'Q1\r'],
    ['a refusal', '(NAK\r'],
    ['the status of a Voltronic P', '(230.1 50.0 230.2 50.0 0345 0297 034 409 27.30 27.10 016 095 0040 00000000 1\r'],
    [
      'the answer to Q6',
      '(227.0 225.6 230.0 50.0 229.9 000.0 000.0 49.9 007 000 000 327.8 000.0 23.0 06932 100 32 00000000 00000000 11\r',
    ],
    ['a status in binary', '(208.4140.0208.403459.939.635.00\r'],
    ['seven bits', '(208.4 140.0 208.4 034 59.9 2.05 35.0 0011000\r'],
    ['bits that are none', '(208.4 140.0 208.4 034 59.9 2.05 35.0 00110002\r'],
    ['nine bits', '(208.4 140.0 208.4 034 59.9 2.05 35.0 001100001\r'],
    ['a letter before the bits', '(208.4 140.0 208.4 034 59.9 2.05 35.0 b00110000\r'],
    ['fewer than four numbers, the bits being none', '(230.0 @@@.@ 230.0 --- 50.0 @.@@ **.* 00001001\r'],
    ['letters where numbers belong', '(208.4 14O.0 208.4 034 59.9 2.05 35.0 00110000\r'],
    ['nothing but fill', '(@@@.@ @@@.@ @@@.@ @@@ @@.@ @.@@ @@.@ 00110000\r'],
    ['nothing', ''],
  ])('is not seen in %s', (_what, text) => {
    expect(parseStatus(text)).toBeNull();
  });

  it('that breaks off anywhere is no status line', () => {
    for (let length = 0; length < SPECIFIED.length - 1; length += 1)
      expect(parseStatus(SPECIFIED.slice(0, length))).toBeNull();
  });

  it('never throws, whatever comes', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => void status(text)));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('(', ' ', '0', '1', '.', '2', '@', '\r', '-'), { maxLength: 70 }),
        (parts) => {
          const read = status(parts.join(''));
          for (const value of Object.values(read?.vars ?? {})) expect(value).not.toBeNaN();
        },
      ),
    );
  });
});

describe('the battery field', () => {
  it.each([
    [2.28, 72, { nominal: 2, count: 36 }],
    [1.4, 72, { nominal: 2, count: 36 }],
    [13.6, 72, { nominal: 12, count: 6 }],
    [82.1, 72, { nominal: 72, count: 1 }],
    [27.3, 24, { nominal: 24, count: 1 }],
    [13.2, 12, { nominal: 12, count: 1 }],
    [17, 24, { nominal: 24, count: 1 }],
    [2.05, undefined, { nominal: 2 }],
    [27.3, undefined, undefined],
    [82, 24, undefined],
    [0, 24, undefined],
    // A rating of zero is an unknown one.
    [2.05, 0, { nominal: 2 }],
    [27.3, 0, undefined],
    // An empty cell is a cell still, and nothing from 3 V on is one.
    [0.8, undefined, { nominal: 2 }],
    [0.8, 72, { nominal: 2, count: 36 }],
    [3, undefined, undefined],
    [3, 72, { nominal: 72, count: 1 }],
    [3.5, undefined, undefined],
    // A rating that is printed a little short has whole cells all the same.
    [2.28, 71.9, { nominal: 2, count: 36 }],
    // The limits of a battery in use belong to it.
    [9, 72, { nominal: 12, count: 6 }],
    [312, 240, { nominal: 240, count: 1 }],
    // A pack that is not made of 12 V blocks is not measured on one.
    [13.6, 50, { nominal: 50, count: 1 }],
  ])('%d V with a rating of %s V is measured on %o', (voltage, rated, unit) => {
    expect(batteryUnit(voltage, rated)).toEqual(unit);
  });

  it('marks what it computed', () => {
    expect(status(SPECIFIED, 72)?.derived).toEqual(['battery.voltage']);
    expect(status('(230.0 230.0 230.0 034 50.0 13.6 29.0 00001001\r', 12)?.derived ?? []).toEqual([]);
  });

  it('counts the voltage of the pack to the nearest hundredth', () => {
    expect(status('(230.0 230.0 230.0 034 50.0 2.29 29.0 00000001\r', 72)?.vars['battery.voltage']).toBe(82.44);
    expect(status('(230.0 230.0 230.0 034 50.0 2.301 29.0 00000001\r', 72)?.vars['battery.voltage']).toBe(82.84);
  });

  it('that is filled says so', () => {
    const read = status('(230.0 230.0 230.0 034 50.0 --.- 29.0 00001001\r', 24);
    expect(read?.absent?.['battery.voltage']).toBe('filled with "--.-"');
    expect(read?.vars).not.toHaveProperty(['battery.voltage']);
  });

  it('that does not go with the rating is shown', () => {
    const read = status('(230.0 230.0 230.0 034 50.0 82.1 29.0 00001001\r', 24);
    expect(read?.vars['battery.voltage']).toBe(82.1);
  });

  it('gives no pack voltage that it cannot know', () => {
    expect(status(SPECIFIED)?.vars).not.toHaveProperty('battery.voltage');
  });
});

describe('the rating line', () => {
  it('is read as captured, with and without its CR', () => {
    const expected = {
      'input.voltage.nominal': 220,
      'input.current.nominal': 13,
      'battery.voltage.nominal': 72,
      'input.frequency.nominal': 50,
    };
    expect(rating('#220.0 013 72.00 50.0\r')?.vars).toEqual(expected);
    expect(rating('#220.0 013 72.00 50.0', false)?.vars).toEqual(expected);
    expect(rating('#220.0 13 72.0 50\r')?.vars).toEqual(expected);
    expect(rating('F\r#220.0 013 72.00 50.0\r')?.vars).toEqual(expected);
  });

  it('reads three digits before the point of the battery', () => {
    expect(rating('#230.0 087 240.0 50.0\r')?.vars['battery.voltage.nominal']).toBe(240);
  });

  it('gives no value to blanks, fill and zeros', () => {
    expect(rating('#   .   .  12.00   . \r')?.vars).toEqual({ 'battery.voltage.nominal': 12 });
    expect(rating('#@@@.@ @@@ 12.00 @@.@\r')?.vars).toEqual({ 'battery.voltage.nominal': 12 });
    expect(rating('#220.0 000 024.0 50.0\r')?.absent).toEqual({ 'input.current.nominal': 'filled with zeros' });
  });

  it('is read by its places where fields are blank altogether', () => {
    expect(rating('#          12.00     \r')?.vars).toEqual({ 'battery.voltage.nominal': 12 });
  });

  it.each([
    ['gaps are elsewhere in the same length', '#230.0 87 240.0 50.00\r', 87, 240],
    ['it is indented', '# 220.0 13 72.0 50 \r', 13, 72],
    ['gaps are wider', '#220.0  13 72.0  50\r', 13, 72],
  ])('is read by the order of its fields where %s', (_what, text, current, battery) => {
    expect(rating(text)?.vars).toMatchObject({
      'input.current.nominal': current,
      'battery.voltage.nominal': battery,
      'input.frequency.nominal': 50,
    });
    // One that broke off may have lost a digit anywhere.
    expect(rating(text.slice(0, -1), false)).toBeNull();
  });

  it('has no letters', () => {
    for (const text of ['#220.0 013 72.00 5O.0\r', '#ACME P600 1.2 X\r', '#2 kVA 72 50\r'])
      expect(rating(text)).toBeNull();
  });

  it('that breaks off, or is another line, is none', () => {
    const whole = '#220.0 013 72.00 50.0';
    for (let length = 0; length < whole.length; length += 1) expect(rating(whole.slice(0, length), false)).toBeNull();
    for (const text of ['F\r', '#MegaTec         k130v      3.4       \r', '', '#220.0 013 72.00\r'])
      expect(rating(text)).toBeNull();
  });
});

describe('the information line', () => {
  it('is read by its columns, which may hold blanks', () => {
    expect(vendor('#Power Tools Ltd Mark 3 Pro VT 12046Q \r')?.vars).toEqual({
      'ups.mfr': 'Power Tools Ltd',
      'ups.model': 'Mark 3 Pro',
      'ups.firmware': 'VT 12046Q',
    });
  });

  it('gives no value to blanks and dashes', () => {
    const read = vendor('#-------------   ------     VT12046Q  \r');
    expect(read?.vars).toEqual({ 'ups.firmware': 'VT12046Q' });
    expect(read?.absent).toEqual({ 'ups.mfr': 'filled with "-------------"', 'ups.model': 'filled with "------"' });
  });

  it('of three bare words is read by their order', () => {
    expect(vendor('#ACME P600 1.2\r')?.vars).toEqual({ 'ups.mfr': 'ACME', 'ups.model': 'P600', 'ups.firmware': '1.2' });
  });

  it('is read by its columns also where the last one is not filled up', () => {
    expect(vendor('#Power Tools Ltd Mark 3 Pro VT 1204\r')?.vars).toEqual({
      'ups.mfr': 'Power Tools Ltd',
      'ups.model': 'Mark 3 Pro',
      'ups.firmware': 'VT 1204',
    });
  });

  it.each([
    ['longer than columns', '#ACMEPOWERTECHNOLOGIES 3000 1.20.33\r', 'ACMEPOWERTECHNOLOGIES', '3000', '1.20.33'],
    ['indented', '# ACME P600 1.2 \r', 'ACME', 'P600', '1.2'],
    ['far apart', '#ACME  P600   1.2\r', 'ACME', 'P600', '1.2'],
  ])('of three words that are %s is read by their order', (_what, text, mfr, model, firmware) => {
    expect(vendor(text)?.vars).toEqual({ 'ups.mfr': mfr, 'ups.model': model, 'ups.firmware': firmware });
  });

  it('of two or four bare words is none: nobody knows which is which', () => {
    for (const text of ['#ACME P600\r', '#ACME Power P600 1.2\r', '#220.0 013 72.00\r'])
      expect(vendor(text)).toBeNull();
  });

  it('that breaks off, or is a late rating line, is none', () => {
    const whole = '#Power Tools Ltd Mark 3 Pro VT 12046Q ';
    for (let length = 0; length < whole.length; length += 1) expect(vendor(whole.slice(0, length), false)).toBeNull();
    expect(vendor('#220.0 013 72.00 50.0\r')).toBeNull();
    expect(vendor('I\r')).toBeNull();
  });
});
