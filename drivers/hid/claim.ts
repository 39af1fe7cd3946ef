/** Which table fits a device. */
import type { PortFacts, Proof } from '../driver.ts';
import type { HidDescriptor } from '../kit/hid/field.ts';
import { isPowerUsage } from '../kit/hid/usages.ts';
import type { DeviceMatch, HidTable } from './shapes.ts';
import { table as generic } from './tables/generic.ts';
import { tables } from './tables/index.ts';

type Device = Pick<PortFacts['hid'], 'vendor' | 'product' | 'manufacturer' | 'productName' | 'borrowed'>;

const begins = (text: string | undefined, wanted: string): boolean =>
  text?.trim().toLowerCase().startsWith(wanted.toLowerCase()) ?? false;

/** Whether this is one of the devices meant. */
export function matches(device: Device, match: DeviceMatch): boolean {
  return (
    device.vendor === match.vendor &&
    (match.products === undefined || match.products.includes(device.product)) &&
    (match.manufacturer === undefined || begins(device.manufacturer, match.manufacturer)) &&
    (match.productName === undefined || begins(device.productName, match.productName))
  );
}

/** The more a match asks for, the closer it names a device. */
function closeness(match: DeviceMatch): number {
  return [match.products, match.manufacturer, match.productName].filter((each) => each !== undefined).length;
}

/** The table that names the device most closely; the general one where none does. */
export function tableFor(device: Device): HidTable {
  let best: { readonly table: HidTable; readonly close: number } | null = null;
  const all: readonly HidTable[] = tables;
  for (const table of all) {
    for (const match of table.devices) {
      const close = closeness(match);
      if (matches(device, match) && (best === null || close > best.close)) best = { table, close };
    }
  }
  return best?.table ?? generic;
}

/** What stands behind reading this device by this table. A table forced on other devices, or a borrowed descriptor, proves nothing. */
export function proofOf(table: HidTable, device: Device): Proof {
  if (device.borrowed === true) return 'derived';
  if (table.unproven?.some((match) => matches(device, match)) === true) return 'derived';
  return table === tableFor(device) ? table.proof : 'derived';
}

/**
 * Whether a descriptor is that of a UPS by what it says itself: a collection of the power pages. A single value of them is
 * not enough; headsets and pens tell the charge of their batteries so.
 */
export function isPowerDevice({ applications, fields }: HidDescriptor): boolean {
  return (
    applications.some(isPowerUsage) ||
    fields.some(({ path }) => path.slice(0, -1).some(({ usage }) => isPowerUsage(usage)))
  );
}
