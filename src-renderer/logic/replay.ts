/** An outage to step through: each event with what was known when it was decided. */
import { formatDuration, label, parseStatus, statusLabel, variableInfo } from '../../src-shared/nut/index.ts';
import { type EngineEvent, linkSchema, type Series, triggerNameSchema } from '../../src-shared/contract/index.ts';
import type { Translate } from '../../src-shared/texts/index.ts';
import { type Formats, numberText, valueText } from './formats.ts';

/** One input of a decision, in words; `key` is its name in the record. */
export interface Input {
  readonly key: string;
  readonly name: string;
  readonly value: string;
}

/** The engine's own names for readings, and the variables that they are. */
const READINGS: Readonly<Record<string, string>> = { charge: 'battery.charge', runtime: 'battery.runtime' };
/** What else the engine records, and the key of its name among the texts. */
const NAMED = {
  trigger: 'trigger',
  limit: 'limit',
  link: 'contact',
  secondsOnBattery: 'secondsOnBattery',
  status: 'status',
  action: 'action',
  practice: 'practice',
  cancelledBy: 'cancelledBy',
  mode: 'mode',
} as const;
type Named = keyof typeof NAMED;
const isNamed = (key: string): key is Named => Object.hasOwn(NAMED, key);

/** The reason in words, where the event has one that its text does not tell already. */
export function reasonOf({ data, text }: Pick<EngineEvent, 'data' | 'text'>): string | undefined {
  const { reason } = data;
  return typeof reason === 'string' && !text.includes(reason) ? reason : undefined;
}

/** What was known, except for the reason. Names that nobody has words for stay as they are. */
export function inputsOf({ data }: Pick<EngineEvent, 'data'>, formats: Formats, t: Translate): Input[] {
  return Object.entries(data).flatMap(([key, value]): Input[] => {
    if (key === 'reason') return [];
    const variable = READINGS[key] ?? key;
    const info = variableInfo(variable);
    if (info !== undefined && typeof value !== 'boolean') {
      return [{ key, name: label(variable, formats.locale), value: valueText(variable, value, formats) }];
    }
    if (!isNamed(key)) return [{ key, name: key, value: plain(value, formats, t) }];
    return [{ key, name: t(`replay.input.${NAMED[key]}`), value: namedText(key, value, data, formats, t) }];
  });
}

function namedText(
  name: Named,
  value: string | number | boolean,
  data: EngineEvent['data'],
  formats: Formats,
  t: Translate,
): string {
  if (name === 'secondsOnBattery' && typeof value === 'number') {
    return formatDuration(value, { locale: formats.locale, estimate: false });
  }
  if (name === 'limit') {
    const variable = READINGS[String(data['trigger'])];
    if (variable !== undefined) return valueText(variable, typeof value === 'boolean' ? String(value) : value, formats);
    if (data['trigger'] === 'timeOnBattery' && typeof value === 'number') {
      return formatDuration(value, { locale: formats.locale, estimate: false });
    }
  }
  if (name === 'trigger') {
    const trigger = triggerNameSchema.safeParse(value).data;
    if (trigger !== undefined) return t(`trigger.${trigger}`);
  }
  if (name === 'link') {
    const link = linkSchema.safeParse(value).data;
    if (link !== undefined) return t(`contact.${link}`);
  }
  if (name === 'status' && typeof value === 'string') {
    const { words, unknown } = parseStatus(value);
    return [...words.map((word) => statusLabel(word, formats.locale)), ...unknown].join(', ');
  }
  return plain(value, formats, t);
}

function plain(value: string | number | boolean, formats: Formats, t: Translate): string {
  if (typeof value === 'boolean') return t(value ? 'replay.yes' : 'replay.no');
  return typeof value === 'number' ? numberText(value, formats, 2) : value;
}

/** A value as it was known at a moment; `ago` is its age in seconds where it was no longer fresh. */
export interface KnownValue {
  readonly name: string;
  readonly value: string;
  readonly ago: number | undefined;
}

/** A reading older than this was old at the moment that is looked at. Milliseconds. */
const FRESH = 15_000;

/**
 * What had been measured last at a moment. A series without an earlier sample is left out; where one point stands for
 * many readings (`resolution` in seconds), it is the range of them.
 */
export function knownAt(series: readonly Series[], resolution: number, time: number, formats: Formats): KnownValue[] {
  return series.flatMap(({ variable, points }): KnownValue[] => {
    const point = points.findLast(([at]) => at <= time);
    if (point === undefined) return [];
    const [at, low, mean, high] = point;
    const text = (value: number): string => valueText(variable, value, formats);
    const old = time - at - (isCoarse(resolution) ? resolution * 1000 : 0);
    const value = isCoarse(resolution) && low !== high ? `${text(low)} – ${text(high)}` : text(mean);
    return [{ name: variable, value, ago: old > FRESH ? old / 1000 : undefined }];
  });
}

/** Whether a point stands for so many readings that none of them can be told. Seconds. */
export function isCoarse(resolution: number): boolean {
  return resolution * 1000 > FRESH;
}

/** Where each event stands on a line from the first to the last moment, from 0 to 1. */
export function placesOf(events: readonly EngineEvent[], begin: number, end: number): number[] {
  const length = end - begin;
  return events.map(({ time }) => (length <= 0 ? 0 : Math.min(1, Math.max(0, (time - begin) / length))));
}
