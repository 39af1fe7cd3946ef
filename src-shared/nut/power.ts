/**
 * Where the load's power comes from, judged out of every sign that a UPS gives. A status may be wrong, missing or stuck:
 * ACPresent that stays set in an outage beside Discharging and 0 V at the input (networkupstools/nut PR #811), a status
 * of mains and discharging on a charged battery (nut#1970), a test word that stays (nut#2168).
 */

/** The signs that are looked at. */
export const POWER_SIGNS = [
  'statusMains',
  'statusBattery',
  'statusBoth',
  'discharging',
  'charging',
  'inputAway',
  'inputThere',
  'batteryFalls',
  'batteryRises',
] as const;
export type PowerSign = (typeof POWER_SIGNS)[number];

/** `doubt`: signs contradict each other and do not outweigh one another. `unknown`: there is no sign. */
export const POWER_SOURCES = ['mains', 'battery', 'doubt', 'unknown'] as const;
export type PowerSource = (typeof POWER_SOURCES)[number];

/** What came of it, and the signs that spoke: for what was found first, then against it. */
export interface PowerJudgement {
  readonly source: PowerSource;
  readonly signs: readonly PowerSign[];
}

/** No sign was seen. */
export const UNJUDGED: PowerJudgement = { source: 'unknown', signs: [] };

/** What is known of a UPS in one moment. */
export interface PowerFacts {
  /** The words of `ups.status`. */
  readonly words: ReadonlySet<string>;
  /** What the input's voltage and frequency say of mains; undefined where they say nothing. */
  readonly input: 'there' | 'away' | undefined;
  /** The input has shown mains before, so that its zeros are no missing sensor. */
  readonly inputTrusted: boolean;
  /** How the battery moves: by its charge, or by its voltage where no charge is reported. */
  readonly trend: 'falling' | 'falling far' | 'rising' | undefined;
}

/** Shares of the rated voltage: mains below the first is away, above the second it is there. */
const AWAY = 0.5;
const THERE = 0.7;
/** Where the rated voltage is not known, the lower of the two that are in use. Volt. */
const NOMINAL = 110;
/** No public mains is slower than this: what is measured then is no mains. Hertz. */
const SLOWEST = 30;

/** What a measured input says of mains. Volts and hertz, undefined where they are not reported. */
export function inputSays(
  voltage: number | undefined,
  frequency: number | undefined,
  rated: number | undefined,
): PowerFacts['input'] {
  const nominal = rated !== undefined && rated > 0 ? rated : NOMINAL;
  if (voltage !== undefined) {
    if (voltage < nominal * AWAY) return 'away';
    return voltage >= nominal * THERE ? 'there' : undefined;
  }
  return frequency !== undefined && frequency < SLOWEST ? 'away' : undefined;
}

/** Judges. Two independent signs of battery are battery, whatever the status says. */
export function judgePower({ words, input, inputTrusted, trend }: PowerFacts): PowerJudgement {
  const [onMains, onBattery] = [words.has('OL'), words.has('OB')];
  // A test draws on the battery while mains is there.
  const testing = words.has('TEST') || words.has('CAL');
  const falling = trend === 'falling' || trend === 'falling far';
  const carries: PowerSign[] = [];
  if (words.has('DISCHRG') && !testing) carries.push('discharging');
  if (falling && !testing) carries.push('batteryFalls');
  if (input === 'away' && (inputTrusted || onBattery || carries.length > 0)) carries.push('inputAway');
  const rests: PowerSign[] = [];
  if (input === 'there') rests.push('inputThere');
  if (words.has('CHRG') && !words.has('DISCHRG')) rests.push('charging');
  else if (trend === 'rising') rests.push('batteryRises');

  if (onMains && onBattery) {
    return carries.length > 0
      ? found('battery', [...carries, 'statusBoth'], rests)
      : found('doubt', ['statusBoth'], rests);
  }
  if (onBattery) {
    // A mains that is measured may still be no good for the load; only one that also charges the battery contradicts.
    return rests.length > 1 && carries.length === 0
      ? found('doubt', ['statusBattery'], rests)
      : found('battery', ['statusBattery', ...carries], rests);
  }
  const battery = carries.length;
  if (onMains) {
    if (battery > 1 && input !== 'there') return found('battery', carries, ['statusMains', ...rests]);
    // Where mains is measured as well, a battery that empties may do so for a calibration that the status does not tell.
    const outweighed = input === 'there' && trend !== 'falling far';
    if (battery === 0 || outweighed) return found('mains', ['statusMains', ...rests], carries);
    return found('doubt', carries, ['statusMains', ...rests]);
  }
  if (battery > 1) return found('battery', carries, rests);
  return battery === 1 ? found('doubt', carries, rests) : found('unknown', [], rests);
}

function found(source: PowerSource, signs: readonly PowerSign[], against: readonly PowerSign[]): PowerJudgement {
  return { source, signs: [...signs, ...against] };
}
