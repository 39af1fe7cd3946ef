/** Whether a translation is whole: its keys, its plural forms, the places in its texts, and that it is one at all. */

/** The texts of a catalogue by their keys. */
export function flat(texts: object, prefix = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'object' && value !== null
      ? flat(value, `${prefix}${key}.`)
      : [[`${prefix}${key}`, String(value)]],
  );
}

/** The names of what is filled into a text: `{{name}}` in the catalogue, `{name}` in the vocabulary; each once, sorted. */
export function placesOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{?\s*([\w.]+)[^{}]*\}\}?/gu)].map(([, name = '']) => name))].toSorted();
}

const PLURAL = /_(zero|one|two|few|many|other)$/u;

/** What is wrong with a catalogue, in words; `same` are keys whose text may be that of English. */
export function faultsOf(
  english: object,
  translated: object,
  language: string,
  same: (key: string, text: string) => boolean,
): string[] {
  const source = new Map(flat(english));
  const target = new Map(flat(translated));
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const wanted = new Map<string, string>();
  for (const [key, text] of source) {
    if (!PLURAL.test(key)) wanted.set(key, text);
    else if (key.endsWith('_other')) for (const form of forms) wanted.set(key.replace(PLURAL, `_${form}`), text);
  }
  return [
    ...[...wanted.keys()].filter((key) => !target.has(key)).map((key) => `${key} is missing`),
    ...[...target.keys()].filter((key) => !wanted.has(key)).map((key) => `${key} is not in English`),
    ...[...wanted].flatMap(([key, text]) => faultOf(key, text, target.get(key), PLURAL.test(key), same)),
  ];
}

function faultOf(
  key: string,
  english: string,
  text: string | undefined,
  plural: boolean,
  same: (key: string, text: string) => boolean,
): string[] {
  if (text === undefined) return [];
  const [here, there] = [placesOf(text), placesOf(english)];
  // "one" may be said without its number.
  const missing = there.filter((place) => !here.includes(place) && !(plural && place === 'count'));
  const strange = here.filter((place) => !there.includes(place));
  return [
    ...missing.map((place) => `${key} lacks ${place}`),
    ...strange.map((place) => `${key} has ${place}, which nothing fills in`),
    ...(text.trim() === '' && english.trim() !== '' ? [`${key} is empty`] : []),
    ...(text === english && !same(key, text) ? [`${key} is English: ${text}`] : []),
    ...(/^\s|\s$/u.test(text) && !/^\s|\s$/u.test(english) ? [`${key} has blanks around it`] : []),
  ];
}

/** What is wrong with a vocabulary: one text for each of English, and no other. */
export function vocabularyFaults(
  english: readonly string[],
  translated: Readonly<Record<string, string>>,
  same: (text: string) => boolean,
): string[] {
  return [
    ...english.filter((text) => !Object.hasOwn(translated, text)).map((text) => `"${text}" is missing`),
    ...Object.keys(translated)
      .filter((text) => !english.includes(text))
      .map((text) => `"${text}" is nowhere in the tables`),
    ...english.flatMap((text) => faultOf(`"${text}"`, text, translated[text], false, () => same(text))),
  ];
}
