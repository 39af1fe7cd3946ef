/** What the simulated unit says at each path: the model's state as the device would write it. */
import type { UpsModel, UpsState } from '../../src-shared/ups-model/index.ts';
import { bytesOf } from '../kit/line/ascii.ts';
import { groupPath, PATHS } from './table.ts';
import { bytesFor } from './value.ts';

/** Bytes for a place of so many; what is shorter stands at its beginning. */
export type Teller = (size: number) => Uint8Array;

const number =
  (value: number, point = 0): Teller =>
  (size) => {
    const span = 0x100 ** size;
    const raw = Math.round(value * 2 ** point);
    // A device's field stops at its ends.
    const most = raw < 0 ? -span / 2 : span - 1;
    const held = raw < 0 ? Math.max(raw, most) + span : Math.min(raw, most);
    return bytesFor(held, size);
  };
const text =
  (value: string): Teller =>
  (size) =>
    bytesOf(value.slice(0, size).padEnd(size));
/** A narrow field has no room for the upper bits. */
const flags =
  (...bits: readonly (readonly [number, boolean])[]): Teller =>
  (size) =>
    bytesFor(
      bits.reduce((sum, [bit, holds]) => sum + (holds ? 2 ** bit : 0), 0),
      size,
    );
const days = (date: string): Teller => number((Date.parse(date) - Date.UTC(2000, 0, 1)) / 86_400_000);

/** Bits of the rated voltage's setting. */
const VOLTAGE_BITS: Readonly<Record<number, number>> = { 100: 0, 120: 1, 208: 3, 220: 4, 230: 5, 240: 6 };
/** Numbers of causes in `2:B`. */
const CAUSES: Readonly<Record<UpsState['lastTransfer'], number>> = {
  none: 8,
  blackout: 2,
  'low-voltage': 2,
  'high-voltage': 1,
  frequency: 5,
  'self-test': 9,
};
const RESULT_BITS: Readonly<Record<UpsState['test']['result'], number | null>> = {
  none: null,
  passed: 2,
  failed: 3,
  aborted: 5,
  warning: 2,
};

/** What never changes, unless it is written. */
export function fixedValues({ profile }: UpsModel): Readonly<Record<string, Teller>> {
  const { nominalVoltage } = profile;
  return {
    [PATHS.serial]: text(profile.serial),
    '2:4.9.42': text(profile.model.replaceAll(' ', '').toUpperCase()),
    '2:4.9.44': text(profile.model),
    '2:4.9.19': days('2025-03-01'),
    '2:4.9.1B': number(0x0003),
    '2:4.9.1C': number(0x051d),
    '3:4A': text(profile.firmware),
    '2:4.82': text('Simulated'),
    '2:4.5.42': text('APCRBC142'),
    '2:4.5.48': days('2024-01-15'),
    '2:4.5.19': days('2029-01-15'),
    '2:4.5.18': number(8),
    [PATHS.lowRuntime]: number(profile.lowRuntime),
    '2:4.6.BA': number(0),
    '2:4.7.D': number(profile.highTransfer),
    '2:4.7.E': number(profile.lowTransfer),
    [PATHS.nominalReal]: number(profile.nominalRealPower),
    [PATHS.nominalApparent]: number(profile.nominalPower),
    '2:4.7.2C': flags([VOLTAGE_BITS[nominalVoltage] ?? 5, true]),
    '3:2B': number(1),
    '3:26': number(1234),
    '2:4.F.69': number(987_654),
    '2:4.3E.30': number(0),
    '2:4.3E.31': number(profile.lowRuntime),
    '2:4.3E.82': text('UPS Outlets'),
    // The SMC1000I's page 4a: how sensitive to mains it is; high.
    '4:8': number(1),
  };
}

