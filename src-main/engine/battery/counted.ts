/** Time on battery where a UPS tells no charge: counted from full, by what earlier discharges took from full to low. */
import type { DeviceState } from '../../../src-shared/contract/index.ts';
import type { HistoryStore, LearnedRuntime } from '../base/parts.ts';
import { statusWords } from '../protection/policy/reading.ts';
import { meanOf } from './discharge.ts';
import { wasFull } from './full.ts';
import { runningOf } from './harvest.ts';
import { type KnownBattery, learnedOf, UNREAD } from './report.ts';
import { runtime } from './runtime.ts';

/** Points of the load over the time on battery. */
const POINTS = 48;

/** Since when the battery carries, and at what mean load; undefined where it does not, or where it did not begin full. */
interface Carried {
  readonly seconds: number;
  readonly watts?: number;
  readonly percent?: number;
}

/** Counts for one device after the other. */
export class Counter {
  readonly #history: HistoryStore;
  /** By device, the running time on battery, and whether it began full. */
  readonly #running = new Map<string, { readonly begin: number; readonly full: boolean }>();

  constructor(history: HistoryStore) {
    this.#history = history;
  }

  /**
   * How long it lasts from now, counted carefully: of what it lasts from full, the share that the time on battery so far
   * has not used up yet. Undefined where nothing was learned or nobody knows how full it was.
   */
  careful(kept: KnownBattery, device: DeviceState, now: number): LearnedRuntime | undefined {
    const { learned } = learnedOf(kept, device, now);
    if (learned === undefined) return undefined;
    const carried = this.#carried(device, now);
    if (carried === undefined) return undefined;
    const full = runtime(learned, 100);
    const load = learned.load.unit === 'W' ? carried.watts : carried.percent;
    const there = carried.seconds === 0 ? learned : learnedOf(kept, device, now, load ?? 0).learned;
    if (there === undefined || (load === undefined && carried.seconds > 0)) return undefined;
    const before = runtime(there, 100);
    const left = (end: 'low' | 'high'): number => full[end] * Math.max(0, 1 - carried.seconds / before[end]);
    return { low: Math.max(0, left('low') - UNREAD), high: left('high'), diedEarly: false };
  }

  #carried(device: DeviceState, now: number): Carried | undefined {
    const { id } = device;
    if (!statusWords(device).has('OB')) {
      this.#running.delete(id);
      return wasFull(this.#history, id, now) ? { seconds: 0 } : undefined;
    }
    const known = this.#running.get(id) ?? this.#begun(id, now);
    if (known === undefined) return undefined;
    this.#running.set(id, known);
    if (!known.full) return undefined;
    const variables = ['ups.realpower', 'ups.load'];
    const { series } = this.#history.query({ device: id, variables, from: known.begin, to: now, points: POINTS });
    const mean = (name: string): number | undefined =>
      meanOf(series.find(({ variable }) => variable === name)?.points ?? [], known.begin, now);
    const [watts, percent] = [mean('ups.realpower'), mean('ups.load')];
    return {
      seconds: (now - known.begin) / 1000,
      ...(watts === undefined ? {} : { watts }),
      ...(percent === undefined ? {} : { percent }),
    };
  }

  #begun(id: string, now: number): { readonly begin: number; readonly full: boolean } | undefined {
    const begin = runningOf(this.#history, id, now);
    return begin === undefined ? undefined : { begin, full: wasFull(this.#history, id, begin) };
  }
}
