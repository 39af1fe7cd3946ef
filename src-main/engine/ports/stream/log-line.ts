/**
 * One line of a log as it was printed, without what it picked up on its way: the journal that kept it, the forum or
 * the mail that quotes it, the page that it was copied from.
 *
 *     > Nov 29 19:12:01 pi nutdrv_qx[412]:    7.900010 [D5]  20 30 31 30     quoted, out of the journal
 *     ups-1  | 2026-11-29T19:12:01Z 7.900010 [D5:412]  20 30 31 30           out of a container
 *     &gt; read: &quot;#230.0 010 48.00 50.0&lt;cr&gt;&quot;<br>            out of a page
 */

/** No line of a log is longer; what makes a line of megabytes is something else. */
const MOST_CHARACTERS = 16_384;

/** Marks of a page that stand for characters. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};
const ENTITY = new RegExp(Object.keys(ENTITIES).join('|'), 'gi');
/** Colours of a terminal. */
// oxlint-disable-next-line no-control-regex -- the escape character is what they begin with
const COLOUR = /\u001b\[[\d;]*m/g;
/** Line breaks and code marks of a page. */
const TAG = /<\/?(?:br|p|pre|code|div|span)\s*\/?>/gi;
/** What stands before a quoted line. */
const QUOTED = /^[\t ]*(?:>[\t ]?)+/;

/** What stands before a line's own text, each at most once and in this order. */
const BEFORE: readonly RegExp[] = [
  // A container's name.
  /^[\w.-]+\s+\|\s/,
  // The time in ISO 8601.
  /^\s*\d{4}-\d\d-\d\d[T ][\d:.,]+(?:Z|[+-]\d\d:?\d\d)?\s/,
  // The journal: time, computer, program and its number.
  /^[\w\s:.,/+-]*\[\d+\]:\s/,
  // Seconds since the start of the program.
  /^\s*\d+\.\d{6}\s/,
  // The level of detail, with the number of the process where it is shown.
  /^\s*\[D\d+(?::\d+)?\]\s?/,
];

/** A line without what was added to it, and its own text alone, without the time and level that the program printed. */
export function plainLine(raw: string): { readonly line: string; readonly body: string } {
  const line = raw
    .slice(0, MOST_CHARACTERS)
    .replace(COLOUR, '')
    .replace(ENTITY, (mark) => ENTITIES[mark.toLowerCase()] ?? mark)
    .replaceAll('\u00a0', ' ')
    .replace(TAG, '')
    .replace(QUOTED, '');
  return { line, body: BEFORE.reduce((text, before) => text.replace(before, ''), line) };
}

const PAIRS = /^[0-9a-f]{2}(?:\s+[0-9a-f]{2})*["'`]?$/i;

/** Whether a text is nothing but pairs of hex digits. */
export function isHex(text: string): boolean {
  return PAIRS.test(text.trim());
}

/** The pairs of hex digits that a text begins with, with or without brackets and spaces; anything else ends the dump. */
export function bytesInHex(text: string): readonly number[] {
  const [dump = ''] = /^(?:[\s[\]<>]*[0-9a-fA-F]{2}(?![0-9a-zA-Z]))*/.exec(text) ?? [];
  return (dump.match(/[0-9a-fA-F]{2}/g) ?? []).map((pair) => Number.parseInt(pair, 16));
}
