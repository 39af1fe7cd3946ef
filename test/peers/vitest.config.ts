/** `npm run test:peers`: other programs on the same wire. One after the other, since they share ports and two cores. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'peers',
    environment: 'node',
    include: ['test/peers/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
