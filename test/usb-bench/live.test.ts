/** One UPS on a real USB stack while things happen to it, watched by Mainstay, by NUT and by apcupsd. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { EATON, APC, ownEaton, SECOND_EATON } from './live-devices.ts';
import { usbName } from '../../src-main/engine/ports/hid/device.ts';
import { bootMachine, type Machine } from './machine.ts';
import { giveBack, startNut } from './nut.ts';
import { describeOnBench, recordedSpec } from './recordings.ts';

const URI = 'hid:0463:ffff';
const APC_URI = 'hid:051d:0002';
const UPS = 'eaton';
const WATCH = 'mainstay watch';
/** The group that the shipped rule gives devices to. */
const PLUGDEV = 46;
const listSchema = z.object({
  candidates: z.array(
    z.object({ uri: z.string(), confidence: z.string(), detail: z.string(), driver: z.string().optional() }),
  ),
});

describeOnBench('a UPS on USB', () => {
  let machine: Machine;
  /** Lines of the running watch that were seen already. */
  let seen = 0;

  beforeAll(async () => {
    machine = await bootMachine();
  });
  afterAll(() => machine?.halt());

  const plug = (port = 0, name = UPS, device = EATON) =>
    machine.ask('plug', { name, port, device: recordedSpec(device, true) });

  /** Waits for the watch to say what matches; what came before is not looked at again. */
  async function sees(pattern: string, timeout = 30_000): Promise<{ at: number; text: string }> {
    const { found, count, said } = await machine.ask('expect', { name: WATCH, pattern, after: seen, timeout });
    if (found === null) throw new Error(`The watch did not say ${pattern}. It said:\n${said.join('\n')}`);
    seen = count;
    return found;
  }

  async function watch(uri = URI): Promise<void> {
    seen = 0;
    await machine.ask('start', {
      name: WATCH,
      command: 'node',
      parameters: ['/bench/mainstay.js', 'watch', '--json', uri],
    });
    await sees('"vars"', 60_000);
  }

  /** A user who is not root, in one group. */
  const asUser = (group: number, ...parameters: readonly string[]) =>
    machine.ask('run', {
      command: 'node',
      parameters: ['/bench/mainstay.js', ...parameters],
      user: 1000,
      group,
      timeout: 60_000,
    });

  /** As one who may open no serial port: the machine's are the console and the agent's line. */
  const list = async () => listSchema.parse(JSON.parse((await asUser(PLUGDEV, 'list', '--json')).out)).candidates;
  const force = (change: Record<string, unknown>, name = UPS) => machine.ask('force', { name, change });

  it('is refused to a user without the rule, with the rule in the message, and given with it', async () => {
    await plug();
    const denied = await asUser(1000, 'read', '--json', URI);
    expect(denied.code).not.toBe(0);
    expect(denied.error).toContain('ATTRS{idVendor}=="0463", ATTRS{idProduct}=="ffff"');
    const given = await asUser(PLUGDEV, 'read', '--json', URI);
    expect(given.error).toBe('');
    expect(given.out).toContain('"ups.status":"OL');
  });

  it('is listed with its driver', async () => {
    const found = (await list()).filter(({ uri }) => uri.startsWith('hid:'));
    expect(found).toMatchObject([{ driver: 'hid', confidence: 'certain' }]);
    expect(found[0]?.uri).toContain('hid:0463:ffff');
  });

  it('tells of mains lost, a low battery, mains back and an overload', async () => {
    await watch();
    await force({ mainsVoltage: 0 });
    await sees('"ups.status":"OB');
    await force({ charge: 4 });
    await sees('"ups.status":"[^"]*\\bLB\\b');
    await force({ mainsVoltage: 230, charge: 60 });
    await sees('"ups.status":"OL');
    await force({ load: 800 });
    await sees('"ups.status":"[^"]*\\bOVER\\b');
    await force({ load: 100 });
    await sees('"ups.status":"(?![^"]*OVER)');
  });

  it('obeys: beeper, a setting, and a shutdown that is called off', async () => {
    const beeper = await machine.mainstay('command', '--json', URI, 'beeper.disable');
    expect(beeper.error).toBe('');
    const low = await machine.mainstay('set', '--json', URI, 'battery.charge.low', '30');
    // Confirmed: it was read back.
    expect(low).toMatchObject({ code: 0, error: '' });
    expect(low.out).toContain('"confirmed"');
    const off = await machine.mainstay('command', '--json', URI, 'shutdown.stayoff', '300', '--yes');
    expect(off).toMatchObject({ code: 0, error: '' });
    const { out } = await machine.mainstay('read', '--json', URI);
    expect(out).toMatch(/"ups.timer.shutdown":2\d\d/);
    expect(out).toContain('"ups.beeper.status":"disabled"');
    const stopped = await machine.mainstay('command', '--json', URI, 'shutdown.stop', '--yes');
    expect(stopped).toMatchObject({ code: 0, error: '' });
    expect((await machine.mainstay('read', '--json', URI)).out).not.toMatch(/"ups.timer.shutdown":\d/);
  });

  it('is lost when the plug is pulled while it is read, and live again when it is back', async () => {
    await machine.ask('unplug', { name: UPS, during: 'get' });
    await sees('"link":"lost"');
    await plug();
    const { at } = await sees('"link":"live"');
    expect(at).toBeGreaterThan(0);
  });

  it('is found at another port', async () => {
    await machine.ask('unplug', { name: UPS });
    await sees('"link":"lost"');
    await plug(2);
    await sees('"link":"live"');
  });

  it('survives a plug pulled while it is written', async () => {
    await machine.ask('unplug', { name: UPS, during: 'set' });
    const outcome = await machine.mainstay('command', '--json', URI, 'beeper.disable');
    expect(outcome.code).not.toBe(0);
    await sees('"link":"lost"');
    await plug(0);
    await sees('"link":"live"');
  });

  it('says who has it while NUT has it, and comes back with what NUT has set', async () => {
    const nut = await startNut(machine, { vendor: EATON.vendor, product: EATON.product });
    try {
      await sees('"link":"in-use"');
      const { error, code } = await machine.mainstay('read', URI);
      expect(code).not.toBe(0);
      expect(error).toContain("NUT's driver usbhid-ups (process");
      await nut.command('beeper.disable');
      await nut.set('battery.charge.low', '25');
      await force({ mainsVoltage: 0 });
      expect(await nut.status('OB')).toContain('OB');
      await force({ mainsVoltage: 230 });
      expect(await nut.status('OL')).toContain('OL');
      expect((await nut.vars()).get('ups.beeper.status')).toBe('disabled');
    } finally {
      await nut.stop();
    }
    const left = await machine.mainstay('read', URI);
    expect(left.error).toContain('by a program that has ended since');
    await giveBack(machine, 0);
    await sees('"link":"live"');
    await machine.ask('stop', { name: WATCH });
    const { out } = await machine.mainstay('read', '--json', URI);
    expect(out).toContain('"ups.beeper.status":"disabled"');
    expect(out).toContain('"battery.charge.low":25');
  });

  it('is told from one of its kind by serial number, and by port where that is the same', async () => {
    await plug(1, 'second', SECOND_EATON);
    const both = await machine.mainstay('read', URI);
    expect(both.error).toContain(`hid:0463:ffff:${EATON.serial} or hid:0463:ffff:${SECOND_EATON.serial}`);
    await force({ mainsVoltage: 0 }, 'second');
    const { out } = await machine.mainstay('read', '--json', `${URI}:${SECOND_EATON.serial}`);
    expect(out).toContain('"ups.status":"OB');
    await machine.ask('unplug', { name: 'second' });
    await plug(1, 'second', EATON);
    const found = (await list()).filter(({ uri }) => uri.startsWith('hid:'));
    expect(found.map(({ uri }) => uri.replace(/[?&]driver=hid|driver=hid&/, ''))).toEqual([
      'hid:0463:ffff?port=1-1',
      'hid:0463:ffff?port=1-2',
    ]);
    await machine.ask('unplug', { name: 'second' });
    await machine.ask('unplug', { name: UPS });
  });

  it('takes delays from NUT, and NUT takes ours', async () => {
    const device = ownEaton();
    const uri = `hid:${usbName(device)}`;
    await machine.ask('plug', { name: 'outlets', port: 0, device });
    for (const [variable, value] of [
      ['outlet.1.delay.shutdown', '240'],
      ['outlet.2.delay.start', '15'],
    ] as const) {
      const set = await machine.mainstay('set', '--json', uri, variable, value);
      expect(set).toMatchObject({ code: 0, error: '' });
      expect(set.out).toContain('"confirmed"');
    }
    const off = await machine.mainstay('command', '--json', uri, 'shutdown.stayoff', '900', '--yes');
    expect(off).toMatchObject({ code: 0, error: '' });

    const nut = await startNut(machine, { vendor: device.vendor, product: device.product });
    try {
      await nut.variable('outlet.1.delay.shutdown', '^240$');
      await nut.variable('outlet.2.delay.start', '^15$');
      await nut.variable('ups.timer.shutdown', '^8\\d\\d$');
      expect(await nut.command('shutdown.stop')).toContain('SUCCESS');
      expect(await nut.set('outlet.1.delay.shutdown', '300')).toContain('SUCCESS');
      expect(await nut.set('outlet.2.delay.start', '20')).toContain('SUCCESS');
      // This one stays in NUT's driver until a command makes use of it.
      expect(await nut.set('ups.delay.shutdown', '600')).toContain('SUCCESS');
      expect(await nut.command('shutdown.stayoff')).toContain('SUCCESS');
    } finally {
      await nut.stop();
    }
    await giveBack(machine, 0);
    const { out } = await machine.mainstay('read', '--json', uri);
    expect(out).toContain('"outlet.1.delay.shutdown":300');
    expect(out).toContain('"outlet.2.delay.start":20');
    expect(out).toMatch(/"ups.timer.shutdown":5\d\d/);
    await machine.ask('unplug', { name: 'outlets' });
  });

  it('tests its battery', async () => {
    await plug(0, 'apc', APC);
    const test = await machine.mainstay('command', '--json', APC_URI, 'test.battery.start.quick', '--yes');
    expect(test).toMatchObject({ code: 0, error: '' });
    const read = { command: 'node', parameters: ['/bench/mainstay.js', 'read', '--json', APC_URI] };
    for (const pattern of ['"ups.test.result":"[^"]*progress', '"ups.test.result":"[^"]*passed']) {
      const { matched, out } = await machine.ask('until', { ...read, pattern, timeout: 40_000 });
      expect(matched, out).toBe(true);
    }
  });

  it('is read by apcupsd and by Mainstay at the same time', async () => {
    await machine.ask('start', { name: 'apcupsd', command: 'apcupsd', parameters: ['-b'] });
    const query = { command: 'apcaccess', parameters: [], pattern: '^STATUS *: ONLINE', timeout: 30_000 };
    const { out: theirs, matched } = await machine.ask('until', query);
    expect(matched, theirs).toBe(true);
    const { out } = await machine.mainstay('read', '--json', APC_URI);
    const charge = /^BCHARGE *: *(\d+)/m.exec(theirs)?.[1];
    expect(out).toContain(`"battery.charge":${charge}`);
    expect(out).toContain('"ups.status":"OL');
    await machine.ask('stop', { name: 'apcupsd' });
  });

  afterEach((context) => {
    if (context.task.result?.state === 'fail') console.error(machine.console());
  });
});
