/** A HID device as the system knows it before it is opened. */

/** One HID interface of one device. */
export interface HidDevice {
  readonly vendor: number;
  readonly product: number;
  /** The device's release number in binary-coded decimal (bcdDevice). */
  readonly release: number;
  /** What is opened. Absent while another program has taken the device from the system's HID driver. */
  readonly path?: string;
  readonly manufacturer?: string;
  readonly productName?: string;
  readonly serial?: string;
  /** Where it is plugged in, in the system's own words: `1-1.2` on Linux. */
  readonly port?: string;
  readonly interfaceNumber?: number;
  /** The report descriptor, where the system gives it without opening the device. */
  readonly descriptor?: Uint8Array;
  /** Page and usage of the first application collection, where the system tells it. */
  readonly usage?: { readonly page: number; readonly id: number };
  /** Texts of the device by the index of their string descriptor, as far as the system has read them. */
  readonly strings?: ReadonlyMap<number, string>;
  /** The kernel driver that has the interface in place of the HID driver; `none` where no driver has it. */
  readonly takenBy?: string;
  /** The file through which a program without a kernel driver reaches the device. */
  readonly usbFile?: string;
  /** The name of the USB interface, for handing it back to the kernel's HID driver. */
  readonly usbInterface?: string;
}

/** Vendor and product as people write them: `051d:0002`. */
export function usbName({ vendor, product }: { readonly vendor: number; readonly product: number }): string {
  return `${hex(vendor)}:${hex(product)}`;
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}

/** Usage pages of the UPS world: Power Device and Battery System (HID Power Devices 1.0, 4.1 and 4.2). */
const POWER_PAGES: ReadonlySet<number> = new Set([0x84, 0x85]);

/**
 * Whether the device says that it is a Power Device: its first item is the usage page (HID 1.11, 6.2.2.7), or the
 * system tells the page of its collection. Undefined where the system tells neither.
 */
export function saysPowerDevice(device: HidDevice): boolean | undefined {
  if (device.usage !== undefined) return POWER_PAGES.has(device.usage.page);
  if (device.descriptor === undefined) return undefined;
  const [prefix = 0, low = 0, high = 0] = device.descriptor;
  // A usage page item with one or two bytes of data: prefix 0x05 or 0x06.
  const page = prefix === 0x05 ? low : prefix === 0x06 ? low | (high << 8) : -1;
  return POWER_PAGES.has(page);
}
