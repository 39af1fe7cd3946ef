/** Whose word is taken for where values stand: the descriptor's, the page table's, or nobody's. */
import { describe, expect, it } from 'vitest';
import { type Layout, readDescriptor } from '../../drivers/apcmicrolink/descriptor.ts';
import { HEADER_REPLY, headerOf, isSound, pageFrame } from '../../drivers/apcmicrolink/frame.ts';
import { readHeader } from '../../drivers/apcmicrolink/header.ts';
import { findMap, Pages } from '../../drivers/apcmicrolink/pages.ts';
import { SMC1000I_USAGES } from '../../drivers/apcmicrolink/smc1000i.ts';
import { PATHS } from '../../drivers/apcmicrolink/table.ts';
import { bytesOf, concat } from '../../drivers/kit/line/ascii.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

/** captured: page 0 of an SMC1000I (klaasdc, "Protocol exploration"). */
const SMC1000I = hex('0a108003ed07090001004000f802fe04');

/** Page 0 with some bytes changed, and so long as it says. */
function headerWith(changes: Readonly<Record<number, number>>): Uint8Array {
  const data = new Uint8Array(changes[1] ?? 16);
  data.set(SMC1000I.subarray(0, data.length));
  for (const [at, byte] of Object.entries(changes)) data[Number(at)] = byte;
  return data;
}

describe('page 0', () => {
  it.each([
    [11, null],
    [12, 12],
    [128, 128],
    [129, null],
  ])('of %d bytes: a page of %s', (width, read) => {
    expect(readHeader(headerWith({ 1: width }))?.width ?? null).toBe(read);
  });

  it.each([
    [1, null],
    [2, 2],
    [255, 255],
  ])('of %d pages: %s', (count, read) => {
    expect(readHeader(headerWith({ 2: count }))?.count ?? null).toBe(read);
  });

  it('says where the data begin by page and byte', () => {
    expect(readHeader(headerWith({ 10: 3, 11: 5 }))?.dataAt).toBe(3 * 16 + 5);
  });

  it.each([
    [
      0,
      { authenticationRequired: true, implicitStuffing: false, descriptorPresent: false, firmwareUpdateNeeded: false },
    ],
    [
      1,
      { authenticationRequired: false, implicitStuffing: true, descriptorPresent: false, firmwareUpdateNeeded: false },
    ],
    [
      3,
      { authenticationRequired: false, implicitStuffing: false, descriptorPresent: true, firmwareUpdateNeeded: false },
    ],
    [
      4,
      { authenticationRequired: false, implicitStuffing: false, descriptorPresent: false, firmwareUpdateNeeded: true },
    ],
  ])('says with bit %d alone: %j', (bit, flags) => {
    expect(readHeader(headerWith({ 6: 2 ** bit }))).toMatchObject(flags);
  });

  it('is found at the very end of what came, and not in a frame that only looks like one', () => {
    const frame = pageFrame(0, SMC1000I);
    expect(headerOf(concat(hex('00 00 01'), frame))?.width).toBe(16);
    // A sound page 0 that names no pages, and then a real one.
    const empty = pageFrame(0, headerWith({ 2: 0 }));
    expect(headerOf(concat(empty, frame))?.count).toBe(0x80);
    expect(headerOf(pageFrame(1, SMC1000I))).toBeNull();
    const spoiled = frame.slice();
    spoiled[9] = 0x55;
    expect(headerOf(spoiled)).toBeNull();
  });

  it('is waited for through 511 bytes of noise, and not through 512', () => {
    if (HEADER_REPLY === 'none' || !('frame' in HEADER_REPLY)) throw new Error('no frame function');
    expect(HEADER_REPLY.frame(new Uint8Array(511).fill(0x55))).toBe('more');
    expect(HEADER_REPLY.frame(new Uint8Array(512).fill(0x55))).toBe('garbled');
  });

  it('of check bytes alone is no frame', () => {
    expect(isSound(hex(''))).toBe(false);
    expect(isSound(hex('ffff'))).toBe(false);
    expect(isSound(hex('00ffff'))).toBe(true);
  });
});

