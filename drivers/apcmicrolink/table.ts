/**
 * What lies behind each usage path. Paths, types and names of enumerated values: NUT, drivers/apcmicrolink-maps.c and
 * apc_common.c; their meaning, where the names alone leave it open: klaasdc, apcups-serial-test (comments).
 */
import type { VarName } from '../../src-shared/nut/index.ts';
import { say } from '../../src-shared/texts/say.ts';
import type { Coding } from './value.ts';

/** Paths that the driver itself has to know. */
export const PATHS = {
  serial: '2:4.9.40',
  /** The device's password, and the host's answer. */
  masterPassword: '2:4.8.6',
  slavePassword: '2:4.8.5',
  authenticationStatus: '2:4.8.9',
  status: '2:4.A',
  inputQuality: '2:4.6.16',
  batteryTest: '2:11',
  calibration: '2:13',
  lifetime: '2:4.5.74',
  lowRuntime: '2:4.5.31',
  runtime: '2:4.5.9F',
  mainGroup: '2:4.3E.B6',
  nominalReal: '2:4.7.2A',
  nominalApparent: '2:4.7.2B',
  realShare: '2:4.7.28',
  apparentShare: '2:4.7.49',
  outletCommand: '2:4.B5',
  batteryTestCommand: '2:10',
  calibrationCommand: '2:12',
  upsCommand: '2:14',
  panelCommand: '2:4.B.3B',
} as const;

/** The outlet group behind `2:4.3D[index]`, by one of its usages. */
export const groupPath = (index: number, usage: string): string => `2:4.3D[${index}].${usage}`;

/** One row: a path and the variable it is. */
export interface Row {
  readonly path: string;
  readonly name: VarName;
  readonly coding: Coding;
  /** It can be set; numbers between these, where what the UPS takes is narrower than what fits. */
  readonly writable?: true | { readonly min: number; readonly max: number };
}

const text = { is: 'text' } as const;
const hex = { is: 'hex' } as const;
const date = { is: 'date' } as const;
/** Unsigned and signed, with so many binary digits behind the point. */
const u = (point = 0): Coding => ({ is: 'number', point });
const s = (point = 0): Coding => ({ is: 'number', point, signed: true });

/** Timers of an outlet group: at rest they say -1. The vocabulary knows that number as "not running". */
const TIMER = s();
/** A switched-off delay says -1 likewise. */
const DELAY = s();
/** Most seconds that a delay of two bytes holds. */
const SECONDS = { min: 0, max: 0x7fff } as const;

/** NUT, apc_common.c, `apc_test_status_map`. */
const TEST_RESULT: Coding = {
  is: 'flags',
  none: 'None',
  of: {
    0: 'Pending',
    1: 'InProgress',
    2: 'Passed',
    3: 'Failed',
    4: 'Refused',
    5: 'Aborted',
    7: 'LocalUser',
    8: 'Internal',
    9: 'InvalidState',
    10: 'InternalFault',
    11: 'StateOfChargeNotAcceptable',
  },
};

/** NUT, apc_common.c, `apc_calibration_status_map`. */
const CALIBRATION_RESULT: Coding = {
  is: 'flags',
  none: 'None',
  of: {
    0: 'Pending',
    1: 'InProgress',
    2: 'Passed',
    3: 'Failed',
    4: 'Refused',
    5: 'Aborted',
    9: 'InvalidState',
    10: 'InternalFault',
    11: 'StateOfChargeNotAcceptable',
    12: 'LoadChange',
    13: 'ACInputNotAcceptable',
    14: 'LoadTooLow',
    15: 'OverChargeInProgress',
  },
};

