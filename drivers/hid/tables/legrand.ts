/** Legrand Keor: the class, with exponents that are off in the models of each series. */
import { extend } from '../rows.ts';
import { table as generic } from './generic.ts';

export const table = extend(generic, {
  id: 'legrand',
  title: 'Legrand Keor',
  sources: ['NUT, drivers/legrand-hid.c', 'networkupstools/nut#1138'],
  proof: 'captured',
  devices: [{ vendor: 0x1cb0, products: [0x0032, 0x0038] }],
  quirks: [
    {
      devices: [{ vendor: 0x1cb0 }],
      because: 'NUT, drivers/legrand-hid.c: the battery of Keor PDU is ten times too high',
      does: { field: 'PowerSummary.ConfigVoltage', times: 0.1 },
    },
    {
      devices: [{ vendor: 0x1cb0 }],
      because: 'NUT, drivers/legrand-hid.c: the battery of Keor PDU is ten times too high',
      does: { field: 'PowerSummary.Voltage', times: 0.1 },
    },
    {
      devices: [{ vendor: 0x1cb0 }],
      because: 'NUT, drivers/legrand-hid.c: exponent of Keor SP, five too small',
      does: { field: 'BatterySystem.Battery.Voltage', times: 1e5, when: { below: 1 } },
    },
    {
      devices: [{ vendor: 0x1cb0 }],
      because: 'NUT, drivers/legrand-hid.c: exponent of Keor SP, six too small',
      does: { field: 'PowerConverter.Input.Voltage', times: 1e6, when: { below: 1 } },
    },
    {
      devices: [{ vendor: 0x1cb0 }],
      because: 'NUT, drivers/legrand-hid.c: exponent of Keor SP, seven too small',
      does: { field: 'PowerConverter.Output.Voltage', times: 1e7, when: { below: 1 } },
    },
    {
      devices: [{ vendor: 0x1cb0 }],
      because: 'NUT, drivers/legrand-hid.c: tens of Volt under the exponent of Volts',
      does: { field: 'PowerConverter.Output.HighVoltageTransfer', times: 10, when: { below: 100 } },
    },
  ],
});
