/** Random outages to the end; `npm run test:captures` plays thousands. */
import { describe, expect, it, vi } from 'vitest';
import { faults } from './course.ts';
import { DIES_AT, discharge } from './discharge.ts';

// On a busy machine everything takes longer, and nothing here measures speed.
vi.setConfig({ testTimeout: 120_000 });

describe('a discharge', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))('number %i ends well', (seed) => {
    const course = discharge(seed);
    expect(faults(course), course.story.join('\n')).toEqual([]);
  });

  it.each(Array.from({ length: 12 }, (_, seed) => seed))('number %i ends well although the gauge leaps', (seed) => {
    const course = discharge(seed, 'leap');
    expect(faults(course), course.story.join('\n')).toEqual([]);
  });

  it.each(Array.from({ length: 12 }, (_, seed) => seed))('number %i dies all of a sudden, but only once', (seed) => {
    const first = discharge(seed, 'death');
    expect(faults(first)).toEqual(['the battery died and nothing was done']);
    expect(first.kept.diedAt).toBeGreaterThanOrEqual(DIES_AT);
    const second = discharge(seed, 'death', [first.kept]);
    expect(faults(second), second.story.join('\n')).toEqual([]);
  });

  it.each(Array.from({ length: 12 }, (_, seed) => seed))('number %i dies after a leap, but only once', (seed) => {
    const first = discharge(seed, 'leap-and-death');
    expect(faults(first)).toEqual(['the battery died and nothing was done']);
    expect(first.kept.diedAt).toBeGreaterThan(DIES_AT - 35);
    const second = discharge(seed, 'leap-and-death', [first.kept]);
    expect(faults(second), second.story.join('\n')).toEqual([]);
  });
});
