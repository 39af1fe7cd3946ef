/** Spells out what was learned: how long by charge, how long by load, what was measured. Pure. */
import type { BatteryRanges, DeviceState, Discharge, LoadRange, Measured } from '../../../src-shared/contract/index.ts';
import { asAsked, learn, type Learned } from './learning.ts';
import { narrowingOf } from './narrowing.ts';
import { diedOf, type learnedOf } from './report.ts';
import { runtime, spent } from './runtime.ts';
import { canCalibrate } from './words.ts';

/** Percent of charge between two points of the curve. */
const STEP = 5;
/** Older ones than so many would only hide each other. */
const MOST_MEASURED = 30;
/** Loads that differ by less, as a logarithm, are told in one line; and so far beyond what was seen is still as good as seen. */
const NEAR = Math.log(1.12);
/** Loads smaller than this share of what the UPS is made for are hardly any. */
const LEAST_SHARE = 0.04;

/** What was learned of the present battery of a device, spelled out. */
export function rangesOf(
  device: DeviceState,
  { learned, discharges }: Pick<ReturnType<typeof learnedOf>, 'learned' | 'discharges'>,
): BatteryRanges {
  if (learned === undefined) return { curve: [], measured: [], loads: [], narrowing: [] };
  const { value, unit } = learned.load;
  const loads = loadRangesOf(learned, discharges);
  // Whoever may go off early is better tested than discharged once more.
  const early = diedOf(discharges).died !== undefined;
  return {
    load: { value, unit },
    curve: Array.from({ length: 100 / STEP + 1 }, (_, index) => {
      const charge = index * STEP;
      return { charge, ...runtime(learned, charge, 0, spent(learned, charge)) };
    }),
    measured: learned.used
      .toReversed()
      .slice(0, MOST_MEASURED)
      .map((discharge) => measuredOf(learned, discharge)),
    loads,
    narrowing: early ? [] : narrowingOf(learned, discharges, loads, canCalibrate(device)),
  };
}

/** The ranges at loads that somebody may ask about. */
function loadRangesOf({ load, used, now }: Learned, discharges: readonly Discharge[]): LoadRange[] {
  const rating = load.unit === '%' ? 100 : load.rating;
  const carried = used.map(meanLoad(load.unit)).toSorted((a, b) => a - b);
  const middle = carried[Math.floor(carried.length / 2)];
  const sensible = (value: number): boolean =>
    rating === undefined || (value <= rating && value >= rating * LEAST_SHARE);
  // In the order in which they count where two of them are one.
  const wanted: readonly (readonly [LoadRange['why'], number | undefined])[] = [
    ['present', load.value],
    ['discharged', carried.at(-1)],
    ['discharged', carried[0]],
    ['discharged', middle],
    ['rating', rating],
    ['half', plain(load.value / 2)],
    ['double', plain(load.value * 2)],
  ];
  const chosen: { why: LoadRange['why']; value: number }[] = [];
  for (const [why, value] of wanted) {
    if (value === undefined || value <= 0) continue;
    const guessed = why === 'half' || why === 'double';
    const known = chosen.some((other) => Math.abs(Math.log(value / other.value)) < NEAR);
    if (!known && (!guessed || sensible(value))) chosen.push({ why, value });
  }
  return chosen
    .toSorted((a, b) => a.value - b.value)
    .flatMap(({ why, value }) => {
      const there = learn(discharges, { ...load, value }, now);
      if (there === undefined) return [];
      return { load: value, why, full: runtime(there, 100), beyond: there.beyond > NEAR };
    });
}

/** In two digits: nobody asks about 142.7 W. */
function plain(value: number): number {
  return Math.round(Number(value.toPrecision(2)));
}

/** The mean load of a discharge by time, in one unit; 0 where that is not known. */
function meanLoad(unit: 'W' | '%'): (discharge: Discharge) => number {
  return ({ stretches }) => {
    const whole = stretches.reduce((sum, { seconds }) => sum + seconds, 0);
    const load = stretches.reduce((sum, { seconds, watts, percent }) => {
      return sum + seconds * ((unit === 'W' ? watts : percent) ?? 0);
    }, 0);
    return whole === 0 ? 0 : load / whole;
  };
}

/** What one discharge measured, counted back from where it ended: what is below that nobody saw. */
function measuredOf(learned: Learned, discharge: Discharge): Measured {
  const { begin, kind, stretches, temperature } = discharge;
  const last = stretches.at(-1);
  const points: { charge: number; seconds: number }[] = [];
  let seconds = last === undefined ? 0 : runtime(learned, last.to, 0, spent(learned, last.to)).likely;
  if (last !== undefined) points.push({ charge: last.to, seconds });
  for (const stretch of stretches.toReversed()) {
    seconds += asAsked(learned, stretch, temperature).seconds;
    points.push({ charge: stretch.from, seconds });
  }
  return {
    begin,
    kind,
    load: meanLoad(learned.load.unit)(discharge),
    seconds: stretches.reduce((sum, stretch) => sum + stretch.seconds, 0),
    points: points.toReversed(),
  };
}
