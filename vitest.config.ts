/**
 * What `npm test` runs: `unit` on Node, and `renderer` in a real browser. Suites that need other programs (NUT's
 * drivers, Electron, a built renderer) have a configuration each beside their tests.
 */
import { accessSync, constants } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { chromium } from 'playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** What is too slow to be run at every change; `npm run test:captures` runs it. */
export const SLOW = [
  'test/service/killed.test.ts',
  'test/engine/protection/act/power-off-ups.test.ts',
  'test/conformance/odd-answers.test.ts',
  'test/conformance/new-driver.test.ts',
  'test/engine/history/query.test.ts',
  'test/layers/layers.test.ts',
  'test/engine/protection/policy/one-wrong.test.ts',
];
/** Likewise of the screens; `npm run test:pictures` runs it. */
export const SLOW_SCREENS = [
  'test/renderer/accessibility.test.tsx',
  'test/renderer/dialogs.test.tsx',
  'test/renderer/watching.test.tsx',
];

const unit: TestProjectInlineConfiguration = {
  test: {
    name: 'unit',
    environment: 'node',
    // Programs that tests start speak English, whatever the language of whoever runs them, and compile their modules
    // once for all of them.
    env: { LC_ALL: 'C', NODE_COMPILE_CACHE: resolve('node_modules/.cache/compiled') },
    include: ['test/**/*.test.ts'],
    // Those that wait longest, or try every way that there is, run with the slower suites.
    exclude: [
      ...SLOW,
      'test/{attacks,captures,peers,desktop,browser,pictures,renderer,usb-bench,power-bench}/**',
      '**/node_modules/**',
    ],
  },
};

/** What the screens and their tests import, so that a browser gets it bundled before the first test. */
export const BUNDLED = `
  react react-dom react-dom/client react/jsx-runtime react/jsx-dev-runtime
  @mantine/core @mantine/hooks @mantine/notifications @tabler/icons-react recharts
  i18next react-i18next wouter
  zustand zustand/vanilla zustand/react/shallow zod axe-core
`
  .trim()
  .split(/\s+/u);
/** Components are judged where they live: layout, focus and contrast exist only in a browser. */
function renderer(executablePath: string): TestProjectInlineConfiguration {
  return {
    plugins: [react()],
    // All of them at once: what is found later reloads the page in the middle of a test.
    optimizeDeps: { include: BUNDLED },
    test: {
      name: 'renderer',
      include: ['test/renderer/**/*.test.{ts,tsx}'],
      exclude: [...SLOW_SCREENS, '**/node_modules/**'],
      // Long enough for two busy cores, short enough that a failure does not wait for the whole test's time.
      expect: { poll: { timeout: 8000 } },
      testTimeout: 40_000,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: { executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] },
        }),
        instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
      },
    },
  };
}

/** Path of a Chromium: one named by the environment, one of the system's, or one that Playwright has downloaded. */
export function findBrowser(): string | undefined {
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)].filter((folder) => folder !== '');
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const named = process.env['CHROMIUM_PATH'];
  const candidates = [
    ...(named === undefined ? [] : [named]),
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    chromium.executablePath(),
  ];
  return candidates.find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function projects(): TestProjectInlineConfiguration[] {
  const browser = findBrowser();
  if (browser !== undefined) return [unit, renderer(browser)];
  const message =
    'No Chromium was found, so the renderer cannot be tested. Install one (apt install chromium) or name it in CHROMIUM_PATH.';
  if (process.env['CI'] === 'true') throw new Error(message);
  console.error(`\n*** ${message}\n*** The project "renderer" is LEFT OUT of this run.\n`);
  return [unit];
}

// A machine of two cores would otherwise work with one of them.
export default defineConfig({ test: { projects: projects(), maxWorkers: Math.max(2, availableParallelism() - 1) } });
