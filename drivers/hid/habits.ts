/**
 * What need not be asked each time. A control transfer costs the device's small processor more than it costs us, so
 * whatever it tells of itself, and whatever only people change, is asked for in turn.
 *
 *     told       every value of the report came in an input report, unasked: it is as it was last heard
 *     slow       flags that protection does not need: what the report said last
 *     settings   thresholds and the like: what the report said last, until they are written or long ago
 *
 * Quick polls ask for one of the told and slow ones in turn. So each poll is a sign of life, and a device that stops
 * telling is found out: what it told is compared with what it answers.
 */
import type { HidDescriptor, HidField } from '../kit/hid/field.ts';
import { rawValue } from '../kit/hid/value.ts';
import { type Found, type ReportKey, reportOf } from './resolve.ts';
import { VITAL } from './status.ts';

/** Of so many full polls one reads settings. Others may set them: other programs, or people at the device's buttons. */
const SETTINGS_EVERY = 10;

interface Report {
  readonly key: ReportKey;
  readonly fields: readonly HidField[];
  /** For each field the one of an input report that tells the same; null where one has none. */
  readonly twins: ReadonlyMap<HidField, HidField> | null;
}

/** What a poll asks for, and what stands in for what it does not ask for. */
export interface Round {
  readonly ask: readonly HidField[];
  /** Where a field is read in this round: in its twin, where its report is not asked for. */
  readonly place: (field: HidField) => HidField;
  /** Reports that are taken as they are known, looked up once the questions were answered. */
  readonly known: readonly (() => readonly [ReportKey, Uint8Array | undefined])[];
}

/** What one device was found to do. The only thing that the driver remembers and that changes. */
export class Habits {
  readonly #quick: readonly Report[];
  readonly #full: readonly Report[];
  readonly #vital: ReadonlySet<ReportKey>;
  readonly #slow: ReadonlySet<ReportKey>;
  readonly #settings: ReadonlySet<ReportKey>;
  /** What input reports said that came unasked. */
  readonly #told = new Map<ReportKey, Uint8Array>();
  /** What reports said that were asked for. */
  readonly #answered = new Map<ReportKey, Uint8Array>();
  #turn = 0;
  #fulls = 0;

