/** How the driver treats devices: what it asks, what it leaves alone, what it makes of what comes unasked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { driver } from '../../drivers/hid/index.ts';
import { simulateDescriptor } from '../../drivers/hid/simulator.ts';
import { parseHidDescriptor } from '../../drivers/kit/hid/descriptor.ts';
import { parseHidRecording } from '../../drivers/kit/hid/recording.ts';
import { pathText } from '../../drivers/kit/hid/usages.ts';
import { hidAnswers, runTalk } from '../../drivers/kit/talk.ts';
import type { Vars } from '../../src-shared/nut/index.ts';
import { createUpsModel } from '../../src-shared/ups-model/index.ts';
import { bytes, factsOf, identified, Shelf, talkTo } from './devices.ts';

const recording = (name: string) =>
  parseHidRecording(readFileSync(join(import.meta.dirname, '../../drivers/hid/fixtures', `${name}.hid`), 'utf8'));

/** PowerSummary with a status report (feature and input 7), charge (12), limit (17) and delays (19, 20). */
const SMALL = bytes(`05 84 09 04 a1 01 09 24 a1 00
  85 07 09 02 a1 02 05 85 15 00 25 01 75 01 95 03 09 d0 09 45 09 42 81 02 09 d0 09 45 09 42 b1 03
  95 01 05 84 09 65 b1 03 95 04 b1 03 95 05 81 03 c0
  05 85 85 0c 15 00 25 64 75 08 95 01 09 66 b1 03
  85 11 09 29 b1 02
  05 84 85 13 16 ff ff 26 ff 7f 75 10 09 57 b1 02 85 14 09 56 b1 02 c0 c0`);
const HEALTHY = {
  'feature 7': '01',
  'feature 12': '64',
  'feature 17': '0a',
  'feature 19': 'ff ff',
  'feature 20': 'ff ff',
};

describe('whom it claims', () => {
  it('not the bridge that only hands Q1 through: 27 bytes of vendor page, and not one question', () => {
    const bridge = bytes('06 00 ff 09 01 a1 01 09 02 15 00 26 ff 00 75 08 95 08 81 82 09 02 95 08 91 82 c0');
    const shelf = new Shelf({});
    const facts = factsOf(bridge, { vendor: 0x0665, product: 0x5161 });
    expect(runTalk(driver.identify(facts), shelf.answer).result).toBeNull();
    expect(shelf.asked).toEqual([]);
    const pretender = factsOf(bridge, { vendor: 0x051d, product: 0x0002 });
    expect(runTalk(driver.identify(pretender), shelf.answer).result).toBeNull();
  });

  it('not a headset that tells the charge of its battery', () => {
    const headset = bytes(
      '05 0c 09 01 a1 01 85 0c 05 85 15 00 25 64 75 08 95 01 09 66 81 02 09 58 b1 02 05 84 09 58 b1 02 c0',
    );
    const shelf = new Shelf({ 'input 12': '64', 'feature 12': '01 01' });
    expect(runTalk(driver.identify(factsOf(headset)), shelf.answer).result).toBeNull();
    expect(shelf.asked).toEqual([]);
  });

  it('a UPS of an unknown maker by the general table', () => {
    const shelf = new Shelf(HEALTHY);
    expect(identified(factsOf(SMALL), shelf.answer)).toMatchObject({ confidence: 'certain', dialect: 'generic' });
  });

  it.each([
    [0x051d, 0x0002, {}, 'apc'],
    [0x051d, 0x9999, {}, 'generic'],
    [0x06da, 0xffff, {}, 'liebert'],
    [0x06da, 0xffff, { manufacturer: 'AEG Power Solutions' }, 'mge'],
    [0x06da, 0xffff, { manufacturer: 'GoldenMate' }, 'idowell'],
    [0x03f0, 0x1fe5, {}, 'mge'],
    [0x03f0, 0x1fe0, {}, 'tripplite'],
    [0x05dd, 0x041b, {}, 'delta'],
    [0x05dd, 0xa0a0, {}, 'tripplite'],
  ])('%i:%i %o by %s', (vendor, product, names, dialect) => {
    const facts = factsOf(SMALL, { vendor, product, ...names });
    expect(identified(facts, new Shelf(HEALTHY).answer).dialect).toBe(dialect);
  });

  it('a forced table, and none of another name', () => {
    const { answer } = new Shelf(HEALTHY);
    expect(identified(factsOf(SMALL), answer, 'apc').dialect).toBe('apc');
    expect(runTalk(driver.identify(factsOf(SMALL), 'nonsense'), answer).result).toBeNull();
  });
});

