/** The one list of kinds of address. What it says is read back by `parseUri` of `uri.ts`. */
import { type HidAddress, hidPart } from './hid.ts';
import { type Scheme, SCHEMES } from './kinds.ts';
import type { AddressPart } from './part.ts';
import { type ReplayAddress, replayPart } from './replay.ts';
import { type SerialAddress, serialPart } from './serial.ts';
import { type SimulatedAddress, simulatedPart } from './simulated.ts';
import { type SnmpAddress, snmpPart } from './snmp.ts';

/** The kinds of address by how they begin. */
export interface Addresses extends Readonly<Record<Scheme, { readonly scheme: Scheme }>> {
  readonly serial: SerialAddress;
  readonly hid: HidAddress;
  readonly snmp: SnmpAddress;
  readonly sim: SimulatedAddress;
  readonly replay: ReplayAddress;
}

/** Any device's address. */
export type DeviceAddress = Addresses[Scheme];

/** Every kind, in the order in which they are shown. */
export const ADDRESS_PARTS: { readonly [S in Scheme]: AddressPart<Addresses[S]> } = {
  serial: serialPart,
  hid: hidPart,
  snmp: snmpPart,
  sim: simulatedPart,
  replay: replayPart,
};

/** Whether addresses begin so. */
export function isScheme(scheme: string): scheme is Scheme {
  return SCHEMES.some((each) => each === scheme);
}

/** Writes an address as the URI that reads back as the same. */
export function formatUri(address: DeviceAddress): string {
  return ADDRESS_PARTS[address.scheme].write(address);
}

/** The place that an address names, without how it is spoken to: two addresses of one place have the same. */
export function placeOf<S extends Scheme>(address: Addresses[S] & { readonly scheme: S }): string {
  return ADDRESS_PARTS[address.scheme].place(address);
}
