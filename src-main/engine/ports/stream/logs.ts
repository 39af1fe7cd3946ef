/**
 * Conversations as other programs print them: NUT's debug log, and plain hex dumps. What is no such line is skipped;
 * those logs hold much else.
 *
 *     [D3] send: Q1                                 (NUT, nutdrv_qx and blazer; the terminator is not printed)
 *     [D5] read: (47 bytes) => 28 30 30 30 2e 30    (the reply in hex, where the log level shows it; long ones go on
 *     [D5]  20 30 30 30 0d                           in the next line: networkupstools/nut#3103)
 *     [D3] read: (227.0 120.0 000.0 000 49.9 2.28 25.0 00000001
 *
 *     TX 4D 0D
 *     RX 48 0D 00 00
 *
 * People paste them with what their journal, their forum or their mail program adds: see `log-line.ts`.
 */
import type { ExchangeFile } from '../../../../drivers/kit/line/exchange-file.ts';
import { bytesInHex, isHex, plainLine } from './log-line.ts';

const CR = '\r';
/** A longer reply is a flood, and no device has so much to say. */
const MOST_BYTES = 4096;
/** A log of weeks says the same again and again. */
const MOST_EXCHANGES = 50_000;

/** One exchange, while its lines come in. */
interface Open {
  readonly sent: readonly number[];
  /** The request is known to the byte. */
  readonly exact: boolean;
  readonly came: number[];
  /** A log that shows a reply in hex and as text shows the same bytes twice. */
  hex: boolean;
}

/** A dump that goes on in the next line, and how many bytes are still to come. */
interface Unfinished {
  readonly into: number[];
  left: number;
}

/** Reads such a log; undefined when it holds no exchange. */
export function parseLog(text: string): ExchangeFile | undefined {
  const exchanges: Open[] = [];
  let unfinished: Unfinished | null = null;
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const { line, body } = plainLine(raw);
    if (unfinished !== null && isHex(body)) {
      const more = bytesInHex(body).slice(0, unfinished.left);
      unfinished.into.push(...more);
      unfinished.left -= more.length;
      if (unfinished.left === 0) unfinished = null;
      continue;
    }
    const dump = dumpIn(line);
    if (dump !== undefined) unfinished = takeDump(dump, exchanges);
    else if (takeText(line, exchanges)) unfinished = null;
    if (exchanges.length > MOST_EXCHANGES) break;
  }
  if (!exchanges.some(({ came }) => came.length > 0)) return undefined;
  return {
    header: {},
    exchanges: exchanges.map(({ sent, came }) => ({ sent: Uint8Array.from(sent), came: Uint8Array.from(came) })),
  };
}

/** Whether lines that begin with `>` are those of a quoted log, and not the requests of a recording. */
export function isQuotedLog(text: string): boolean {
  return /^>.*\b(?:send|read): /m.test(text);
}

/** Bytes in hex: which way they went, and how many there are, where the line says so. */
interface Dump {
  readonly way: 'sent' | 'came';
  readonly bytes: readonly number[];
  readonly count: number;
}

function dumpIn(line: string): Dump | undefined {
  const [, plainWay, plain = ''] = /^\s*(TX|RX)\s+(.*)$/.exec(line) ?? [];
  const [, way = plainWay, count, counted = plain] =
    /\b(send|read|TX|RX)\b[\w ]{0,30}: \((\d+) bytes\) => ?(.*)$/.exec(line) ?? [];
  if (way === undefined) return undefined;
  const all = bytesInHex(counted);
  const bytes = all.slice(0, Math.min(Number(count ?? all.length), MOST_BYTES));
  if (bytes.length === 0) return undefined;
  return { way: way === 'send' || way === 'TX' ? 'sent' : 'came', bytes, count: Number(count ?? bytes.length) };
}

/** Takes a dump in; hands back what is missing of it. */
function takeDump({ way, bytes, count }: Dump, exchanges: Open[]): Unfinished | null {
  const left = Math.min(count, MOST_BYTES) - bytes.length;
  if (way === 'sent') {
    const sent = [...bytes];
    exchanges.push({ sent, exact: true, came: [], hex: false });
    return left > 0 ? { into: sent, left } : null;
  }
  const last = exchanges.at(-1);
  if (last === undefined) return null;
  // The same as text stood before it.
  if (!last.hex && last.came.length > 0 && last.came.slice(0, bytes.length).every((byte, at) => byte === bytes[at])) {
    last.came.length = 0;
  }
  last.hex = true;
  last.came.push(...bytes.slice(0, MOST_BYTES - last.came.length));
  return left > 0 ? { into: last.came, left } : null;
}

/** Takes a request or a reply in that is printed as text; false where the line is neither. */
function takeText(line: string, exchanges: Open[]): boolean {
  const [, way, said = ''] = /\b(send|read): (.+)$/.exec(line) ?? [];
  // A chunk of a reply whose bytes partly belong to the one before (nutdrv_qx, armac): the whole line follows as text.
  if (way === undefined || /^ret -?\d+ buf /.test(said)) return false;
  const last = exchanges.at(-1);
  if (way === 'send') {
    const command = unquoted(said, /^(\S+)/);
    const sent = bytesOf(/[\r\n]$/.test(command) ? command : command + CR);
    // The same in hex stood before it.
    const again = last?.exact === true && last.came.length === 0 && sent.every((byte, at) => byte === last.sent[at]);
    if (!again) exchanges.push({ sent, exact: false, came: [], hex: false });
  } else if (last !== undefined && !last.hex) {
    last.came.push(...bytesOf(unquoted(said, /^(.*)$/)).slice(0, MOST_BYTES - last.came.length));
  }
  return true;
}

/** What stands between quotation marks, else what `plain` finds; with the terminator, where one is written down. */
function unquoted(text: string, plain: RegExp): string {
  const [, , quoted] = /^(["'`])(.*)\1\s*$/.exec(text) ?? [];
  const [, found = ''] = quoted === undefined ? (plain.exec(text) ?? []) : [text, quoted];
  return found.replace(/(?:<cr>|\\r)$/i, CR);
}

function bytesOf(text: string): number[] {
  return [...Buffer.from(text, 'latin1')];
}
