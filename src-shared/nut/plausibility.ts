/**
 * What may be believed of a reading. Values that cannot be true become "not reported", and the reason is kept; those that
 * are off by a power of ten are mended where exactly one fits, and say so (`judge/`).
 *
 * Devices send all-ones where they know nothing (charge 255 %, runtime 65535 s: home-assistant/core#79703,
 * networkupstools/nut#731, #3089), and some report an input voltage that contradicts their own status (70 V on a
 * 230 V line while on mains). What could be real on any UPS is left alone: limits are those of the variable's row
 * (`variables/quantities.ts`), and a value is only judged by others where no UPS could mean it.
 */
import { filled } from './languages.ts';
import { label } from './format.ts';
import { tooEarly } from './judge/dates.ts';
import type { Scene } from './judge/group.ts';
import { judge, type Scales, type Verdict } from './judge/judge.ts';
import { HIGHEST_PLUG_RATING, LOWEST_MAINS_RATING, LOWEST_SHARE_ON_MAINS } from './judge/voltages.ts';
import { isVarName, variableInfo } from './lookup.ts';
import type { Value, VarName, Vars } from './names.ts';
import { parseStatus } from './status.ts';
import type { StatusWord } from './status.ts';
import type { VariableInfo } from './types.ts';

/** What is known beside the values at hand, as of a partial poll. */
export interface ScreenContext {
  /** The rated mains voltage in volts, where it was configured or learned before. Wins over the values' own. */
  readonly nominalVoltage?: number;
  /** The status, where the values do not hold it. */
  readonly status?: string;
  /** What was believed of the device before; the values at hand go before it. */
  readonly known?: (name: VarName) => Value | undefined;
  /** What earlier readings told of the device's scales; left out where there are no earlier and no later ones. */
  readonly scales?: Scales;
  /** In whose language the reasons are given (BCP 47); English where it is left out. */
  readonly locale?: string;
}

/** A value that was taken out. */
export interface Rejection {
  readonly name: string;
  readonly value: Value;
  /** Why it cannot be true, as a sentence for Diagnostics. */
  readonly reason: string;
}

/** A value that was mended: what the device sent is not what is shown. */
export interface Correction {
  readonly name: string;
  /** As it came. */
  readonly value: Value;
  /** What it is read as, and by what it was judged, as a sentence for whoever sees it. */
  readonly reason: string;
}

/** What is left, and what was taken out. Together they hold every value given, each once. */
export interface Screened {
  /** What may be believed; of what was mended, the value as it is to be shown. */
  readonly vars: Vars;
  readonly rejected: readonly Rejection[];
  readonly corrected: readonly Correction[];
  /** To be handed back with the next reading. */
  readonly scales: Scales;
}

/** Why a value cannot be true. */
export const REJECTIONS = {
  textForNumber: 'The device sent text where a number belongs.',
  numberForText: 'The device sent a number where text belongs.',
  sentinel: '{value} is how devices say that they do not know.',
  tooLittle: '{value} is less than this can be.',
  tooMuch: '{value} is more than this can be.',
  zeroRating: 'Nothing is rated for zero: the UPS does not tell this.',
  tooEarly: '{value} is before {made} ({other}): a date of the factory, which nobody set.',
  misfit: '{value} cannot be true beside {other}.',
  misfitBefore: '{value} cannot be true: this UPS measures it in another unit than it says.',
  corrected: 'The UPS sends {value}. Beside {other} only {shown} can be true.',
  correctedBefore: 'The UPS sends {value}. It measures this in another unit than it says, and means {shown}.',
  noName: 'The name is not part of the vocabulary.',
  noNumber: 'The value is not a number.',
  empty: 'The device sent an empty text.',
  notOnMains: '{voltage} V on a {nominal} V line cannot carry a load, and the UPS says that it is on mains.',
} as const;

type Reason = keyof typeof REJECTIONS;

const withUnit = (value: number, info: VariableInfo): string =>
  info.unit === undefined ? String(value) : `${value} ${info.unit}`;

