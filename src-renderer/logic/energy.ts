/** What the energy screen says: amounts, money, days and months. */
import type { EnergySpan } from '../../src-shared/contract/index.ts';
import { type Formats, numberText } from './formats.ts';

const DAY = 86_400_000;
/** How often the sums are asked for anew. Milliseconds. */
const ROUND = 300_000;

/** The range to ask for at this moment; its first span is cut and is not shown. */
export function energyRange(by: 'day' | 'month', now: number): { readonly from: number; readonly to: number } {
  const rounded = Math.floor(now / ROUND) * ROUND;
  return { from: rounded - (by === 'day' ? 31 : 390) * DAY, to: rounded + DAY };
}

/** The spans that are whole, oldest first; the last one is still going on. */
export function wholeSpans(spans: readonly EnergySpan[]): readonly EnergySpan[] {
  return spans.slice(1);
}

/** Kilowatt-hours: small ones with more digits. */
export function energyText(kwh: number, formats: Formats): string {
  const digits = kwh < 1 ? 3 : kwh < 100 ? 2 : 0;
  return numberText(kwh, formats, digits, digits);
}

/** An amount of money; a code that no currency has is shown as it is. */
export function moneyText(amount: number, currency: string, formats: Formats): string {
  return new Intl.NumberFormat(formats.locale, { style: 'currency', currency }).format(amount);
}

/** The name of a day or a month in the zone of the engine. */
export function spanText(
  from: number,
  by: 'day' | 'month',
  zone: string,
  shape: 'short' | 'long',
  formats: Formats,
): string {
  const day = shape === 'short' ? ({ day: 'numeric', month: 'short' } as const) : ({ dateStyle: 'medium' } as const);
  // A year of two digits would read as a day.
  const month = { month: shape, year: 'numeric' } as const;
  return new Intl.DateTimeFormat(formats.locale, { ...(by === 'day' ? day : month), timeZone: zone }).format(from);
}

/** Heights that an axis may have, in tens of any size, and into how many round parts each is cut. */
const TOPS = [
  [1, 4],
  [1.5, 3],
  [2, 4],
  [3, 3],
  [4, 4],
  [5, 5],
  [6, 3],
  [8, 4],
  [10, 5],
] as const;

/** The marks of an axis, from zero to the next round number, so that bars can be read off them. */
export function axisTicks(most: number): number[] {
  const power = most <= 0 ? 1 : 10 ** Math.floor(Math.log10(most));
  const [top, parts] = TOPS.find(([each]) => each * power >= most) ?? [10, 5];
  return Array.from({ length: parts + 1 }, (_, part) => Number(((top * power * part) / parts).toPrecision(6)));
}

/** Whether so much of a span was recorded that its sum can stand for it. */
export function isWhole({ covered, hours }: EnergySpan): boolean {
  return covered >= hours * 0.98;
}
