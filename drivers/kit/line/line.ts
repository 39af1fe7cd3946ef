/** Conversations in lines of text: asking, framing replies, and the device's side of it. */
import type { Framing, Reply, StreamRequest, Talk } from '../../driver.ts';
import { bytesOf, concat, CR, textOf } from './ascii.ts';

const NUL = 0;
/** Control characters and the blank are no part of a word. */
const BLANK = 0x20;

/** How a line is asked for. */
export interface AskOptions {
  readonly reply?: Framing;
  readonly timeoutMs?: number;
  readonly paceMs?: number;
  /** Asking twice would do something twice. */
  readonly once?: boolean;
}

/** One exchange: sends the text as it stands (the terminator included) and expects a line ending in CR. */
export function exchange(text: string, options: AskOptions = {}): StreamRequest {
  return { op: 'exchange', send: bytesOf(text), reply: { until: CR }, ...options };
}

/** What came back on a line. */
export type LineReply =
  /** Text; `whole` as the framing wants it, else as far as it came, which may still be of use. */
  | { readonly came: 'text'; readonly text: string; readonly whole: boolean }
  | { readonly came: 'nothing' }
  /** The port went away. */
  | { readonly came: 'closed' };

/** A stream reply as text. Bytes that came before a fault are not lost. */
export function lineOf(reply: Reply<'stream'>): LineReply {
  if (reply.ok) return { came: 'text', text: textOf(reply.data), whole: true };
  if (reply.fault === 'closed') return { came: 'closed' };
  if (reply.partial === undefined || reply.partial.length === 0) return { came: 'nothing' };
  return { came: 'text', text: textOf(reply.partial), whole: false };
}

/** Asks one line and hands back its text. */
export function* ask(text: string, options: AskOptions = {}): Talk<'stream', LineReply> {
  return lineOf(yield exchange(text, options));
}

/** A terminator that belongs to a line follows within this; two characters on the slowest line in use, with room. */
const TERMINATOR_MS = 25;

/** Which line of what arrives is the reply. */
export interface LineFraming {
  /** Characters of which the line has one; lines without are let pass. Any line that is not blank, where left out. */
  readonly with?: string;
  /** Matches a line that is whole though its terminator has not come, for devices that leave it away. */
  readonly wholeAt?: RegExp;
  /** More bytes than this are noise. */
  readonly limit?: number;
}

/**
 * Framing for a reply of one line, ended by CR or NUL. What stands before it is let pass: the rest of an older reply,
 * or the echo of the command where the line echoes. The frame holds all of it, up to the end of the line; where no
 * such line comes, the time limit ends the reply.
 */
export function oneLine({ with: signs, wholeAt, limit = 256 }: LineFraming = {}): Framing {
  const wanted = signs === undefined ? null : bytesOf(signs);
  return {
    frame: (buffered) => {
      let start = 0;
      let found = false;
      const seen = buffered.subarray(0, limit);
      for (const [index, byte] of seen.entries()) {
        const ends = byte === CR || byte === NUL;
        if (ends && found) return index + 1;
        if (ends) start = index + 1;
        found = !ends && (found || (wanted === null ? byte > BLANK : wanted.includes(byte)));
      }
      const whole = found && wholeAt?.test(textOf(seen.subarray(start))) === true;
      if (whole) return { idleMs: TERMINATOR_MS };
      return buffered.length >= limit ? 'garbled' : 'more';
    },
  };
}

/**
 * The device's end of a line protocol: takes bytes in whatever pieces, hands back whole lines without their
 * terminator. A line longer than `limit` bytes is dropped up to its terminator, as a device's small buffer would.
 */
export class LineBuffer {
  #held: Uint8Array = new Uint8Array(0);
  #overrun = false;
  readonly #limit: number;
  readonly #terminator: number;

  constructor(options: { readonly limit?: number; readonly terminator?: number } = {}) {
    this.#limit = options.limit ?? 64;
    this.#terminator = options.terminator ?? CR;
  }

  /** The lines that these bytes complete. */
  push(bytes: Uint8Array): readonly string[] {
    const lines: string[] = [];
    let start = 0;
    for (let index = 0; index < bytes.length; index += 1) {
      if (bytes[index] !== this.#terminator) continue;
      const line = concat(this.#held, bytes.subarray(start, index));
      if (!this.#overrun && line.length <= this.#limit) lines.push(textOf(line));
      this.#held = new Uint8Array(0);
      this.#overrun = false;
      start = index + 1;
    }
    this.#held = concat(this.#held, bytes.subarray(start));
    if (this.#held.length > this.#limit) {
      this.#held = new Uint8Array(0);
      this.#overrun = true;
    }
    return lines;
  }
}

/** A simulator's stream side for a protocol of lines. `answer` gets each whole line and returns the text to send. */
export function lineSimulator(
  answer: (line: string) => string,
  options: { readonly limit?: number; readonly terminator?: number } = {},
): { receive(bytes: Uint8Array): Uint8Array; unasked(): Uint8Array } {
  const buffer = new LineBuffer(options);
  return {
    receive: (bytes) => bytesOf(buffer.push(bytes).map(answer).join('')),
    unasked: () => new Uint8Array(0),
  };
}
