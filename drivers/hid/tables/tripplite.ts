/**
 * Tripp Lite, HP's T and R/T models, Minuteman. Vendor page 0xffff, with other meanings than Eaton's.
 *
 *     PowerSummary.Input.Voltage   feature 0x31   be 04   121.4 V, said to be 0.001214 V (09ae:3016)
 */
import { choice } from '../readers.ts';
import { action, extend, flag, row } from '../rows.ts';
import type { DeviceMatch, Quirk, QuirkCondition, Reader } from '../shapes.ts';
import { table as generic } from './generic.ts';

const TRIPP_LITE = 0x09ae;
/** Models that report the battery in tenths of a Volt under the exponent of Volts (NUT, drivers/tripplite-hid.c). */
const TENTHS: readonly DeviceMatch[] = [
  {
    vendor: TRIPP_LITE,
    products: [
      0x1003, 0x1007, 0x1008, 0x1009, 0x1010, 0x2005, 0x2007, 0x2008, 0x2009, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014,
    ],
  },
];
/** Newer models whose exponents are six too small for Volts and two too large for Hertz and Ampere. */
const NEWER: readonly DeviceMatch[] = [{ vendor: TRIPP_LITE, products: [0x3016, 0x3024] }];
const MINUTEMAN: readonly DeviceMatch[] = [{ vendor: 0x05dd }];
const EXPONENTS = 'networkupstools/nut#414: exponent 1 for tenths of a Volt, of a Hertz and of an Ampere';

const WATCHDOG: Reader = {
  ...choice({ 0: 'off', 60: 'on' }),
  read: ({ raw }) => ({ value: raw === 0 ? 'off' : 'on' }),
};

const newer = (field: string, when?: QuirkCondition): Quirk => ({
  devices: NEWER,
  because: EXPONENTS,
  does: { field, rawTimes: 0.1, ...(when === undefined ? {} : { when }) },
});

