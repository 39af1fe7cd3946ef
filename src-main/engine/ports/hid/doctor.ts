/** Whether the UPSes that are plugged in over USB can be reached, and whether the system will let them be. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { say } from '../../../../src-shared/texts/say.ts';
import type { Check } from '../port.ts';
import { type HidDevice, saysPowerDevice } from './device.ts';
import { listHidDevices } from './devices.ts';
import { deniedError, describeHid, RELOAD_RULES, RULES_FILE, takenError } from './trouble.ts';

/** Where udev looks for rules, the person's own first (udev(7)). */
const RULES_FOLDERS = ['/etc/udev/rules.d', '/run/udev/rules.d', '/usr/lib/udev/rules.d', '/lib/udev/rules.d'];

/** Checks of USB; `vendors` are those whose UPSes the drivers know. */
export async function examineHid(vendors: ReadonlySet<number>): Promise<Check[]> {
  const devices = await listHidDevices().catch(() => []);
  const upses = devices.filter((device) => saysPowerDevice(device) ?? vendors.has(device.vendor));
  return [...(process.platform === 'linux' ? [await rules()] : []), ...(await Promise.all(upses.map(reach)))];
}

async function rules(): Promise<Check> {
  const name = say('examined.rules');
  const file = RULES_FILE.split('/').at(-1) ?? '';
  for (const folder of RULES_FOLDERS) {
    if (await can(`${folder}/${file}`, constants.R_OK)) {
      return { name, ok: true, message: say('examined.rulesThere', { folder, file }) };
    }
  }
  // Root needs no rule.
  if (process.getuid?.() === 0) {
    return { name, ok: true, message: say('examined.rulesNotNeeded', { file: RULES_FILE }) };
  }
  const message = say('examined.rulesMissing', { file: RULES_FILE, command: RELOAD_RULES });
  return { name, ok: false, message };
}

async function reach(device: HidDevice): Promise<Check> {
  const name = say('examined.hid', { place: device.port ?? device.path ?? '' }).trim();
  if (device.path === undefined) return { name, ok: false, message: (await takenError(device)).message };
  if (process.platform === 'linux' && !(await can(device.path, constants.R_OK | constants.W_OK))) {
    return { name, ok: false, message: deniedError(device).message };
  }
  return { name, ok: true, message: say('examined.hidReached', { device: describeHid(device) }) };
}

async function can(path: string, mode: number): Promise<boolean> {
  return await access(path, mode).then(
    () => true,
    () => false,
  );
}
