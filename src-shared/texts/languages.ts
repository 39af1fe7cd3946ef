/** The languages that Mainstay speaks, and which of them a person gets. */

/** BCP 47, without a region: nobody has asked for two kinds of one language yet. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'zh'] as const;

/** What each calls itself: who looks for a language reads its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  zh: '中文',
};

/** Whether this names one of them. */
export function isLanguage(text: string): text is Language {
  return Object.hasOwn(LANGUAGE_NAMES, text);
}

/** One of them. */
export type Language = (typeof LANGUAGES)[number];

/**
 * The language for a choice. Where the person left it to the system, the first of the system's own that Mainstay
 * speaks, else English.
 *
 * @param chosen the setting
 * @param preferred BCP 47 tags, the most wanted first
 */
export function languageFor(chosen: Language | 'system', preferred: readonly string[]): Language {
  if (chosen !== 'system') return chosen;
  const spoken = preferred.map((tag) => tag.toLowerCase().split(/[-_.]/u)[0]);
  for (const tag of spoken) {
    const language = LANGUAGES.find((each) => each === tag);
    if (language !== undefined) return language;
  }
  return 'en';
}
