/**
 * Where the report descriptor of a HID device comes from. The library that opens devices does not hand it out, so each
 * system has its own way.
 */
import type { Result } from '../../../../src-shared/errors.ts';
import type { HidDevice } from './device.ts';

/** A report descriptor. */
export interface Described {
  readonly bytes: Uint8Array;
  /** It is not the device's own: why, and whose it is. */
  readonly remark?: string;
}

/** Reads report descriptors. */
export interface DescriptorSource {
  /** `path` is that of the device, which is not open at the time. */
  read(device: HidDevice, path: string): Promise<Result<Described>>;
}

/** A descriptor, and of what it was recorded. */
export interface RecordedDescriptor {
  readonly vendor: number;
  readonly product: number;
  /** How the device calls itself; other devices of these numbers have other names. */
  readonly name: string;
  /** Where its owner published it. */
  readonly source: string;
  /** In hexadecimal digits. */
  readonly descriptor: string;
}
