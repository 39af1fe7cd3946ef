/** The cheapest explanation of quantities that contradict each other, apart from what they are quantities of. */
import { describe, expect, it } from 'vitest';
import { ratioOf, scaledBy, settle, type Quantity, type Relation } from '../../src-shared/nut/judge/settle.ts';

const ALIKE = { usual: { low: 0.2, high: 5 }, fits: { low: 0.5, high: 2 } };
const quantity = (name: string, value: number, more: Partial<Quantity> = {}): Quantity => ({
  name,
  value,
  scaling: 1,
  leaving: 2,
  ...more,
});
const alike = (above: string, below: string): Relation => ({ above: [above], below: [below], times: 1, ...ALIKE });
const RIGHT: Partial<Quantity> = { scaling: Infinity, leaving: Infinity };
const found = (quantities: readonly Quantity[], relations: readonly Relation[]): unknown =>
  Object.fromEntries(settle(quantities, relations));

it('powers of ten leave no tail of binary fractions', () => {
  expect(scaledBy(2311, -1)).toBe(231.1);
  expect(scaledBy(0.07, 2)).toBe(7);
  expect(scaledBy(49.98, 1)).toBe(499.8);
  expect(scaledBy(2310.123456, -1)).toBe(231.0123456);
  expect(scaledBy(4.35, 0)).toBe(4.35);
  expect(scaledBy(0.001, -1)).toBe(0.0001);
});

it('a ratio is of products', () => {
  expect(ratioOf({ ...alike('a', 'b'), times: 4 }, [6, 10], [3, 5])).toBe(1);
});

describe('of two that must be alike', () => {
  it.each<[string, number, number, unknown]>([
    ['as they are', 100, 100, {}],
    ['five times the other', 500, 100, {}],
    ['ten times', 1000, 100, { a: -1 }],
    ['a tenth', 10, 100, { a: 1 }],
    ['seven powers, as many as there are', 1e9, 100, { a: -7 }],
    ['eight, which are too many', 1e10, 100, { a: 'out' }],
    ['seven the other way', 1e-5, 100, { a: 7 }],
    ['eight the other way', 1e-6, 100, { a: 'out' }],
    ['the smallest that is sensible', 0.1, 0.01, { a: -1 }],
    ['a smaller one', 0.09, 0.009, { a: 'out' }],
    ['the largest that is sensible', 1e6, 100_000, { a: -1 }],
    ['a larger one', 1.1e6, 110_000, { a: 'out' }],
    ['between two powers', 3000, 100, { a: 'out' }],
  ])('%s', (_what, a, b, expected) => {
    expect(found([quantity('a', a), quantity('b', b, RIGHT)], [alike('a', 'b')])).toEqual(expected);
  });

  it('both are left out where either may be off', () => {
    expect(found([quantity('a', 1000), quantity('b', 100)], [alike('a', 'b')])).toEqual({ a: 'out', b: 'out' });
  });

  it('the one is mended that costs less, and an odd value costs one more', () => {
    const dear = { scaling: 1.5 };
    expect(found([quantity('a', 1000), quantity('b', 100, dear)], [alike('a', 'b')])).toEqual({ a: -1 });
    const odd = { odd: (value: number) => value < 200 };
    expect(found([quantity('a', 1000, odd), quantity('b', 100, dear)], [alike('a', 'b')])).toEqual({ b: 1 });
    const dearer = { scaling: 2.5, leaving: 9 };
    expect(found([quantity('a', 1000, { ...odd, leaving: 9 }), quantity('b', 100, dearer)], [alike('a', 'b')])).toEqual(
      { a: -1 },
    );
  });

  it('nothing is done to those that are believed, also where they contradict each other', () => {
    expect(found([quantity('a', 1000, RIGHT), quantity('b', 100, RIGHT)], [alike('a', 'b')])).toEqual({});
  });

  it('little says nothing', () => {
    const slight: Relation = { ...alike('a', 'b'), slight: ([a = 0], [b = 0]) => a + b < 200 };
    expect(found([quantity('a', 1000), quantity('b', 100, RIGHT)], [slight])).toEqual({ a: -1 });
    expect(found([quantity('a', 100), quantity('b', 10, RIGHT)], [slight])).toEqual({});
  });
});

describe('of several', () => {
  it('the one that is off is found by the others', () => {
    const relations = [alike('a', 'b'), alike('b', 'c'), alike('a', 'c')];
    expect(found([quantity('a', 100), quantity('b', 1000), quantity('c', 100)], relations)).toEqual({ b: -1 });
  });

  it('one that contradicts nothing speaks for its neighbours', () => {
    const chain = [alike('a', 'b'), alike('b', 'c'), alike('c', 'd')];
    const [a, b, c] = [quantity('a', 1000), quantity('b', 100), quantity('c', 100)];
    expect(found([a, b], chain.slice(0, 1))).toEqual({ a: 'out', b: 'out' });
    expect(found([a, b, c], chain.slice(0, 2))).toEqual({ a: -1 });
    const cheap = [a, { ...b, scaling: 0.4 }, { ...c, scaling: 0.4 }];
    expect(found(cheap, chain.slice(0, 2))).toEqual({ b: 1, c: 1 });
    expect(found([...cheap, quantity('d', 100, RIGHT)], chain)).toEqual({ a: -1 });
  });

  it('those that do not hang together are settled by themselves', () => {
    const all = [
      quantity('a', 1000),
      quantity('b', 100, RIGHT),
      quantity('c', 10),
      quantity('d', 100, RIGHT),
      quantity('e', 7, { odd: () => true }),
    ];
    expect(found(all, [alike('a', 'b'), alike('c', 'd')])).toEqual({ a: -1, c: 1 });
    expect(found([...all, quantity('f', 7)], [alike('e', 'f'), alike('a', 'b')])).toEqual({ a: -1 });
    // One that might as well be mended is not looked at while it goes with its own.
    const odd = [quantity('e', 7, { odd: (value) => value < 50 }), quantity('f', 35, RIGHT)];
    expect(found([...all.slice(0, 4), ...odd], [alike('e', 'f'), alike('a', 'b')])).toEqual({ a: -1 });
    expect(found([...all.slice(0, 4), ...odd], [alike('a', 'b')])).toEqual({ a: -1 });
  });
});
