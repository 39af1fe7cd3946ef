/**
 * MGE and Eaton, and those who build after them. Vendor page 0xffff; Flow, Input and Outlet are numbered by the type of
 * their collection: Flow[1] and Input[1] are mains, [2] the bypass, [3] the battery, Flow[4] the output; Outlet[1] is the
 * main outlet (MGE USB Devices HID Description for NUT AA, 2.1).
 *
 *     Flow[4].ConfigApparentPower, ConfigFrequency    feature 0x0d   52 03 32     850 VA, 50 Hz
 *     OutletSystem.Outlet[2].PresentStatus.SwitchOn/Off   feature 0x02, bits 8 to 15   01
 */
import type { VarName } from '../../../src-shared/nut/index.ts';
import { celsius, choice, clock, enabledDisabled, label, number, onOff, rawTimes, yesNo } from '../readers.ts';
import { action, extend, flag, row } from '../rows.ts';
import type { Row } from '../shapes.ts';
import { table as generic } from './generic.ts';

/** Usages of page 0xffff that carry something NUT has a name for (NUT, drivers/mge-hid.c). */
const NAMES = {
  Statistic: 0xffff0003,
  StatisticSystem: 0xffff0004,
  USB: 0xffff0005,
  Phase: 0xffff0010,
  Inverter: 0xffff0014,
  LCMSystem: 0xffff0018,
  LCMAlarm: 0xffff001a,
  OverallAlarm: 0xffff0022,
  ConfigurationFailure: 0xffff002d,
  ConverterType: 0xffff0041,
  AutomaticRestart: 0xffff0043,
  ForcedReboot: 0xffff0044,
  TestPeriod: 0xffff0045,
  EnergySaving: 0xffff0046,
  StartOnBattery: 0xffff0047,
  DeepDischargeProtection: 0xffff0049,
  ShortCircuit: 0xffff004a,
  ExtendedVoltageMode: 0xffff004b,
  SensitivityMode: 0xffff004c,
  RemainingCapacityLimitSetting: 0xffff004d,
  ExtendedFrequencyMode: 0xffff004e,
  LowVoltageBoostTransfer: 0xffff0050,
  HighVoltageBoostTransfer: 0xffff0051,
  LowVoltageBuckTransfer: 0xffff0052,
  HighVoltageBuckTransfer: 0xffff0053,
  OverloadTransferEnable: 0xffff0054,
  OutOfToleranceTransferEnable: 0xffff0055,
  ForcedTransferEnable: 0xffff0056,
  LowVoltageBypassTransfer: 0xffff0057,
  HighVoltageBypassTransfer: 0xffff0058,
  LowVoltageEcoTransfer: 0xffff005a,
  HighVoltageEcoTransfer: 0xffff005b,
  ShutdownTimer: 0xffff005d,
  StartupTimer: 0xffff005e,
  RestartLevel: 0xffff005f,
  EmergencyStop: 0xffff0068,
  PowerFactor: 0xffff0069,
  ChargerType: 0xffff006b,
  VoltageTooHigh: 0xffff0074,
  VoltageTooLow: 0xffff0075,
  FanFailure: 0xffff0077,
  WiringFault: 0xffff0078,
  Threshold: 0xffff007d,
  OverThreshold: 0xffff007e,
  ECOControl: 0xffff0085,
  Efficiency: 0xffff0086,
  ABMEnable: 0xffff0087,
  TimerExpired: 0xffff0093,
  Mode: 0xffff0094,
  Country: 0xffff0095,
  Time: 0xffff0097,
  Code: 0xffff0098,
  iDesignator: 0xffff00ba,
  System: 0xffff00e5,
  Status: 0xffff00e9,
  iModel: 0xffff00f0,
  iVersion: 0xffff00f1,
  iPartNumber: 0xffff00f3,
  iReferenceNumber: 0xffff00f4,
} as const;

/** What the charger does, by Charger.Status and by the older Charger.Mode (NUT, drivers/mge-hid.c, table of ABM). */
const CHARGER_STATUS = choice({ 1: 'charging', 2: 'floating', 3: 'resting', 4: 'discharging', 6: 'off' });
const CHARGER_MODE = choice({ 1: 'charging', 2: 'discharging', 3: 'floating', 4: 'resting', 6: 'off' });

