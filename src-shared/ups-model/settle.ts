/** What happens at one moment: timers that are due, mains that changed, where the load hangs. Takes no time. */
import type { Internals, Restart } from './internals.ts';
import { isLow, loadPercent, NOW, presentCurve, secondsToLow } from './internals.ts';
import { mainsTrouble } from './mains.ts';
import { watchTerminals } from './terminals.ts';
import type { World } from './types.ts';

/** Seconds that the output stays off at least, and that mains must be back, before it returns with mains (Megatec 2.7, "Shutdown Command"). */
const HOLD_OFF = 10;
/** Seconds that an overload is borne; none above the second figure (percent). */
const OVERLOAD_SECONDS = 10;
const OVERLOAD_AT_ONCE = 150;
/** Battery health below which a test fails, and below which it warns. */
const HEALTH_FAILS = 0.5;
const HEALTH_WARNS = 0.6;

/** Brings everything in line with the present moment and the present world. Calling it twice changes nothing more. */
export function settle(ups: Internals): void {
  checkWorld(ups.world);
  watchMains(ups);
  switchOutlets(ups);
  watchOverload(ups);
  if (ups.pending !== null && ups.time >= ups.pending.offAt) turnOff(ups, null);
  if (ups.time >= restartAt(ups)) turnOn(ups);
  watchTest(ups);
  chooseSource(ups);
  watchTerminals(ups);
  endMute(ups);
}

/** The next moment at which something happens on its own, as long as the world stays as it is; infinity when nothing will. */
export function nextEventAt(ups: Internals): number {
  let next = restartAt(ups);
  const consider = (at: number | null | undefined): void => {
    if (at !== null && at !== undefined && at > ups.time && at < next) next = at;
  };
  consider(ups.pending?.offAt);
  consider(ups.test?.endsAt);
  for (const outlet of ups.outlets) {
    consider(outlet.offAt);
    consider(outlet.onAt);
  }
  consider(overloadEndsAt(ups));
  if (ups.source === 'battery') {
    const low = secondsToLow(ups);
    if (low > NOW) consider(ups.time + low);
    consider(ups.time + presentCurve(ups).runtime(ups.charge));
  }
  return next;
}

/** Turns the output off now. What follows is what the pending shutdown says, else `otherwise`, else it stays off. */
export function turnOff(ups: Internals, otherwise: Restart | null): void {
  const afterwards = ups.pending?.afterwards;
  ups.pending = null;
  ups.offSince = ups.time;
  if (afterwards === undefined) ups.restart = otherwise;
  else {
    const at = afterwards.onIn === null ? null : ups.time + afterwards.onIn;
    ups.restart = { at, returnWithMains: afterwards.returnWithMains, coldStart: false };
  }
}

/** Turns the output on now. */
export function turnOn(ups: Internals): void {
  ups.offSince = null;
  ups.restart = null;
}

/** The earliest moment at which an output that is off may be turned on by a cancelled shutdown. */
export function holdOffEnds(ups: Internals): number {
  return Math.max(ups.time, (ups.offSince ?? ups.time) + HOLD_OFF);
}

/** Ends the running test with this result. */
export function endTest(ups: Internals, result: Internals['testResult']): void {
  ups.test = null;
  ups.testResult = result;
  if (result === 'failed') ups.replace = true;
  if (result === 'passed') ups.replace = false;
}

function checkWorld(world: World): void {
  const { mainsVoltage, mainsFrequency, load, powerFactor, ambient } = world;
  const plausible = mainsVoltage >= 0 && mainsFrequency >= 0 && load >= 0 && powerFactor > 0 && powerFactor <= 1;
  if (!plausible || !Number.isFinite(mainsVoltage + mainsFrequency + load + ambient)) {
    throw new RangeError(`The simulated world is impossible: ${JSON.stringify(world)}.`);
  }
}

function watchMains(ups: Internals): void {
  const { mainsVoltage, mainsFrequency } = ups.world;
  const before = ups.trouble;
  ups.trouble = mainsTrouble(ups.profile, mainsVoltage, mainsFrequency, before !== null);
  if (before !== null && ups.trouble === null) ups.mainsBackAt = ups.time;
  if (ups.trouble !== null) ups.mainsFailed = true;
  else ups.outageSeconds = 0;
  ups.extremes.low = Math.min(ups.extremes.low, mainsVoltage);
  ups.extremes.high = Math.max(ups.extremes.high, mainsVoltage);
}

function switchOutlets(ups: Internals): void {
  for (const outlet of ups.outlets) {
    const offDue = outlet.offAt !== null && ups.time >= outlet.offAt;
    const onDue = outlet.onAt !== null && ups.time >= outlet.onAt;
    // Both can be due at once; then the later of the two orders wins.
    if (offDue && onDue) outlet.on = (outlet.onAt ?? 0) >= (outlet.offAt ?? 0);
    else if (offDue || onDue) outlet.on = onDue;
    if (offDue) outlet.offAt = null;
    if (onDue) outlet.onAt = null;
  }
}