/** NUT, apc_common.c, `apc_input_quality_map`. */
const INPUT_QUALITY: Coding = {
  is: 'flags',
  of: {
    0: 'Acceptable',
    1: 'PendingAcceptable',
    2: 'VoltageTooLow',
    3: 'VoltageTooHigh',
    4: 'Distorted',
    5: 'BOOST',
    6: 'TRIM',
    7: 'FrequencyTooLow',
    8: 'FrequencyTooHigh',
    9: 'FreqAndPhaseNotLocked',
    10: 'PhaseDeltaOutOfRange',
    11: 'NeutralNotConnected',
    12: 'NotAcceptable',
    13: 'PlugRatingExceeded',
    14: 'PhaseBotAcceptable',
    15: 'PoweringLoad',
  },
};

/** NUT, apcmicrolink-maps.c, `ups_status_change_cause_map`. */
const CHANGE_CAUSE: Coding = {
  is: 'choice',
  of: {
    0: 'SystemInitialization',
    1: 'HighInputVoltage',
    2: 'LowInputVoltage',
    3: 'DistortedInput',
    4: 'RapidChangeOfInputVoltage',
    5: 'HighInputFrequency',
    6: 'LowInputFrequency',
    7: 'FreqAndOrPhaseDifference',
    8: 'AcceptableInput',
    9: 'AutomaticTest',
    10: 'TestEnded',
    11: 'LocalUICommand',
    12: 'ProtocolCommand',
    13: 'LowBatteryVoltage',
    14: 'GeneralError',
    15: 'PowerSystemError',
    16: 'BatterySystemError',
    17: 'ErrorCleared',
    18: 'AutomaticRestart',
    19: 'DistortedInverterOutput',
    20: 'InverterOutputAcceptable',
    21: 'EPOInterface',
    22: 'InputPhaseDeltaOutOfRange',
    23: 'InputNeutralNotConnected',
    24: 'ATSTransfer',
    25: 'ConfigurationChange',
    26: 'AlertAsserted',
    27: 'AlertCleared',
    28: 'PlugRatingExceeded',
    29: 'OutletGroupStateChange',
    30: 'FailureBypassExpired',
    31: 'InternalCommand',
    32: 'USBCommand',
    33: 'SmartSlot1Command',
    34: 'InternalNetwork1Command',
    35: 'FollowingSystemController',
  },
};

/** NUT, apcmicrolink-maps.c, `outlet_status_change_cause_map`. */
const OUTLET_CAUSE: Coding = {
  is: 'flags',
  of: {
    0: 'SystemInitialization',
    1: 'UPSStatusChange',
    2: 'LocalUserCommand',
    3: 'USBPortCommand',
    4: 'SmartSlot1Command',
    5: 'LoadShedCommand',
    6: 'RJ45PortCommand',
    7: 'ACInputBad',
    8: 'UnknownCommand',
    9: 'ConfigurationChange',
    10: 'SmartSlot2Command',
    11: 'InternalNetwork1Command',
    12: 'InternalNetwork2Command',
    13: 'LowRuntimeSet',
    14: 'LowRuntimeClear',
    15: 'ScheduledCommand',
    16: 'LoadRebootCommand',
    17: 'InputContactCommand',
  },
};

/** NUT, apcmicrolink-maps.c, `battery_lifetime_status_map`. */
const LIFETIME: Coding = {
  is: 'flags',
  of: {
    0: 'LifeTimeStatusOK',
    1: 'LifeTimeNearEnd',
    2: 'LifeTimeExceeded',
    3: 'LifeTimeNearEndAcknowledged',
    4: 'LifeTimeExceededAcknowledged',
    5: 'MeasuredLifeTimeNearEnd',
    6: 'MeasuredLifeTimeNearEndAcknowledged',
  },
};

/** NUT, apcmicrolink-maps.c, `language_map`: one bit, and so a choice. */
const LANGUAGE: Coding = {
  is: 'choice',
  of: { 1: 'en', 2: 'fr', 4: 'it', 8: 'de', 16: 'es', 32: 'pt', 64: 'ja', 128: 'ru' },
};

/** NUT, apcmicrolink-maps.c, `battery_test_interval_map`: one bit, and so a choice. */
const TEST_INTERVAL: Coding = {
  is: 'choice',
  of: {
    1: 'Never',
    2: 'OnStartUpOnly',
    4: 'OnStartUpPlus7',
    8: 'OnStartUpPlus14',
    16: 'OnStartUp7Since',
    32: 'OnStartUp14Since',
  },
};

