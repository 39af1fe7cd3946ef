/** Instant commands: words out, acknowledgement or refusal in. */
import type { Abilities, Command, Outcome, Talk } from '../driver.ts';
import { ask, oneLine } from '../kit/line/line.ts';
import { parseStatus } from './decode.ts';
import { returnDelay, shutdownDelay, testLength } from './delays.ts';
import { askStatus, type Memory } from './talk.ts';
import { say } from '../../src-shared/texts/say.ts';

/** Seconds until the output goes off, and from then until it comes back, where the caller does not say. */
const DEFAULT_OFF = 30;
const DEFAULT_ON = 180;
/** Seconds that a timed test lasts where the caller does not say. */
const DEFAULT_TEST = 600;
/** A device that accepts says nothing; this long it is listened to for a refusal. Milliseconds. */
const LISTEN = 800;
const SPACE_OR_COMMA = /[\s,]+/;

/**
 * Sends a command. Silence means that it was taken; the echo of the command means that it was not ("Invalid
 * Command/Information Handling"); some devices say ACK or NAK, a few behind a parenthesis.
 */
function* send(command: string, memory: Memory): Talk<'stream', Outcome> {
  // Silence being the good answer, none of these may be repeated because of it.
  const reply = yield* ask(`${command}\r`, { reply: oneLine(), timeoutMs: LISTEN, once: true });
  if (reply.came === 'closed') return { result: 'silent' };
  if (reply.came === 'nothing') return { result: 'sent' };
  const text = reply.text.replace(/[\r\n\0(]/g, '').trim();
  if (text === '') return { result: 'sent' };
  if (text.startsWith('ACK')) return { result: 'accepted' };
  if (text.startsWith('NAK')) return { result: 'refused', why: say('megatec.nak') };
  if (text === command) {
    // On a line that echoes everything the echo says nothing about the command.
    return memory.echoes ? { result: 'sent' } : { result: 'refused', why: say('megatec.unknown') };
  }
  return { result: 'refused', why: say('megatec.answered', { text }) };
}

// oxlint-disable-next-line require-yield -- a conversation in which nothing is said
function* invalid(why: string): Talk<'stream', Outcome> {
  return { result: 'invalid', why };
}

/** The numbers of an argument such as "30" or "30 180"; null where it holds anything else. */
function numbers(argument: string | undefined): readonly number[] | null {
  const parts = (argument ?? '').split(SPACE_OR_COMMA).filter((part) => part !== '');
  return parts.every((part) => /^\d+(\.\d+)?$/.test(part)) ? parts.map(Number) : null;
}

function shutdown(argument: string | undefined, memory: Memory, back: boolean): Talk<'stream', Outcome> {
  const given = numbers(argument);
  if (given === null || given.length > (back ? 2 : 1)) return invalid(say('reply.wholeSeconds'));
  const off = shutdownDelay(given[0] ?? DEFAULT_OFF);
  if ('why' in off) return invalid(off.why);
  if (!back) return send(`S${off.text}R0000`, memory);
  const on = returnDelay(given[1] ?? DEFAULT_ON);
  if ('why' in on) return invalid(on.why);
  return send(`S${off.text}R${on.text}`, memory);
}

function test(argument: string | undefined, memory: Memory): Talk<'stream', Outcome> {
  const given = numbers(argument);
  if (given === null || given.length > 1) return invalid(say('reply.wholeSeconds'));
  const length = testLength(given[0] ?? DEFAULT_TEST);
  return 'why' in length ? invalid(length.why) : send(`T${length.text}`, memory);
}

/** The protocol can only toggle the beeper, so its state is asked for first. */
function* setBeeper(on: boolean, memory: Memory): Talk<'stream', Outcome> {
  const reply = yield* askStatus();
  if (reply.came !== 'text') return { result: 'silent' };
  const status = parseStatus(reply.text);
  if (status === null) return { result: 'refused', why: say('megatec.noBeeper') };
  if (status.bits.beeper === on) return { result: 'accepted' };
  return yield* send('Q', memory);
}

/** What can be told to a Megatec UPS. Its delays travel in the commands, so nothing is left to be set. */
export function abilities(memory: Memory): Abilities<'stream'> {
  const plain = (command: string): Command<'stream'> => ({ run: () => send(command, memory) });
  return {
    commands: {
      'beeper.toggle': plain('Q'),
      'beeper.enable': { run: () => setBeeper(true, memory) },
      'beeper.disable': { run: () => setBeeper(false, memory) },
      // 00 and R0000 are not in the specification, but are what the Q* family takes for "now" and "not again" (NUT).
      'load.off': plain('S00R0000'),
      'load.on': plain('C'),
      'shutdown.return': {
        argument: { text: 'reply.argument.offAndOn', unit: 's', optional: true },
        run: (argument) => shutdown(argument, memory, true),
      },
      'shutdown.stayoff': {
        argument: { text: 'reply.argument.off', unit: 's', optional: true },
        run: (argument) => shutdown(argument, memory, false),
      },
      'shutdown.stop': plain('C'),
      'test.battery.start': {
        argument: { text: 'reply.argument.testLength', unit: 's', optional: true },
        run: (argument) => test(argument, memory),
      },
      'test.battery.start.deep': plain('TL'),
      'test.battery.start.quick': plain('T'),
      'test.battery.stop': plain('CT'),
    },
    settings: {},
  };
}
