/** Mini-Box openUPS: a converter for direct current, whose meters count in steps. */
import { extend, row } from '../rows.ts';
import { table as generic } from './generic.ts';

const OPEN = 'PowerSummary';

export const table = extend(generic, {
  id: 'openups',
  title: 'Mini-Box openUPS',
  sources: ['NUT, drivers/openups-hid.c: factors of the meters'],
  proof: 'derived',
  devices: [{ vendor: 0x04d8, products: [0xd004, 0xd005] }],
  rows: [
    row('battery.mfr.date', `${OPEN}.iOEMInformation`, { reader: 'string' }),
    row('ups.serial', `${OPEN}.iSerialNumber`, { reader: 'string' }),
    row('output.voltage', `${OPEN}.Output.Voltage`),
    row('output.current', `${OPEN}.Output.Current`),
    row('input.voltage', `${OPEN}.Input.Voltage`),
    row('input.current', `${OPEN}.Input.Current`),
  ],
  // PowerSummary's temperature is the bare reading of a thermistor.
  without: ['ups.temperature'],
  quirks: (
    [
      ['Input.Voltage', 3.545, 0.1],
      ['Output.Voltage', 2.571, 0.1],
      ['Input.Current', 0.08274, 0.1],
      ['Output.Current', 1.6113, 0.1],
    ] as const
  ).flatMap(([field, first, second]) => [
    {
      devices: [{ vendor: 0x04d8, products: [0xd004] }],
      because: 'NUT, drivers/openups-hid.c: steps of the converter in place of the unit',
      does: { field: `${OPEN}.${field}`, times: first },
    },
    {
      devices: [{ vendor: 0x04d8, products: [0xd005] }],
      because: 'NUT, drivers/openups-hid.c: tenths in place of the unit',
      does: { field: `${OPEN}.${field}`, times: second },
    },
  ]),
});
