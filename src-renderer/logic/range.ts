/** The stretch of time that History shows. Milliseconds. */
import type { Formats } from './formats.ts';

/** From one moment to another. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The ranges that end now. */
export const PRESETS = {
  '1h': 3_600_000,
  '24h': 86_400_000,
  '7d': 604_800_000,
  '30d': 2_592_000_000,
  '1y': 31_536_000_000,
} as const;
/** The name of a range that ends now. */
export type Preset = keyof typeof PRESETS;
/** The names of those ranges, the shortest first. */
export const PRESET_NAMES = ['1h', '24h', '7d', '30d', '1y'] as const satisfies readonly Preset[];

/** Fixed, or moving along with the clock. */
export type Range =
  | { readonly preset: Preset }
  | { readonly preset: 'custom'; readonly from: number; readonly to: number };

/** Less than this cannot be shown: samples are seconds apart. */
const SHORTEST = 60_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LONGEST = 20 * 31_536_000_000;

/** The moments of a range. A moving end is rounded up, so that the same question is asked again and not each second a new one. */
export function momentsOf(range: Range, now: number): Span {
  if (range.preset === 'custom') return { from: range.from, to: range.to };
  const width = PRESETS[range.preset];
  const step = Math.max(10_000, width / 600);
  const to = Math.ceil(now / step) * step;
  return { from: to - width, to };
}

/** A fixed range in whole milliseconds; undefined when the end does not come after the begin. */
export function fixedRange(from: number, to: number): Range | undefined {
  if (!Number.isFinite(from) || !Number.isFinite(to) || from < 0 || to <= from) return undefined;
  // The width first: moved by a fraction of it, a range stays exactly as wide, and what was loaded of it is of use.
  const width = Math.min(LONGEST, Math.max(SHORTEST, Math.round(to - from)));
  const begin = Math.max(0, Math.round(to - from === width ? from : (from + to - width) / 2));
  return { preset: 'custom', from: begin, to: begin + width };
}

/** `factor` above 1 shows more time, below 1 less; `about` stays where it is, which is the middle where nothing is said. */
export function zoomed({ from, to }: Span, factor: number, about = (from + to) / 2): Range | undefined {
  return fixedRange(Math.max(0, about - (about - from) * factor), about + (to - about) * factor);
}

/** Moved by a part of its width; negative is earlier. */
export function panned({ from, to }: Span, part: number): Range | undefined {
  const by = Math.max((to - from) * part, -from);
  return fixedRange(from + by, to + by);
}

/** A fixed range that does not reach beyond `latest`, where nothing has happened yet: moved back, as wide as it was. */
export function upTo(range: Range | undefined, latest: number): Range | undefined {
  if (range?.preset !== 'custom' || range.to <= latest) return range;
  return fixedRange(Math.max(0, range.from - (range.to - latest)), latest);
}

/** The newest as wide as a range: moving with the clock where there is a preset of that width. */
export function newest({ from, to }: Span, now: number): Range | undefined {
  const preset = PRESET_NAMES.find((name) => Math.abs(to - from - PRESETS[name]) < 1000);
  return preset === undefined ? fixedRange(now - (to - from), now) : { preset };
}

/** Of a range longer than this the days say enough. */
const DAYS_ONLY = 45 * DAY;

const formats = new Map<string, Intl.DateTimeFormat>();

/** A range in words, as short as it can be told: "Mar 17, 2026, 3:00 – 4:00 PM". */
export function rangeText({ from, to }: Span, { locale }: Formats): string {
  const days = to - from > DAYS_ONLY;
  // Made once: a chart that is moved says its range with each step.
  const key = `${locale} ${days}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...(days ? {} : { timeStyle: 'short' }) });
  formats.set(key, format);
  return format.formatRange(from, to);
}

/** What a range may be compared with. */
export const COMPARISONS = ['before', 'week', 'year'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/**
 * By how many milliseconds the other range begins earlier: as long as the range itself, seven days, or a year of whole
 * weeks, so that weekdays meet. Days are counted by the calendar: eight in the evening stays eight in the evening.
 */
export function earlierBy({ from, to }: Span, other: Comparison): number {
  const days = other === 'week' ? 7 : other === 'year' ? 364 : Math.round((to - from) / DAY);
  // A few days may be an hour longer or shorter than so many times 24 hours; what is no whole days is as long as it is.
  if (days === 0 || (other === 'before' && Math.abs(to - from - days * DAY) > HOUR)) return to - from;
  const begin = new Date(from);
  begin.setDate(begin.getDate() - days);
  return Math.max(0, from - Math.max(0, begin.getTime()));
}
