/** Values and names as people read them, in their language. */
import { filled, translated } from './languages.ts';
import { resolveCommand, resolveExperimental, resolveVariable } from './lookup.ts';
import type { Resolved } from './lookup.ts';
import type { Value } from './names.ts';
import { withUnit } from './spaces.ts';
import { parseStatus, type StatusWord, STATUS_WORDS } from './status.ts';
import type { CommandInfo, Unit, VariableInfo } from './types.ts';

/** What stands where a value is missing. It is never zero. */
export const NOT_REPORTED = 'Not reported';

/** The nouns that a number follows in a label, by the beginning of the pattern, in the order of its numbers. */
const NOUNS: readonly (readonly [prefix: string, nouns: readonly string[]])[] = [
  ['outlet.group.n.', ['Outlet group']],
  ['outlet.n.', ['Outlet']],
  ['ambient.n.contacts.n.', ['Sensor', 'contact']],
  ['ambient.n.', ['Sensor']],
  ['ambient.contacts.n.', ['contact']],
  ['input.n.', ['Source']],
];

/** The places of the numbers in a label. */
const PLACES = ['{n}', '{m}'] as const;

/** How a label is followed by its phase. */
export const WITH_PHASE = '{label}, {phase}';

/** What is said before the label of a name that is not standardised, and how what we do not know of it follows. */
export const EXPERIMENTAL_LABEL = 'Experimental: {label}';
export const WITH_REST = '{label} ({rest})';
const EXPERIMENTAL_PREFIX = 'experimental.';

/** The label of a row with places for its numbers: "Outlet {n} voltage". */
export function labelTemplate(pattern: string, { label: text }: VariableInfo): string {
  const nouns = NOUNS.find(([prefix]) => pattern.startsWith(prefix))?.[1] ?? [];
  return nouns.reduce((found, noun, index) => found.replace(noun, `${noun} ${PLACES[index] ?? ''}`), text);
}

/**
 * The label of a variable, with its number and phase: "Outlet 2 voltage", "Input voltage, L1". Below `experimental.` one
 * of what is known of the name: "Experimental: Battery order number". Else the name itself.
 *
 * @param locale a BCP 47 tag
 */
export function label(name: string, locale = 'en'): string {
  const resolved = resolveVariable(name);
  if (resolved !== undefined) return labelOf(resolved, locale);
  if (!name.startsWith(EXPERIMENTAL_PREFIX)) return name;
  const text = experimentalLabel(name.slice(EXPERIMENTAL_PREFIX.length), locale);
  return filled(EXPERIMENTAL_LABEL, locale, { label: text });
}

/** What follows the prefix: by its own label, that of the same variable, or of the longest beginning that is one. */
function experimentalLabel(name: string, locale: string): string {
  const own = resolveExperimental(name);
  if (own !== undefined) return filled(own.info.label, locale, { n: own.numbers[0] ?? '' });
  const parts = name.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const found = resolveVariable(parts.slice(0, length).join('.'));
    if (found === undefined) continue;
    const known = labelOf(found, locale);
    const rest = parts.slice(length).join(' ');
    return rest === '' ? known : filled(WITH_REST, locale, { label: known, rest });
  }
  return parts.join(' ');
}

function labelOf({ pattern, info, numbers, context }: Resolved<VariableInfo>, locale: string): string {
  const [n = '', m = ''] = numbers;
  const numbered = filled(labelTemplate(pattern, info), locale, { n, m });
  return context === undefined ? numbered : filled(WITH_PHASE, locale, { label: numbered, phase: context });
}

/** The label of a command with a place for its number: "Turn outlet {n} off". */
export function commandTemplate(pattern: string, { label: text }: CommandInfo): string {
  return pattern.includes('.n.')
    ? text.replace(/(?:the )?(outlet group|outlet)/u, (_, noun: string) => `${noun} {n}`)
    : text;
}

/** What a command is called, with its number: "Turn outlet 2 off". Of one without a row, its name. */
export function commandLabel(name: string, locale = 'en'): string {
  const resolved = resolveCommand(name);
  if (resolved === undefined) return name;
  const { pattern, info, numbers } = resolved;
  return filled(commandTemplate(pattern, info), locale, { n: numbers[0] ?? '' });
}

/** What a command does, as a sentence; undefined of one without a row. */
export function commandDescription(name: string, locale = 'en'): string | undefined {
  const info = resolveCommand(name)?.info;
  return info === undefined ? undefined : translated(info.description, locale);
}

/** What a command may do to the load, as a sentence; undefined where it does nothing, or has no row. */
export function commandEffect(name: string, locale = 'en'): string | undefined {
  const effect = resolveCommand(name)?.info.effect;
  return effect === undefined ? undefined : translated(effect, locale);
}

/** What a status word says. */
export function statusLabel(word: StatusWord, locale = 'en'): string {
  return translated(STATUS_WORDS[word].label, locale);
}

/** Digits after the point: at most, and at least where the value is measured, so that its column keeps its width. */
const DIGITS: Partial<Record<Unit, { readonly most: number; readonly measured: number }>> = {
  V: { most: 2, measured: 1 },
  A: { most: 2, measured: 1 },
  Hz: { most: 2, measured: 1 },
  '°C': { most: 1, measured: 1 },
  '%': { most: 1, measured: 0 },
  W: { most: 0, measured: 0 },
  VA: { most: 0, measured: 0 },
};
const MEASURED = /\.(?:voltage|current|frequency|temperature)$/u;

