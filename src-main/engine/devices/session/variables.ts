/** The variables of one device: what was reported when, what was withdrawn and why. */
import { isDeepStrictEqual } from 'node:util';
import type { Readings } from '../../../../drivers/driver.ts';
import {
  type Chemistry,
  type Evidence,
  joinStatus,
  type Observation,
  type ObservedValue,
  parseStatus,
  type PowerJudgement,
  type Scales,
  screen,
  type ScreenContext,
  UNKNOWN_SCALES,
  type Value,
  type VarName,
  type Vars,
} from '../../../../src-shared/nut/index.ts';
import { saidIn, say } from '../../../../src-shared/texts/say.ts';
import { ChargeJudge, type ChargeJudgement } from './charge-judge.ts';
import { PowerJudge } from './power-judge.ts';

/** What delivered a variable. `identity` and `unasked` ones stay until the device is identified anew. */
export type Depth = 'identity' | 'quick' | 'full' | 'unasked';

/** One variable with its age. `at` is milliseconds since 1970. */
export interface Variable {
  readonly value: Value;
  readonly at: number;
  readonly derived: boolean;
  /** Why it is not what the device sent, where it was mended. */
  readonly corrected?: string;
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
  /** Milliseconds on the clock by which observations are told apart, which goes on while the computer sleeps. */
  readonly steady: number;
}

/** How old a variable may get that polls miss again and again through faults. Milliseconds. */
export type AgeLimits = Readonly<Record<'quick' | 'full', number>>;

