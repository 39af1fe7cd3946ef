/**
 * HID report descriptors: bytes in, fields out (Device Class Definition for HID 1.11, 5.4 and 6.2.2).
 *
 * Devices break the rules, and most of what they say is right all the same: what is wrong is listed, and what could be
 * understood before and around it is kept. Whatever the bytes, the work and the result are bounded.
 */
import type { HidDescriptor, HidField, HidKind, PathNode } from './field.ts';
import { type HidItem, type HidProblem, hidItems } from './items.ts';
import { exponentOf, type Globals, INITIAL, type Locals, noLocals, type Numbers, rangeOf } from './state.ts';

/** More than any device has; what goes beyond is left out, and listed. */
const LIMITS = { bytes: 0xffff, fields: 4096, depth: 32, stack: 16, problems: 64, usages: 1024, reportBytes: 4096 };

const MAIN = { input: 0x8, output: 0x9, collection: 0xa, feature: 0xb, end: 0xc } as const;
const DATA_ITEMS: ReadonlyMap<number, HidKind> = new Map([
  [MAIN.input, 'input'],
  [MAIN.output, 'output'],
  [MAIN.feature, 'feature'],
]);
/** Bits of the data of Input, Output and Feature items (6.2.2.5). */
const FLAG = { constant: 1, variable: 2, nullState: 0x40 } as const;
const APPLICATION = 1;
/** Collection types from here on are the vendor's. */
const VENDOR_COLLECTION = 0x80;

/** Takes a report descriptor apart. Never throws; look at `problems`, and at `fields` for whether anything is left. */
export function parseHidDescriptor(bytes: Uint8Array): HidDescriptor {
  const parser = new Parser();
  if (bytes.length > LIMITS.bytes) parser.complain(LIMITS.bytes, 'The descriptor is longer than USB allows.');
  for (const item of hidItems(bytes.subarray(0, LIMITS.bytes), ({ at, what }) => parser.complain(at, what))) {
    if (item.type === 'main') parser.main(item);
    else if (item.type === 'global') parser.global(item);
    else if (item.type === 'local') parser.local(item);
    else parser.complain(item.at, 'The item is of the reserved type.');
  }
  return parser.finish(bytes.length);
}

class Parser {
  readonly #fields: HidField[] = [];
  readonly #applications: number[] = [];
  readonly #problems: HidProblem[] = [];
  readonly #bits = new Map<string, number>();
  readonly #stack: Globals[] = [];
  readonly #path: PathNode[] = [];
  /** Collections that are open beyond the deepest that is kept. */
  #tooDeep = 0;
  #globals: Globals = { ...INITIAL };
  #locals: Locals = noLocals();

