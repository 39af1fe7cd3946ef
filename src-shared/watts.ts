/** How the watts that go through a UPS are told: measured where it measures them, else derived, and from what. Pure. */
import type { WattsMethod } from './contract/energy.ts';
import type { Meter } from './settings-energy.ts';

/** A variable from which watts follow. */
export interface WattsSource {
  readonly method: WattsMethod;
  readonly variable: 'ups.realpower' | 'ups.load' | 'ups.power';
  /** Watts per unit of the variable. */
  readonly factor: number;
}

/** The part of a device that says something of its power. */
export interface PowerValues {
  readonly values: Readonly<Record<string, number | string>>;
  readonly derived: readonly string[];
}

/**
 * Watts per volt-ampere where nobody stated it. Computers with power factor correction lie above (IEC 61000-3-2 demands
 * it from 75 W), small supplies below; the screen says that it is assumed.
 */
export const ASSUMED_POWER_FACTOR = 0.8;

/** Every way of telling the watts, the best first; `device` is undefined while nothing was read from it. */
export function wattsSources(device: PowerValues | undefined, meter: Meter | undefined): WattsSource[] {
  const { ratedWatts, powerFactor = ASSUMED_POWER_FACTOR, calibration = 1 } = meter ?? {};
  const number = (name: string): number | undefined => {
    const value = device?.values[name];
    return typeof value === 'number' && value > 0 ? value : undefined;
  };
  const computed = device?.derived.includes('ups.realpower') === true;
  const nominal = number('ups.realpower.nominal');
  const apparent = number('ups.power.nominal');
  const load = (method: WattsMethod, watts: number | undefined): WattsSource[] =>
    watts === undefined ? [] : [{ method, variable: 'ups.load', factor: (watts / 100) * calibration }];
  return [
    { method: computed ? 'computed' : 'measured', variable: 'ups.realpower', factor: calibration },
    ...load('rating', ratedWatts),
    ...load('nominal', nominal),
    { method: 'apparent', variable: 'ups.power', factor: powerFactor * calibration },
    ...load('apparent-nominal', apparent === undefined ? undefined : apparent * powerFactor),
  ];
}

/** The watts now, and how they were told; undefined when they cannot be. */
export function wattsNow(
  device: PowerValues,
  meter: Meter | undefined,
): { readonly watts: number; readonly method: WattsMethod } | undefined {
  for (const { method, variable, factor } of wattsSources(device, meter)) {
    const value = device.values[variable];
    if (typeof value === 'number') return { watts: value * factor, method };
  }
  return undefined;
}
