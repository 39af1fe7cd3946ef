/**
 * What the policy remembers of one UPS: whether it is on battery, for how long in all, and what its observations agree on.
 * Only new observations of a live link count, each by the time at which it was made; time passes on a clock that never
 * jumps. What counts of a mains that comes and goes is the time on battery: it adds up until mains has been stable.
 */
import type { DeviceState } from '../../../../src-shared/contract/index.ts';
import { APART, type Evidence, observed, onceOnly, type Sign, UNSEEN } from '../../../../src-shared/nut/index.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/index.ts';
import type { Triggers } from '../../../../src-shared/settings/protection.ts';
import type { PolicyMoment } from '../../base/parts.ts';
import { emptyGauge, measure } from './gauge.ts';
import type { Watch } from './memory.ts';
import { powerObserved, type Reading, readingOf, type Times, timesOf } from './reading.ts';
import { beginStretch, endStretch, stableFor } from './stretches.ts';

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
/** Two looks in a row: what is found at both is no matter of the moment between two answers. */
const TWICE = 2;

const NO_SIGNS: Watch['signs'] = {
  charge: UNSEEN,
  runtime: UNSEEN,
  lowBattery: UNSEEN,
  fault: UNSEEN,
  request: UNSEEN,
  off: UNSEEN,
};

/** A UPS of which nothing is known yet. */
export function unwatched(steady: number): Watch {
  return {
    firstSeen: steady,
    source: 'unknown',
    batteryReadings: 0,
    carried: 0,
    spent: 0,
    confirmed: false,
    mainsReadings: 0,
    relapses: 0,
    doubts: 0,
    signs: NO_SIGNS,
    gauge: emptyGauge(steady),
    lostTold: false,
  };
}

/** What a moment changed for one UPS. */
export type Turn = 'confirmed' | 'over' | 'lost';

/** Mains is there by more than one observation. */
export function mainsIsBack(watch: Watch): boolean {
  return watch.mainsReadings >= TWICE;
}

/** Its signs contradict each other, and did so when they were looked at again. */
export function inDoubt(watch: Watch): boolean {
  return watch.doubts >= TWICE;
}

/** A reading is waited for before anything is done with what was known before a sleep or a restart. */
export function awaited(watch: Watch, steady: number): boolean {
  return watch.voidSince !== undefined && steady - watch.voidSince < FRESH_WITHIN;
}

