/**
 * What the policy remembers of one UPS: whether it is on battery, how long, and how often in a row a reading said so.
 * Only new readings of a live link count; time passes on a clock that never jumps.
 */
import type { DeviceState } from '../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../src-shared/settings.ts';
import type { Triggers } from '../../../src-shared/settings-protection.ts';
import type { PolicyMoment } from '../parts.ts';
import { emptyGauge, measure } from './gauge.ts';
import type { Streak, Watch } from './memory.ts';
import { type Reading, readingOf } from './reading.ts';

/** Readings that must agree, one after the other, before anything follows from them. */
const AGREEING = 2;
/**
 * Readings closer than this are parts of one poll (status first, the rest after it): the values of the first are still
 * there in the second, so it proves nothing. Milliseconds.
 */
const SAME_POLL = 400;
/**
 * How long a self-test or calibration excuses a UPS for being on battery; longer, and the word is stuck. Where the UPS
 * itself reports that mains is there, a calibration of hours may be one. Milliseconds.
 */
export const TEST_LIMIT = 30 * 60_000;
const TEST_LIMIT_WITH_MAINS = 4 * 3_600_000;
/** A low battery or charge that lasts for so long is no part of a test. Milliseconds. */
const LOW_FOR = 30_000;
const LOW_CHARGE_FOR = 60_000;
/** Without contact for so long after a sleep or a restart, the state from before it stands. Milliseconds. */
const FRESH_WITHIN = 30_000;

const NONE: Streak = { count: 0, since: 0 };
const NO_STREAKS: Watch['streaks'] = {
  charge: NONE,
  runtime: NONE,
  lowBattery: NONE,
  fault: NONE,
  request: NONE,
  off: NONE,
};

/** A UPS of which nothing is known yet. */
export function unwatched(steady: number): Watch {
  return {
    firstSeen: steady,
    source: 'unknown',
    batteryReadings: 0,
    confirmed: false,
    mainsReadings: 0,
    streaks: NO_STREAKS,
    gauge: emptyGauge(steady),
    lostTold: false,
  };
}

/** What a moment changed for one UPS. */
export type Turn = 'confirmed' | 'over' | 'lost';

/** Whether a streak is long enough to believe. */
export function agreed(streak: Streak): boolean {
  return streak.count >= AGREEING;
}

/** Mains is there by more than one reading. */
export function mainsIsBack(watch: Watch): boolean {
  return watch.mainsReadings >= AGREEING;
}

/** A reading is waited for before anything is done with what was known before a sleep or a restart. */
export function awaited(watch: Watch, steady: number): boolean {
  return watch.voidSince !== undefined && steady - watch.voidSince < FRESH_WITHIN;
}

/** What was read before `steady` is void: the next reading that agrees decides. */
export function voided(before: Watch, steady: number): Watch {
  // Of what was not confirmed nobody knows whether it went on meanwhile.
  const watch = before.confirmed ? before : withoutBattery(before);
  const fewer = (streak: Streak): Streak => ({ ...streak, count: Math.min(streak.count, AGREEING - 1) });
  const { charge, runtime, lowBattery, fault, request, off } = watch.streaks;
  return {
    ...watch,
    voidSince: steady,
    batteryReadings: Math.min(watch.batteryReadings, AGREEING - 1),
    mainsReadings: 0,
    mainsSince: undefined,
    streaks: {
      charge: fewer(charge),
      runtime: fewer(runtime),
      lowBattery: fewer(lowBattery),
      fault: fewer(fault),
      request: fewer(request),
      off: fewer(off),
    },
  };
}

/** Takes in what a moment says of a UPS. Never changes `before`. */
export function observe(
  before: Watch,
  device: DeviceState,
  rules: ProtectionSetting,
  moment: PolicyMoment,
): { readonly watch: Watch; readonly turn?: Turn } {
  if (device.link !== 'live') return lose(before, device, moment.steady);
  const fresh = device.readAt !== undefined && device.readAt !== before.readAt;
  const watch = fresh ? read(before, device, rules, moment) : before;
  return settle(watch, rules, moment.steady);
}

/**
 * Without contact the confirmed state stays; what was not confirmed is forgotten, for its readings no longer follow on
 * another. Just after a restart of Mainstay nothing has been read yet, and that is no loss.
 */
function lose(before: Watch, device: DeviceState, steady: number): { readonly watch: Watch; readonly turn?: Turn } {
  const kept = before.confirmed || awaited(before, steady) ? before : { ...withoutBattery(before), known: undefined };
  if (device.link === 'stale' || before.source === 'unknown' || before.lostTold) return { watch: kept };
  return { watch: { ...kept, lostTold: true }, turn: 'lost' };
}

