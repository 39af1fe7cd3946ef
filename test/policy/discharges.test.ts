/** Random outages to the end; `npm run test:captures` plays a thousand. */
import { describe, expect, it, vi } from 'vitest';
import { discharge, faults } from './discharge.ts';

// On a busy machine everything takes longer, and nothing here measures speed.
vi.setConfig({ testTimeout: 120_000 });

describe('a discharge', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))('number %i ends well', (seed) => {
    const course = discharge(seed);
    expect(faults(course), course.story.join('\n')).toEqual([]);
  });
});
