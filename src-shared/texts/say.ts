/**
 * What the engine, the drivers and the hosts say, in the language of this process. Like a locale, it is set once by the
 * host and again when the person changes it; until then, and in tests, it is English.
 */
import { createTexts, type Language, speak, type Translate } from './index.ts';

const texts = createTexts();

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The library's own function, for keys that were checked where they were written down.
const translate = texts.t.bind(texts) as (key: string, values?: object) => string;

/** Texts without places, once looked up: why a value is missing is said anew for each value of each poll. */
const plain = new Map<string, string>();
texts.on('languageChanged', () => plain.clear());

/** Nobody will read what is said now. */
let unheard = false;

function lookUp(key: string, values?: object): string {
  if (unheard) return '';
  if (values !== undefined) return translate(key, isNow(values) ? { ...values, context: 'now' } : values);
  const known = plain.get(key);
  if (known !== undefined) return known;
  const text = translate(key);
  plain.set(key, text);
  return text;
}

/**
 * Runs something whose texts nobody will read: `say` says nothing in it. Finding words takes most of the time of a
 * decision, and of the many that look ahead only those are read in which something happens.
 */
export function unsaid<Result>(run: () => Result): Result {
  const before = unheard;
  unheard = true;
  try {
    return run();
  } finally {
    unheard = before;
  }
}

/** What comes in no whole second comes now: texts that can say so have a form of their own for it, `<key>_now`. */
function isNow(values: object): boolean {
  return 'seconds' in values && typeof values.seconds === 'number' && values.seconds < 1;
}

/** A text of the catalogue in the language of this process. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The same function for the two ways in which it is called, typed by the keys that there are.
export const say = lookUp as Translate;

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
  return list(names, 'disjunction');
}

/** Some names that are all meant: "a", "a and b", "a, b, and c". */
export function andList(names: readonly string[]): string {
  return list(names, 'conjunction');
}

/** The first list of a process is slow, and most are none: there is nothing to join. */
function list(names: readonly string[], type: Intl.ListFormatType): string {
  return names.length < 2 ? (names[0] ?? '') : new Intl.ListFormat(saidIn(), { type }).format(names);
}
