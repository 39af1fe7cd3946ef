/**
 * What a driver should read from a simulated UPS in a given state: for each variable that the model knows, its value
 * there and how far a wire may round it. Where a wire is finer than that, the driver's own tests say so.
 */
import type { Value } from '../../src-shared/nut/index.ts';
import { batteryType, type UpsModel, type UpsState } from '../../src-shared/ups-model/index.ts';

/** An expectation about one variable. */
export interface Expectation {
  readonly value: Value;
  /** How far a number may be off. */
  readonly within?: number;
  /** A text may stand among others, and without its points: some protocols frame it or have no room for them. */
  readonly framed?: true;
}

/** Wires in whole volts round by half of one; what is a little more stands for rounding twice. */
const VOLTS = 0.51;

/** Expectations by name. */
export function expectations({ profile }: UpsModel, state: UpsState): ReadonlyMap<string, Expectation> {
  const { battery, mains, output } = state;
  const singlePhase: [string, Expectation][] =
    profile.phases === 1
      ? [
          ['input.voltage', { value: mains.voltage, within: VOLTS }],
          ['input.frequency', { value: mains.frequency, within: 0.11 }],
          ['output.voltage', { value: output.voltage, within: VOLTS }],
          ['output.frequency', { value: output.frequency, within: 0.11 }],
          ['output.current', { value: output.current, within: VOLTS }],
        ]
      : [];
  return new Map([
    ...singlePhase,
    ['input.voltage.nominal', { value: profile.nominalVoltage, within: VOLTS }],
    ['input.frequency.nominal', { value: profile.nominalFrequency, within: 0.11 }],
    ['input.voltage.fault', { value: state.mainsExtremes.fault, within: VOLTS }],
    ['input.transfer.low', { value: profile.lowTransfer, within: VOLTS }],
    ['input.transfer.high', { value: profile.highTransfer, within: VOLTS }],
    ['output.voltage.nominal', { value: profile.nominalVoltage, within: VOLTS }],
    ['output.frequency.nominal', { value: profile.nominalFrequency, within: 0.11 }],
    ['battery.charge', { value: battery.charge, within: 0.51 }],
    ['battery.charge.low', { value: profile.lowCharge, within: 0.51 }],
    // Some units report the voltage of one cell, in hundredths.
    ['battery.voltage', { value: battery.voltage, within: Math.max(0.11, 0.0026 * profile.nominalBatteryVoltage) }],
    ['battery.voltage.nominal', { value: profile.nominalBatteryVoltage, within: VOLTS }],
    ['battery.type', { value: batteryType(profile) }],
    ['battery.runtime', { value: battery.runtime, within: 60 }],
    ['battery.runtime.low', { value: profile.lowRuntime, within: 60 }],
    ['battery.current', { value: battery.current, within: 0.11 }],
    ['battery.temperature', { value: battery.temperature, within: 0.51 }],
    ['ups.load', { value: output.load, within: 1.01 }],
    ['ups.temperature', { value: state.temperature, within: 0.51 }],
    ['ups.power', { value: output.power, within: 1.01 }],
    ['ups.realpower', { value: output.realPower, within: 1.01 }],
    ['ups.power.nominal', { value: profile.nominalPower, within: 1 }],
    ['ups.realpower.nominal', { value: profile.nominalRealPower, within: 1 }],
    ['ups.mfr', { value: profile.manufacturer }],
    ['ups.model', { value: profile.model }],
    ['ups.firmware', { value: profile.firmware, framed: true }],
    ['ups.serial', { value: profile.serial }],
    ['ups.beeper.status', { value: state.beeper }],
  ]);
}

/** Words that every protocol can say, so a driver must say them exactly when they hold. */
export const CORE_WORDS = ['OL', 'OB', 'LB'] as const;

/** Words that are true of a state besides the model's own: a pending shutdown, something wrong. */
export function alsoTrue(state: UpsState): readonly string[] {
  const words: string[] = [];
  if (state.timers.shutdown !== null || state.timers.start !== null) words.push('FSD');
  if (state.fault || state.battery.replace || state.test.result === 'failed') words.push('ALARM');
  return words;
}
