/** The item grammar of HID 1.11, and descriptors that break it. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHidDescriptor } from '../../drivers/kit/hid/descriptor.ts';
import { pathText } from '../../drivers/kit/hid/usages.ts';
import { type HidFieldSpec, writeHidDescriptor } from '../../drivers/kit/hid/write.ts';
import { bytes } from './devices.ts';

/** Fields as text: path, report, bits. */
const told = (hex: string): string[] =>
  parseHidDescriptor(bytes(hex)).fields.map(
    (field) => `${field.kind} ${field.report} ${pathText(field)} ${field.offset}+${field.size}x${field.count}`,
  );
const complaints = (hex: string): string[] =>
  parseHidDescriptor(bytes(hex)).problems.map(({ at, what }) => `${at}: ${what}`);

/** A UPS with one byte of RemainingCapacity, around what stands at the place of the dots. */
const around = (middle: string): string => `05 84 09 04 a1 01 85 0c 05 85 75 08 95 01 ${middle} 09 66 b1 02 c0`;

describe('the items', () => {
  it('are read as the keyboard of HID 1.11, appendix E.6, says', () => {
    const keyboard = `05 01 09 06 a1 01 05 07 19 e0 29 e7 15 00 25 01 75 01 95 08 81 02 95 01 75 08 81 01
      95 05 75 01 05 08 19 01 29 05 91 02 95 01 75 03 91 01 95 06 75 08 15 00 25 65 05 07 19 00 29 65 81 00 c0`;
    const { fields, applications, problems } = parseHidDescriptor(bytes(keyboard));
    expect(problems).toEqual([]);
    expect(applications).toEqual([0x00010006]);
    const modifiers = fields.filter(({ kind, selector }) => kind === 'input' && selector === undefined);
    expect(modifiers.map(({ path, offset }) => [path[1]?.usage, offset])).toEqual(
      Array.from({ length: 8 }, (_, bit) => [0x000700e0 + bit, bit]),
    );
    expect(fields.filter(({ kind }) => kind === 'output')).toHaveLength(5);
    // An array of six keys: one field for each of its 102 choices, all over the same six bytes.
    const keys = fields.filter(({ selector }) => selector !== undefined);
    expect(keys).toHaveLength(102);
    expect(keys[4]).toMatchObject({ offset: 16, size: 8, count: 6, selector: 4, path: [{}, { usage: 0x00070004 }] });
    expect(parseHidDescriptor(bytes(keyboard)).length('input', 0)).toBe(8);
    expect(parseHidDescriptor(bytes(keyboard)).length('output', 0)).toBe(1);
    expect(parseHidDescriptor(bytes(keyboard)).length('feature', 0)).toBe(0);
  });

  it('long items are passed over', () => {
    expect(told(around('fe 03 80 ff ff ff'))).toEqual(['feature 12 RemainingCapacity 0+8x1']);
  });

  it('Push keeps every global and Pop brings them back', () => {
    expect(told(around('a4 05 84 75 10 95 02 85 0d b4'))).toEqual(['feature 12 RemainingCapacity 0+8x1']);
  });

  it('a usage of four bytes brings its page along', () => {
    expect(told(around('0b 30 00 84 00 b1 02'))).toEqual([
      'feature 12 Voltage 0+8x1',
      'feature 12 RemainingCapacity 8+8x1',
    ]);
  });

  it('usages given as a range, and one by one, each get an element; the last has what is left', () => {
    expect(told(around('95 05 19 44 29 46 b1 02 95 01'))).toEqual([
      'feature 12 Charging 0+8x1',
      'feature 12 Discharging 8+8x1',
      'feature 12 FullyCharged 16+8x3',
      'feature 12 RemainingCapacity 40+8x1',
    ]);
  });

  it('of a delimited set the first usage is the preferred one', () => {
    expect(told(around('a9 01 09 44 09 45 a9 00 09 46 95 02 b1 02 95 01'))).toEqual([
      'feature 12 Charging 0+8x1',
      'feature 12 FullyCharged 8+8x1',
      'feature 12 RemainingCapacity 16+8x1',
    ]);
  });

  it('strings and designators belong to the usages in their order', () => {
    const { fields } = parseHidDescriptor(bytes(around('09 89 09 8f 79 04 89 05 99 06 39 07 95 02 b1 03 95 01')));
    expect(fields.slice(0, 2).map(({ string, designator }) => [string, designator])).toEqual([
      [4, 7],
      [5, undefined],
    ]);
  });

  it('what has no usage fills up the report, and input and feature are counted apart', () => {
    expect(told('05 84 09 04 a1 01 85 07 75 01 95 03 b1 03 75 01 95 01 09 6e b1 02 09 6e 81 02 c0')).toEqual([
      'feature 7 Boost 3+1x1',
      'input 7 Boost 0+1x1',
    ]);
  });

  it('a vendor-defined collection type numbers its collection', () => {
    expect(told('05 84 09 04 a1 01 09 1e a1 84 75 08 95 01 09 40 b1 03 c0 c0')).toEqual([
      'feature 0 Flow[4].ConfigVoltage 0+8x1',
    ]);
  });

  it('ranges, unit and exponent reach the field, with their signs', () => {
    const { fields } = parseHidDescriptor(bytes(around('15 ff 26 ff 7f 35 c4 47 c4 ff 1d 00 67 21 d1 f0 00 55 0e')));
    expect(fields[0]).toMatchObject({
      logical: { min: -1, max: 32767 },
      physical: { min: -60, max: 1966020 },
      unit: 0x00f0d121,
      exponent: -2,
      constant: false,
      nullable: false,
    });
  });
});

