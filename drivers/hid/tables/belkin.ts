/**
 * Belkin, with nearly everything on page 0x86, and the Liebert models on Belkin's board (vendor 10af).
 *
 *     BELKINPowerState.BELKINInput.BELKINVoltage   feature   bd 04   121.3 V (tenths)
 *     PowerConverter.Input.Voltage                 feature 0x18   bd 04   121.3 V, said to be 0.001213 V (10af:0002)
 */
import { beeper, choice, plain, rawTimes } from '../readers.ts';
import { action, extend, flag, row } from '../rows.ts';
import type { DeviceMatch, Quirk, Reader } from '../shapes.ts';
import { table as generic } from './generic.ts';
import { say } from '../../../src-shared/texts/say.ts';

const CONFIG = 'BELKINConfig';
const CONTROLS = 'BELKINControls';
const INPUT = 'BELKINPowerState.BELKINInput';
const OUTPUT = 'BELKINPowerState.BELKINOutput';
const BATTERY = 'BELKINBatterySystem';
const POWER = 'BELKINStatus.BELKINPowerStatus';
const STATUS = 'BELKINStatus.BELKINBatteryStatus';
const tenth = { reader: rawTimes(0.1) } as const;
const fixed = { reader: plain, depth: 'once' } as const;
const chosen = { reader: plain, settable: true } as const;

/** Low nibble of BELKINUPSType; the high one is the firmware (NUT, drivers/belkin-hid.c). */
const KINDS = [
  'online',
  'offline',
  'line-interactive',
  'simple online',
  'simple offline',
  'simple line-interactive',
] as const;
const KIND: Reader = {
  of: 'raw',
  read: ({ raw }) => {
    const kind = KINDS[raw & 0xf];
    return kind === undefined ? { absent: say('hid.noKind', { raw: raw & 0xf }) } : { value: kind };
  },
  write: () => null,
};
const FIRMWARE: Reader = { of: 'raw', read: ({ raw }) => ({ value: String(raw >> 4) }), write: () => null };

const LIEBERT: readonly DeviceMatch[] = [{ vendor: 0x10af }];
const SMALL = 'NUT, drivers/belkin-hid.c, and networkupstools/nut#2816: volts are tenths, whatever the exponent says';

