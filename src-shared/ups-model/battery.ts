/**
 * A valve-regulated lead-acid pack: how long it lasts, what its terminals show, how it charges.
 *
 * The charge runs from 1 (full) to 0 (the end of discharge that Peukert's law predicts). Temperature does not change
 * the capacity here. All functions are pure.
 */
import type { UpsProfile } from './types.ts';

/**
 * Peukert's exponent. Absorbed glass mat lies between 1.05 and 1.15 and flooded cells between 1.2 and 1.6; at the rates
 * of a UPS, minutes instead of hours, the published discharge tables of small AGM blocks fit this better
 * (CSB GP 12400 and GP 645 data sheets, "Constant Current Discharge Characteristics", 1.75 V per cell).
 */
export const PEUKERT_EXPONENT = 1.2;
/** Hours of the discharge at which the capacity is rated. */
export const RATED_HOURS = 20;

/**
 * Voltages of one 12 V block of six cells. Open circuit is the specific gravity of the acid plus 0.845 V per cell
 * (Linden, Handbook of Batteries, lead-acid chapter): 1.300 when full and 1.100 when empty.
 */
const FULL_OPEN_VOLTAGE = 6 * (1.3 + 0.845);
const EMPTY_OPEN_VOLTAGE = 6 * (1.1 + 0.845);
/** Float voltage of 2.275 V per cell (Yuasa NP series, battery data sheet, note 2). */
const FLOAT_VOLTAGE = 6 * 2.275;
/** The fall at the very end, when acid no longer diffuses fast enough into the plates: volts, and its width in charge. */
const EXHAUSTION_DROP = 0.6;
const EXHAUSTION_WIDTH = 0.05;
/** Internal resistance times capacity of a block, ohm ampere-hours: 19 milliohm for 9 Ah (19 mohm per 6 V 4.5 Ah, CSB GP 645). */
const RESISTANCE_CAPACITY = 0.171;

/** Watts into the inverter per watt out of it. */
const INVERTER_EFFICIENCY = 0.9;
/** What the running inverter itself draws, as a fraction of the nominal real power: keeps the runtime at no load finite. */
const IDLE_FRACTION = 0.03;

/** Charger: constant current as a fraction of the rated capacity per hour, until this charge; then the current tapers. */
const CHARGE_RATE = 0.2;
const TAPER_FROM = 0.8;
/** The taper aims a little above full, so that the battery is full in finite time, when the current has become small. */
const TAPER_TO = 1.01;

/** The electrical facts of one pack; health is the remaining fraction of the rated capacity. */
export interface Pack {
  readonly profile: UpsProfile;
  readonly health: number;
}

/**
 * Peukert's law: seconds that a full pack lasts at a constant current, `t = H (C / (I H))^k` with H the rated hours, C
 * the capacity (Ah) and I the current (A). W. Peukert, Elektrotechnische Zeitschrift 1897.
 */
export function peukertSeconds(capacity: number, current: number): number {
  return 3600 * RATED_HOURS * (capacity / (current * RATED_HOURS)) ** PEUKERT_EXPONENT;
}

/** Watts drawn from the battery while it carries this load (W). */
export function batteryPower(profile: UpsProfile, load: number): number {
  return load / INVERTER_EFFICIENCY + IDLE_FRACTION * profile.nominalRealPower;
}

/** Volt of the pack at rest, at this charge (0 to 1). */
export function restVoltage(profile: UpsProfile, charge: number): number {
  const open = EMPTY_OPEN_VOLTAGE + (FULL_OPEN_VOLTAGE - EMPTY_OPEN_VOLTAGE) * charge;
  return open * blocks(profile);
}

/** Volt of the pack and Ampere out of it while it delivers this power (W) at this charge (0 to 1). */
export function underLoad(pack: Pack, charge: number, power: number): { voltage: number; current: number } {
  const exhaustion = EXHAUSTION_DROP * blocks(pack.profile) * Math.exp(-charge / EXHAUSTION_WIDTH);
  const source = restVoltage(pack.profile, charge) - exhaustion;
  const resistance = packResistance(pack);
  // Constant power behind a resistance: P = (E - I R) I. A worn pack may be unable to deliver it; then it gives its utmost.
  const root = Math.sqrt(Math.max(0, source * source - 4 * resistance * power));
  const current = (source - root) / (2 * resistance);
  return { voltage: source - current * resistance, current };
}

/** Volt of the pack while the charger works or floats: rises with the charge, then stays at the float voltage. */
export function chargingVoltage(profile: UpsProfile, charge: number): number {
  const float = FLOAT_VOLTAGE * blocks(profile);
  return Math.min(float, restVoltage(profile, charge) + float - restVoltage(profile, TAPER_FROM));
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

/** How charge and runtime belong together at one load. */
export interface DischargeCurve {
  /** Seconds until empty, from this charge (0 to 1). */
  runtime(charge: number): number;
  /** The charge that lasts for so many seconds. */
  charge(runtime: number): number;
}

const CELLS = 100;

/**
 * The discharge at a constant power (W), with the current growing as the voltage falls. `charge` undoes `runtime`
 * exactly, so that discharging is moving along the curve: a step of any length lands where many small ones do, and the
 * runtime shown falls by one second each second.
 */
export function dischargeCurve(pack: Pack, power: number): DischargeCurve {
  const capacity = pack.profile.batteryCapacity * pack.health;
  const seconds = [0];
  let sum = 0;
  for (let cell = 0; cell < CELLS; cell++) {
    const { current } = underLoad(pack, (cell + 0.5) / CELLS, power);
    sum += peukertSeconds(capacity, current) / CELLS;
    seconds.push(sum);
  }
  const at = (index: number): number => seconds[index] ?? sum;
  return {
    runtime(charge) {
      const position = Math.min(Math.max(charge, 0), 1) * CELLS;
      const cell = Math.min(Math.floor(position), CELLS - 1);
      return at(cell) + (position - cell) * (at(cell + 1) - at(cell));
    },
    charge(runtime) {
      if (runtime <= 0) return 0;
      if (runtime >= sum) return 1;
      let low = 0;
      let high = CELLS;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (at(middle) <= runtime) low = middle;
        else high = middle;
      }
      return (low + (runtime - at(low)) / (at(high) - at(low))) / CELLS;
    },
  };
}

function blocks(profile: UpsProfile): number {
  return profile.nominalBatteryVoltage / 12;
}

function packResistance(pack: Pack): number {
  // A worn battery loses capacity and gains resistance together: both come from lost active material.
  return (blocks(pack.profile) * RESISTANCE_CAPACITY) / (pack.profile.batteryCapacity * pack.health);
}

function taper(charge: number): number {
  return charge <= TAPER_FROM ? 1 : (TAPER_TO - charge) / (TAPER_TO - TAPER_FROM);
}
