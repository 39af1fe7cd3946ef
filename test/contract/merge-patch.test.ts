/** Merge patches, by their properties (RFC 7396). */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diff, merge } from '../../src-shared/contract/index.ts';

type Tree = { [key: string]: unknown };

/** What the contract's shapes may hold: no null, no undefined. Few keys, so that two of them have some in common. */
const key = fc.constantFrom('a', 'b', 'c', 'toString', '');
const { tree } = fc.letrec<{ tree: Tree; value: unknown }>((tie) => ({
  tree: fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  value: fc.oneof(
    { depthSize: 'small' },
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.string(),
    fc.boolean(),
    fc.array(fc.oneof(fc.integer(), fc.dictionary(key, fc.integer(), { maxKeys: 2, noNullPrototype: true })), {
      maxLength: 3,
    }),
    tie('tree'),
  ),
}));

describe('diff and merge', () => {
  it('lead from any state to any other', () => {
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        const patch = diff(before, after);
        expect(patch === undefined ? before : merge(before, patch)).toEqual(after);
      }),
    );
  });

  it('find nothing between equal states', () => {
    fc.assert(
      fc.property(tree, (state) => {
        expect(diff(state, structuredClone(state))).toBeUndefined();
      }),
    );
  });

  it('survive the wire', () => {
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        const patch: unknown = JSON.parse(JSON.stringify(diff(before, after) ?? {}));
        expect(merge(before, patch)).toEqual(after);
      }),
    );
  });

  it('leave what they were given unchanged', () => {
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        const copies = structuredClone([before, after]);
        merge(before, diff(before, after) ?? {});
        expect([before, after]).toEqual(copies);
      }),
    );
  });

  it('keep untouched parts identical, for cheap comparison', () => {
    const before = { one: { values: { charge: 1 } }, two: { values: { charge: 2 } } };
    const after = merge(before, { one: { values: { charge: 3 } } });
    expect(after).toHaveProperty('two', before.two);
    expect(Object.values(after ?? {}).includes(before.two)).toBe(true);
    expect(Object.values(after ?? {}).includes(before.one)).toBe(false);
  });

  it('remove what has become undefined', () => {
    expect(diff({ link: 'lost', message: 'gone' }, { link: 'live', message: undefined })).toEqual({
      link: 'live',
      message: null,
    });
  });

  it.each([
    // RFC 7396, appendix A.
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('merge %j with %j into %j', (target, patch, result) => {
    expect(merge(target, patch)).toEqual(result);
  });
});
