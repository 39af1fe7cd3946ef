import type { Internals } from './internals.ts';
import {
  batteryTemperatureTarget,
  calendarDate,
  initialInternals,
  isCharging,
  isLow,
  presentCurve,
  temperatureTarget,
} from './internals.ts';
import { charged, rested } from './battery.ts';
import { DEFAULT_PROFILE } from './profiles.ts';
import { endTest, holdOffEnds, nextEventAt, settle, turnOn } from './settle.ts';
import { snapshot } from './snapshot.ts';
import { settleTerminals } from './terminals.ts';
import type { ForcedState, UpsModel, UpsProfile } from './types.ts';

/** Seconds of a quick test (Megatec 2.7, "Test for 10 seconds"). */
const QUICK_TEST_SECONDS = 10;
/** Seconds in which battery and electronics come two thirds of the way to their new temperature. */
const BATTERY_TEMPERATURE_TIME = 1200;
const TEMPERATURE_TIME = 600;
/** No health at all would be no battery at all; arithmetic needs something left. */
const LEAST_HEALTH = 0.01;

/**
 * Makes a simulated UPS: `profile` overrides parts of `DEFAULT_PROFILE`, `initial` parts of a healthy state on mains.
 * Its time stands still except in `advance`. Throws `RangeError` on numbers that are not finite or impossible: user
 * input is checked before (`forcedStateSchema`).
 */
export function createUpsModel(profile: Partial<UpsProfile> = {}, initial: ForcedState = {}): UpsModel {
  const ups = initialInternals({ ...DEFAULT_PROFILE, ...profile });
  force(ups, initial);
  settleTerminals(ups);
  ups.batteryTemperature = initial.batteryTemperature ?? batteryTemperatureTarget(ups);
  ups.temperature = initial.temperature ?? temperatureTarget(ups);

  /** Does it, having first taken notice of what the world did; answers whether it was accepted. */
  const attempt = (action: () => boolean): boolean => {
    settle(ups);
    const accepted = action();
    settle(ups);
    return accepted;
  };

  const startTest = (kind: 'quick' | 'deep' | 'timed' | 'calibration', seconds: number | null): boolean =>
    attempt(() => {
      if (ups.source !== 'mains' || ups.world.fault || isLow(ups)) return false;
      ups.test = { kind, since: ups.time, endsAt: seconds === null ? null : ups.time + seconds };
      return true;
    });

  return {
    profile: ups.profile,
    world: ups.world,
    state() {
      settle(ups);
      return snapshot(ups);
    },
    advance(seconds) {
      if (!isDuration(seconds)) throw new RangeError(`Time cannot advance by ${seconds} s.`);
      settle(ups);
      const end = ups.time + seconds;
      while (ups.time < end) {
        const next = Math.min(end, nextEventAt(ups));
        pass(ups, next - ups.time);
        ups.time = next;
        settle(ups);
      }
    },
    force(state) {
      settle(ups);
      force(ups, state);
    },

    startTest: (kind) => startTest(kind, kind === 'quick' ? QUICK_TEST_SECONDS : null),
    startTimedTest: (seconds) => isDuration(seconds) && seconds > 0 && startTest('timed', seconds),
    cancelTest: () =>
      attempt(() => {
        if (ups.test === null) return false;
        endTest(ups, 'aborted');
        return true;
      }),

    setBeeper: (beeper) =>
      attempt(() => {
        // RFC 1628, upsConfigAudibleStatus: muting is accepted but without effect while nothing sounds.
        const sounding = ups.beeper === 'enabled' && ups.alarms.trim() !== '';
        if (beeper !== 'muted' || sounding) ups.beeper = beeper;
        return true;
      }),
    setDelay: (which, seconds) =>
      attempt(() => {
        if (!isDuration(seconds)) return false;
        ups.delays[which] = seconds;
        return true;
      }),

    shutdown: (offIn, then) =>
      attempt(() => {
        if (ups.offSince !== null || !isDuration(offIn) || (then.onIn !== null && !isDuration(then.onIn))) return false;
        ups.pending = { offAt: ups.time + offIn, afterwards: { ...then } };
        ups.mainsFailed = ups.trouble !== null;
        return true;
      }),
    cancelShutdown: () =>
      attempt(() => {
        if (ups.pending !== null) {
          ups.pending = null;
          return true;
        }
        // Megatec 2.7, "Cancel Shutdown Command": while it waits to restore, the output is turned on if there is mains.
        if (ups.offSince === null || ups.trouble !== null) return false;
        ups.restart = { at: holdOffEnds(ups), returnWithMains: true, coldStart: false };
        return true;
      }),
    switchOn: (inSeconds) =>
      attempt(() => {
        if (!isDuration(inSeconds)) return false;
        if (ups.offSince === null) return true;
        if (ups.trouble !== null && (isLow(ups) || ups.world.fault)) return false;
        if (inSeconds === 0) turnOn(ups);
        else ups.restart = { at: ups.time + inSeconds, returnWithMains: true, coldStart: true };
        return true;
      }),
    switchOutlet: (id, on, inSeconds) =>
      attempt(() => {
        const outlet = ups.outlets.find((each) => each.id === id);
        if (outlet === undefined || !isDuration(inSeconds)) return false;
        if (on) outlet.onAt = ups.time + inSeconds;
        else outlet.offAt = ups.time + inSeconds;
        return true;
      }),
    setBypass: (on) =>
      attempt(() => {
        if (ups.profile.topology !== 'online') return false;
        ups.world.bypass = on;
        return true;
      }),
    replaceBattery() {
      settle(ups);
      ups.health = 1;
      ups.charge = 1;
      ups.stranded = 0;
      ups.replace = false;
      ups.testResult = 'none';
      ups.installed = calendarDate(ups.time);
      settle(ups);
    },
    resetExtremes() {
      ups.extremes = { low: ups.world.mainsVoltage, high: ups.world.mainsVoltage, fault: null };
      settle(ups);
    },
  };
}

