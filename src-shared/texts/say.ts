/**
 * What the engine, the drivers and the hosts say, in the language of this process. Like a locale, it is set once by the
 * host and again when the person changes it; until then, and in tests, it is English.
 */
import { createTexts, type Language, speak, type Translate } from './index.ts';

const texts = createTexts();

/** A text of the catalogue in the language of this process. */
export const say: Translate = texts.t.bind(texts);

/** From now on `say` speaks this language. */
export async function sayIn(language: Language): Promise<void> {
  await speak(texts, language);
}

/** The language that `say` speaks: BCP 47. */
export function saidIn(): string {
  return texts.language;
}

/** Some names of which one is meant: "a", "a or b", "a, b, or c". */
export function orList(names: readonly string[]): string {
  return new Intl.ListFormat(saidIn(), { type: 'disjunction' }).format(names);
}

/** Some names that are all meant: "a", "a and b", "a, b, and c". */
export function andList(names: readonly string[]): string {
  return new Intl.ListFormat(saidIn(), { type: 'conjunction' }).format(names);
}
