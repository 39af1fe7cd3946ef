/**
 * The vocabulary in the person's language. The tables are English; what they say in another language is keyed by the
 * English text, so that a text is translated once, however many rows share it. Whoever chooses the language hands its
 * vocabulary over here, since this folder imports nothing.
 */

/** Texts of a language by their English. */
export type Vocabulary = Readonly<Record<string, string>>;

const known = new Map<string, ReadonlyMap<string, string>>();

/** From now on texts are found in this language, given as BCP 47 without a region. */
export function learnVocabulary(language: string, vocabulary: Vocabulary): void {
  known.set(language, new Map(Object.entries(vocabulary)));
}

/** An English text in the language of a locale (BCP 47); as it is where that language has no word for it. */
export function translated(text: string, locale: string): string {
  return known.get(locale.split('-')[0] ?? '')?.get(text) ?? text;
}

/** As `translated`, then with values in the places of `{name}`. */
export function filled(text: string, locale: string, values: Readonly<Record<string, string>>): string {
  return translated(text, locale).replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}