describe('what it asks', () => {
  it('each report once, however many values are in it, and quickly only what protection needs', () => {
    const shelf = new Shelf(HEALTHY);
    const identity = identified(factsOf(SMALL), shelf.answer);
    const reports = shelf.asked.map((request) => (request.op === 'get' ? request.report : 0)).toSorted((a, b) => a - b);
    expect(reports).toEqual([7, 12, 17, 19, 20]);
    const quick = runTalk(driver.poll('quick', identity), shelf.answer);
    expect(quick.requests).toEqual([
      { op: 'get', kind: 'feature', report: 12, length: 1 },
      { op: 'get', kind: 'feature', report: 7, length: 1 },
    ]);
    expect(quick.result?.vars).toEqual({ 'battery.charge': 100, 'ups.status': 'OL' });
  });

  it('a report that the device refuses, once and never again', () => {
    const { 'feature 17': _refused, ...rest } = HEALTHY;
    const shelf = new Shelf(rest);
    const identity = identified(factsOf(SMALL), shelf.answer);
    expect(identity.absent).toHaveProperty(
      ['battery.charge.low'],
      'the device lists this report, but does not give it',
    );
    shelf.asked.length = 0;
    runTalk(driver.poll('full', identity), shelf.answer);
    expect(shelf.asked.some((request) => request.op === 'get' && request.report === 17)).toBe(false);
  });

  it('the input report where the feature report is refused', () => {
    const { 'feature 7': status, ...rest } = HEALTHY;
    const shelf = new Shelf({ ...rest, 'input 7': status });
    const identity = identified(factsOf(SMALL), shelf.answer);
    expect(identity.vars['ups.status']).toBe('OL');
    expect(runTalk(driver.poll('quick', identity), shelf.answer).result?.vars['ups.status']).toBe('OL');
  });

  it('the status again after it came late: a glitch does not blind it', () => {
    const shelf = new Shelf(HEALTHY);
    let late = true;
    const identity = identified(factsOf(SMALL), (request) =>
      late && request.op === 'get' && request.report === 7 ? { ok: false, fault: 'timeout' } : shelf.answer(request),
    );
    expect(identity.vars['ups.status']).toBeUndefined();
    late = false;
    expect(runTalk(driver.poll('quick', identity), shelf.answer).result?.vars['ups.status']).toBe('OL');
  });

  it('nothing more once the device is gone', () => {
    const identity = identified(factsOf(SMALL), new Shelf(HEALTHY).answer);
    const { result, requests } = runTalk(driver.poll('full', identity), () => ({ ok: false, fault: 'closed' }));
    expect([result, requests.length]).toEqual([null, 1]);
  });

  it('more bytes than declared where a model overflows, and no report that upsets one', () => {
    const shelf = new Shelf(HEALTHY);
    identified(factsOf(SMALL, { vendor: 0x051d, product: 2, productName: 'Back-UPS CS 650' }), shelf.answer);
    expect(shelf.asked[0]).toMatchObject({ length: 8 });
    const eaton = bytes('05 84 09 04 a1 01 09 24 a1 00 05 85 75 08 95 01 85 fe 09 68 b1 02 85 0c 09 66 b1 02 c0 c0');
    const other = new Shelf({ 'feature 12': '64', 'feature 254': '00' });
    identified(factsOf(eaton, { vendor: 0x0463, product: 0xffff }), other.answer);
    expect(other.asked).toEqual([{ op: 'get', kind: 'feature', report: 12, length: 1 }]);
  });
});

