/**
 * The usages of UPSes by name (USB, Usage Tables for HID Power Devices 1.0, tables 2 and 3), and usage paths as text:
 * `PowerSummary.PresentStatus.ACPresent`, `Flow[4].ConfigVoltage`. The application collection is left out of paths,
 * because it is the same for all of them.
 */
import type { HidField, PathNode } from './field.ts';

const POWER = 0x0084;
const BATTERY = 0x0085;

/** Power Device page, 0x84. */
const POWER_DEVICE = {
  iName: 0x01,
  PresentStatus: 0x02,
  ChangedStatus: 0x03,
  UPS: 0x04,
  PowerSupply: 0x05,
  BatterySystem: 0x10,
  BatterySystemID: 0x11,
  Battery: 0x12,
  BatteryID: 0x13,
  Charger: 0x14,
  ChargerID: 0x15,
  PowerConverter: 0x16,
  PowerConverterID: 0x17,
  OutletSystem: 0x18,
  OutletSystemID: 0x19,
  Input: 0x1a,
  InputID: 0x1b,
  Output: 0x1c,
  OutputID: 0x1d,
  Flow: 0x1e,
  FlowID: 0x1f,
  Outlet: 0x20,
  OutletID: 0x21,
  Gang: 0x22,
  GangID: 0x23,
  PowerSummary: 0x24,
  PowerSummaryID: 0x25,
  Voltage: 0x30,
  Current: 0x31,
  Frequency: 0x32,
  ApparentPower: 0x33,
  ActivePower: 0x34,
  PercentLoad: 0x35,
  Temperature: 0x36,
  Humidity: 0x37,
  BadCount: 0x38,
  ConfigVoltage: 0x40,
  ConfigCurrent: 0x41,
  ConfigFrequency: 0x42,
  ConfigApparentPower: 0x43,
  ConfigActivePower: 0x44,
  ConfigPercentLoad: 0x45,
  ConfigTemperature: 0x46,
  ConfigHumidity: 0x47,
  SwitchOnControl: 0x50,
  SwitchOffControl: 0x51,
  ToggleControl: 0x52,
  LowVoltageTransfer: 0x53,
  HighVoltageTransfer: 0x54,
  DelayBeforeReboot: 0x55,
  DelayBeforeStartup: 0x56,
  DelayBeforeShutdown: 0x57,
  Test: 0x58,
  ModuleReset: 0x59,
  AudibleAlarmControl: 0x5a,
  Present: 0x60,
  Good: 0x61,
  InternalFailure: 0x62,
  VoltageOutOfRange: 0x63,
  FrequencyOutOfRange: 0x64,
  Overload: 0x65,
  OverCharged: 0x66,
  OverTemperature: 0x67,
  ShutdownRequested: 0x68,
  ShutdownImminent: 0x69,
  'SwitchOn/Off': 0x6b,
  Switchable: 0x6c,
  Used: 0x6d,
  Boost: 0x6e,
  Buck: 0x6f,
  Initialized: 0x70,
  Tested: 0x71,
  AwaitingPower: 0x72,
  CommunicationLost: 0x73,
  iManufacturer: 0xfd,
  iProduct: 0xfe,
  iSerialNumber: 0xff,
} as const;

/** Battery System page, 0x85. */
const BATTERY_SYSTEM = {
  ManufacturerAccess: 0x28,
  RemainingCapacityLimit: 0x29,
  RemainingTimeLimit: 0x2a,
  AtRate: 0x2b,
  CapacityMode: 0x2c,
  TerminateCharge: 0x40,
  TerminateDischarge: 0x41,
  BelowRemainingCapacityLimit: 0x42,
  RemainingTimeLimitExpired: 0x43,
  Charging: 0x44,
  Discharging: 0x45,
  FullyCharged: 0x46,
  FullyDischarged: 0x47,
  ConditioningFlag: 0x48,
  NeedReplacement: 0x4b,
  AverageCurrent: 0x62,
  MaxError: 0x63,
  RelativeStateOfCharge: 0x64,
  AbsoluteStateOfCharge: 0x65,
  RemainingCapacity: 0x66,
  FullChargeCapacity: 0x67,
  RunTimeToEmpty: 0x68,
  AverageTimeToEmpty: 0x69,
  AverageTimeToFull: 0x6a,
  CycleCount: 0x6b,
  DesignCapacity: 0x83,
  SpecificationInfo: 0x84,
  ManufacturerDate: 0x85,
  SerialNumber: 0x86,
  iManufacturerName: 0x87,
  iDeviceName: 0x88,
  iDeviceChemistry: 0x89,
  Rechargeable: 0x8b,
  WarningCapacityLimit: 0x8c,
  CapacityGranularity1: 0x8d,
  CapacityGranularity2: 0x8e,
  iOEMInformation: 0x8f,
  InhibitCharge: 0xc0,
  ACPresent: 0xd0,
  BatteryPresent: 0xd1,
  PowerFail: 0xd2,
  AlarmInhibited: 0xd3,
  VoltageNotRegulated: 0xdb,
} as const;

/** Names of usages, and their numbers with the page in the upper 16 bits. */
export type UsageNames = Readonly<Record<string, number>>;

/** Every usage of the two pages that is named here. */
export const USAGES: UsageNames = Object.fromEntries([
  ...Object.entries(POWER_DEVICE).map(([name, id]) => [name, POWER * 0x10000 + id] as const),
  ...Object.entries(BATTERY_SYSTEM).map(([name, id]) => [name, BATTERY * 0x10000 + id] as const),
]);

/** Whether a usage is one of the Power Device or Battery System page. */
export function isPowerUsage(usage: number): boolean {
  const page = Math.floor(usage / 0x10000);
  return page === POWER || page === BATTERY;
}

const NODE = /^([\w/]+?)(?:\[(\d+)\])?$/;
const HEX = /^[0-9a-f]{8}$/;

/**
 * Takes the text of a path apart. A usage without a name is written as eight hexadecimal digits. Throws `RangeError`
 * on a name that neither `names` nor the standard knows: paths are written by us.
 */
export function pathOf(text: string, names: UsageNames = {}): readonly PathNode[] {
  return text.split('.').map((part) => {
    const [, name = '', index] = NODE.exec(part) ?? [];
    const usage = names[name] ?? USAGES[name] ?? (HEX.test(name) ? Number.parseInt(name, 16) : undefined);
    if (usage === undefined) throw new RangeError(`"${part}" in the path ${text} is no usage.`);
    return index === undefined ? { usage } : { usage, index: Number(index) };
  });
}

/** Numbers to names, made once for the standard's. */
function namesOf(names: UsageNames): ReadonlyMap<number, string> {
  return new Map(Object.entries(names).map(([name, usage]) => [usage, name]));
}
const STANDARD = namesOf(USAGES);

/** The path of a field as text, without the application collection. */
export function pathText({ path }: Pick<HidField, 'path'>, names: UsageNames = {}): string {
  const own = namesOf(names);
  return path
    .slice(path.length > 1 ? 1 : 0)
    .map(({ usage, index }) => {
      const name = own.get(usage) ?? STANDARD.get(usage) ?? usage.toString(16).padStart(8, '0');
      return index === undefined ? name : `${name}[${index}]`;
    })
    .join('.');
}