/** NUT, apcmicrolink-maps.c, `output_voltage_setting_map`: one bit, and so a choice; the plain voltages in Volt. */
const OUTPUT_VOLTAGE: Readonly<Record<number, number>> = {
  0: 100,
  1: 120,
  2: 200,
  3: 208,
  4: 220,
  5: 230,
  6: 240,
  11: 110,
  12: 127,
  18: 115,
  19: 125,
};

/** The rated output voltage that the setting `2:4.7.2C` stands for; null where it is several or split. Volt. */
export function ratedVoltage(bits: number): number | null {
  const found = Object.entries(OUTPUT_VOLTAGE).find(([bit]) => bits === 2 ** Number(bit));
  return found?.[1] ?? null;
}

/** NUT, apc_common.c, `apc_efficiency_map`. */
const EFFICIENCY: Coding = {
  is: 'number',
  signed: true,
  point: 7,
  words: {
    [-1]: () => say('microlink.efficiency.unknown'),
    [-2]: () => say('microlink.efficiency.loadTooLow'),
    [-3]: () => say('microlink.efficiency.outputOff'),
    [-4]: () => say('microlink.efficiency.onBattery'),
    [-5]: () => say('microlink.efficiency.inBypass'),
    [-6]: () => say('microlink.efficiency.charging'),
    [-7]: () => say('microlink.efficiency.poorMains'),
    [-8]: () => say('microlink.efficiency.noBattery'),
  },
};

/** Values that stand once in a device. */
export const ROWS: readonly Row[] = [
  { path: '2:4.9.40', name: 'ups.serial', coding: text },
  { path: '2:4.9.40', name: 'device.serial', coding: text },
  { path: '2:4.9.42', name: 'device.part', coding: text },
  { path: '2:4.9.44', name: 'ups.model', coding: text },
  { path: '2:4.82', name: 'ups.id', coding: text, writable: true },
  { path: '2:4.9.1B', name: 'ups.productid', coding: hex },
  { path: '2:4.9.1C', name: 'ups.vendorid', coding: hex },
  { path: '2:4.9.19', name: 'ups.mfr.date', coding: date },
  { path: '3:4A', name: 'ups.firmware', coding: text },

  { path: '2:11', name: 'ups.test.result', coding: TEST_RESULT },
  { path: '2:13', name: 'experimental.ups.calibration.result', coding: CALIBRATION_RESULT },
  { path: '2:4.5.11', name: 'experimental.battery.test.result', coding: TEST_RESULT },
  { path: '2:4.5.13', name: 'experimental.battery.calibration.result', coding: CALIBRATION_RESULT },
  { path: '2:B', name: 'input.transfer.reason', coding: CHANGE_CAUSE },
  { path: '2:4.5.18', name: 'experimental.ups.test.interval', coding: TEST_INTERVAL, writable: true },

  { path: '2:4.5.19', name: 'battery.date.maintenance', coding: date },
  // The probe sits at the battery. NUT shows the same reading as the temperature of the UPS as well.
  { path: '2:4.5.22', name: 'battery.temperature', coding: s(7) },
  { path: '2:4.5.31', name: 'battery.runtime.low', coding: u() },
  { path: '2:4.5.42', name: 'experimental.battery.sku', coding: text },
  { path: '2:4.5.48', name: 'battery.date', coding: date, writable: true },
  { path: '2:4.5.74', name: 'experimental.battery.lifetime.status', coding: LIFETIME },
  { path: '2:4.5.9F', name: 'battery.runtime', coding: u() },
  { path: '2:4.5.20', name: 'battery.charge', coding: u(9) },
  { path: '2:4.5.21', name: 'battery.voltage', coding: s(5) },

  { path: '2:4.6.16', name: 'input.quality', coding: INPUT_QUALITY },
  { path: '2:4.6.25', name: 'input.voltage', coding: u(6) },
  { path: '2:4.6.27', name: 'input.frequency', coding: u(7) },
  { path: '2:4.6.BA', name: 'input.transfer.delay', coding: DELAY, writable: SECONDS },
  { path: '2:4.7.D', name: 'input.transfer.high', coding: u(), writable: { min: 80, max: 320 } },
  { path: '2:4.7.E', name: 'input.transfer.low', coding: u(), writable: { min: 60, max: 260 } },
  { path: '2:4.7.25', name: 'output.voltage', coding: u(6) },
  { path: '2:4.7.26', name: 'output.current', coding: u(5) },
  { path: '2:4.7.27', name: 'output.frequency', coding: u(7) },
  { path: '2:4.7.2A', name: 'ups.realpower.nominal', coding: u() },
  { path: '2:4.7.2B', name: 'ups.power.nominal', coding: u() },
  { path: '3:17', name: 'ups.efficiency', coding: EFFICIENCY },
  { path: '3:26', name: 'experimental.output.energy', coding: u() },
  { path: '3:2B', name: 'ups.display.language', coding: LANGUAGE, writable: true },

  { path: '2:4.5.F.69', name: 'experimental.statistics.battery.totaltime', coding: u() },
  { path: '2:4.6.F.69', name: 'experimental.statistics.input.totaltime', coding: u() },
  { path: '2:4.7.F.69', name: 'experimental.statistics.output.totaltime', coding: u() },
  { path: '2:4.F.69', name: 'experimental.statistics.ups.totaltime', coding: u() },
];

