import { describe, expect, it } from 'vitest';
import { readShown, type ShownHistory, writeShown } from '../../src-renderer/logic/history-address.ts';
import { PRESET_NAMES } from '../../src-renderer/logic/range.ts';

const USUAL: ShownHistory = { range: { preset: '1h' }, variables: undefined, comparison: undefined, asTable: false };

/** As the words go through an address. */
function throughAddress(shown: ShownHistory): ShownHistory {
  const words = new URLSearchParams();
  for (const [name, word] of Object.entries(writeShown(shown))) if (word !== undefined) words.set(name, word);
  return readShown(Object.fromEntries(new URLSearchParams(words.toString())));
}

describe('what History shows', () => {
  it('comes back from its address as it was', () => {
    const ranges: readonly ShownHistory['range'][] = [
      ...PRESET_NAMES.map((preset) => ({ preset })),
      { preset: 'custom', from: 1_773_752_640_123, to: 1_773_756_240_456 },
    ];
    for (const range of ranges) {
      expect(throughAddress({ ...USUAL, range })).toEqual({ ...USUAL, range });
    }
    const other: ShownHistory = {
      range: { preset: '7d' },
      variables: ['battery.charge', 'outlet.1.current'],
      comparison: 'week',
      asTable: true,
    };
    expect(throughAddress(other)).toEqual(other);
    expect(throughAddress({ ...USUAL, variables: [] })).toEqual({ ...USUAL, variables: [] });
  });

  it('says nothing of what is usual', () => {
    expect(Object.values(writeShown(USUAL)).filter((word) => word !== undefined)).toEqual([]);
    expect(readShown({})).toEqual(USUAL);
  });

  it.each([
    { range: '5y' },
    { range: '' },
    { from: '1773752640123' },
    { from: '2', to: '1' },
    { from: '-1', to: '1000000' },
    { from: 'NaN', to: 'Infinity' },
    { from: '1e99', to: '1e100' },
    { vars: 'a b' },
    { vars: '<script>' },
    { vars: ',' },
    { vars: 'a,b,c,d,e,f,g' },
    { vars: 'x'.repeat(5000) },
    { compare: 'decade' },
    { view: 'pie' },
    { other: 'thing' },
  ])('is the usual where the address says what cannot be: %j', (words) => {
    expect(readShown(words)).toEqual(USUAL);
  });

  it('keeps what can be read beside what cannot', () => {
    expect(readShown({ range: 'x', vars: 'ups.load', view: 'table' })).toEqual({
      ...USUAL,
      variables: ['ups.load'],
      asTable: true,
    });
  });
});