function read(before: Watch, device: DeviceState, rules: ProtectionSetting, moment: PolicyMoment): Watch {
  const { steady, now } = moment;
  const at = { readAt: device.readAt };
  if (before.countedAt !== undefined && steady - before.countedAt < SAME_POLL) return { ...before, ...at };
  const reading = readingOf(device);
  const streaks = count(before.streaks, reading, triggersFor(rules, device.id), steady);
  const base: Watch = {
    ...before,
    ...at,
    countedAt: steady,
    voidSince: undefined,
    lostTold: false,
    testSince: reading.testing ? (before.testSince ?? steady) : undefined,
    streaks,
    gauge: measure(before.gauge, reading, before.batterySince, steady),
  };
  if (reading.power === undefined) {
    return { ...base, streaks: { ...NO_STREAKS, request: streaks.request, off: streaks.off } };
  }
  if (reading.power === 'mains') {
    const mainsReadings = before.mainsReadings + 1;
    return {
      ...base,
      source: 'mains',
      known: mainsReadings >= AGREEING ? 'mains' : before.known,
      mainsReadings,
      mainsSince: before.mainsSince ?? steady,
      streaks: { ...NO_STREAKS, request: streaks.request, off: streaks.off },
    };
  }
  const away = { ...base, source: 'battery' as const, mainsReadings: 0, mainsSince: undefined };
  // A UPS that tests its battery has mains, and holds as well as one that is on it.
  if (!before.confirmed && excused(base, reading, steady)) return { ...withoutBattery(away), known: 'mains', streaks };
  const batteryReadings = before.batteryReadings + 1;
  return {
    ...away,
    known: batteryReadings >= AGREEING ? 'battery' : before.known,
    batteryReadings,
    batterySince: before.batterySince ?? steady,
    batteryBegan: before.batteryBegan ?? now,
  };
}

/**
 * Whether a running test explains that the battery carries. Not when the UPS itself says that mains is away, not for
 * longer than a test takes, and not when the battery stays low, for then it would end by itself: a word that is stuck
 * must never hide an outage (networkupstools/nut#2168).
 */
function excused(watch: Watch, { input, words }: Reading, steady: number): boolean {
  if (watch.testSince === undefined || input === 'away') return false;
  const { lowBattery, charge } = watch.streaks;
  const limit = input === 'there' ? TEST_LIMIT_WITH_MAINS : TEST_LIMIT;
  if (steady - watch.testSince >= limit) return false;
  if (lowBattery.count > 0 && steady - lowBattery.since >= LOW_FOR) return false;
  if (input === 'there') return true;
  return !words.has('LB') && !(charge.count > 0 && steady - charge.since >= LOW_CHARGE_FOR);
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
  if (watch.confirmed || watch.batterySince === undefined || watch.batteryReadings < AGREEING) return { watch };
  if (steady - watch.batterySince < rules.confirmSeconds * 1000) return { watch };
  return { watch: { ...watch, confirmed: true }, turn: 'confirmed' };
}

function withoutBattery(watch: Watch): Watch {
  const { request, off } = watch.streaks;
  return {
    ...watch,
    batterySince: undefined,
    batteryBegan: undefined,
    confirmed: false,
    batteryReadings: 0,
    streaks: { ...NO_STREAKS, request, off },
  };
}

/** The triggers that count for a UPS: its own, or those of all. */
export function triggersFor(rules: ProtectionSetting, device: string): Triggers {
  return rules.triggersOf[device] ?? rules.triggers;
}

/** A reading that misses a value, or has an impossible one, breaks its streak. */
function count(before: Watch['streaks'], reading: Reading, triggers: Triggers, steady: number): Watch['streaks'] {
  const { charge, runtime, words, fault, off } = reading;
  const next = (streak: Streak, holds: boolean): Streak =>
    holds ? { count: streak.count + 1, since: streak.count === 0 ? steady : streak.since } : NONE;
  return {
    charge: next(before.charge, charge !== undefined && charge <= triggers.charge.percent),
    runtime: next(before.runtime, runtime !== undefined && runtime <= triggers.runtime.seconds),
    lowBattery: next(before.lowBattery, words.has('LB')),
    fault: next(before.fault, fault !== undefined),
    request: next(before.request, words.has('FSD')),
    off: next(before.off, off),
  };
}
