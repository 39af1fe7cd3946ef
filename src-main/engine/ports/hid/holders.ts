/** Which program has taken a USB device for itself, on Linux. */
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { orList, say } from '../../../../src-shared/texts/say.ts';

/** Programs that talk to UPSes over USB, by the name of their process (the kernel keeps 15 characters of it). */
const NUT_DRIVERS: ReadonlySet<string> = new Set([
  'usbhid-ups',
  'nutdrv_qx',
  'blazer_usb',
  'tripplite_usb',
  'bcmxcp_usb',
  'riello_usb',
  'nutdrv_atcl_usb',
]);
const POWER_PANEL: ReadonlySet<string> = new Set(['pwrstatd', 'pwrstatd.bin']);
const UPS_PROGRAMS: ReadonlySet<string> = new Set([...NUT_DRIVERS, ...POWER_PANEL, 'apcupsd']);

/**
 * The program that holds the file of a USB device, in words, or the programs that are known to do so and are running
 * (files of other users' processes can be seen by root only). Undefined where there is none.
 */
export async function holderOf(usbFile: string | undefined, root = '/'): Promise<string | undefined> {
  const processes = (await readdir(join(root, 'proc')).catch(() => [])).filter((name) => /^\d+$/.test(name));
  const running = await Promise.all(
    processes.map(async (pid) => ({
      pid,
      name: (await readFile(join(root, 'proc', pid, 'comm'), 'utf8').catch(() => '')).trim(),
      holds: usbFile !== undefined && (await holds(join(root, 'proc', pid, 'fd'), usbFile)),
    })),
  );
  const certain = running.find((each) => each.holds);
  if (certain !== undefined) return said(certain);
  const likely = running.filter(({ name }) => UPS_PROGRAMS.has(name));
  return likely.length === 0 ? undefined : orList(likely.map(said));
}

function said({ pid, name }: { readonly pid: string; readonly name: string }): string {
  const program = NUT_DRIVERS.has(name)
    ? say('port.nutDriver', { name })
    : POWER_PANEL.has(name)
      ? say('port.powerPanel')
      : name;
  return say('port.process', { program, pid });
}

async function holds(folder: string, file: string): Promise<boolean> {
  const handles = await readdir(folder).catch(() => []);
  const targets = await Promise.all(handles.map((handle) => readlink(join(folder, handle)).catch(() => '')));
  return targets.includes(file);
}
