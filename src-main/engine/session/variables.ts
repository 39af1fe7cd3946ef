/** The variables of one device: what was reported when, what was withdrawn and why. */
import type { Readings } from '../../../drivers/driver.ts';
import { screen, type Value, type VarName, type Vars } from '../../../src-shared/nut/index.ts';
import { saidIn, say } from '../../../src-shared/texts/say.ts';

/** What delivered a variable. `identity` and `unasked` ones stay until the device is identified anew. */
export type Depth = 'identity' | 'quick' | 'full' | 'unasked';

/** One variable with its age. `at` is milliseconds since 1970. */
export interface Variable {
  readonly value: Value;
  readonly at: number;
  readonly derived: boolean;
  readonly depth: Depth;
}

interface Entry extends Variable {
  /** When it came, on the clock that only grows. */
  readonly heardAt: number;
}

/** One reading and what is known of it. */
export interface Delivery {
  readonly readings: Readings;
  readonly depth: Depth;
  /** Every question was answered: what is missing then is not reported any more. */
  readonly complete: boolean;
  readonly now: number;
  readonly monotonic: number;
}

/** How old a variable may get that polls miss again and again through faults. Milliseconds. */
export type AgeLimits = Readonly<Record<'quick' | 'full', number>>;

/** Keeps the variables of one device. A value is shown until it is replaced, withdrawn or too old; never invented. */
export class VariableBook {
  readonly #entries = new Map<string, Entry>();
  readonly #absent = new Map<string, string>();
  #extras: Readonly<Record<string, string>> = {};

  /** A device was identified: nothing that was known before is its own. */
  clear(): void {
    this.#entries.clear();
    this.#absent.clear();
    this.#extras = {};
  }

  /** Takes in a reading; returns the names of what could be believed. */
  merge(delivery: Delivery, limits: AgeLimits): readonly string[] {
    const { readings, depth, complete } = delivery;
    const { vars, rejected } = screen(readings.vars, this.#context());
    const derived = new Set<string>(readings.derived ?? []);
    this.#extras = readings.extras ?? this.#extras;
    for (const [name, value] of Object.entries(vars)) {
      if (value !== undefined) this.#put(name, value, derived.has(name), delivery);
    }
    const withdrawn = new Map(Object.entries(readings.absent ?? {}));
    for (const { name, reason } of rejected) withdrawn.set(name, reason);
    for (const [name, reason] of withdrawn) {
      if (Object.hasOwn(vars, name)) continue;
      this.#entries.delete(name);
      this.#absent.set(name, reason);
    }
    if (complete && (depth === 'quick' || depth === 'full')) this.#withdrawMissing(vars, depth);
    this.#expire(delivery.monotonic, limits);
    return Object.keys(vars);
  }

  get(name: VarName): Value | undefined {
    return this.#entries.get(name)?.value;
  }

  values(): Record<string, Value> {
    return Object.fromEntries(this.#sorted().map(([name, entry]) => [name, entry.value]));
  }

  derived(): string[] {
    return this.#sorted().flatMap(([name, entry]) => (entry.derived ? [name] : []));
  }

  absent(): Record<string, string> {
    return Object.fromEntries(this.#absent);
  }

  /** What the driver tells for Diagnostics only. */
  extras(): Readonly<Record<string, string>> {
    return this.#extras;
  }

  /** Every variable with its age, by name. */
  list(): (Variable & { readonly name: string })[] {
    return this.#sorted().map(([name, { value, at, derived, depth }]) => ({ name, value, at, derived, depth }));
  }

  #sorted(): [string, Entry][] {
    return [...this.#entries].toSorted(([a], [b]) => (a < b ? -1 : 1));
  }

  /** A poll that holds only some of the values is judged with the others in mind. */
  #context(): { nominalVoltage?: number; status?: string; locale: string } {
    const nominal = this.get('input.voltage.nominal');
    const status = this.get('ups.status');
    return {
      locale: saidIn(),
      ...(typeof nominal === 'number' ? { nominalVoltage: nominal } : {}),
      ...(typeof status === 'string' ? { status } : {}),
    };
  }

  #put(name: string, value: Value, derived: boolean, { depth, now, monotonic }: Delivery): void {
    const before = this.#entries.get(name)?.depth;
    // What quick polls deliver stays theirs when a full poll, or the device unasked, delivers it as well.
    const kept = depth === 'unasked' ? (before ?? depth) : before === 'quick' && depth === 'full' ? before : depth;
    this.#entries.set(name, { value, at: now, heardAt: monotonic, derived, depth: kept });
    this.#absent.delete(name);
  }

  #withdrawMissing(vars: Vars, depth: 'quick' | 'full'): void {
    for (const [name, entry] of this.#entries) {
      if (entry.depth !== depth || Object.hasOwn(vars, name)) continue;
      this.#entries.delete(name);
      this.#absent.set(name, say('session.stoppedReporting'));
    }
  }

  #expire(monotonic: number, limits: AgeLimits): void {
    for (const [name, entry] of this.#entries) {
      if (entry.depth !== 'quick' && entry.depth !== 'full') continue;
      if (monotonic - entry.heardAt <= limits[entry.depth]) continue;
      this.#entries.delete(name);
      this.#absent.set(name, say('session.notAnswered'));
    }
  }
}
