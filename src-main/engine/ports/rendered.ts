/** Exchanges as hex and as text that people can read. */

/** Bytes as hex, and the same for people. */
export interface Rendered {
  readonly hex: string;
  readonly text: string;
}

const CONTROL = [
  'NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI',
  'DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US',
].flatMap((names) => names.split(' '));

/** Bytes as text: printable ASCII as it is, control characters as `<CR>`, all others as `<9C>`. */
export function bytesAsText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    if (byte >= 0x20 && byte < 0x7f) text += String.fromCharCode(byte);
    else text += `<${CONTROL[byte] ?? byte.toString(16).toUpperCase().padStart(2, '0')}>`;
  }
  return text;
}

/** Bytes as hex, two digits each, with spaces between. */
export function bytesAsHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

/** Bytes both ways. */
export const renderBytes = (data: Uint8Array): Rendered => ({ hex: bytesAsHex(data), text: bytesAsText(data) });

/** What has no bytes worth showing: both columns hold the text. */
export const renderWords = (text: string): Rendered => ({ hex: text, text });