function whyNoNumber(value: Value, info: VariableInfo): Reason | undefined {
  if (typeof value === 'string') return 'textForNumber';
  if (info.sentinels?.includes(value) === true) return 'sentinel';
  if (info.min !== undefined && value < info.min) return 'tooLittle';
  return info.max !== undefined && value > info.max ? 'tooMuch' : undefined;
}

/**
 * What a device is built for, and the voltages between which it takes its power from mains. No mains is rated 0 V and no UPS
 * goes to mains at 0 V, least of all above it (networkupstools/nut#552, #1442, #2784); a setting that is off is not among them.
 */
const IS_RATING =
  /\.nominal$|^input\.transfer\.(?:low|high)(?:\.min|\.max)?$|^input\.transfer\.(?:boost|trim)\.(?:low|high)$/u;

function whyNot(name: string, value: Value): Reason | undefined {
  if (!isVarName(name)) return 'noName';
  // Protection rests on the status; whatever it holds, it is judged where it is read and never lost here.
  if (name === 'ups.status') return undefined;
  if (typeof value === 'number' && !Number.isFinite(value)) return 'noNumber';
  if (typeof value === 'string' && value.trim() === '') return 'empty';
  const info = variableInfo(name);
  if (info === undefined) return undefined;
  if (value === 0 && IS_RATING.test(name) && info.type === 'number') return 'zeroRating';
  if (info.type === 'number') return whyNoNumber(value, info);
  return typeof value === 'number' ? 'numberForText' : undefined;
}

function told(reason: Reason, name: string, value: Value, locale: string | undefined): string {
  const info = variableInfo(name);
  const shown = typeof value === 'number' && info !== undefined ? withUnit(value, info) : String(value);
  return filled(REJECTIONS[reason], locale ?? 'en', { value: shown });
}

/**
 * In these states the UPS may show any input while it says "on mains", or mains is measured elsewhere. A battery that gives
 * power although the status says mains is no reason to doubt the voltage: it may well be the status that is wrong
 * (networkupstools/nut#811: an outage in which ACPresent stays set, Discharging is set too, and 0 V come in).
 */
const INPUT_IS_FREE: readonly StatusWord[] = ['OB', 'DISCHRG', 'BOOST', 'BYPASS', 'CAL', 'TEST', 'OFF', 'FSD', 'WAIT'];

function isPlainlyOnMains(vars: Vars, context: ScreenContext): boolean {
  const { words } = parseStatus(String(vars['ups.status'] ?? context.status ?? ''));
  // Where nothing comes in, nothing swings.
  if ((vars['input.frequency'] ?? context.known?.('input.frequency')) === 0) return false;
  return words.includes('OL') && !words.some((word) => INPUT_IS_FREE.includes(word));
}

function rating(vars: Vars, context: ScreenContext): number | undefined {
  const output = vars['output.voltage.nominal'];
  const candidate =
    context.nominalVoltage ??
    vars['input.voltage.nominal'] ??
    (typeof output === 'number' && output <= HIGHEST_PLUG_RATING ? output : undefined);
  return typeof candidate === 'number' && Number.isFinite(candidate) && candidate >= LOWEST_MAINS_RATING
    ? candidate
    : undefined;
}

/** With several phases one may be missing while the others carry on, and "the" input voltage may be any of them. */
function hasPhases(vars: Vars): boolean {
  const count = vars['input.phases'];
  return (typeof count === 'number' && count > 1) || Object.keys(vars).some((name) => /^input\.L\d/u.test(name));
}

/**
 * An input voltage far below the rating, from a UPS that says it runs on mains and is not raising it. In an outage 0 V
 * is right, and a brown-out is what the battery is for: there is no rule then, and none without a rating.
 */
function whyNotOnMains(vars: Vars, context: ScreenContext): string | undefined {
  const voltage = vars['input.voltage'];
  const nominal = rating(vars, context);
  if (typeof voltage !== 'number' || nominal === undefined || hasPhases(vars)) return undefined;
  if (!isPlainlyOnMains(vars, context)) return undefined;
  if (voltage >= nominal * LOWEST_SHARE_ON_MAINS) return undefined;
  const shown = { voltage: String(voltage), nominal: String(nominal) };
  return filled(REJECTIONS.notOnMains, context.locale ?? 'en', shown);
}

