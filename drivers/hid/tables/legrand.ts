/**
 * Legrand Keor: the class, with exponents that are off by other powers of ten in each model: no factor of a series fits the
 * next firmware (networkupstools/nut#1138, #3540). What is measured is mended by its ratings (`src-shared/nut/judge`); a
 * transfer voltage is a setting, which is written in the device's own scale.
 */
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
      because: 'NUT, drivers/legrand-hid.c: tens of Volt under the exponent of Volts',
      does: { field: 'PowerConverter.Output.HighVoltageTransfer', times: 10, when: { below: 100 } },
    },
  ],
});
