/** The spaces that hold a number and its unit together, so that no line ever ends between them. */

/** Stands between a number and its unit. */
export const UNIT_SPACE = '\u00a0';

/** Does the same in scripts that put no space there: no width, and no end of a line. */
const WORD_JOINER = '\u2060';

/** Languages that write the percent sign close to its number. */
const CLOSE_PERCENT: ReadonlySet<string> = new Set(['zh']);

/**
 * A number, already written as the locale has it, with its unit: "30 %", "230,4 V". Without a unit, the number.
 *
 * @param locale a BCP 47 tag
 */
export function withUnit(figure: string, unit: string, locale: string): string {
  if (unit === '') return figure;
  const close = unit === '%' && CLOSE_PERCENT.has(locale.split('-')[0] ?? '');
  return `${figure}${close ? '' : UNIT_SPACE}${unit}`;
}

/** A figure with its unit, such as `Intl` writes it, as one word: "41 minutes", "41分钟". */
export function heldTogether(text: string): string {
  return text.replaceAll(' ', UNIT_SPACE).replaceAll(/(?<=\d)(?=\p{Script=Han})/gu, WORD_JOINER);
}

/** The same text with plain spaces: for terminals, logs, files and programs, which search and split at them. */
export function plainSpaces(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/gu, ' ').replaceAll(WORD_JOINER, '');
}