describe('what it makes of reports', () => {
  const identity = identified(factsOf(SMALL), new Shelf(HEALTHY).answer);
  const heard = (hex: string, before: Vars) => driver.overheard?.({ report: 7, data: bytes(hex) }, identity, before);

  it('mains lost and back, at once', () => {
    expect(heard('02', { 'ups.status': 'OL' })?.vars).toEqual({ 'ups.status': 'OB DISCHRG' });
    expect(heard('06', { 'ups.status': 'OB DISCHRG' })?.vars).toEqual({ 'ups.status': 'OB LB DISCHRG' });
    expect(heard('01', { 'ups.status': 'OB LB DISCHRG' })?.vars).toEqual({ 'ups.status': 'OL' });
  });

  it('what a report does not tell stays as it was', () => {
    // Overload is in the feature report only.
    expect(heard('02', { 'ups.status': 'OL OVER' })?.vars).toEqual({ 'ups.status': 'OB DISCHRG OVER' });
  });

  it('a report too short, or one that nobody described, says nothing', () => {
    expect(heard('', { 'ups.status': 'OL' })?.vars).toEqual({});
    expect(driver.overheard?.({ report: 99, data: bytes('ff') }, identity, {})?.vars).toEqual({});
  });

  it('no value of a report that is shorter than declared, not even those that came', () => {
    const pair = bytes(
      '05 84 09 04 a1 01 09 24 a1 00 05 85 85 0c 15 00 25 64 75 08 95 01 09 66 b1 03 09 8c b1 03 c0 c0',
    );
    const shelf = new Shelf({ 'feature 12': '64 32' });
    const both = identified(factsOf(pair), shelf.answer);
    expect(both.vars).toMatchObject({ 'battery.charge': 100, 'battery.charge.warning': 50 });
    shelf.reports.set('feature 12', bytes('64'));
    expect(runTalk(driver.poll('full', both), shelf.answer).result).toBeNull();
  });

  it('no status while one of two reports that make it is missing', () => {
    const split = bytes(`05 84 09 04 a1 01 09 24 a1 00 05 85 15 00 25 01 75 08 95 01
      85 13 09 d0 b1 03 85 14 09 42 b1 03 c0 c0`);
    const shelf = new Shelf({ 'feature 19': '00', 'feature 20': '01' });
    const both = identified(factsOf(split), shelf.answer);
    expect(both.vars['ups.status']).toBe('OB LB');
    const late = runTalk(driver.poll('quick', both), (request) =>
      request.op === 'get' && request.report === 20 ? { ok: false, fault: 'timeout' } : shelf.answer(request),
    );
    expect(late.result?.absent).toHaveProperty(['ups.status']);
  });

  it('a charge in Ampere-seconds is a share of what the battery holds, and nothing where that is not told', () => {
    const begin = '05 84 09 04 a1 01 09 24 a1 00 05 85 85 0c 15 00 26 ff 00 75 08 95 01 67 01 10 10 00 09 66 b1 03';
    const told = identified(factsOf(bytes(`${begin} 09 67 b1 03 c0 c0`)), new Shelf({ 'feature 12': '19 32' }).answer);
    expect([told.vars['battery.charge'], told.derived]).toEqual([50, ['battery.charge']]);
    const untold = identified(factsOf(bytes(`${begin} c0 c0`)), new Shelf({ 'feature 12': '19' }).answer);
    expect(untold.vars['battery.charge']).toBeUndefined();
  });

  it('a status without its vital bits is none', () => {
    const shelf = new Shelf(HEALTHY);
    shelf.reports.set('feature 7', new Uint8Array(0));
    const { result } = runTalk(driver.poll('quick', identity), shelf.answer);
    expect(result?.vars).toEqual({ 'battery.charge': 100 });
    expect(result?.absent).toHaveProperty(['ups.status']);
  });
});

