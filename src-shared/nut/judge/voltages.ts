/** Input and output voltages, their ratings and transfer points; frequencies. */
import { Group, outside, type Scene, told } from './group.ts';
import type { Band, Treatment } from './settle.ts';

/** No public mains is rated below 100 V. Volt. */
export const LOWEST_MAINS_RATING = 90;
/** Above this, input and output may differ by a transformer, and the rating of one says nothing of the other. Volt. */
export const HIGHEST_PLUG_RATING = 277;
/** The lowest share of the rated voltage at which a UPS still runs on mains; wide-input models go down to about 0.35. */
export const LOWEST_SHARE_ON_MAINS = 1 / 3;

/** What stands at a socket, or between the phases of a low-voltage installation. Volt. */
const AT_HOME: Band = { low: 80, high: 700 };
/** 400 V between phases on a 230 V rating, and 480 on 120, are met; ten times the rating is not. */
const HIGHEST_SHARE = 5;
/** Below this share of its rating no output carries a load, whatever its wave does to a meter. */
const LOWEST_SHARE_AT_LOAD = 1 / 5;
/** How far mains, brown-outs and the output of a converter are from their rating. */
const NEAR: Band = { low: 0.7, high: 1.4 };
/** The same where a rating may be between phases and the value to the neutral, or the other way round. */
const NEAR_PHASES: Band = { low: 0.45, high: 2 };
/** Transfer points of 120 V models stay in 230 V ones (APC, CyberPower). */
const TRANSFER = { usual: { low: 0.2, high: 3 }, fits: { low: 0.35, high: 2 } };
/** A meter at a dead line may show some volts; nobody's shows less than hundredths. Volt. */
const NO_NOISE = 0.03;

/** What public mains is rated (IEC 60038, and those of Japan and of North America). Volt. */
const RATINGS = [100, 110, 115, 120, 127, 200, 208, 220, 230, 240, 277, 380, 400, 415, 440, 460, 480, 600] as const;
const isRating = (value: number): boolean => RATINGS.some((rating) => Math.abs(value - rating) <= rating * 0.03);

const RATED = { input: 'input.voltage.nominal', output: 'output.voltage.nominal' } as const;
const MEASURED = { input: 'input.voltage', output: 'output.voltage' } as const;
type Side = keyof typeof RATED;
const SIDES = ['input', 'output'] as const;
const OTHER: Readonly<Record<Side, Side>> = { input: 'output', output: 'input' };
const TRANSFERS: readonly string[] = ['input.transfer.low', 'input.transfer.high'];

/**
 * Batteries have these voltages, and some firmware tells that of its battery in place of the mains'. A rating that nobody
 * tells, which is 0, is none of mains either.
 */
const isBatterys = (rating: number): boolean => rating < LOWEST_MAINS_RATING && rating % 6 === 0;

/** The rating by which a side is judged: its own, or the other side's where a plug fits both. */
function ratingFor(side: Side, scene: Scene): string | undefined {
  if (!isBatterys(told(scene, RATED[side]))) return RATED[side];
  const other = RATED[OTHER[side]];
  const rating = told(scene, other);
  return !isBatterys(rating) && rating <= HIGHEST_PLUG_RATING ? other : undefined;
}

/** The lowest share of its rating that is not doubted. */
function lowest(side: Side, scene: Scene): number {
  if (side === 'input') return mayBeRaised(scene) ? LOWEST_SHARE_ON_MAINS : 0;
  const supplies = scene.words.has('OL') || scene.words.has('OB');
  const loaded = (['ups.load', 'ups.realpower', 'output.realpower', 'output.current'] as const).some(
    (name) => told(scene, name) > 0,
  );
  return supplies && loaded && !scene.words.has('OFF') ? LOWEST_SHARE_AT_LOAD : 0;
}

/**
 * Whether an input voltage that is far too low can be one that lacks a power of ten. Mains may be going this very moment,
 * and then 23 V are 23 V: either mains is there by its frequency, or no meter shows so little.
 */
function mayBeRaised(scene: Scene): boolean {
  const frequency = scene.fresh.get('input.frequency') ?? Number.NaN;
  const isMains = frequency >= MAINS.low && frequency <= MAINS.high;
  return told(scene, MEASURED.input) < NO_NOISE || (scene.plainlyOnMains && isMains);
}

