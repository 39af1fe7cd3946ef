/** The questions of the protocol, and the order in which they are asked. */
import type { Identity, Readings, Talk } from '../driver.ts';
import { ReadingsBuilder } from '../kit/columns.ts';
import { ask, type LineReply, oneLine } from '../kit/line/line.ts';
import { parseStatus, readRating, readStatus, readVendor, type StatusLine } from './decode.ts';
import { WHOLE_RATING, WHOLE_STATUS } from './table.ts';
import { say } from '../../src-shared/texts/say.ts';

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
/** Characters of an odd answer that Diagnostics show. */
const MOST_SHOWN = 80;

/** Asks for the status line. */
export function askStatus(): Talk<'stream', LineReply> {
  return ask('Q1\r', { reply: oneLine({ with: '(', wholeAt: WHOLE_STATUS }), timeoutMs: PATIENCE });
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

/** A line that never changes. */
interface Fixed {
  readonly command: 'F' | 'I';
  readonly read: (text: string, whole: boolean, into: ReadingsBuilder) => boolean;
  readonly wholeAt?: RegExp;
  /** The first of its variables, which stands for all of them where the line is missing. */
  readonly lead: 'input.voltage.nominal' | 'ups.mfr';
}

const RATING: Fixed = { command: 'F', read: readRating, wholeAt: WHOLE_RATING, lead: 'input.voltage.nominal' };
const VENDOR: Fixed = { command: 'I', read: readVendor, lead: 'ups.mfr' };

/** Asks for such a line and reads it, else says why its variables are missing. */
function* fixed({ command, read, wholeAt, lead }: Fixed, echoes: boolean, into: ReadingsBuilder): Talk<'stream', void> {
  // Where the line does not echo, an echo is the answer, and what may come behind it need not be waited for.
  const signs = echoes ? '#' : `#${command}`;
  const reply = oneLine({ with: signs, ...(wholeAt === undefined ? {} : { wholeAt }) });
  let why = say('megatec.silent', { command });
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const answer = yield* ask(`${command}\r`, { reply, timeoutMs: PATIENCE });
    if (answer.came !== 'text') break;
    if (read(answer.text, answer.whole, into)) return;
    why = say('megatec.notKnown', { command });
    if (answer.text.trim() === command) break;
    why = say('megatec.noSense', { command });
    into.remark(command, say('megatec.oddAnswer', { command, text: plain(answer.text) }));
  }
  into.lack(lead, why);
}

/** What came, as it can be shown. */
function plain(text: string): string {
  return JSON.stringify(text.slice(0, MOST_SHOWN)).slice(1, -1);
}

/** Finds out whether a device speaks the protocol, and what it says of itself. */
export function* identify(): Talk<'stream', Identity<Memory> | null> {
  const found = yield* status();
  if (found === null) return null;
  const into = new ReadingsBuilder();
  const echoes = /(^|\r)Q1\r/.test(found.text);
  yield* fixed(RATING, echoes, into);
  yield* fixed(VENDOR, echoes, into);
  const rated = into.number('battery.voltage.nominal');
  readStatus(found.parsed, rated, into);
  const memory: Memory = { echoes, ...(rated === undefined ? {} : { rated }) };
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
