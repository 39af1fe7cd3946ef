/** A number and its unit stay on one line, and what programs read has plain spaces. */
import { describe, expect, it } from 'vitest';
import { formatDuration, formatValue, plainSpaces, withUnit } from '../../src-shared/nut/index.ts';
import { CATALOGUES, LANGUAGES } from '../../src-shared/texts/index.ts';
import { flat } from '../texts/judge.ts';

describe('a number with its unit', () => {
  it.each([
    ['30', '%', 'en', '30\u00a0%'],
    ['30', '%', 'de-AT', '30\u00a0%'],
    ['30', '%', 'zh', '30%'],
    ['230', 'V', 'zh', '230\u00a0V'],
    ['7', '', 'en', '7'],
  ])('%s and %s in %s', (figure, unit, locale, text) => {
    expect(withUnit(figure, unit, locale)).toBe(text);
  });

  it('never breaks in values and short times', () => {
    expect(formatValue('input.voltage', 230)).toBe('230.0\u00a0V');
    expect(formatDuration(270)).toBe('4\u00a0min 30\u00a0s');
  });
});

it('programs get plain spaces', () => {
  expect(plainSpaces('30\u00a0% de 5\u202f000 W')).toBe('30 % de 5 000 W');
  expect(plainSpaces('还有5\u2060分钟')).toBe('还有5分钟');
});

/** A unit behind a number or a place for one, with a space at which a line may end. */
const LOOSE = /(?:\}\}|\d) (?:%|(?:V|W|VA|kWh|kg|GB|Hz|s|ms|min|h|d)(?![\p{L}’'])|°C|秒|分钟|小时|天)/u;

/** The same of units in words. */
const LOOSE_WORD = {
  en: /(?:\}\}|\d) (?:second|minute|hour|day|week|month|year|byte)s?(?!\p{L})/u,
  de: /(?:\}\}|\d) (?:Sekunde|Minute|Stunde|Tag|Woche|Monat|Jahr|Byte)(?:e?n|e|s)?(?!\p{L})/u,
  fr: /(?:\}\}|\d) (?:seconde|minute|heure|jour|semaine|mois|an|octet)s?(?!\p{L})/u,
  es: /(?:\}\}|\d) (?:segundo|minuto|hora|día|semana|mese?|año|byte)s?(?!\p{L})/u,
  zh: /(?:\}\}|\d) (?:周|个月|年|字节)/u,
};

it.each(LANGUAGES)('no text in %s lets a unit fall onto the next line', async (language) => {
  const { texts, vocabulary } = await CATALOGUES[language]();
  const all = [...flat(texts), ...Object.entries(vocabulary)];
  expect(all.filter(([, text]) => LOOSE.test(text) || LOOSE_WORD[language].test(text))).toEqual([]);
});