  complain(at: number, what: string): void {
    if (this.#problems.length < LIMITS.problems) this.#problems.push({ at, what });
  }

  finish(end: number): HidDescriptor {
    const open = this.#path.length + this.#tooDeep;
    if (open > 0) this.complain(end, `The descriptor ends with ${open} collections still open.`);
    if (this.#stack.length > 0) this.complain(end, 'The descriptor ends with a Push that no Pop undoes.');
    if (this.#fields.length === 0) this.complain(end, 'The descriptor describes no value.');
    const bits = this.#bits;
    return {
      fields: this.#fields,
      applications: this.#applications,
      problems: this.#problems,
      length: (kind, report) => Math.ceil((bits.get(`${kind} ${report}`) ?? 0) / 8),
    };
  }

  main(item: HidItem): void {
    const kind = DATA_ITEMS.get(item.tag);
    if (kind !== undefined) {
      this.#data(kind, item);
      this.#globals.stated = false;
    } else if (item.tag === MAIN.collection) this.#open(item);
    else if (item.tag === MAIN.end) this.#close(item);
    else this.complain(item.at, `There is no main item with tag ${item.tag}.`);
    this.#locals = noLocals();
  }

  #open(item: HidItem): void {
    if (this.#path.length >= LIMITS.depth) {
      if (this.#tooDeep === 0) this.complain(item.at, `More than ${LIMITS.depth} collections inside each other.`);
      this.#tooDeep += 1;
      return;
    }
    const usage = this.#locals.usages.list[0] ?? 0;
    if (item.unsigned === APPLICATION && this.#path.length === 0) this.#applications.push(usage);
    const index = item.unsigned >= VENDOR_COLLECTION ? { index: item.unsigned & 0x7f } : {};
    this.#path.push({ usage, ...index });
  }

  #close(item: HidItem): void {
    if (this.#tooDeep > 0) this.#tooDeep -= 1;
    else if (this.#path.pop() === undefined) this.complain(item.at, 'End Collection without an open collection.');
  }

  global(item: HidItem): void {
    const globals = this.#globals;
    switch (item.tag) {
      case 0x0:
        globals.page = item.unsigned & 0xffff;
        break;
      case 0x1:
        globals.logicalMin = item;
        break;
      case 0x2:
        globals.logicalMax = item;
        break;
      case 0x3:
        globals.physicalMin = item;
        break;
      case 0x4:
        globals.physicalMax = item;
        break;
      case 0x5:
        globals.exponent = exponentOf(item);
        globals.stated = true;
        break;
      case 0x6:
        globals.unit = item.unsigned;
        break;
      case 0x7:
        globals.size = item.unsigned;
        break;
      case 0x8:
        if (item.unsigned === 0 || item.unsigned > 0xff) {
          this.complain(item.at, `${item.unsigned} is no report id; ids go from 1 to 255.`);
        }
        globals.report = item.unsigned & 0xff;
        break;
      case 0x9:
        globals.count = item.unsigned;
        break;
      case 0xa:
        if (this.#stack.length >= LIMITS.stack) this.complain(item.at, `More than ${LIMITS.stack} Push items open.`);
        else this.#stack.push({ ...globals });
        break;
      case 0xb: {
        const pushed = this.#stack.pop();
        if (pushed === undefined) this.complain(item.at, 'Pop without a Push.');
        // What comes back was written for a value before.
        else this.#globals = { ...pushed, stated: false };
        break;
      }
      default:
        this.complain(item.at, `There is no global item with tag ${item.tag}.`);
    }
  }

  local(item: HidItem): void {
    const locals = this.#locals;
    switch (item.tag) {
      case 0x0:
        if (locals.delimited === 'taken') break;
        if (locals.delimited === 'first') locals.delimited = 'taken';
        this.#add(locals.usages, this.#usage(item), item);
        break;
      case 0x1:
        locals.usages.low = this.#usage(item);
        break;
      case 0x2:
        this.#addRange(locals.usages, this.#usage(item), item);
        break;
      case 0x3:
        this.#add(locals.designators, item.unsigned, item);
        break;
      case 0x4:
        locals.designators.low = item.unsigned;
        break;
      case 0x5:
        this.#addRange(locals.designators, item.unsigned, item);
        break;
      case 0x7:
        this.#add(locals.strings, item.unsigned, item);
        break;
      case 0x8:
        locals.strings.low = item.unsigned;
        break;
      case 0x9:
        this.#addRange(locals.strings, item.unsigned, item);
        break;
      case 0xa:
        locals.delimited = item.unsigned === 1 ? 'first' : 'no';
        break;
      default:
        this.complain(item.at, `There is no local item with tag ${item.tag}.`);
    }
  }

  /** A usage of up to two bytes is one of the present page; one of four bytes brings its page with it. */
  #usage(item: HidItem): number {
    return item.bytes === 4 ? item.unsigned : this.#globals.page * 0x10000 + item.unsigned;
  }

  #add(numbers: Numbers, value: number, item: HidItem): void {
    if (numbers.list.length < LIMITS.usages) numbers.list.push(value);
    else if (numbers.list.length === LIMITS.usages) this.complain(item.at, `More than ${LIMITS.usages} usages.`);
  }

  #addRange(numbers: Numbers, high: number, item: HidItem): void {
    const { low } = numbers;
    numbers.low = null;
    if (low === null || high < low) {
      this.complain(
        item.at,
        low === null ? 'The end of a range without its beginning.' : 'A range that runs backwards.',
      );
      return;
    }
    const last = Math.min(high, low + LIMITS.usages - numbers.list.length - 1);
    if (last < high) this.complain(item.at, `A range of ${high - low + 1} usages is more than is kept.`);
    for (let value = low; value <= last; value += 1) numbers.list.push(value);
  }

  #data(kind: HidKind, item: HidItem): void {
    const { size, count, report } = this.#globals;
    const key = `${kind} ${report}`;
    const offset = this.#bits.get(key) ?? 0;
    const end = offset + size * count;
    if (end > LIMITS.reportBytes * 8) {
      this.complain(item.at, `${kind} report ${report} would be ${Math.ceil(end / 8)} bytes long, more than any is.`);
      return;
    }
    this.#bits.set(key, end);
    if (size === 0 || count === 0) {
      this.complain(item.at, `A value of ${kind} report ${report} that has ${size === 0 ? 'no bits' : 'no elements'}.`);
      return;
    }
    const usages = this.#locals.usages.list;
    // What has no usage only fills up the report.
    if (usages.length === 0) return;
    const shared = this.#shared(kind, item);
    if ((item.unsigned & FLAG.variable) === 0) {
      usages.forEach((usage, index) =>
        this.#keep({ ...shared, ...this.#named(usage, index), offset, count, selector: shared.logical.min + index }),
      );
      return;
    }
    // One element for each usage; the last one has all that are left (6.2.2.8).
    usages.slice(0, count).forEach((usage, index, kept) => {
      const elements = index === kept.length - 1 ? count - index : 1;
      this.#keep({ ...shared, ...this.#named(usage, index), offset: offset + index * size, count: elements });
    });
  }

  #named(usage: number, index: number): Pick<HidField, 'path' | 'string' | 'designator'> {
    const string = this.#locals.strings.list[index];
    const designator = this.#locals.designators.list[index];
    return {
      path: [...this.#path, { usage }],
      ...(string === undefined ? {} : { string }),
      ...(designator === undefined ? {} : { designator }),
    };
  }

  #shared(kind: HidKind, item: HidItem): Omit<HidField, 'path' | 'offset' | 'count'> {
    const { size, report, unit, exponent, stated, logicalMin, logicalMax, physicalMin, physicalMax } = this.#globals;
    const logical = rangeOf(logicalMin, logicalMax);
    if (logical.mended) {
      this.complain(
        item.at,
        `The logical maximum is below the minimum; it was read without its sign, as ${logical.max}.`,
      );
    }
    const physical = rangeOf(physicalMin, physicalMax);
    const given = physicalMin !== null && physicalMax !== null && physical.max > physical.min;
    return {
      kind,
      report,
      size,
      constant: (item.unsigned & FLAG.constant) !== 0,
      nullable: (item.unsigned & FLAG.nullState) !== 0,
      logical: { min: logical.min, max: logical.max },
      ...(given ? { physical: { min: physical.min, max: physical.max } } : {}),
      unit,
      exponent,
      ...(stated ? { stated } : {}),
      at: item.at,
    };
  }

  #keep(field: HidField): void {
    if (this.#fields.length < LIMITS.fields) this.#fields.push(field);
    else if (this.#fields.length === LIMITS.fields && this.#problems.at(-1)?.at !== field.at) {
      this.complain(field.at, `The descriptor describes more than ${LIMITS.fields} values.`);
    }
  }
}
