/**
 * Conversations as other programs print them: NUT's debug log, and plain hex dumps. What is no such line is skipped;
 * those logs hold much else.
 *
 *     send: Q1                                      (NUT, nutdrv_qx and blazer; the terminator is not printed)
 *     read: (47 bytes) => 28 30 30 30 2e 30 0d      (the same reply in hex, where the log level shows it)
 *     read: (227.0 120.0 000.0 000 49.9 2.28 25.0 00000001
 *
 *     TX 4D 0D
 *     RX 48 0D 00 00
 */
import { joined } from '../../../drivers/kit/ascii.ts';
import type { ExchangeFile } from '../../../drivers/kit/exchange-file.ts';

const CR = '\r';

/** Reads such a log; undefined when it holds no exchange. */
export function parseLog(text: string): ExchangeFile | undefined {
  const exchanges: { readonly sent: Uint8Array; readonly came: Uint8Array[] }[] = [];
  /** A log that shows a reply in hex and as text shows the same bytes twice. */
  let hasHex = false;
  for (const line of text.split(/\r?\n/)) {
    const sent = readSent(line);
    if (sent !== undefined) {
      exchanges.push({ sent, came: [] });
      hasHex = false;
      continue;
    }
    const came = readCame(line);
    const last = exchanges.at(-1);
    if (came === undefined || last === undefined || (hasHex && !came.hex)) continue;
    hasHex ||= came.hex;
    last.came.push(came.bytes);
  }
  if (!exchanges.some(({ came }) => came.length > 0)) return undefined;
  return { header: {}, exchanges: exchanges.map(({ sent, came }) => ({ sent, came: joined(came) })) };
}

function readSent(line: string): Uint8Array | undefined {
  const [, hex] = /^\s*TX\s+([\s\S]*)$/.exec(line) ?? [];
  if (hex !== undefined) return fromHex(hex);
  const [, command] = /\bsend: (\S+)/.exec(line) ?? [];
  return command === undefined ? undefined : Buffer.from(command + CR, 'latin1');
}

function readCame(line: string): { readonly hex: boolean; readonly bytes: Uint8Array } | undefined {
  const [, hex] = /^\s*RX\s+([\s\S]*)$/.exec(line) ?? /\bread: \(\d+ bytes\) => (.*)$/.exec(line) ?? [];
  if (hex !== undefined) {
    const bytes = fromHex(hex);
    return bytes === undefined ? undefined : { hex: true, bytes };
  }
  const [, reply] = /\bread: (.+)$/.exec(line) ?? [];
  return reply === undefined ? undefined : { hex: false, bytes: Buffer.from(reply, 'latin1') };
}

/** Pairs of hex digits, with or without brackets and spaces; anything else ends the dump. */
function fromHex(text: string): Uint8Array | undefined {
  const [dump = ''] = /^(?:[\s[\]<>]*[0-9a-fA-F]{2}(?![0-9a-zA-Z]))*/.exec(text) ?? [];
  const pairs = dump.match(/[0-9a-fA-F]{2}/g);
  return pairs === null ? undefined : Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}
