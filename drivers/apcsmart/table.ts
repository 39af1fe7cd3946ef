/**
 * The questions of the protocol as data (apcsmart.txt, "The Smart Protocol" and the tables below it). A question is one
 * character, its answer a line that ends in CR and LF; "NA" is the answer of a device that does not have it.
 */
import type { VarName } from '../../src-shared/nut/index.ts';
import { say } from '../../src-shared/texts/say.ts';
import type { FieldReader } from '../kit/field.ts';
import {
  alarmDelay,
  hexadecimal,
  minutes,
  number,
  packed,
  probe,
  restartCharge,
  testInterval,
  text,
  uptime,
} from './read.ts';

/** How a value is asked for and read. */
export interface Question {
  readonly name: VarName;
  /** The character that asks for it, or the two. */
  readonly ask: string;
  /** What every answer to it looks like: a byte lost on the line makes another. */
  readonly shape: RegExp;
  readonly read: FieldReader;
  /** `once`: asked at identification only; the others in quick or in full polls. */
  readonly depth: 'once' | 'quick' | 'full';
  /** Not asked where the device has this question too, or only where it has that one. */
  readonly unless?: string;
  readonly given?: string;
  /** The answer is somebody's own text, which may hold the characters of alerts. */
  readonly free?: true;
  /** A part of the answer alone, which has several between commas, counted from 0. */
  readonly part?: number;
}

/** Characters that ask, tell and command; the rest of the table is `QUESTIONS`. */
export const KEY = {
  smart: 'Y',
  status: 'Q',
  commandSet: 'a',
  model: '\x01',
  firmware: 'b',
  oldFirmware: 'V',
  capabilities: '\x1a',
  next: '-',
  nextRight: '+',
  inputFrequency: '\x9f\xd3',
  runningMode: '\x9f\xd2',
  transferReason: 'G',
  registers: ['~', "'", '8'],
} as const;

/** A name: any text that is no word of the protocol. */
export const NAME: RegExp = /^(?!(?:OK|NO|NA|SM|BYE|BYP|INV|ERR|CLEAR) *$)[ -~]+$/;
/** A name of the length that the memory has room for. */
export const SHORT_NAME: RegExp = new RegExp(`(?=^.{1,8}$)${NAME.source}`);
const TENTHS = /^\d{3}\.\d$/;
const HUNDREDTHS = /^\d{2}\.\d{2}$/;
const WHOLE = /^\d{3}$/;
const UPTIME_OR_TEMPERATURE = /^(?:\d{3}\.\d|\d{2}\.\d{2})$/;

const ALARM_BITS = /^[0-9A-F]{2}(?:,[0-9A-F]{2})?$/;
const RANGE_HZ = /^\d{2}\.\d,\d{2}\.\d$/;
const RANGE_V = /^\d{3},\d{3}$/;

/*
 * > <9f><d1>                             > <9f><d3>    > <9f><d4>    > <9f><d6>    > <9f><e5>
 * < 02000,220,220,50.0,009,048.0,11      < 50.0        < 01.0        < 47.0,53.0   < ON
 *   |     |   |   |    |   |     |
 *   VA    |   |   Hz   Ah  V     unknown
 *         |   output, V
 *         input, V
 */
const RATING = /^\d{5},\d{3},\d{3},\d{2}\.\d,\d{3},\d{3}\.\d,\d{2}$/;
const rated = (part: number, name: VarName): Question => ({
  name,
  ask: '\x9f\xd1',
  shape: RATING,
  read: number,
  depth: 'once',
  part,
});
const switched = (second: string, name: VarName, on = 'yes', off = 'no'): Question => ({
  name,
  ask: `\x9f${second}`,
  shape: /^(?:ON|OFF)$/,
  read: oneOf({ ON: on, OFF: off }),
  depth: 'full',
});
/** Questions of two bytes, of the SPM series and its like ("The two-byte command examples"). */
const TWO_BYTES: readonly Question[] = [
  rated(0, 'ups.power.nominal'),
  rated(1, 'input.voltage.nominal'),
  rated(2, 'output.voltage.nominal'),
  rated(3, 'output.frequency.nominal'),
  rated(4, 'battery.capacity.nominal'),
  rated(5, 'battery.voltage.nominal'),
  { name: 'input.frequency', ask: KEY.inputFrequency, shape: /^\d{2}\.\d$/, read: number, depth: 'full' },
  { name: 'battery.current', ask: '\x9f\xd4', shape: /^\d{2}\.\d$/, read: number, depth: 'full' },
  { name: 'input.frequency.low', ask: '\x9f\xd6', shape: RANGE_HZ, read: number, depth: 'full', part: 0 },
  { name: 'input.frequency.high', ask: '\x9f\xd6', shape: RANGE_HZ, read: number, depth: 'full', part: 1 },
  { name: 'input.transfer.eco.low', ask: '\x9f\xd7', shape: RANGE_V, read: number, depth: 'full', part: 0 },
  { name: 'input.transfer.eco.high', ask: '\x9f\xd7', shape: RANGE_V, read: number, depth: 'full', part: 1 },
  switched('\xe3', 'ups.beeper.status', 'enabled', 'disabled'),
  switched('\xe4', 'experimental.ups.alarm.bypass'),
  switched('\xe5', 'ups.start.auto'),
  switched('\xe6', 'experimental.ups.bypass.off'),
  switched('\xe7', 'experimental.ups.mode.converter'),
  switched('\xe8', 'experimental.ups.mode.eco'),
  switched('\xe9', 'experimental.ups.mode.green'),
  switched('\xea', 'ups.start.battery'),
  switched('\xeb', 'experimental.ups.bypass.forbidden'),
];

