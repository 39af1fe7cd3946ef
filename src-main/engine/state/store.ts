/**
 * The current state of everything, as clients see it, and its changes: a snapshot with a revision, then merge patches,
 * each revision one more than the last. Changes are gathered for a moment and only what was touched is compared, so
 * that hundreds of devices cost no more than what changes on them.
 */
import {
  type DeviceState,
  diff,
  type EngineState,
  type ProtectionState,
  type State,
  type StreamItem,
} from '../../../src-shared/contract/index.ts';
import type { Clock } from '../base/clock.ts';

/** Changes within this time go out together. Milliseconds. */
const GATHER = 10;

type Fields = Readonly<Record<string, unknown>>;
type Item = StreamItem<'state'>;

/** Holds the state. Whatever is handed in is never changed afterwards, by either side. */
export class Store {
  readonly #clock: Clock;
  readonly #devices = new Map<string, DeviceState>();
  /** What the subscribers know of the devices that were touched since; undefined where they know nothing. */
  readonly #before = new Map<string, DeviceState | undefined>();
  readonly #listeners = new Set<(item: Item) => void>();
  #engine: EngineState;
  #protection: ProtectionState;
  #engineBefore: EngineState;
  #protectionBefore: ProtectionState;
  #revision = 1;
  #gathering: (() => void) | null = null;

  constructor(clock: Clock, engine: EngineState, protection: ProtectionState) {
    this.#clock = clock;
    this.#engine = engine;
    this.#engineBefore = engine;
    this.#protection = protection;
    this.#protectionBefore = protection;
  }

  /** The device as it is now. */
  device(id: string): DeviceState | undefined {
    return this.#devices.get(id);
  }

  engine(): EngineState {
    return this.#engine;
  }

  /** All devices, in the order in which they were added. */
  devices(): readonly DeviceState[] {
    return [...this.#devices.values()];
  }

  protection(): ProtectionState {
    return this.#protection;
  }

  setDevice(device: DeviceState): void {
    this.#touch(device.id);
    this.#devices.set(device.id, device);
  }

  removeDevice(id: string): void {
    this.#touch(id);
    this.#devices.delete(id);
  }

  setEngine(change: Partial<EngineState>): void {
    this.#engine = { ...this.#engine, ...change };
    this.#gather();
  }

  setProtection(protection: ProtectionState): void {
    if (protection === this.#protection) return;
    this.#protection = protection;
    this.#gather();
  }

  /** Emits a snapshot at once, then patches, until the returned function is called. */
  subscribe(emit: (item: Item) => void): () => void {
    // Those who are here already get their patch first, so that one revision means one state.
    this.publish();
    this.#listeners.add(emit);
    emit({ type: 'snapshot', revision: this.#revision, state: this.#state() });
    return () => this.#listeners.delete(emit);
  }

  #state(): State {
    return { engine: this.#engine, protection: this.#protection, devices: Object.fromEntries(this.#devices) };
  }

  #touch(id: string): void {
    if (!this.#before.has(id)) this.#before.set(id, this.#devices.get(id));
    this.#gather();
  }

  #gather(): void {
    this.#gathering ??= this.#clock.after(GATHER, () => this.publish());
  }

  /** Sends what has changed now instead of in a moment. */
  publish(): void {
    this.#gathering?.();
    this.#gathering = null;
    const patch = this.#patch();
    this.#before.clear();
    this.#engineBefore = this.#engine;
    this.#protectionBefore = this.#protection;
    if (patch === undefined) return;
    this.#revision += 1;
    for (const emit of this.#listeners) emit({ type: 'patch', revision: this.#revision, patch });
  }

  #patch(): Record<string, unknown> | undefined {
    const devices: Record<string, unknown> = {};
    for (const [id, before] of this.#before) {
      const after = this.#devices.get(id);
      if (after === undefined) {
        if (before !== undefined) devices[id] = null;
        continue;
      }
      const change = before === undefined ? after : changed(before, after);
      if (change !== undefined) devices[id] = change;
    }
    const engine = changed(this.#engineBefore, this.#engine);
    const protection = changed(this.#protectionBefore, this.#protection);
    const patch = {
      ...(Object.keys(devices).length === 0 ? {} : { devices }),
      ...(engine === undefined ? {} : { engine }),
      ...(protection === undefined ? {} : { protection }),
    };
    return Object.keys(patch).length === 0 ? undefined : patch;
  }
}

/** As `diff`, without looking into parts that are the same object. */
function changed(before: Fields, after: Fields): Record<string, unknown> | undefined {
  const differing = new Set(
    [...Object.keys(before), ...Object.keys(after)].filter((key) => before[key] !== after[key]),
  );
  const only = (fields: Fields): Fields =>
    Object.fromEntries(Object.entries(fields).filter(([key, value]) => differing.has(key) && value !== undefined));
  return differing.size === 0 ? undefined : diff(only(before), only(after));
}
