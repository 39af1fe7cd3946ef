/** The device's side, from the document: one character asks, a line answers, and what changes is told unasked. */
import type { UpsModel, UpsState } from '../../src-shared/ups-model/index.ts';
import type { Simulator } from '../driver.ts';
import { bytesOf, padded, textOf } from '../kit/line/ascii.ts';
import { Alerts } from './simulated-alerts.ts';
import { type Generation, SimulatedMemory } from './simulated-memory.ts';

const NA = 'NA';
const HOUR_TENTH = 360;
/** Seconds in which the second of two keys must come after the first: more than this ... */
const DOUBLE_KEY_FROM = 1.5;
/** ... and before the device has forgotten the first. The document names no limit. */
const DOUBLE_KEY_UNTIL = 20;
/** Seconds off at least before an output comes back by itself. */
const WAKE_UP = 10;
/** Seconds that a simulated power failure lasts. */
const PRETENDED_FAILURE = 10;

const MINUTE = 60;
const TYPED = /^[ -~\r]$/;
const TEXT_LENGTH = 8;

/** The simulated device. The second generation has no memory to write to and cannot say what it understands. */
export function simulate(ups: UpsModel, dialect?: string): Simulator['stream'] {
  const generation: Generation = dialect === undefined || dialect === 'third-generation' ? 'third' : 'second';
  const device = new Device(ups, generation);
  return {
    receive: (bytes) =>
      bytesOf(
        ups.state().linkLost
          ? ''
          : textOf(bytes)
              .split('')
              .map((key) => device.press(key))
              .join(''),
      ),
    unasked: () => bytesOf(ups.state().linkLost ? '' : device.unasked()),
  };
}

class Device {
  readonly #ups: UpsModel;
  readonly #memory: SimulatedMemory;
  readonly #alerts: Alerts;
  readonly #generation: Generation;
  /** Dumb until told otherwise: it hears nothing but Y. */
  #smart = false;
  /** What the keys to come belong to. */
  #entry: { readonly of: 'name' | 'date' | 'delay'; typed: string } | null = null;
  #asked = '';
  #first: { readonly key: string; readonly at: number } | null = null;
  /** Extremes that were reset with the other one, which was not asked for. */
  #high = 0;
  #low = Number.POSITIVE_INFINITY;

  constructor(ups: UpsModel, generation: Generation) {
    this.#ups = ups;
    this.#generation = generation;
    this.#memory = new SimulatedMemory(ups, generation);
    this.#alerts = new Alerts(ups, generation);
  }

  unasked(): string {
    return this.#smart ? this.#alerts.pending() : '';
  }

  /** One character arrives; returns what the device sends. */
  press(key: string): string {
    if (!this.#smart) {
      this.#smart = key === 'Y';
      return this.#smart ? 'SM\r\n' : '';
    }
    if (this.#alerts.turningOff) return '';
    if (this.#entry !== null) return this.#type(key, this.#entry);
    if (!this.#memory.commands.includes(key) && key !== 'Y') return key < ' ' ? '' : `${NA}\r\n`;
    const asked = this.#asked;
    this.#asked = key;
    const answer = this.#answer(key, asked);
    return answer === '' ? '' : `${answer}\r\n${this.#alerts.changed()}`;
  }

  #answer(key: string, asked: string): string {
    if (key === '-' || key === '+') return this.#cycle(asked);
    const held = this.#memory.read(key);
    if (held !== undefined) return held;
    return this.#measured(key, this.#ups.state()) ?? this.#command(key);
  }

  #measured(key: string, state: UpsState): string | undefined {
    const { profile } = this.#ups;
    const { battery, mains, output } = state;
    switch (key) {
      case 'Y':
        return 'SM';
      case 'Q':
        return hex(statusByte(state));
      case '~':
        return hex(registerOne(state));
      case "'":
        return '00';
      case '8':
        return hex(state.fault ? 1 << 5 : 0);
      case '7':
        return '00';
      case '9':
        return mains.present ? 'FF' : '00';
      case 'B':
        return padded(battery.voltage, 5, battery.voltage < 99.995 ? 2 : 1);
      case 'C':
        return padded(state.temperature, 5, 1);
      case 'F':
        return padded(mains.frequency, 5, 2);
      case 'G':
        return reason(state);
      case 'L':
        return padded(mains.voltage, 5, 1);
      case 'M':
        return this.#extreme('high', state);
      case 'N':
        return this.#extreme('low', state);
      case 'O':
        return padded(output.voltage, 5, 1);
      case 'P':
        return padded(output.load, 5, 1);
      case 'X':
        return { none: 'NO', passed: 'OK', failed: 'BT', aborted: 'NO', warning: 'BT' }[state.test.result];
      case 'f':
        return padded(battery.charge, 5, 1);
      case 'g':
        return padded(profile.nominalBatteryVoltage, 3, 0);
      case 'j':
        return `${padded(Math.floor(battery.runtime / MINUTE), 4, 0)}:`;
      case '/':
        return padded(output.current, 5, 2);
      default:
        return undefined;
    }
  }

  /** "The max voltage since the last time this query was run": each of the two starts anew by itself. */
  #extreme(which: 'high' | 'low', { mainsExtremes }: UpsState): string {
    this.#high = Math.max(this.#high, mainsExtremes.high);
    this.#low = Math.min(this.#low, mainsExtremes.low);
    this.#ups.resetExtremes();
    const value = which === 'high' ? this.#high : this.#low;
    if (which === 'high') this.#high = 0;
    else this.#low = Number.POSITIVE_INFINITY;
    return padded(value, 5, 1);
  }

