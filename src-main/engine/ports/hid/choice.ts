/** Which of the devices that are plugged in is meant. */
import type { Result } from '../../../../src-shared/errors.ts';
import { orList, say } from '../../../../src-shared/texts/say.ts';
import { type HidDevice, saysPowerDevice, usbName } from './device.ts';
import { describeHid } from './trouble.ts';

/** A device by its node, or by its numbers and whatever tells identical ones apart. */
export type HidChoice =
  | { readonly path: string }
  | {
      readonly path?: never;
      readonly vendor: number;
      readonly product: number;
      readonly serial?: string | undefined;
      /** As `HidDevice.port`. */
      readonly port?: string | undefined;
    };

/** Finds the one device; a fault where there is none, or more than one. */
export function chooseHid(devices: readonly HidDevice[], choice: HidChoice): Result<HidDevice> {
  const fitting = devices.filter((device) => fits(device, choice));
  const [first, ...others] = bestInterfaces(fitting);
  if (first === undefined) return { ok: false, error: { code: 'not-found', message: sayMissing(devices, choice) } };
  if (others.length === 0) return { ok: true, value: first };
  const names = orList([first, ...others].map((device) => addressOf(device, [first, ...others])));
  const message = say('port.ambiguous', { number: others.length + 1, device: usbName(first), names });
  return { ok: false, error: { code: 'bad-input', message } };
}

function fits(device: HidDevice, choice: HidChoice): boolean {
  if (choice.path !== undefined) return device.path === choice.path;
  return (
    device.vendor === choice.vendor &&
    device.product === choice.product &&
    (choice.serial === undefined || device.serial === choice.serial) &&
    (choice.port === undefined || device.port === choice.port)
  );
}

/** Of several interfaces of one device the Power Device is the UPS. */
function bestInterfaces(devices: readonly HidDevice[]): readonly HidDevice[] {
  const power = devices.filter((device) => saysPowerDevice(device) === true);
  const found: HidDevice[] = [];
  for (const device of power.length > 0 ? power : devices) {
    const sibling = device.port !== undefined && found.some(({ port }) => port === device.port);
    if (!sibling) found.push(device);
  }
  return found;
}

/**
 * The address that names this device among these: by serial number where it has one that no other has, by port where
 * devices look alike, and by vendor and product alone where there is one of its kind.
 */
export function addressOf(device: HidDevice, among: readonly HidDevice[]): string {
  const alike = among.filter(
    (each) => each !== device && each.vendor === device.vendor && each.product === device.product,
  );
  const { serial, port } = device;
  const name = `hid:${usbName(device)}`;
  if (serial !== undefined && !alike.some((each) => each.serial === serial)) {
    return `${name}:${encodeURIComponent(serial)}`;
  }
  if (alike.length === 0) return name;
  return port === undefined ? `hid:${device.path ?? ''}` : `${name}?port=${encodeURIComponent(port)}`;
}

function sayMissing(devices: readonly HidDevice[], choice: HidChoice): string {
  if (choice.path !== undefined) {
    return say('port.nodeMissing', { path: choice.path });
  }
  const kin = devices.filter(({ vendor, product }) => vendor === choice.vendor && product === choice.product);
  if (kin.length === 0) {
    return say('port.hidMissing', { device: usbName(choice) });
  }
  const told = { device: usbName(choice), kin: kin.map(describeHid).join(', ') };
  return choice.serial === undefined
    ? say('port.otherPort', { ...told, port: choice.port ?? '' })
    : say('port.otherSerial', { ...told, serial: choice.serial });
}
