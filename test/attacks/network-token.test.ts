/** What a token is kept from, what a wrong one meets, and what the one that may only watch is refused. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentCertificate, fingerprintOf } from '../../src-main/hosts/headless/certificate.ts';
import {
  CALL_ACCESS,
  type CallName,
  calls,
  type Client,
  STREAM_ACCESS,
  type StreamName,
  streams,
} from '../../src-shared/contract/index.ts';
import { ownCommandSchema } from '../../src-shared/settings/protection.ts';
import { enter, knock, page, type Served, serve, speak } from './network.ts';
import { runProgram } from './program.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.end());

const marker = (): string => join(served.data, 'it-ran');
const command = (): { enabled: true; program: string; arguments: string[] } => ({
  enabled: true,
  program: '/usr/bin/touch',
  arguments: [marker()],
});

/** The certificate that is shown, and the status of the page. */
function seen(port: number): Promise<{ status: number; certificate: DetailedPeerCertificate }> {
  return new Promise((done, failed) => {
    const asked = get({ host: '127.0.0.1', port, path: '/', rejectUnauthorized: false }, (response) => {
      response.resume();
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- https answers over TLS.
      const certificate = (response.socket as TLSSocket).getPeerCertificate(true);
      done({ status: response.statusCode ?? 0, certificate });
    });
    asked.on('error', failed);
  });
}

describe('the token', () => {
  it('is in nothing that the program writes where output is kept, and is told to the owner', async () => {
    await served.program.until(/mainstay link/u);
    const { stdout, stderr } = served.program.said();
    expect(served.act).toMatch(/^[\w-]{16,}$/u);
    for (const token of [served.act, served.watch]) expect(stdout + stderr).not.toContain(token);
    const file = join(served.data, 'browser-link');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const link = await runProgram(['link', '--data', served.data]);
    expect(link.stdout).toBe(`http://127.0.0.1:${served.port}/#token=${served.act}\n`);
    const watch = await runProgram(['link', '--watch', '--data', served.data]);
    expect(watch.stdout).toBe(`http://127.0.0.1:${served.port}/#token=${served.watch}\n`);
  });

  it('is not told of a program that has ended', async () => {
    const other = await serve();
    const file = join(other.data, 'browser-link');
    const links = readFileSync(file);
    await other.program.stop();
    expect(() => statSync(file)).toThrow('ENOENT');
    // As one that was killed leaves it behind.
    writeFileSync(file, links, { mode: 0o600 });
    const { code, stdout, stderr } = await runProgram(['link', '--data', other.data]);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('No program serves the screens');
    await other.end();
  });

  it('is not in the output of the service either', async () => {
    const other = await serve('--service', '--socket', join(served.data, 'service.sock'));
    await other.program.until(/mainstay link/u);
    const { stdout, stderr } = other.program.said();
    expect(other.act).toMatch(/^[\w-]{16,}$/u);
    for (const token of [other.act, other.watch]) expect(stdout + stderr).not.toContain(token);
    await other.end();
  });

  it('where it is wrong is answered ever later, and the right one at once meanwhile', async () => {
    const waits: number[] = [];
    for (let index = 0; index < 4; index += 1) {
      const { said, took } = await knock(served.port, 'a-wrong-token-of-length', '127.0.0.3');
      expect(said).toBe(401);
      waits.push(took);
    }
    expect(waits.at(-1)).toBeGreaterThan(1500);
    // However many: a wait has its limit, and so has what is remembered.
    const many = await Promise.all(
      Array.from({ length: 20 }, () => knock(served.port, 'a-wrong-token-of-length', '127.0.0.3')),
    );
    expect(Math.max(...many.map(({ took }) => took))).toBeLessThan(6000);
    const { said, took, socket } = await knock(served.port, served.act, '127.0.0.3');
    socket?.terminate();
    expect(said).toBe(101);
    expect(took).toBeLessThan(1000);
  });

  it('where it is wrong is logged once, with the address, however often it comes', async () => {
    await Promise.all(Array.from({ length: 30 }, () => knock(served.port, 'a-wrong-token-of-length', '127.0.0.4')));
    await pause(500);
    const lines = served.program
      .said()
      .stderr.split('\n')
      .filter((line) => line.includes('127.0.0.4'));
    expect(lines).toEqual([expect.stringMatching(/^refused: 127\.0\.0\.4: The token is missing or wrong\./u)]);
  });
});

