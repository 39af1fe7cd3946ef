/** The questions of the protocol, and the order in which they are asked. */
import type { Identity, Readings, Talk } from '../driver.ts';
import { ReadingsBuilder } from '../kit/columns.ts';
import { ask, type LineReply, lineFrom } from '../kit/line.ts';
import { parseStatus, readRating, readStatus, readVendor, type StatusLine } from './decode.ts';

/** What the driver remembers of a device. */
export interface Memory {
  /** Rated voltage of the battery pack, in Volt, where the device told it. */
  readonly rated?: number;
  /** The line hands back whatever is sent on it, so an echo refuses nothing. */
  readonly echoes: boolean;
}

/** Slow devices begin to answer after a second; the line itself takes a fifth of one. Milliseconds. */
const PATIENCE = 2000;
/** A line cut in half by the opening of the port is asked for once more; two bad ones are another protocol. */
const TRIES = 2;

/** Asks for the status line. */
export function askStatus(): Talk<'stream', LineReply> {
  return ask('Q1\r', { reply: lineFrom('('), timeoutMs: PATIENCE });
}

/** The status line, asked for again where what came is no such line; null where none comes. */
function* status(): Talk<'stream', { readonly text: string; readonly parsed: StatusLine } | null> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const reply = yield* askStatus();
    // The session has already repeated what stayed unanswered.
    if (reply.came !== 'text') return null;
    const parsed = parseStatus(reply.text);
    if (parsed !== null) return { text: reply.text, parsed };
  }
  return null;
}

/** A static line: reads it into `into` by `read`, else says why the names it would give are missing. */
function* fixed(
  command: 'F' | 'I',
  read: (text: string, whole: boolean, into: ReadingsBuilder) => boolean,
  into: ReadingsBuilder,
  lead: 'input.voltage.nominal' | 'ups.mfr',
): Talk<'stream', void> {
  let why = `the device does not answer ${command}`;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const reply = yield* ask(`${command}\r`, { reply: lineFrom('#'), timeoutMs: PATIENCE });
    if (reply.came !== 'text') break;
    if (read(reply.text, reply.whole, into)) return;
    why = `the device does not know ${command}`;
    if (reply.text.trim() === command) break;
    why = `the answer to ${command} makes no sense`;
  }
  into.lack(lead, why);
}

/** Finds out whether a device speaks the protocol, and what it says of itself. */
export function* identify(): Talk<'stream', Identity<Memory> | null> {
  const found = yield* status();
  if (found === null) return null;
  const into = new ReadingsBuilder();
  yield* fixed('F', readRating, into, 'input.voltage.nominal');
  yield* fixed('I', readVendor, into, 'ups.mfr');
  const rated = into.number('battery.voltage.nominal');
  readStatus(found.parsed, rated, into);
  const memory: Memory = { echoes: /(^|\r)Q1\r/.test(found.text), ...(rated === undefined ? {} : { rated }) };
  return { confidence: 'certain', memory, ...into.build() };
}

/** One line says everything that changes. */
export function* poll(memory: Memory): Talk<'stream', Readings | null> {
  const found = yield* status();
  if (found === null) return null;
  const into = new ReadingsBuilder();
  readStatus(found.parsed, memory.rated, into);
  return into.build();
}
