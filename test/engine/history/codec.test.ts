import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bucket, decode, encode, type Extent } from '../../../src-main/engine/history/codec.ts';

function decoded(bytes: Uint8Array): Bucket | null {
  const bucket: Bucket = new Map();
  return decode(bytes, (id, min, mean, max) => bucket.set(id, { min, mean, max })) ? bucket : null;
}

const number = fc.oneof(
  fc.integer({ min: -1000, max: 70_000 }),
  fc.integer({ min: -99_999, max: 999_999 }).map((value) => value / 100),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, 0.1, 1e-7, 2 ** 53, Number.MAX_VALUE, Number.MIN_VALUE, -Number.MAX_VALUE),
);
const extent = fc.tuple(number, number, fc.double({ min: 0, max: 1, noNaN: true })).map(([a, b, share]): Extent => {
  const [min, max] = a < b ? [a, b] : [b, a];
  const mean = min * (1 - share) + max * share;
  return { min, mean: Math.min(Math.max(mean, min), max), max };
});
const bucket = fc.array(fc.tuple(fc.integer({ min: 1, max: 100_000 }), extent), { maxLength: 20 });

describe('a packed bucket', () => {
  it('is the bytes that its description shows', () => {
    const packed = encode(
      new Map([
        [5, { min: 230.1, mean: 230.1, max: 230.1 }],
        [7, { min: 0.9, mean: 1.4, max: 1.9 }],
      ]),
    );
    expect(Buffer.from(packed.subarray(2)).toString('hex')).toBe('0509fa230702b4013264');
  });

  it('comes back: extremes exactly, means to a decimal more, in between', () => {
    fc.assert(
      fc.property(bucket, (entries) => {
        const before = new Map(entries);
        const after = decoded(encode(before));
        expect([...(after ?? [])].map(([id]) => id)).toEqual([...before.keys()]);
        for (const [id, { min, mean, max }] of before) {
          const found = after?.get(id) ?? { min: Number.NaN, mean: Number.NaN, max: Number.NaN };
          expect(found.min + 0).toBe(min + 0);
          expect(found.max + 0).toBe(max + 0);
          expect(found.mean).toBeGreaterThanOrEqual(found.min);
          expect(found.mean).toBeLessThanOrEqual(found.max);
          if (max - min < 1e6 && Math.abs(max) < 1e6) expect(Math.abs(found.mean - mean)).toBeLessThanOrEqual(0.0501);
        }
      }),
    );
  });

  it('of ordinary values takes about five bytes each', () => {
    const ordinary = new Map(
      [230.1, 50, 229.8, 31, 27.4, 100, 27.31, 2410].map((value, id) => [id, { min: value, mean: value, max: value }]),
    );
    expect(encode(ordinary).length).toBeLessThanOrEqual(2 + 8 * 5);
  });

  it('with a changed byte is refused, or was not changed in what it says', () => {
    const packed = encode(new Map([[5, { min: 229.4, mean: 230.12, max: 231 }]]));
    for (let at = 0; at < packed.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const damaged = packed.slice();
        damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
        expect(decoded(damaged)).toBeNull();
      }
    }
  });

  it('of any bytes ends, and throws nothing', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => void decoded(bytes)));
  });
});
