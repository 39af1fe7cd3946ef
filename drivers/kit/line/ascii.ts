/** Text on the wire: one byte, one character (Latin-1), in both directions. */

/** Carriage return, the end of a line in most serial UPS protocols. */
export const CR = 0x0d;

/** The bytes of a text; characters beyond Latin-1 cannot be sent and throw. */
export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0xff) throw new RangeError(`Character U+${code.toString(16)} at ${index} has no byte.`);
    bytes[index] = code;
  }
  return bytes;
}

/** The text of bytes, one character a byte, control characters included. */
export function textOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Bytes put together. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return joined(parts);
}

/** The same for any number of parts, which arguments are not. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/**
 * A number as devices print it: `width` characters, filled with zeros on the left, `decimals` behind the point. What
 * does not fit becomes the largest or smallest number that does, as a display would stick at its end.
 */
export function padded(value: number, width: number, decimals: number): string {
  const integers = decimals === 0 ? width : width - decimals - 1;
  const top = 10 ** integers - 10 ** -decimals;
  const clamped = Math.min(Math.max(value, 0), top);
  return clamped.toFixed(decimals).padStart(width, '0');
}