/** What was read before `steady` is void: the next observation that agrees decides. */
export function voided(before: Watch, steady: number): Watch {
  // Of what was not confirmed nobody knows whether it went on meanwhile.
  const watch = before.confirmed ? before : withoutBattery(before);
  const { charge, runtime, lowBattery, fault, request, off } = watch.signs;
  return {
    ...watch,
    voidSince: steady,
    batteryReadings: Math.min(watch.batteryReadings, 1),
    mainsReadings: 0,
    mainsSince: undefined,
    doubts: 0,
    doubtSince: undefined,
    signs: {
      charge: onceOnly(charge),
      runtime: onceOnly(runtime),
      lowBattery: onceOnly(lowBattery),
      fault: onceOnly(fault),
      request: onceOnly(request),
      off: onceOnly(off),
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
  const { steady } = moment;
  if (device.link !== 'live') return lose(before, device, rules, steady);
  const fresh = device.readAt !== undefined && device.readAt !== before.readAt;
  const seenAt = fresh ? steady : before.seenAt;
  const watch = read({ ...before, readAt: device.readAt, seenAt }, device, rules, moment);
  return settle(watch, rules, triggersFor(rules, device.id).charge.percent, steady);
}

/**
 * Without contact what observations agree on stays, and the clock goes on; a single one that said so is forgotten, for
 * nothing follows on it. Just after a restart of Mainstay nothing has been read yet, and that is no loss.
 */
function lose(
  before: Watch,
  device: DeviceState,
  rules: ProtectionSetting,
  steady: number,
): { readonly watch: Watch; readonly turn?: Turn } {
  const stays = before.confirmed || (before.source === 'battery' && agreed(before)) || awaited(before, steady);
  const kept = stays ? before : { ...withoutBattery(before), known: undefined };
  if (device.link !== 'stale' && before.source !== 'unknown' && !before.lostTold) {
    return { watch: { ...kept, lostTold: true, lostAt: steady }, turn: 'lost' };
  }
  // That mains is stable nobody can see now.
  return kept.source === 'battery'
    ? settle(kept, rules, triggersFor(rules, device.id).charge.percent, steady)
    : { watch: kept };
}

function read(before: Watch, device: DeviceState, rules: ProtectionSetting, moment: PolicyMoment): Watch {
  const { steady } = moment;
  const evidence: Evidence | undefined = moment.evidence?.get(device.id);
  const reading = readingOf(device);
  const times = timesOf(evidence, before.seenAt);
  const signs = count(before.signs, reading, triggersFor(rules, device.id), times);
  const at = powerObserved(reading, times);
  const testSince = reading.testing ? (before.testSince ?? steady) : undefined;
  const gauge = measure(before, reading, times, steady);
  const base: Watch = { ...before, testSince, signs, gauge, lostTold: false, lostAt: undefined };
  // Nothing new about the power; of a restart or a sleep nothing counts that was observed before it.
  if (at === undefined || at <= (before.powerAt ?? Number.NEGATIVE_INFINITY)) return base;
  if (before.voidSince !== undefined && at <= before.voidSince) return base;
  return powered({ ...base, powerAt: at, voidSince: undefined }, reading, at, moment);
}

/** Takes in an observation of where the power comes from. */
function powered(watch: Watch, reading: Reading, at: number, moment: PolicyMoment): Watch {
  const { source } = reading.power;
  const sure: Watch = { ...watch, doubts: 0, doubtSince: undefined };
  // Where nobody knows what carries the load, what was known last goes on, and so does its clock.
  if (source === 'unknown') return sure;
  if (source === 'doubt') {
    return { ...watch, doubts: watch.doubts + 1, doubtSince: watch.doubtSince ?? at, doubtLast: at };
  }
  if (source === 'mains') {
    const mainsReadings = sure.mainsReadings + 1;
    const known = mainsReadings >= TWICE ? ('mains' as const) : sure.known;
    return { ...endStretch(sure, at), source, known, mainsReadings, mainsSince: sure.mainsSince ?? at };
  }
  const away: Watch = { ...sure, source, mainsReadings: 0, mainsSince: undefined };
  // A UPS that tests its battery has mains, and holds as well as one that is on it.
  if (!sure.confirmed && excused(away, reading, moment.steady)) {
    return { ...withoutBattery(away), source, known: 'mains', signs: away.signs };
  }
  const begun = beginStretch(away, at, moment);
  return { ...begun, known: agreed(begun) ? 'battery' : begun.known };
}

/** That the battery carries is said by two observations, some seconds apart, between which mains was never stable. */
function agreed({ batterySince, batteryLast, batteryReadings }: Watch): boolean {
  return batteryReadings >= TWICE && (batteryLast ?? 0) - (batterySince ?? 0) >= APART;
}

/**
 * Whether a running test explains that the battery carries. Not when the UPS itself says that mains is away, not for
 * longer than a test takes, and not when the battery stays low, for then it would end by itself: a word that is stuck
 * must never hide an outage (networkupstools/nut#2168).
 */
function excused(watch: Watch, { input, words }: Reading, steady: number): boolean {
  if (watch.testSince === undefined || input === 'away') return false;
  const { lowBattery, charge } = watch.signs;
  const { testSince } = watch;
  // What was low on mains already may be charging still; only what stays low through the test counts.
  const lasted = (sign: Sign): number => (sign.count === 0 ? 0 : steady - Math.max(sign.since, testSince));
  const limit = input === 'there' ? TEST_LIMIT_WITH_MAINS : TEST_LIMIT;
  if (steady - testSince >= limit || lasted(lowBattery) >= LOW_FOR) return false;
  if (input === 'there') return true;
  return !words.has('LB') && lasted(charge) < LOW_CHARGE_FOR;
}

/** Whether time has made an outage of it, or ended it. */
function settle(
  watch: Watch,
  rules: ProtectionSetting,
  limit: number,
  steady: number,
): { readonly watch: Watch; readonly turn?: Turn } {
  if (watch.batterySince === undefined) return { watch };
  if (watch.source === 'mains') {
    const stable = watch.mainsSince !== undefined && steady - watch.mainsSince >= stableFor(watch, rules, limit);
    if (stable && mainsIsBack(watch)) {
      const over = { ...withoutBattery(watch), stableAt: steady };
      return watch.confirmed ? { watch: over, turn: 'over' } : { watch: over };
    }
  }
  if (watch.confirmed || !agreed(watch)) return { watch };
  if (carriedIn(watch, steady) < rules.confirmSeconds * 1000) return { watch };
  return { watch: { ...watch, confirmed: true }, turn: 'confirmed' };
}

/** Milliseconds for which the battery has carried since mains was last stable; 0 where it has not. */
export function carriedIn({ carried, stretchSince }: Watch, steady: number): number {
  return carried + (stretchSince === undefined ? 0 : steady - stretchSince);
}

function withoutBattery(watch: Watch): Watch {
  const { request, off } = watch.signs;
  const { spent, carried, ...rest } = watch;
  return {
    ...rest,
    spent: spent + carried,
    carried: 0,
    batterySince: undefined,
    batteryBegan: undefined,
    batteryLast: undefined,
    stretchSince: undefined,
    confirmed: false,
    batteryReadings: 0,
    signs: { ...NO_SIGNS, request, off },
  };
}

/** The triggers that count for a UPS: its own, or those of all. */
export function triggersFor(rules: ProtectionSetting, device: string): Triggers {
  return rules.triggersOf[device] ?? rules.triggers;
}

/** Takes in an observation, where there was one. */
function next(sign: Sign, says: boolean, at: number | undefined): Sign {
  return at === undefined ? sign : observed(sign, says, at);
}

/**
 * When the fault was last observed, or that there is none: an overload by its word, an alarm by its text or by the word
 * beside it, whichever was seen last. A status that says nothing of an alarm does not repeat the text of an earlier one.
 */
function faultObserved({ words, fault }: Reading, times: Times): number | undefined {
  if (words.has('OVER')) return times.ofWord('OVER');
  const byWord = times.ofWord('ALARM');
  if (fault === undefined) return byWord;
  const seen = [times.of('ups.alarm'), words.has('ALARM') ? byWord : undefined].filter((at) => at !== undefined);
  return seen.length === 0 ? undefined : Math.max(...seen);
}

/** A value that is missing, or impossible, says nothing to the contrary: the one before it is only not confirmed. */
function count(before: Watch['signs'], reading: Reading, triggers: Triggers, times: Times): Watch['signs'] {
  const { charge, runtime, words, fault, off } = reading;
  return {
    charge: next(before.charge, charge !== undefined && charge <= triggers.charge.percent, times.of('battery.charge')),
    runtime: next(
      before.runtime,
      runtime !== undefined && runtime <= triggers.runtime.seconds,
      times.of('battery.runtime'),
    ),
    lowBattery: next(before.lowBattery, words.has('LB'), times.ofWord('LB')),
    fault: next(before.fault, fault !== undefined, faultObserved(reading, times)),
    request: next(before.request, words.has('FSD'), times.ofWord('FSD')),
    off: next(before.off, off, times.ofWord('OFF')),
  };
}
