/** USB HID: UPSes of the Power Device Class, and what makers made of it. */
import type { Driver, Fingerprint } from '../driver.ts';
import { abilities } from './control.ts';
import type { Memory } from './memory.ts';
import type { DeviceMatch } from './shapes.ts';
import { simulate } from './simulator.ts';
import { tables } from './tables/index.ts';
import { identify, overheard, poll } from './talk.ts';

/** The products of the tables; some are in several, where a name decides. */
const found: readonly Fingerprint[] = [
  ...new Map(
    tables
      .flatMap(({ devices }): readonly DeviceMatch[] => devices)
      .flatMap(({ vendor, products = [] }) => products.map((product) => ({ usb: { vendor, product } })))
      .map((fingerprint) => [`${fingerprint.usb.vendor}:${fingerprint.usb.product}`, fingerprint] as const),
  ).values(),
];

export const driver: Driver<'hid', Memory> = {
  id: 'hid',
  title: 'USB HID power device',
  port: 'hid',
  found,
  sources: [
    'USB Implementers Forum, Device Class Definition for Human Interface Devices 1.11, 2001',
    ...new Set(tables.flatMap(({ sources }) => sources)),
  ],
  dialects: tables.map(({ id }) => id),
  unproven: tables.filter(({ proof }) => proof === 'derived').map(({ id }) => id),
  proof: 'captured',
  probe: {
    sends: 'requests for the reports that the report descriptor lists as readings of a UPS, and for strings it names',
    // The descriptor is the device's own list of what may be read; devices that are no UPS by it are asked nothing.
    harm: 'none',
  },
  identify: (facts, dialect) => identify(facts, dialect),
  poll: (depth, { memory }) => poll(depth, memory),
  abilities: ({ memory }) => abilities(memory),
  overheard: (data, { memory }, before) => overheard(data, memory, before),
  simulate: (ups, dialect) => simulate(ups, dialect),
};
