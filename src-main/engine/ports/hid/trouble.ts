/** Why a HID device cannot be opened: what happened, what it means, what to do. */
import type { ErrorValue } from '../../../../src-shared/errors.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import { type HidDevice, usbName } from './device.ts';
import { holderOf } from './holders.ts';

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
  const told = { name: name === '' ? say('port.device') : name, numbers: usbName(device) };
  return device.port === undefined
    ? say('port.described', told)
    : say('port.describedAtPort', { ...told, port: device.port });
}

/** The system refused to open the device. */
export function deniedError(given: HidDevice): ErrorValue {
  const device = describeHid(given);
  const code = 'permission-denied';
  if (process.platform === 'darwin') return { code, message: say('port.hidDeniedMac', { device }) };
  if (process.platform !== 'linux') return { code, message: say('port.hidDenied', { device }) };
  const rule = udevRule(given.vendor, given.product);
  return { code, message: say('port.hidDeniedLinux', { device, file: RULES_FILE, rule, command: RELOAD_RULES }) };
}

/** Another program has the device. */
export async function takenError(given: HidDevice): Promise<ErrorValue> {
  const device = describeHid(given);
  const holder = await holderOf(given.usbFile);
  if (given.usbInterface === undefined) {
    const message = holder === undefined ? say('port.taken', { device }) : say('port.takenBy', { device, holder });
    return { code: 'in-use', message };
  }
  const command = `echo ${given.usbInterface} | sudo tee /sys/bus/usb/drivers/usbhid/bind`;
  const message =
    holder === undefined
      ? say('port.takenLinux', { device, command })
      : say('port.takenByLinux', { device, holder, command });
  return { code: 'in-use', message };
}

/** What a failure to open says in words of the system. */
export function openError(device: HidDevice, reason: string): ErrorValue {
  if (/permission|denied|not permitted|0xe00002e2/i.test(reason)) return deniedError(device);
  if (/busy|exclusive|sharing violation|being used by another|0xe00002c5/i.test(reason)) {
    const message = say('port.hidInUse', { device: describeHid(device) });
    return { code: 'in-use', message };
  }
  if (/no such (device|file)/i.test(reason))
    return { code: 'not-found', message: say('port.hidGone', { device: describeHid(device) }) };
  return {
    code: 'no-answer',
    message: say('port.hidNotOpened', { device: describeHid(device), reason }),
  };
}
