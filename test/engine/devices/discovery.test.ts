/** Searches, with the list of ports handed in and a pseudo terminal for a port. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { driver as megatec } from '../../../drivers/megatec/index.ts';
import { systemClock } from '../../../src-main/engine/base/clock.ts';
import { scan, type Scanner } from '../../../src-main/engine/devices/discovery.ts';
import { PORTS } from '../../../src-main/engine/ports/index.ts';
import { scanSerial } from '../../../src-main/engine/ports/serial/scan.ts';
import { examineSerial } from '../../../src-main/engine/ports/serial/doctor.ts';
import { servePty } from '../../../src-main/engine/ports/serial/pty.ts';
import type { SerialPortEntry } from '../../../src-main/engine/ports/serial/list.ts';
import type { Candidate } from '../../../src-shared/contract/index.ts';
import { createUpsModel } from '../../../src-shared/ups-model/index.ts';

const hasSocat = spawnSync('socat', ['-V']).status === 0;

/** Every kind of port, of which the serial ones are these. */
function withPorts(list: () => Promise<readonly SerialPortEntry[]>): readonly Scanner[] {
  const serial: Scanner = { scan: (tools) => scanSerial(tools, list) };
  return Object.values({ ...PORTS, serial });
}

async function search(ports: readonly SerialPortEntry[], known: readonly string[] = [], probe = false) {
  const around = { clock: systemClock, known, ports: withPorts(async () => ports) };
  const { candidates, looked } = await scan({ probe, hosts: [] }, around);
  return { serial: candidates.filter(({ transport }): boolean => transport === 'serial'), looked };
}
const uris = (candidates: readonly Candidate[]): string[] => candidates.map(({ uri }) => uri);

const prolific = { vendor: 0x067b, product: 0x2303 };

describe('a search', () => {
  it('names an adapter by its USB numbers, so that it is found under another name', async () => {
    const { serial, looked } = await search([{ path: '/dev/ttyUSB0', usb: { ...prolific, serial: 'A1' } }]);
    expect(uris(serial)).toEqual(['serial:usb?vendor=067b&product=2303&serial=A1']);
    expect(looked.join()).toContain('/dev/ttyUSB0');
  });

  it('names twins by their ports', async () => {
    const { serial } = await search([
      { path: '/dev/ttyUSB0', usb: prolific },
      { path: '/dev/ttyUSB1', usb: prolific },
      { path: '/dev/ttyS0' },
    ]);
    expect(uris(serial)).toEqual(['serial:/dev/ttyUSB0', 'serial:/dev/ttyUSB1', 'serial:/dev/ttyS0']);
  });

  it('knows the devices that there are, under either name, and asks nothing of them', async () => {
    const ports = [{ path: '/dev/ttyUSB0', usb: prolific }, { path: '/dev/ttyS0' }];
    const known = ['serial:usb?vendor=067b&product=2303&driver=megatec', 'serial:/dev/ttyS0', 'of another version:'];
    const { serial } = await search(ports, known, true);
    expect(serial.map((each) => [each.known, each.detail])).toEqual([
      [true, 'Already among the devices.'],
      [true, 'Already among the devices.'],
    ]);
  });

  it('says so when the ports cannot be listed, and goes on', async () => {
    const broken = withPorts(() => Promise.reject(new Error('udev is broken')));
    const around = { clock: systemClock, known: [], ports: broken };
    const { looked } = await scan({ probe: false, hosts: ['192.0.2.1'] }, around);
    expect(looked.join('\n')).toContain('udev is broken');
    expect(looked.join('\n')).toContain('192.0.2.1');
  });

  it('tells of a port that is not there any more', async () => {
    const { serial } = await search([{ path: '/dev/mainstay-none' }], [], true);
    expect(serial).toMatchObject([{ confidence: 'possible', known: false }]);
    expect(serial[0]?.detail).toContain('no port /dev/mainstay-none');
  });

  it.skipIf(!hasSocat)('finds the UPS on a port', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mainstay-search-'));
    const server = await servePty(join(folder, 'tty'), megatec.simulate(createUpsModel()));
    try {
      const { serial } = await search([{ path: server.path }], [], true);
      expect(serial).toMatchObject([
        { uri: `serial:${server.path}?driver=megatec`, driver: 'megatec', confidence: 'certain', known: false },
      ]);
    } finally {
      await server.close();
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the doctor', () => {
  it('says which ports can be opened and which are gone', async () => {
    expect(await examineSerial(async () => [])).toMatchObject([{ ok: true }]);
    expect(await examineSerial(async () => [{ path: '/dev/null' }])).toMatchObject([{ ok: true }]);
    expect(await examineSerial(async () => [{ path: '/dev/mainstay-none' }])).toMatchObject([{ ok: false }]);
    expect(await examineSerial(() => Promise.reject(new Error('no list')))).toMatchObject([{ ok: false }]);
  });
});
