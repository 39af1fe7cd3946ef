/** What the model remembers between calls. Private to this folder; `UpsState` is what others see. */
import type { DischargeCurve } from './battery.ts';
import { batteryPower, dischargeCurve } from './battery.ts';
import type { mainsTrouble } from './mains.ts';
import type { UpsProfile, UpsState, Work, World } from './types.ts';
import type { Lag } from './voltage.ts';

/** What happens once the output is off. */
export interface Afterwards {
  readonly onIn: number | null;
  readonly returnWithMains: boolean;
}

/** How an output that is off comes on again. */
export interface Restart {
  /** The moment of a timed start; null waits for mains, or for nothing. */
  readonly at: number | null;
  readonly returnWithMains: boolean;
  /** May start from the battery where there is no mains. */
  readonly coldStart: boolean;
}

/** One switched outlet and the moments at which it changes. */
export interface Outlet {
  readonly id: number;
  on: boolean;
  offAt: number | null;
  onAt: number | null;
}

/** Moments are seconds since the model was made; charge and health are fractions. */
export interface Internals {
  readonly profile: UpsProfile;
  readonly world: World;
  time: number;

  charge: number;
  /** The part of the charge that a high rate left out of reach. */
  stranded: number;
  health: number;
  replace: boolean;
  installed: string;
  batteryTemperature: number;
  temperature: number;

  /** Why mains cannot be used; null when it can. */
  trouble: ReturnType<typeof mainsTrouble>;
  mainsBackAt: number;
  extremes: { low: number; high: number; fault: number | null };
  lastTransfer: UpsState['lastTransfer'];

  source: UpsState['output']['source'];
  /** Why the battery carries the load, if it does. */
  carrying: 'outage' | 'test' | null;
  carryingSince: number;
  outageSeconds: number;
  overloadSince: number | null;
  overloadBypass: boolean;

  test: {
    readonly kind: Exclude<UpsState['test']['running'], 'none'>;
    readonly since: number;
    readonly endsAt: number | null;
  } | null;
  testResult: UpsState['test']['result'];

  pending: { readonly offAt: number; readonly afterwards: Afterwards } | null;
  /** The output is off since this moment; null while it is on. */
  offSince: number | null;
  restart: Restart | null;
  /** Mains has failed since the shutdown that is pending or done was asked for. */
  mainsFailed: boolean;
  delays: { shutdown: number; start: number; reboot: number };
  readonly outlets: Outlet[];

  beeper: UpsState['beeper'];
  /** What is wrong, as a key: the mute ends when it changes. */
  alarms: string;

  /** What the battery does, and how far its terminals are behind that. */
  work: Work;
  lag: Lag;
  curve: { readonly power: number; readonly health: number; readonly discharge: DischargeCurve } | null;
}

/** Day on which a simulated life begins, and the day its first battery went in. */
const CALENDAR_START = Date.UTC(2026, 0, 1);
const FIRST_BATTERY = '2024-01-15';

/** The date in the simulated calendar, ISO 8601. */
export function calendarDate(time: number): string {
  return new Date(CALENDAR_START + time * 1000).toISOString().slice(0, 10);
}

/** A UPS on good mains with a full battery, a quarter of its load and every outlet on. */
export function initialInternals(profile: UpsProfile): Internals {
  const world: World = {
    mainsVoltage: profile.nominalVoltage,
    mainsFrequency: profile.nominalFrequency,
    load: 0.25 * profile.nominalRealPower,
    powerFactor: 0.9,
    ambient: 22,
    linkLost: false,
    fault: false,
    bypass: false,
  };
  const internals: Internals = {
    profile,
    world,
    time: 0,
    charge: 1,
    stranded: 0,
    health: 1,
    replace: false,
    installed: FIRST_BATTERY,
    batteryTemperature: 0,
    temperature: 0,
    trouble: null,
    mainsBackAt: 0,
    extremes: { low: Number.POSITIVE_INFINITY, high: 0, fault: null },
    lastTransfer: 'none',
    source: 'mains',
    carrying: null,
    carryingSince: 0,
    outageSeconds: 0,
    overloadSince: null,
    overloadBypass: false,
    test: null,
    testResult: 'none',
    pending: null,
    offSince: null,
    restart: null,
    mainsFailed: false,
    delays: { shutdown: 20, start: 30, reboot: 10 },
    outlets: Array.from({ length: profile.outlets }, (_, index) => ({
      id: index + 1,
      on: true,
      offAt: null,
      onAt: null,
    })),
    beeper: 'enabled',
    alarms: '',
    work: 'charging',
    lag: { since: 0, from: 0 },
    curve: null,
  };
  internals.batteryTemperature = batteryTemperatureTarget(internals);
  internals.temperature = temperatureTarget(internals);
  return internals;
}

/** W that the load draws while the output is on: outlets and the main socket carry equal shares of it. */
export function connectedLoad(ups: Internals): number {
  const on = ups.outlets.reduce((count, outlet) => count + (outlet.on ? 1 : 0), 1);
  return (ups.world.load * on) / (ups.outlets.length + 1);
}

/** Percent of the nominal power, by W or by VA, whichever is nearer its limit. 0 while the output is off. */
export function loadPercent(ups: Internals): number {
  if (ups.offSince !== null) return 0;
  const load = connectedLoad(ups);
  const apparent = load / ups.world.powerFactor;
  return 100 * Math.max(load / ups.profile.nominalRealPower, apparent / ups.profile.nominalPower);
}

/** The discharge at the present load; kept until the load or the battery changes. */
export function presentCurve(ups: Internals): DischargeCurve {
  const power = batteryPower(ups.profile, connectedLoad(ups));
  if (ups.curve === null || ups.curve.power !== power || ups.curve.health !== ups.health) {
    ups.curve = { power, health: ups.health, discharge: dischargeCurve(ups, power) };
  }
  return ups.curve.discharge;
}

/** Seconds until the battery would be low: by its charge or by the runtime at this load, whichever comes first. */
export function secondsToLow(ups: Internals): number {
  const curve = presentCurve(ups);
  const limit = Math.max(ups.profile.lowRuntime, curve.runtime(ups.profile.lowCharge / 100));
  return curve.runtime(ups.charge) - limit;
}

/** Smaller than this, in seconds, an event on the discharge curve is now: the curve answers within rounding. */
export const NOW = 1e-6;

/** The battery is low: by charge always, by runtime only while it works (on mains there is no such hurry). */
export function isLow(ups: Internals): boolean {
  if (ups.source === 'battery') return secondsToLow(ups) <= NOW;
  return ups.charge * 100 <= ups.profile.lowCharge + 1e-9;
}

/** The charger works: usable mains, a sound UPS and a battery that is not full. */
export function isCharging(ups: Internals): boolean {
  return ups.trouble === null && !ups.world.fault && ups.source !== 'battery' && ups.charge + ups.stranded < 1;
}

/** °C that the battery comes to in time. */
export function batteryTemperatureTarget(ups: Internals): number {
  return ups.world.ambient + (ups.source === 'battery' ? 8 : 2);
}

/** °C that the electronics come to in time. */
export function temperatureTarget(ups: Internals): number {
  return ups.world.ambient + 4 + 0.12 * loadPercent(ups) + (ups.source === 'battery' ? 6 : 0);
}