  /** `answered`: what the device said when it was identified. */
  constructor(descriptor: HidDescriptor, chosen: Found, answered: ReadonlyMap<ReportKey, Uint8Array>) {
    const flags = chosen.flags.map(({ field }) => field);
    const rows = (quick: boolean): readonly HidField[] =>
      chosen.rows
        .filter(({ row }) => row.depth === 'quick' || (!quick && row.depth === 'full'))
        .map(({ field }) => field);
    this.#quick = byReport([...rows(true), ...flags], descriptor);
    this.#full = byReport([...rows(false), ...flags], descriptor);
    this.#vital = new Set(chosen.flags.filter(({ row }) => VITAL.has(row.flag)).map(({ field }) => reportOf(field)));
    const needed = new Set([...rows(true).map(reportOf), ...this.#vital]);
    this.#slow = new Set(flags.map(reportOf).filter((key) => !needed.has(key)));
    const changing = new Set([
      ...flags.map(reportOf),
      ...chosen.rows.filter(({ row }) => !row.settable).map(({ field }) => reportOf(field)),
    ]);
    this.#settings = new Set(this.#full.map(({ key }) => key).filter((key) => !changing.has(key)));
    this.learn(answered);
  }

  /** An input report has come unasked. */
  hear(key: ReportKey, data: Uint8Array): void {
    this.#told.set(key, data);
  }

  /** A report was written: what it said before is not true any more. */
  forget(key: ReportKey): void {
    this.#answered.delete(key);
  }

  /** Reports were answered. What the device tells otherwise than it answers is asked for until it tells it again. */
  learn(answers: ReadonlyMap<ReportKey, Uint8Array>): void {
    for (const [key, data] of answers) this.#answered.set(key, data);
    for (const { key, twins } of this.#quick) {
      const answer = answers.get(key);
      if (answer === undefined || twins === null || !this.#isTold(twins)) continue;
      const belied = [...twins].some(([field, twin]) => {
        const told = this.#told.get(reportOf(twin));
        return told !== undefined && rawValue(field, answer) !== rawValue(twin, told);
      });
      if (belied) for (const twin of twins.values()) this.#told.delete(reportOf(twin));
    }
  }

  /** The next poll. */
  round(depth: 'quick' | 'full'): Round {
    return depth === 'quick' ? this.#quickRound() : this.#fullRound();
  }

  #quickRound(): Round {
    const inTurn = this.#quick.filter(
      ({ key, twins }) => (twins !== null && this.#isTold(twins)) || (this.#slow.has(key) && this.#answered.has(key)),
    );
    const due = this.#nextOf(inTurn);
    const left = inTurn.filter((report) => report !== due);
    const places = new Map<HidField, HidField>();
    const known = left.flatMap(({ key, twins }): Round['known'] => {
      if (twins === null || !this.#isTold(twins)) return [() => [key, this.#answered.get(key)]];
      for (const [field, twin] of twins) places.set(field, twin);
      return [...new Set([...twins.values()].map(reportOf))].map((told) => () => [told, this.#told.get(told)]);
    });
    return {
      ask: this.#quick.filter((report) => !left.includes(report)).flatMap(({ fields }) => fields),
      place: (field) => places.get(field) ?? field,
      known,
    };
  }

  /** Every other time it is one that protection needs: a device that has stopped telling must be found out soon. */
  #nextOf(inTurn: readonly Report[]): Report | undefined {
    const vital = inTurn.filter(({ key }) => this.#vital.has(key));
    const other = inTurn.filter(({ key }) => !this.#vital.has(key));
    const both = vital.length > 0 && other.length > 0;
    const ring = vital.length > 0 && (!both || this.#turn % 2 === 0) ? vital : other;
    const due = ring[(both ? this.#turn >> 1 : this.#turn) % Math.max(1, ring.length)];
    this.#turn += 1;
    return due;
  }

  #fullRound(): Round {
    this.#fulls += 1;
    const all = this.#fulls % SETTINGS_EVERY === 0;
    const left = all ? [] : this.#full.filter(({ key }) => this.#settings.has(key) && this.#answered.has(key));
    return {
      ask: this.#full.filter((report) => !left.includes(report)).flatMap(({ fields }) => fields),
      place: (field) => field,
      known: left.map(({ key }) => () => [key, this.#answered.get(key)]),
    };
  }

  #isTold(twins: ReadonlyMap<HidField, HidField>): boolean {
    return [...twins.values()].every((twin) => this.#told.has(reportOf(twin)));
  }
}

function byReport(fields: readonly HidField[], descriptor: HidDescriptor): readonly Report[] {
  const reports = new Map<ReportKey, Set<HidField>>();
  for (const field of fields) {
    const key = reportOf(field);
    reports.set(key, (reports.get(key) ?? new Set<HidField>()).add(field));
  }
  return [...reports].map(([key, own]) => ({ key, fields: [...own], twins: twinsOf([...own], descriptor) }));
}

function twinsOf(fields: readonly HidField[], { fields: all }: HidDescriptor): Report['twins'] {
  const twins = new Map<HidField, HidField>();
  for (const field of fields) {
    const twin = field.kind === 'input' ? field : all.find((each) => each.kind === 'input' && tellsSame(each, field));
    if (twin === undefined) return null;
    twins.set(field, twin);
  }
  return twins;
}

/** Usages, range and scale are the same; where the bits are may differ. */
function tellsSame(left: HidField, right: HidField): boolean {
  return (
    left.size === right.size &&
    left.selector === right.selector &&
    left.physical?.min === right.physical?.min &&
    left.physical?.max === right.physical?.max &&
    left.unit === right.unit &&
    left.exponent === right.exponent &&
    left.logical.min === right.logical.min &&
    left.logical.max === right.logical.max &&
    left.path.length === right.path.length &&
    left.path.every(
      ({ usage, index }, place) => usage === right.path[place]?.usage && index === right.path[place].index,
    )
  );
}
