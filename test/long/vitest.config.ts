/**
 * `npm run test:long`: what takes minutes of waiting or millions of cases, and is run before a change of its subject is
 * called done. Needs a Chromium as `npm run test:browser` does.
 */
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Files that other suites leave to this one. */
export const LONG = ['test/browser/soak.test.ts'];

export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  test: {
    name: 'long',
    environment: 'node',
    include: [...LONG, 'test/captures/hid-fuzz.test.ts', 'test/engine/protection/policy/forecast.test.ts'],
    // One after the other: memory is measured.
    maxWorkers: 1,
    testTimeout: 1_200_000,
    hookTimeout: 90_000,
    env: { HID_FUZZ_CASES: '1000000', RUNS: '1000' },
  },
});