const OUTPUT = 'PowerConverter.Output';
const BYPASS = 'PowerConverter.Input[2]';

/** The outlets beside the main one: MGE's Outlet[2] is outlet 1 of NUT. */
const OUTLETS: readonly Row[] = ([1, 2, 3] as const).flatMap((id) => {
  const place = `OutletSystem.Outlet[${id + 1}]`;
  const name = (rest: OutletName): VarName => `outlet.${id}.${rest}`;
  return [
    row(name('id'), `${place}.OutletID`, { reader: label, depth: 'once' }),
    row(name('switchable'), `${place}.PresentStatus.Switchable`, { reader: yesNo, depth: 'once' }),
    row(name('status'), `${place}.PresentStatus.SwitchOn/Off`, { reader: onOff }),
    row(name('designator'), `${place}.iDesignator`, { reader: 'string' }),
    row(name('autoswitch.charge.low'), `${place}.RemainingCapacityLimit`, { settable: true }),
    row(name('delay.shutdown'), `${place}.ShutdownTimer`, { settable: true }),
    row(name('delay.start'), `${place}.StartupTimer`, { settable: true }),
    row(name('power'), `${place}.ApparentPower`),
    row(name('realpower'), `${place}.ActivePower`),
    row(name('current'), `${place}.Current`),
  ];
});
type OutletName =
  | 'id'
  | 'switchable'
  | 'status'
  | 'designator'
  | 'autoswitch.charge.low'
  | 'delay.shutdown'
  | 'delay.start'
  | 'power'
  | 'realpower'
  | 'current';

/** Phases of a three-phase UPS, with MGE's numbers of them. */
const PHASES: readonly Row[] = ([1, 2, 3] as const).flatMap((phase) => [
  row(`input.L${phase}-N.voltage`, `PowerConverter.Input[1].Phase[${phase}].Voltage`),
  row(`input.L${phase}.current`, `PowerConverter.Input[1].Phase[${phase}].Current`),
  row(`output.L${phase}-N.voltage`, `${OUTPUT}.Phase[${phase}].Voltage`),
  row(`output.L${phase}.current`, `${OUTPUT}.Phase[${phase}].Current`),
  row(`ups.L${phase}.power`, `${OUTPUT}.Phase[${phase}].ApparentPower`),
  row(`ups.L${phase}.realpower`, `${OUTPUT}.Phase[${phase}].ActivePower`),
]);

const setting = { settable: true } as const;
const enabling = { reader: enabledDisabled, settable: true } as const;
const asking = { reader: yesNo, settable: true } as const;

