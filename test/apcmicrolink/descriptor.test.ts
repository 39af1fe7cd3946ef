/** The descriptor's grammar: what each operator does, and what a broken one must not do. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDescriptor } from '../../drivers/apcmicrolink/descriptor.ts';
import { readValue } from '../../drivers/apcmicrolink/value.ts';
import { describe as encode } from '../../drivers/apcmicrolink/sim-descriptor.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

const DATA_AT = 0x100;

/** Reads a descriptor that stands at the beginning of 1024 bytes. */
function read(descriptor: Uint8Array, options: { readonly stuffed?: boolean; readonly dataAt?: number } = {}) {
  const image = new Uint8Array(1024);
  image.set(descriptor);
  const { stuffed = false, dataAt = DATA_AT } = options;
  return readDescriptor({ image, descriptorAt: 0, dataAt, width: 16, stuffed });
}

/** The paths with their places from where the data begin, and their sizes. */
function usages(text: string, options = {}) {
  const found = read(hex(text), options);
  return 'usages' in found ? found.usages.map(({ path, at, size }) => [path, at - DATA_AT, size]) : found.unreadable;
}

describe('a descriptor', () => {
  it('names values by block, child and usage, one after another; two bytes where no size is said', () => {
    // captured: the beginning of page 0 of an SMC1000-2UC, closed by us
    expect(usages('f802 fe04 fe09 40fc10 42fc10 44fc20 ff ff ff f804 16fc10 17 ff ff')).toEqual([
      ['2:4.9.40', 0, 16],
      ['2:4.9.42', 16, 16],
      ['2:4.9.44', 32, 32],
      ['4:16', 64, 16],
      ['4:17', 80, 2],
    ]);
  });

  it('skips what stands behind a usage: one value after fb and f9, two after fa', () => {
    // captured: "1f fc 02 fb ff ff 03 fc 08" and "2d fa 01 6d ff ff f9 00 0e" of an SMX1500RM2U
    expect(usages('f802 1ffc02fbffff 03fc08 2dfa016dfffff9000e 2e ff ff')).toEqual([
      ['2:1F', 0, 2],
      ['2:3', 2, 8],
      ['2:2D', 10, 2],
      ['2:2E', 12, 2],
    ]);
  });

  it('repeats a collection for each of its things', () => {
    expect(usages('f802 fe04 fd3d02 b6fc04 82 ff 10 ff ff ff')).toEqual([
      ['2:4.3D[0].B6', 0, 4],
      ['2:4.3D[0].82', 4, 2],
      ['2:4.3D[1].B6', 6, 4],
      ['2:4.3D[1].82', 10, 2],
      ['2:4.10', 12, 2],
    ]);
  });

  it('leaves out a usage behind f5, whose bytes are there all the same', () => {
    expect(usages('f802 10 f5 11 12 ff ff')).toEqual([
      ['2:10', 0, 2],
      ['2:12', 4, 2],
    ]);
  });

  it('passes f7, and goes into f4 and out of f6 on the same path', () => {
    expect(usages('f802 f7 10 f4 11 f6 12 ff ff')).toEqual([
      ['2:10', 0, 2],
      ['2:11', 2, 2],
      ['2:12', 4, 2],
    ]);
  });

  it('stuffed, begins what would cross a page on the next one', () => {
    expect(usages('f802 10fc0e 11fc04 12fc20 ff ff', { stuffed: true })).toEqual([
      ['2:10', 0, 14],
      ['2:11', 16, 4],
      ['2:12', 20, 32],
    ]);
  });

  it.each([
    ['a collection of nothing', 'f802 fd3d00 10 ff ff', /of no things/],
    ['a byte between usages and operators', 'f802 e5 ff', /neither/],
    ['a zero', 'f802 10 00 ff', /neither/],
    ['a value behind the last page', `f802 ${'10fcff '.repeat(5)} ff ff`, /last page/],
    ['nothing', 'ff', /no value/],
    ['a nest without end', 'f4'.repeat(60), /deeper/],
    // 255 times 255 times 255 things
    ['things in things in things', 'f802 fd01ff fd02ff fd03ff f510 ff ff ff ff', /end|last page/],
  ])('with %s is unreadable as a whole', (_what, text, why) => {
    expect(usages(text)).toMatch(why);
  });

  it('is read as it was written', () => {
    const paths = fc.uniqueArray(
      fc
        .tuple(
          fc.constantFrom('2:', '3:', '2:4.', '2:4.5.', '2:4.7.F.'),
          fc.integer({ min: 1, max: 0xdf }),
          fc.integer({ min: 1, max: 12 }),
        )
        .map(([branch, usage, size]) => ({ path: branch + usage.toString(16).toUpperCase(), size })),
      { selector: ({ path }) => path, minLength: 1, maxLength: 25 },
    );
    fc.assert(
      fc.property(paths, (places) => {
        const found = read(encode(places), { dataAt: 600 });
        expect('usages' in found && found.usages.map(({ path, size }) => ({ path, size }))).toEqual(places);
      }),
    );
  });

  it('of any bytes ends, and names nothing outside of the pages', () => {
    const operators = fc.constantFrom(0xf4, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe, 0xff);
    const bytes = fc.array(fc.oneof(operators, fc.integer({ min: 1, max: 0xdf })), { maxLength: 300 });
    fc.assert(
      fc.property(bytes, (some) => {
        const found = read(Uint8Array.from(some));
        if (!('usages' in found)) return;
        for (const { at, size } of found.usages) expect(at >= DATA_AT && at + size <= 1024).toBe(true);
      }),
    );
  });
});

const ones = (size: number): Uint8Array => new Uint8Array(size).fill(0xff);

describe('all bits set', () => {
  it.each([2, 3, 4])('is no number in %d bytes', (size) => {
    expect(readValue({ is: 'number' }, ones(size))).toHaveProperty('absent');
  });

  it('is one in a byte, with a sign, and where the table has a word for it', () => {
    expect(readValue({ is: 'number' }, ones(1))).toEqual({ value: 255 });
    expect(readValue({ is: 'number', signed: true }, ones(2))).toEqual({ value: -1 });
    expect(readValue({ is: 'number', words: { 65_535: () => 'off' } }, ones(2))).toEqual({ absent: 'off' });
  });
});
