/** Every language says everything: judged against English, as is the judge itself. */
import { describe, expect, it } from 'vitest';
import { vocabularyTexts } from '../../src-shared/nut/index.ts';
import { en } from '../../src-shared/texts/en/index.ts';
import { CATALOGUES, LANGUAGES } from '../../src-shared/texts/index.ts';
import { faultsOf, flat, placesOf, vocabularyFaults } from './judge.ts';
import { pseudo, pseudoTexts, pseudoVocabulary } from './pseudo.ts';
import { hasWords, SAME } from './same.ts';

const words = vocabularyTexts();

const languages = LANGUAGES.filter((language) => language !== 'en');

describe.each(languages)('%s', (language) => {
  const same = (key: string, text: string): boolean => !hasWords(text) || SAME[language]?.includes(key) === true;

  it('says all that English says', async () => {
    const spoken = await CATALOGUES[language]();
    expect(faultsOf(en, spoken.texts, language, same)).toEqual([]);
  });

  it('has a word for each of the vocabulary', async () => {
    const spoken = await CATALOGUES[language]();
    expect(vocabularyFaults(words, spoken.vocabulary, (text) => same(text, text))).toEqual([]);
  });

  it('needs each exception still', async () => {
    const spoken = await CATALOGUES[language]();
    const english = new Map([...flat(en), ...words.map((word): [string, string] => [word, word])]);
    const translated = new Map([...flat(spoken.texts), ...Object.entries(spoken.vocabulary)]);
    expect((SAME[language] ?? []).filter((key) => english.get(key) !== translated.get(key))).toEqual([]);
  });
});

it('each text has its plural forms and no stray braces', () => {
  const texts = new Map(flat(en));
  const odd = [...texts].filter(
    ([key, text]) =>
      (key.endsWith('_one') && !texts.has(key.replace(/_one$/u, '_other'))) ||
      (key.endsWith('_other') && !texts.has(key.replace(/_other$/u, '_one'))) ||
      /[{}]/u.test(text.replaceAll(/\{\{\w+(?:, (?:duration|estimate))?\}\}/gu, '')),
  );
  expect(odd).toEqual([]);
});

const never = (): boolean => false;

it.each([
  ['{{value}} kWh', false],
  ['USB HID: {{names}}', false],
  ['test.battery.start.quick', false],
  ['{n} min', false],
  ['{{count}} events', true],
  ['Mainstay has stopped.', true],
])('%s has words: %s', (text, expected) => {
  expect(hasWords(text)).toBe(expected);
});

describe('the judge', () => {
  const good = { a: { x_one: 'eine {{name}}', x_other: '{{count}} {{name}}', y: 'Ja' } };
  const english = { a: { x_one: '{{count}} {{name}} is', x_other: '{{count}} {{name}} are', y: 'Yes' } };

  it('finds nothing in a catalogue that is whole', () => {
    expect(faultsOf(english, good, 'de', never)).toEqual([]);
    expect(faultsOf(en, pseudoTexts, 'en', (_key, text) => pseudo(text) === text)).toEqual([]);
    expect(vocabularyFaults(words, pseudoVocabulary, (text) => pseudo(text) === text)).toEqual([]);
  });

  it.each([
    [{ a: { ...good.a, y: 'Yes' } }, 'de', ['a.y is English: Yes']],
    [{ a: { ...good.a, y: '' } }, 'de', ['a.y is empty']],
    [{ a: { ...good.a, y: ' Ja' } }, 'de', ['a.y has blanks around it']],
    [{ a: { ...good.a, z: 'Mehr' } }, 'de', ['a.z is not in English']],
    [{ a: { x_one: 'eine {{name}}', x_other: '{{count}} {{name}}' } }, 'de', ['a.y is missing']],
    [{ a: { ...good.a, x_other: '{{count}}' } }, 'de', ['a.x_other lacks name']],
    [{ a: { ...good.a, x_one: '{{nmae}} {{name}}' } }, 'de', ['a.x_one has nmae, which nothing fills in']],
    [good, 'fr', ['a.x_many is missing']],
    [good, 'zh', ['a.x_one is not in English']],
  ])('finds what is wrong in %j as %s', (catalogue, language, faults) => {
    expect(faultsOf(english, catalogue, language, never)).toEqual(faults);
  });

  it('finds what is wrong in a vocabulary', () => {
    const faults = vocabularyFaults(
      ['Load', '{n} min', 'Off'],
      { Load: 'Last', '{n} min': 'Minuten', On: 'An' },
      never,
    );
    expect(faults).toEqual(['"Off" is missing', '"On" is nowhere in the tables', '"{n} min" lacks n']);
  });
});

it('the pseudo-language is longer, keeps what is filled in, and looks like none', () => {
  const text = 'The port {{path}} has gone.';
  expect(placesOf(pseudo(text))).toEqual(['path']);
  expect(pseudo(text).length).toBeGreaterThan(text.length * 1.25);
  expect(pseudo(text)).toMatch(/^Thé pórt \{\{path\}\} hás góné\. ø/u);
});
