/** How the watts that go through a UPS are told: measured where it measures them, else derived, and from what. Pure. */
import type { WattsMethod } from './contract/energy.ts';
import type { Meter } from './settings/energy.ts';

/** From what watts follow. */
export interface WattsSource {
  readonly method: WattsMethod;
  /** One variable, or one of each line, which are added up; all of them have to be known. */
  readonly variables: readonly string[];
  /** Watts per unit of their sum. */
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

/** Three-phase power, and two halves of one phase. */
const LINES = [['L1', 'L2', 'L3'], ['L1', 'L2'], ['L1']] as const;

/** A quantity of each line of the output: of those that the device has, or of three where nothing was read from it. */
function byLine(quantity: string, device: PowerValues | undefined): readonly string[] {
  const names = (lines: readonly string[]): string[] => lines.map((line) => `output.${line}.${quantity}`);
  const whole = LINES.find((lines) => names(lines).every((name) => device?.values[name] !== undefined));
  return names(whole ?? LINES[0]);
}

/**
 * Every way of telling the watts, the best first; `device` is undefined while nothing was read from it. HID devices and
 * line protocols tell of the UPS (`ups.realpower`), agents of its output and of the lines of that (RFC 1628).
 */
export function wattsSources(device: PowerValues | undefined, meter: Meter | undefined): WattsSource[] {
  const { ratedWatts, powerFactor = ASSUMED_POWER_FACTOR, calibration = 1 } = meter ?? {};
  const number = (...names: readonly string[]): number | undefined => {
    for (const name of names) {
      const value = device?.values[name];
      if (typeof value === 'number' && value > 0) return value;
    }
    return undefined;
  };
  const measured = (variables: readonly string[]): WattsSource => ({
    method: variables.some((name) => device?.derived.includes(name)) ? 'computed' : 'measured',
    variables,
    factor: calibration,
  });
  const percents = byLine('power.percent', device);
  // Of several lines `ups.load` is the busiest: what goes through all of them is their mean.
  const several = percents.every((name) => device?.values[name] !== undefined);
  const load = (method: WattsMethod, watts: number | undefined): WattsSource[] => {
    if (watts === undefined) return [];
    const variables = several ? percents : ['ups.load'];
    return [{ method, variables, factor: (watts / 100 / variables.length) * calibration }];
  };
  const apparent = (variables: readonly string[]): WattsSource => ({
    method: 'apparent',
    variables,
    factor: powerFactor * calibration,
  });
  const ratedApparent = number('ups.power.nominal', 'output.power.nominal');
  return [
    measured(['ups.realpower']),
    measured(['output.realpower']),
    measured(byLine('realpower', device)),
    ...load('rating', ratedWatts),
    ...load('nominal', number('ups.realpower.nominal', 'output.realpower.nominal')),
    apparent(['ups.power']),
    apparent(['output.power']),
    apparent(byLine('power', device)),
    ...load('apparent-nominal', ratedApparent === undefined ? undefined : ratedApparent * powerFactor),
  ];
}

/** The watts now, and how they were told; undefined when they cannot be. */
export function wattsNow(
  device: PowerValues,
  meter: Meter | undefined,
): { readonly watts: number; readonly method: WattsMethod } | undefined {
  for (const { method, variables, factor } of wattsSources(device, meter)) {
    const values = variables.map((name) => device.values[name]).filter((value) => typeof value === 'number');
    if (values.length !== variables.length) continue;
    return { watts: values.reduce((sum, value) => sum + value, 0) * factor, method };
  }
  return undefined;
}
