/**
 * macOS keeps report descriptors in its I/O registry, which `ioreg` prints:
 *
 *     +-o AppleUserHIDDevice  <class AppleUserHIDDevice, id 0x100000a4f, registered, ...>
 *         {
 *           "VendorID" = 1309
 *           "ProductID" = 2
 *           "SerialNumber" = "4B1234P56789"
 *           "ReportDescriptor" = <05840904a1010924a100...>
 *         }
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { DescriptorSource } from './descriptor-source.ts';
import type { HidDevice } from './device.ts';
import { describeHid } from './trouble.ts';
import { say } from '../../../../src-shared/texts/say.ts';

const run = promisify(execFile);
const LIMIT = { timeout: 5000, maxBuffer: 16 * 1024 * 1024 };

/** The way of macOS. */
export const macDescriptors: DescriptorSource = {
  read: async (device) => {
    let why = say('port.notInRegistry');
    try {
      const { stdout } = await run('/usr/sbin/ioreg', ['-r', '-c', 'IOHIDDevice', '-l', '-w', '0', '-d', '1'], LIMIT);
      const bytes = findInRegistry(stdout, device);
      if (bytes !== undefined) return { ok: true, value: { bytes } };
    } catch (thrown) {
      why = thrown instanceof Error ? thrown.message : String(thrown);
    }
    const message = say('port.noDescriptor', { device: describeHid(device), why });
    return { ok: false, error: { code: 'no-answer', message } };
  },
};

/** The descriptor of this device in what `ioreg` printed; undefined where it is not there. */
export function findInRegistry(
  printed: string,
  device: Pick<HidDevice, 'vendor' | 'product' | 'serial'>,
): Uint8Array | undefined {
  for (const entry of printed.split(/^[\s|]*\+-o /m).slice(1)) {
    const property = (name: string): string | undefined => new RegExp(`"${name}" = (.*)$`, 'm').exec(entry)?.[1];
    if (Number(property('VendorID')) !== device.vendor || Number(property('ProductID')) !== device.product) continue;
    const serial = /^"(.*)"$/.exec(property('SerialNumber') ?? '')?.[1]?.trim();
    if (device.serial !== undefined && serial !== undefined && serial !== device.serial) continue;
    const digits = /^<([0-9a-f]+)>$/i.exec(property('ReportDescriptor') ?? '')?.[1];
    if (digits !== undefined && digits.length % 2 === 0) return new Uint8Array(Buffer.from(digits, 'hex'));
  }
  return undefined;
}
