/**
 * CyberPower, PowerWalker's CyberPower models, Cyber Energy. Vendor page 0xff01.
 *
 *     Output.DelayBeforeShutdown   feature 0x15   ff ff   logical -1 to 32767 for -60 to 1966020 s: whole minutes
 *     PowerSummary.Voltage         feature 0x0a   b2 00   17.8 V where 11.9 V is true (0764:0501)
 */
import { choice, packedDate } from '../readers.ts';
import { extend, row } from '../rows.ts';
import { table as generic } from './generic.ts';

const FREQUENCIES = 'NUT, drivers/cps-hid.c: some 0764:0501 send tenths of a Hertz and say Hertz';

export const table = extend(generic, {
  id: 'cyberpower',
  title: 'CyberPower',
  sources: ['NUT, drivers/cps-hid.c: usages of page 0xff01, wrong scales and how they are recognised'],
  proof: 'captured',
  devices: [
    { vendor: 0x0764, products: [0x0005, 0x0501, 0x0601] },
    { vendor: 0x0483, products: [0xa430] },
  ],
  names: { CPSFirmwareVersion: 0xff0100d0, CPSInputSensitivity: 0xff010043 },
  rows: [
    row('battery.mfr.date', 'Battery.ManufacturerDate', { reader: packedDate, settable: true }),
    row('input.sensitivity', 'Output.CPSInputSensitivity', {
      reader: choice({ 0: 'low', 1: 'normal', 2: 'high' }),
      settable: true,
    }),
    row('ups.firmware', 'PowerSummary.CPSFirmwareVersion', { reader: 'string' }),
  ],
  quirks: [
    {
      because: 'NUT, drivers/cps-hid.c: some firmware counts the charge beyond 100 percent',
      does: { field: 'PowerSummary.RemainingCapacity', most: 100 },
    },
    {
      devices: [{ vendor: 0x0764, products: [0x0501] }],
      because: 'NUT, drivers/cps-hid.c: the battery is reported half as high again, recognised by 1.4 times its rating',
      does: {
        field: 'PowerSummary.Voltage',
        times: 2 / 3,
        // Ten times the rating is another fault (networkupstools/nut-ddl, RT650EI), which the ratings mend.
        when: {
          aboveTimes: { factor: 1.4, name: 'battery.voltage.nominal' },
          belowTimes: { factor: 2.2, name: 'battery.voltage.nominal' },
        },
      },
    },
    {
      devices: [{ vendor: 0x0764, products: [0x0501] }],
      because: FREQUENCIES,
      does: { field: 'Input.Frequency', times: 0.1, when: { above: 400 } },
    },
    {
      devices: [{ vendor: 0x0764, products: [0x0501] }],
      because: FREQUENCIES,
      does: { field: 'Output.Frequency', times: 0.1, when: { above: 400 } },
    },
  ],
});
