/** Serial ports as the operating system gives them, with a pseudo terminal for the cable. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { driver as megatec } from '../../../../drivers/megatec/index.ts';
import { systemClock } from '../../../../src-main/engine/base/clock.ts';
import { type PtyServer, servePty } from '../../../../src-main/engine/ports/serial/pty.ts';
import { explainOpenError } from '../../../../src-main/engine/ports/serial/errors.ts';
import { serialTransport } from '../../../../src-main/engine/ports/serial/transport.ts';
import { createUpsModel } from '../../../../src-shared/ups-model/index.ts';
import { type Harness, startEngine } from '../../harness.ts';

const hasSocat = spawnSync('socat', ['-V']).status === 0;

let folder = '';
const cleanUps: (() => Promise<void>)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-serial-'));
});
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
  rmSync(folder, { recursive: true });
});

const model = createUpsModel();

async function plugIn(): Promise<PtyServer> {
  const server = await servePty(join(folder, 'tty'), megatec.simulate(model));
  cleanUps.push(() => server.close());
  return server;
}

async function engineOn(path: string, more = ''): Promise<Harness> {
  const harness = await startEngine({ devices: [{ id: 'one', uri: `serial:${path}?driver=megatec${more}` }] });
  cleanUps.push(() => harness.stop());
  return harness;
}

describe.skipIf(!hasSocat)('a UPS on a pseudo terminal', () => {
  it('becomes live, is lost when the cable is pulled, and comes back', async () => {
    const server = await plugIn();
    const { until, device, events } = await engineOn(server.path);
    await until('it is live', () => device('one').link === 'live');
    expect(device('one').values).toMatchObject({ 'input.voltage': 230, 'ups.status': 'OL' });
    await server.close();
    await until('it is lost', () => device('one').link === 'lost');
    await until('that is told', () => events.some(({ kind }) => kind === 'link-lost'));
    await plugIn();
    await until('it is live again', () => device('one').link === 'live');
    await until('that is told as well', () => events.some(({ kind }) => kind === 'link-restored'));
  });

  it('takes commands', async () => {
    const server = await plugIn();
    const { until, device, client } = await engineOn(server.path, '&dtr=1&rts=0');
    await until('it is live', () => device('one').link === 'live');
    const before = model.state().beeper;
    const outcome = await client.call('devices.command', { device: 'one', name: 'beeper.toggle', confirmed: true });
    expect(outcome.result).toMatch(/accepted|sent/);
    expect(model.state().beeper).not.toBe(before);
  });

  it('is held for one alone', async () => {
    const server = await plugIn();
    const first = serialTransport({ path: server.path, baud: 2400 }, systemClock);
    expect(await first.open()).toMatchObject({ ok: true });
    cleanUps.push(() => first.close());
    const second = serialTransport({ path: server.path, baud: 2400 }, systemClock);
    const refused = await second.open();
    expect(refused).toMatchObject({ ok: false, error: { code: 'in-use' } });
    expect(refused.ok ? '' : refused.error.message).toContain(server.path);
    await first.close();
    expect(await second.open()).toMatchObject({ ok: true });
    await second.close();
  });

  it('is found again under another name by the numbers of its adapter', async () => {
    const { path } = await plugIn();
    const usb = { vendor: 0x067b, product: 0x2303, serial: 'A1' };
    const twin = { path: '/dev/mainstay-none', usb: { ...usb, serial: 'B2' } };
    let name = '/dev/mainstay-gone';
    const transport = serialTransport({ usb, baud: 2400 }, systemClock, async () => [twin, { path: name, usb }]);
    expect(await transport.open()).toMatchObject({ ok: false, error: { code: 'not-found' } });
    name = path;
    expect(await transport.open()).toEqual({ ok: true, value: { usb } });
    expect(transport.label).toBe(path);
    await transport.close();
  });

  it('is told by one who does not know the driver', async () => {
    const server = await plugIn();
    const harness = await startEngine();
    cleanUps.push(() => harness.stop());
    const candidate = await harness.client.call('devices.probe', { uri: `serial:${server.path}` });
    expect(candidate).toMatchObject({ driver: 'megatec', confidence: 'certain', known: false });
    expect(candidate.title).toContain(model.profile.model);
    const { id } = await harness.client.call('devices.add', { uri: candidate.uri });
    await harness.until('it is live', () => harness.state().devices[id]?.link === 'live');
    await expect(harness.client.call('devices.probe', { uri: candidate.uri })).rejects.toMatchObject({
      code: 'in-use',
    });
  });
});

describe('a port that cannot be opened', () => {
  it('because it is not there says so', async () => {
    const result = await serialTransport({ path: join(folder, 'none'), baud: 2400 }, systemClock).open();
    expect(result).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('because its adapter is not plugged in says which', async () => {
    const usb = { vendor: 0xfffe, product: 0xfffd, serial: 'none' };
    const result = await serialTransport({ usb, baud: 2400 }, systemClock).open();
    expect(result).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(result.ok ? '' : result.error.message).toContain('fffe:fffd');
  });

  it('because it is no serial port says so', async () => {
    const result = await serialTransport({ path: '/dev/null', baud: 2400 }, systemClock).open();
    expect(result).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });

  it.each([
    // As the serial library words what the systems say.
    ['Error: Permission denied, cannot open /dev/ttyUSB0', 'permission-denied'],
    ['Error Resource temporarily unavailable Cannot lock port', 'in-use'],
    ['Error: Device or resource busy, cannot open /dev/ttyUSB0', 'in-use'],
    ['Opening COM3: Access denied', 'in-use'],
    ['Opening COM3: File not found', 'not-found'],
    ['Error: No such file or directory, cannot open /dev/ttyUSB0', 'not-found'],
    ['something unheard of', 'no-answer'],
  ])('because of "%s" is %s', async (said, code) => {
    expect((await explainOpenError('/dev/ttyUSB0', said)).code).toBe(code);
  });

  it.runIf(process.platform === 'linux')('for want of permission names the group and the command', async () => {
    const { message } = await explainOpenError('/dev/ttyUSB0', 'Permission denied');
    expect(message).toContain('sudo usermod -aG dialout');
  });
});
