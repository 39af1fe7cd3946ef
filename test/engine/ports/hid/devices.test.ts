import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressOf, chooseHid, type HidChoice } from '../../../../src-main/engine/ports/hid/choice.ts';
import { type HidDevice, saysPowerDevice } from '../../../../src-main/engine/ports/hid/device.ts';
import { holderOf } from '../../../../src-main/engine/ports/hid/holders.ts';
import { linuxHidDevices } from '../../../../src-main/engine/ports/hid/linux.ts';
import { FakeSystem } from './sysfs.ts';

/** A Power Device's first items: usage page 0x84, usage UPS, application collection. */
const UPS = [0x05, 0x84, 0x09, 0x04, 0xa1, 0x01, 0xc0];
const KEYBOARD = [0x05, 0x01, 0x09, 0x06, 0xa1, 0x01, 0xc0];
const TWIN = { vendor: '0463', product: 'ffff', descriptor: UPS };

describe('the HID devices of Linux', () => {
  let system: FakeSystem;

  beforeEach(async () => {
    system = await FakeSystem.make();
  });
  afterEach(() => system.remove());

  it('are read with their names, ports, texts and descriptors', async () => {
    await system.usb({
      port: '1-1.2',
      vendor: '051d',
      product: '0002',
      strings: { manufacturer: 'APC', product: 'Back-UPS', serial: '4B12' },
      descriptor: UPS,
      hidraw: 3,
      // iManufacturer 3, iProduct 1, no iSerialNumber (USB 2.0, table 9-8).
      deviceDescriptor: [18, 1, 0, 2, 0, 0, 0, 8, 0x1d, 5, 2, 0, 6, 1, 3, 1, 0, 1],
    });
    const [device, ...others] = await linuxHidDevices(system.root);
    expect(others).toEqual([]);
    expect(device).toMatchObject({
      vendor: 0x051d,
      product: 0x0002,
      release: 0x0106,
      path: '/dev/hidraw3',
      manufacturer: 'APC',
      productName: 'Back-UPS',
      serial: '4B12',
      port: '1-1.2',
    });
    expect([...(device?.descriptor ?? [])]).toEqual(UPS);
    expect(device?.strings).toEqual(
      new Map([
        [3, 'APC'],
        [1, 'Back-UPS'],
      ]),
    );
  });

  it('are listed without a path while another program has them', async () => {
    await system.usb({ ...TWIN, port: '1-1', driver: 'usbfs' });
    await system.usb({ ...TWIN, port: '1-2' });
    const devices = await linuxHidDevices(system.root);
    expect(devices.map(({ path, takenBy, port }) => ({ path, takenBy, port }))).toEqual([
      { path: undefined, takenBy: 'usbfs', port: '1-1' },
      { path: undefined, takenBy: 'none', port: '1-2' },
    ]);
  });

  it('are not taken when the HID driver is about to make their node, or when they are no HID', async () => {
    await system.usb({ ...TWIN, port: '1-1', driver: 'usbhid' });
    await system.usb({ ...TWIN, port: '1-2', interfaceClass: '08' });
    expect(await linuxHidDevices(system.root)).toEqual([]);
  });

  it('are none on a system without any', async () => {
    expect(await linuxHidDevices(system.root)).toEqual([]);
  });

  it('are held by the program that has their file open, whatever its name', async () => {
    await system.file('proc/12/comm', 'apcupsd\n');
    await system.file('proc/34/comm', 'my-tool\n');
    await system.link('proc/34/fd/7', 'dev/bus/usb/001/004');
    const file = `${system.root}/dev/bus/usb/001/004`;
    expect(await holderOf(file, system.root)).toBe('my-tool (process 34)');
  });

  it('are held by a known program that runs, where files of others cannot be seen', async () => {
    await system.file('proc/12/comm', 'usbhid-ups\n');
    await system.file('proc/13/comm', 'bash\n');
    expect(await holderOf('/dev/bus/usb/001/004', system.root)).toBe("NUT's driver usbhid-ups (process 12)");
    expect(await holderOf(undefined, `${system.root}/nowhere`)).toBeUndefined();
  });
});

function hid(change: Partial<HidDevice>): HidDevice {
  return { vendor: 0x0463, product: 0xffff, release: 1, descriptor: Uint8Array.from(UPS), ...change };
}

function missing(there: HidDevice, choice: HidChoice): string {
  const chosen = chooseHid([there], choice);
  return chosen.ok ? 'found' : chosen.error.message;
}

describe('a device that an address names', () => {
  const one = hid({ path: '/dev/hidraw0', serial: 'A', port: '1-1' });
  const two = hid({ path: '/dev/hidraw1', serial: 'B', port: '1-2' });
  const named = { vendor: 0x0463, product: 0xffff };

  it('is found by serial number, port or node', () => {
    expect(chooseHid([one, two], { ...named, serial: 'B' })).toEqual({ ok: true, value: two });
    expect(chooseHid([one, two], { ...named, port: '1-1' })).toEqual({ ok: true, value: one });
    expect(chooseHid([one, two], { path: '/dev/hidraw1' })).toEqual({ ok: true, value: two });
    expect(chooseHid([one], named)).toEqual({ ok: true, value: one });
  });

  it('is refused when it could be two, with the addresses that tell them apart', () => {
    const chosen = chooseHid([one, two], named);
    expect(chosen).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(JSON.stringify(chosen)).toContain('hid:0463:ffff:A or hid:0463:ffff:B');
  });

  it('is told by its port when serial numbers are the same or missing', () => {
    const twins = [hid({ ...one, serial: '0' }), hid({ ...two, serial: '0' })];
    expect(twins.map((each) => addressOf(each, twins))).toEqual(['hid:0463:ffff?port=1-1', 'hid:0463:ffff?port=1-2']);
    const { serial: _serial, ...plain } = one;
    expect(addressOf(plain, [plain])).toBe('hid:0463:ffff');
  });

  it('is its Power Device interface where it has several', () => {
    const keyboard = hid({ path: '/dev/hidraw0', port: '1-1', descriptor: Uint8Array.from(KEYBOARD) });
    const ups = hid({ path: '/dev/hidraw1', port: '1-1' });
    expect(chooseHid([keyboard, ups], named)).toEqual({ ok: true, value: ups });
  });

  it('is missed in words that say what there is instead', () => {
    expect(missing(one, { vendor: 1, product: 2 })).toContain('No USB device 0001:0002');
    expect(missing(one, { ...named, serial: 'Z' })).toMatch(/serial number Z.*there is .*1-1/);
    expect(missing(one, { path: '/dev/hidraw9' })).toContain('/dev/hidraw9 is not there');
  });

  it('says that it is a UPS by its first usage page', () => {
    expect(saysPowerDevice(one)).toBe(true);
    expect(saysPowerDevice(hid({ descriptor: Uint8Array.from(KEYBOARD) }))).toBe(false);
    expect(saysPowerDevice({ vendor: 1, product: 1, release: 1 })).toBeUndefined();
    expect(saysPowerDevice({ vendor: 1, product: 1, release: 1, usage: { page: 0x84, id: 4 } })).toBe(true);
  });
});
