import { afterEach, beforeAll, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CATALOGUES, LANGUAGE_NAMES, LANGUAGES } from '../../src-shared/texts/index.ts';
import { pseudo, pseudoTexts } from '../texts/pseudo.ts';
import { leave, play } from './stage.tsx';

// Many files: a busy machine takes longer to bring them than a test waits for a word.
beforeAll(() => CATALOGUES.de());
afterEach(leave);

it('offers every language by its own name', async () => {
  const { page } = await play('/preferences');
  await page.getByRole('combobox', { name: 'Language' }).click();
  for (const language of LANGUAGES) {
    await expect.element(page.getByRole('option', { name: LANGUAGE_NAMES[language] })).toBeVisible();
  }
});

it('speaks another language as soon as it is chosen, numbers and screen readers too, and goes back', async () => {
  // Stands in for a catalogue; which one is spoken is all that this is about.
  const { page, fake } = await play('/preferences', {
    speak: (texts) => texts.addResourceBundle('de', 'translation', pseudoTexts),
  });
  const choose = async (name: string, option: string): Promise<void> => {
    await page.getByRole('combobox', { name }).click();
    await page.getByRole('option', { name: option }).click();
  };
  await expect.element(page.getByRole('heading', { level: 1, name: 'Preferences' })).toBeVisible();
  expect(document.documentElement.lang).toBe('en');

  await choose('Language', 'Deutsch');
  await expect.element(page.getByRole('heading', { level: 1, name: pseudo('Preferences') })).toBeVisible();
  expect(document.documentElement.lang).toBe('de');
  expect(fake.settings.preferences.language).toBe('de');

  window.location.hash = '#/';
  // 231.4 V, as written in German.
  await expect.element(page.getByText(/\d,\d\sV/u).first()).toBeVisible();

  window.location.hash = '#/preferences';
  await choose(pseudo('Language'), 'English');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Preferences' })).toBeVisible();
  expect(document.documentElement.lang).toBe('en');
  await userEvent.keyboard('{Escape}');
});

it('says what a command asks for in the language of now, not in that in which the UPS was identified', async () => {
  const { page, engine, fake } = await play('/device');
  const asked = (what: string) => page.getByRole('textbox', { name: new RegExp(`: ${what}$`, 'u') });
  await expect.element(asked('Length of the test')).toBeVisible();
  const { settings } = fake;
  engine.store.setState({ settings: { ...settings, preferences: { ...settings.preferences, language: 'de' } } });
  await expect.element(asked('Dauer des Tests')).toBeVisible();
});
