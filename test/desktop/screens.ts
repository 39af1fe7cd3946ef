/** What both hosts' screens are looked at for; shared with test/browser. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Bridge } from '../../src-renderer/wire/bridge.ts';
import { expect } from 'vitest';

const RESULTS = join(import.meta.dirname, '..', '..', 'test-results');

/** Waits until the first screen shows a charge and a voltage, whatever they are. */
export async function seeLiveValues(page: Page): Promise<void> {
  // The page takes its token out of the address once it is loaded; going elsewhere before would lose it.
  await page.waitForFunction(() => !window.location.hash.includes('token='));
  await page.evaluate(() => {
    window.location.hash = '#/';
  });
  await page.waitForFunction(
    () => {
      const text = document.querySelector('main')?.innerText ?? '';
      return /\d\s*%/.test(text) && /\d\s*V\b/.test(text);
    },
    undefined,
    { timeout: 30_000 },
  );
}

/** The charge of the first device as the engine has it, asked through the page's bridge. */
export function liveCharge(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        interface Item {
          readonly id: number;
          readonly value?: {
            readonly state?: { readonly devices: Record<string, { values: Record<string, number> }> };
          };
        }
        const bridge: Bridge | undefined = window.mainstay;
        if (bridge === undefined) throw new Error('the page has no bridge');
        const stop = bridge.onMessage((given) => {
          // The engine answers by the contract; a test that reads nonsense fails at the next line.
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion
          const message = given as Item;
          const device = Object.values(message.value?.state?.devices ?? {})[0];
          if (message.id !== 990 || device === undefined) return;
          stop();
          bridge.send({ type: 'unsubscribe', id: 990 });
          resolve(device.values['battery.charge'] ?? Number.NaN);
        });
        bridge.send({ type: 'subscribe', id: 990, name: 'state', input: {} });
      }),
  );
}

/** The routes of the menu, as the page itself lists them. */
export async function routes(page: Page): Promise<readonly string[]> {
  const found = await page
    .locator('nav a[href^="#/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const unique = [...new Set(found)];
  // The screens that the product promises; a menu that lost one is a defect.
  for (const promised of [
    '',
    'history',
    'events',
    'protection',
    'battery',
    'device',
    'devices',
    'preferences',
    'diagnostics',
  ]) {
    expect(unique).toContain(`#/${promised}`);
  }
  return unique;
}

/** Goes to a route and waits until it has settled: it has come, nothing loads, and its parts do not change any more. */
export async function visit(page: Page, route: string): Promise<void> {
  await page.evaluate(async (hash) => {
    window.location.hash = hash;
    const end = performance.now() + 20_000;
    for (let [last, quiet] = [0, 0]; quiet < 4; last = document.querySelectorAll('main *').length) {
      if (performance.now() > end) throw new Error(`${hash} does not settle`);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const busy = document.querySelector('[aria-busy="true"], .mantine-Loader-root') !== null;
      const same = document.querySelectorAll('main *').length === last && last > 5;
      quiet = same && !busy ? quiet + 1 : 0;
    }
  }, route);
}

/** Keeps a picture of the page for a person to judge; `test-results` is not committed. */
export async function keepPicture(page: Page, suite: string, name: string): Promise<Buffer> {
  mkdirSync(join(RESULTS, suite), { recursive: true });
  return page.screenshot({ path: join(RESULTS, suite, `${name}.png`) });
}

/** A name for a picture of a route. */
export function pictureName(route: string, look: string): string {
  return `${route.replace(/^#\//, '').replaceAll('/', '-') || 'overview'}-${look}`;
}
