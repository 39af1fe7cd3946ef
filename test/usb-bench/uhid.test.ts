/**
 * A recorded device that the kernel has from a program (uhid) and not from USB: the same `hidraw` node without a USB
 * device behind it, as with Bluetooth. NUT's usbhid-ups goes by libusb and cannot see it, so what is read is held against
 * the recorded bytes.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PRESENTED } from './catalogue.ts';
import { bootMachine, type Machine } from './machine.ts';
import { describeOnBench, recordedSpec } from './recordings.ts';

const UPS = 'apc';
const URI = 'hid:051d:0002';

describeOnBench('a UPS that is on no USB port', () => {
  const recorded = PRESENTED.find(({ name }) => name === 'APC Back-UPS BX1600MI');
  let machine: Machine;

  beforeAll(async () => {
    machine = await bootMachine();
    if (recorded === undefined) throw new Error('The recorded APC is not in the catalogue.');
    await machine.ask('conjure', { name: UPS, device: recordedSpec(recorded) });
  });
  afterAll(() => machine?.halt());

  it('is read through hidraw, with the name that the kernel has of it', async () => {
    const { error, out } = await machine.mainstay('read', '--json', URI);
    expect(error).toBe('');
    // Reports 0c, 0f, 11, 16 and 31 of the recording: 64, f8 0c, 14, bits 2 and 3, ed 00.
    expect(out).toContain('"battery.charge":100,');
    expect(out).toContain('"battery.runtime":3320');
    expect(out).toContain('"battery.charge.low":20');
    expect(out).toContain('"input.voltage":237');
    expect(out).toMatch(/"ups\.status":"OL\b/);
    expect(out).toContain('"ups.serial":"BENCH0000002"');
  });

  it('tells of an outage by an input report', async () => {
    await machine.ask('start', {
      name: 'watch',
      command: 'node',
      parameters: ['/bench/mainstay.js', 'watch', '--json', URI],
    });
    const sees = async (pattern: string): Promise<boolean> =>
      (await machine.ask('expect', { name: 'watch', pattern, timeout: 60_000 })).found !== null;
    expect(await sees('"ups.status":"OL')).toBe(true);
    // ACPresent alone, which the next poll takes back: the recording answers what it answers.
    await machine.ask('send', { name: UPS, report: 0x13, data: '00' });
    expect(await sees('"ups.status":"OB')).toBe(true);
    await machine.ask('stop', { name: 'watch' });
  });

  it('is told a setting', async () => {
    const set = await machine.mainstay('set', '--json', URI, 'battery.charge.low', '30');
    expect(set).toMatchObject({ code: 0, error: '' });
    expect(await machine.ask('written', { name: UPS, report: 0x11 })).toEqual({ data: '1e', times: 1 });
  });

  it('is not seen by NUT, which looks for it on USB', async () => {
    const { out, error } = await machine.ask('run', {
      command: '/lib/nut/usbhid-ups',
      parameters: ['-s', 'ups', '-x', 'port=auto', '-u', 'root', '-d', '1'],
    });
    expect(`${out}${error}`).toContain('No matching HID UPS found');
  });

  it('is lost when the program takes it away', async () => {
    await machine.ask('unplug', { name: UPS });
    const { code, error } = await machine.mainstay('read', URI);
    expect(code).not.toBe(0);
    expect(error).toContain('No USB device 051d:0002 is plugged in');
  });
});
