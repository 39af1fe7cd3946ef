/** The state of the device: its status byte and registers, and what alerts change in it. */
import { joinStatus, parseStatus, type StatusWord, type Vars, wordsBut } from '../../src-shared/nut/index.ts';
import { say } from '../../src-shared/texts/say.ts';
import type { Readings, Talk } from '../driver.ts';
import type { ReadingsBuilder } from '../kit/columns.ts';
import { ask } from './ask.ts';
import type { Keys } from './capabilities.ts';
import { ALERTS, REGISTERS, RUNNING_MODES, STATUS_BITS } from './signals.ts';
import { KEY } from './table.ts';

const BYTE = /^[0-9A-F]{2}$/;
/** The bits of a word in a byte of two hexadecimal digits. */
const hasBit = (byte: number, bit: number): boolean => (byte & (1 << bit)) !== 0;

/**
 * Asks for the status, and for the registers and the reason of the transfer where they add to it. Null where the device
 * does not answer with one. `commands` is what it understands.
 */
export function* readStatus(commands: Keys, into: ReadingsBuilder): Talk<'stream', 'read' | 'cut-short' | null> {
  const status = yield* askByte(KEY.status);
  if (typeof status !== 'number') return null;
  const words = new Set<StatusWord>(STATUS_BITS.filter((_, bit) => hasBit(status, bit)));
  // Neither the line nor the battery carries anything.
  if (!words.has('OL') && !words.has('OB')) words.add('OFF');
  const alarms: string[] = [];
  const finish = (how: 'read' | 'cut-short'): typeof how => {
    if (alarms.length > 0) words.add('ALARM');
    into.report('ups.status', joinStatus(words));
    // Said even so, because an alert may have said otherwise before.
    if (alarms.length > 0) into.report('ups.alarm', alarms.join('; '));
    else into.lack('ups.alarm', say('apcsmart.noAlarm'));
    return how;
  };
  for (const register of KEY.registers.filter((each) => commands.has(each))) {
    const byte = yield* askByte(register);
    if (byte === 'lost') return finish('cut-short');
    if (byte === null) continue;
    for (const { bit, word, alarm } of REGISTERS[register] ?? []) {
      if (!hasBit(byte, bit)) continue;
      if (word !== undefined) words.add(word);
      if (alarm !== undefined) alarms.push(alarm);
    }
  }
  if (commands.has(KEY.runningMode)) {
    const mode = yield* ask(KEY.runningMode, /^[A-Z]$/);
    if (mode.came === 'lost') return finish('cut-short');
    const word = mode.came === 'text' ? RUNNING_MODES[mode.text] : undefined;
    if (word !== undefined) words.add(word);
  }
  // A self-test and a simulated outage look like an outage; the reason of the transfer tells them apart.
  if (words.has('OB') && !words.has('CAL') && commands.has(KEY.transferReason)) {
    const reason = yield* ask(KEY.transferReason, /^[A-Z]$/);
    if (reason.came === 'lost') return finish('cut-short');
    if (reason.came === 'text' && reason.text === 'S') words.add('TEST');
  }
  return finish('read');
}

/** Asks for a byte in hexadecimal digits: its value, null where the device has none, `lost` where it is gone. */
export function* askByte(key: string): Talk<'stream', number | null | 'lost'> {
  const answer = yield* ask(key, BYTE);
  if (answer.came === 'lost') return 'lost';
  return answer.came === 'text' ? Number.parseInt(answer.text, 16) : null;
}

/** What characters that came unasked make of the state known before. Those that are no alerts say nothing. */
export function overheard(bytes: Uint8Array, before: Vars): Readings {
  const known = before['ups.status'];
  const words = new Set(parseStatus(typeof known === 'string' ? known : '').words);
  let alarm: string | undefined;
  let changed = false;
  const heard = new Set<StatusWord>();
  for (const byte of bytes) {
    const alert = ALERTS[String.fromCharCode(byte)];
    if (alert === undefined) continue;
    for (const word of alert.takes ?? []) words.delete(word);
    for (const word of alert.adds ?? []) words.add(word);
    for (const word of [...(alert.takes ?? []), ...(alert.adds ?? [])]) heard.add(word);
    changed ||= alert.adds !== undefined || alert.takes !== undefined;
    alarm = alert.alarm ?? alarm;
  }
  // Before the first status there is nothing to change, and half a status is none.
  if (!changed || (!words.has('OL') && !words.has('OB'))) return { vars: {} };
  const status = joinStatus(words);
  if (status === known && alarm === undefined) return { vars: {} };
  return {
    vars: { 'ups.status': status, ...(alarm === undefined ? {} : { 'ups.alarm': alarm }) },
    kept: { vars: [], words: wordsBut(heard) },
  };
}
