import { afterEach, describe, expect, it } from 'vitest';
import { environmentLanguages, speakAsPreferred } from '../../src-main/hosts/language.ts';
import { createTexts, languageFor, speak } from '../../src-shared/texts/index.ts';
import { say, saidIn, sayIn } from '../../src-shared/texts/say.ts';
import { pseudoTexts } from '../texts/pseudo.ts';

afterEach(() => sayIn('en'));

describe('the languages of the environment', () => {
  it.each([
    [{ LANG: 'de_CH.UTF-8' }, 'de'],
    [{ LC_MESSAGES: 'fr_FR', LANG: 'de_DE' }, 'fr'],
    [{ LC_ALL: 'zh_CN.UTF-8', LC_MESSAGES: 'fr_FR', LANG: 'de_DE' }, 'zh'],
    [{ LC_ALL: '', LANG: 'es_ES@euro' }, 'es'],
    [{ LC_ALL: 'C', LANG: 'de_DE' }, 'en'],
    [{ LANG: 'POSIX' }, 'en'],
    [{ LANG: 'nl_NL.UTF-8' }, 'en'],
  ])('%j means %s', (environment, language) => {
    expect(languageFor('system', environmentLanguages(environment))).toBe(language);
  });

  it("are the system's own where nothing is set", () => {
    expect(environmentLanguages({})).toEqual([new Intl.DateTimeFormat().resolvedOptions().locale]);
  });
});

it('the choice of the person goes before the system', async () => {
  await speakAsPreferred({ language: 'en' }, ['de']);
  expect([saidIn(), say('tray.quit')]).toEqual(['en', 'Quit']);
});

it('a text that was said before is said in the language of now', async () => {
  expect(say('tray.quit')).toBe('Quit');
  await sayIn('es');
  expect(say('tray.quit')).not.toBe('Quit');
  await sayIn('en');
  expect(say('tray.quit')).toBe('Quit');
});

it('what was chosen last is spoken, however long another language takes', async () => {
  const texts = createTexts();
  texts.addResourceBundle('de', 'translation', pseudoTexts);
  texts.addResourceBundle('fr', 'translation', pseudoTexts);
  const spoken: string[] = [];
  texts.on('languageChanged', (language) => spoken.push(language));
  await Promise.all([speak(texts, 'de'), speak(texts, 'fr')]);
  expect(spoken).toEqual(['fr']);
});