function isDuration(seconds: number): boolean {
  return Number.isFinite(seconds) && seconds >= 0;
}

/** Lets time pass in which nothing happens; every formula is exact for any length. */
function pass(ups: Internals, seconds: number): void {
  if (ups.source === 'battery') {
    Object.assign(ups, presentCurve(ups).after(ups, seconds));
    // On mains, as during a test, settling makes it zero again.
    ups.outageSeconds += seconds;
  } else if (isCharging(ups)) {
    Object.assign(ups, charged(ups, ups, seconds));
  } else Object.assign(ups, rested(ups, seconds));
  ups.batteryTemperature = relax(
    ups.batteryTemperature,
    batteryTemperatureTarget(ups),
    seconds / BATTERY_TEMPERATURE_TIME,
  );
  ups.temperature = relax(ups.temperature, temperatureTarget(ups), seconds / TEMPERATURE_TIME);
}

function relax(from: number, to: number, times: number): number {
  return to + (from - to) * Math.exp(-times);
}

function force(ups: Internals, state: ForcedState): void {
  for (const [name, value] of Object.entries(state)) {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${name} cannot be ${value}.`);
  }
  const { world } = ups;
  if (state.charge !== undefined) {
    ups.charge = Math.min(Math.max(state.charge / 100, 0), 1);
    ups.stranded = 0;
  }
  if (state.health !== undefined) ups.health = Math.min(Math.max(state.health, LEAST_HEALTH), 1);
  ups.batteryTemperature = state.batteryTemperature ?? ups.batteryTemperature;
  ups.temperature = state.temperature ?? ups.temperature;
  ups.testResult = state.testResult ?? ups.testResult;
  ups.replace = state.replace ?? ups.replace;
  world.mainsVoltage = state.mainsVoltage ?? world.mainsVoltage;
  world.mainsFrequency = state.mainsFrequency ?? world.mainsFrequency;
  world.load = state.load ?? world.load;
  world.powerFactor = state.powerFactor ?? world.powerFactor;
  world.fault = state.fault ?? world.fault;
  world.bypass = state.bypass ?? world.bypass;
  world.linkLost = state.linkLost ?? world.linkLost;
  // A changed world is an event that ends a mute; a mute that is forced comes after it.
  settle(ups);
  ups.beeper = state.beeper ?? ups.beeper;
}
