/** What a UPS says of its tests, told apart. */
import type { DeviceState, TestRecord } from '../../../src-shared/contract/index.ts';
import { statusWords } from '../protection/policy/reading.ts';

type Verdict = TestRecord['result'] | 'running' | 'none';

/**
 * The verdict in `ups.test.result`. Drivers hand the words of the device on: "Done and passed" (RFC 1628,
 * upsTestResultsSummary; USB HID Power Device Class, Test), "Passed InProgress LocalUser" (Modbus and Microlink,
 * BatteryTest_BF).
 */
const VERDICTS: readonly (readonly [RegExp, Verdict])[] = [
  [/in ?progress|pending|scheduled|running/i, 'running'],
  [/no test|^none$|not run/i, 'none'],
  [/abort|interrupt|cancel/i, 'aborted'],
  [/refused|invalid ?state/i, 'refused'],
  [/fail|error|bad|fault/i, 'failed'],
  [/warning/i, 'warning'],
  [/pass|\bok\b|good/i, 'passed'],
];

export function verdictOf(text: string): Verdict {
  return VERDICTS.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
}

/** Whether the battery is being tested or calibrated, as far as the status tells. */
export function isTesting(device: DeviceState): boolean {
  const words = statusWords(device);
  return words.has('TEST') || words.has('CAL') || /in ?progress/i.test(resultOf(device) ?? '');
}

/** The device's own words of its last test. */
export function resultOf(device: DeviceState): string | undefined {
  const text = device.values['ups.test.result'];
  return text === undefined ? undefined : String(text);
}

/** The gentlest test that it offers; never one that empties the battery. */
export function testCommand(device: DeviceState): string | undefined {
  const offered = (name: string): boolean =>
    device.commands.some((offer) => offer.name === name && (offer.argument?.optional ?? true));
  return ['test.battery.start.quick', 'test.battery.start'].find(offered);
}

/** Whether it discharges its battery by itself when it is told to, to learn how long it lasts. */
export function canCalibrate(device: DeviceState): boolean {
  return device.commands.some(({ name, argument }) => name === 'calibrate.start' && (argument?.optional ?? true));
}
