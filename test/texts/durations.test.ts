/** Times in sentences are said in words, in one or two units, in every language. */
import { describe, expect, it } from 'vitest';
import { spokenDuration } from '../../src-shared/texts/durations.ts';
import { CATALOGUES, createTexts, LANGUAGES, speak } from '../../src-shared/texts/index.ts';
import { flat } from './judge.ts';

describe('a duration in words', () => {
  it.each([
    [0, '0\u00a0seconds'],
    [-3, '0\u00a0seconds'],
    [1, '1\u00a0second'],
    [59.9, '59\u00a0seconds'],
    [60, '1\u00a0minute'],
    [425, '7\u00a0minutes 5\u00a0seconds'],
    [754, '12\u00a0minutes 34\u00a0seconds'],
    [3600, '1\u00a0hour'],
    [3659, '1\u00a0hour'],
    [7500, '2\u00a0hours 5\u00a0minutes'],
    [86_399, '23\u00a0hours 59\u00a0minutes'],
    [93_600, '1\u00a0day 2\u00a0hours'],
  ])('%d seconds are "%s"', (seconds, text) => {
    expect(spokenDuration(seconds, 'en')).toBe(text);
  });

  it('leaves the seconds out of an estimate from ten minutes on', () => {
    expect([599, 754].map((seconds) => spokenDuration(seconds, 'en', true))).toEqual([
      '9\u00a0minutes 59\u00a0seconds',
      '12\u00a0minutes',
    ]);
  });

  it.each([
    ['de', '1\u00a0Minute 1\u00a0Sekunde', '2\u00a0Stunden 5\u00a0Minuten'],
    ['fr', '1\u00a0minute 1\u00a0seconde', '2\u00a0heures 5\u00a0minutes'],
    ['es', '1\u00a0minuto 1\u00a0segundo', '2\u00a0horas 5\u00a0minutos'],
    ['zh', '1\u2060分钟1\u2060秒钟', '2\u2060小时5\u2060分钟'],
  ])('has the plurals of %s, and a line ends only between its parts', (locale, one, several) => {
    expect([spokenDuration(61, locale), spokenDuration(7500, locale)]).toEqual([one, several]);
  });
});

it('texts say seconds in words, in the language that is spoken', async () => {
  const texts = createTexts();
  const values = { name: 'Office UPS', seconds: 754 };
  const said = [texts.t('decision.over', values), texts.t('decision.notice.testStuck', values)];
  await speak(texts, 'de');
  said.push(texts.t('decision.over', values));
  expect(said[0]).toContain('12\u00a0minutes 34\u00a0seconds on battery');
  expect(said[1]).toContain('for 12\u00a0minutes that');
  expect(said[2]).toContain('12\u00a0Minuten 34\u00a0Sekunden');
});

/** Where a bare number of seconds is right: what a person has to type, columns of figures, and the tray's few characters. */
const FIGURES: ReadonlySet<string> = new Set([
  'diary.support.hours',
  'drill.seconds',
  'drilled.seconds',
  'command.took',
  'energy.covered',
  'megatec.offDelay',
  'megatec.onDelay',
  'megatec.testLength',
  'tray.seconds',
  'tray.minutes',
  'tray.hours',
]);

const BARE =
  /\}\}\s?(?:(?:s|min|h)(?![\p{L}’])|(?:seconds?|minutes?|hours?|Sekunden?|Minuten?|Stunden?|secondes?|heures?|segundos?|minutos?|horas?)\b|秒|分钟|小时)/u;

/** The places of a text that hold spans of time. */
const spans = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+, \w+)\}\}/gu)].map(([, span = '']) => span).toSorted();

describe.each(LANGUAGES)('%s', (language) => {
  it('has no bare number of seconds, minutes or hours in a sentence', async () => {
    const { texts } = await CATALOGUES[language]();
    const bare = flat(texts).filter(([key, text]) => !FIGURES.has(key) && BARE.test(text));
    expect(bare).toEqual([]);
  });

  it('says the same spans as English', async () => {
    const { texts: english } = await CATALOGUES.en();
    const { texts } = await CATALOGUES[language]();
    const said = new Map(flat(texts));
    const other = flat(english).filter(
      ([key, text]) => !/_(?:one|other)$/u.test(key) && String(spans(said.get(key) ?? '')) !== String(spans(text)),
    );
    expect(other.map(([key]) => key)).toEqual([]);
  });
});
