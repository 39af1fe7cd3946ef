/**
 * All bits set is how firmware writes that nobody knows or has set a number: an erased memory reads so
 * (networkupstools/nut#1346: 16777215 in 24 bits; #731: 65535 in 16). What that is depends on the width of the field.
 */

/** From this many bits on, a number with all of them set is none that a UPS could mean. Narrower fields are used up. */
const WIDE = 16;

/** The widths in which UPSes keep numbers, in bits. */
const WIDTHS = [16, 24, 32] as const;

/** All ones of every usual width, for texts and agents that do not tell the width of what they pass on. */
export const ALL_ONES: readonly number[] = WIDTHS.map((bits) => 2 ** bits - 1);

/**
 * Whether an unsigned number has all bits of its field set and therefore means nothing. In a narrow field that is a
 * number like any other (a bit that is set, 255 V in eight bits) unless it lies beyond `most`, the greatest that the
 * field is said to hold.
 */
export function isAllOnes(raw: number, bits: number, most = Number.POSITIVE_INFINITY): boolean {
  return bits > 1 && raw === 2 ** bits - 1 && (bits >= WIDE || raw > most);
}
