/**
 * `npm run test:desktop`: the built desktop program on a real Electron, on a display of its own. Needs Xvfb where there
 * is no display, and Electron's program (see scripts/electron-program.ts); both missing is a failure, not a skip.
 */
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  test: {
    name: 'desktop',
    include: ['test/desktop/**/*.test.ts'],
    globalSetup: ['test/desktop/display.ts'],
    // Programs on one display take the focus from each other.
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 90_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
