/** The types of SNMP values and their ASN.1 tags (RFC 3416 and RFC 2578), which net-snmp and snmpsim both go by. */
import type { SnmpType } from '../../../../drivers/driver.ts';

const TAGS: Readonly<Record<SnmpType, number>> = {
  Integer: 2,
  OctetString: 4,
  ObjectIdentifier: 6,
  IpAddress: 64,
  Counter32: 65,
  Gauge32: 66,
  TimeTicks: 67,
  Opaque: 68,
  Counter64: 70,
};
const TYPES = new Map(Object.entries(TAGS).map(([type, tag]) => [tag, type]));

/** Null, and the ways of saying that there is no such variable or nothing after it. */
export const NOTHING: ReadonlySet<number> = new Set([5, 128, 129, 130]);

/** The tag of a type. */
export function tagOf(type: SnmpType): number {
  return TAGS[type];
}

/** The type that has this tag, or undefined. */
export function typeOf(tag: number | undefined): SnmpType | undefined {
  const type = TYPES.get(tag ?? -1);
  return type !== undefined && isType(type) ? type : undefined;
}

/** Whether values of this type are numbers. */
export function isNumeric(type: SnmpType): boolean {
  return !['OctetString', 'ObjectIdentifier', 'IpAddress', 'Opaque'].includes(type);
}

function isType(word: string): word is SnmpType {
  return Object.hasOwn(TAGS, word);
}
