/** The languages that Mainstay speaks, and which of them a person gets. */

/** BCP 47, without a region: nobody has asked for two kinds of one language yet. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'zh'] as const;

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
