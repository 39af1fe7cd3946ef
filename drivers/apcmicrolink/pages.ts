/** The pages of one device as last seen, and where in them each value stands. */
import { type Descriptor, readDescriptor, type Usage } from './descriptor.ts';
import type { Page } from './frame.ts';
import { DESCRIPTOR_AT, type Header } from './header.ts';
import { SMC1000I, SMC1000I_USAGES } from './smc1000i.ts';
import { PATHS } from './table.ts';
import { readText } from './value.ts';

/** All pages one after another, with a note of which have come. */
export class Pages {
  readonly header: Header;
  readonly image: Uint8Array;
  readonly seen = new Set<number>();

  constructor(header: Header) {
    this.header = header;
    this.image = new Uint8Array(header.width * header.count);
    this.take({ id: 0, data: header.data });
  }

  take({ id, data }: Page): void {
    this.image.set(data, id * this.header.width);
    this.seen.add(id);
  }

  /** How many pages have not come yet. */
  get missing(): number {
    return this.header.count - this.seen.size;
  }

  /** The pages that a value stands on. */
  pagesOf({ at, size }: Usage): readonly number[] {
    const { width } = this.header;
    const first = Math.floor(at / width);
    const last = Math.floor((at + size - 1) / width);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  }

  /** The bytes of a value; null where a page of it has not come. */
  bytes(usage: Usage): Uint8Array | null {
    if (!this.pagesOf(usage).every((id) => this.seen.has(id))) return null;
    return this.image.slice(usage.at, usage.at + usage.size);
  }
}

/** Where the values stand. */
export interface PageMap {
  readonly usages: ReadonlyMap<string, Usage>;
  readonly from: 'descriptor' | 'table' | 'nothing';
  /** Why it is not the descriptor. */
  readonly why?: string;
}

/** Texts by which it is seen whether a map is true: no device leaves its serial number blank. */
const TEXTS = [PATHS.serial, '2:4.9.42', '2:4.9.44'] as const;

/** Finds the map of a device. `table` keeps to the fixed page table, whatever the device says of itself. */
export function findMap(pages: Pages, table: boolean): PageMap {
  const { header } = pages;
  const fixed = fixedTable(pages, table);
  const described = table ? { unreadable: 'the page table was asked for' } : descriptorOf(pages);
  if ('usages' in described) {
    // What NUT has no path for is known of this series alone, by its place.
    const known = header.series === SMC1000I.series && fixed !== null ? fixed : [];
    return { usages: byPath([...known, ...described.usages]), from: 'descriptor' };
  }
  if (fixed !== null) return { usages: byPath(fixed), from: 'table', why: described.unreadable };
  return { usages: new Map(), from: 'nothing', why: described.unreadable };
}

/** Later ones win: a path that the descriptor repeats is the table's with a better place. */
function byPath(usages: readonly Usage[]): ReadonlyMap<string, Usage> {
  return new Map(usages.map((usage) => [usage.path, usage]));
}

function descriptorOf(pages: Pages): Descriptor {
  const { header, image } = pages;
  if (!header.descriptorPresent) return { unreadable: 'the UPS has no descriptor' };
  if (header.descriptorVersion !== 1) return { unreadable: `its version ${header.descriptorVersion} is not known` };
  const layout = { image, descriptorAt: DESCRIPTOR_AT, dataAt: header.dataAt, width: header.width };
  const plain = readDescriptor(layout);
  // The flag says that something fills up between values, and no source says where. Read as NUT reads it, first.
  const readings = header.implicitStuffing ? [plain, readDescriptor({ ...layout, stuffed: true })] : [plain];
  const believed = readings.find((reading) => 'usages' in reading && makesSense(pages, reading.usages));
  if (believed !== undefined) return believed;
  return 'unreadable' in plain ? plain : { unreadable: 'no texts stand where it says that they are' };
}

function makesSense(pages: Pages, usages: readonly Usage[]): boolean {
  return TEXTS.every((path) => {
    const usage = usages.find((each) => each.path === path);
    const bytes = usage === undefined ? null : pages.bytes(usage);
    return bytes === null ? path !== PATHS.serial || usage !== undefined : 'value' in readText(bytes);
  });
}

/** The fixed table, where it can be true of this device; null elsewhere. */
function fixedTable(pages: Pages, forced: boolean): readonly Usage[] | null {
  const { header } = pages;
  if (header.width !== SMC1000I.width) return null;
  const fits = SMC1000I_USAGES.filter(({ at, size }) => at + size <= pages.image.length);
  if (forced || header.series === SMC1000I.series || makesSense(pages, fits)) return fits;
  return null;
}
