/** From pages to variables: what each bit of the status means, and what power, outlets and the beeper come to. */
import { describe, expect, it } from 'vitest';
import type { Usage } from '../../drivers/apcmicrolink/descriptor.ts';
import { readHeader } from '../../drivers/apcmicrolink/header.ts';
import type { Memory } from '../../drivers/apcmicrolink/link.ts';
import { type PageMap, Pages } from '../../drivers/apcmicrolink/pages.ts';
import { readAll } from '../../drivers/apcmicrolink/read.ts';
import { PLACES } from '../../drivers/apcmicrolink/smc1000i.ts';
import { groupPath, OUTLET_BIT, PATHS, STATUS_BIT } from '../../drivers/apcmicrolink/table.ts';
import { bytesFor } from '../../drivers/apcmicrolink/value.ts';

/** captured: page 0 of an SMC1000I (klaasdc, "Protocol exploration"). */
const HEADER = Uint8Array.from(Buffer.from('0a108003ed07090001004000f802fe04', 'hex'));
const FIRST = 0x20;
const SIZE = 4;

/** A device that says these numbers under these paths, each on four bytes of its own. */
function memoryOf(values: Readonly<Record<string, number>>, from: PageMap['from'] = 'descriptor'): Memory {
  const header = readHeader(HEADER);
  if (header === null) throw new Error('page 0');
  const pages = new Pages(header);
  const usages = new Map<string, Usage>();
  for (const [index, [path, value]] of Object.entries(values).entries()) {
    const at = FIRST * header.width + index * SIZE;
    usages.set(path, { path, at, size: SIZE });
    pages.image.set(bytesFor(value, SIZE), at);
  }
  for (let id = 0; id < header.count; id += 1) pages.seen.add(id);
  return {
    pages,
    map: { usages, from },
    authentication: 'accepted',
    cycle: new Set(),
    walkDue: false,
    table: false,
  };
}

const read = (values: Readonly<Record<string, number>>) => readAll(memoryOf(values));

const bits = (...set: readonly number[]): number => set.reduce((sum, bit) => sum + 2 ** bit, 0);
const status = (...set: readonly number[]): Readonly<Record<string, number>> => ({ [PATHS.status]: bits(...set) });

describe('the status', () => {
  const { online, onBattery, bypass, off, fault, test, overload } = STATUS_BIT;
  it.each<[string, Readonly<Record<string, number>>, string | null]>([
    ['on line', status(online), 'OL'],
    ['on battery', status(onBattery), 'OB'],
    ['on bypass', status(online, bypass), 'OL BYPASS'],
    ['off', status(online, off), 'OL OFF'],
    ['with a fault', status(online, fault), 'OL ALARM'],
    ['overloaded', status(online, overload), 'OL OVER'],
    ['in a test', status(online, test), 'OL TEST'],
    ['in a calibration, which is a test, too', { ...status(online, test), [PATHS.calibration]: 2 }, 'OL CAL'],
    ['after a calibration', { ...status(online), [PATHS.calibration]: 1 }, 'OL'],
    ['on both sources', status(online, onBattery), null],
    ['with bits of no meaning', status(0), null],
    ['with nothing set', status(), null],
    ['boosting', { ...status(online), [PATHS.inputQuality]: bits(5) }, 'OL BOOST'],
    ['trimming', { ...status(online), [PATHS.inputQuality]: bits(6) }, 'OL TRIM'],
    ['with other words of the input', { ...status(online), [PATHS.inputQuality]: bits(4, 7) }, 'OL'],
    ['with a battery past its life', { ...status(online), [PATHS.lifetime]: bits(2) }, 'OL RB'],
    ['with a battery that it wants replaced', { ...status(online), [PLACES.batteryError]: bits(2) }, 'OL RB'],
    ['with a battery that nears its end', { ...status(online), [PATHS.lifetime]: bits(1, 3) }, 'OL'],
    ['with a battery of another fault', { ...status(online), [PLACES.batteryError]: bits(1, 3) }, 'OL'],
  ])('%s', (_what, values, words) => {
    const { vars, absent } = read(values);
    expect(vars['ups.status']).toBe(words ?? undefined);
    expect(absent?.['ups.status'] === undefined).toBe(words !== null);
  });

  it('of a fault is told as an alarm', () => {
    expect(read(status(online, fault)).vars['ups.alarm']).toBe('General fault');
    expect(read(status(online)).vars).not.toHaveProperty(['ups.alarm']);
  });

  it('is not there where nothing of it was heard', () => {
    const { vars, absent = {} } = read({ [PATHS.runtime]: 600 });
    expect(vars).not.toHaveProperty(['ups.status']);
    expect(absent).not.toHaveProperty(['ups.status']);
  });

  const low = { [PATHS.lowRuntime]: 120 };
  it.each<[string, Readonly<Record<string, number>>, string]>([
    ['less left than it warns at', { ...status(onBattery), ...low, [PATHS.runtime]: 119 }, 'OB LB'],
    ['as much left as it warns at', { ...status(onBattery), ...low, [PATHS.runtime]: 120 }, 'OB LB'],
    ['more left than it warns at', { ...status(onBattery), ...low, [PATHS.runtime]: 121 }, 'OB'],
    ['mains', { ...status(online), ...low, [PATHS.runtime]: 60 }, 'OL'],
    ['its output off', { ...status(onBattery, off), ...low, [PATHS.runtime]: 60 }, 'OB OFF'],
    ['no warning set', { ...status(onBattery), [PATHS.lowRuntime]: 0, [PATHS.runtime]: 0 }, 'OB'],
    ['a second as its warning', { ...status(onBattery), [PATHS.lowRuntime]: 1, [PATHS.runtime]: 1 }, 'OB LB'],
    ['a word of its outlets', { ...status(online), [PATHS.mainGroup]: bits(OUTLET_BIT.lowRuntime) }, 'OL LB'],
  ])('is low with %s', (_what, values, words) => {
    expect(read(values).vars['ups.status']).toBe(words);
  });

  it.each<[string, readonly number[], string]>([
    ['about to go off', [OUTLET_BIT.on, OUTLET_BIT.offPending], 'OL FSD'],
    ['shutting down', [OUTLET_BIT.on, OUTLET_BIT.shuttingDown], 'OL FSD'],
    ['about to reboot', [OUTLET_BIT.on, OUTLET_BIT.rebooting], 'OL FSD'],
    ['on', [OUTLET_BIT.on], 'OL'],
    ['off, and shutting down', [OUTLET_BIT.off, OUTLET_BIT.shuttingDown], 'OL'],
  ])('is final when the outlets are %s', (_what, group, words) => {
    expect(read({ ...status(online), [PATHS.mainGroup]: bits(...group) }).vars['ups.status']).toBe(words);
  });
});

