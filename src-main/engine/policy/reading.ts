/** What one reading of a UPS says about its power, as far as it can be believed. */
import type { DeviceState } from '../../../src-shared/contract/index.ts';
import { say } from '../../../src-shared/texts/say.ts';

/** One reading. What is missing was not reported, or cannot be. */
export interface Reading {
  readonly words: ReadonlySet<string>;
  /** Undefined when the status says neither, or both. */
  readonly power: 'mains' | 'battery' | undefined;
  /** A battery test or a calibration is said to run. */
  readonly testing: boolean;
  /** Percent. */
  readonly charge: number | undefined;
  /** Seconds. */
  readonly runtime: number | undefined;
  /** What its input voltage says of mains; undefined when it reports none, or one that decides nothing. */
  readonly input: 'there' | 'away' | undefined;
  /** What is wrong with the UPS by its own account. */
  readonly fault: string | undefined;
  /** Its output is switched off. */
  readonly off: boolean;
}

/** Shares of the rated voltage: mains below the first is away, above the second it is there. */
const AWAY = 0.5;
const THERE = 0.7;
/** Where the rated voltage is not known, the lower of the two that are in use. Volt. */
const NOMINAL = 110;
/** A UPS whose battery holds so many percent has runtime left: that it has none is no measurement. */
const SOME_CHARGE = 20;
/** Alarms that say that the UPS cannot be relied on; that the battery is in use or low is told by other words. */
const FAULT_WORDS = /fault|fail|overload|over.?temp|overheat|too hot|short.?circuit|defect|inverter/i;

/** Reads the values of a device. */
export function readingOf(device: DeviceState): Reading {
  const words = statusWords(device);
  const [onMains, onBattery] = [words.has('OL'), words.has('OB')];
  return {
    words,
    power: onMains === onBattery ? undefined : onMains ? 'mains' : 'battery',
    testing: words.has('TEST') || words.has('CAL'),
    charge: plausible(device, 'battery.charge'),
    runtime: plausible(device, 'battery.runtime'),
    input: inputOf(device),
    fault: faultOf(device, words),
    off: words.has('OFF'),
  };
}

/**
 * The number that a UPS reports, if it reports one that can be: percent from 0 to 100, seconds from 0. No runtime at a
 * good charge is how devices say that they do not know it.
 */
export function plausible(device: DeviceState, name: 'battery.charge' | 'battery.runtime'): number | undefined {
  const value = device.values[name];
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return undefined;
  if (name === 'battery.charge') return value > 100 ? undefined : value;
  return value === 0 && (plausible(device, 'battery.charge') ?? 0) >= SOME_CHARGE ? undefined : value;
}

/** The words of `ups.status`; none when it is not reported. */
export function statusWords(device: DeviceState): ReadonlySet<string> {
  const status = device.values['ups.status'];
  return new Set(typeof status === 'string' ? status.split(' ').filter((word) => word !== '') : []);
}

function inputOf({ values }: DeviceState): Reading['input'] {
  const voltage = values['input.voltage'];
  const rated = values['input.voltage.nominal'];
  if (typeof voltage !== 'number' || !Number.isFinite(voltage)) return undefined;
  const nominal = typeof rated === 'number' && rated > 0 ? rated : NOMINAL;
  if (voltage < nominal * AWAY) return 'away';
  return voltage >= nominal * THERE ? 'there' : undefined;
}

function faultOf({ values }: DeviceState, words: ReadonlySet<string>): string | undefined {
  if (words.has('OVER')) return say('decision.overload');
  const alarm = values['ups.alarm'];
  if (typeof alarm === 'string' && alarm.trim() !== '') return FAULT_WORDS.test(alarm) ? alarm.trim() : undefined;
  return words.has('ALARM') ? say('decision.wordlessAlarm') : undefined;
}