/** Voltages of mains and output with what they are measured by. */
export function voltages(scene: Scene): Group {
  const group = new Group(scene);
  for (const side of SIDES) {
    const rated = ratingFor(side, scene);
    if (rated !== undefined) {
      const doubts = outside({ low: LOWEST_MAINS_RATING, high: AT_HOME.high });
      group.any(rated, 'rating', { ...doubts, mayLack: (_, mended) => isRating(mended) });
    }
    for (const name of PHASES[side]) {
      if (rated !== RATED[side]) continue;
      group.fresh(name, 'measured', outside(AT_HOME));
      group.relate([name], [rated], { usual: { low: 0, high: HIGHEST_SHARE }, fits: NEAR_PHASES });
    }
    group.fresh(MEASURED[side], 'measured', outside(AT_HOME));
    const usual = { low: lowest(side, scene), high: HIGHEST_SHARE };
    group.relate([MEASURED[side]], [rated], { usual, fits: NEAR });
  }
  transferPoints(group, scene);
  if (ratingFor('input', scene) === undefined) withoutRating(group, scene);
  return group;
}

function transferPoints(group: Group, scene: Scene): void {
  for (const name of TRANSFERS) {
    group.any(name, 'setting');
    group.relate([name], [ratingFor('input', scene)], TRANSFER);
  }
}

/** Nothing is known of ratings: input and output of a plug-in UPS are judged by each other. */
function withoutRating(group: Group, { fresh }: Scene): void {
  const both = SIDES.map((side) => fresh.get(MEASURED[side]) ?? 0);
  const plug = both.some((voltage) => voltage >= AT_HOME.low && voltage <= HIGHEST_PLUG_RATING);
  if (!plug || Math.max(...both) <= AT_HOME.high) return;
  group.relate([MEASURED.input], [MEASURED.output], { usual: { low: 0, high: HIGHEST_SHARE }, fits: NEAR });
  group.relate([MEASURED.output], [MEASURED.input], { usual: { low: 0, high: HIGHEST_SHARE }, fits: NEAR });
}

const PHASES: Readonly<Record<Side, readonly string[]>> = {
  input: [
    ...(['input.L1-N.voltage', 'input.L2-N.voltage', 'input.L3-N.voltage'] as const),
    ...(['input.L1-L2.voltage', 'input.L2-L3.voltage', 'input.L3-L1.voltage'] as const),
  ],
  output: [
    ...(['output.L1-N.voltage', 'output.L2-N.voltage', 'output.L3-N.voltage'] as const),
    ...(['output.L1-L2.voltage', 'output.L2-L3.voltage', 'output.L3-L1.voltage'] as const),
  ],
};

/** Mains is between these everywhere. Hertz. */
const MAINS: Band = { low: 45, high: 66 };
/** Supplies of aircraft. Hertz. */
const AIRCRAFT: Band = { low: 350, high: 450 };
/** Between the two kinds of mains. Hertz. */
const MIDDLE = 55;
/** Ratings do not wait for mains. */
const RATED_FREQUENCIES: readonly string[] = ['input.frequency.nominal', 'output.frequency.nominal'];
/** Frequencies that are judged. */
const FREQUENCIES: readonly string[] = ['input.frequency', 'output.frequency', ...RATED_FREQUENCIES];

/**
 * What is to be done to a frequency, where it is one that no supply has: undefined where it is met, or nothing is to be
 * expected of it because mains may be gone; and for everything else.
 */
export function frequencyTreatment(name: string, value: number, scene: Scene): Treatment | undefined {
  if (value <= 0 || !FREQUENCIES.includes(name)) return undefined;
  if (!scene.plainlyOnMains && !RATED_FREQUENCIES.includes(name)) return undefined;
  const met = value >= MIDDLE / HIGHEST_SHARE && value <= MIDDLE * HIGHEST_SHARE;
  if (met || (value >= AIRCRAFT.low && value <= AIRCRAFT.high)) return undefined;
  const power = Math.round(Math.log10(MIDDLE / value));
  const mended = value * 10 ** power;
  return mended >= MAINS.low && mended <= MAINS.high ? power : 'out';
}
