/** What the battery's screen says: ranges, months, loads. */
import type { Discharge, Measured, Range, Replacement } from '../../src-shared/contract/index.ts';
import type { Translate } from '../../src-shared/texts/index.ts';
import { type Formats, measureText, momentText, numberText, percentText, shortDuration } from './formats.ts';

/** Seconds as a range: "29 min to 40 min". */
export function rangeText({ low, high }: Range, formats: Formats, t: Translate): string {
  return t('battery.range', { low: shortDuration(low, formats), high: shortDuration(high, formats) });
}

/** From so many seconds on, and below an hour, whole minutes tell enough of a range. */
const WHOLE_MINUTES = { from: 120, to: 3600 } as const;

/** Seconds as a range in a table, with the unit told once where it is the same: "9 to 13 min". Rounded down. */
export function shortRangeText(range: Range, formats: Formats, t: Translate): string {
  const [low, high] = [range.low, range.high].map((seconds) =>
    seconds < WHOLE_MINUTES.from ? seconds : Math.floor(seconds / 60) * 60,
  );
  if (low === undefined || high === undefined || low === high) return rangeText(range, formats, t);
  const minutes = low >= WHOLE_MINUTES.from && high < WHOLE_MINUTES.to;
  return t('battery.range', {
    low: minutes ? numberText(low / 60, formats) : shortDuration(low, formats),
    high: shortDuration(high, formats),
  });
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
  return percentText(share * 100, formats);
}

/**
 * How the capacity changes in a year, from a range of shares of which the lower comes first: a loss, a gain, or that
 * nobody can tell. In whole percents, so that a range within one of them is "about" it.
 */
export function capacityText({ low, high }: { low: number; high: number }, formats: Formats, t: Translate): string {
  const [worst, best] = [Math.round(low * 100), Math.round(high * 100)];
  const percent = (value: number): string => percentText(Math.abs(value), formats);
  if (worst === 0 && best === 0) return t('battery.capacitySteady');
  if (worst < 0 && best > 0) return t('battery.capacityEither', { loss: percent(worst), gain: percent(best) });
  if (worst >= 0) return t('battery.capacityGains', { most: percent(best) });
  if (best === worst) return t('battery.capacityLosesAbout', { share: percent(worst) });
  if (best === 0) return t('battery.capacityLosesAtMost', { most: percent(worst) });
  return t('battery.capacityLoses', { least: percent(best), most: percent(worst) });
}

/** A load in its unit: "142 W". */
export function loadText(value: number, unit: 'W' | '%', formats: Formats): string {
  return measureText(value, unit, formats);
}

/** The mean load of a discharge, in watts where they are known. */
export function dischargeLoad({ watts, percent }: Discharge, formats: Formats): string | undefined {
  if (watts !== undefined) return loadText(watts, 'W', formats);
  return percent === undefined ? undefined : loadText(percent, '%', formats);
}

/** Where points of the curve come from: "Outage, Mar 5, 2026: 100 % to 58 % in 15 min at 142 W". */
export function measuredText(
  { begin, kind, load, seconds, points }: Measured,
  unit: 'W' | '%',
  formats: Formats,
  t: Translate,
): string {
  return t('battery.measured', {
    kind: t(`battery.dischargeKind.${kind}`),
    date: momentText(begin, 'day', formats),
    from: percentText(points[0]?.charge ?? 0, formats),
    to: percentText(points.at(-1)?.charge ?? 0, formats),
    length: shortDuration(seconds, formats),
    load: loadText(load, unit, formats),
  });
}
