/**
 * What every UPS of the class may have (USB, Usage Tables for HID Power Devices 1.0), wherever makers put it: the
 * class leaves open which collections there are, so each variable lists the places where devices have it.
 *
 *     PowerSummary.RemainingCapacity   feature 0x0c   64      100 percent
 *     PowerSummary.PresentStatus       input   0x07   0c 00   bit 2 ACPresent, bit 3 BatteryPresent
 */
import { beeper, celsius, packedDate, testResult } from '../readers.ts';
import { action, flag, row } from '../rows.ts';
import type { HidTable } from '../shapes.ts';

const STATUS = ['PowerSummary.PresentStatus', 'PresentStatus', 'PowerSummary'] as const;
const MORE_STATUS = [
  ...STATUS,
  'PowerConverter.PresentStatus',
  'Output.PresentStatus',
  'Output',
  'PowerConverter.Output.PresentStatus',
  'PowerConverter.Input[1].PresentStatus',
] as const;
const BATTERY = ['Battery', 'BatterySystem.Battery', 'BatterySystem'] as const;
const below = (places: readonly string[], usage: string): readonly string[] =>
  places.map((place) => `${place}.${usage}`);

const INPUT = ['Input', 'PowerConverter.Input[1]', 'PowerConverter.Input', 'PowerSummary.Input'] as const;
const OUTPUT = ['Output', 'PowerConverter.Output'] as const;
const OUTLET = ['OutletSystem.Outlet', 'OutletSystem.Outlet[1]'] as const;
const OUTPUT_FLOW = ['Flow[4]', 'Flow'] as const;
const CAPACITY = ['PowerSummary.FullChargeCapacity', 'PowerSummary.DesignCapacity'] as const;
const TESTS = [...below(BATTERY, 'Test'), 'Output.Test', 'PowerConverter.Test', 'Test'] as const;
const BEEPERS = [
  'PowerSummary.AudibleAlarmControl',
  'BatterySystem.Battery.AudibleAlarmControl',
  'AudibleAlarmControl',
] as const;

