/** Numbers, times and units as this person reads them. */
import type { Value } from '../../src-shared/nut/index.ts';
import { formatDuration, formatValue, variableInfo, withUnit } from '../../src-shared/nut/index.ts';
import { spokenDuration as durationInWords, unitText } from '../../src-shared/texts/durations.ts';

/** What the person chose. */
export interface Formats {
  /** BCP 47. */
  readonly locale: string;
  readonly fahrenheit: boolean;
}

/** The browser's own locale where it is of this language (it knows the region), else the language. */
export function localeFor(language: string, preferred: readonly string[]): string {
  return preferred.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? language;
}

const made = new Map<string, Intl.NumberFormat>();

/** A number with at most, and at least, so many digits after the point. */
export function numberText(value: number, formats: Formats, most = 1, least = 0): string {
  const key = `${formats.locale} ${most} ${least}`;
  const format =
    made.get(key) ??
    new Intl.NumberFormat(formats.locale, { maximumFractionDigits: most, minimumFractionDigits: least });
  made.set(key, format);
  return format.format(value);
}

/** A number with its unit, in whole ones unless more digits are wanted: "142 W". */
export function measureText(value: number, unit: string, formats: Formats, most = 0, least = 0): string {
  return withUnit(numberText(value, formats, most, least), unit, formats.locale);
}

/** A number of percent: "30 %". */
export function percentText(value: number, formats: Formats): string {
  return measureText(value, '%', formats);
}

function isTemperature(name: string, formats: Formats): boolean {
  return formats.fahrenheit && variableInfo(name)?.unit === '°C';
}

/** A measured number in the unit that `unitOf` names. */
export function converted(name: string, value: number, formats: Formats): number {
  return isTemperature(name, formats) ? value * 1.8 + 32 : value;
}

/** The unit in which a variable is shown; empty for numbers without one. */
export function unitOf(name: string, formats: Formats): string {
  return isTemperature(name, formats) ? '°F' : (variableInfo(name)?.unit ?? '');
}

/** A value with its unit; "Not reported" where there is none. */
export function valueText(name: string, value: Value | undefined, formats: Formats): string {
  if (typeof value === 'number' && isTemperature(name, formats)) {
    return withUnit(numberText(converted(name, value, formats), formats, 1, 1), '°F', formats.locale);
  }
  return formatValue(name, value, formats.locale);
}

/**
 * Seconds in words, in one unit or two: "41 minutes", "1 hour 5 minutes". Rounded down: nobody may be promised more.
 * What is no `estimate`, such as a setting, is said to the second.
 */
export function spokenDuration(seconds: number, formats: Formats, estimate = true): string {
  return durationInWords(seconds, formats.locale, estimate);
}

const DAY = 86_400;

/** The age of a thing that lasts for years, in seconds: "2.7 years", "8 months", "12 days". */
export function spokenAge(seconds: number, formats: Formats): string {
  const days = Math.floor(seconds / DAY);
  if (days < 60) return unitText(days, 'day', formats.locale);
  const months = Math.floor(days / 30.44);
  return months < 24
    ? unitText(months, 'month', formats.locale)
    : unitText(Math.floor(months / 1.2) / 10, 'year', formats.locale);
}

/** One of the values that a setting may take, as people read it; `raw` is what is written to the device. */
export function choiceText(name: string, raw: string, formats: Formats): string {
  const isNumber = variableInfo(name)?.type === 'number' && raw.trim() !== '' && Number.isFinite(Number(raw));
  return valueText(name, isNumber ? Number(raw) : raw, formats);
}

/** Seconds in short: "4 min 30 s". */
export function shortDuration(seconds: number, formats: Formats, estimate = true): string {
  return formatDuration(seconds, { locale: formats.locale, estimate });
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A countdown, as clocks show it: "0:47", "1:05:00". */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

const timeFormats = new Map<string, Intl.DateTimeFormat>();

/** A moment: `time` to the second, `day` the date, `both` date and time to the second, `minute` date and time. */
export function momentText(time: number, shape: 'time' | 'day' | 'both' | 'minute', formats: Formats): string {
  const key = `${formats.locale} ${shape}`;
  const format = timeFormats.get(key) ?? new Intl.DateTimeFormat(formats.locale, SHAPES[shape]);
  timeFormats.set(key, format);
  return format.format(time);
}

/** A day of the week by its number; 0 is Sunday. */
export function weekdayText(day: number, width: 'short' | 'long', formats: Formats): string {
  // 2023-01-01 was a Sunday.
  return new Intl.DateTimeFormat(formats.locale, { weekday: width, timeZone: 'UTC' }).format(
    Date.UTC(2023, 0, 1 + day),
  );
}

/** A full hour of the day, 0 to 23: "18:00", "6:00 PM". */
export function hourText(hour: number, formats: Formats): string {
  const key = `${formats.locale} hour`;
  const format =
    timeFormats.get(key) ??
    new Intl.DateTimeFormat(formats.locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  timeFormats.set(key, format);
  return format.format(Date.UTC(2023, 0, 1, hour));
}

const SHAPES: Readonly<Record<'time' | 'day' | 'both' | 'minute', Intl.DateTimeFormatOptions>> = {
  time: { timeStyle: 'medium' },
  day: { dateStyle: 'medium' },
  both: { dateStyle: 'medium', timeStyle: 'medium' },
  minute: { dateStyle: 'medium', timeStyle: 'short' },
};