  #command(key: string): string {
    const ups = this.#ups;
    const state = ups.state();
    switch (key) {
      case 'A':
        return 'OK';
      case 'D':
        return this.#calibrate(state);
      case 'U':
        return ups.startTimedTest(PRETENDED_FAILURE) ? 'OK' : NA;
      case 'W':
        return (state.test.running === 'none' ? ups.startTest('quick') : ups.cancelTest()) ? 'OK' : 'NO';
      case 'S':
        return this.#softShutdown(state);
      case '@':
        this.#entry = { of: 'delay', typed: '' };
        return '';
      case '\x7f':
        ups.cancelShutdown();
        return 'OK';
      case '^':
        return this.#bypass(state);
      case 'K':
      case 'Z':
      case '\x0e':
        return this.#twice(key) ? this.#confirmed(key) : '';
      case 'R':
        this.#smart = false;
        return 'BYE';
      default:
        return NA;
    }
  }

  #calibrate({ battery, test }: UpsState): string {
    if (test.running === 'calibration') return this.#ups.cancelTest() ? 'OK' : 'NO';
    // "Only works at 100% battery charge."
    return battery.charge >= 100 && this.#ups.startTest('calibration') ? 'OK' : 'NO';
  }

  /** "Only works when on battery"; the output comes back when mains does. */
  #softShutdown({ output, delays }: UpsState): string {
    if (output.source !== 'battery') return NA;
    return this.#ups.shutdown(delays.shutdown, { onIn: null, returnWithMains: true }) ? this.#taken() : NA;
  }

  #bypass({ output }: UpsState): string {
    const bypassed = output.source === 'bypass';
    if (!this.#ups.setBypass(!bypassed)) return 'ERR';
    return bypassed ? 'INV' : 'BYP';
  }

  /** "Older units may send * instead of OK." */
  #taken(): string {
    return this.#generation === 'third' ? 'OK' : '*';
  }

  /** Whether the key came twice, more than 1.5 s apart. In a world that stands still nobody can be too fast. */
  #twice(key: string): boolean {
    const { time } = this.#ups.state();
    const first = this.#first;
    this.#first = { key, at: time };
    if (first?.key !== key) return false;
    const apart = time - first.at;
    const fits = apart === 0 || (apart > DOUBLE_KEY_FROM && apart < DOUBLE_KEY_UNTIL);
    if (fits) this.#first = null;
    return fits;
  }

  #confirmed(key: string): string {
    if (key === '\x0e') this.#ups.switchOn(0);
    if (key === 'Z') this.#ups.shutdown(0, { onIn: null, returnWithMains: false });
    if (key !== 'K') return '';
    const { delays } = this.#ups.state();
    return this.#ups.shutdown(delays.shutdown, { onIn: null, returnWithMains: false }) ? this.#taken() : NA;
  }

  #cycle(asked: string): string {
    if (asked === 'c') this.#entry = { of: 'name', typed: '' };
    else if (asked === 'x') this.#entry = { of: 'date', typed: '' };
    else if (this.#memory.next(asked)) {
      this.#alerts.memoryChanged();
      return 'OK';
    } else return 'NO';
    return '';
  }

  #type(key: string, entry: { readonly of: 'name' | 'date' | 'delay'; typed: string }): string {
    const delay = entry.of === 'delay';
    if (delay ? !/^\d$/.test(key) : !TYPED.test(key)) {
      this.#entry = null;
      return 'NO\r\n';
    }
    entry.typed += key;
    if (entry.typed.length < (delay ? 3 : TEXT_LENGTH)) return '';
    this.#entry = null;
    if (delay) return `${this.#shutdownAndReturn(Number(entry.typed))}${this.#generation === 'third' ? '\r\n' : ''}`;
    this.#memory.type(entry.of === 'name' ? 'c' : 'x', entry.typed.replaceAll('\r', ''));
    this.#alerts.memoryChanged();
    return `OK\r\n${this.#alerts.changed()}`;
  }

  #shutdownAndReturn(tenths: number): string {
    const { delays } = this.#ups.state();
    const onIn = Math.max(WAKE_UP, tenths * HOUR_TENTH + delays.start);
    return this.#ups.shutdown(delays.shutdown, { onIn, returnWithMains: true }) ? this.#taken() : NA;
  }
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}

function statusByte(state: UpsState): number {
  const { output, battery } = state;
  return [
    state.test.running === 'calibration',
    output.regulation === 'trim',
    output.regulation === 'boost',
    output.source === 'mains' || output.source === 'bypass',
    output.source === 'battery',
    state.overload,
    battery.low,
    battery.replace,
  ].reduce((byte, set, bit) => byte | (set ? 1 << bit : 0), 0);
}

function registerOne({ output, fault }: UpsState): number {
  if (output.source === 'bypass') return fault ? 1 << 1 : 1 << 3;
  return output.on ? 0 : 1 << 6;
}

function reason({ lastTransfer }: UpsState): string {
  return { none: 'O', blackout: 'T', 'low-voltage': 'L', 'high-voltage': 'H', frequency: 'R', 'self-test': 'S' }[
    lastTransfer
  ];
}