/*
 * > f          > j          > P          > L          > B          > F          > /
 * < 099.0      < 0327:      < 023.5      < 118.3      < 27.87      < 60.00      < 00.88
 *
 * > G    > E      > q     > p      > e     > k    > s    > X     > 9     > i     > h        > [
 * < O    < 336    < 02    < 020    < 00    < 0    < H    < OK    < FF    < 00    < 042.4    < NO,NO
 */
/** Everything that is asked of a device that has it, in this order: what protection needs first. */
export const QUESTIONS: readonly Question[] = [
  { name: 'battery.charge', ask: 'f', shape: TENTHS, read: number, depth: 'quick' },
  { name: 'battery.runtime', ask: 'j', shape: /^\d{4}:?$/, read: minutes, depth: 'quick' },
  { name: 'ups.load', ask: 'P', shape: TENTHS, read: number, depth: 'quick' },
  { name: 'input.voltage', ask: 'L', shape: TENTHS, read: number, depth: 'quick' },
  { name: 'output.voltage', ask: 'O', shape: TENTHS, read: number, depth: 'full' },
  // Matrix-UPS and Symmetra have strings of more than 100 V, in tenths (networkupstools/nut issue 180: 219.2).
  { name: 'battery.voltage', ask: 'B', shape: /^(?:\d{2}\.\d{2}|\d{3}\.\d)$/, read: number, depth: 'full' },
  // Where there is a question of its own for the input, this one is for the output ("Special note").
  { name: 'input.frequency', ask: 'F', shape: HUNDREDTHS, read: number, depth: 'full', unless: KEY.inputFrequency },
  { name: 'output.frequency', ask: 'F', shape: HUNDREDTHS, read: number, depth: 'full', given: KEY.inputFrequency },
  { name: 'ups.temperature', ask: 'C', shape: TENTHS, read: number, depth: 'full' },
  { name: 'input.voltage.maximum', ask: 'M', shape: TENTHS, read: number, depth: 'full' },
  { name: 'input.voltage.minimum', ask: 'N', shape: TENTHS, read: number, depth: 'full' },
  { name: 'output.current', ask: '/', shape: HUNDREDTHS, read: number, depth: 'full' },
  { name: 'output.voltage.nominal', ask: 'o', shape: WHOLE, read: number, depth: 'full' },
  { name: 'input.transfer.low', ask: 'l', shape: WHOLE, read: number, depth: 'full' },
  { name: 'input.transfer.high', ask: 'u', shape: WHOLE, read: number, depth: 'full' },
  { name: 'ups.delay.shutdown', ask: 'p', shape: WHOLE, read: number, depth: 'full' },
  { name: 'ups.delay.start', ask: 'r', shape: WHOLE, read: number, depth: 'full' },
  { name: 'battery.runtime.low', ask: 'q', shape: /^\d{2}$/, read: minutes, depth: 'full' },
  { name: 'battery.charge.restart', ask: 'e', shape: /^\d{2}$/, read: restartCharge, depth: 'full' },
  { name: 'ups.test.interval', ask: 'E', shape: /^(?:\d{3}|ON ?|OFF)$/, read: testInterval, depth: 'full' },
  {
    name: 'input.transfer.reason',
    ask: 'G',
    shape: /^[A-Z]$/,
    // The words are NUT's, where programs may look for them (docs of the protocol: "Cause of transfer").
    read: oneOf({
      R: 'unacceptable utility voltage rate of change',
      H: 'high utility voltage',
      L: 'low utility voltage',
      T: 'line voltage notch or spike',
      O: 'no transfers yet since turnon',
      S: 'simulated power failure or UPS test',
    }),
    depth: 'full',
  },
  {
    name: 'ups.test.result',
    ask: 'X',
    shape: /^(?:OK|BT|NG|NO)$/,
    read: oneOf({
      OK: 'Done and passed',
      BT: 'Done and error: insufficient capacity',
      NG: 'Done and error: overload',
      NO: { absent: () => say('apcsmart.noTest') },
    }),
    depth: 'full',
  },
  { name: 'input.quality', ask: '9', shape: /^[0-9A-F]{2}$/, read: text, depth: 'full' },
  { name: 'input.sensitivity', ask: 's', shape: /^[HMLA]$/, read: text, depth: 'full' },
  { name: 'battery.alarm.threshold', ask: 'k', shape: /^[0TLN]$/, read: text, depth: 'full' },
  { name: 'ups.beeper.status', ask: 'k', shape: /^[0TLN]$/, read: alarmDelay, depth: 'full' },
  { name: 'battery.packs', ask: '>', shape: WHOLE, read: number, depth: 'full' },
  { name: 'battery.packs.bad', ask: '<', shape: WHOLE, read: number, depth: 'full' },
  { name: 'ups.display.language', ask: '\x0c', shape: /^[A-Z0-9]$/, read: text, depth: 'full' },
  // Not in the document; the two meanings are told apart by their shape (NUT, drivers/apcsmart_tabs.c).
  { name: 'device.uptime', ask: 'T', shape: UPTIME_OR_TEMPERATURE, read: uptime, depth: 'full' },
  { name: 'ambient.1.temperature', ask: 'T', shape: UPTIME_OR_TEMPERATURE, read: probe, depth: 'full' },
  // The Measure-UPS card.
  { name: 'ambient.temperature', ask: 't', shape: /^\d{2,3}\.\d$/, read: number, depth: 'full' },
  { name: 'ambient.humidity', ask: 'h', shape: TENTHS, read: number, depth: 'full' },
  { name: 'ups.contacts', ask: 'i', shape: /^[0-9A-F]{2}$/, read: hexadecimal, depth: 'full' },
  ...limits('[', 'temperature.high'),
  ...limits(']', 'temperature.low'),
  ...limits('{', 'humidity.high'),
  ...limits('}', 'humidity.low'),
  // What no variable of the vocabulary stands for, as the device says it.
  { name: 'experimental.ups.dipswitches', ask: '7', shape: /^[0-9A-F]{2}$/, read: text, depth: 'full' },
  { name: 'experimental.ambient.alarms.enabled', ask: 'I', shape: ALARM_BITS, read: text, depth: 'full' },
  { name: 'experimental.ambient.alarms.active', ask: 'J', shape: ALARM_BITS, read: text, depth: 'full' },
  { name: 'experimental.battery.runtime.conserved', ask: 'w', shape: /^(?:NO|\d{2})$/, read: text, depth: 'full' },
  { name: 'experimental.output.power.percent', ask: '\\', shape: TENTHS, read: number, depth: 'full' },
  { name: 'experimental.output.voltage.selection', ask: '\x16', shape: /^[AMI]$/, read: text, depth: 'full' },
  ...TWO_BYTES,
  // Last, because an alert that comes within somebody's own text is heard by the status that is asked for after it.
  { name: 'battery.date', ask: 'x', shape: SHORT_NAME, read: text, depth: 'full', free: true },
  { name: 'ups.id', ask: 'c', shape: SHORT_NAME, read: text, depth: 'full', free: true },
  // What never changes.
  { name: 'ups.serial', ask: 'n', shape: NAME, read: text, depth: 'once' },
  { name: 'ups.mfr.date', ask: 'm', shape: /^\d\d\D\d\d\D\d\d$/, read: text, depth: 'once' },
  { name: 'battery.voltage.nominal', ask: 'g', shape: WHOLE, read: number, depth: 'once' },
  { name: 'ups.firmware.aux', ask: 'v', shape: NAME, read: text, depth: 'once' },
];

/** A limit of the Measure-UPS: two values between a comma, of its two probes. */
function limits(ask: string, what: 'temperature.high' | 'temperature.low' | 'humidity.high' | 'humidity.low') {
  const shape = /^(?:\d{2}|NO),(?:\d{2}|NO)$/;
  return [0, 1].map(
    (part): Question => ({
      name: `ambient.${part + 1}.${what}`,
      ask,
      shape,
      read: packed,
      depth: 'full',
      part,
    }),
  );
}

/** Reads one of these codes. */
function oneOf(codes: Readonly<Record<string, string | { readonly absent: () => string }>>): FieldReader {
  return (code) => {
    const meaning = Object.hasOwn(codes, code) ? codes[code] : undefined;
    if (meaning === undefined) return { absent: say('apcsmart.notInTable', { code }) };
    return typeof meaning === 'string' ? { value: meaning } : { absent: meaning.absent() };
  };
}
