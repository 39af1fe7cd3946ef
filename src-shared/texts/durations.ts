/** Spans of time in words, as sentences say them. Tables and gauges use the short form, `formatDuration`. */

import { heldTogether } from '../nut/spaces.ts';

const UNITS = ['day', 'hour', 'minute', 'second'] as const;
const SECONDS: Readonly<Record<(typeof UNITS)[number], number>> = { day: 86_400, hour: 3600, minute: 60, second: 1 };

/** Languages that put nothing between two words. */
const UNSPACED: ReadonlySet<string> = new Set(['zh']);

/** Number formats are costly to make and few. */
const formats = new Map<string, Intl.NumberFormat>();

/** A number with its unit in words, in the plural that it needs, and never on two lines: "1 minute", "2,5 Jahre". */
export function unitText(count: number, unit: string, locale: string): string {
  const key = `${locale} ${unit}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
  formats.set(key, format);
  return heldTogether(format.format(count));
}

/**
 * Seconds in words, in one unit or two that follow each other: "41 minutes", "1 hour 5 minutes", "7 minutes 5 seconds".
 * A line may end between the two.
 * Rounded down, since nobody may be promised more time than there is. Of an `estimate` seconds are left out from ten
 * minutes on: they would pretend a precision that no battery has. (Electron's Node has no Intl.DurationFormat.)
 *
 * @param locale a BCP 47 tag
 */
export function spokenDuration(seconds: number, locale: string, estimate = false): string {
  const whole = Math.max(0, Math.floor(seconds));
  const largest = UNITS.find((unit) => whole >= SECONDS[unit]) ?? 'second';
  const smaller = UNITS[UNITS.indexOf(largest) + 1];
  const count = Math.floor(whole / SECONDS[largest]);
  const parts = [unitText(count, largest, locale)];
  if (smaller !== undefined && !(estimate && largest === 'minute' && count >= 10)) {
    const lesser = Math.floor((whole - count * SECONDS[largest]) / SECONDS[smaller]);
    if (lesser > 0) parts.push(unitText(lesser, smaller, locale));
  }
  return parts.join(UNSPACED.has(new Intl.Locale(locale).language) ? '' : ' ');
}