/** Number formats are costly to make and few: locales of the app times the digits above. */
const formats = new Map<string, Intl.NumberFormat>();

function numberText(value: number, least: number, most: number, locale: string): string {
  const key = `${locale} ${least} ${most}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: least,
      maximumFractionDigits: Math.max(least, most),
    });
    formats.set(key, format);
  }
  return format.format(value);
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Spans of time, in short. */
export const SPANS = { s: '{n}\u00a0s', min: '{n}\u00a0min', h: '{n}\u00a0h', d: '{n}\u00a0d' } as const;

/** What `boolean` values are shown as. */
export const SWITCH_WORDS = ['Yes', 'No', 'On', 'Off', 'Enabled', 'Disabled'] as const;

/**
 * Seconds as people say them: "45 s", "4 min 30 s", "41 min", "1 h 05 min", "3 d 04 h". Rounded down, since nobody may
 * be promised more time than there is. From ten minutes on seconds are left out where the time is an `estimate`.
 */
export function formatDuration(seconds: number, options: { locale?: string; estimate?: boolean } = {}): string {
  const { locale = 'en', estimate = true } = options;
  if (seconds < 0) return `-${formatDuration(-seconds, options)}`;
  const some = (n: string | number, unit: keyof typeof SPANS): string => filled(SPANS[unit], locale, { n: String(n) });
  if (seconds < 1) return some(numberText(seconds, 0, 3, locale), 's');
  const whole = Math.floor(seconds);
  if (whole < 60) return some(whole, 's');
  const days = Math.floor(whole / 86_400);
  const hours = Math.floor(whole / 3600) % 24;
  const minutes = Math.floor(whole / 60) % 60;
  const tail = whole % 60 === 0 || (estimate && whole >= 600) ? [] : [some(two(whole % 60), 's')];
  if (whole < 3600) return [some(minutes, 'min'), ...tail].join(' ');
  const exact = [some(two(minutes), 'min'), ...tail];
  if (days === 0) return [some(hours, 'h'), ...exact].join(' ');
  const rounded = estimate || (minutes === 0 && tail.length === 0);
  return [some(days, 'd'), some(two(hours), 'h'), ...(rounded ? [] : exact)].join(' ');
}

function formatNumber(name: string, value: number, info: VariableInfo | undefined, locale: string): string {
  const word = info?.words?.[String(value)];
  if (word !== undefined) return translated(word, locale);
  const unit = info?.unit;
  if (unit === 's') return formatDuration(value, { locale, estimate: /runtime$|uptime$/u.test(name) });
  const digits = unit === undefined ? undefined : DIGITS[unit];
  // A hundredth of a volt says something of a cell, nothing of mains.
  const most = Math.abs(value) >= 100 ? Math.min(1, digits?.most ?? 2) : (digits?.most ?? 2);
  const text = numberText(value, MEASURED.test(name) ? (digits?.measured ?? 0) : 0, most, locale);
  return withUnit(text, unit ?? '', locale);
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/u;

function formatDate(text: string, locale: string): string {
  const time = ISO_DATE.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // What is no date of the calendar is shown as the device wrote it.
  return Number.isNaN(time)
    ? text
    : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(time);
}

function formatStatus(text: string, locale: string): string {
  const { words, unknown } = parseStatus(text);
  return [...words.map((word) => statusLabel(word, locale)), ...unknown].join(', ');
}

/** What stands for a text: of all of it, or of each of its words, since some devices say several at once. */
function formatWords(text: string, words: Readonly<Record<string, string>>, locale: string): string {
  const wordOf = (said: string): string | undefined => {
    const key = said.toLowerCase();
    return Object.hasOwn(words, key) ? words[key] : undefined;
  };
  const whole = wordOf(text.trim());
  if (whole !== undefined) return translated(whole, locale);
  const parts = text.trim().split(/\s+/u).map(wordOf);
  // Half of what a device says would be worse than all of it as it is.
  return parts.some((part) => part === undefined)
    ? text
    : parts.map((part) => translated(part ?? '', locale)).join(', ');
}

/**
 * A value with its unit, as people read it. Status words become their labels, ISO dates the locale's, the words of the
 * vocabulary plain ones; every other text stays as the device says it. A missing value is "Not reported".
 *
 * @param locale a BCP 47 tag
 */
export function formatValue(name: string, value: Value | undefined, locale = 'en'): string {
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value)))
    return translated(NOT_REPORTED, locale);
  const info = resolveVariable(name)?.info;
  if (typeof value === 'number') return formatNumber(name, value, info, locale);
  if (value.trim() === '') return translated(NOT_REPORTED, locale);
  if (info?.type === 'status') return formatStatus(value, locale);
  if (info?.type === 'date') return formatDate(value, locale);
  if (info?.words !== undefined) return formatWords(value, info.words, locale);
  return info?.type === 'boolean' ? translated(value.charAt(0).toUpperCase() + value.slice(1), locale) : value;
}
