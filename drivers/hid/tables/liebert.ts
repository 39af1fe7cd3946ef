/**
 * Phoenixtec's models under many names (Liebert, PowerWalker, Masterguard ...): built after MGE, with a byte for each
 * flag, and with PowerSummary's voltage always that of the battery.
 *
 *     PowerSummary.PercentLoad, Voltage   feature 0x07   08 10 01    8 percent, 27.2 V (06da:ffff)
 */
import { action, extend, row } from '../rows.ts';
import { table as mge } from './mge.ts';

export const table = extend(mge, {
  id: 'liebert',
  title: 'Phoenixtec, Liebert and PowerWalker',
  sources: ['NUT, drivers/liebert-hid.c'],
  proof: 'captured',
  devices: [{ vendor: 0x06da, products: [0xffff] }],
  rows: [
    row('battery.voltage', ['PowerSummary.Voltage', 'BatterySystem.Voltage', 'BatterySystem.Battery.Voltage']),
    row('battery.voltage.nominal', ['PowerSummary.ConfigVoltage', 'BatterySystem.ConfigVoltage'], { depth: 'once' }),
  ],
  actions: [action('test.battery.start', 'BatterySystem.Battery.Test', 1)],
  quirks: [
    {
      devices: [{ vendor: 0x06da, productName: 'Offline UPS' }],
      because: 'networkupstools/nut#1270: 5 VA on models of 1200 and 2200 VA; the number is that of the model',
      does: { field: 'Flow[4].ConfigApparentPower', ignore: { raw: 5 } },
    },
  ],
});