export const table = extend(generic, {
  id: 'tripplite',
  title: 'Tripp Lite, HP and Minuteman',
  sources: ['NUT, drivers/tripplite-hid.c: usages of page 0xffff, models and their wrong scales'],
  proof: 'captured',
  devices: [
    {
      vendor: TRIPP_LITE,
      products: [
        0x1003, 0x1007, 0x1008, 0x1009, 0x1010, 0x1330, 0x2005, 0x2007, 0x2008, 0x2009, 0x2010, 0x2011, 0x2012, 0x2013,
        0x2014, 0x3008, 0x3009, 0x3010, 0x3011, 0x3012, 0x3013, 0x3014, 0x3015, 0x3016, 0x3024, 0x4001, 0x4002, 0x4003,
        0x4004, 0x4005, 0x4006, 0x4007, 0x4008,
      ],
    },
    {
      vendor: 0x03f0,
      products: [0x0001, 0x1fe0, 0x1fe1, 0x1fe2, 0x1fe3, 0x1f06, 0x1f08, 0x1f09, 0x1f0a],
    },
    { vendor: 0x05dd, products: [0xa011, 0xa0a0] },
  ],
  names: {
    TLCustom: 0xffff0010,
    TLDelayBeforeStartup: 0xffff0056,
    TLLowVoltageTransferMax: 0xffff0057,
    TLLowVoltageTransferMin: 0xffff0058,
    TLHighVoltageTransferMax: 0xffff0059,
    TLHighVoltageTransferMin: 0xffff005a,
    OutletState: 0xffff007a,
    OutletCount: 0xffff007b,
    UPSFirmwareVersion: 0xffff007c,
    iUPSPartNumber: 0xffff007f,
    TLWatchdog: 0xffff0092,
    // Some OMNI1000LCD put four usages of the battery page on the power page (NUT, drivers/tripplite-hid.c).
    TLCharging: 0x00840044,
    TLDischarging: 0x00840045,
    TLNeedReplacement: 0x0084004b,
    TLACPresent: 0x008400d0,
  },
  // PowerSummary's voltage is the output's here.
  without: ['battery.voltage'],
  rows: [
    row('battery.voltage', ['BatterySystem.Battery.Voltage', 'BatterySystem.Voltage', 'Battery.Voltage']),
    row('output.voltage', ['PowerConverter.Output.Voltage', 'PowerSummary.Voltage']),
    row('input.voltage', ['PowerSummary.Input.Voltage', 'PowerConverter.Input.Voltage']),
    row('input.transfer.low.max', 'PowerConverter.Output.TLLowVoltageTransferMax', { depth: 'once' }),
    row('input.transfer.low.min', 'PowerConverter.Output.TLLowVoltageTransferMin', { depth: 'once' }),
    row('input.transfer.high.max', 'PowerConverter.Output.TLHighVoltageTransferMax', { depth: 'once' }),
    row('input.transfer.high.min', 'PowerConverter.Output.TLHighVoltageTransferMin', { depth: 'once' }),
    row('device.part', ['TLCustom[1].iUPSPartNumber', 'TLCustom.iUPSPartNumber'], { reader: 'string' }),
    row('ups.load', 'OutletSystem.Outlet.PercentLoad', { depth: 'quick' }),
    // Seconds that are left until it power-cycles the load; 0 when it is off.
    row('ups.watchdog.status', 'OutletSystem.Outlet.TLWatchdog', { reader: WATCHDOG }),
  ],
  flags: [
    flag('online', 'PowerSummary.PresentStatus.TLACPresent'),
    flag('discharging', 'PowerSummary.PresentStatus.TLDischarging'),
    flag('charging', 'PowerSummary.PresentStatus.TLCharging'),
    flag('replace', 'PowerSummary.PresentStatus.TLNeedReplacement'),
  ],
  delays: [
    {
      off: 'OutletSystem.Outlet.DelayBeforeShutdown',
      on: 'OutletSystem.Outlet.DelayBeforeStartup',
      reboot: 'OutletSystem.Outlet.DelayBeforeReboot',
    },
  ],
  actions: [action('reset.watchdog', 'OutletSystem.Outlet.TLWatchdog', 60)],
  quirks: [
    ...['BatterySystem.Battery.Voltage', 'BatterySystem.Voltage'].map(
      (field): Quirk => ({
        devices: TENTHS,
        because: 'NUT, drivers/tripplite-hid.c: the battery of these models is off by ten',
        does: { field, times: 0.1, when: { farFrom: 'battery.voltage.nominal' } },
      }),
    ),
    newer('Voltage', { below: 1 }),
    newer('Frequency', { above: 400 }),
    newer('Current'),
    {
      devices: MINUTEMAN,
      because: 'networkupstools/nut#1848: the descriptor has the exponents of 09ae:3016 for Volts',
      does: { field: 'Voltage', rawTimes: 0.1, when: { below: 1 } },
    },
    {
      devices: MINUTEMAN,
      because: 'networkupstools/nut#1848: the descriptor has the exponents of 09ae:3016 for Hertz',
      does: { field: 'Frequency', rawTimes: 0.1, when: { above: 400 } },
    },
    {
      devices: MINUTEMAN,
      because: 'networkupstools/nut#1848: the descriptor has the exponents of 09ae:3016 for Ampere',
      does: { field: 'Current', rawTimes: 0.1 },
    },
    {
      devices: [{ vendor: TRIPP_LITE, products: [0x1003, 0x2005] }],
      because: 'NUT, drivers/tripplite-hid.c: the index of the chemistry is wrong on AVR550U and OMNI1000LCD',
      does: { field: 'iDeviceChemistry', ignore: 'always' },
    },
    {
      devices: [{ vendor: TRIPP_LITE, products: [0x1330] }],
      because: 'NUT, drivers/libhid.c: report 0x54 upsets the firmware of SU3000LCD2UHV',
      does: { leave: [0x54] },
    },
  ],
});
