/**
 * What the policy remembers of one UPS: whether it is on battery, how long, and how often in a row a reading said so.
 * Only new readings of a live link count; time passes on a clock that never jumps.
 */
import type { DeviceState } from '../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../src-shared/settings.ts';
import type { PolicyMoment } from '../parts.ts';

/** Readings that must agree, one after the other, before anything follows from them. */
const AGREEING = 2;
/**
 * Readings closer than this are parts of one poll (status first, the rest after it): the values of the first are still
 * there in the second, so it proves nothing. Milliseconds.
 */
const SAME_POLL = 400;
/** How long a self-test or calibration excuses a UPS for being on battery. Longer, and the word is stuck. Milliseconds. */
export const TEST_LIMIT = 30 * 60_000;

/** Which readings of one UPS have, in a row, said what a trigger asks for. */
export interface Streaks {
  readonly charge: number;
  readonly runtime: number;
  readonly lowBattery: number;
}

const NO_STREAKS: Streaks = { charge: 0, runtime: 0, lowBattery: 0 };

/** One UPS, as remembered between two moments. `...Since` are on the steady clock unless they say otherwise. */
export interface Watch {
  readonly readAt?: number;
  readonly countedAt?: number;
  /** What the last reading that said anything said. */
  readonly source: 'unknown' | 'mains' | 'battery';
  /** When the battery began to carry: steady, and in milliseconds since 1970. */
  readonly batterySince?: number;
  readonly batteryBegan?: number;
  readonly batteryReadings: number;
  /** The outage is real: it lasted the confirmation delay and more than one reading told so. */
  readonly confirmed: boolean;
  readonly mainsSince?: number;
  readonly mainsReadings: number;
  /** Since when the UPS says, without a break, that it is testing or calibrating. */
  readonly testSince?: number;
  readonly streaks: Streaks;
  /** Contact was there and is gone; told once. */
  readonly lostTold: boolean;
}

/** A UPS of which nothing is known yet. */
export const UNWATCHED: Watch = {
  source: 'unknown',
  batteryReadings: 0,
  confirmed: false,
  mainsReadings: 0,
  streaks: NO_STREAKS,
  lostTold: false,
};

/** What a moment changed for one UPS. */
export type Turn = 'confirmed' | 'over' | 'lost';

/** Whether a streak is long enough to believe. */
export function agreed(streak: number): boolean {
  return streak >= AGREEING;
}

/** Mains is there by more than one reading. */
export function mainsIsBack(watch: Watch): boolean {
  return agreed(watch.mainsReadings);
}

/** Takes in what a moment says of a UPS. Never changes `before`. */
export function observe(
  before: Watch,
  device: DeviceState,
  rules: ProtectionSetting,
  moment: PolicyMoment,
): { readonly watch: Watch; readonly turn?: Turn } {
  if (device.link !== 'live') return lose(before, device);
  const fresh = device.readAt !== undefined && device.readAt !== before.readAt;
  const watch = fresh ? read(before, device, rules, moment) : before;
  return settle(watch, rules, moment.steady);
}

/** Without contact the confirmed state stays; what was not confirmed is forgotten, for its readings no longer follow on another. */
function lose(before: Watch, device: DeviceState): { readonly watch: Watch; readonly turn?: Turn } {
  const kept = before.confirmed ? before : withoutBattery(before);
  if (device.link === 'stale' || before.source === 'unknown' || before.lostTold) return { watch: kept };
  return { watch: { ...kept, lostTold: true }, turn: 'lost' };
}

