/** Salicru: the class, in the places of either kind. */
import { extend, row } from '../rows.ts';
import { table as generic } from './generic.ts';

export const table = extend(generic, {
  id: 'salicru',
  title: 'Salicru',
  sources: ['NUT, drivers/salicru-hid.c'],
  proof: 'derived',
  devices: [{ vendor: 0x2e66, products: [0x0101, 0x0201, 0x0202, 0x0203, 0x0300, 0x0302] }],
  // On models whose measures are in PowerConverter, PowerSummary's rated voltage is that of the output.
  rows: [row('output.voltage.nominal', ['Output.ConfigVoltage', 'Flow[4].ConfigVoltage'], { depth: 'once' })],
});
