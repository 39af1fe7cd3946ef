/**
 * The descriptor: a program of one-byte operators that walks through the device's data and names every value by a path
 * of usages such as `2:4.5.20`. Grammar: NUT, drivers/apcmicrolink.c, `MLINK_DESC_OP_*`; seen in the recorded page 0
 * of an SMC1000I and an SMC1000-2UC and in pages 4 to 7 of an SMX1500RM2U.
 *
 *     f8 02 fe 04 fe 09 40 fc 10 42 fc 10 44 fc 20 ff fe 05 ...
 *     |     |     |     |        |        |        |  |
 *     |     |     |     |        |        |        |  child 5 of 2:4
 *     |     |     |     |        |        |        end of 2:4.9
 *     |     |     |     2:4.9.40 2:4.9.42 2:4.9.44, of 16, 16 and 32 bytes
 *     |     |     child 9
 *     |     child 4
 *     block 2
 */

/** One value that the descriptor names. */
export interface Usage {
  readonly path: string;
  /** Bytes from the beginning of page 0. */
  readonly at: number;
  readonly size: number;
}

/** A descriptor that could be read, or why not. */
export type Descriptor = { readonly usages: readonly Usage[] } | { readonly unreadable: string };

/** How the bytes are laid out. */
export interface Layout {
  /** The pages one after another; what did not come is zero. */
  readonly image: Uint8Array;
  readonly descriptorAt: number;
  readonly dataAt: number;
  readonly width: number;
  /** A value that would cross the end of a page begins on the next one instead. */
  readonly stuffed?: boolean;
}

const OP = {
  recurse: 0xf4,
  skipNext: 0xf5,
  exit: 0xf6,
  nothing: 0xf7,
  block: 0xf8,
  skipAlso: 0xf9,
  skipTwo: 0xfa,
  skip: 0xfb,
  size: 0xfc,
  collection: 0xfd,
  child: 0xfe,
  end: 0xff,
} as const;

/** Usages are numbered up to here; what lies between them and the operators is not known. */
const LAST_USAGE = 0xdf;
const USUAL_SIZE = 2;
/** No real descriptor comes near these; a corrupt one may not keep us busy. */
const MOST_USAGES = 1024;
const DEEPEST = 24;
const MOST_STEPS = 50_000;

/** Reads the descriptor. A corrupt one is unreadable as a whole: after one wrong size every later place is wrong. */
export function readDescriptor(layout: Layout): Descriptor {
  const reader = new Reader(layout);
  try {
    reader.block(layout.descriptorAt, '', 0);
  } catch (thrown) {
    if (thrown instanceof Unreadable) return { unreadable: thrown.message };
    throw thrown;
  }
  if (reader.usages.length === 0) return { unreadable: 'it names no value' };
  return { usages: reader.usages };
}

/** Ends the reading from any depth; never leaves this file. */
class Unreadable extends Error {}

class Reader {
  readonly usages: Usage[] = [];
  readonly #layout: Layout;
  #dataAt: number;
  #steps = 0;

  constructor(layout: Layout) {
    this.#layout = layout;
    this.#dataAt = layout.dataAt;
  }

  /** Reads from `from` to the end of the block and returns where it ended. */
  block(from: number, path: string, depth: number): number {
    if (depth > DEEPEST) throw new Unreadable(`it nests deeper than ${DEEPEST} levels`);
    let at = from;
    let skipped = false;
    // The data begin where the descriptor has ended, so it ends there at the latest.
    while (at < this.#layout.image.length) {
      this.#steps += 1;
      if (this.#steps > MOST_STEPS) throw new Unreadable('it does not come to an end');
      const token = this.#byte(at);
      at += 1;
      switch (token) {
        case OP.end:
        case OP.exit:
          return at;
        case OP.nothing:
          break;
        case OP.skipNext:
          skipped = true;
          break;
        case OP.recurse:
          at = this.block(at, path, depth + 1);
          break;
        case OP.block:
          at = this.block(at + 1, `${hex(this.#byte(at))}:`, depth + 1);
          break;
        case OP.child:
          at = this.block(at + 1, `${path}${hex(this.#byte(at))}.`, depth + 1);
          break;
        case OP.collection:
          at = this.#collection(at, path, depth);
          break;
        default:
          at = this.#usage(at, token, path, skipped);
          skipped = false;
      }
    }
    return at;
  }

  /** The same block for each of so many things; the data follow one after another. */
  #collection(from: number, path: string, depth: number): number {
    const id = hex(this.#byte(from));
    const count = this.#byte(from + 1);
    if (count === 0) throw new Unreadable(`collection ${path}${id} is of no things`);
    let end = from + 2;
    for (let index = 0; index < count; index += 1) {
      end = this.block(from + 2, `${path}${id}[${index}].`, depth + 1);
    }
    return end;
  }

  /** One value. What follows the operators that skip (limits and defaults, as it seems) is not read. */
  #usage(from: number, id: number, path: string, skipped: boolean): number {
    if (id === 0 || id > LAST_USAGE) throw new Unreadable(`0x${hex(id)} is neither a usage nor an operator`);
    let at = from;
    let size = USUAL_SIZE;
    for (;;) {
      const token = at < this.#layout.image.length ? this.#byte(at) : OP.end;
      if (token === OP.size) {
        size = this.#byte(at + 1);
        at += 2;
      } else if (token === OP.skip || token === OP.skipAlso) at += 1 + size;
      else if (token === OP.skipTwo) at += 1 + 2 * size;
      else break;
      if (at > this.#layout.image.length) throw new Unreadable('it runs over the end of the pages');
    }
    this.#place(`${path}${hex(id)}`, size, skipped);
    return at;
  }

  #place(path: string, size: number, skipped: boolean): void {
    const { image, width, stuffed } = this.#layout;
    const left = width - (this.#dataAt % width);
    if (stuffed === true && size <= width && size > left) this.#dataAt += left;
    const at = this.#dataAt;
    this.#dataAt += size;
    if (this.#dataAt > image.length) throw new Unreadable(`${path} lies behind the last page`);
    if (skipped || size === 0) return;
    if (this.usages.length >= MOST_USAGES) throw new Unreadable(`it names more than ${MOST_USAGES} values`);
    this.usages.push({ path, at, size });
  }

  #byte(at: number): number {
    const byte = this.#layout.image[at];
    if (byte === undefined) throw new Unreadable('it runs over the end of the pages');
    return byte;
  }
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase();
}