const rated = (setting: number) => read({ '2:4.7.2C': setting });

describe('power', () => {
  const ratings = { [PATHS.nominalReal]: 600, [PATHS.nominalApparent]: 1000 };
  it('is a share of the rating, and the fuller of both is the load', () => {
    const { vars, derived } = read({ ...ratings, [PATHS.realShare]: 50 * 256, [PATHS.apparentShare]: 40 * 256 });
    expect(vars).toMatchObject({ 'ups.realpower': 300, 'ups.power': 400, 'ups.load': 50 });
    expect(derived).toEqual(expect.arrayContaining(['ups.realpower', 'ups.power']));
    expect(read({ [PATHS.realShare]: 40 * 256, [PATHS.apparentShare]: 50 * 256 }).vars['ups.load']).toBe(50);
  });

  it.each<[string, Readonly<Record<string, number>>]>([
    ['without a rating', { [PATHS.realShare]: 2560, [PATHS.apparentShare]: 2560 }],
    [
      'with a rating of zero',
      { [PATHS.nominalReal]: 0, [PATHS.nominalApparent]: 0, [PATHS.realShare]: 2560, [PATHS.apparentShare]: 2560 },
    ],
    ['without a share', ratings],
  ])('is not known %s', (_what, values) => {
    expect(read(values).vars).not.toHaveProperty(['ups.realpower']);
    expect(read(values).vars).not.toHaveProperty(['ups.power']);
  });

  it('of the smallest rating is known', () => {
    const one = { [PATHS.nominalReal]: 1, [PATHS.nominalApparent]: 1 };
    const shares = { [PATHS.realShare]: 25_600, [PATHS.apparentShare]: 25_600 };
    expect(read({ ...one, ...shares }).vars).toMatchObject({ 'ups.realpower': 1, 'ups.power': 1 });
  });

  it.each([PATHS.realShare, PATHS.apparentShare])('of one kind alone is no load: %s', (path) => {
    expect(read({ [path]: 2560 }).vars).not.toHaveProperty(['ups.load']);
  });

  it('comes at a voltage that one bit names', () => {
    const known = Array.from({ length: 16 }, (_, bit) => rated(2 ** bit).vars['output.voltage.nominal']).filter(
      (voltage) => voltage !== undefined,
    );
    expect(known).toContain(230);
    expect(rated(0).vars).not.toHaveProperty(['output.voltage.nominal']);
    expect(rated(0).absent).toHaveProperty(['output.voltage.nominal']);
  });
});

describe('the beeper', () => {
  it.each<[string, Readonly<Record<string, number>>, string | null]>([
    ['enabled', { [PLACES.beeper]: bits(0) }, 'enabled'],
    ['disabled', { [PLACES.beeper]: bits(1) }, 'disabled'],
    ['disabled, with other settings', { [PLACES.beeper]: bits(1, 5) }, 'disabled'],
    ['enabled and muted', { [PLACES.beeper]: bits(0), [PLACES.panelStatus]: bits(2) }, 'muted'],
    ['enabled and sounding', { [PLACES.beeper]: bits(0), [PLACES.panelStatus]: bits(1) }, 'enabled'],
    ['of settings that say neither', { [PLACES.beeper]: bits(5) }, null],
  ])('%s', (_what, values, word) => {
    const { vars, absent = {} } = read(values);
    expect(vars['ups.beeper.status']).toBe(word ?? undefined);
    expect(Object.hasOwn(absent, 'ups.beeper.status')).toBe(word === null);
  });

  it('is muted as soon as the panel says so, though its setting is not repeated', () => {
    const memory = memoryOf({ [PLACES.beeper]: bits(0), a: 0, b: 0, c: 0, [PLACES.panelStatus]: bits(2) });
    const fresh = (...pages: readonly number[]) => readAll(memory, { fresh: new Set(pages), extras: false }).vars;
    expect(fresh(FIRST + 1)).toEqual({ 'ups.beeper.status': 'muted' });
    expect(fresh(FIRST + 2)).toEqual({});
  });
});

