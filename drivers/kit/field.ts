/**
 * What one field of a reply says. A field that holds no value says why, for Diagnostics: missing is never zero.
 */
import type { Value } from '../../src-shared/nut/index.ts';
import { say } from '../../src-shared/texts/say.ts';

/** A field's value, or the reason why there is none. */
export type Field<V extends Value = Value> = { readonly value: V } | { readonly absent: string };

/** Reads the text of one field. */
export type FieldReader<V extends Value = Value> = (text: string) => Field<V>;

/** Fill characters that devices print where they have nothing to say: `@@@.@`, `---.-`, `   .   `, `***`. */
const FILLED = /^[\s@\-*?.]*$/;
const DECIMAL = /^\d+(?:\.\d*)?$|^\.\d+$/;

/** Whether a device has nothing to say here. */
export function isFilled(text: string): boolean {
  return FILLED.test(text);
}

function filledWith(text: string): string {
  return text === '' ? say('reply.blank') : say('reply.filled', { text });
}

/** An unsigned decimal number such as `208.4`, `034` or `.5`. */
export const decimal: FieldReader<number> = (text) => {
  const trimmed = text.trim();
  if (isFilled(trimmed)) return { absent: filledWith(trimmed) };
  if (!DECIMAL.test(trimmed)) return { absent: say('reply.notNumber', { text: trimmed }) };
  return { value: Number(trimmed) };
};

/** Free text, without the blanks that fill it up. */
export const words: FieldReader<string> = (text) => {
  const trimmed = text.trim();
  if (isFilled(trimmed)) return { absent: filledWith(trimmed) };
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what a garbled name shows itself by
  if (/[\u0000-\u001f\u007f]/.test(trimmed)) return { absent: say('reply.controlCharacters') };
  return { value: trimmed };
};
