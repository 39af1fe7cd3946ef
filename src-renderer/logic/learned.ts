/** How long a battery lasts by what its own discharges taught, in words. */
import type { Range } from '../../src-shared/contract/index.ts';
import { heldTogether } from '../../src-shared/nut/index.ts';
import type { Formats } from './formats.ts';

/** The unit in which a range is told, by its longer end in seconds. */
const UNITS = [
  { unit: 'second', below: 120, seconds: 1, digits: 0 },
  { unit: 'minute', below: 7200, seconds: 60, digits: 0 },
  { unit: 'hour', below: Number.POSITIVE_INFINITY, seconds: 3600, digits: 1 },
] as const;

const formats = new Map<string, Intl.NumberFormat>();

/** A range of seconds in one unit: "29–40 minutes". Rounded down: nobody may be promised more. */
export function learnedText({ low, high }: Range, width: 'short' | 'long', { locale }: Formats): string {
  const { unit, seconds, digits } = UNITS.find(({ below }) => high < below) ?? UNITS[2];
  const part = (value: number): number => Math.floor((Math.max(0, value) / seconds) * 10 ** digits) / 10 ** digits;
  // Made once: it is said on every card, each second.
  const key = `${locale} ${unit} ${width}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: width, maximumFractionDigits: digits });
  formats.set(key, format);
  // Where both are the same, the language itself would say "about", which the range does already.
  return heldTogether(part(low) === part(high) ? format.format(part(low)) : format.formatRange(part(low), part(high)));
}
