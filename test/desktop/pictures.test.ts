import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src-shared/settings/index.ts';
import { ask, launch, newHome, type Program } from './program.ts';
import { keepPicture, pictureName, routes, seeLiveValues, visit } from './screens.ts';

const home = newHome();
let program: Program;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  program = await launch(home);
  page = await program.page();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await seeLiveValues(page);
});
afterAll(async () => {
  await program.quit();
  home.remove();
});

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  it('every screen shows without an error, and none like another', async () => {
    const preferences = { ...defaultSettings().preferences, theme };
    await ask(page, { type: 'call', id: 900, name: 'settings.update', input: { preferences } });
    await page.waitForFunction((scheme) => document.documentElement.dataset['mantineColorScheme'] === scheme, theme);
    const seen = new Map<string, string>();
    for (const route of await routes(page)) {
      await visit(page, route);
      const picture = (await keepPicture(page, 'desktop', pictureName(route, theme))).toString('base64');
      expect(seen.get(picture), `${route} looks like another screen`).toBeUndefined();
      seen.set(picture, route);
    }
    expect(seen.size).toBeGreaterThan(0);
    expect(errors).toEqual([]);
  });
});

describe('at other sizes', () => {
  it.each([
    [1920, 1080],
    [900, 600],
  ])('no screen scrolls sideways at %i x %i', async (width, height) => {
    await program.app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size[0] ?? 0, size[1] ?? 0),
      [width, height],
    );
    await page.waitForFunction((wanted) => window.innerWidth === wanted, width);
    for (const route of await routes(page)) {
      await visit(page, route);
      await keepPicture(page, 'desktop', pictureName(route, `${width}x${height}`));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, route).toBeLessThanOrEqual(0);
    }
  });
});