/** The layout of a descriptor in so many pages of 16 bytes, with the data from page 0x40 on. */
const layoutOf = (descriptor: Uint8Array, pages = 0x80, rest: Partial<Layout> = {}): Layout => {
  const image = new Uint8Array(pages * 16);
  image.set(descriptor);
  return { image, descriptorAt: 0, dataAt: 0x400, width: 16, ...rest };
};

/** Pages that are a descriptor and nothing else. */
const whole = (text: string): Layout => ({ image: hex(text), descriptorAt: 0, dataAt: 0, width: 16 });

/** Why it is unreadable; empty where it is not. */
function whyNot(layout: Layout): string {
  const found = readDescriptor(layout);
  return 'unreadable' in found ? found.unreadable : '';
}

describe('the limits of a descriptor', () => {
  it.each([
    [24, true],
    [25, false],
  ])('%d levels are read: %s', (depth, read) => {
    const text = 'f4'.repeat(depth) + '10' + 'ff'.repeat(depth + 1);
    expect('usages' in readDescriptor(layoutOf(hex(text)))).toBe(read);
  });

  it.each([
    ['blocks', 'f801'],
    ['children', 'fe01'],
    ['collections', 'fd0101'],
  ])('%s count as levels, too', (_what, opening) => {
    const nest = (depth: number) => hex(opening.repeat(depth) + '10' + 'ff'.repeat(depth + 1));
    expect('usages' in readDescriptor(layoutOf(nest(24)))).toBe(true);
    expect(whyNot(layoutOf(nest(25)))).toContain('deeper');
  });

  it.each([
    [4, 1024, true],
    [5, 1280, false],
  ])('%d times 256 values are read: %s', (times, count, read) => {
    // 255 things of one value each, and one value more, so many times.
    const text = 'fd01ff 10fc01 ff 11fc01'.repeat(times);
    const found = readDescriptor(layoutOf(hex(`f801 ${text} ff ff`), 0x80 + 80, { dataAt: 0x400 }));
    expect('usages' in found && found.usages.length === count).toBe(read);
  });

  it('one value more is too many', () => {
    const text = 'fd01ff 10fc01 ff 11fc01'.repeat(4);
    expect(whyNot(layoutOf(hex(`f801 ${text} 12 ff ff`), 0x80 + 80))).toContain('1024');
  });

  it('usages are numbered up to 0xdf', () => {
    expect(readDescriptor(layoutOf(hex('f801 df ff ff')))).toMatchObject({ usages: [{ path: '1:DF' }] });
    expect(readDescriptor(layoutOf(hex('f801 e0 ff ff')))).toHaveProperty('unreadable');
  });

  it('the last value may end with the last page, and the descriptor with it', () => {
    const full = layoutOf(hex('f801 10fc10 ff ff'), 2, { dataAt: 16 });
    expect(readDescriptor(full)).toMatchObject({ usages: [{ path: '1:10', at: 16, size: 16 }] });
    expect(readDescriptor({ ...full, dataAt: 17 })).toHaveProperty('unreadable');
    const unclosed = concat(hex('f801'), hex('10'.repeat(14)));
    expect(readDescriptor({ ...layoutOf(unclosed, 1), dataAt: 0, width: 32 })).toHaveProperty('unreadable');
  });

  it('a limit behind a usage that runs over the end makes it unreadable', () => {
    const image = concat(hex('f801'), hex('10fb'));
    expect(readDescriptor({ image, descriptorAt: 0, dataAt: 0, width: 4 })).toHaveProperty('unreadable');
  });

  it('ends with the pages where nothing closes it, and not behind them', () => {
    expect(readDescriptor(whole(`f801${'f7'.repeat(13)}10`))).toMatchObject({ usages: [{ path: '1:10' }] });
    // A limit behind a usage, up to the last byte.
    expect(readDescriptor(whole('f80110fb0102'))).toMatchObject({ usages: [{ path: '1:10' }] });
    for (const cut of ['f8', 'f80110fc', 'f801fd01']) expect(whyNot(whole(cut))).toContain('end of the pages');
  });

  it('names what stands outside of any block by itself', () => {
    expect(readDescriptor(layoutOf(hex('10 ff')))).toMatchObject({ usages: [{ path: '10' }] });
  });

  it('does not go on for ever where no thing of a collection takes any room', () => {
    expect(whyNot(layoutOf(hex('f801 fd01ff fd02ff fd03ff 10fc00 ff ff ff ff')))).toContain('does not come to an end');
  });

  it('a value of no bytes has no place, and stuffing moves only what would cross', () => {
    expect(readDescriptor(layoutOf(hex('f801 10fc00 11 ff ff')))).toMatchObject({
      usages: [{ path: '1:11', at: 0x400 }],
    });
    const stuffed = (text: string) => {
      const found = readDescriptor(layoutOf(hex(text), 0x80, { stuffed: true }));
      return 'usages' in found ? found.usages.map(({ at }) => at - 0x400) : found.unreadable;
    };
    expect(stuffed('f801 10fc08 11fc08 12fc10 ff ff')).toEqual([0, 8, 16]);
    expect(stuffed('f801 10fc01 11fc10 12fc11 ff ff')).toEqual([0, 16, 32]);
    expect(stuffed('f801 10fc01 11fc11 ff ff')).toEqual([0, 1]);
  });
});

