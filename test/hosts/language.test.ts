import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compose } from '../../src-main/hosts/compose.ts';
import type { Handlers } from '../../src-shared/contract/index.ts';
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

describe('the languages that a service was told', () => {
  let folder = '';
  const running: Awaited<ReturnType<typeof compose>>[] = [];
  /** A service of a machine that speaks French. */
  const start = async (host: 'service' | 'headless'): Promise<Handlers['calls']> => {
    const engine = await compose({ host, dataDir: folder, languages: () => ['fr'] });
    running.push(engine);
    return engine.handlers.calls;
  };
  const stop = async (): Promise<void> => {
    for (const engine of running.splice(0)) await engine.stop();
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-language-'));
  });
  afterEach(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });

  it('are spoken at once and after a restart, but not over the choice of the person', async () => {
    const calls = await start('service');
    expect(saidIn()).toBe('fr');
    await calls['language.tell']({ languages: ['de-CH', 'en'] });
    expect(saidIn()).toBe('de');
    await stop();
    await sayIn('en');
    const again = await start('service');
    expect(saidIn()).toBe('de');
    const { preferences } = await again['settings.get']({});
    await again['settings.update']({ preferences: { ...preferences, language: 'es' } });
    await vi.waitFor(() => expect(saidIn()).toBe('es'));
    await again['language.tell']({ languages: ['zh'] });
    expect(saidIn()).toBe('es');
  });

  it('are nothing to an engine that runs as its person', async () => {
    const calls = await start('headless');
    await calls['language.tell']({ languages: ['de'] });
    expect(saidIn()).toBe('fr');
  });
});
