/**
 * Asking one thing, and finding the way back when the answer makes no sense.
 *
 * An answer does not say what it answers: one that comes late would be taken for that to the next question, and 118.3
 * is as good a value for the input as for the output. So nothing is repeated blindly. Whatever is wrong with an answer,
 * the device is first told to enter smart mode, where it is already, until "SM" has come: no other answer is still
 * on its way then, and half a command that the device may have understood is undone.
 */
import type { Framing, Reply, Talk } from '../driver.ts';
import { bytesOf, textOf } from '../kit/line/ascii.ts';
import { ALERT_BYTES } from './signals.ts';
import { KEY } from './table.ts';

const LF = 0x0a;
const BLANK = 0x20;
/** The longest answer is the capability string, of a few hundred characters. More than this is noise. */
const LIMIT = 1500;
/** Devices think for less than a tenth of a second; the line itself takes 4 ms a character. Milliseconds. */
const PATIENCE = 1000;
/** Programs that know the devices wait this long for the answer to Y (NUT, drivers/apcsmart.c). Milliseconds. */
const SMART_PATIENCE = 1500;

const ALERT = /[!$%?=*#&|+]/g;
/** The answer to a Y that came late, or twice: no question but Y is answered so. */
const LATE_SMART = /^(?:[\r\n]*SM\r?\n)+/;
const SMART = /(?:^|[\r\n])[!$%?=*#&|+]*S[!$%?=*#&|+]*M[!$%?=*#&|+]*\r?[!$%?=*#&|+]*\n/;

/** What came back. */
export type Answer =
  | { readonly came: 'text'; readonly text: string }
  /** "NA": the device does not have it. */
  | { readonly came: 'not-available' }
  | { readonly came: 'nonsense'; readonly text: string }
  /** `partial` is what did come, where a line broke off. */
  | { readonly came: 'nothing'; readonly partial?: string }
  /** The port went away, or the device does not find the way back to smart mode. */
  | { readonly came: 'lost' };

/**
 * One line with something in it, whose end is CR and LF; alerts alone are not something. A late "SM" before it belongs to
 * an older question and is let pass.
 */
const LINE: Framing = { frame: (buffered) => lineLength(buffered, ALERT_BYTES) };
const FREE_LINE: Framing = { frame: (buffered) => lineLength(buffered, []) };
/** Everything up to the answer to Y. */
const UP_TO_SMART: Framing = {
  frame: (buffered) => {
    const found = SMART.exec(textOf(buffered));
    if (found !== null) return found.index + found[0].length;
    return buffered.length >= LIMIT ? 'garbled' : 'more';
  },
};

function lineLength(buffered: Uint8Array, alerts: readonly number[]): number | 'more' | 'garbled' {
  let line = '';
  for (const [index, byte] of buffered.entries()) {
    if (byte === LF && line !== '') {
      if (line !== 'SM') return index + 1;
      line = '';
    }
    if (byte > BLANK && !alerts.includes(byte)) line += String.fromCharCode(byte);
  }
  return buffered.length >= LIMIT ? 'garbled' : 'more';
}

/** How a question differs from the usual. */
export interface AskOptions {
  /** The answer may hold the characters of alerts. */
  readonly free?: boolean;
  readonly timeoutMs?: number;
}

/** Sends text as it stands and hands back the line that comes; alerts in it are left out, fill and line ends too. */
export function* send(
  text: string,
  { free = false, timeoutMs = PATIENCE, paceMs }: AskOptions & { readonly paceMs?: number } = {},
): Talk<'stream', Exclude<Answer, { came: 'nonsense' }>> {
  const reply = yield {
    op: 'exchange',
    send: bytesOf(text),
    reply: free ? FREE_LINE : LINE,
    timeoutMs,
    once: true,
    ...(paceMs === undefined ? {} : { paceMs }),
    ...(free ? { keep: ALERT_BYTES } : {}),
  };
  return answerOf(reply, free);
}

function answerOf(reply: Reply<'stream'>, free: boolean): Exclude<Answer, { came: 'nonsense' }> {
  const plain = (bytes: Uint8Array): string => {
    const line = textOf(bytes);
    return (free ? line : line.replace(ALERT, '')).replace(LATE_SMART, '').replace(/^[\r\n]+|[\r\n\0]+$/g, '');
  };
  if (!reply.ok) {
    if (reply.fault === 'closed') return { came: 'lost' };
    const partial = plain(reply.partial ?? new Uint8Array(0));
    return { came: 'nothing', ...(partial === '' ? {} : { partial }) };
  }
  const text = plain(reply.data);
  return text === 'NA' ? { came: 'not-available' } : { came: 'text', text };
}

/** Tells the device to enter smart mode; false where it does not say that it has. Whatever came before is dropped. */
export function* enterSmartMode(): Talk<'stream', boolean> {
  // The first Y may end half a command instead, and is then answered with "NO" or not at all.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const reply = yield {
      op: 'exchange',
      send: bytesOf(KEY.smart),
      reply: UP_TO_SMART,
      timeoutMs: SMART_PATIENCE,
      once: true,
    };
    if (reply.ok) return true;
    if (reply.fault === 'closed') return false;
  }
  return false;
}

/** Asks, and asks once more where the answer has not this shape. */
export function* ask(text: string, shape: RegExp, options: AskOptions = {}): Talk<'stream', Answer> {
  let answer = yield* askOnce(text, shape, options);
  if (answer.came !== 'nothing' && answer.came !== 'nonsense') return answer;
  if (!(yield* enterSmartMode())) return { came: 'lost' };
  answer = yield* askOnce(text, shape, options);
  if (answer.came !== 'nothing' && answer.came !== 'nonsense') return answer;
  return (yield* enterSmartMode()) ? answer : { came: 'lost' };
}

/**
 * Asks for a text of any shape, which shows no fault of the line by itself: believed where it comes the same twice. For
 * what is asked once and kept.
 */
export function* askTwice(text: string, shape: RegExp, options: AskOptions = {}): Talk<'stream', Answer> {
  const answers: string[] = [];
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const answer = yield* ask(text, shape, options);
    if (answer.came !== 'text') return answer;
    if (answers.includes(answer.text)) return answer;
    answers.push(answer.text);
  }
  return { came: 'nonsense', text: answers.join('" and "') };
}

/** Asks for somebody's own text. Where it holds the character of an alert, that may be one: it has to come again. */
export function* askFree(text: string, shape: RegExp): Talk<'stream', Answer> {
  const answer = yield* ask(text, shape, { free: true });
  const suspect = (answer.came === 'text' || answer.came === 'nonsense') && answer.text.search(ALERT) >= 0;
  return suspect ? yield* askTwice(text, shape, { free: true }) : answer;
}

function* askOnce(text: string, shape: RegExp, options: AskOptions): Talk<'stream', Answer> {
  const answer = yield* send(text, options);
  return answer.came === 'text' && !shape.test(answer.text) ? { came: 'nonsense', text: answer.text } : answer;
}
