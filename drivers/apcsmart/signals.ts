/**
 * What the device says of its state in bits and in single characters, as data (apcsmart.txt, "Status flags",
 * "Register 1" to "Register 3", "Alert messages").
 */
import type { StatusWord } from '../../src-shared/nut/index.ts';

/*
 * > Q
 * < 08     on line, battery OK
 * < 50     on battery, battery low
 */
/** The status byte's bits, bit 0 first. */
export const STATUS_BITS: readonly StatusWord[] = ['CAL', 'TRIM', 'BOOST', 'OL', 'OB', 'OVER', 'LB', 'RB'];

/** What a bit of a register means, where it means something to whoever is protected. */
export interface Meaning {
  readonly bit: number;
  readonly word?: StatusWord;
  readonly alarm?: string;
}

/** Register 1, asked by ~. Only Matrix-UPS and the like have bits 0 to 5. */
const REGISTER_1: readonly Meaning[] = [
  { bit: 1, word: 'BYPASS', alarm: 'in bypass because of an internal fault' },
  { bit: 3, word: 'BYPASS' },
  { bit: 5, word: 'BYPASS' },
];
/** Register 2, asked by '. */
const REGISTER_2: readonly Meaning[] = [
  { bit: 0, word: 'BYPASS', alarm: 'fan failure in the electronics' },
  { bit: 1, alarm: 'fan failure in the isolation unit' },
  { bit: 2, alarm: 'bypass supply failure' },
  { bit: 3, word: 'BYPASS', alarm: 'output voltage select failure' },
  { bit: 4, word: 'BYPASS', alarm: 'DC imbalance' },
  { bit: 5, word: 'BYPASS', alarm: 'no battery connected' },
  { bit: 6, alarm: 'relay fault in SmartTrim or SmartBoost' },
  { bit: 7, alarm: 'bad output voltage' },
];
/** Register 3, asked by 8. An output that is off shows in the status byte, where neither line nor battery carries. */
const REGISTER_3: readonly Meaning[] = [
  { bit: 1, alarm: 'overload keeps it from transferring to battery' },
  { bit: 2, alarm: 'main relay malfunction' },
  { bit: 5, alarm: 'battery charger failure' },
  { bit: 6, alarm: 'bypass relay malfunction' },
  { bit: 7, alarm: 'too hot inside' },
];

/** The registers by the character that asks for them. */
export const REGISTERS: Readonly<Record<string, readonly Meaning[]>> = {
  '~': REGISTER_1,
  "'": REGISTER_2,
  '8': REGISTER_3,
};

/** The running mode of models with questions of two bytes; line and battery are in the status byte as well. */
export const RUNNING_MODES: Readonly<Record<string, StatusWord>> = { E: 'ECO', Y: 'BYPASS', T: 'TEST' };

/** What an alert character changes in the state known before. */
export interface Alert {
  readonly adds?: readonly StatusWord[];
  readonly takes?: readonly StatusWord[];
  readonly alarm?: string;
}

/** The alert characters. They may come at any moment, also between the characters of an answer. */
export const ALERTS: Readonly<Record<string, Alert>> = {
  '!': { adds: ['OB'], takes: ['OL'] },
  $: { adds: ['OL'], takes: ['OB', 'LB', 'TEST'] },
  '%': { adds: ['LB'] },
  '+': { takes: ['LB'] },
  '#': { adds: ['RB'] },
  '?': { adds: ['ALARM'], alarm: 'abnormal condition' },
  '=': { takes: ['ALARM'] },
  // "About to turn off": nothing is answered after it.
  '*': { adds: ['FSD'] },
  '&': { adds: ['ALARM'], alarm: 'Measure-UPS: temperature, humidity or a contact' },
  // A setting was changed, by whomever; full polls read them.
  '|': {},
};
/** Their bytes. */
export const ALERT_BYTES: readonly number[] = Object.keys(ALERTS).map((character) => character.charCodeAt(0));