/** The table of MGE and Eaton; Phoenixtec's stands on it. */
export const table = extend(generic, {
  id: 'mge',
  title: 'Eaton and MGE',
  sources: [
    'MGE UPS Systems, MGE USB Devices HID Description for NUT, 34003616 ZA AA, 2001',
    'NUT, drivers/mge-hid.c: usages of page 0xffff and what they mean',
  ],
  proof: 'captured',
  devices: [
    { vendor: 0x0463, products: [0x0001, 0xffff] },
    { vendor: 0x047c, products: [0xffff] },
    { vendor: 0x0592, products: [0x0004] },
    { vendor: 0x03f0, products: [0x1fe5, 0x1fe6, 0x1fe7, 0x1fe8] },
    { vendor: 0x2b2d, products: [0xffff] },
    { vendor: 0x06da, products: [0xffff], manufacturer: 'AEG' },
    { vendor: 0x04b3, products: [0x0001] },
    { vendor: 0x09d6, products: [0x0001] },
  ],
  names: NAMES,
  // PowerSummary's voltage is the battery's on some models and the output's on others, and nothing says which.
  without: ['battery.voltage', 'battery.voltage.nominal'],
  rows: [
    row('battery.voltage', ['BatterySystem.Voltage', 'BatterySystem.Battery.Voltage']),
    row('battery.voltage.nominal', ['BatterySystem.ConfigVoltage', 'BatterySystem.Battery.ConfigVoltage'], {
      depth: 'once',
    }),
    row('battery.charge.low', 'PowerSummary.RemainingCapacityLimitSetting', setting),
    row('battery.charge.restart', 'PowerSummary.RestartLevel', setting),
    // Ampere-seconds.
    row('battery.capacity', 'BatterySystem.Battery.DesignCapacity', { reader: rawTimes(1 / 3600), depth: 'once' }),
    row('battery.protection', 'BatterySystem.Battery.DeepDischargeProtection', asking),
    row('battery.energysave', 'PowerConverter.Input[3].EnergySaving', asking),
    row('battery.energysave.load', 'PowerConverter.Input[3].ConfigPercentLoad', setting),
    row('battery.energysave.realpower', 'PowerConverter.Input[3].ConfigActivePower', setting),
    row(
      'battery.energysave.delay',
      ['PowerConverter.Input[3].EnergySaving.ShutdownTimer', 'PowerConverter.Input[3].ShutdownTimer'],
      setting,
    ),
    row('battery.charger.status', 'BatterySystem.Charger.Status', { reader: CHARGER_STATUS }),
    row('battery.charger.status', 'BatterySystem.Charger.Mode', { reader: CHARGER_MODE }),
    row('battery.charger.type', 'BatterySystem.Charger.ChargerType', {
      reader: choice({
        0: 'None',
        1: 'Extended (CLA)',
        2: 'Large extension',
        3: 'Extra large extension (XL)',
        4: 'ABM',
        5: 'Constant Charge (CC)',
      }),
      depth: 'once',
    }),
    row('device.part', ['PowerSummary.iPartNumber', 'PowerSummary.iReferenceNumber'], { reader: 'string' }),
    row('device.usb.version', 'System.USB.iVersion', { reader: 'string' }),
    row('ups.efficiency', `${OUTPUT}.Efficiency`),
    row('ups.firmware', 'PowerSummary.iVersion', { reader: 'string' }),
    row('ups.load', 'PowerSummary.PercentLoad', { depth: 'quick' }),
    row('ups.load.high', 'Flow[4].ConfigPercentLoad', setting),
    row('ups.test.interval', 'BatterySystem.Battery.TestPeriod', setting),
    row('ups.start.auto', 'PowerConverter.Input[1].AutomaticRestart', asking),
    row('ups.start.battery', 'PowerConverter.Input[3].StartOnBattery', asking),
    row('ups.start.reboot', `${OUTPUT}.ForcedReboot`, asking),
    row('ups.shutdown', 'PowerSummary.PresentStatus.Switchable', enabling),
    row('ups.date', 'PowerSummary.Time', { reader: clock('date') }),
    row('ups.time', 'PowerSummary.Time', { reader: clock('time') }),
    row('ups.temperature', 'PowerSummary.Temperature', { reader: celsius }),
    row('ups.type', 'PowerConverter.ConverterType', {
      reader: choice({
        1: 'offline / line interactive',
        2: 'online',
        3: 'online - unitary/parallel',
        4: 'online - parallel with hot standy',
        5: 'online - hot standby redundancy',
      }),
      depth: 'once',
    }),
    row('input.transfer.boost.low', `${OUTPUT}.LowVoltageBoostTransfer`, setting),
    row('input.transfer.boost.high', `${OUTPUT}.HighVoltageBoostTransfer`, setting),
    row('input.transfer.trim.low', `${OUTPUT}.LowVoltageBuckTransfer`, setting),
    row('input.transfer.trim.high', `${OUTPUT}.HighVoltageBuckTransfer`, setting),
    row('input.transfer.eco.low', `${OUTPUT}.LowVoltageEcoTransfer`, setting),
    row('input.transfer.eco.high', `${OUTPUT}.HighVoltageEcoTransfer`, setting),
    row('input.transfer.bypass.low', `${OUTPUT}.LowVoltageBypassTransfer`, setting),
    row('input.transfer.bypass.high', `${OUTPUT}.HighVoltageBypassTransfer`, setting),
    row('input.transfer.bypass.forced', `${BYPASS}.ForcedTransferEnable`, enabling),
    row('input.transfer.bypass.overload', `${BYPASS}.OverloadTransferEnable`, enabling),
    row('input.transfer.bypass.outlimits', `${BYPASS}.OutOfToleranceTransferEnable`, enabling),
    row('input.sensitivity', `${OUTPUT}.SensitivityMode`, {
      reader: choice({ 0: 'normal', 1: 'high', 2: 'low' }),
      settable: true,
    }),
    row('input.voltage.extended', `${OUTPUT}.ExtendedVoltageMode`, asking),
    row('input.frequency.extended', `${OUTPUT}.ExtendedFrequencyMode`, asking),
    row('input.current.nominal', 'Flow[1].ConfigCurrent', { depth: 'once' }),
    row('input.bypass.voltage', `${BYPASS}.Voltage`),
    row('input.bypass.voltage.nominal', 'Flow[2].ConfigVoltage', { depth: 'once' }),
    row('input.bypass.current', `${BYPASS}.Current`),
    row('input.bypass.frequency', `${BYPASS}.Frequency`),
    row('input.bypass.frequency.nominal', 'Flow[2].ConfigFrequency', { depth: 'once' }),
    row('output.voltage.nominal', 'Flow[4].ConfigVoltage', { reader: number }),
    row('output.powerfactor', `${OUTPUT}.PowerFactor`, { reader: rawTimes(0.01) }),
    row('outlet.id', 'OutletSystem.Outlet[1].OutletID', { reader: label, depth: 'once' }),
    row('outlet.switchable', 'OutletSystem.Outlet[1].PresentStatus.Switchable', { reader: yesNo, depth: 'once' }),
    ...OUTLETS,
    ...PHASES,
  ],
  flags: [
    flag('onBattery', 'PowerConverter.Input[3].PresentStatus.Used'),
    flag('bypass', `${BYPASS}.PresentStatus.Used`),
    flag('bypass', 'PowerConverter.Input[4].PresentStatus.Used'),
    flag('eco', 'PowerConverter.Input[5].PresentStatus.Used'),
    flag('overload', `${OUTPUT}.Overload[1].PresentStatus.OverThreshold`),
    flag('overload', `${OUTPUT}.Overload[2].PresentStatus.OverThreshold`),
    flag('replace', 'LCMSystem.LCMAlarm[2].PresentStatus.TimerExpired'),
    flag('fan', 'PowerSummary.PresentStatus.FanFailure'),
    flag('noBattery', 'BatterySystem.Battery.PresentStatus.Present', 'clear'),
    flag('charger', 'BatterySystem.Charger.PresentStatus.InternalFailure'),
    flag('batteryVoltage', 'BatterySystem.Charger.PresentStatus.VoltageTooHigh'),
    flag('batteryVoltage', 'BatterySystem.Charger.PresentStatus.VoltageTooLow'),
    flag('batteryVoltage', 'BatterySystem.Battery.PresentStatus.VoltageTooHigh'),
    flag('fault', 'PowerConverter.Inverter.PresentStatus.InternalFailure'),
    flag('fault', 'PowerConverter.Inverter.PresentStatus.VoltageTooHigh'),
    flag('fault', 'PowerConverter.Inverter.PresentStatus.VoltageTooLow'),
    flag('fault', 'PowerSummary.PresentStatus.ConfigurationFailure'),
    flag('emergency', 'PowerSummary.PresentStatus.EmergencyStop'),
    flag('wiring', 'PowerConverter.Input[1].PresentStatus.WiringFault'),
    flag('shortCircuit', `${OUTPUT}.PresentStatus.ShortCircuit`),
  ],
  actions: [
    ...([1, 2, 3] as const).flatMap((id) => [
      action(`outlet.${id}.load.off`, `OutletSystem.Outlet[${id + 1}].DelayBeforeShutdown`, 0),
      action(`outlet.${id}.load.on`, `OutletSystem.Outlet[${id + 1}].DelayBeforeStartup`, 0),
    ]),
    action('bypass.start', `${BYPASS}.SwitchOnControl`, 1),
    action('bypass.stop', `${BYPASS}.SwitchOffControl`, 1),
    action('experimental.ecomode.start', 'PowerConverter.Input[5].Switchable', 1),
    action('experimental.ecomode.stop', 'PowerConverter.Input[5].Switchable', 0),
    action('experimental.essmode.start', 'PowerConverter.Input[5].Switchable', 2),
    action('experimental.essmode.stop', 'PowerConverter.Input[5].Switchable', 0),
  ],
  quirks: [
    {
      devices: [{ vendor: 0x0463 }, { vendor: 0x047c }],
      because: 'NUT, drivers/libhid.c: reports 254 and 255 of Eaton and Dell are not to be read like others',
      does: { leave: [254, 255] },
    },
  ],
});
