/** When observations agree: the limits, from both sides. A word that is believed too early shuts a computer down. */
import { describe, expect, it } from 'vitest';
import { NO_EVIDENCE, wordObserved } from '../../src-shared/nut/evidence.ts';
import { agrees, comesAndGoes, observed, onceOnly, type Sign, UNSEEN } from '../../src-shared/nut/agreement.ts';

/** A sign that was observed at these times; those of `not` did not say so. */
function seen(times: readonly number[], not: readonly number[] = []): Sign {
  return times.reduce((sign, at) => observed(sign, !not.includes(at), at), UNSEEN);
}

describe('two observations agree', () => {
  it.each<[string, readonly number[], readonly number[], boolean]>([
    ['never before anything was observed', [], [], false],
    ['not with one alone', [5000], [], false],
    ['three seconds apart', [1000, 4000], [], true],
    ['not nearer than that', [1000, 3999], [], false],
    ['not nearer than that, however many there are', [1000, 1400, 1800, 2200, 3999], [], false],
    ['three seconds apart, with others between', [1000, 2000, 3000, 4000], [], true],
    ['not when one between them says otherwise', [1000, 4000, 5000], [4000], false],
    ['anew after one that said otherwise', [1000, 2000, 3000, 6000], [2000], true],
    ['not when the last one says otherwise', [1000, 5000, 9000], [9000], false],
  ])('%s', (_what, times, not, expected) => {
    expect(agrees(seen(times, not))).toBe(expected);
  });

  it('only once each: one that is handed out again is no other', () => {
    const sign = seen([1000]);
    expect(observed(sign, true, 1000)).toBe(sign);
    expect(observed(sign, true, 500)).toBe(sign);
    expect(observed(sign, false, 1000)).toBe(sign);
    expect(agrees(seen([1000, 1000, 1000]))).toBe(false);
  });
});

const every = (step: number, count: number, from = 0): readonly number[] =>
  Array.from({ length: count }, (_, index) => from + index * step);

describe('a word that comes and goes', () => {
  it.each<[string, readonly number[], readonly number[], boolean]>([
    ['five times over thirty seconds', every(7500, 5), [], true],
    ['four times only', every(10_000, 4), [], false],
    ['five times in less than thirty seconds', every(7499, 5), [], false],
    ['in one of three observations', every(5000, 13), every(5000, 13).filter((_, index) => index % 3 !== 0), true],
    ['in exactly one of three', every(5000, 15), every(5000, 15).filter((_, index) => index % 3 !== 0), true],
    ['five times in less than thirty seconds, late in the day', every(7499, 5, 40_000_000), [], false],
    ['in less than one of three', every(3000, 17), every(3000, 17).filter((_, index) => index % 4 !== 0), false],
    ['twice a minute', every(1000, 120), every(1000, 120).filter((_, index) => index % 30 !== 0), false],
  ])('%s: %s', (_what, times, not, believed) => {
    expect(comesAndGoes(seen(times, not))).toBe(believed);
  });

  it('is gone when it was not there for fifteen seconds, and counts anew', () => {
    const four = every(8000, 4);
    const last = 24_000;
    const again = (after: number): Sign => seen([...four, last + after, last + after + 1000], [last + after]);
    expect(comesAndGoes(again(14_999))).toBe(true);
    expect(comesAndGoes(again(15_000))).toBe(false);
    expect(again(15_000)).toMatchObject({ held: 1, seen: 1, from: last + 16_000 });
  });

  it('has not begun before it first came', () => {
    expect(seen([1000, 2000, 3000], [1000, 2000])).toMatchObject({ held: 1, seen: 1, from: 3000, since: 3000 });
    expect(seen([1000, 2000], [2000])).toMatchObject({ held: 1, seen: 2, from: 1000, count: 0, at: 2000 });
  });
});

describe('what was observed before a sleep', () => {
  it('is one observation, with which one of now agrees', () => {
    const before = onceOnly(seen([1000, 5000, 9000]));
    expect(agrees(before)).toBe(false);
    expect(before).toMatchObject({ count: 1, since: 1000, last: 1000, held: 0, seen: 0 });
    expect(agrees(observed(before, true, 20_000))).toBe(true);
    // What was seen last is not seen again.
    expect(observed(before, true, 9000)).toBe(before);
  });

  it('is nothing where the last one said otherwise', () => {
    expect(onceOnly(seen([1000, 5000], [5000]))).toBe(UNSEEN);
  });
});

describe('when a word of the status was observed', () => {
  const status = { value: 'OL', at: 5000, asked: true };
  const evidence = {
    values: new Map([['ups.status', status]]),
    words: new Map([['LB', { at: 1000, asked: false }]]),
  };
  it('is its own moment, where it has one, and else that of the status', () => {
    expect(wordObserved(evidence, 'LB')).toEqual({ at: 1000, asked: false });
    expect(wordObserved(evidence, 'RB')).toBe(status);
    expect(wordObserved(NO_EVIDENCE, 'LB')).toBeUndefined();
  });
});
