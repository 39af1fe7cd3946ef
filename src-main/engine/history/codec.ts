/**
 * How one bucket of one device is packed into bytes: a checksum, then for each variable its id, a tag, and minimum,
 * mean and maximum. UPS values have few decimals, so they are kept as scaled whole numbers of as few bytes as they
 * need; what does not fit that exactly is kept as doubles.
 *
 *   ┌ CRC, low 16 bits    ┌ tag: one decimal, flat    ┌ tag: two decimals (mean needs one more than the others)
 *   3A 7F   05  09  FA 23   07  02  B4 01  32  64
 *           │       └ 2301 zigzag = 230.1         └ minimum zigzag, mean − minimum, maximum − minimum
 *           └ variable 5
 */
import { crc32 } from 'node:zlib';

/** Minimum, mean and maximum of one variable in one bucket. `mean` lies between the others. */
export interface Extent {
  readonly min: number;
  readonly mean: number;
  readonly max: number;
}

/** One bucket: extents by the id of the variable. */
export type Bucket = Map<number, Extent>;

/** Low bits of the tag: number of decimals, or `RAW`. */
const SCALE_MASK = 0x07;
const RAW = 7;
const FLAT = 0x08;
const POWERS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000] as const;
const CHECKSUM_BYTES = 2;
/** Id (5), tag (1) and three doubles or three varints of at most 8 bytes. */
const MOST_BYTES_PER_ENTRY = 30;

/** Packs one bucket. Values must be finite. Minimum and maximum come back exactly, the mean to one more decimal. */
export function encode(bucket: Bucket): Uint8Array {
  const bytes = new Uint8Array(CHECKSUM_BYTES + bucket.size * MOST_BYTES_PER_ENTRY);
  const view = new DataView(bytes.buffer);
  let at = CHECKSUM_BYTES;
  const varint = (value: number): void => {
    let rest = value;
    while (rest >= 0x80) {
      bytes[at++] = (rest % 0x80) + 0x80;
      rest = Math.floor(rest / 0x80);
    }
    bytes[at++] = rest;
  };
  for (const [id, { min, mean, max }] of bucket) {
    varint(id);
    const flat = min === max;
    const scale = scaleOf(min, max, flat);
    const power = POWERS[scale];
    if (power === undefined) {
      bytes[at++] = RAW | (flat ? FLAT : 0);
      for (const value of flat ? [min] : [min, mean, max]) {
        view.setFloat64(at, value, true);
        at += 8;
      }
      continue;
    }
    bytes[at++] = scale | (flat ? FLAT : 0);
    const low = Math.round(min * power);
    varint(low >= 0 ? low * 2 : low * -2 - 1);
    if (flat) continue;
    varint(Math.round(mean * power) - low);
    varint(Math.round(max * power) - low);
  }
  const packed = bytes.slice(0, at);
  new DataView(packed.buffer).setUint16(0, crc32(packed.subarray(CHECKSUM_BYTES)) & 0xffff, true);
  return packed;
}

/** Hands every variable of a packed bucket to `each`. False, with nothing handed over, when the bytes are damaged. */
export function decode(bytes: Uint8Array, each: (id: number, min: number, mean: number, max: number) => void): boolean {
  if (bytes.length < CHECKSUM_BYTES) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint16(0, true) !== (crc32(bytes.subarray(CHECKSUM_BYTES)) & 0xffff)) return false;
  let at = CHECKSUM_BYTES;
  const varint = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 0x80) {
      const byte = bytes[at++] ?? 0;
      if (byte < 0x80) return value + byte * factor;
      value += (byte - 0x80) * factor;
    }
  };
  const double = (): number => {
    const value = view.getFloat64(at, true);
    at += 8;
    return value;
  };
  while (at < bytes.length) {
    const id = varint();
    const tag = bytes[at++] ?? 0;
    const flat = (tag & FLAT) !== 0;
    const power = POWERS[tag & SCALE_MASK];
    if (power === undefined) {
      const min = double();
      each(id, min, flat ? min : double(), flat ? min : double());
      continue;
    }
    const coded = varint();
    const low = coded % 2 === 0 ? coded / 2 : -(coded + 1) / 2;
    const min = low / power;
    each(id, min, flat ? min : (low + varint()) / power, flat ? min : (low + varint()) / power);
  }
  return true;
}

/** The least number of decimals that keeps both values exactly, with one more for the mean between them; else `RAW`. */
function scaleOf(min: number, max: number, flat: boolean): number {
  for (const [scale, power] of POWERS.entries()) {
    // One more decimal may be added below, and zigzag doubles.
    if (Math.max(Math.abs(min), Math.abs(max)) * power > Number.MAX_SAFE_INTEGER / 40) return RAW;
    if (Math.round(min * power) / power !== min || Math.round(max * power) / power !== max) continue;
    return flat ? scale : Math.min(scale + 1, POWERS.length - 1);
  }
  return RAW;
}
