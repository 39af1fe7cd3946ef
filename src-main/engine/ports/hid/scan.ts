/**
 * Looks for UPSes among the HID devices. Those that say they are Power Devices, and those with the USB numbers of one
 * (which another program may have taken); keyboards and mice are left alone. What is sent, with probing, is requests
 * for feature reports: reading them changes nothing.
 */
import type { DeviceAddress } from '../../../../src-shared/address/index.ts';
import { parseUri } from '../../../../src-shared/address/uri.ts';
import type { Candidate } from '../../../../src-shared/contract/index.ts';
import { type ErrorValue, toErrorValue } from '../../../../src-shared/errors.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import { type Scan, type ScanTools, suggestedDriver } from '../port.ts';
import { addressOf, chooseHid } from './choice.ts';
import { type HidDevice, saysPowerDevice } from './device.ts';
import { listHidDevices } from './devices.ts';
import { describeHid, takenError } from './trouble.ts';

/** Every HID device that is a UPS, or may be one. */
export async function scanHid(tools: ScanTools): Promise<Scan> {
  let devices: readonly HidDevice[];
  try {
    devices = await listHidDevices();
  } catch (thrown) {
    return { candidates: [], looked: [say('reach.hidNotListed', { why: toErrorValue(thrown).message })] };
  }
  const upses = devices.filter(
    (device) => saysPowerDevice(device) ?? suggestedDriver(tools.drivers, 'hid', device) !== undefined,
  );
  const candidates = await Promise.all(upses.map((device) => lookAt(device, upses, tools)));
  const names = upses.map(describeHid).join(', ');
  return { candidates, looked: [names === '' ? say('reach.noHid') : say('reach.hid', { names })] };
}

async function lookAt(
  device: HidDevice,
  all: readonly HidDevice[],
  { drivers, known, probing, probe, candidate }: ScanTools,
): Promise<Candidate> {
  const uri = addressOf(device, all);
  const driver = suggestedDriver(drivers, 'hid', device) ?? drivers.find(({ port }) => port === 'hid');
  const plain: Candidate = {
    uri,
    title: describeHid(device),
    transport: 'hid',
    ...(driver === undefined ? {} : { driver: driver.id, driverTitle: driver.title }),
    confidence: saysPowerDevice(device) === true ? 'likely' : 'possible',
    detail: saysPowerDevice(device) === true ? say('reach.saysUps') : say('reach.numbersOfUps'),
    known: known.some((other) => isNamed(other, device, all)),
  };
  if (plain.known) return { ...plain, detail: say('reach.alreadyThere') };
  const failed = ({ message }: ErrorValue): Candidate => ({ ...plain, detail: message });
  if (device.path === undefined) return failed(await takenError(device));
  if (!probing) return plain;
  try {
    const found = await probe(uri);
    return found.ok ? candidate(parseUri(uri), found.value, false) : failed(found.error);
  } catch (thrown) {
    return failed(toErrorValue(thrown));
  }
}

function isNamed(address: DeviceAddress, device: HidDevice, all: readonly HidDevice[]): boolean {
  if (address.scheme !== 'hid') return false;
  const chosen = chooseHid(all, address);
  return chosen.ok && chosen.value === device;
}
