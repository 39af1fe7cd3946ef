/** The object that `read`, `watch` and `replay` print. */
import type { DeviceState } from '../../../src-shared/contract/index.ts';
import { formatValue, label } from '../../../src-shared/nut/index.ts';
import { printTable, say } from './output.ts';

/** One reading, as `--json` prints it. */
export interface Reading {
  readonly uri: string;
  readonly driver: string;
  readonly identity: Readonly<Record<string, string | boolean>>;
  readonly vars: Readonly<Record<string, number | string>>;
  readonly derived: readonly string[];
  /** ISO 8601. */
  readonly at: string;
}

/** Names of what a device is, and the variables that say it; the first that is reported counts. */
const IDENTITY: readonly (readonly [key: string, variables: readonly string[]])[] = [
  ['manufacturer', ['device.mfr', 'ups.mfr']],
  ['model', ['device.model', 'ups.model']],
  ['serial', ['device.serial', 'ups.serial']],
  ['firmware', ['ups.firmware']],
];

/** The reading of a device that is live. */
export function readingOf(device: DeviceState): Reading {
  const identity: Record<string, string | boolean> = {};
  for (const [key, variables] of IDENTITY) {
    const value = variables.map((name) => device.values[name]).find((found) => found !== undefined);
    if (value !== undefined) identity[key] = String(value);
  }
  if (device.dialect !== undefined) identity['dialect'] = device.dialect;
  identity['verified'] = device.verified;
  return {
    uri: device.uri,
    driver: device.driver ?? '',
    identity,
    vars: Object.fromEntries(Object.entries(device.values).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    derived: device.derived,
    at: new Date(device.readAt ?? Date.now()).toISOString(),
  };
}

/** Prints a reading for people. */
export function printReading(device: DeviceState): void {
  const reading = readingOf(device);
  const derived = new Set(reading.derived);
  say(
    `${device.name} (${device.driverTitle ?? reading.driver}${device.verified ? '' : ', unverified'}) at ${reading.uri}`,
  );
  printTable(
    Object.entries(reading.vars).map(([name, value]) => [
      name,
      `${formatValue(name, value)}${derived.has(name) ? ' (derived)' : ''}`,
      label(name),
    ]),
  );
}
