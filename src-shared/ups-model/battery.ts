/**
 * How long a pack lasts, what is left when the load goes, and how it charges. What its terminals show is `voltage.ts`.
 *
 * The charge runs from 1 (full) to 0 (the end of a discharge), as a good gauge shows it: half of it lasts half as long.
 * A high rate leaves charge behind in the plates; that part is `stranded`, out of reach until the load goes, and comes
 * back with rest. Charge and stranded together are what a charger still finds. Temperature does not change the capacity
 * here. All functions are pure, and exact for a time of any length.
 */
import type { Block } from './blocks.ts';
import { BLOCKS } from './blocks.ts';
import type { UpsProfile } from './types.ts';

/** Watts into the inverter per watt out of it. */
const INVERTER_EFFICIENCY = 0.9;
/** What the running inverter itself draws, as a fraction of the nominal real power: keeps the runtime at no load finite. */
const IDLE_FRACTION = 0.03;

/**
 * Seconds in which two thirds of the stranded charge come back. The UB121000 of the recordings, at rest after it was
 * empty, comes from 10.99 V to two thirds of what it will gain in 20 minutes. That all of it comes back is assumed: it was not drawn.
 */
const RECOVERY_TIME = 1200;

/** Charger: constant current as a fraction of the rated capacity per hour, until this charge; then the current tapers. */
const CHARGE_RATE = 0.2;
/** The charge from which the charger holds its voltage and the current falls. */
export const TAPER_FROM = 0.8;
/** The taper aims a little above full, so that the battery is full in finite time, when the current has become small. */
const TAPER_TO = 1.01;

/** The electrical facts of one pack; health is the remaining fraction of the rated capacity. */
export interface Pack {
  readonly profile: UpsProfile;
  readonly health: number;
}

/** What is in a pack, as fractions of a full one. */
export interface Content {
  /** Within reach: what a gauge shows. */
  readonly charge: number;
  /** Out of reach until the battery has rested. */
  readonly stranded: number;
}

/** The constants of the blocks of this pack. */
export function blockOf(profile: UpsProfile): Block {
  return BLOCKS[profile.blockKind];
}

/** What a device with this battery says of its chemistry, as `battery.type`. */
export function batteryType(profile: UpsProfile): string {
  return blockOf(profile).type;
}

/** Cells in series. */
export function cellsOf(profile: UpsProfile): number {
  return profile.nominalBatteryVoltage / blockOf(profile).nominal;
}

/** Watts drawn from the battery while it carries this load (W). */
export function batteryPower(profile: UpsProfile, load: number): number {
  return load / INVERTER_EFFICIENCY + IDLE_FRACTION * profile.nominalRealPower;
}

/** The rate (1/h) of the current that on average comes with this power (W), of the capacity that health has left. */
export function rateOf(pack: Pack, power: number): number {
  const { mean, meanHalved } = blockOf(pack.profile);
  const perCell = power / (cellsOf(pack.profile) * pack.profile.batteryCapacity * pack.health);
  return (perCell / mean) * (1 + perCell / meanHalved);
}

/** Volt per cell at which a discharge at this rate (1/h) ends: lower at a higher rate, evenly by its logarithm. */
export function endVoltage({ end }: Block, rate: number): number {
  const place = Math.log(rate / end.lowRate) / Math.log(end.highRate / end.lowRate);
  return end.low - (end.low - end.high) * Math.min(Math.max(place, 0), 1);
}

/** The share of the rated capacity that a full battery gives at this rate (1/h), down to this voltage of a cell. */
export function capacityShare(block: Block, rate: number, end = endVoltage(block, rate)): number {
  const below = block.sheetEnd - end;
  const half = block.half * Math.exp(block.halfByEnd * below);
  return (block.whole * Math.exp(block.wholeByEnd * below)) / (1 + (rate / half) ** block.falloff);
}

/** Seconds that a full battery lasts at this rate (1/h), down to this voltage of a cell. */
export function secondsAt(block: Block, rate: number, end = endVoltage(block, rate)): number {
  return (3600 * capacityShare(block, rate, end)) / rate;
}

/** How charge and runtime belong together at one load. */
export interface DischargeCurve {
  /** Seconds until empty, from this charge (0 to 1). */
  runtime(charge: number): number;
  /** The charge that lasts for so many seconds. */
  charge(runtime: number): number;
  /** What is left after so many seconds of this discharge. */
  after(content: Content, seconds: number): Content;
}

/**
 * The discharge at a constant power (W). `charge` undoes `runtime` exactly, so that discharging is moving along the
 * curve: a step of any length lands where many small ones do, and the runtime shown falls by one second each second.
 */
export function dischargeCurve(pack: Pack, power: number): DischargeCurve {
  const block = blockOf(pack.profile);
  const rate = rateOf(pack, power);
  const whole = secondsAt(block, rate);
  const left = Math.max(0, 1 - capacityShare(block, rate));
  const runtime = (charge: number): number => Math.min(Math.max(charge, 0), 1) * whole;
  const charge = (seconds: number): number => Math.min(Math.max(seconds / whole, 0), 1);
  return {
    runtime,
    charge,
    after(content, seconds) {
      const lower = charge(runtime(content.charge) - seconds);
      return { charge: lower, stranded: content.stranded + (content.charge - lower) * left };
    },
  };
}

/** What is in the pack after so many seconds without a load. */
export function rested({ charge, stranded }: Content, seconds: number): Content {
  const still = stranded * Math.exp(-seconds / RECOVERY_TIME);
  return { charge: charge + stranded - still, stranded: still };
}

/** What is in the pack after charging for so many seconds: what was stranded comes back meanwhile. */
export function charged(pack: Pack, { charge, stranded }: Content, seconds: number): Content {
  const still = stranded * Math.exp(-seconds / RECOVERY_TIME);
  return { charge: Math.max(charge, chargeAfter(pack, charge + stranded, seconds) - still), stranded: still };
}

/** Ampere into the pack while the charger works; 0 when full. */
export function chargingCurrent(pack: Pack, charge: number): number {
  if (charge >= 1) return 0;
  return CHARGE_RATE * pack.profile.batteryCapacity * taper(charge);
}

/** The charge after charging for so many seconds. Exact for any length, so that the length of a step does not matter. */
export function chargeAfter(pack: Pack, charge: number, seconds: number): number {
  const rate = CHARGE_RATE / (3600 * pack.health);
  const untilTaper = Math.max(0, (TAPER_FROM - charge) / rate);
  if (seconds <= untilTaper) return charge + rate * seconds;
  const from = Math.max(charge, TAPER_FROM);
  const decay = Math.exp((-(seconds - untilTaper) * rate) / (TAPER_TO - TAPER_FROM));
  return Math.min(1, TAPER_TO - (TAPER_TO - from) * decay);
}

function taper(charge: number): number {
  return charge <= TAPER_FROM ? 1 : (TAPER_TO - charge) / (TAPER_TO - TAPER_FROM);
}