describe('what is wrong is said, with its place, and the rest is kept', () => {
  it.each([
    [
      'an item cut off',
      '05 84 09 04 a1 01 85 0c 05 85 75 08 95 01 09',
      /^14: The item 0x09 wants 1 bytes of data, but only 0 are left\.$/,
    ],
    ['an open collection', '05 84 09 04 a1 01 75 08 95 01 09 66 b1 02', /^14: .* 1 collections still open\.$/],
    ['an end too many', `${around('')} c0`, /^19: End Collection without an open collection\.$/],
    ['a Pop without Push', around('b4'), /^14: Pop without a Push\.$/],
    ['a Push without Pop', around('a4'), /^20: .*Push that no Pop undoes\.$/],
    ['report id 0', around('85 00'), /^14: 0 is no report id/],
    ['a reserved type', around('0d 01'), /^14: The item is of the reserved type\.$/],
    ['an unknown main item', around('d0'), /^14: There is no main item with tag 13\.$/],
    ['an unknown global item', around('c4'), /^14: There is no global item with tag 12\.$/],
    ['an unknown local item', around('69 01'), /^14: There is no local item with tag 6\.$/],
    ['a backward range', around('19 46 29 44'), /^16: A range that runs backwards\.$/],
    ['no bits', around('75 00'), /A value of feature report 12 that has no bits\.$/],
    ['a maximum with a lost sign', around('15 00 25 ff'), /without its sign, as 255\.$/],
    ['nothing', '', /^0: The descriptor describes no value\.$/],
  ])('%s', (_what, hex, complaint) => {
    expect(complaints(hex)).toContainEqual(expect.stringMatching(complaint));
  });

  it('a report of 65535 elements of 255 bits is refused, not built', () => {
    const { fields, problems } = parseHidDescriptor(bytes(around('75 ff 96 ff ff 09 44 b1 02 75 08 95 01')));
    expect(problems.map(({ what }) => what)).toContainEqual(expect.stringMatching(/would be 2088929 bytes long/));
    expect(fields).toHaveLength(1);
  });

  it('ranges of 65536 usages in thousands of items stay within bounds', () => {
    const greedy = bytes(
      `05 84 09 04 a1 01 ${'75 01 96 ff 0f 1a 00 00 2a ff ff 85 01 b1 02 85 02 81 02'.repeat(500)} c0`,
    );
    const { fields, problems } = parseHidDescriptor(greedy);
    expect(fields.length).toBeLessThanOrEqual(4096);
    expect(problems.length).toBeLessThanOrEqual(64);
    const deep = parseHidDescriptor(Uint8Array.from({ length: 40_000 }, (_, index) => (index % 2 === 0 ? 0xa1 : 1)));
    expect(deep.problems.some(({ what }) => what.startsWith('More than 32 collections'))).toBe(true);
  });
});

/** Layouts as a device might have them: usages in collections, reports of several values, both kinds. */
const spec: fc.Arbitrary<HidFieldSpec> = fc
  .record({
    collections: fc.array(
      fc.record({ usage: fc.constantFrom(0x00840024, 0x0084001a, 0x0084001e), numbered: fc.option(fc.nat(7)) }),
      { maxLength: 3 },
    ),
    usage: fc.constantFrom(0x00840030, 0x00850066, 0x008500d0, 0xff860052),
    report: fc.integer({ min: 1, max: 5 }),
    kinds: fc.constantFrom(['feature'] as const, ['input'] as const, ['input', 'feature'] as const),
    size: fc.integer({ min: 1, max: 32 }),
    low: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 2 }),
    span: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    unit: fc.constantFrom(0, 0x00f0d121, 0x1001, 0x00100001),
    exponent: fc.integer({ min: -8, max: 7 }),
    constant: fc.boolean(),
  })
  .map(({ collections, usage, low, span, ...rest }) => ({
    path: [
      { usage: 0x00840004 },
      ...collections.map(({ usage: each, numbered }) => ({
        usage: each,
        ...(numbered === null ? {} : { index: numbered }),
      })),
      { usage },
    ],
    logical: { min: low, max: Math.min(low + span, 2 ** 31 - 1) },
    ...rest,
  }));

const seen = (list: readonly unknown[]): string[] => list.map((each) => JSON.stringify(each)).toSorted();

function shown(
  { path, report, size, logical, unit, exponent, constant }: Omit<HidFieldSpec, 'kinds'>,
  kind: string,
): object {
  return { path, kind, report, size, logical, unit, exponent, constant };
}

it('reads what it writes: every value, wherever it is and however it is scaled', () => {
  fc.assert(
    fc.property(fc.array(spec, { minLength: 1, maxLength: 30 }), (specs) => {
      const { fields, problems } = parseHidDescriptor(writeHidDescriptor(specs));
      expect(problems).toEqual([]);
      expect(seen(fields.map((field) => shown(field, field.kind)))).toEqual(
        seen(specs.flatMap((each) => each.kinds.map((kind) => shown(each, kind)))),
      );
      // No two values share a bit.
      for (const field of fields) {
        const others = fields.filter(
          (other) => other !== field && other.kind === field.kind && other.report === field.report,
        );
        for (const { offset, size } of others) {
          expect(offset >= field.offset + field.size || offset + size <= field.offset).toBe(true);
        }
      }
    }),
  );
});