/** What the model says now. */
export function liveValues(ups: UpsModel): Readonly<Record<string, Teller>> {
  const state = ups.state();
  const { profile } = ups;
  const { mains, output, battery, test, delays } = state;
  const result = RESULT_BITS[test.result];
  const calibrating = test.running === 'calibration';
  const testing = test.running !== 'none' && !calibrating;
  return {
    [PATHS.status]: flags(
      [1, mains.present],
      [2, !mains.present],
      [3, output.source === 'bypass'],
      [4, !output.on],
      [5, state.fault],
      [6, !mains.present],
      [7, testing || calibrating],
      [21, state.overload],
    ),
    '2:B': number(CAUSES[state.lastTransfer]),
    [PATHS.batteryTest]: flags([1, testing], [result ?? 0, !testing && result !== null]),
    [PATHS.calibration]: flags([1, calibrating]),
    '2:4.5.20': number(battery.charge, 9),
    '2:4.5.21': number(battery.voltage, 5),
    '2:4.5.22': number(battery.temperature, 7),
    // In whole seconds that are still left.
    [PATHS.runtime]: number(Math.ceil(battery.runtime)),
    [PATHS.lifetime]: flags([0, !battery.replace], [2, battery.replace]),
    [PATHS.inputQuality]: flags(
      [0, mains.present],
      [2, mains.voltage < profile.lowTransfer],
      [3, mains.voltage > profile.highTransfer],
      [5, output.regulation === 'boost'],
      [6, output.regulation === 'trim'],
      [12, !mains.present],
      [15, output.source === 'mains'],
    ),
    '2:4.6.25': number(mains.voltage, 6),
    '2:4.6.27': number(mains.frequency, 7),
    '2:4.7.25': number(output.voltage, 6),
    '2:4.7.26': number(output.current, 5),
    '2:4.7.27': number(output.frequency, 7),
    [PATHS.realShare]: number((100 * output.realPower) / profile.nominalRealPower, 8),
    [PATHS.apparentShare]: number((100 * output.power) / profile.nominalPower, 8),
    '3:17': output.source === 'mains' ? number(94.5, 7) : number(output.on ? -4 : -3),
    '2:4.3E.B7': number(delays.reboot),
    '2:4.3E.B8': number(delays.shutdown),
    '2:4.3E.B9': number(delays.start),
    '2:4.3E.84': flags([1, true]),
    [PATHS.mainGroup]: flags(
      [0, output.on],
      [1, !output.on],
      [8, state.timers.start !== null],
      [9, state.timers.shutdown !== null],
      [10, !output.on && !mains.present],
      [14, battery.low],
    ),
    // The SMC1000I's page 4e: the beeper may sound or not, the panel may be used.
    '4:D': flags([0, state.beeper !== 'disabled'], [1, state.beeper === 'disabled'], [2, true]),
    // Its page 6f: the panel sounds, or was muted.
    '4:16': flags([1, state.beeping], [2, state.beeper === 'muted']),
    ...groupValues(state),
  };
}

function groupValues(state: UpsState): Record<string, Teller> {
  return Object.fromEntries(
    state.outlets.flatMap(({ on, offIn, onIn }, index) => {
      const path = (usage: string) => groupPath(index, usage);
      return [
        [path('2D'), number(offIn ?? -1)],
        [path('2E'), number(-1)],
        [path('AD'), number(onIn ?? -1)],
        [path('B6'), flags([0, on], [1, !on], [8, onIn !== null], [9, offIn !== null])],
      ] as const;
    }),
  );
}

/** What the switched groups hold until it is written. */
export function groupSettings(count: number): Record<string, Teller> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const path = (usage: string) => groupPath(index, usage);
      return [
        [path('B7'), number(8)],
        [path('B8'), number(0)],
        [path('B9'), number(0)],
        [path('30'), number(0)],
        [path('31'), number(0)],
        [path('82'), text(`Group ${index + 1}`)],
        [path('84'), flags([0, true])],
      ] as const;
    }).flat(),
  );
}
