/**
 * Dates of batteries that nobody set. Factories leave one in the field that is set when the battery is exchanged
 * (networkupstools/nut#1304: 2001-09-25 in a UPS of 2021; #3473: the same in one of 2025), which made a battery of a new
 * UPS twenty years old.
 */
import type { VarName } from '../names.ts';

/** Which date of a battery cannot be before which. The UPS's own first, since it is what the other is judged by. */
const RULES: readonly { readonly date: VarName; readonly notBefore: VarName }[] = [
  { date: 'battery.mfr.date', notBefore: 'ups.mfr.date' },
  { date: 'battery.date', notBefore: 'ups.mfr.date' },
  { date: 'battery.date', notBefore: 'battery.mfr.date' },
];
/** Batteries lie in stock before they are built in, and a week or a month is told as its first or its last day. Days. */
const STOCK = 365;
const DAY = 86_400_000;
const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** A date that is too early for what it dates. */
export interface TooEarly {
  readonly name: VarName;
  readonly date: string;
  /** By which date it was judged, and what that is. */
  readonly than: VarName;
  readonly made: string;
}

/** Milliseconds since 1970; not a number, which is before nothing, where it is no date as ISO 8601 writes it. */
const timeOf = (date: string): number => (ISO.test(date) ? Date.parse(date) : Number.NaN);

/** The dates of the battery that cannot be true. */
export function tooEarly(fresh: (name: VarName) => unknown, known: (name: VarName) => unknown): readonly TooEarly[] {
  const found = new Map<VarName, TooEarly>();
  for (const { date: name, notBefore: than } of RULES) {
    if (found.has(name)) continue;
    const date = String(fresh(name));
    const made = String(fresh(than) ?? known(than));
    if (timeOf(made) - timeOf(date) > STOCK * DAY) found.set(name, { name, date, than, made });
  }
  return [...found.values()];
}
