/** iDowell's battery boxes, and GoldenMate's, which reuse Phoenixtec's numbers (NUT, drivers/idowell-hid.c). */
import { extend } from '../rows.ts';
import { table as generic } from './generic.ts';

export const table = extend(generic, {
  id: 'idowell',
  title: 'iDowell, and GoldenMate',
  sources: ['NUT, drivers/idowell-hid.c'],
  proof: 'captured',
  devices: [
    { vendor: 0x075d, products: [0x0300] },
    { vendor: 0x06da, products: [0xffff], productName: 'GoldenMate' },
    { vendor: 0x06da, products: [0xffff], manufacturer: 'GoldenMate' },
  ],
});