/** What an outlet group holds, by the last usage of its path; names follow `outlet.group.<number>.`. */
export const GROUP_ROWS = [
  { usage: '2D', key: 'timer.shutdown', coding: TIMER },
  { usage: '2E', key: 'timer.reboot', coding: TIMER },
  { usage: 'AD', key: 'timer.start', coding: TIMER },
  { usage: 'B7', key: 'delay.reboot', coding: DELAY, writable: SECONDS },
  { usage: 'B8', key: 'delay.shutdown', coding: DELAY, writable: SECONDS },
  { usage: 'B9', key: 'delay.start', coding: DELAY, writable: SECONDS },
  { usage: '82', key: 'name', coding: text, writable: true },
] as const;

/** NUT, apcmicrolink-maps.c, `microlink_outlet_status_map`. */
const OUTLET_STATE: Coding = {
  is: 'flags',
  of: {
    0: 'StateOn',
    1: 'StateOff',
    2: 'ProcessReboot',
    3: 'ProcessShutdown',
    4: 'ProcessSleep',
    7: 'PendingLoadShed',
    8: 'PendingOnDelay',
    9: 'PendingOffDelay',
    10: 'PendingOnACPresence',
    11: 'PendingOnMinRuntime',
    12: 'MemberGroupProcess1',
    13: 'MemberGroupProcess2',
    14: 'LowRuntime',
  },
};

/** Likewise, for what the vocabulary has no name for; names follow `experimental.outlet.group.<number>.`. */
export const GROUP_EXTRAS = [
  { usage: '30', key: 'runtime.return', coding: u() },
  { usage: '31', key: 'runtime.low', coding: u() },
  { usage: '84', key: 'status.cause', coding: OUTLET_CAUSE },
  { usage: 'B6', key: 'state', coding: OUTLET_STATE },
] as const;

/** Bits of `2:4.A` (NUT, apc_common.c, `apc_status_map` and `apc_alarm_map`). */
export const STATUS_BIT = {
  online: 1,
  onBattery: 2,
  bypass: 3,
  off: 4,
  fault: 5,
  test: 7,
  overload: 21,
} as const;

/** Bits of an outlet group's state (NUT, apcmicrolink-maps.c, `microlink_outlet_status_map`). */
export const OUTLET_BIT = {
  on: 0,
  off: 1,
  rebooting: 2,
  shuttingDown: 3,
  offPending: 9,
  lowRuntime: 14,
} as const;
