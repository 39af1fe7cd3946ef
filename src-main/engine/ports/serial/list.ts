/** The serial ports of this computer, with the USB numbers of their adapters. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';

/** One serial port. */
export interface SerialPortEntry {
  readonly path: string;
  /** The adapter, where the port is on USB. */
  readonly usb?: { readonly vendor: number; readonly product: number; readonly serial?: string };
  readonly manufacturer?: string;
}

const portsSchema = z.array(
  z.object({
    path: z.string(),
    vendorId: z.string().optional(),
    productId: z.string().optional(),
    serialNumber: z.string().optional(),
    manufacturer: z.string().optional(),
  }),
);

/** Lists the serial ports; pseudo terminals are not among them. Rejects where the system cannot tell. */
export async function listSerialPorts(): Promise<SerialPortEntry[]> {
  // The library brings native code; it is loaded only once a port is wanted.
  const { SerialPort } = await import('serialport');
  const ports = portsSchema.parse(await SerialPort.list());
  const real = await Promise.all(ports.map(({ path }) => isReal(path)));
  return ports.flatMap(({ path, vendorId, productId, serialNumber, manufacturer }, index) => {
    if (real[index] !== true) return [];
    const vendor = Number.parseInt(vendorId ?? '', 16);
    const product = Number.parseInt(productId ?? '', 16);
    const usb = { vendor, product, ...(serialNumber === undefined ? {} : { serial: serialNumber }) };
    return [
      {
        path,
        ...(Number.isNaN(vendor) || Number.isNaN(product) ? {} : { usb }),
        ...(manufacturer === undefined ? {} : { manufacturer }),
      },
    ];
  });
}

/** Linux names ports that have no hardware behind them; their type is 0 ("unknown", include/uapi/linux/serial.h). */
async function isReal(path: string): Promise<boolean> {
  if (process.platform !== 'linux' || !/\/ttyS\d+$/.test(path)) return true;
  try {
    return (await readFile(`/sys/class/tty/${basename(path)}/type`, 'utf8')).trim() !== '0';
  } catch {
    return true;
  }
}
