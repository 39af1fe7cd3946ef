/** Times in sentences are said in words, in one or two units, in every language. */
import { describe, expect, it } from 'vitest';
import { spokenDuration } from '../../src-shared/texts/durations.ts';
import { CATALOGUES, createTexts, LANGUAGES, speak } from '../../src-shared/texts/index.ts';
import { flat } from './judge.ts';

describe('a duration in words', () => {
  it.each([
    [0, '0 seconds'],
    [-3, '0 seconds'],
    [1, '1 second'],
    [59.9, '59 seconds'],
    [60, '1 minute'],
    [425, '7 minutes 5 seconds'],
    [754, '12 minutes 34 seconds'],
    [3600, '1 hour'],
    [3659, '1 hour'],
    [7500, '2 hours 5 minutes'],
    [86_399, '23 hours 59 minutes'],
    [93_600, '1 day 2 hours'],
  ])('%d seconds are "%s"', (seconds, text) => {
    expect(spokenDuration(seconds, 'en')).toBe(text);
  });

  it('leaves the seconds out of an estimate from ten minutes on', () => {
    expect([599, 754].map((seconds) => spokenDuration(seconds, 'en', true))).toEqual([
      '9 minutes 59 seconds',
      '12 minutes',
    ]);
  });

  it.each([
    ['de', '1 Minute 1 Sekunde', '2 Stunden 5 Minuten'],
    ['fr', '1 minute 1 seconde', '2 heures 5 minutes'],
    ['es', '1 minuto 1 segundo', '2 horas 5 minutos'],
    ['zh', '1分钟1秒钟', '2小时5分钟'],
  ])('has the plurals of %s', (locale, one, several) => {
    const plain = (seconds: number): string => spokenDuration(seconds, locale).replaceAll('\u00a0', ' ');
    expect([plain(61), plain(7500)]).toEqual([one, several]);
  });
});

it('texts say seconds in words, in the language that is spoken', async () => {
  const texts = createTexts();
  const values = { name: 'Office UPS', seconds: 754 };
  const said = [texts.t('decision.over', values), texts.t('decision.notice.testStuck', values)];
  await speak(texts, 'de');
  said.push(texts.t('decision.over', values));
  expect(said[0]).toContain('12 minutes 34 seconds on battery');
  expect(said[1]).toContain('for 12 minutes that');
  expect(said[2]).toContain('12 Minuten 34 Sekunden');
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
