/** Why a HID device cannot be opened: what happened, what it means, what to do. */
import type { ErrorValue } from '../../../src-shared/errors.ts';
import { type HidDevice, usbName } from './hid-device.ts';
import { holderOf } from './hid-holders.ts';

/** The udev rule that lets users open the devices of a vendor, or one of its products. */
export function udevRule(vendor: number, product?: number): string {
  const ids = [attribute('idVendor', vendor), ...(product === undefined ? [] : [attribute('idProduct', product)])];
  return `SUBSYSTEM=="hidraw", ${ids.join(', ')}, MODE="0660", GROUP="plugdev", TAG+="uaccess"`;
}

function attribute(name: string, value: number): string {
  return `ATTRS{${name}}=="${value.toString(16).padStart(4, '0')}"`;
}

/** Where the rules that are shipped belong, and how udev is told of them. */
export const RULES_FILE = '/etc/udev/rules.d/70-mainstay.rules';
export const RELOAD_RULES = 'sudo udevadm control --reload && sudo udevadm trigger --subsystem-match=hidraw';

/** How people tell devices apart: the name, and the port where there is one. */
export function describeHid(device: HidDevice): string {
  const name = [device.manufacturer, device.productName].filter((part) => part !== undefined).join(' ');
  const port = device.port === undefined ? '' : ` at USB port ${device.port}`;
  return `${name === '' ? 'The device' : name} (${usbName(device)})${port}`;
}

/** The system refused to open the device. */
export function deniedError(device: HidDevice): ErrorValue {
  const what = `${describeHid(device)} may not be opened by this user.`;
  if (process.platform !== 'linux') {
    const mend =
      process.platform === 'darwin'
        ? 'Allow Mainstay under System Settings, Privacy & Security, Input Monitoring.'
        : 'Start Mainstay as a user who may use the device.';
    return { code: 'permission-denied', message: `${what} ${mend}` };
  }
  return {
    code: 'permission-denied',
    message: `${what} Put Mainstay's rules into ${RULES_FILE} (they come with it; the line for this device is ${udevRule(device.vendor, device.product)}), then run: ${RELOAD_RULES}. On a machine without a desktop the user must be in the group plugdev as well.`,
  };
}

/** Another program has the device. */
export async function takenError(device: HidDevice): Promise<ErrorValue> {
  const holder = await holderOf(device.usbFile);
  const back =
    device.usbInterface === undefined
      ? 'unplug the cable and plug it in again'
      : `unplug the cable and plug it in again, or run: echo ${device.usbInterface} | sudo tee /sys/bus/usb/drivers/usbhid/bind`;
  const message =
    holder === undefined
      ? `${describeHid(device)} was taken from the system's HID driver by a program that has ended since. To give it back, ${back}`
      : `${describeHid(device)} is in use by ${holder}, which has taken it from the system's HID driver. Only one of the two can watch it: stop that program, then ${back}`;
  return { code: 'in-use', message: `${message}.` };
}

/** What a failure to open says in words of the system. */
export function openError(device: HidDevice, reason: string): ErrorValue {
  if (/permission|denied|not permitted|0xe00002e2/i.test(reason)) return deniedError(device);
  if (/busy|exclusive|sharing violation|being used by another|0xe00002c5/i.test(reason)) {
    const message = `${describeHid(device)} is in use by another program. Close what else watches this UPS.`;
    return { code: 'in-use', message };
  }
  if (/no such (device|file)/i.test(reason)) return { code: 'not-found', message: `${describeHid(device)} is gone.` };
  return {
    code: 'no-answer',
    message: `${describeHid(device)} could not be opened: ${reason}. Unplug its cable and plug it in again.`,
  };
}