describe('delays and settings', () => {
  it('"never" has all bits set and is never cut to "now"', () => {
    const unsigned = bytes('05 84 09 04 a1 01 09 24 a1 00 85 13 15 00 27 ff ff 00 00 75 10 95 01 09 57 b1 02 c0 c0');
    const shelf = new Shelf({ 'feature 19': 'ff ff' });
    const { commands } = driver.abilities(identified(factsOf(unsigned), shelf.answer));
    const stop = commands['shutdown.stop'];
    if (stop === undefined) throw new Error('shutdown.stop is not offered.');
    expect(runTalk(stop.run(), shelf.answer).result).toEqual({ result: 'accepted' });
    expect(shelf.asked.at(-1)).toEqual({ op: 'set', kind: 'feature', report: 19, data: bytes('ff ff') });
  });

  it("a delay is never shorter than asked: CyberPower's minutes", () => {
    const { facts } = recording('apc-back-ups-bx1600mi');
    const minutes = bytes(`05 84 09 04 a1 01 09 1c a1 00 85 15 15 ff 26 ff 7f 35 c4 47 c4 ff 1d 00 66 01 10 75 10 95 01
      09 57 b1 02 c0 c0`);
    const shelf = new Shelf({ 'feature 21': 'ff ff' });
    const { commands } = driver.abilities(
      identified({ ...facts, vendor: 0x0764, product: 0x0501, descriptor: minutes }, shelf.answer),
    );
    const sent = (argument: string) => {
      const command = commands['load.off.delay'];
      if (command === undefined) throw new Error('load.off.delay is not offered.');
      const { result } = runTalk(command.run(argument), shelf.answer);
      const last = shelf.asked.at(-1);
      return result.result === 'accepted' && last?.op === 'set' ? [...last.data] : result;
    };
    expect(['0', '20', '60', '61', '3600'].map(sent)).toEqual([
      [0, 0],
      [1, 0],
      [1, 0],
      [2, 0],
      [60, 0],
    ]);
    expect(sent('99999999')).toMatchObject({ result: 'invalid' });
    expect(sent('soon')).toMatchObject({ result: 'invalid' });
  });

  it("tells what happens afterwards before the shutdown itself, and Powercom's bytes are in their order", () => {
    const { abilities, answer } = talkTo(driver.simulate(createUpsModel(), 'powercom'));
    const command = abilities.commands['shutdown.return'];
    if (command === undefined) throw new Error('shutdown.return is not offered.');
    const written = (argument: string) =>
      runTalk(command.run(argument), answer).requests.flatMap((each) => (each.op === 'set' ? [[...each.data]] : []));
    expect(written('30 120')).toEqual([
      [0, 2],
      [0x40 | 30, 0],
    ]);
    expect(written('90 60')).toEqual([
      [0, 1],
      [0x40 | 30, 1],
    ]);
    const stay = abilities.commands['shutdown.stayoff'];
    if (stay === undefined) throw new Error('shutdown.stayoff is not offered.');
    const { requests } = runTalk(stay.run('45'), answer);
    expect(requests.flatMap((each) => (each.op === 'set' ? [[...each.data]] : []))).toEqual([[0x80 | 45, 0]]);
  });

  it("Smart King Pro's places in a list, told from the other coding by the range in the descriptor", () => {
    const { facts } = recording('powercom');
    const ups = createUpsModel();
    const { abilities, answer } = talkTo(simulateDescriptor(ups, facts));
    const { commands } = abilities;
    expect(commands['shutdown.stayoff']).toBeUndefined();
    const [back, stop, enable] = [commands['shutdown.return'], commands['shutdown.stop'], commands['beeper.enable']];
    if (back === undefined || stop === undefined || enable === undefined) throw new Error('A command is not offered.');
    const written = (run: typeof stop, argument?: string) =>
      runTalk(run.run(argument), answer).requests.flatMap((each) =>
        each.op === 'set' ? [[each.report, ...each.data]] : [],
      );
    expect(written(back, '61 90')).toEqual([
      [0x24, 2, 0, 0, 0],
      [0x23, 10],
    ]);
    expect(ups.state().timers).toMatchObject({ shutdown: 120, returnWithMains: true });
    expect(written(stop)).toEqual([[0x23, 0]]);
    expect(ups.state().timers.shutdown).toBeNull();
    expect(written(enable)).toEqual([[0x13, 2]]);
    expect(runTalk(back.run('601'), answer).result).toMatchObject({ result: 'invalid' });
  });

  it('a setting that the UPS takes without a word and forgets is said to have been ignored', () => {
    const shelf = new Shelf(HEALTHY);
    const { settings } = driver.abilities(identified(factsOf(SMALL), shelf.answer));
    const limit = settings['battery.charge.low'];
    if (limit === undefined) throw new Error('battery.charge.low cannot be set.');
    expect(runTalk(limit.write('20'), shelf.answer).result).toEqual({ result: 'accepted' });
    shelf.keeps = false;
    expect(runTalk(limit.write('30'), shelf.answer).result).toMatchObject({ result: 'refused' });
    expect(runTalk(limit.write('101'), shelf.answer).result).toMatchObject({ result: 'invalid' });
    expect(runTalk(limit.write(''), shelf.answer).result).toMatchObject({ result: 'invalid' });
  });

  it('what the descriptor calls constant is not offered', () => {
    const constant = bytes('05 84 09 04 a1 01 09 24 a1 00 05 85 85 11 15 00 25 64 75 08 95 01 09 29 b1 03 c0 c0');
    const { settings, commands } = driver.abilities(
      identified(factsOf(constant), new Shelf({ 'feature 17': '0a' }).answer),
    );
    expect([settings, commands]).toEqual([{}, {}]);
  });
});

