/** The characters that the simulated device sends unasked (apcsmart.txt, "Alert messages"). */
import type { UpsModel } from '../../src-shared/ups-model/index.ts';
import type { Generation } from './simulated-memory.ts';

/** Seconds after which "line fail" is said again, until the battery is low. */
const LINE_FAIL_EVERY = 30;
/** Seconds after which "replace battery" is said again. */
const REPLACE_EVERY = 5 * 3600;
/** Seconds before the output goes off in which "about to turn off" is said. */
const TURNING_OFF = 1;

/** Compares the state with that of the last time, and says what changed. */
export class Alerts {
  readonly #ups: UpsModel;
  readonly #generation: Generation;
  #lineFailAt: number | null = null;
  #replaceAt: number | null = null;
  #low = false;
  #abnormal = false;
  #turningOff = false;
  #memory = false;

  constructor(ups: UpsModel, generation: Generation) {
    this.#ups = ups;
    this.#generation = generation;
  }

  /** "No commands are processed after this character is sent", until the output is off. */
  get turningOff(): boolean {
    if (this.#turningOff && this.#ups.state().timers.shutdown === null) this.#turningOff = false;
    return this.#turningOff;
  }

  /** A value of the memory was changed. */
  memoryChanged(): void {
    this.#memory = true;
  }

  /** What follows an answer at once: a change of the memory is told, by those that tell it. */
  changed(): string {
    const says = this.#memory && this.#generation === 'third';
    this.#memory = false;
    return says ? '|' : '';
  }

  /** Everything to be said now. */
  pending(): string {
    const { time, output, battery, fault, timers } = this.#ups.state();
    let said = this.changed();
    const onBattery = output.source === 'battery';
    if (onBattery && (this.#lineFailAt === null || (!battery.low && time - this.#lineFailAt >= LINE_FAIL_EVERY))) {
      this.#lineFailAt = time;
      said += '!';
    }
    if (!onBattery && output.on && this.#lineFailAt !== null) {
      this.#lineFailAt = null;
      said += '$';
    }
    if (battery.low !== this.#low) said += battery.low ? '%' : '+';
    this.#low = battery.low;
    if (battery.replace && (this.#replaceAt === null || time - this.#replaceAt >= REPLACE_EVERY)) {
      this.#replaceAt = time;
      said += '#';
    }
    if (!battery.replace) this.#replaceAt = null;
    if (fault !== this.#abnormal) said += fault ? '?' : '=';
    this.#abnormal = fault;
    // "Not implemented on [...] 3rd generation SmartUPS models."
    const soon = timers.shutdown !== null && timers.shutdown <= TURNING_OFF;
    if (soon && !this.#turningOff && this.#generation === 'second') {
      this.#turningOff = true;
      said += '*';
    }
    return said;
  }
}
