/** The answer to the device's challenge. */
import { sums } from './frame.ts';
import type { Header } from './header.ts';

/** So many bytes of page 0, and of the device's password, go into the answer. */
const OF_HEADER = 8;
const OF_PASSWORD = 2;

/**
 * The four bytes to write. Only the last two are checked: they are the running sums over page 0, the serial number
 * with its blanks, and the password, begun with the low byte of the series in the first sum and the high byte in the
 * second. Recorded: an SMC1000I, series 0x03ed, "3S1607X00588  ", password f6 27, took .. .. 9b 60 (klaasdc,
 * "Protocol exploration (3)"); with the seeds the other way round it would have been b0 45.
 */
export function answerTo({ data, series }: Header, serial: Uint8Array, password: Uint8Array): Uint8Array {
  let pair: [number, number] = [series & 0xff, series >> 8];
  pair = sums(data.subarray(0, OF_HEADER), pair);
  pair = sums(serial, pair);
  pair = sums(password.subarray(0, OF_PASSWORD), pair);
  return Uint8Array.of(0, 0, ...pair);
}
