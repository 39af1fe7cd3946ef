/**
 * `npm run test:attacks`: the program under attack. Files that never end, disks that are full, answers without end,
 * clients that mean harm; each against the program itself, on loopback and in folders of its own.
 */
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'attacks',
    environment: 'node',
    // What is said is compared in English; programs that are started compile their modules once for all of them.
    env: { LC_ALL: 'C', NODE_COMPILE_CACHE: resolve('node_modules/.cache/compiled') },
    include: ['test/attacks/**/*.test.ts'],
    maxWorkers: 2,
    // What hangs is the defect that is looked for: it ends long before the suite's patience does.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
