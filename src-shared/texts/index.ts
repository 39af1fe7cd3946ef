/** Every text that a person reads, by language: of the screens, the tray, notifications, and what the engine says. */
import { createInstance, type i18n, type TFunction } from 'i18next';
import { learnVocabulary, type Vocabulary } from '../nut/index.ts';
import { spokenDuration } from './durations.ts';
import { en } from './en/index.ts';
import type { Language } from './languages.ts';

export { isLanguage, LANGUAGE_NAMES, LANGUAGES, type Language, languageFor } from './languages.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

/** Looks a text up. Pure functions that build sentences take it as an argument. */
export type Translate = TFunction;

/**
 * The same keys as in English, each with a text. Only the plural forms are the language's own, since languages differ
 * in them: Chinese has none but `other`, French and Spanish have `many` as well (CLDR, plural rules).
 */
type Same<T> = {
  readonly [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string ? string : Same<T[K]>;
} & { readonly [K in keyof T as K extends `${infer Base}_other` ? `${Base}_one` | `${Base}_many` : never]?: string };

/** The catalogue of a language: the shape of the English one. */
export type Texts = Same<typeof en>;

/** Makes an instance that speaks English; `speak` changes the language later. */
export function createTexts(): i18n {
  const instance = createInstance();
  void instance.init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    // What shows a text escapes it (React does); a log line needs none.
    interpolation: { escapeValue: false },
    // Ready when this returns: the resources are here.
    initAsync: false,
  });
  // Seconds in sentences: `{{seconds, duration}}` as they are, `{{seconds, estimate}}` as nobody knows them exactly.
  const { formatter } = instance.services;
  formatter?.add('duration', (seconds: unknown, language) => spokenDuration(Number(seconds), language ?? 'en'));
  formatter?.add('estimate', (seconds: unknown, language) => spokenDuration(Number(seconds), language ?? 'en', true));
  return instance;
}

/** What was asked for last: a language that takes longer to load must not come after a later choice. */
const wanted = new WeakMap<i18n, Language>();

/** Loads a language, the first time it is wanted, and changes to it; to English where it has no catalogue. */
export async function speak(instance: i18n, language: Language): Promise<void> {
  wanted.set(instance, language);
  const known = await learn(instance, language);
  if (wanted.get(instance) === language) await instance.changeLanguage(known ? language : 'en');
}

/** Whether the language can be spoken now. */
async function learn(instance: i18n, language: Language): Promise<boolean> {
  if (instance.hasResourceBundle(language, 'translation')) return true;
  // A page that has lost its server, or a file that is gone: English is there, and nothing waits for words.
  const spoken = await CATALOGUES[language]().catch(() => undefined);
  if (spoken === undefined) return false;
  instance.addResourceBundle(language, 'translation', spoken.texts);
  learnVocabulary(language, spoken.vocabulary);
  return true;
}

/** A language: its catalogue, and the vocabulary of src-shared/nut in it. */
export interface Spoken {
  readonly texts: Texts;
  readonly vocabulary: Vocabulary;
}

/**
 * Each in a chunk of its own: nobody loads a language that is not read. A new one is `<language>/` beside `en/`, with
 * the same files, and `<language>.ts` in `src-shared/nut/languages/`; the test of the catalogues says what is missing.
 */
export const CATALOGUES: Readonly<Record<Language, () => Promise<Spoken>>> = {
  en: () => Promise.resolve({ texts: en, vocabulary: {} }),
  de: async () => ({
    texts: (await import('./de/index.ts')).de,
    vocabulary: (await import('../nut/languages/de.ts')).vocabulary,
  }),
  fr: async () => ({
    texts: (await import('./fr/index.ts')).fr,
    vocabulary: (await import('../nut/languages/fr.ts')).vocabulary,
  }),
  es: async () => ({
    texts: (await import('./es/index.ts')).es,
    vocabulary: (await import('../nut/languages/es.ts')).vocabulary,
  }),
  zh: async () => ({
    texts: (await import('./zh/index.ts')).zh,
    vocabulary: (await import('../nut/languages/zh.ts')).vocabulary,
  }),
};
