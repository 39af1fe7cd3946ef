/**
 * Turning the output off and on. What cannot be undone is asked for twice, more than a second and a half apart, and is
 * never repeated because of silence (apcsmart.txt: K, Z, Ctrl-N, S, @).
 */
import type { Outcome, Talk } from '../driver.ts';
import { bytesOf, textOf } from '../kit/line/ascii.ts';
import { send } from './ask.ts';
import { askByte } from './status.ts';
import { KEY } from './table.ts';
import type { Memory } from './talk.ts';
import { say } from '../../src-shared/texts/say.ts';

/** Devices that will not do it say so within this, and must not be sent the rest. Milliseconds. */
const OBJECTION = 250;
/** From the objection's end to the second key, so that more than 1.5 s lie between the two keys. Milliseconds. */
const BETWEEN_KEYS = 1500;
/** Between the digits of a number: "Don't rush the UPS while transmitting". Milliseconds. */
const PACE = 50;
const PATIENCE = 1500;
const LF = 0x0a;
const STAR = 0x2a;
const ON_BATTERY = 0x10;
/** Seconds in the protocol's unit of the additional delay, a tenth of an hour. */
const TENTH_OF_HOUR = 360;
const LONGEST = 999;

/** Sends the last part of such a command. Older devices acknowledge with * instead of OK, which is then no alert. */
function* finish(text: string): Talk<'stream', Outcome> {
  const reply = yield {
    op: 'exchange',
    send: bytesOf(text),
    reply: { frame: (came) => (came.includes(STAR) || came.includes(LF) ? came.length : 'more') },
    timeoutMs: PATIENCE,
    paceMs: PACE,
    once: true,
    keep: [STAR],
  };
  if (!reply.ok) return { result: 'silent' };
  const answer = textOf(reply.data).replace(/[!$%?=#&|+\r\n]/g, '');
  if (answer.includes('*') || answer === 'OK') return { result: 'accepted' };
  return { result: 'refused', why: say('apcsmart.answered', { text: answer }) };
}

/** Sends the first key; whatever is answered to it is an objection. */
function* begin(key: string): Talk<'stream', Outcome | null> {
  const answer = yield* send(key, { timeoutMs: OBJECTION });
  if (answer.came === 'nothing') return null;
  if (answer.came === 'lost') return { result: 'silent' };
  return {
    result: 'refused',
    why: answer.came === 'text' ? say('apcsmart.answered', { text: answer.text }) : say('apcsmart.notAvailable'),
  };
}

function* twice(key: string, acknowledged: boolean): Talk<'stream', Outcome> {
  const objection = yield* begin(key);
  if (objection !== null) return objection;
  yield { op: 'pause', ms: BETWEEN_KEYS };
  if (acknowledged) return yield* finish(key);
  const reply = yield { op: 'exchange', send: bytesOf(key), reply: 'none', once: true };
  return { result: reply.ok ? 'sent' : 'silent' };
}

/** K: off after its delay, and off it stays. */
export const stayOff = (): Talk<'stream', Outcome> => twice('K', true);
/** Z: off at once. */
export const switchOff = (): Talk<'stream', Outcome> => twice('Z', false);
/** Ctrl-N: on. */
export const switchOn = (): Talk<'stream', Outcome> => twice('\x0e', false);

/**
 * Off after its delay, and on again with mains. On battery that is S, which mains that returns in between does not
 * cancel; on mains, where S does nothing, and wherever it is to stay off longer, @ with the additional time.
 */
export function* shutDown(argument: string | undefined, { commands }: Memory): Talk<'stream', Outcome> {
  const text = (argument ?? '0').trim();
  const steps = Math.ceil(Number(text) / TENTH_OF_HOUR);
  if (!/^\d+$/.test(text) || steps > LONGEST) {
    return {
      result: 'invalid',
      why: say('apcsmart.wholeSeconds', { most: LONGEST * TENTH_OF_HOUR, example: TENTH_OF_HOUR }),
    };
  }
  const status = yield* askByte(KEY.status);
  if (typeof status !== 'number') return { result: 'silent' };
  if (steps === 0 && commands.has('S') && (status & ON_BATTERY) !== 0) return yield* finish('S');
  const objection = yield* begin('@');
  if (objection !== null) return objection;
  // Old devices, which have no delays of their own, do nothing at all for 000 (NUT, docs/man/apcsmart.txt, "@nnn").
  const least = commands.has('p') ? 0 : 1;
  return yield* finish(String(Math.max(steps, least)).padStart(3, '0'));
}
