/** The source of report descriptors on each system. */
import { orRecorded } from './descriptor-library.ts';
import type { DescriptorSource } from './descriptor-source.ts';
import { macDescriptors } from './descriptor-source-mac.ts';
import { windowsDescriptors } from './descriptor-source-windows.ts';
import { describeHid } from './trouble.ts';
import { say } from '../../../../src-shared/texts/say.ts';

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
            message: say('port.descriptorMissing', { device: describeHid(device) }),
          },
        }
      : { ok: true, value: { bytes: device.descriptor } },
};