const SERIAL = 'AS1234567890    ';

/** A device with this page 0, this descriptor behind it, and these texts at these places. */
function deviceWith(
  changes: Readonly<Record<number, number>>,
  descriptor: string,
  texts: Readonly<Record<number, string>>,
): Pages {
  const header = readHeader(headerWith(changes));
  if (header === null) throw new Error('page 0');
  const pages = new Pages(header);
  pages.image.set(hex(descriptor), 12);
  for (const [at, text] of Object.entries(texts)) pages.image.set(bytesOf(text), Number(at));
  for (let id = 0; id < header.count; id += 1) pages.seen.add(id);
  return pages;
}

/** Serial number, model and one more text, sixteen bytes each, and then one number. */
const TEXTS = 'f802 fe04 fe09 40fc10 42fc10 44fc10 ff 0a ff ff ff';
const SAID = { 0x400: SERIAL, 0x410: 'SMC1000I        ', 0x420: 'UPS 01.2        ' };
const OTHER = { 4: 0x01 };

const placeOf = (path: string): number => SMC1000I_USAGES.find((each) => each.path === path)?.at ?? Number.NaN;

describe('the map', () => {
  it('is the descriptor where texts stand at their places', () => {
    const map = findMap(deviceWith(OTHER, TEXTS, SAID), false);
    expect(map.from).toBe('descriptor');
    expect([...map.usages.keys()]).toEqual(['2:4.9.40', '2:4.9.42', '2:4.9.44', PATHS.status]);
    expect(map.usages.get(PATHS.serial)).toMatchObject({ at: 0x400, size: 16 });
  });

  it('of the known series knows also what no descriptor names', () => {
    const map = findMap(deviceWith({}, TEXTS, SAID), false);
    expect(map.from).toBe('descriptor');
    expect(map.usages.size).toBeGreaterThan(SMC1000I_USAGES.length - 4);
    // The descriptor's place is the better one.
    expect(map.usages.get(PATHS.serial)).toMatchObject({ at: 0x400 });
    // Pages of another width are not those that the table was made for.
    const wide = { 0x800: SERIAL, 0x810: 'SMC1000I        ', 0x820: 'UPS 01.2        ' };
    expect(findMap(deviceWith({ 1: 32 }, TEXTS, wide), false)).toMatchObject({ from: 'descriptor' });
    expect(findMap(deviceWith({ 1: 32 }, TEXTS, wide), false).usages.size).toBe(4);
  });

  it.each<[string, Readonly<Record<number, number>>, string, Readonly<Record<number, string>>]>([
    ['a blank serial number', {}, TEXTS, { ...SAID, 0x400: ' '.repeat(16) }],
    ['noise for a model', {}, TEXTS, { ...SAID, 0x410: '\u0001\u0002' }],
    ['noise for the last text', {}, TEXTS, { ...SAID, 0x420: '\u0001\u0002' }],
    ['no serial number at all', {}, 'f802 fe04 fe09 42fc10 44fc10 ff 0a ff ff ff', { 0x400: 'x', 0x410: 'y' }],
    ['none of it there', { 6: 1 }, TEXTS, SAID],
    ['another version', { 8: 2 }, TEXTS, SAID],
    ['nonsense in it', {}, 'f802 00 ff', SAID],
  ])('is not a descriptor with %s', (_what, changes, descriptor, texts) => {
    const map = findMap(deviceWith({ ...OTHER, ...changes }, descriptor, texts), false);
    expect(map.from).toBe('nothing');
    expect(map.usages.size).toBe(0);
    expect(map.why).toBeDefined();
    // The series that the page table was made for falls back to it.
    expect(findMap(deviceWith(changes, descriptor, texts), false)).toMatchObject({ from: 'table', why: map.why });
  });

  it('of another series is the descriptor alone, though the texts of the table are there, too', () => {
    const places = Object.fromEntries([PATHS.serial, '2:4.9.42', '2:4.9.44'].map((path) => [placeOf(path), 'Words']));
    expect(findMap(deviceWith(OTHER, TEXTS, { ...places, ...SAID }), false).usages.size).toBe(4);
  });

  it('is believed while the page of the serial number has not come', () => {
    const pages = deviceWith(OTHER, TEXTS, SAID);
    pages.seen.delete(0x40);
    expect(findMap(pages, false).from).toBe('descriptor');
  });

  it('does without the texts that a descriptor does not name, but for the serial number', () => {
    const map = findMap(deviceWith(OTHER, 'f802 fe04 fe09 40fc10 ff 0a ff ff ff', { 0x400: SERIAL }), false);
    expect(map.from).toBe('descriptor');
  });

  it('is read with filled pages only where page 0 says so and it makes no sense otherwise', () => {
    // Two bytes, and then texts of sixteen, which would cross the page.
    const descriptor = 'f802 10 fe04 fe09 40fc10 42fc10 44fc10 ff 0a ff ff ff';
    const texts = { 0x410: SERIAL, 0x420: '\u0001SMC1000I       ', 0x430: '\u0001UPS 01.2       ' };
    const sound = { 0x410: SERIAL, 0x420: 'SMC1000I        ', 0x430: 'UPS 01.2        ' };
    const stuffed = findMap(deviceWith({ ...OTHER, 6: 0b1010 }, descriptor, sound), false);
    expect(stuffed.from).toBe('descriptor');
    expect(findMap(deviceWith({ ...OTHER, 6: 0b1000 }, descriptor, sound), false).from).toBe('nothing');
    expect(findMap(deviceWith({ ...OTHER, 6: 0b1010 }, descriptor, texts), false).from).toBe('nothing');
  });

  it('is the page table when that is asked for, where the pages are as wide', () => {
    const asked = findMap(deviceWith(OTHER, TEXTS, SAID), true);
    expect(asked.from).toBe('table');
    expect(asked.usages.size).toBe(SMC1000I_USAGES.length);
    expect(findMap(deviceWith({ ...OTHER, 1: 32 }, '', {}), true).from).toBe('nothing');
  });

  it('is the page table of a device of another name with texts at its places', () => {
    const texts = Object.fromEntries([PATHS.serial, '2:4.9.42', '2:4.9.44'].map((path) => [placeOf(path), 'Words']));
    expect(findMap(deviceWith({ ...OTHER, 6: 1 }, '', texts), false).from).toBe('table');
  });

  it('of fewer pages names nothing behind the last one', () => {
    const { usages } = findMap(deviceWith({ 2: 0x41, 6: 1 }, '', {}), true);
    expect(usages.size).toBeGreaterThan(0);
    expect(usages.size).toBeLessThan(SMC1000I_USAGES.length);
    for (const { at, size } of usages.values()) expect(at + size).toBeLessThanOrEqual(0x41 * 16);
    const last = Math.max(...SMC1000I_USAGES.map(({ at, size }) => at + size));
    const all = findMap(deviceWith({ 2: Math.ceil(last / 16), 6: 1 }, '', {}), true);
    expect(all.usages.size).toBe(SMC1000I_USAGES.length);
  });
});
