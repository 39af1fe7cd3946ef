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

/** How a value is written in a reason: as it is everywhere, but with all its digits. */
function written(name: string, value: Value): string {
  const unit = variableInfo(name)?.unit;
  return unit === undefined ? String(value) : `${value} ${unit}`;
}

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
const IS_RATING = /\.nominal$|^input\.transfer\.(?:boost\.|trim\.)?(?:low|high)/u;

function whyNot(name: string, value: Value): Reason | undefined {
  if (!isVarName(name)) return 'noName';
  // Protection rests on the status; whatever it holds, it is judged where it is read and never lost here.
  if (name === 'ups.status') return undefined;
  if (typeof value === 'number' && !Number.isFinite(value)) return 'noNumber';
  if (typeof value === 'string' && value.trim() === '') return 'empty';
  const info = variableInfo(name);
  if (info === undefined) return undefined;
  if (value === 0 && IS_RATING.test(name)) return 'zeroRating';
  if (info.type === 'number') return whyNoNumber(value, info);
  return typeof value === 'number' ? 'numberForText' : undefined;
}

/**
 * In these states the UPS may show any input while it says "on mains", or mains is measured elsewhere. A battery that gives
 * power although the status says mains is no reason to doubt the voltage: it may well be the status that is wrong
 * (networkupstools/nut#811: an outage in which ACPresent stays set, Discharging is set too, and 0 V come in).
 */
const INPUT_IS_FREE: readonly StatusWord[] = ['OB', 'DISCHRG', 'BOOST', 'BYPASS', 'CAL', 'TEST', 'OFF', 'FSD', 'WAIT'];

/** With several phases one may be missing while the others carry on, and "the" input voltage may be any of them. */
function hasPhases(vars: ReadonlyMap<string, Value>): boolean {
  return Number(vars.get('input.phases')) > 1 || [...vars.keys()].some((name) => name.startsWith('input.L'));
}

function sceneOf(vars: ReadonlyMap<string, Value>, context: ScreenContext): Scene {
  const words = new Set(parseStatus(String(vars.get('ups.status') ?? context.status ?? '')).words);
  const fresh = new Map<string, number>();
  for (const [name, value] of vars) if (typeof value === 'number') fresh.set(name, value);
  const known = (name: string): number | undefined => {
    const value = isVarName(name) ? context.known?.(name) : undefined;
    return typeof value === 'number' ? value : undefined;
  };
  // Where nothing comes in, nothing swings.
  const isDead = (fresh.get('input.frequency') ?? known('input.frequency')) === 0;
  const isFree = isDead || INPUT_IS_FREE.some((word) => words.has(word)) || hasPhases(vars);
  return { fresh, known, words, plainlyOnMains: words.has('OL') && !isFree };
}

/** The rating of mains in volts; not a number where nothing tells it. */
function rating(fresh: ReadonlyMap<string, number>, context: ScreenContext): number {
  const output = fresh.get('output.voltage.nominal') ?? Number.NaN;
  const plug = output <= HIGHEST_PLUG_RATING ? output : Number.NaN;
  return context.nominalVoltage ?? fresh.get('input.voltage.nominal') ?? plug;
}

/**
 * An input voltage far below the rating, from a UPS that says it runs on mains and is not raising it. In an outage 0 V
 * is right, and a brown-out is what the battery is for: there is no rule then, and none without a rating.
 */
function notOnMains({ fresh, plainlyOnMains }: Scene, context: ScreenContext): Rejection | undefined {
  const name = 'input.voltage';
  const value = fresh.get(name);
  const nominal = rating(fresh, context);
  if (value === undefined || !plainlyOnMains || !(nominal >= LOWEST_MAINS_RATING)) return undefined;
  if (value >= nominal * LOWEST_SHARE_ON_MAINS) return undefined;
  const shown = { voltage: String(value), nominal: String(nominal) };
  return { name, value, reason: filled(REJECTIONS.notOnMains, context.locale ?? 'en', shown) };
}

function whyJudged({ name, came, value, beside }: Verdict, locale: string): string {
  const other = [...beside].map(([each, its]) => `${written(each, its)} (${label(each, locale)})`).join(', ');
  const [alone, besideOthers] =
    value === null ? [REJECTIONS.misfitBefore, REJECTIONS.misfit] : [REJECTIONS.correctedBefore, REJECTIONS.corrected];
  const shown = value === null ? '' : written(name, value);
  return filled(beside.size === 0 ? alone : besideOthers, locale, { value: written(name, came), shown, other });
}

/**
 * Takes out what cannot be true: sentinels, numbers out of range, NaN and infinity, empty texts, the wrong type, names
 * outside of the vocabulary, ratings of zero, dates that nobody set, what does not go with the ratings and the other values,
 * and an input voltage that the status contradicts. What is off by one power of ten is mended and named. `ups.status`
 * always stays. Missing values stay missing; nothing is invented.
 */
export function screen(vars: Vars, context: ScreenContext = {}): Screened {
  const locale = context.locale ?? 'en';
  const kept = new Map<string, Value>();
  const rejected: Rejection[] = [];
  const corrected: Correction[] = [];
  const reject = (rejection: Rejection): void => {
    kept.delete(rejection.name);
    rejected.push(rejection);
  };
  for (const [name, value] of Object.entries<Value | undefined>(vars)) {
    if (value === undefined) continue;
    const reason = whyNot(name, value);
    if (reason === undefined) kept.set(name, value);
    else reject({ name, value, reason: filled(REJECTIONS[reason], locale, { value: written(name, value) }) });
  }
  const { verdicts, scales } = judge(sceneOf(kept, context), context.scales);
  for (const verdict of verdicts) {
    const { name, came } = verdict;
    // What was found out before may make of a value what its row forbids: then it means something else now.
    const value = verdict.value !== null && whyNot(name, verdict.value) === undefined ? verdict.value : null;
    const reason = whyJudged({ ...verdict, value }, locale);
    if (value === null) reject({ name, value: came, reason });
    else {
      kept.set(name, value);
      corrected.push({ name, value: came, reason });
    }
  }
  for (const { name, date, made, than } of tooEarly(
    (each) => kept.get(each),
    (each) => context.known?.(each),
  )) {
    const shown = { value: date, made, other: label(than, locale) };
    reject({ name, value: date, reason: filled(REJECTIONS.tooEarly, locale, shown) });
  }
  const dark = notOnMains(sceneOf(kept, context), context);
  if (dark !== undefined) reject(dark);
  return { vars: Object.fromEntries(kept), rejected, corrected, scales };
}
