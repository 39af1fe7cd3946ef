/**
 * Looks for UPSes among the HID devices. Those that say they are Power Devices, and those with the USB numbers of one
 * (which another program may have taken); keyboards and mice are left alone. What is sent, with probing, is requests
 * for feature reports: reading them changes nothing.
 */
import { drivers } from '../../../drivers/index.ts';
import type { AnyDriver } from '../../../drivers/driver.ts';
import type { Candidate } from '../../../src-shared/contract/index.ts';
import { type ErrorValue, toErrorValue } from '../../../src-shared/errors.ts';
import { say } from '../../../src-shared/texts/say.ts';
import type { Clock } from '../base/clock.ts';
import { connect } from './connection.ts';
import { type Probed, probe } from './session/probe.ts';
import { addressOf, chooseHid } from '../ports/hid/choice.ts';
import { type HidDevice, saysPowerDevice } from '../ports/hid/device.ts';
import { listHidDevices } from '../ports/hid/devices.ts';
import { describeHid, takenError } from '../ports/hid/trouble.ts';
import type { DeviceAddress } from '../../../src-shared/address/index.ts';
import { parseUri } from '../../../src-shared/address/uri.ts';

/** What a look at the HID devices is given. */
export interface HidSurroundings {
  readonly clock: Clock;
  readonly probing: boolean;
  /** The URIs of the devices that there are already. */
  readonly known: readonly string[];
  /** Words what answered. */
  readonly candidate: (address: DeviceAddress, found: Probed, known: boolean) => Candidate;
}

/** Every HID device that is a UPS, or may be one. */
export async function scanHid(around: HidSurroundings): Promise<{ candidates: Candidate[]; looked: string[] }> {
  let devices: readonly HidDevice[];
  try {
    devices = await listHidDevices();
  } catch (thrown) {
    return { candidates: [], looked: [say('reach.hidNotListed', { why: toErrorValue(thrown).message })] };
  }
  const upses = devices.filter((device) => saysPowerDevice(device) ?? suggested(device) !== undefined);
  const candidates = await Promise.all(upses.map((device) => lookAt(device, upses, around)));
  const names = upses.map(describeHid).join(', ');
  return { candidates, looked: [names === '' ? say('reach.noHid') : say('reach.hid', { names })] };
}

async function lookAt(device: HidDevice, all: readonly HidDevice[], around: HidSurroundings): Promise<Candidate> {
  const uri = addressOf(device, all);
  const driver = suggested(device) ?? drivers.find(({ port }) => port === 'hid');
  const plain: Candidate = {
    uri,
    title: describeHid(device),
    transport: 'hid',
    ...(driver === undefined ? {} : { driver: driver.id, driverTitle: driver.title }),
    confidence: saysPowerDevice(device) === true ? 'likely' : 'possible',
    detail: saysPowerDevice(device) === true ? say('reach.saysUps') : say('reach.numbersOfUps'),
    known: around.known.some((other) => isNamed(other, device, all)),
  };
  if (plain.known) return { ...plain, detail: say('reach.alreadyThere') };
  const failed = ({ message }: ErrorValue): Candidate => ({ ...plain, detail: message });
  if (device.path === undefined) return failed(await takenError(device));
  if (!around.probing) return plain;
  try {
    const found = await probe(connect(uri, around.clock).plan);
    return found.ok ? around.candidate(parseUri(uri), found.value, false) : failed(found.error);
  } catch (thrown) {
    return failed(toErrorValue(thrown));
  }
}

function isNamed(uri: string, device: HidDevice, all: readonly HidDevice[]): boolean {
  try {
    const address = parseUri(uri);
    if (address.scheme !== 'hid') return false;
    const chosen = chooseHid(all, address);
    return chosen.ok && chosen.value === device;
  } catch {
    // A device of the settings file that this version cannot read is none of these.
    return false;
  }
}

/** The driver that knows these USB numbers. */
function suggested({ vendor, product }: HidDevice): AnyDriver | undefined {
  return drivers.find(
    (driver) =>
      driver.port === 'hid' &&
      driver.found.some(
        (found) =>
          'usb' in found &&
          found.usb.vendor === vendor &&
          (found.usb.product === undefined || found.usb.product === product),
      ),
  );
}
