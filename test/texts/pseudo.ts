/**
 * A language that nobody speaks: English with accents, two fifths longer. Texts that do not appear in it stand in the
 * code, and screens that cut it off will cut German off.
 */
import { vocabularyTexts } from '../../src-shared/nut/index.ts';
import { en } from '../../src-shared/texts/en/index.ts';
import type { Texts } from '../../src-shared/texts/index.ts';

const ACCENTS: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', A: 'Á', E: 'É', O: 'Ó' };
const LONGER = 0.4;

/** A text in it. What is filled in stays. */
export function pseudo(text: string): string {
  let letters = 0;
  const accented = text
    .split(/(\{\{?[^{}]*\}\}?)/u)
    .map((part) => {
      if (part.startsWith('{')) return part;
      letters += part.length;
      return part.replaceAll(/[aeiouAEO]/gu, (letter) => ACCENTS[letter] ?? letter);
    })
    .join('');
  const extra = Math.ceil(letters * LONGER);
  // In words of a usual length, so that lines break where other languages break them.
  const filler = Array.from({ length: extra }, (_, index) => (index % 8 === 7 ? ' ' : 'ø')).join('');
  // Units, and what has no word in it, are as short in every language.
  return /\p{L}{4}/u.test(text) ? `${accented} ${filler}`.trim() : accented;
}

function inPseudo(texts: object): object {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'object' && value !== null ? inPseudo(value) : pseudo(String(value)),
    ]),
  );
}

/** The catalogue in it. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Built from English, key by key.
export const pseudoTexts = inPseudo(en) as Texts;

/** The vocabulary in it. */
export const pseudoVocabulary: Readonly<Record<string, string>> = Object.fromEntries(
  vocabularyTexts().map((text) => [text, pseudo(text)]),
);
