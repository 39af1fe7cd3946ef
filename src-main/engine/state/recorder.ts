/** Writes what devices do into history: samples, outages and the stretches that charts shade. */
import type { Band, DeviceState } from '../../../src-shared/contract/index.ts';
import { parseStatus, variableInfo } from '../../../src-shared/nut/index.ts';
import type { HistoryStore } from '../base/parts.ts';

/** Ratings, limits and delays are settings: they do not vary, and a chart of them tells nothing. */
const CONSTANT = /\.(nominal|low|high|warning|restart|delay|id|maximum\.limit)(\.|$)|^ups\.delay\.|\.date$/;

/** Whether a variable is worth a chart. */
export function isSampled(name: string): boolean {
  return variableInfo(name)?.type === 'number' && !CONSTANT.test(name);
}

/** Records one device. */
export class Recorder {
  readonly #history: HistoryStore;
  readonly #device: string;
  readonly #running = new Set<Band['kind']>();
  /** Null while mains is there; undefined until it is known whether it is. */
  #outage: { lowestCharge: number | undefined } | null | undefined;
  #wasLive = false;

  constructor(history: HistoryStore, device: string) {
    this.#history = history;
    this.#device = device;
  }

  /** A reading came; `names` are the variables that it brought. */
  read(state: DeviceState, names: readonly string[], now: number): void {
    const values = new Map<string, number>();
    for (const name of names) {
      const value = state.values[name];
      if (typeof value === 'number' && isSampled(name)) values.set(name, value);
    }
    if (values.size > 0) this.#history.sample(this.#device, now, values);
  }

  /** Something about the device changed. `unasked`: what it says of its source was only told, and is being asked for. */
  look(state: DeviceState, now: number, unasked = false): void {
    if (state.link === 'live') this.#wasLive = true;
    this.#band('lost', this.#wasLive && state.link !== 'live' && state.link !== 'connecting', now);
    const status = state.values['ups.status'];
    // While nothing is known, what was last known goes on: an outage does not end because a cable was pulled.
    if (state.link !== 'live' || typeof status !== 'string' || unasked) return;
    const { words } = parseStatus(status);
    const testing = words.includes('TEST') || words.includes('CAL');
    const onBattery = words.includes('OB');
    this.#band('on-battery', onBattery, now);
    this.#band('test', testing, now);
    // A UPS that tests its battery runs on it, and mains is there all the same.
    this.#follow(onBattery && (!testing || isOn(this.#outage)), state, now);
  }

  /** The device is no longer watched; what was running ends here, since nobody sees it end. */
  stop(now: number): void {
    for (const kind of this.#running) this.#history.endBand(this.#device, kind, now);
    if (isOn(this.#outage)) this.#history.endOutage(this.#device, now);
    this.#running.clear();
    this.#outage = undefined;
  }

  #band(kind: Band['kind'], on: boolean, now: number): void {
    if (on === this.#running.has(kind)) return;
    if (on) {
      this.#running.add(kind);
      this.#history.beginBand(this.#device, kind, now);
    } else {
      this.#running.delete(kind);
      this.#history.endBand(this.#device, kind, now);
    }
  }

  #follow(away: boolean, state: DeviceState, now: number): void {
    if (!away) {
      if (this.#outage !== null) this.#history.endOutage(this.#device, now);
      this.#outage = null;
      return;
    }
    if (!isOn(this.#outage)) {
      this.#outage = { lowestCharge: undefined };
      this.#history.beginOutage(this.#device, now);
    }
    const charge = state.values['battery.charge'];
    if (typeof charge !== 'number' || charge >= (this.#outage.lowestCharge ?? Number.POSITIVE_INFINITY)) return;
    this.#outage.lowestCharge = charge;
    this.#history.updateOutage(this.#device, { lowestCharge: charge });
  }
}

function isOn<T>(outage: T | null | undefined): outage is T {
  return outage !== null && outage !== undefined;
}