describe('quirks', () => {
  it('CyberPower 0501: half as much battery again, tenths of Hertz said to be Hertz, charge beyond 100', () => {
    const descriptor = bytes(`05 84 09 04 a1 01 09 24 a1 00 85 09 15 00 26 ff 7f 75 10 95 01 67 21 d1 f0 00 55 06
      09 40 b1 03 85 0a 09 30 b1 03 65 00 55 00 85 08 05 85 75 08 09 66 b1 03 c0
      05 84 09 1a a1 00 85 0f 75 10 66 01 f0 09 32 b1 03 c0 c0`);
    const reports = { 'feature 9': '78 00', 'feature 10': 'cf 00', 'feature 8': '78', 'feature 15': 'f3 01' };
    const read = (product: number, more: Record<string, string> = {}) =>
      identified(factsOf(descriptor, { vendor: 0x0764, product }), new Shelf({ ...reports, ...more }).answer).vars;
    expect(read(0x0501)).toMatchObject({
      'battery.voltage': 13.8,
      'battery.voltage.nominal': 12,
      'battery.charge': 100,
      'input.frequency': 49.9,
    });
    // A healthy one of the same product is left alone.
    expect(read(0x0501, { 'feature 10': '8a 00' })['battery.voltage']).toBe(13.8);
    expect(read(0x0601)['battery.voltage']).toBe(20.7);
  });

  it('a simulated device does what was changed in a report, and not what stands beside it', () => {
    const shared = bytes('05 84 09 04 a1 01 85 13 15 00 25 07 75 08 95 01 09 58 b1 02 09 5a b1 02 c0');
    // "1" is "done and passed" when it is read, and "begin a quick test" when it is written.
    const ups = createUpsModel({}, { testResult: 'passed' });
    const { abilities, answer } = talkTo(simulateDescriptor(ups, factsOf(shared)));
    const disable = abilities.commands['beeper.disable'];
    const test = abilities.commands['test.battery.start.quick'];
    if (disable === undefined || test === undefined) throw new Error('The commands are not offered.');
    expect(runTalk(disable.run(), answer).result).toEqual({ result: 'accepted' });
    expect([ups.state().beeper, ups.state().test.running]).toEqual(['disabled', 'none']);
  });

  it('a recorded descriptor is simulated with the faults of its device', () => {
    const { facts } = recording('liebert-psa5');
    const ups = createUpsModel({ nominalVoltage: 120, lowTransfer: 90, highTransfer: 145 }, { mainsVoltage: 121.3 });
    const simulator = simulateDescriptor(ups, facts);
    const { fields } = parseHidDescriptor(facts.descriptor);
    const volts = fields.find((field) => pathText(field) === 'PowerConverter.Input.Voltage');
    expect(simulator.get('feature', volts?.report ?? 0)).toEqual(bytes('bd 04'));
    const identity = identified(facts, hidAnswers(simulator));
    expect(identity).toMatchObject({ dialect: 'belkin', vars: { 'input.voltage': 121.3, 'ups.status': 'OL' } });
    ups.world.mainsVoltage = 0;
    ups.advance(1);
    const [report] = simulator.unasked();
    if (report === undefined) throw new Error('The device reported nothing.');
    expect(driver.overheard?.(report, identity, identity.vars).vars['ups.status']).toMatch(/^OB/);
  });
});

/** The same reports with nothing but zeros in them. */
const hollow = (reports: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(reports).map(([key, hex]) => [key, hex.replaceAll(/[0-9a-f]/g, '0')]));

describe('a bridge that answers zeros while it does not reach its UPS', () => {
  it('gives no reading: what cannot be zero is asked for, and is', () => {
    const shelf = new Shelf(HEALTHY);
    const identity = identified(factsOf(SMALL), shelf.answer);
    for (const depth of ['quick', 'full'] as const) {
      expect(runTalk(driver.poll(depth, identity), new Shelf(hollow(HEALTHY)).answer).result).toBeNull();
    }
    expect(runTalk(driver.identify(factsOf(SMALL)), new Shelf(hollow(HEALTHY)).answer).result).toBeNull();
  });

  it('is not a UPS in an outage whose battery is empty: that one still knows its limits', () => {
    const identity = identified(factsOf(SMALL), new Shelf(HEALTHY).answer);
    const empty = new Shelf({ ...HEALTHY, 'feature 7': '00', 'feature 12': '00' });
    for (const depth of ['quick', 'full'] as const) {
      const vars = runTalk(driver.poll(depth, identity), empty.answer).result?.vars;
      expect(vars).toMatchObject({ 'ups.status': 'OB', 'battery.charge': 0 });
    }
  });
});
