/** Powervar: the class, with a status bit that means something else. */
import { extend } from '../rows.ts';
import { table as generic } from './generic.ts';

export const table = extend(generic, {
  id: 'powervar',
  title: 'Powervar',
  sources: ['NUT, drivers/powervar-hid.c'],
  proof: 'derived',
  devices: [{ vendor: 0x4234, products: [0x0002] }],
  // Good says whether the UPS is well, not whether its output is on.
  without: ['off'],
});
