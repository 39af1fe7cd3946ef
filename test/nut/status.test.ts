import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinStatus, parseStatus, STATUS_WORDS } from '../../src-shared/nut/index.ts';
import type { StatusWord } from '../../src-shared/nut/index.ts';

const isWord = (text: string): text is StatusWord => Object.hasOwn(STATUS_WORDS, text);
const anyWord = fc.constantFrom(...Object.keys(STATUS_WORDS).filter((word) => isWord(word)));

describe('parseStatus', () => {
  it('keeps unknown tokens apart, whatever the white space', () => {
    expect(parseStatus('  OL\tCHRG  DEPLETED OL vendor:X\n')).toEqual({
      words: ['OL', 'CHRG'],
      unknown: ['DEPLETED', 'vendor:X'],
    });
  });

  it.each(['', '   '])('finds nothing in %j', (text) => {
    expect(parseStatus(text)).toEqual({ words: [], unknown: [] });
  });

  it('takes no property of objects for a word', () => {
    expect(parseStatus('constructor ol __proto__').words).toEqual([]);
  });

  it('loses no token of any text', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyWord, fc.string())), (tokens) => {
        const text = tokens.join(' ');
        const { words, unknown } = parseStatus(text);
        const wanted = new Set(text.split(/\s+/u).filter((token) => token !== ''));
        expect(new Set<string>([...words, ...unknown])).toEqual(wanted);
        expect(words.length + unknown.length).toBe(wanted.size);
      }),
    );
  });
});

describe('joinStatus', () => {
  it('says where the power comes from first, then the battery, then the rest', () => {
    expect(joinStatus(['ALARM', 'BOOST', 'CHRG', 'OL'])).toBe('OL CHRG BOOST ALARM');
    expect(joinStatus(['DISCHRG', 'LB', 'OB', 'LB'])).toBe('OB LB DISCHRG');
    expect(joinStatus([])).toBe('');
  });

  it('gives equal texts for equal sets, and the same words back', () => {
    fc.assert(
      fc.property(fc.array(anyWord), (words) => {
        const text = joinStatus(words);
        expect(joinStatus(words.toReversed())).toBe(text);
        expect(new Set(parseStatus(text).words)).toEqual(new Set(words));
      }),
    );
  });
});
