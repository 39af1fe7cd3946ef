/**
 * `npm run test:browser`: the headless host with the built screens, in a real browser. Needs a Chromium: the system's,
 * or one named in CHROMIUM_PATH; none is a failure, not a skip.
 */
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LONG } from '../long/vitest.config.ts';

export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  test: {
    name: 'browser',
    include: ['test/browser/**/*.test.ts'],
    exclude: [...LONG],
    // Each file has an engine, a port and a browser of its own; most of the time they wait for each other.
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 90_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
