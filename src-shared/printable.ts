/** Text that others have written, made safe to be shown as a line of a terminal, a log, a message or a file. */

/**
 * What a terminal obeys instead of showing it: control characters (C0 and C1, ECMA-48), line and paragraph separators;
 * and what makes a line read otherwise than it is: the marks, embeddings, overrides and isolates of the bidirectional
 * algorithm (UAX #9, 2), the tags (U+E0000), the zero-width no-break space, and halves of surrogate pairs.
 */
const UNPRINTABLE =
  // oxlint-disable-next-line no-control-regex -- Finding control characters is what it is for.
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/** The same text with each of these written out, as `\x1b` or `\u202e`: it is one line, and what is read is what is there. */
export function printable(text: string): string {
  return text.replaceAll(UNPRINTABLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code === 0x0a) return String.raw`\n`;
    const hex = code.toString(16);
    if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`;
    return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`;
  });
}

/** The same for text that is JSON on one line: what programs read in it stays what it was (RFC 8259, 7). */
export function printableJson(json: string): string {
  return json.replaceAll(UNPRINTABLE, (character) =>
    Array.from({ length: character.length }, (_none, at) => {
      return `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
    }).join(''),
  );
}
