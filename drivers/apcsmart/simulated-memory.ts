/** What the simulated device holds: who it is, what it understands, and what was set in it. */
import type { UpsModel } from '../../src-shared/ups-model/index.ts';
import { padded } from '../kit/line/ascii.ts';

/** Devices that say what they understand, and those before them. */
export type Generation = 'second' | 'third';

const MINUTE = 60;
const ALERTS = '!$%+?=#|';
const THIRD = "\x01\x0e\x1a')+-789@ABCDEFGKLMNOPQRSUVWXYZabcefgjklmnopqrsuxyz~/\x7f";
const ONLINE_ONLY = '^';
/** As NUT has it of the Smart-UPS 900; Ctrl-N and DEL came later. */
const SECOND = '@79ABCDEFGKLMNOPQRSUVWXYZcefgjklmnopqrsuxz';

const COUNTRY: Readonly<Record<number, string>> = { 100: 'J', 115: 'D', 120: 'D', 208: 'M', 230: 'I' };

/** One value of the memory. */
interface Cell {
  readonly choices: readonly string[];
  readonly get: () => string;
  readonly set: (value: string) => void;
}

/** Named values that are shown as they are. */
export class SimulatedMemory {
  readonly commands: string;
  readonly #ups: UpsModel;
  readonly #generation: Generation;
  readonly #cells = new Map<string, Cell>();
  readonly #texts = new Map<string, string>();

  constructor(ups: UpsModel, generation: Generation) {
    this.#ups = ups;
    this.#generation = generation;
    const { profile } = ups;
    this.commands = generation === 'third' ? THIRD + (profile.topology === 'online' ? ONLINE_ONLY : '') : SECOND;
    this.#keep('u', volts(profile.highTransfer, 4));
    this.#keep('l', volts(profile.lowTransfer, -4));
    this.#keep('o', [padded(profile.nominalVoltage, 3, 0)]);
    this.#keep('e', ['00', '15', '50', '90']);
    this.#keep('s', ['H', 'M', 'L']);
    this.#keep('q', startingWith(padded(Math.round(profile.lowRuntime / MINUTE), 2, 0), ['02', '05', '07', '10']));
    this.#keep('E', ['336', '168', 'ON ', 'OFF']);
    this.#cells.set('p', {
      choices: ['020', '180', '300', '600'],
      get: () => padded(ups.state().delays.shutdown, 3, 0),
      set: (value) => ups.setDelay('shutdown', Number(value)),
    });
    this.#cells.set('r', {
      choices: ['000', '060', '180', '300'],
      get: () => padded(ups.state().delays.start, 3, 0),
      set: (value) => ups.setDelay('start', Number(value)),
    });
    let delay = '0';
    this.#cells.set('k', {
      choices: ['0', 'T', 'L', 'N'],
      get: () => (ups.state().beeper === 'disabled' ? 'N' : delay),
      set: (value) => {
        if (value !== 'N') delay = value;
        ups.setBeeper(value === 'N' ? 'disabled' : 'enabled');
      },
    });
    this.#texts.set('c', 'UPS_IDEN');
    this.#texts.set('x', monthFirst(ups.state().battery.installed));
  }

  #keep(key: string, choices: readonly string[]): void {
    let held = choices[0] ?? '';
    this.#cells.set(key, {
      choices,
      get: () => held,
      set: (value) => {
        held = value;
      },
    });
  }

  /** The answer to a question that the memory can answer. */
  read(key: string): string | undefined {
    const { profile } = this.#ups;
    const country = COUNTRY[profile.nominalVoltage] ?? 'I';
    switch (key) {
      case '\x01':
        return profile.model.padEnd(16);
      case 'V':
        return this.#generation === 'third' ? `GW${country}` : `7T${country}`;
      case 'b':
        // > b
        // < 50.9.D
        return `${profile.nominalPower}.${profile.firmware.replace(/[^0-9A-Za-z]/g, '')}.${country}`;
      case 'n':
        return `${profile.serial}\0\0`;
      case 'm':
        return '01/15/24';
      case 'y':
        return '(C) APCC';
      case 'a':
        return `3.${ALERTS}.${this.commands}`;
      case '\x1a':
        return this.#capabilityString(country);
      default:
        return this.#cells.get(key)?.get() ?? this.#texts.get(key);
    }
  }

  #capabilityString(country: string): string {
    const local = new Set(['u', 'l', 'o']);
    const groups = [...this.#cells].map(([key, { choices }]) => {
      const length = choices[0]?.length ?? 0;
      return `${key}${local.has(key) ? country : '4'}${choices.length}${length}${choices.join('')}`;
    });
    // Those of other countries are listed as well: "#uD43132135138129uM43229234239224 ..."
    return `#${country === 'D' ? '' : 'uD43132135138129'}uM43229234239224${groups.join('')}`;
  }

  /** Turns a value on to its next one; false where it has only one or cannot be set. */
  next(key: string): boolean {
    const cell = this.#generation === 'third' ? this.#cells.get(key) : undefined;
    if (cell === undefined || cell.choices.length < 2) return false;
    const at = cell.choices.indexOf(cell.get());
    cell.set(cell.choices[(at + 1) % cell.choices.length] ?? '');
    return true;
  }

  /** Writes a text. */
  type(key: 'c' | 'x', text: string): void {
    this.#texts.set(key, text);
  }
}

/** Four voltages, so far apart. */
function volts(first: number, step: number): readonly string[] {
  return [0, 1, 2, 3].map((index) => padded(first + step * index, 3, 0));
}

function startingWith(first: string, rest: readonly string[]): readonly string[] {
  return [first, ...rest.filter((each) => each !== first)];
}

function monthFirst(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${month}/${day}/${year.slice(2)}`;
}
