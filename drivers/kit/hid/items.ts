/**
 * The items of a HID report descriptor (Device Class Definition for HID 1.11, 6.2.2): bytes in, items out.
 *
 *     26 ff 00     prefix 0x26: tag 2 of the globals (Logical Maximum), two bytes of data: 255
 *     fe 03 80 ... long item: three bytes of data, tag 0x80 (6.2.2.3); none is defined, so it is skipped
 */

/** Which of the three kinds an item is of; `reserved` is neither. */
export type ItemType = 'main' | 'global' | 'local' | 'reserved';

/** One item. */
export interface HidItem {
  /** Where its prefix stands, counted in bytes from 0. */
  readonly at: number;
  readonly type: ItemType;
  /** The upper half of the prefix. */
  readonly tag: number;
  /** How many bytes of data it has: 0, 1, 2 or 4. */
  readonly bytes: number;
  /** The data, little-endian, read without and with a sign. */
  readonly unsigned: number;
  readonly signed: number;
}

/** Something wrong with a descriptor: what, and at which byte of it. */
export interface HidProblem {
  readonly at: number;
  readonly what: string;
}

const TYPES: readonly ItemType[] = ['main', 'global', 'local', 'reserved'];
const LENGTHS = [0, 1, 2, 4] as const;
const LONG = 0xfe;

/**
 * Walks over the items. A long item is passed over. An item whose data run beyond the end is told to `complain` and
 * ends the walk: what follows a wrong length cannot be trusted.
 */
export function* hidItems(bytes: Uint8Array, complain: (problem: HidProblem) => void): Generator<HidItem> {
  let at = 0;
  while (at < bytes.length) {
    const prefix = bytes[at] ?? 0;
    const long = prefix === LONG;
    const length = long ? (bytes[at + 1] ?? 0) : (LENGTHS[prefix & 3] ?? 0);
    const start = at + (long ? 3 : 1);
    if (start + length > bytes.length) {
      const left = Math.max(0, bytes.length - start);
      complain({ at, what: `The item ${hex(prefix)} wants ${length} bytes of data, but only ${left} are left.` });
      return;
    }
    if (!long) {
      const unsigned = littleEndian(bytes, start, length);
      const top = 2 ** (8 * length);
      yield {
        at,
        type: TYPES[(prefix >> 2) & 3] ?? 'reserved',
        tag: prefix >> 4,
        bytes: length,
        unsigned,
        signed: length > 0 && unsigned >= top / 2 ? unsigned - top : unsigned,
      };
    }
    at = start + length;
  }
}

function littleEndian(bytes: Uint8Array, start: number, length: number): number {
  let value = 0;
  for (let index = length - 1; index >= 0; index -= 1) value = value * 0x100 + (bytes[start + index] ?? 0);
  return value;
}

/** A byte as people write it. */
function hex(byte: number): string {
  return `0x${byte.toString(16).padStart(2, '0')}`;
}