/** How a value is written in a reason: as it is everywhere, but with all its digits. */
function written(name: string, value: Value): string {
  const info = variableInfo(name);
  return typeof value === 'number' && info !== undefined ? withUnit(value, info) : String(value);
}

function sceneOf(vars: Vars, context: ScreenContext): Scene {
  const { words } = parseStatus(String(vars['ups.status'] ?? context.status ?? ''));
  const fresh = new Map<string, number>();
  for (const [name, value] of Object.entries<Value | undefined>(vars)) {
    if (typeof value === 'number') fresh.set(name, value);
  }
  return {
    fresh,
    known: (name) => {
      const value = isVarName(name) ? context.known?.(name) : undefined;
      return typeof value === 'number' ? value : undefined;
    },
    words: new Set(words),
    plainlyOnMains: isPlainlyOnMains(vars, context) && !hasPhases(vars),
  };
}

function whyJudged({ name, treatment, value, beside }: Verdict, came: Value, locale: string): string {
  const other = [...beside].map(([each, its]) => `${written(each, its)} (${label(each, locale)})`).join(', ');
  const texts =
    treatment === 'out'
      ? ([REJECTIONS.misfitBefore, REJECTIONS.misfit] as const)
      : ([REJECTIONS.correctedBefore, REJECTIONS.corrected] as const);
  return filled(texts[beside.size === 0 ? 0 : 1], locale, {
    value: written(name, came),
    shown: written(name, value),
    other,
  });
}

/**
 * Takes out what cannot be true: sentinels, numbers out of range, NaN and infinity, empty texts, the wrong type, names
 * outside of the vocabulary, ratings of zero, dates that nobody set, what does not go with the ratings and the other values,
 * and an input voltage that the status contradicts. What is off by one power of ten is mended and named. `ups.status`
 * always stays. Missing values stay missing; nothing is invented.
 */
export function screen(vars: Vars, context: ScreenContext = {}): Screened {
  const locale = context.locale ?? 'en';
  const kept: { [V in VarName]?: Value } = {};
  const rejected: Rejection[] = [];
  const corrected: Correction[] = [];
  const reject = (name: VarName, value: Value, reason: string): void => {
    delete kept[name];
    rejected.push({ name, value, reason });
  };
  for (const [name, value] of Object.entries<Value | undefined>(vars)) {
    if (value === undefined) continue;
    const reason = whyNot(name, value);
    if (reason === undefined && isVarName(name)) kept[name] = value;
    else if (reason !== undefined) rejected.push({ name, value, reason: told(reason, name, value, context.locale) });
  }
  const { verdicts, scales } = judge(sceneOf(kept, context), context.scales);
  for (const verdict of verdicts) {
    const { name, value } = verdict;
    // What was found out before may make of a value what its row forbids: then it means something else now.
    const treatment = whyNot(name, value) === undefined ? verdict.treatment : 'out';
    const came = isVarName(name) ? kept[name] : undefined;
    if (!isVarName(name) || came === undefined) continue;
    const reason = whyJudged({ ...verdict, treatment }, came, locale);
    if (treatment === 'out') reject(name, came, reason);
    else {
      kept[name] = value;
      corrected.push({ name, value: came, reason });
    }
  }
  for (const { name, than, made } of tooEarly(
    (each) => kept[each],
    (each) => context.known?.(each),
  )) {
    const value = kept[name] ?? '';
    const shown = { value: String(value), made, other: label(than, locale) };
    reject(name, value, filled(REJECTIONS.tooEarly, locale, shown));
  }
  const reason = whyNotOnMains(kept, context);
  const value = kept['input.voltage'];
  if (reason !== undefined && value !== undefined) reject('input.voltage', value, reason);
  return { vars: kept, rejected, corrected, scales };
}