export const table = extend(generic, {
  id: 'belkin',
  title: 'Belkin, and Liebert PowerSure and GXT',
  sources: ['NUT, drivers/belkin-hid.c: usages of page 0x86 and what they mean, scales of Liebert'],
  proof: 'captured',
  devices: [
    {
      vendor: 0x050d,
      products: [0x0375, 0x0551, 0x0750, 0x0751, 0x0900, 0x0910, 0x0912, 0x0980, 0x0f51, 0x1100],
    },
    { vendor: 0x10af, products: [0x0000, 0x0001, 0x0002, 0x0004, 0x0008] },
  ],
  // The recording is a Liebert's; of Belkin's own there is none.
  unproven: [{ vendor: 0x050d }],
  names: {
    BELKINBatterySystem: 0x00860010,
    BELKINInput: 0x0086001a,
    BELKINOutput: 0x0086001c,
    BELKINPowerStatus: 0x00860021,
    BELKINBatteryStatus: 0x00860022,
    BELKINConfig: 0x00860026,
    BELKINControls: 0x00860027,
    BELKINStatus: 0x00860028,
    BELKINDevice: 0x00860029,
    BELKINPowerState: 0x0086002a,
    BELKINVoltage: 0x00860030,
    BELKINFrequency: 0x00860032,
    BELKINPower: 0x00860034,
    BELKINPercentLoad: 0x00860035,
    BELKINTemperature: 0x00860036,
    BELKINCharge: 0x00860039,
    BELKINConfigVoltage: 0x00860040,
    BELKINConfigFrequency: 0x00860042,
    BELKINConfigApparentPower: 0x00860043,
    BELKINConfigBatteryVoltage: 0x00860044,
    BELKINConfigOverloadTransfer: 0x00860045,
    BELKINLowVoltageTransfer: 0x00860053,
    BELKINHighVoltageTransfer: 0x00860054,
    BELKINDelayBeforeReboot: 0x00860055,
    BELKINDelayBeforeStartup: 0x00860056,
    BELKINDelayBeforeShutdown: 0x00860057,
    BELKINTest: 0x00860058,
    BELKINAudibleAlarmControl: 0x0086005a,
    BELKINLowVoltageTransferMax: 0x0086005b,
    BELKINLowVoltageTransferMin: 0x0086005c,
    BELKINHighVoltageTransferMax: 0x0086005d,
    BELKINHighVoltageTransferMin: 0x0086005e,
    BELKINVoltageSensitivity: 0x00860074,
    BELKINUPSType: 0x0086007c,
  },
  rows: [
    row('battery.charge', `${BATTERY}.BELKINCharge`, { reader: plain, depth: 'quick' }),
    row('battery.voltage', `${BATTERY}.BELKINVoltage`, tenth),
    row('battery.voltage.nominal', `${CONFIG}.BELKINConfigBatteryVoltage`, fixed),
    row('input.frequency', `${INPUT}.BELKINFrequency`, tenth),
    row('input.frequency.nominal', `${CONFIG}.BELKINConfigFrequency`, fixed),
    row('input.sensitivity', 'BELKINDevice.BELKINVoltageSensitivity', {
      reader: choice({ 0: 'normal', 1: 'reduced', 2: 'low' }),
      settable: true,
    }),
    row('input.transfer.high', `${CONFIG}.BELKINHighVoltageTransfer`, chosen),
    row('input.transfer.high.max', `${CONFIG}.BELKINHighVoltageTransferMax`, fixed),
    row('input.transfer.high.min', `${CONFIG}.BELKINHighVoltageTransferMin`, fixed),
    row('input.transfer.low', `${CONFIG}.BELKINLowVoltageTransfer`, chosen),
    row('input.transfer.low.max', `${CONFIG}.BELKINLowVoltageTransferMax`, fixed),
    row('input.transfer.low.min', `${CONFIG}.BELKINLowVoltageTransferMin`, fixed),
    row('input.voltage', `${INPUT}.BELKINVoltage`, tenth),
    row('input.voltage.nominal', `${CONFIG}.BELKINConfigVoltage`, fixed),
    row('output.frequency', `${OUTPUT}.BELKINFrequency`, tenth),
    row('output.voltage', `${OUTPUT}.BELKINVoltage`, tenth),
    row('ups.beeper.status', `${CONTROLS}.BELKINAudibleAlarmControl`, { reader: beeper }),
    row('ups.firmware', 'BELKINDevice.BELKINUPSType', { reader: FIRMWARE, depth: 'once' }),
    row('ups.load', `${OUTPUT}.BELKINPercentLoad`, { reader: plain, depth: 'quick' }),
    row('ups.load.high', `${CONFIG}.BELKINConfigOverloadTransfer`, fixed),
    row('ups.power.nominal', `${CONFIG}.BELKINConfigApparentPower`, fixed),
    row('ups.serial', 'PowerSummary.iSerialNumber', { reader: 'string' }),
    row('ups.test.result', `${CONTROLS}.BELKINTest`, {
      reader: choice({
        0: 'No test initiated',
        1: 'Done and passed',
        2: 'Done and warning',
        3: 'Done and error',
        4: 'Aborted',
        5: 'In progress',
      }),
    }),
    row('ups.type', 'BELKINDevice.BELKINUPSType', { reader: KIND, depth: 'once' }),
    row('ups.temperature', `${OUTPUT}.BELKINTemperature`, { reader: plain }),
    row('input.voltage.nominal', 'Flow.ConfigVoltage', { depth: 'once' }),
  ],
  flags: [
    flag('onBattery', POWER, { mask: 0x01, equals: 0x01 }),
    flag('online', POWER, { mask: 0x01, equals: 0x00 }),
    flag('overload', POWER, { mask: 0x10, equals: 0x10 }),
    flag('off', POWER, { mask: 0x20, equals: 0x20 }),
    flag('overheat', POWER, { mask: 0x40, equals: 0x40 }),
    flag('fault', POWER, { mask: 0x80, equals: 0x80 }),
    flag('low', STATUS, { mask: 0x04, equals: 0x04 }),
    flag('charging', STATUS, { mask: 0x10, equals: 0x10 }),
    flag('discharging', STATUS, { mask: 0x20, equals: 0x20 }),
    flag('replace', STATUS, { mask: 0x80, equals: 0x80 }),
    flag('test', `${CONTROLS}.BELKINTest`, { oneOf: [5] }),
  ],
  delays: [
    {
      off: `${CONTROLS}.BELKINDelayBeforeShutdown`,
      on: `${CONTROLS}.BELKINDelayBeforeStartup`,
      reboot: `${CONTROLS}.BELKINDelayBeforeReboot`,
    },
  ],
  actions: [
    action('test.battery.start.quick', `${CONTROLS}.BELKINTest`, 1),
    action('test.battery.start.deep', `${CONTROLS}.BELKINTest`, 2),
    action('test.battery.stop', `${CONTROLS}.BELKINTest`, 3),
    action('beeper.disable', `${CONTROLS}.BELKINAudibleAlarmControl`, 1),
    action('beeper.enable', `${CONTROLS}.BELKINAudibleAlarmControl`, 2),
    action('beeper.mute', `${CONTROLS}.BELKINAudibleAlarmControl`, 3),
  ],
  quirks: [
    { devices: LIEBERT, because: SMALL, does: { field: 'Voltage', rawTimes: 0.1, when: { below: 1 } } },
    ...['Input.Frequency', 'Output.Frequency'].map(
      (field): Quirk => ({
        devices: LIEBERT,
        because: 'networkupstools/nut#2816: tenths of a Hertz with the exponent of tens',
        does: { field, rawTimes: 0.1, when: { above: 400 } },
      }),
    ),
    {
      because: 'NUT, drivers/belkin-hid.c: this bit of Belkin is broken, the vendor page has a right one',
      devices: [{ vendor: 0x050d }],
      does: { field: 'PowerSummary.BelowRemainingCapacityLimit', ignore: 'always' },
    },
  ],
});