/** Keeps the variables of one device. A value is shown until it is replaced, withdrawn or too old; never invented. */
export class VariableBook {
  readonly #told: () => Chemistry | undefined;
  readonly #entries = new Map<string, Entry>();
  readonly #absent = new Map<string, string>();
  readonly #observed = new Map<string, ObservedValue>();
  readonly #observedWords = new Map<string, Observation>();
  /** Everything that was observed, as the device said it, with the time of each observation. It grows with each reading. */
  readonly evidence: Evidence = { values: this.#observed, words: this.#observedWords };
  #judge = new PowerJudge();
  #chargeJudge = new ChargeJudge();
  #charge: ChargeJudgement | undefined;
  #extras: Readonly<Record<string, string>> = {};
  #scales: Scales = UNKNOWN_SCALES;

  /** `told`: what a person said that the battery is made of. */
  constructor(told: () => Chemistry | undefined = () => undefined) {
    this.#told = told;
  }

  /** A device was identified: nothing that was known before is its own. */
  clear(): void {
    this.#entries.clear();
    this.#absent.clear();
    this.#observed.clear();
    this.#observedWords.clear();
    this.#judge = new PowerJudge();
    this.#chargeJudge = new ChargeJudge();
    this.#charge = undefined;
    this.#extras = {};
    this.#scales = UNKNOWN_SCALES;
  }

  /** Takes in a reading; returns the names of what could be believed. */
  merge(delivery: Delivery, limits: AgeLimits): readonly string[] {
    const { readings, depth, complete } = delivery;
    const { vars, rejected, corrected, scales } = screen(readings.vars, this.#context());
    const mended = new Map(corrected.map(({ name, reason }) => [name, reason]));
    this.#scales = scales;
    // What was mended is evidence as it is meant; what is withheld, as it came.
    this.#observe(delivery, {
      ...readings.vars,
      ...Object.fromEntries(Object.entries(vars).filter(([name]) => mended.has(name))),
    });
    const derived = new Set<string>(readings.derived ?? []);
    this.#extras = readings.extras ?? this.#extras;
    for (const [name, value] of Object.entries(vars)) {
      if (value !== undefined) this.#put(name, { value, derived: derived.has(name) }, mended.get(name), delivery);
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
    const rated = this.#entries.get('input.voltage.nominal')?.value;
    this.#judge.look(this.evidence, typeof rated === 'number' ? rated : undefined);
    this.rejudge();
    return Object.keys(vars);
  }

  /** Judges the charge anew; whether that changed anything. */
  rejudge(): boolean {
    const before = this.#charge;
    const known = (name: string): Value | undefined => this.#entries.get(name)?.value;
    this.#charge = this.#chargeJudge.look(this.evidence, known, this.power(), this.#told());
    return !isDeepStrictEqual(before, this.#charge);
  }

  /** Where the load's power comes from, by all signs. */
  power(): PowerJudgement {
    return this.#judge.judgement();
  }

  get(name: VarName): Value | undefined {
    return name === 'ups.status'
      ? (this.#judgedStatus() ?? this.#entries.get(name)?.value)
      : this.#shown().get(name)?.value;
  }

  /** As the device says it, with nothing judged. */
  reported(): Record<string, Value> {
    return Object.fromEntries(this.#sorted().map(([name, entry]) => [name, entry.value]));
  }

  /** As it is shown: where the other signs outweigh what the status says of the source, the status says what they do. */
  values(): Record<string, Value> {
    const status = this.#judgedStatus();
    return { ...this.reported(), ...(status === undefined ? {} : { 'ups.status': status }) };
  }

  derived(): string[] {
    const judged = this.#judgedStatus() !== undefined;
    return this.#sorted().flatMap(([name, entry]) =>
      entry.derived || (judged && name === 'ups.status') ? [name] : [],
    );
  }

  /** What was mended: the name, and why the device cannot mean what it sent. */
  corrected(): Record<string, string> {
    return Object.fromEntries(
      this.#sorted().flatMap(([name, { corrected }]) => (corrected === undefined ? [] : [[name, corrected]])),
    );
  }

  absent(): Record<string, string> {
    const absent = new Map(this.#absent);
    if (this.#shown().has('battery.charge')) absent.delete('battery.charge');
    else if (this.#charge !== undefined && 'why' in this.#charge && !absent.has('battery.charge')) {
      absent.set('battery.charge', this.#charge.why);
    }
    return Object.fromEntries(absent);
  }

  /** What the driver tells for Diagnostics only. */
  extras(): Readonly<Record<string, string>> {
    return this.#extras;
  }

  /** Every variable with its age, by name. */
  list(): (Variable & { readonly name: string })[] {
    return this.#sorted().map(([name, { value, at, derived, corrected, depth }]) => {
      const variable = { name, value, at, derived, depth };
      return corrected === undefined ? variable : { ...variable, corrected };
    });
  }

  /** The status with the source that all signs together tell; undefined where it is the device's own. */
  #judgedStatus(): string | undefined {
    const status = this.#entries.get('ups.status')?.value;
    if (status === undefined || this.#judge.judgement().source !== 'battery') return undefined;
    const { words } = parseStatus(String(status));
    if (words.includes('OB') && !words.includes('OL')) return undefined;
    return joinStatus(['OB', ...words.filter((word) => word !== 'OL')]);
  }

  /** Also what will be withheld: what cannot be shown may still prove something. */
  #observe({ readings, depth, steady }: Delivery, vars: Readonly<Record<string, Value | undefined>>): void {
    const kept = new Set<string>(readings.kept?.vars ?? []);
    const keptWords = readings.kept?.words ?? [];
    const observation: Observation = { at: steady, asked: depth !== 'unasked' };
    for (const [name, value] of Object.entries<Value | undefined>(vars)) {
      if (value === undefined || (kept.has(name) && this.#observed.has(name))) continue;
      if (name === 'ups.status') this.#observeWords(keptWords, observation);
      this.#observed.set(name, { value, ...observation });
    }
  }

  #observeWords(kept: readonly string[], observation: Observation): void {
    const before = this.#observed.get('ups.status');
    const earlier = kept.flatMap((word): [string, Observation][] => {
      const known = this.#observedWords.get(word) ?? before;
      return [[word, known === undefined ? observation : { at: known.at, asked: known.asked }]];
    });
    this.#observedWords.clear();
    for (const [word, known] of earlier) this.#observedWords.set(word, known);
  }

  /** With the charge that the voltage tells, where the device tells none. It is as old as the voltage. */
  #shown(): ReadonlyMap<string, Entry> {
    const voltage = this.#entries.get('battery.voltage');
    if (this.#charge === undefined || 'why' in this.#charge || voltage === undefined) return this.#entries;
    if (this.#entries.has('battery.charge')) return this.#entries;
    const { corrected: _, ...seen } = voltage;
    return new Map([...this.#entries, ['battery.charge', { ...seen, value: this.#charge.charge, derived: true }]]);
  }

  #sorted(): [string, Entry][] {
    return [...this.#shown()].toSorted(([a], [b]) => (a < b ? -1 : 1));
  }

  /** A poll that holds only some of the values is judged with the others in mind. */
  #context(): ScreenContext {
    const nominal = this.get('input.voltage.nominal');
    const status = this.get('ups.status');
    return {
      locale: saidIn(),
      scales: this.#scales,
      known: (name) => this.get(name),
      ...(typeof nominal === 'number' ? { nominalVoltage: nominal } : {}),
      ...(typeof status === 'string' ? { status } : {}),
    };
  }

  #put(
    name: string,
    what: Pick<Variable, 'value' | 'derived'>,
    corrected: string | undefined,
    { depth, now, monotonic }: Delivery,
  ): void {
    const before = this.#entries.get(name)?.depth;
    // What quick polls deliver stays theirs when a full poll, or the device unasked, delivers it as well.
    const kept = depth === 'unasked' ? (before ?? depth) : before === 'quick' && depth === 'full' ? before : depth;
    const why = corrected === undefined ? {} : { corrected };
    this.#entries.set(name, { ...what, ...why, at: now, heardAt: monotonic, depth: kept });
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
