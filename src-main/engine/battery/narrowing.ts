/** What would tell more: discharges that nobody has made yet are pretended, and what would be learned from them. Pure. */
import type { Discharge, LoadRange, Narrowing, Range } from '../../../src-shared/contract/index.ts';
import { earlyShare } from './discharge.ts';
import { learn, type Learned } from './learning.ts';
import { runtime, spent } from './runtime.ts';

/**
 * Percent of charge to come down to. A calibration ends there by itself (apcupsd's manual, "Recalibrating the UPS
 * Runtime": 25 %); who pulls the plug should not come near the end, and at another load half of the charge tells enough.
 */
const DOWN_TO = { calibration: 25, plug: 30, otherLoad: 50 } as const;
/** Percent that a discharge must come further down than all before, to be called deeper. */
const DEEPER = 10;
/** What leaves more of a range than this (as a logarithm) is not worth an hour on battery. */
const WORTH = 0.85;
/** Percent of charge in one stretch, like those of real discharges. */
const STRETCH = 10;

/** What would narrow the ranges, at the present load first. `calibrates`: the UPS discharges itself when it is told to. */
export function narrowingOf(
  learned: Learned,
  discharges: readonly Discharge[],
  loads: readonly LoadRange[],
  calibrates: boolean,
): Narrowing[] {
  const lowest = Math.min(...learned.used.flatMap(({ stretches }) => stretches.map(({ to }) => to)));
  const to = calibrates ? DOWN_TO.calibration : DOWN_TO.plug;
  const deep = lowest - to >= DEEPER ? 'deeper' : 'again';
  const here = pretend(learned, discharges, calibrates ? 'calibration' : deep, to);
  const elsewhere = loads
    .filter(({ why }) => why === 'half' || why === 'double')
    .flatMap(({ load }) => {
      const there = learn(discharges, { ...learned.load, value: load }, learned.now);
      return there === undefined ? [] : pretend(there, discharges, 'other-load', DOWN_TO.otherLoad);
    })
    .toSorted((a, b) => left(a) - left(b))
    .slice(0, 1);
  return [...here, ...elsewhere].filter((each) => left(each) <= WORTH);
}

/** How much of the range would be left. */
function left({ now, after }: Narrowing): number {
  return width(after) / width(now);
}

/** Of a range, as a logarithm; endless where it begins with nothing. */
function width({ low, high }: Range): number {
  return Math.log(high / low);
}

/** One more discharge from full at the load of `learned`, which goes as is likely. */
function pretend(learned: Learned, discharges: readonly Discharge[], what: Narrowing['what'], to: number): Narrowing[] {
  const { load, used, now } = learned;
  const stretches: Discharge['stretches'] = [];
  for (let from = 100; from > to; from -= STRETCH) {
    const end = Math.max(to, from - STRETCH);
    const [begun, ended] = [spent(learned, from), spent(learned, end)];
    stretches.push({
      seconds: ended - begun,
      from,
      to: end,
      early: earlyShare(begun, ended),
      ...(load.unit === 'W' ? { watts: load.value } : { percent: load.value }),
    });
  }
  const pretended: Discharge = { begin: now, end: now, kind: 'test', interval: used.at(-1)?.interval ?? 0, stretches };
  const more = learn([...discharges, pretended], load, now);
  const before = runtime(learned, 100);
  if (more === undefined || before.low === 0) return [];
  return [{ what, load: load.value, to, now: before, after: runtime(more, 100) }];
}
