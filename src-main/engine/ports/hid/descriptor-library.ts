/**
 * Report descriptors that were recorded of devices, for where the system does not give the device's own: PowerShell is
 * blocked on many a company's Windows. Firmware changes descriptors, so one is used only for a device that has the USB
 * numbers and the name of the recorded one, and what is read by it counts as unverified.
 */
import type { DescriptorSource, RecordedDescriptor } from './descriptor-source.ts';
import { RECORDED } from './descriptor-library-data.ts';
import type { HidDevice } from './device.ts';
import { say } from '../../../../src-shared/texts/say.ts';

/** The recording of this device's model; of several names that fit, the longest. */
export function findRecorded(
  device: Pick<HidDevice, 'vendor' | 'product' | 'productName'>,
  library: readonly RecordedDescriptor[] = RECORDED,
): RecordedDescriptor | undefined {
  const own = device.productName?.trim().toLowerCase() ?? '';
  return library
    .filter(({ vendor, product, name }) => {
      const known = name.toLowerCase();
      // The whole name, or the name and then something else: "Back-UPS CS 500" is no "Back-UPS CS 5000".
      return vendor === device.vendor && product === device.product && (own === known || own.startsWith(`${known} `));
    })
    .toSorted((a, b) => b.name.length - a.name.length)[0];
}

/** This source, and the library where it fails. */
export function orRecorded(
  source: DescriptorSource,
  library: readonly RecordedDescriptor[] = RECORDED,
): DescriptorSource {
  return {
    read: async (device, path) => {
      const own = await source.read(device, path);
      if (own.ok) return own;
      const recorded = findRecorded(device, library);
      if (recorded === undefined) {
        const message = say('port.noRecorded', { why: own.error.message });
        return { ok: false, error: { ...own.error, message } };
      }
      const remark = say('port.recordedInstead', {
        why: own.error.message,
        name: recorded.name,
        source: recorded.source,
      });
      return { ok: true, value: { bytes: new Uint8Array(Buffer.from(recorded.descriptor, 'hex')), remark } };
    },
  };
}
