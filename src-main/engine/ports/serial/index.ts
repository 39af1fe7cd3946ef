/** Serial ports: bytes behind a path of this computer. */
import type { Driver } from '../../../../drivers/driver.ts';
import type { SerialAddress } from '../../../../src-shared/address/serial.ts';
import type { Clock } from '../../base/clock.ts';
import type { Plan, Way } from '../plan.ts';
import type { Port } from '../port.ts';
import { linesOf } from '../stream/line.ts';
import { examineSerial } from './doctor.ts';
import { scanSerial } from './scan.ts';
import { type SerialOptions, serialTransport } from './transport.ts';

/** A serial port of this computer. */
export const serialPort: Port<'serial'> = {
  scheme: 'serial',
  plan: (address, candidates, clock) => planSerial(address, candidates('stream'), clock),
  scan: (tools) => scanSerial(tools),
  examine: () => examineSerial(),
};

function planSerial(address: SerialAddress, drivers: readonly Driver<'stream'>[], clock: Clock): Plan<'stream'> {
  const { path, baud, dtr, rts, parity, dialect } = address;
  const port = path === undefined ? { usb: address } : { path };
  // Drivers that share the settings of the line share one opening of the port.
  const byLine = new Map<string, { readonly options: SerialOptions; readonly drivers: Driver<'stream'>[] }>();
  for (const driver of drivers) {
    for (const line of linesOf(driver.found)) {
      const options = {
        ...port,
        baud: baud ?? line.baud,
        dtr: dtr ?? line.dtr,
        rts: rts ?? line.rts,
        parity: parity ?? line.parity,
      };
      const key = JSON.stringify([options.baud, options.dtr, options.rts, options.parity]);
      const entry = byLine.get(key) ?? { options, drivers: [] };
      byLine.set(key, entry);
      if (!entry.drivers.includes(driver)) entry.drivers.push(driver);
    }
  }
  const ways = [...byLine.values()].map(
    (line): Way<'stream'> => ({ transport: () => serialTransport(line.options, clock), drivers: line.drivers }),
  );
  return { kind: 'stream', ways, ...(dialect === undefined ? {} : { dialect }) };
}