describe('the link that may only watch', () => {
  let watcher: Client;
  let owner: Client;
  beforeAll(async () => {
    watcher = speak(await enter(served.port, served.watch));
    owner = speak(await enter(served.port, served.act));
  });

  /** An input that the schema of this call takes, so that what refuses it is not the schema. */
  const protection = async (): Promise<unknown> => (await owner.call('settings.get', {})).protection;
  const INPUTS: { readonly [C in CallName]?: unknown } = {
    'devices.probe': { uri: 'sim:megatec' },
    'devices.add': { uri: 'sim:megatec' },
    'devices.update': { id: 'demo', change: {} },
    'devices.remove': { id: 'demo' },
    'devices.command': { device: 'demo', name: 'load.off', confirmed: true },
    'devices.set': { device: 'demo', variable: 'ups.delay.shutdown', value: '20' },
    'battery.replaced': { device: 'demo', date: '2026-01-01' },
    'language.tell': { languages: ['de'] },
    'events.acknowledge': { ids: [] },
    'protection.shutdownNow': { confirmed: true },
    'protection.request': { from: 'a', reason: 'b' },
    'protection.arm': { confirmed: true },
    'protection.tryCommand': { command: { enabled: true, program: '/bin/true' }, confirmed: true },
    'notifications.test': { channel: 'desktop' },
    'notifications.retry': { channel: 'desktop' },
    'notifications.discard': { id: 'a' },
    'notifications.setSecret': { channel: 'desktop', secret: 'a' },
    'notifications.shown': { id: 'a', shown: true },
    'drill.start': { device: 'demo' },
    'drill.remove': { id: 'a' },
    'diagnostics.trace': { device: 'demo' },
  };

  /** The code of the error that a call ends with. */
  async function refusal(name: CallName): Promise<unknown> {
    const input: unknown = INPUTS[name] ?? {};
    expect(calls[name].input.safeParse(input).success, `${name} takes this input`).toBe(true);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Parsed just now by the schema of this name; the compiler cannot follow that through a union of names.
    const asked = watcher.call(name, input as never);
    return asked.then(
      () => 'done',
      (error: { readonly code?: unknown }) => error.code,
    );
  }

  const names = Object.keys(calls).filter((name): name is CallName => Object.hasOwn(calls, name));
  it.each(names.filter((name) => CALL_ACCESS[name] === 'act'))('is refused %s', async (name) => {
    expect(await refusal(name)).toBe('unauthorized');
  });

  const streamNames = Object.keys(streams).filter((name): name is StreamName => Object.hasOwn(streams, name));
  it.each(streamNames.filter((name) => STREAM_ACCESS[name] === 'act'))('is refused the stream %s', async (name) => {
    const code = await new Promise((done) => {
      const told = (): void => done('something');
      const refused = (error: { readonly code: unknown }): void => done(error.code);
      if (name === 'trace') watcher.subscribe(name, { device: 'demo' }, told, refused);
      else watcher.subscribe(name, {}, told, refused);
    });
    expect(code).toBe('unauthorized');
  });

  it('changed nothing, and sees all that is shown', async () => {
    expect((await owner.call('settings.get', {})).devices).toEqual([]);
    const state = await new Promise<unknown>((done) => watcher.subscribe('state', {}, done));
    expect(state).toMatchObject({ type: 'snapshot', state: { devices: { demo: { link: 'live' } } } });
    expect((await watcher.call('drivers.list', {})).drivers.length).toBeGreaterThan(0);
    await watcher.call('events.query', {});
  });

  it('is told no secret of the settings', async () => {
    const settings = await owner.call('settings.get', {});
    const ownCommand = {
      enabled: true,
      program: '/bin/true',
      arguments: ['--password', 'hush-hush'],
      timeoutSeconds: 5,
    };
    await owner.call('settings.update', {
      confirmed: true,
      protection: { ...settings.protection, ownCommand },
      notifications: {
        ...settings.notifications,
        channels: [
          { kind: 'webhook', id: 'a', url: 'https://hooks.example/services/hush-hush' },
          { kind: 'ntfy', id: 'b', topic: 'hush-hush' },
          { kind: 'telegram', id: 'c', chat: '@hush_hush' },
          {
            kind: 'email',
            id: 'd',
            host: 'mail.example',
            user: 'hush-hush',
            from: 'hush-hush@example.org',
            to: ['hush-hush@example.org'],
          },
        ],
      },
    });
    const told = JSON.stringify(await watcher.call('settings.get', {}));
    expect(told).not.toMatch(/hush.hush/u);
    expect(told).toContain('hooks.example');
    expect(JSON.stringify(await owner.call('settings.get', {}))).toContain('hush-hush');
    await owner.call('settings.update', {
      protection: settings.protection,
      notifications: settings.notifications,
    });
    expect(await protection()).toEqual(settings.protection);
  });
});

