/** HID devices that are plugged in, as this platform lists them. */
import type { HidDevice } from './device.ts';
import { linuxHidDevices } from './linux.ts';

/** Every HID interface of this machine. What cannot be opened is listed as well. */
export function listHidDevices(): Promise<readonly HidDevice[]> {
  return process.platform === 'linux' ? linuxHidDevices() : otherHidDevices();
}

async function otherHidDevices(): Promise<readonly HidDevice[]> {
  const { devicesAsync } = await import('node-hid');
  const listed = await devicesAsync();
  return listed.map((device) => ({
    vendor: device.vendorId,
    product: device.productId,
    release: device.release,
    ...(device.path === undefined ? {} : { path: device.path }),
    ...filled('manufacturer', device.manufacturer),
    ...filled('productName', device.product),
    ...filled('serial', device.serialNumber),
    interfaceNumber: device.interface,
    ...(device.usagePage === undefined || device.usage === undefined
      ? {}
      : { usage: { page: device.usagePage, id: device.usage } }),
  }));
}

function filled<K extends string>(key: K, text: string | undefined): { readonly [N in K]?: string } {
  const trimmed = text?.trim() ?? '';
  const empty: { [N in K]?: string } = {};
  return trimmed === '' ? empty : { ...empty, [key]: trimmed };
}
