/** The support bundle of a real engine, and the same devices played from it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { openRecording } from '../../../src-main/engine/ports/replay/recording.ts';
import { type Harness, startEngine } from '../harness.ts';

const DEVICES = [
  { id: 'serial', uri: 'sim:megatec' },
  { id: 'smart', uri: 'sim:apcsmart' },
  { id: 'usb', uri: 'sim:hid' },
  { id: 'agent', uri: 'sim:snmp' },
];
/** What does not change by itself while two readings are taken. */
const STEADY = ['ups.status', 'device.mfr', 'device.model', 'ups.serial', 'ups.firmware', 'input.voltage.nominal'];

const folder = mkdtempSync(join(tmpdir(), 'mainstay-bundle-'));
const running: Harness[] = [];
afterEach(async () => {
  for (const engine of running.splice(0)) await engine.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function engineWith(devices: { id: string; uri: string }[]): Promise<Harness> {
  const engine = await startEngine({ devices });
  running.push(engine);
  await engine.until('every device is live', () =>
    devices.every(
      ({ id }) => engine.state().devices[id]?.link === 'live' && engine.device(id).values['ups.status'] !== undefined,
    ),
  );
  return engine;
}

function steady(engine: Harness, id: string): Record<string, unknown> {
  const { values } = engine.device(id);
  return Object.fromEntries(STEADY.flatMap((name) => (name in values ? [[name, values[name]]] : [])));
}

describe('the support bundle', () => {
  it('holds what whoever helps needs, and plays every kind of device again', async () => {
    const engine = await engineWith(DEVICES);
    const { name, data } = await engine.client.call('diagnostics.bundle', {});
    expect(name).toMatch(/^mainstay-support-[\d-]+\.zip$/);
    const zip = join(folder, 'bundle.zip');
    writeFileSync(zip, Buffer.from(data, 'base64'));
    const files = unzipSync(Buffer.from(data, 'base64'));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['about.json', 'settings.json', 'doctor.json', 'events.json', 'devices/serial/trace.txt']),
    );
    expect(strFromU8(files['devices/serial/trace.txt'] ?? new Uint8Array())).toContain('> Q1<CR>');

    const replayed = await engineWith(DEVICES.map(({ id }) => ({ id, uri: `replay:${zip}/${id}` })));
    for (const { id } of DEVICES) {
      const before = steady(engine, id);
      expect(Object.keys(before).length, id).toBeGreaterThan(1);
      expect(steady(replayed, id), id).toEqual(before);
      expect(replayed.device(id).driver, id).toBe(engine.device(id).driver);
    }
    // Without a name, the first device that can be played.
    expect(openRecording(zip).kind).toBe('stream');
    expect(() => openRecording(`${zip}/nobody`)).toThrow(/no device "nobody".*serial/s);
  });

  it('tells no serial number when it is masked', async () => {
    const engine = await engineWith([{ id: 'usb', uri: 'sim:hid' }]);
    const serial = String(engine.device('usb').values['ups.serial'] ?? engine.device('usb').values['device.serial']);
    expect(serial.length).toBeGreaterThan(3);
    const textOf = async (masked: boolean): Promise<string> => {
      const { data } = await engine.client.call('diagnostics.bundle', { masked });
      return Object.values(unzipSync(Buffer.from(data, 'base64')))
        .map((file) => strFromU8(file, true))
        .join('\n');
    };
    expect(await textOf(false)).toContain(serial);
    expect(await textOf(true)).not.toContain(serial);
  });

  it('that is no zip is refused', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'mainstay-bundle-')), 'other.zip');
    writeFileSync(path, 'no zip at all');
    expect(() => openRecording(path)).toThrow('it is no support bundle');
  });
});