function read(before: Watch, device: DeviceState, rules: ProtectionSetting, moment: PolicyMoment): Watch {
  const { steady, now } = moment;
  const at = device.readAt === undefined ? {} : { readAt: device.readAt };
  if (before.countedAt !== undefined && steady - before.countedAt < SAME_POLL) return { ...before, ...at };
  const words = statusWords(device);
  const onMains = words.has('OL');
  const onBattery = words.has('OB');
  const { testSince: testedSince, ...rest } = before;
  const testing = words.has('TEST') || words.has('CAL');
  const testSince = testing ? (testedSince ?? steady) : undefined;
  const base: Watch = {
    ...rest,
    ...at,
    countedAt: steady,
    lostTold: false,
    ...(testSince === undefined ? {} : { testSince }),
  };
  // Neither word, or both: the reading says nothing about mains.
  if (onMains === onBattery) return { ...base, streaks: NO_STREAKS };
  if (onMains) {
    return {
      ...base,
      source: 'mains',
      mainsReadings: before.mainsReadings + 1,
      mainsSince: before.mainsSince ?? steady,
      streaks: NO_STREAKS,
    };
  }
  // A test that ends at low battery is over at its next reading; low battery that lasts is no test.
  const excused = !before.confirmed && testSince !== undefined && steady - testSince < TEST_LIMIT && !words.has('LB');
  const { mainsSince: _, ...carried } = base;
  if (excused) return { ...withoutBattery(carried), source: 'battery', mainsReadings: 0 };
  return {
    ...carried,
    source: 'battery',
    mainsReadings: 0,
    batteryReadings: before.batteryReadings + 1,
    batterySince: before.batterySince ?? steady,
    batteryBegan: before.batteryBegan ?? now,
    streaks: count(before.streaks, device, rules, words),
  };
}

/** Whether time has made an outage of it, or ended it. */
function settle(
  watch: Watch,
  rules: ProtectionSetting,
  steady: number,
): { readonly watch: Watch; readonly turn?: Turn } {
  if (watch.source === 'mains') {
    // Two readings end it, as two began it; before it was confirmed there is nothing to end.
    const stable = watch.mainsSince !== undefined && steady - watch.mainsSince >= rules.mainsStableSeconds * 1000;
    if (!watch.confirmed) return { watch: watch.batterySince === undefined ? watch : withoutBattery(watch) };
    return stable && mainsIsBack(watch) ? { watch: withoutBattery(watch), turn: 'over' } : { watch };
  }
  if (watch.confirmed || watch.batterySince === undefined || !agreed(watch.batteryReadings)) return { watch };
  if (steady - watch.batterySince < rules.confirmSeconds * 1000) return { watch };
  return { watch: { ...watch, confirmed: true }, turn: 'confirmed' };
}

function withoutBattery(watch: Watch): Watch {
  const { batterySince: _since, batteryBegan: _began, ...rest } = watch;
  return { ...rest, confirmed: false, batteryReadings: 0, streaks: NO_STREAKS };
}

/** A reading that misses a value, or has an impossible one, breaks its streak. */
function count(before: Streaks, device: DeviceState, rules: ProtectionSetting, words: ReadonlySet<string>): Streaks {
  const charge = plausible(device, 'battery.charge');
  const runtime = plausible(device, 'battery.runtime');
  const { triggers } = rules;
  return {
    charge: charge !== undefined && charge <= triggers.charge.percent ? before.charge + 1 : 0,
    runtime: runtime !== undefined && runtime <= triggers.runtime.seconds ? before.runtime + 1 : 0,
    lowBattery: words.has('LB') ? before.lowBattery + 1 : 0,
  };
}

/** The number that a UPS reports, if it reports one that can be: percent from 0 to 100, seconds from 0. */
export function plausible(device: DeviceState, name: 'battery.charge' | 'battery.runtime'): number | undefined {
  const value = device.values[name];
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return undefined;
  return name === 'battery.charge' && value > 100 ? undefined : value;
}

/** The words of `ups.status`; none when it is not reported. */
export function statusWords(device: DeviceState): ReadonlySet<string> {
  const status = device.values['ups.status'];
  return new Set(typeof status === 'string' ? status.split(' ').filter((word) => word !== '') : []);
}
