/** What the three gauges of the Overview show: value, scale and the thresholds that matter. */
import type { DeviceState, Range } from '../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../src-shared/settings/index.ts';
import type { Translate } from '../../src-shared/texts/index.ts';
import { numberOf, type Tone } from './condition.ts';
import { type Formats, numberText, percentText, shortDuration, valueText } from './formats.ts';
import { learnedText } from './learned.ts';

/** A threshold on a gauge's scale. */
export interface Mark {
  readonly at: number;
  readonly text: string;
  readonly tone: Tone;
}

/** One gauge. */
export interface GaugeView {
  readonly kind: 'charge' | 'load' | 'runtime';
  readonly variable: string;
  /** Undefined is not reported. */
  readonly value: number | undefined;
  readonly max: number;
  /** Number and unit apart, so that the unit can stand smaller. */
  readonly figure: readonly [number: string, unit: string];
  readonly marks: readonly Mark[];
  /** Where the value should be by what was learned, and that in words. */
  readonly learned?: { readonly range: Range; readonly text: string };
  /** By the thresholds; `good` where none is crossed. */
  readonly tone: Tone;
}

/** What the gauges depend on besides the device. */
export interface GaugeContext {
  readonly formats: Formats;
  readonly t: Translate;
  readonly protection: ProtectionSetting | undefined;
  /** How long the battery would carry the load by what was learned; undefined while nothing was. */
  readonly learned?: Range | undefined;
}

type Level = ProtectionSetting['triggers']['charge']['level'];

/** None where the value is not reported: nothing would come of it. */
function triggerMark(
  value: number | undefined,
  level: Level | undefined,
  at: number | undefined,
  text: string,
  t: Translate,
): Mark[] {
  if (value === undefined || level === undefined || level === 'off' || at === undefined) return [];
  return level === 'act'
    ? [{ at, text: t('gauge.actsBelow', { value: text }), tone: 'critical' }]
    : [{ at, text: t('gauge.warnsBelow', { value: text }), tone: 'warning' }];
}

/** A device that does not feed this computer never triggers anything here, so its gauges carry no such mark. */
function triggersOf(
  device: DeviceState,
  protection: ProtectionSetting | undefined,
): ProtectionSetting['triggers'] | undefined {
  return device.feedsThisComputer && protection !== undefined && protection.mode !== 'off'
    ? protection.triggers
    : undefined;
}

function toneBelow(value: number | undefined, marks: readonly Mark[]): Tone {
  if (value === undefined) return 'unknown';
  const crossed = marks.filter(({ at }) => value < at);
  if (crossed.some(({ tone }) => tone === 'critical')) return 'critical';
  return crossed.length > 0 ? 'warning' : 'good';
}

/** Battery charge, in percent. */
export function chargeGauge(device: DeviceState, { formats, t, protection }: GaugeContext): GaugeView {
  const value = numberOf(device, 'battery.charge');
  const trigger = triggersOf(device, protection)?.charge;
  const percent = (at: number): string => percentText(at, formats);
  const marks = triggerMark(value, trigger?.level, trigger?.percent, percent(trigger?.percent ?? 0), t);
  const low = numberOf(device, 'battery.charge.low');
  if (low !== undefined) marks.push({ at: low, text: t('gauge.lowBelow', { value: percent(low) }), tone: 'warning' });
  return {
    kind: 'charge',
    variable: 'battery.charge',
    value,
    max: 100,
    figure: [value === undefined ? '' : numberText(value, formats, 0), '%'],
    marks,
    tone: toneBelow(value, marks),
  };
}

/** The scale of the runtime gauge grows in steps, so that the needle does not stand still while the scale moves. */
const RUNTIME_SCALES = [10, 20, 30, 60, 90, 120, 180, 240, 360, 480, 720, 1440, 2880, 10_080].map(
  (minutes) => minutes * 60,
);

/** Time left, in seconds: as the UPS reports, and as its battery has shown. */
export function runtimeGauge(device: DeviceState, { formats, t, protection, learned }: GaugeContext): GaugeView {
  const value = numberOf(device, 'battery.runtime');
  const trigger = triggersOf(device, protection)?.runtime;
  const short = (seconds: number): string => shortDuration(seconds, formats);
  const marks = triggerMark(value, trigger?.level, trigger?.seconds, short(trigger?.seconds ?? 0), t);
  const low = numberOf(device, 'battery.runtime.low');
  if (low !== undefined) marks.push({ at: low, text: t('gauge.lowBelow', { value: short(low) }), tone: 'warning' });
  const wanted = Math.max(value ?? 0, learned?.high ?? 0, ...marks.map(({ at }) => at * 2));
  const max = RUNTIME_SCALES.find((scale) => scale >= wanted) ?? wanted;
  return {
    kind: 'runtime',
    variable: 'battery.runtime',
    value,
    max,
    figure: value === undefined ? ['', ''] : runtimeFigure(value, formats),
    marks,
    ...(learned === undefined
      ? {}
      : { learned: { range: learned, text: t('gauge.learned', { range: learnedText(learned, 'short', formats) }) } }),
    tone: toneBelow(value, marks),
  };
}

function runtimeFigure(seconds: number, formats: Formats): [string, string] {
  if (seconds < 60) return [numberText(Math.floor(seconds), formats, 0), 's'];
  const minutes = Math.floor(seconds / 60);
  if (minutes < 120) return [numberText(minutes, formats, 0), 'min'];
  const hours = Math.floor(minutes / 60);
  return hours < 100
    ? [`${numberText(hours, formats, 0)}:${String(minutes % 60).padStart(2, '0')}`, 'h']
    : [numberText(Math.floor(hours / 24), formats, 0), 'd'];
}

/** Load, in percent of what the UPS can carry. */
export function loadGauge(device: DeviceState, { formats, t }: GaugeContext): GaugeView {
  const value = numberOf(device, 'ups.load');
  const marks: Mark[] = [];
  const high = numberOf(device, 'ups.load.high');
  if (high !== undefined && high < 100) {
    marks.push({
      at: high,
      text: t('gauge.highAbove', { value: percentText(high, formats) }),
      tone: 'warning',
    });
  }
  const nominal =
    numberOf(device, 'ups.realpower.nominal') === undefined ? 'ups.power.nominal' : 'ups.realpower.nominal';
  const rating = device.values[nominal];
  const full =
    rating === undefined
      ? t('gauge.fullAtPlain', { value: percentText(100, formats) })
      : t('gauge.fullAt', { value: valueText(nominal, rating, formats) });
  marks.push({ at: 100, text: full, tone: 'critical' });
  const crossed = value === undefined ? [] : marks.filter(({ at }) => value > at);
  const tone = crossed.some((mark) => mark.tone === 'critical') ? 'critical' : crossed.length > 0 ? 'warning' : 'good';
  return {
    kind: 'load',
    variable: 'ups.load',
    value,
    // Overload must have room on the scale.
    max: 120,
    figure: [value === undefined ? '' : numberText(value, formats, 0), '%'],
    marks,
    tone: value === undefined ? 'unknown' : tone,
  };
}
