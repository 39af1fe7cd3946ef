/** The learned runtime, judged by makers' runtime tables: what no simulation of ours has a part in. */
import { expect, it } from 'vitest';
import { guesses, scoreOf } from '../engine/battery/measured.ts';
import { describeWithRecordings } from './recordings.ts';

describeWithRecordings('the runtime at another load', () => {
  const all = { 1: guesses(1), 2: guesses(2) };

  for (const count of [1, 2] as const) {
    it(`lies in the range that was learned from ${count}, at every distance`, () => {
      expect(all[count].length).toBeGreaterThan(1000);
      for (const [least, most] of [
        [1, 1.3],
        [1.3, 2],
        [2, 4],
        [4, 100],
      ] as const) {
        const { inside, tooMuch } = scoreOf(all[count].filter(({ distance }) => distance > least && distance <= most));
        expect(inside, `${least} to ${most} times`).toBeGreaterThanOrEqual(0.9);
        expect(tooMuch, `${least} to ${most} times`).toBeLessThanOrEqual(0.05);
      }
    });
  }

  it('is hit within a tenth in the middle by two discharges, and the range is no excuse', () => {
    const { error, width } = scoreOf(all[2]);
    expect(error).toBeLessThan(0.06);
    expect(width).toBeLessThan(1.6);
  });

  it('leaving out one source, the other is held as well', () => {
    for (const source of new Set(all[2].map((guess) => guess.source))) {
      const { inside, tooMuch } = scoreOf(all[2].filter((guess) => guess.source === source));
      expect(inside, source).toBeGreaterThanOrEqual(0.9);
      expect(tooMuch, source).toBeLessThanOrEqual(0.05);
    }
  });
});
