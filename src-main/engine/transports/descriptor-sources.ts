/** The source of report descriptors on each system. */
import { orRecorded } from './descriptor-library.ts';
import type { DescriptorSource } from './descriptor-source.ts';
import { macDescriptors } from './descriptor-source-mac.ts';
import { windowsDescriptors } from './descriptor-source-windows.ts';
import { describeHid } from './hid-trouble.ts';

/** The way of this system. */
export function platformDescriptors(platform: NodeJS.Platform = process.platform): DescriptorSource {
  switch (platform) {
    case 'darwin':
      return orRecorded(macDescriptors);
    case 'win32':
      return orRecorded(windowsDescriptors);
    default:
      return linuxDescriptors;
  }
}

/** Linux keeps it beside the device in sysfs, where the list of devices has read it already. */
const linuxDescriptors: DescriptorSource = {
  read: async (device) =>
    device.descriptor === undefined || device.descriptor.length === 0
      ? {
          ok: false,
          error: {
            code: 'no-answer',
            message: `${describeHid(device)} gave no report descriptor, without which its reports mean nothing. Unplug its cable and plug it in again.`,
          },
        }
      : { ok: true, value: { bytes: device.descriptor } },
};
