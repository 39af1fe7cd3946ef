/** Which program has taken a USB device for itself, on Linux. */
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** Programs that talk to UPSes over USB, by the name of their process (the kernel keeps 15 characters of it). */
const UPS_PROGRAMS: Readonly<Record<string, string>> = {
  'usbhid-ups': "NUT's driver usbhid-ups",
  nutdrv_qx: "NUT's driver nutdrv_qx",
  blazer_usb: "NUT's driver blazer_usb",
  tripplite_usb: "NUT's driver tripplite_usb",
  bcmxcp_usb: "NUT's driver bcmxcp_usb",
  riello_usb: "NUT's driver riello_usb",
  nutdrv_atcl_usb: "NUT's driver nutdrv_atcl_usb",
  apcupsd: 'apcupsd',
  pwrstatd: "CyberPower's PowerPanel (pwrstatd)",
  'pwrstatd.bin': "CyberPower's PowerPanel (pwrstatd)",
};

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
  const likely = running.filter(({ name }) => Object.hasOwn(UPS_PROGRAMS, name));
  return likely.length === 0 ? undefined : likely.map(said).join(' or ');
}

function said({ pid, name }: { readonly pid: string; readonly name: string }): string {
  return `${UPS_PROGRAMS[name] ?? name} (process ${pid})`;
}

async function holds(folder: string, file: string): Promise<boolean> {
  const handles = await readdir(folder).catch(() => []);
  const targets = await Promise.all(handles.map((handle) => readlink(join(folder, handle)).catch(() => '')));
  return targets.includes(file);
}
