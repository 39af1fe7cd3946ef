/** Page 0: what everything else hangs on. */

/**
 * Page 0. Bytes, counted from 0 (NUT, drivers/apcmicrolink.c, `microlink_cache_object`):
 *
 *     0a 10 80 03 ed 07 09 00 01 00 40 00 f8 02 fe 04     SMC1000I
 *     |  |  |  |     |  |  |  |     |     |
 *     |  |  |  |     |  |  |  |     |     12 the descriptor begins
 *     |  |  |  |     |  |  |  |     10, 11 where the data that it describes begin: page 0x40, byte 0
 *     |  |  |  |     |  |  |  8 version of the descriptor
 *     |  |  |  |     |  6, 7 flags; not known
 *     |  |  |  |     5 version of the series' data
 *     |  |  |  3, 4 id of the series
 *     |  |  2 number of pages
 *     |  1 bytes of data in a page
 *     0 version of the protocol
 */
export interface Header {
  /** All of page 0: the challenge is computed over its beginning, and the descriptor starts in it. */
  readonly data: Uint8Array;
  readonly width: number;
  readonly count: number;
  readonly series: number;
  /** Without an answer to its challenge the device soon falls silent. */
  readonly authenticationRequired: boolean;
  readonly implicitStuffing: boolean;
  readonly descriptorPresent: boolean;
  readonly firmwareUpdateNeeded: boolean;
  readonly descriptorVersion: number;
  /** Where the described data begin, in bytes from the beginning of page 0. */
  readonly dataAt: number;
}

/** Where the descriptor begins, in bytes from the beginning of page 0. */
export const DESCRIPTOR_AT = 12;
/** Page 0 holds the twelve bytes above; a width is one byte, and 16 and 32 have been seen. */
const LEAST_WIDTH = DESCRIPTOR_AT;
const MOST_WIDTH = 128;

/** Reads page 0; null where this cannot be one. */
export function readHeader(data: Uint8Array): Header | null {
  const at = (index: number) => data[index] ?? 0;
  const width = at(1);
  const count = at(2);
  if (width !== data.length || width < LEAST_WIDTH || width > MOST_WIDTH || count < 2) return null;
  const flags = at(6);
  const flag = (bit: number) => (flags & (1 << bit)) !== 0;
  return {
    data,
    width,
    count,
    series: (at(3) << 8) | at(4),
    authenticationRequired: flag(0),
    implicitStuffing: flag(1),
    descriptorPresent: flag(3),
    firmwareUpdateNeeded: flag(4),
    descriptorVersion: at(8),
    dataAt: at(10) * width + at(11),
  };
}
