/** What the battery's screen says: ranges, months, loads. */
import type { Discharge, Range, Replacement } from '../../src-shared/contract/index.ts';
import type { Translate } from '../../src-shared/texts/index.ts';
import { type Formats, numberText, shortDuration } from './formats.ts';

/** Seconds as a range: "29 min to 40 min". */
export function rangeText({ low, high }: Range, formats: Formats, t: Translate): string {
  return t('battery.range', { low: shortDuration(low, formats), high: shortDuration(high, formats) });
}

/** The month of a moment: "March 2028". */
export function monthText(time: number, formats: Formats): string {
  return new Intl.DateTimeFormat(formats.locale, { month: 'long', year: 'numeric' }).format(time);
}

/** When to replace: a month, a range of months, or that it is due. */
export function replacementText({ from, to }: Replacement, now: number, formats: Formats, t: Translate): string {
  if (to !== undefined && to <= now) return t('battery.overdue');
  const begin = Math.max(from, now);
  if (to === undefined) return t('battery.notBefore', { from: monthText(begin, formats) });
  return t('battery.between', { from: monthText(begin, formats), to: monthText(to, formats) });
}

/** A share as percent. */
export function shareText(share: number, formats: Formats): string {
  return `${numberText(share * 100, formats, 0)} %`;
}

/** A change as percent, with its sign. */
export function changeText(share: number, formats: Formats): string {
  const style = { maximumFractionDigits: 0, signDisplay: 'exceptZero' } as const;
  return `${new Intl.NumberFormat(formats.locale, style).format(share * 100)} %`;
}

/** A load in its unit: "142 W". */
export function loadText(value: number, unit: 'W' | '%', formats: Formats): string {
  return `${numberText(value, formats, 0)} ${unit}`;
}

/** The mean load of a discharge, in watts where they are known. */
export function dischargeLoad({ watts, percent }: Discharge, formats: Formats): string | undefined {
  if (watts !== undefined) return loadText(watts, 'W', formats);
  return percent === undefined ? undefined : loadText(percent, '%', formats);
}