/** The table of the class itself; all others stand on it. */
export const table: HidTable = {
  id: 'generic',
  title: 'USB Power Device Class',
  sources: ['USB Implementers Forum, Universal Serial Bus Usage Tables for HID Power Devices 1.0, 1997'],
  proof: 'captured',
  devices: [],
  names: {},
  rows: [
    row('battery.charge', ['PowerSummary.RemainingCapacity', ...below(BATTERY, 'RemainingCapacity')], {
      depth: 'quick',
      shareOf: CAPACITY,
    }),
    row('battery.runtime', ['PowerSummary.RunTimeToEmpty', ...below(BATTERY, 'RunTimeToEmpty')], { depth: 'quick' }),
    row('ups.load', [...below([...OUTPUT, 'PowerConverter', ...OUTLET], 'PercentLoad'), 'PowerSummary.PercentLoad'], {
      depth: 'quick',
    }),

    row('battery.charge.low', ['PowerSummary.RemainingCapacityLimit'], { settable: true, shareOf: CAPACITY }),
    row('battery.charge.warning', ['PowerSummary.WarningCapacityLimit'], { depth: 'once', shareOf: CAPACITY }),
    row('battery.runtime.low', ['PowerSummary.RemainingTimeLimit', ...below(BATTERY, 'RemainingTimeLimit')], {
      settable: true,
    }),
    row('battery.voltage', [...below(BATTERY, 'Voltage'), 'PowerSummary.Voltage']),
    row('battery.voltage.nominal', [...below(BATTERY, 'ConfigVoltage'), 'PowerSummary.ConfigVoltage'], {
      depth: 'once',
    }),
    row('battery.current', [...below(BATTERY, 'Current'), 'PowerSummary.Current']),
    row('battery.temperature', below(BATTERY, 'Temperature'), { reader: celsius }),
    row('battery.type', 'PowerSummary.iDeviceChemistry', { reader: 'string' }),
    row('battery.mfr.date', below(BATTERY, 'ManufacturerDate'), { reader: packedDate, settable: true }),

    row('ups.temperature', ['PowerSummary.Temperature', 'PowerConverter.Temperature'], { reader: celsius }),
    row('ups.power', below([...OUTPUT, ...OUTLET], 'ApparentPower')),
    row('ups.realpower', below([...OUTPUT, ...OUTLET], 'ActivePower')),
    row('ups.power.nominal', below([...OUTPUT, ...OUTPUT_FLOW, 'PowerConverter'], 'ConfigApparentPower'), {
      depth: 'once',
    }),
    row('ups.realpower.nominal', below([...OUTPUT, ...OUTPUT_FLOW, 'PowerConverter'], 'ConfigActivePower'), {
      depth: 'once',
    }),
    row('ups.beeper.status', BEEPERS, { reader: beeper }),
    row('ups.test.result', TESTS, { reader: testResult }),
    row('ups.mfr.date', ['ManufacturerDate', 'PowerSummary.ManufacturerDate'], { reader: packedDate, depth: 'once' }),

    row('ups.mfr', 'PowerSummary.iManufacturer', { reader: 'string' }),
    row('ups.model', 'PowerSummary.iProduct', { reader: 'string' }),
    row('ups.serial', 'PowerSummary.iSerialNumber', { reader: 'string' }),

    row('input.voltage', below(INPUT, 'Voltage')),
    row('input.voltage.nominal', below([...INPUT, 'Flow[1]'], 'ConfigVoltage'), { depth: 'once' }),
    row('input.current', below(INPUT, 'Current')),
    row('input.frequency', below(INPUT, 'Frequency')),
    row('input.frequency.nominal', below([...INPUT, 'Flow[1]'], 'ConfigFrequency'), { depth: 'once' }),
    row('input.transfer.low', below([...INPUT, ...OUTPUT], 'LowVoltageTransfer'), { settable: true }),
    row('input.transfer.high', below([...INPUT, ...OUTPUT], 'HighVoltageTransfer'), { settable: true }),

    row('output.voltage', below(OUTPUT, 'Voltage')),
    row('output.voltage.nominal', below([...OUTPUT, ...OUTPUT_FLOW], 'ConfigVoltage'), { depth: 'once' }),
    row('output.current', below(OUTPUT, 'Current')),
    row('output.current.nominal', below([...OUTPUT, ...OUTPUT_FLOW], 'ConfigCurrent'), { depth: 'once' }),
    row('output.frequency', below(OUTPUT, 'Frequency')),
    row('output.frequency.nominal', below([...OUTPUT, ...OUTPUT_FLOW], 'ConfigFrequency'), { depth: 'once' }),
  ],
  flags: [
    flag('online', below(STATUS, 'ACPresent')),
    flag('discharging', below(STATUS, 'Discharging')),
    flag('charging', below(STATUS, 'Charging')),
    flag('full', below(STATUS, 'FullyCharged')),
    flag('low', below(STATUS, 'BelowRemainingCapacityLimit')),
    flag('timeLimit', below(STATUS, 'RemainingTimeLimitExpired')),
    flag('imminent', below([...STATUS], 'ShutdownImminent')),
    flag('replace', below(STATUS, 'NeedReplacement')),
    flag('noBattery', below(STATUS, 'BatteryPresent'), 'clear'),
    flag('overload', below(MORE_STATUS, 'Overload')),
    flag('boost', below(MORE_STATUS, 'Boost')),
    flag('trim', below(MORE_STATUS, 'Buck')),
    flag('off', ['PowerSummary.PresentStatus.Good'], 'clear'),
    flag('fault', below(STATUS, 'InternalFailure')),
    flag('fault', ['PowerConverter.PresentStatus.InternalFailure']),
    flag('overheat', below([...STATUS, 'PowerConverter.PresentStatus'], 'OverTemperature')),
    flag('lostInside', below([...STATUS, 'Output'], 'CommunicationLost')),
    // "5: in progress" of the Test usage (HID Power Devices 1.0, 4.1.5).
    flag('test', TESTS, { oneOf: [5] }),
  ],
  delays: ['PowerSummary', 'Output', ...OUTLET].map((place) => ({
    off: `${place}.DelayBeforeShutdown`,
    on: `${place}.DelayBeforeStartup`,
    reboot: `${place}.DelayBeforeReboot`,
  })),
  actions: [
    action('test.battery.start.quick', TESTS, 1),
    action('test.battery.start.deep', TESTS, 2),
    action('test.battery.stop', TESTS, 3),
    action('beeper.disable', BEEPERS, 1),
    action('beeper.enable', BEEPERS, 2),
    action('beeper.mute', BEEPERS, 3),
  ],
  quirks: [
    {
      devices: [{ vendor: 0x5131, products: [0x2007] }],
      because: 'networkupstools/nut#3227: runtime 0 while on mains and fully charged, a battery of 2.2 V',
      does: { field: 'RunTimeToEmpty', ignore: { raw: 0 } },
    },
    {
      devices: [{ vendor: 0x5131, products: [0x2007] }],
      because: 'networkupstools/nut#3227: 220, the rating of the mains, with the exponent of hundredths',
      does: { field: 'PowerSummary.ConfigVoltage', ignore: 'always' },
    },
  ],
};
