/** A small copy of Linux's /sys, /proc and /dev, made of real folders and links. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** One USB device with one HID interface. */
export interface FakeUsb {
  /** As `1-1`. */
  readonly port: string;
  readonly vendor: string;
  readonly product: string;
  readonly strings?: { readonly manufacturer?: string; readonly product?: string; readonly serial?: string };
  readonly descriptor: readonly number[];
  /** Number of the hidraw node; without it, `driver` has the interface. */
  readonly hidraw?: number;
  readonly driver?: string;
  /** Device descriptor, for the indexes of its strings. */
  readonly deviceDescriptor?: readonly number[];
  readonly interfaceClass?: string;
}

/** The tree. Remove it when done. */
export class FakeSystem {
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  static async make(): Promise<FakeSystem> {
    return new FakeSystem(await mkdtemp(join(tmpdir(), 'mainstay-sysfs-')));
  }

  async remove(): Promise<void> {
    await rm(this.root, { recursive: true });
  }

  async usb(device: FakeUsb): Promise<void> {
    const { port, vendor, product, strings = {}, hidraw, driver } = device;
    const usb = `sys/devices/pci0/usb1/${port}`;
    const name = `${port}:1.0`;
    await this.file(`${usb}/idVendor`, `${vendor}\n`);
    await this.file(`${usb}/idProduct`, `${product}\n`);
    await this.file(`${usb}/bcdDevice`, '0106\n');
    await this.file(`${usb}/busnum`, '1\n');
    await this.file(`${usb}/devnum`, `${port.length}\n`);
    await this.file(`${usb}/descriptors`, Uint8Array.from(device.deviceDescriptor ?? []));
    for (const [key, text] of Object.entries(strings)) await this.file(`${usb}/${key}`, `${text}\n`);
    await this.file(`${usb}/${name}/bInterfaceClass`, `${device.interfaceClass ?? '03'}\n`);
    await this.file(`${usb}/${name}/bInterfaceNumber`, '00\n');
    await this.link(`sys/bus/usb/devices/${name}`, `${usb}/${name}`);
    await this.link(`sys/bus/usb/devices/${port}`, usb);
    const bound = hidraw === undefined ? driver : 'usbhid';
    if (bound !== undefined) await this.link(`${usb}/${name}/driver`, `sys/bus/usb/drivers/${bound}`);
    if (hidraw === undefined) return;
    const hid = `${usb}/${name}/0003:${vendor.toUpperCase()}:${product.toUpperCase()}.0001`;
    await this.file(
      `${hid}/uevent`,
      `HID_ID=0003:0000${vendor.toUpperCase()}:0000${product.toUpperCase()}\nHID_NAME=x\n`,
    );
    await this.file(`${hid}/report_descriptor`, Uint8Array.from(device.descriptor));
    await this.link(`${hid}/hidraw/hidraw${hidraw}/device`, hid);
    await this.link(`sys/class/hidraw/hidraw${hidraw}`, `${hid}/hidraw/hidraw${hidraw}`);
  }

  async file(path: string, content: string | Uint8Array): Promise<void> {
    await mkdir(dirname(join(this.root, path)), { recursive: true });
    await writeFile(join(this.root, path), content);
  }

  /** Both inside the tree; the target need not be there. */
  async link(path: string, target: string): Promise<void> {
    await mkdir(dirname(join(this.root, path)), { recursive: true });
    await symlink(join(this.root, target), join(this.root, path));
  }
}
