/** Look, language and units: what is chosen is kept, and reaches every screen at once. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CATALOGUES, LANGUAGE_NAMES, LANGUAGES } from '../../src-shared/texts/index.ts';
import { en } from '../../src-shared/texts/en/index.ts';
import { missingTexts } from './look.ts';
import { startWalk, type Walk } from './walk.ts';

let walk: Walk;
beforeAll(async () => {
  walk = await startWalk({ settings: { demo: true } });
});
afterAll(() => walk.close());

const preferences = async () => (await walk.engine.call('settings.get', {})).preferences;

it('a theme is chosen, against the one of the system', async () => {
  const { page } = walk;
  const scheme = (): Promise<string | undefined> =>
    page.evaluate(() => document.documentElement.dataset['mantineColorScheme']);
  await walk.open('Preferences');
  await page.getByText(en.preferences.themes.dark, { exact: true }).click();
  await expect.poll(scheme).toBe('dark');
  expect((await preferences()).theme).toBe('dark');
  await walk.look('Preferences in dark');
  await page.reload();
  await expect.poll(scheme).toBe('dark');
  await page.getByText(en.preferences.themes.system, { exact: true }).first().click();
  await expect.poll(scheme).toBe('light');
});

it('temperatures are told in degrees of the person', async () => {
  const { page } = walk;
  await page.getByText(en.preferences.temperatures.fahrenheit, { exact: true }).click();
  await expect.poll(async () => (await preferences()).temperature).toBe('fahrenheit');
  await walk.open('Diagnostics');
  await page.getByRole('textbox', { name: en.diagnostics.filter }).fill('temperature');
  await page
    .getByRole('cell', { name: /\d\s*°F/u })
    .first()
    .waitFor();
  await walk.open('Preferences');
  await page.getByText(en.preferences.temperatures.celsius, { exact: true }).click();
  await expect.poll(async () => (await preferences()).temperature).toBe('celsius');
});

it.each(LANGUAGES.toReversed())('every screen speaks %s', async (language) => {
  const { page } = walk;
  const { texts } = await CATALOGUES[language]();
  const menu = page.getByRole('navigation').getByRole('link');
  // In whatever language it is now: the last screen but one is that of the preferences.
  await page.locator('nav a[href="#/preferences"]').click();
  await page.getByRole('combobox').first().click();
  await page.getByRole('option', { name: LANGUAGE_NAMES[language], exact: true }).click();
  await page.getByRole('heading', { level: 1, name: texts.screens.preferences, exact: true }).waitFor();
  expect((await preferences()).language).toBe(language);
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe(language);
  const names = Object.values(texts.screens);
  expect(await menu.count()).toBe(names.length);
  for (const name of names) {
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    await page.waitForFunction(
      () => document.querySelector('main [aria-busy="true"], main .mantine-Loader-root') === null,
    );
    expect.soft(await missingTexts(page), `${language}: ${name}`).toEqual([]);
  }
});

it('a text that is missing would be found', async () => {
  await walk.page.evaluate(() => {
    const missing = document.createElement('p');
    missing.textContent = 'events.kinds.of-nothing';
    document.body.append(missing);
  });
  expect(await missingTexts(walk.page)).toEqual(['no text: events.kinds.of-nothing']);
});
