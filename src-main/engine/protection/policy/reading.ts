/** What one look at a UPS says about its power, as far as it can be believed, and when each part of it was observed. */
import type { DeviceState } from '../../../../src-shared/contract/index.ts';
import {
  type Evidence,
  inputSays,
  judgePower,
  type PowerJudgement,
  wordObserved,
} from '../../../../src-shared/nut/index.ts';
import { say } from '../../../../src-shared/texts/say.ts';

/** One look. What is missing was not reported, or cannot be. */
export interface Reading {
  readonly words: ReadonlySet<string>;
  /** Where the load's power comes from, by all signs. */
  readonly power: PowerJudgement;
  /** A battery test or a calibration is said to run. */
  readonly testing: boolean;
  /** Percent. */
  readonly charge: number | undefined;
  /** Seconds. */
  readonly runtime: number | undefined;
  /** What its input says of mains; undefined when it reports none, or one that decides nothing. */
  readonly input: 'there' | 'away' | undefined;
  /** What is wrong with the UPS by its own account. */
  readonly fault: string | undefined;
  /** Its output is switched off. */
  readonly off: boolean;
}

/** When things were last observed: of a variable, of a word of the status. Milliseconds on the steady clock. */
export interface Times {
  readonly of: (name: string) => number | undefined;
  readonly ofWord: (word: string) => number | undefined;
}

/** A UPS whose battery holds so many percent has runtime left: that it has none is no measurement. */
const SOME_CHARGE = 20;
/** Alarms that say that the UPS cannot be relied on; that the battery is in use or low is told by other words. */
const FAULT_WORDS = /fault|fail|overload|over.?temp|overheat|too hot|short.?circuit|defect|inverter/i;

/** Reads the values of a device. */
export function readingOf(device: DeviceState): Reading {
  const words = statusWords(device);
  const input = inputOf(device);
  return {
    words,
    power: device.power ?? judgePower({ words, input, inputTrusted: false, trend: undefined }),
    testing: words.has('TEST') || words.has('CAL'),
    charge: plausible(device, 'battery.charge'),
    runtime: plausible(device, 'battery.runtime'),
    input,
    fault: faultOf(device, words),
    off: words.has('OFF'),
  };
}

/** What a value is worked out from where the UPS does not tell it: it is as old as that. */
const WORKED_OUT_FROM: Readonly<Record<string, string>> = {
  'battery.runtime': 'battery.charge',
  'battery.charge': 'battery.voltage',
};

/** When each part was observed; where only the whole reading has a time, `readAt`. */
export function timesOf(evidence: Evidence | undefined, readAt: number | undefined): Times {
  if (evidence === undefined) return { of: () => readAt, ofWord: () => readAt };
  const of = (name: string): number | undefined => {
    const source = WORKED_OUT_FROM[name];
    return evidence.values.get(name)?.at ?? (source === undefined ? undefined : of(source));
  };
  return { of, ofWord: (word) => wordObserved(evidence, word)?.at };
}

/** When what the power was judged by was last observed. */
export function powerObserved({ power }: Reading, times: Times): number | undefined {
  const at = power.signs.flatMap((sign) => {
    switch (sign) {
      case 'statusMains':
      case 'statusBattery':
      case 'statusBoth':
        return times.ofWord('OB') ?? [];
      case 'discharging':
        return times.ofWord('DISCHRG') ?? [];
      case 'charging':
        return times.ofWord('CHRG') ?? [];
      case 'inputAway':
      case 'inputThere':
        return times.of('input.voltage') ?? times.of('input.frequency') ?? [];
      case 'batteryFalls':
      case 'batteryRises':
        return times.of('battery.charge') ?? times.of('battery.voltage') ?? [];
      default:
        return sign satisfies never;
    }
  });
  // The signs that decide come first; what was last seen of one of them is as old as it is.
  return at.length === 0 ? times.of('ups.status') : at[0];
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
  const number = (name: string): number | undefined => {
    const value = values[name];
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  };
  return inputSays(number('input.voltage'), undefined, number('input.voltage.nominal'));
}

function faultOf({ values }: DeviceState, words: ReadonlySet<string>): string | undefined {
  if (words.has('OVER')) return say('decision.overload');
  const alarm = values['ups.alarm'];
  if (typeof alarm === 'string' && alarm.trim() !== '') return FAULT_WORDS.test(alarm) ? alarm.trim() : undefined;
  return words.has('ALARM') ? say('decision.wordlessAlarm') : undefined;
}
