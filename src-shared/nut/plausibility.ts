/**
 * Values that cannot be true become "not reported", and the reason is kept.
 *
 * Devices send all-ones where they know nothing (charge 255 %, runtime 65535 s: home-assistant/core#79703,
 * networkupstools/nut#731, #3089), and some report an input voltage that contradicts their own status (70 V on a
 * 230 V line while on mains). What could be real on any UPS is left alone: limits are those of the variable's row
 * (`variables/quantities.ts`), and a value is only judged by others where no UPS could mean it.
 */
import { filled } from './languages.ts';
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

/** What is left, and what was taken out. Together they hold every value given, each once. */
export interface Screened {
  readonly vars: Vars;
  readonly rejected: readonly Rejection[];
}

/** Why a value cannot be true. */
export const REJECTIONS = {
  textForNumber: 'The device sent text where a number belongs.',
  numberForText: 'The device sent a number where text belongs.',
  sentinel: '{value} is how devices say that they do not know.',
  tooLittle: '{value} is less than this can be.',
  tooMuch: '{value} is more than this can be.',
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

function whyNot(name: string, value: Value): Reason | undefined {
  if (!isVarName(name)) return 'noName';
  // Protection rests on the status; whatever it holds, it is judged where it is read and never lost here.
  if (name === 'ups.status') return undefined;
  if (typeof value === 'number' && !Number.isFinite(value)) return 'noNumber';
  if (typeof value === 'string' && value.trim() === '') return 'empty';
  const info = variableInfo(name);
  if (info === undefined) return undefined;
  if (info.type === 'number') return whyNoNumber(value, info);
  return typeof value === 'number' ? 'numberForText' : undefined;
}

function told(reason: Reason, name: string, value: Value, locale: string | undefined): string {
  const info = variableInfo(name);
  const shown = typeof value === 'number' && info !== undefined ? withUnit(value, info) : String(value);
  return filled(REJECTIONS[reason], locale ?? 'en', { value: shown });
}

/** The lowest share of the rated voltage at which a UPS still runs on mains; wide-input models go down to about 0.35. */
const LOWEST_SHARE_ON_MAINS = 1 / 3;
/** No public mains is rated below 100 V; a lower "rated voltage" is something else, such as the battery's. */
const LOWEST_MAINS_RATING = 90;
/** Above this, input and output may differ by a transformer, and the output's rating says nothing of the input. */
const HIGHEST_PLUG_RATING = 277;
/** In these states the UPS may show any input while it says "on mains", or mains is measured elsewhere. */
const INPUT_IS_FREE: readonly StatusWord[] = ['OB', 'BOOST', 'BYPASS', 'CAL', 'TEST', 'OFF', 'FSD', 'WAIT'];

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
  const { words } = parseStatus(String(vars['ups.status'] ?? context.status ?? ''));
  if (!words.includes('OL') || words.some((word) => INPUT_IS_FREE.includes(word))) return undefined;
  if (voltage >= nominal * LOWEST_SHARE_ON_MAINS) return undefined;
  const shown = { voltage: String(voltage), nominal: String(nominal) };
  return filled(REJECTIONS.notOnMains, context.locale ?? 'en', shown);
}

/**
 * Takes out what cannot be true: sentinels, numbers out of range, NaN and infinity, empty texts, the wrong type, names
 * outside of the vocabulary, and an input voltage that the status contradicts. `ups.status` always stays. Missing
 * values stay missing; nothing is changed or invented.
 */
export function screen(vars: Vars, context: ScreenContext = {}): Screened {
  const kept: { [V in VarName]?: Value } = {};
  const rejected: Rejection[] = [];
  for (const [name, value] of Object.entries<Value | undefined>(vars)) {
    if (value === undefined) continue;
    const reason = whyNot(name, value);
    if (reason === undefined && isVarName(name)) kept[name] = value;
    else if (reason !== undefined) rejected.push({ name, value, reason: told(reason, name, value, context.locale) });
  }
  const reason = whyNotOnMains(kept, context);
  const value = kept['input.voltage'];
  if (reason !== undefined && value !== undefined) {
    delete kept['input.voltage'];
    rejected.push({ name: 'input.voltage', value, reason });
  }
  return { vars: kept, rejected };
}
