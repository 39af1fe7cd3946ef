/** What the UPS makes of its mains: whether it can use it, and what it turns it into. Pure. */
import type { UpsProfile, UpsState } from './types.ts';

/** Once mains was bad it must come this far (fraction of nominal) inside the band again, so that noise does not flap. */
const HYSTERESIS = 0.02;
/** Below this fraction of the nominal voltage it is a blackout, not a low voltage. */
const BLACKOUT = 0.15;
/** Hertz that mains may be off: an inverter behind a rectifier does not care, a load fed directly does. */
const FREQUENCY_TOLERANCE = { standby: 5, 'line-interactive': 5, online: 10 } as const;
/** An online inverter follows the frequency of mains this far, so that it can change to bypass without a jump. */
const SYNCHRONOUS_TOLERANCE = 2;
/** Where the transformer of a line-interactive UPS steps in, and its ratios. Fractions of nominal. */
const BOOST_BELOW = 0.9;
const TRIM_ABOVE = 1.1;
const BOOST_RATIO = 1.15;
const TRIM_RATIO = 0.87;

/** What is wrong with this mains, or null when the UPS can use it. `wasBad`: it could not until now. */
export function mainsTrouble(
  profile: UpsProfile,
  voltage: number,
  frequency: number,
  wasBad: boolean,
): Exclude<UpsState['lastTransfer'], 'none' | 'self-test'> | null {
  const margin = wasBad ? HYSTERESIS * profile.nominalVoltage : 0;
  if (voltage < BLACKOUT * profile.nominalVoltage) return 'blackout';
  if (voltage < profile.lowTransfer + margin) return 'low-voltage';
  if (voltage > profile.highTransfer - margin) return 'high-voltage';
  const off = Math.abs(frequency - profile.nominalFrequency);
  return off > FREQUENCY_TOLERANCE[profile.topology] ? 'frequency' : null;
}

/** Volt and Hertz at the output, and whether the transformer boosts or trims. */
export function outputFrom(
  profile: UpsProfile,
  source: UpsState['output']['source'],
  mains: { readonly voltage: number; readonly frequency: number },
  regulates: boolean,
): { voltage: number; frequency: number; regulation: UpsState['output']['regulation'] } {
  const { nominalVoltage, nominalFrequency, topology } = profile;
  if (source === 'off') return { voltage: 0, frequency: 0, regulation: 'none' };
  if (source === 'battery') return { voltage: nominalVoltage, frequency: nominalFrequency, regulation: 'none' };
  if (source === 'bypass' || topology === 'standby' || !regulates) return { ...mains, regulation: 'none' };
  if (topology === 'online') {
    const synchronous = Math.abs(mains.frequency - nominalFrequency) <= SYNCHRONOUS_TOLERANCE;
    return {
      voltage: nominalVoltage,
      frequency: synchronous ? mains.frequency : nominalFrequency,
      regulation: 'none',
    };
  }
  if (mains.voltage < BOOST_BELOW * nominalVoltage) {
    return { voltage: mains.voltage * BOOST_RATIO, frequency: mains.frequency, regulation: 'boost' };
  }
  if (mains.voltage > TRIM_ABOVE * nominalVoltage) {
    return { voltage: mains.voltage * TRIM_RATIO, frequency: mains.frequency, regulation: 'trim' };
  }
  return { ...mains, regulation: 'none' };
}
