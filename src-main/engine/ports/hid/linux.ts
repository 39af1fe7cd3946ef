/**
 * HID devices of Linux, out of sysfs: names, ports and report descriptors are there for everyone to read, also of
 * devices that may not be opened. A USB HID interface without a `hidraw` node has been taken by another program.
 */
import { readdir, readFile, readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { HidDevice } from './device.ts';

/** bInterfaceClass of HID (HID 1.11, 4.1). */
const HID_CLASS = '03';

/** `root` is the file system's root; tests hand in a tree of their own. */
export async function linuxHidDevices(root = '/'): Promise<readonly HidDevice[]> {
  const raw = await entries(join(root, 'sys/class/hidraw'));
  const open = await Promise.all(raw.map((name) => rawDevice(root, name)));
  const known = open.filter((device) => device !== undefined);
  const served = new Set(known.map(({ usbInterface }) => usbInterface));
  const interfaces = (await entries(join(root, 'sys/bus/usb/devices'))).filter((name) => name.includes(':'));
  const taken = await Promise.all(
    interfaces.filter((name) => !served.has(name)).map((name) => takenDevice(root, name)),
  );
  return [...known, ...taken.filter((device) => device !== undefined)];
}

async function rawDevice(root: string, name: string): Promise<HidDevice | undefined> {
  const hid = await resolved(join(root, 'sys/class/hidraw', name, 'device'));
  if (hid === undefined) return undefined;
  const descriptor = await bytes(join(hid, 'report_descriptor'));
  const uevent = await text(join(hid, 'uevent'));
  // HID_ID=0003:0000051D:00000002 is bus, vendor, product.
  const [, vendor, product] = /^HID_ID=[0-9A-F]+:0*([0-9A-F]{1,8}):0*([0-9A-F]{1,8})$/im.exec(uevent ?? '') ?? [];
  if (vendor === undefined || product === undefined) return undefined;
  const base = {
    vendor: Number.parseInt(vendor, 16),
    product: Number.parseInt(product, 16),
    path: `/dev/${name}`,
    ...(descriptor === undefined ? {} : { descriptor }),
  };
  const usbInterface = dirname(hid);
  const usb = await usbFacts(root, usbInterface);
  if (usb !== undefined) return { ...usb, ...base };
  // Not on USB (Bluetooth, or a device made by a program): the kernel's own record is all there is.
  const productName = /^HID_NAME=(.+)$/m.exec(uevent ?? '')?.[1];
  const serial = /^HID_UNIQ=(.+)$/m.exec(uevent ?? '')?.[1];
  return {
    ...base,
    release: 0,
    ...(productName === undefined ? {} : { productName }),
    ...(serial === undefined ? {} : { serial }),
  };
}

async function takenDevice(root: string, name: string): Promise<HidDevice | undefined> {
  const folder = await resolved(join(root, 'sys/bus/usb/devices', name));
  if (folder === undefined || (await text(join(folder, 'bInterfaceClass'))) !== HID_CLASS) return undefined;
  const facts = await usbFacts(root, folder);
  if (facts === undefined) return undefined;
  const driver = await readlink(join(folder, 'driver')).catch(() => undefined);
  const takenBy = driver === undefined ? 'none' : basename(driver);
  // The kernel's driver has it and makes no node (a kernel without hidraw, or a node on its way): nobody took it.
  return takenBy === 'usbhid' ? undefined : { ...facts, takenBy };
}

/** What the system knows of the USB device that an interface belongs to. */
async function usbFacts(root: string, folder: string): Promise<Omit<HidDevice, 'path' | 'descriptor'> | undefined> {
  const usb = dirname(folder);
  const [vendor, product, release] = await Promise.all(
    ['idVendor', 'idProduct', 'bcdDevice'].map((name) => text(join(usb, name))),
  );
  if (vendor === undefined || product === undefined) return undefined;
  const [manufacturer, productName, serial, bus, number, at, descriptors] = await Promise.all([
    text(join(usb, 'manufacturer')),
    text(join(usb, 'product')),
    text(join(usb, 'serial')),
    text(join(usb, 'busnum')),
    text(join(usb, 'devnum')),
    text(join(folder, 'bInterfaceNumber')),
    bytes(join(usb, 'descriptors')),
  ]);
  const file = bus === undefined || number === undefined ? undefined : `${padded(bus)}/${padded(number)}`;
  return {
    vendor: Number.parseInt(vendor, 16),
    product: Number.parseInt(product, 16),
    release: Number.parseInt(release ?? '0', 16),
    port: basename(usb),
    usbInterface: basename(folder),
    ...(at === undefined ? {} : { interfaceNumber: Number.parseInt(at, 16) }),
    ...(file === undefined ? {} : { usbFile: join(root, 'dev/bus/usb', file) }),
    ...(manufacturer === undefined ? {} : { manufacturer }),
    ...(productName === undefined ? {} : { productName }),
    ...(serial === undefined ? {} : { serial }),
    strings: indexed(descriptors, [manufacturer, productName, serial]),
  };
}

/** Where the device descriptor holds iManufacturer, iProduct and iSerialNumber (USB 2.0, table 9-8). */
const STRING_INDEXES = [14, 15, 16] as const;

function indexed(
  descriptors: Uint8Array | undefined,
  texts: readonly (string | undefined)[],
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const [order, at] of STRING_INDEXES.entries()) {
    const [index, said] = [descriptors?.[at] ?? 0, texts[order]];
    if (index !== 0 && said !== undefined) found.set(index, said);
  }
  return found;
}

function padded(number: string): string {
  return number.padStart(3, '0');
}

async function entries(folder: string): Promise<string[]> {
  return await readdir(folder).catch(() => []);
}

async function resolved(path: string): Promise<string | undefined> {
  return await realpath(path).catch(() => undefined);
}

async function bytes(path: string): Promise<Uint8Array | undefined> {
  return await readFile(path).catch(() => undefined);
}

/** Undefined where the file is not there, cannot be read, or is empty. */
async function text(path: string): Promise<string | undefined> {
  const trimmed = (await readFile(path, 'utf8').catch(() => '')).trim();
  return trimmed === '' ? undefined : trimmed;
}
