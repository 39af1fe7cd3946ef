/**
 * The device's side: a UPS behind a report descriptor, one of ours or a recorded one. What each field holds follows
 * from the table that reads it, so a device that breaks the rules is simulated with the rules it breaks.
 */
import type { UpsModel } from '../../src-shared/ups-model/index.ts';
import type { PortFacts, Simulator } from '../driver.ts';
import { tableFor } from './claim.ts';
import { layoutOf } from './layout.ts';
import { SimulatedDevice } from './simulated-device.ts';
import { table as generic } from './tables/generic.ts';
import { tables } from './tables/index.ts';

/** A simulated device of a dialect, with a descriptor of our own. */
export function simulate(ups: UpsModel, dialect = generic.id): Simulator['hid'] {
  const table = tables.find(({ id }) => id === dialect) ?? generic;
  const { profile } = ups;
  const [device] = table.devices;
  return simulateDescriptor(ups, {
    // The general table is for makers who are not listed: this number is set aside for tests (pid.codes).
    vendor: device?.vendor ?? 0x1209,
    product: device?.products?.[0] ?? 0x0001,
    release: 0x0100,
    descriptor: layoutOf(table),
    manufacturer: profile.manufacturer,
    productName: profile.model,
    serial: profile.serial,
  });
}

/** A simulated device behind any descriptor. Without `dialect`, the table is the one that its numbers ask for. */
export function simulateDescriptor(ups: UpsModel, facts: PortFacts['hid'], dialect?: string): Simulator['hid'] {
  const table = tables.find(({ id }) => id === dialect) ?? tableFor(facts);
  const device = new SimulatedDevice(ups, facts, table);
  return {
    facts,
    get: (kind, report) => device.get(kind, report),
    set: (kind, report, data) => device.set(kind, report, data),
    string: (index) => device.string(index),
    unasked: () => device.unasked(),
  };
}