describe('outlets', () => {
  it.each([
    [bits(OUTLET_BIT.on), 'on'],
    [bits(OUTLET_BIT.off), 'off'],
    [bits(5), undefined],
  ])('of %d are %s', (state, word) => {
    const { vars, absent = {} } = read({ [PATHS.mainGroup]: state, [groupPath(0, 'B6')]: state });
    expect(vars['outlet.group.0.status']).toBe(word);
    expect(vars['outlet.group.1.status']).toBe(word);
    expect(vars['outlet.group.count']).toBe(2);
    expect(Object.hasOwn(absent, 'outlet.group.0.status')).toBe(word === undefined);
  });

  it('are counted where the device itself describes them', () => {
    expect(read({}).vars).not.toHaveProperty(['outlet.group.count']);
    expect(read({ [PATHS.mainGroup]: 1 }).vars['outlet.group.count']).toBe(1);
    expect(readAll(memoryOf({ [PATHS.mainGroup]: 1 }, 'table')).vars).not.toHaveProperty(['outlet.group.count']);
  });
});

describe('what came just now', () => {
  it('is all that is read of it, and who made the UPS is said once', () => {
    const memory = memoryOf({
      ...status(STATUS_BIT.online),
      a: 0,
      b: 0,
      c: 0,
      [PATHS.realShare]: 2560,
      [PATHS.apparentShare]: 2560,
    });
    expect(readAll(memory).vars).toMatchObject({ 'ups.mfr': 'APC', 'ups.status': 'OL', 'ups.load': 10 });
    const fresh = readAll(memory, { fresh: new Set([FIRST]), extras: false });
    expect(fresh.vars).toEqual({ 'ups.status': 'OL' });
    expect(fresh).not.toHaveProperty('extras');
    expect(readAll(memory)).toHaveProperty('extras');
  });

  it('needs every page of a value', () => {
    const memory = memoryOf({ [PATHS.status]: bits(STATUS_BIT.online) });
    const usages = new Map([[PATHS.status, { path: PATHS.status, at: FIRST * 16 + 13, size: 4 }]]);
    const moved: Memory = { ...memory, map: { ...memory.map, usages } };
    moved.pages.image.set(bytesFor(bits(STATUS_BIT.online), 4), FIRST * 16 + 13);
    expect(readAll(moved, { fresh: new Set([FIRST]), extras: false }).vars).toEqual({});
    expect(readAll(moved, { fresh: new Set([FIRST, FIRST + 1]), extras: false }).vars).toEqual({ 'ups.status': 'OL' });
    expect(readAll(moved, { heard: new Set([FIRST]), extras: false }).kept?.vars).toContain('ups.status');
    moved.pages.seen.delete(FIRST + 1);
    expect(readAll(moved).vars).not.toHaveProperty(['ups.status']);
  });

  it('is set apart from what was kept: values by their places, words of the status by theirs', () => {
    const memory = memoryOf({
      ...status(STATUS_BIT.online),
      a: 0,
      b: 0,
      c: 0,
      [PATHS.mainGroup]: 1,
      [PATHS.lifetime]: 0,
      [PATHS.calibration]: 0,
      [PATHS.inputQuality]: 0,
      [PATHS.runtime]: 600,
      [PATHS.lowRuntime]: 120,
    });
    const kept = (...pages: readonly number[]) => readAll(memory, { heard: new Set(pages), extras: false }).kept;
    expect(kept(FIRST, FIRST + 1, FIRST + 2)).toMatchObject({ words: [] });
    expect(kept(FIRST)?.words).toEqual(['LB', 'RB', 'CAL', 'TRIM', 'BOOST', 'FSD']);
    expect(kept(FIRST)?.vars).not.toContain('ups.status');
    expect(kept(FIRST)?.vars).toContain('battery.runtime');
    // The runtime says whether the battery is low, though the group of outlets says it, too.
    expect(kept(FIRST + 2)?.words).toEqual(['RB', 'CAL', 'TRIM', 'BOOST', 'FSD']);
    expect(kept(FIRST + 2)?.vars).toContain('ups.status');
    expect(kept(FIRST + 2)?.vars).not.toContain('battery.runtime');
    expect(kept(FIRST + 1)?.words).toEqual([]);
    expect(readAll(memory)).not.toHaveProperty('kept');
  });
});
