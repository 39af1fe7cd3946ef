/** What the port knows of a device before anything is asked. */
import type { PortFacts } from '../driver.ts';
import type { ReadingsBuilder } from '../kit/columns.ts';

/** Product names of APC hold the versions: `Back-UPS XS 1300 LCD FW:836.H4 .D USB FW:H4`. */
const WITH_FIRMWARE = /^(.*?)\s*FW:\s*(.*?)(?:\s*USB FW:\s*(.*?))?\s*$/;

const four = (id: number): string => id.toString(16).padStart(4, '0');

/** Names, numbers and versions of the device as USB has them. */
export function readFacts(facts: PortFacts['hid'], into: ReadingsBuilder): void {
  into.report('ups.vendorid', four(facts.vendor));
  into.report('ups.productid', four(facts.product));
  const maker = facts.manufacturer?.trim() ?? '';
  if (maker !== '') into.report('ups.mfr', maker);
  const serial = facts.serial?.trim() ?? '';
  if (serial !== '') into.report('ups.serial', serial);
  const product = facts.productName?.trim() ?? '';
  const [, model, firmware, aux] = WITH_FIRMWARE.exec(product) ?? [];
  if (product !== '') into.report('ups.model', model ?? product);
  if (firmware !== undefined && firmware !== '') into.report('ups.firmware', firmware);
  if (aux !== undefined && aux !== '') into.report('ups.firmware.aux', aux);
}
