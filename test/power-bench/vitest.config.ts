/** `npm run test:power`: a real machine behind a virtual UPS. One after the other: each keeps a processor busy. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'power',
    environment: 'node',
    include: ['test/power-bench/**/*.test.ts'],
    fileParallelism: false,
    // The cases of a file are chapters of one story: after one that fails the rest would only wait.
    bail: 1,
    testTimeout: 600_000,
    hookTimeout: 300_000,
  },
});