describe('what runs a program as the account of Mainstay', () => {
  it('is not tried without a second yes', async () => {
    const owner = speak(await enter(served.port, served.act));
    const asked = owner.call('protection.tryCommand', { command: command() });
    await expect(asked).rejects.toMatchObject({ code: 'refused' });
    await expect(asked).rejects.toThrow('/usr/bin/touch');
    expect(() => statSync(marker())).toThrow('ENOENT');
    const { result } = await owner.call('protection.tryCommand', { command: command(), confirmed: true });
    expect(result).toBe('accepted');
    statSync(marker());
  });

  it('is not set without one either, and neither is another argument', async () => {
    const owner = speak(await enter(served.port, served.act));
    const { protection } = await owner.call('settings.get', {});
    const set = async (change: object, confirmed?: boolean): Promise<void> => {
      const ownCommand = ownCommandSchema.parse({ ...command(), ...change });
      await owner.call('settings.update', {
        protection: { ...protection, ownCommand },
        ...(confirmed === undefined ? {} : { confirmed }),
      });
    };
    const refused = { code: 'refused' };
    await expect(set({})).rejects.toMatchObject(refused);
    expect((await owner.call('settings.get', {})).protection).toEqual(protection);
    await set({}, true);
    // How long it may take is no other program.
    await set({ timeoutSeconds: 5 });
    await expect(set({ arguments: ['/etc/passwd'] })).rejects.toMatchObject(refused);
    // Off, and on again as something else: off needs no second yes, on does.
    await set({ enabled: false, arguments: ['/etc/passwd'] });
    await expect(set({ arguments: ['/etc/passwd'] })).rejects.toMatchObject(refused);
    await owner.call('settings.update', { protection });
  });
});

describe('a network that is listened to', () => {
  it('is named where other computers are let in without encryption, and only there', async () => {
    expect(served.program.said().stderr).not.toContain('plain HTTP');
    const other = await serve('--host', '0.0.0.0');
    await other.program.until(/plain HTTP.*--tls/u);
    await other.end();
  });

  it('reads nothing where there is TLS, whose certificate is kept for the owner', async () => {
    const other = await serve('--host', '0.0.0.0', '--tls');
    const [, fingerprint] = await other.program.until(/SHA-256 fingerprint.*: ([\dA-F:]{95})/u);
    expect(other.program.said().stderr).not.toContain('plain HTTP');
    const { status, certificate } = await seen(other.port);
    expect(status).toBe(200);
    expect(certificate.fingerprint256).toBe(fingerprint);
    expect(certificate.subjectaltname).toContain('IP Address:127.0.0.1');
    expect(Date.parse(certificate.valid_to) - Date.now()).toBeGreaterThan(300 * 86_400_000);
    expect(statSync(join(other.data, 'browser-certificate.pem')).mode & 0o777).toBe(0o600);
    // Over it, nothing is said in the clear.
    expect(await page(other.port)).not.toBe(200);
    await other.end();
  });

  it('reads nothing where there is a certificate of the person’s, and a key of another is refused', async () => {
    const [cert, key, another] = ['cert.pem', 'key.pem', 'another.pem'].map((name) => join(served.data, name));
    if (cert === undefined || key === undefined || another === undefined) throw new Error('three files');
    const pair = await currentCertificate({ kind: 'generated', dataDir: join(served.data, 'none') }, 'nas.example');
    writeFileSync(cert, pair.cert);
    writeFileSync(key, pair.key);
    const foreign = await currentCertificate({ kind: 'generated', dataDir: join(served.data, 'none') }, 'nas.example');
    writeFileSync(another, foreign.key);
    const other = await serve('--host', '0.0.0.0', '--cert', cert, '--key', key);
    const { status, certificate } = await seen(other.port);
    expect([status, certificate.fingerprint256]).toEqual([200, fingerprintOf(pair.cert)]);
    await other.end();
    for (const words of [
      ['--cert', cert, '--key', another],
      ['--cert', cert],
      ['--cert', cert, '--key', '/none'],
    ]) {
      const { code, stderr } = await runProgram(['serve', '--data', join(served.data, 'x'), '--port', '0', ...words]);
      expect([2, 3], stderr).toContain(code);
      expect(stderr).toMatch(/key/u);
      expect(stderr).not.toMatch(/\n\s+at /u);
    }
  });
});
