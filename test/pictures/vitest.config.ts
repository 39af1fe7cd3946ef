/**
 * `npm run test:pictures`: every screen in its states, compared with a reviewed picture, over a fake engine in a real
 * browser. After a change that was meant: `npm run test:pictures -- -u`, look at every picture that git shows, and keep
 * the folder small with `pngquant --speed 1 --strip --nofs 256 --ext .png --force` of what has changed. What such a
 * palette loses is below the threshold.
 */
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { BUNDLED, findBrowser, SLOW_SCREENS } from '../../vitest.config.ts';
import { SHOWN } from './shown.ts';

const root = join(import.meta.dirname, '..', '..');
function referencePath(name: string, extension: string): string {
  return join(root, SHOWN[name] ?? join('test', 'pictures', 'references', `${name}${extension}`));
}

const executablePath = findBrowser();
if (executablePath === undefined) throw new Error('No Chromium was found. Install one, or name it in CHROMIUM_PATH.');

export default defineConfig({
  root,
  // Of its own: the other suites bundle for other pages.
  cacheDir: join(root, 'node_modules', '.cache', 'pictures'),
  plugins: [react()],
  optimizeDeps: { include: BUNDLED },
  test: {
    name: 'pictures',
    include: ['test/pictures/*.test.tsx', ...SLOW_SCREENS],
    // Two cores that do something else as well take twice as long.
    testTimeout: 30_000,
    expect: { poll: { timeout: 8000 } },
    maxWorkers: 2,
    // A busy machine may be late with a part of a screen; what has changed is so the second time as well.
    retry: 1,
    // What was seen, and where it differs, lies here after a failure.
    attachmentsDir: join(root, 'test-results', 'pictures'),
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          executablePath,
          // Letters are drawn the same on every machine: no hinting, no subpixels, one colour space.
          args: [
            '--no-sandbox',
            '--disable-gpu',
            '--disable-dev-shm-usage',
            '--font-render-hinting=none',
            '--disable-lcd-text',
            '--force-color-profile=srgb',
          ],
        },
        contextOptions: { locale: 'en-US', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' },
      }),
      instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
      expect: {
        toMatchScreenshot: {
          comparatorName: 'pixelmatch',
          // Smoothing may differ between builds of a browser and is not counted, but at the arcs of gauges some of it is
          // taken for ink; what a person would see changed is more.
          comparatorOptions: { threshold: 0.05, allowedMismatchedPixels: 60 },
          resolveScreenshotPath: ({ arg, ext }) => referencePath(arg, ext),
        },
      },
    },
  },
});