function isOverloaded(ups: Internals): boolean {
  return loadPercent(ups) > 100 + 1e-9;
}

function watchOverload(ups: Internals): void {
  if (isOverloaded(ups)) ups.overloadSince ??= ups.time;
  else ups.overloadSince = null;
  if (ups.profile.topology !== 'online' || ups.overloadSince === null) ups.overloadBypass = false;
  else if (ups.time >= ups.overloadSince + overloadPatience(ups)) ups.overloadBypass = true;
}

function overloadPatience(ups: Internals): number {
  return loadPercent(ups) > OVERLOAD_AT_ONCE ? 0 : OVERLOAD_SECONDS;
}

/** When the present overload has been borne long enough: an online UPS goes to bypass, a battery gives up. */
function overloadEndsAt(ups: Internals): number | null {
  if (ups.overloadSince === null) return null;
  const since = ups.carrying === 'outage' ? Math.max(ups.overloadSince, ups.carryingSince) : ups.overloadSince;
  return since + overloadPatience(ups);
}

function restartAt(ups: Internals): number {
  const { offSince, restart } = ups;
  if (offSince === null || restart === null) return Number.POSITIVE_INFINITY;
  const mains = ups.trouble === null;
  if (restart.at !== null) {
    const powered = mains || (restart.coldStart && !isLow(ups));
    return powered ? Math.max(restart.at, ups.time) : Number.POSITIVE_INFINITY;
  }
  if (!restart.returnWithMains || !mains || !ups.mainsFailed) return Number.POSITIVE_INFINITY;
  return Math.max(offSince, ups.mainsBackAt) + HOLD_OFF;
}

function watchTest(ups: Internals): void {
  const { test } = ups;
  if (test === null) return;
  const disturbed = ups.trouble !== null || ups.offSince !== null || ups.world.fault || ups.world.bypass;
  if (disturbed || isOverloaded(ups)) {
    endTest(ups, 'aborted');
    return;
  }
  const low = secondsToLow(ups) <= NOW;
  const timeUp = test.endsAt !== null && ups.time >= test.endsAt;
  if (!low && !timeUp) return;
  const brokeOff = !timeUp && test.endsAt !== null;
  if (ups.health < HEALTH_FAILS) endTest(ups, 'failed');
  else endTest(ups, brokeOff || ups.health < HEALTH_WARNS ? 'warning' : 'passed');
}

function chooseSource(ups: Internals): void {
  const source = wantedSource(ups);
  ups.source = source;
  const carrying = source !== 'battery' ? null : ups.trouble === null ? 'test' : 'outage';
  if (carrying !== ups.carrying) {
    ups.carrying = carrying;
    ups.carryingSince = ups.time;
    if (carrying === 'test') ups.lastTransfer = 'self-test';
    if (carrying === 'outage' && ups.trouble !== null) {
      ups.lastTransfer = ups.trouble;
      ups.extremes.fault = ups.world.mainsVoltage;
    }
  }
  if (carrying !== 'outage') return;
  const empty = presentCurve(ups).runtime(ups.charge) <= NOW;
  const tripped = ups.time >= (overloadEndsAt(ups) ?? Number.POSITIVE_INFINITY);
  if (empty) ups.charge = 0;
  if (empty || tripped) {
    // An empty battery returns with mains; an overload would only trip again, so someone has to switch on.
    turnOff(ups, empty ? { at: null, returnWithMains: true, coldStart: false } : null);
    ups.source = 'off';
    ups.carrying = null;
  }
}

function wantedSource(ups: Internals): Internals['source'] {
  const { world, profile } = ups;
  // The inverter of a faulty UPS does not work: without mains nothing carries the load.
  if (world.fault && ups.trouble !== null && ups.offSince === null) {
    turnOff(ups, { at: null, returnWithMains: true, coldStart: false });
  }
  if (ups.offSince !== null) return 'off';
  if (ups.trouble !== null) return 'battery';
  if (world.bypass || ups.overloadBypass || (world.fault && profile.topology === 'online')) return 'bypass';
  return ups.test === null ? 'mains' : 'battery';
}

function endMute(ups: Internals): void {
  const alarms = [
    ups.carrying === 'outage' ? 'battery' : '',
    ups.carrying === 'outage' && isLow(ups) ? 'low' : '',
    isOverloaded(ups) ? 'overload' : '',
    ups.world.fault ? 'fault' : '',
  ].join(' ');
  if (alarms === ups.alarms) return;
  ups.alarms = alarms;
  if (ups.beeper === 'muted') ups.beeper = 'enabled';
}
