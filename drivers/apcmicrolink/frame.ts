/**
 * Frames of Microlink. Each has two check bytes, so a frame is known by its sum and not by where it stands: after lost
 * or doubled bytes the next sound one is found wherever it begins.
 */
import type { Framing } from '../driver.ts';
import { concat } from '../kit/line/ascii.ts';
import { type Header, readHeader } from './header.ts';

/** What the host says besides writes ("Protocol exploration", 2019; klaasdc/apcups-serial-test, APC_CMD_*). */
export const BACK = 0xf7;
export const INIT = 0xfd;
export const NEXT = 0xfe;

/** Page number before the data, two check bytes after it. */
const ENVELOPE = 3;
const CHECK = 2;
/** Both sums are taken modulo this. */
const MODULUS = 255;
/** More bytes than this without a sound frame among them are no late beginning of one. */
const NOISE = 512;

/** One page as it came. */
export interface Page {
  readonly id: number;
  readonly data: Uint8Array;
}

/** Running sums in the manner of Fletcher, from these beginnings. The challenge is answered with the same pair. */
export function sums(bytes: Uint8Array, from: readonly [number, number] = [0, 0]): [number, number] {
  let [first, second] = from;
  for (const byte of bytes) {
    first = (first + byte) % MODULUS;
    second = (second + first) % MODULUS;
  }
  return [first, second];
}

/** The two bytes that make the sums of the whole come out at nothing. */
export function checkBytes(bytes: Uint8Array): Uint8Array {
  const [first, second] = sums(bytes);
  const check = MODULUS - ((first + second) % MODULUS);
  return Uint8Array.of(check, MODULUS - ((first + check) % MODULUS));
}

/** The bytes with their check bytes. */
export function sealed(bytes: Uint8Array): Uint8Array {
  return concat(bytes, checkBytes(bytes));
}

/** Whether the last two bytes are the check bytes of the others. */
export function isSound(frame: Uint8Array): boolean {
  if (frame.length <= CHECK) return false;
  const [first, second] = checkBytes(frame.subarray(0, -CHECK));
  return frame.at(-2) === first && frame.at(-1) === second;
}

/** A write: page, place in that page, number of bytes, the bytes. */
export function writeFrame(page: number, offset: number, data: Uint8Array): Uint8Array {
  return sealed(concat(Uint8Array.of(page, offset, data.length), data));
}

/** A page as the device sends it. */
export function pageFrame(page: number, data: Uint8Array): Uint8Array {
  return sealed(concat(Uint8Array.of(page), data));
}

interface Found {
  readonly page: Page;
  /** Where the frame ends in the bytes searched. */
  readonly end: number;
}

/** The first sound page of this width; ids from `count` on do not exist. */
function findPage(bytes: Uint8Array, width: number, count: number): Found | null {
  const length = width + ENVELOPE;
  for (let start = 0; start + length <= bytes.length; start += 1) {
    const id = bytes[start] ?? 0;
    const end = start + length;
    if (id >= count || !isSound(bytes.subarray(start, end))) continue;
    return { page: { id, data: bytes.slice(start + 1, end - CHECK) }, end };
  }
  return null;
}

/** The first sound page 0, which brings its own width. */
function findHeader(bytes: Uint8Array): { readonly header: Header; readonly end: number } | null {
  for (let start = 0; start + ENVELOPE < bytes.length; start += 1) {
    if (bytes[start] !== 0) continue;
    const end = start + (bytes[start + 2] ?? 0) + ENVELOPE;
    if (end > bytes.length || !isSound(bytes.subarray(start, end))) continue;
    const header = readHeader(bytes.slice(start + 1, end - CHECK));
    if (header !== null) return { header, end };
  }
  return null;
}

function framing(find: (bytes: Uint8Array) => { readonly end: number } | null): Framing {
  return {
    frame: (buffered) => find(buffered)?.end ?? (buffered.length >= NOISE ? 'garbled' : 'more'),
  };
}

/** A reply that is any page. */
export function pageReply(width: number, count: number): Framing {
  return framing((bytes) => findPage(bytes, width, count));
}

/** A reply that is page 0. Whatever stands before it, also whole other pages, is let pass. */
export const HEADER_REPLY: Framing = framing(findHeader);

/** The page that such a reply ended with; null where there is none. */
export function pageOf(reply: Uint8Array, width: number, count: number): Page | null {
  return findPage(reply, width, count)?.page ?? null;
}

/** Page 0 that such a reply ended with; null where there is none. */
export function headerOf(reply: Uint8Array): Header | null {
  return findHeader(reply)?.header ?? null;
}
