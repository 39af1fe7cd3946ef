/** `npm run test:peers`: other programs on the same wire. Each file has wires and ports of its own, and mostly waits. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'peers',
    environment: 'node',
    include: ['test/peers/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
