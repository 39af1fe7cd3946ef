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
  /** By which date it was judged, and what that is. */
  readonly than: VarName;
  readonly made: string;
}

/** The dates of the battery that cannot be true. Only dates as ISO 8601 writes them are judged. */
export function tooEarly(fresh: (name: VarName) => unknown, known: (name: VarName) => unknown): readonly TooEarly[] {
  const found = new Map<VarName, TooEarly>();
  const read = (name: VarName): string | undefined => {
    const text = found.has(name) ? undefined : (fresh(name) ?? known(name));
    return typeof text === 'string' && ISO.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
  };
  for (const { date, notBefore } of RULES) {
    const set = fresh(date) === undefined ? undefined : read(date);
    const made = read(notBefore);
    if (set === undefined || made === undefined) continue;
    if (Date.parse(made) - Date.parse(set) > STOCK * DAY) found.set(date, { name: date, than: notBefore, made });
  }
  return [...found.values()];
}
