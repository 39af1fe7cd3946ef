/** Makes report descriptors: the opposite of `descriptor.ts`, for devices of our own. */
import type { HidField, HidKind, PathNode } from './field.ts';

/** One value to describe. Its offset follows from the order of the list. */
export type HidFieldSpec = Pick<HidField, 'path' | 'report' | 'size' | 'logical' | 'unit' | 'exponent' | 'constant'> & {
  /** The same value in reports of each of these kinds. */
  readonly kinds: readonly HidKind[];
};

const TAG = {
  usagePage: 0x04,
  logicalMin: 0x14,
  logicalMax: 0x24,
  exponent: 0x54,
  unit: 0x64,
  size: 0x74,
  report: 0x84,
  count: 0x94,
  usage: 0x08,
  collection: 0xa0,
  end: 0xc0,
} as const;
const DATA: Readonly<Record<HidKind, number>> = { input: 0x80, output: 0x90, feature: 0xb0 };
/** Variable, and volatile: the device changes it by itself. An input has no such bit (1.11, 6.2.2.5). */
const VARIABLE = 0x02;
const CONSTANT = 0x01;
const VOLATILE = 0x80;
const APPLICATION = 1;
const PHYSICAL = 0;
const VENDOR_COLLECTION = 0x80;

/** A collection with what lies in it, in the order in which it was first named. */
interface Tree {
  readonly node: PathNode;
  readonly children: Map<string, Tree>;
  readonly fields: HidFieldSpec[];
}

const key = ({ usage, index }: PathNode): string => `${usage} ${index ?? ''}`;

/** The bytes of a descriptor with these values. All paths begin with the same application collection. */
export function writeHidDescriptor(specs: readonly HidFieldSpec[]): Uint8Array {
  const [first] = specs;
  const [root] = first?.path ?? [];
  if (root === undefined) return new Uint8Array(0);
  const tree: Tree = { node: root, children: new Map(), fields: [] };
  for (const spec of specs) {
    let place = tree;
    for (const node of spec.path.slice(1, -1)) {
      let next = place.children.get(key(node));
      if (next === undefined) {
        next = { node, children: new Map(), fields: [] };
        place.children.set(key(node), next);
      }
      place = next;
    }
    place.fields.push(spec);
  }
  const writer = new Writer();
  writer.collection(tree, APPLICATION);
  return Uint8Array.from(writer.bytes);
}

class Writer {
  readonly bytes: number[] = [];
  readonly #bits = new Map<string, { readonly kind: HidKind; readonly report: number; bits: number }>();

  collection({ node, children, fields }: Tree, type: number): void {
    this.#usage(node.usage);
    this.#item(TAG.collection, type);
    for (const field of fields) this.#field(field);
    for (const child of children.values()) {
      this.collection(child, child.node.index === undefined ? PHYSICAL : VENDOR_COLLECTION + child.node.index);
    }
    if (type === APPLICATION) this.#pad();
    this.bytes.push(TAG.end);
  }

  #field({ path, kinds, report, size, logical, unit, exponent, constant }: HidFieldSpec): void {
    const usage = path.at(-1)?.usage ?? 0;
    this.#item(TAG.report, report);
    this.#item(TAG.size, size);
    this.#item(TAG.count, 1);
    this.#item(TAG.logicalMin, logical.min, true);
    this.#item(TAG.logicalMax, logical.max, true);
    this.#item(TAG.unit, unit);
    this.#item(TAG.exponent, exponent & 0xf);
    for (const kind of kinds) {
      this.#usage(usage);
      const flags = VARIABLE | (constant ? CONSTANT : 0) | (kind === 'feature' ? VOLATILE : 0);
      this.#item(DATA[kind], flags);
      const name = `${kind} ${report}`;
      const sum = this.#bits.get(name) ?? { kind, report, bits: 0 };
      sum.bits += size;
      this.#bits.set(name, sum);
    }
  }

  /** Reports are whole bytes. */
  #pad(): void {
    for (const { kind, report, bits } of this.#bits.values()) {
      if (bits % 8 === 0) continue;
      this.#item(TAG.report, report);
      this.#item(TAG.size, 8 - (bits % 8));
      this.#item(TAG.count, 1);
      this.#item(DATA[kind], CONSTANT);
    }
  }

  #usage(usage: number): void {
    this.#item(TAG.usagePage, Math.floor(usage / 0x10000));
    this.#item(TAG.usage, usage % 0x10000);
  }

  /** The shortest item that holds the value; with a sign, the highest bit must be free for it. */
  #item(tag: number, value: number, signed = false): void {
    const fits = (bytes: number): boolean => {
      const top = 2 ** (8 * bytes);
      return signed ? value >= -top / 2 && value < top / 2 : value < top;
    };
    const bytes = fits(1) ? 1 : fits(2) ? 2 : 4;
    this.bytes.push(tag + (bytes === 4 ? 3 : bytes));
    let rest = value < 0 ? value + 2 ** (8 * bytes) : value;
    for (let index = 0; index < bytes; index += 1) {
      this.bytes.push(rest % 0x100);
      rest = Math.floor(rest / 0x100);
    }
  }
}
