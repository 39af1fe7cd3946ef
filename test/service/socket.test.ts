import { linkSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { lineWire } from '../../src-main/hosts/service/line-wire.ts';
import { createNotifier } from '../../src-main/hosts/service/notify.ts';
import { servicePlace } from '../../src-main/hosts/service/place.ts';
import { type RunningService, startService } from '../../src-main/hosts/service/run.ts';
import { knock, reachService } from '../../src-main/hosts/service/socket-client.ts';
import { serveSocket } from '../../src-main/hosts/service/socket-server.ts';
import { client, type MessageWire } from '../../src-shared/contract/index.ts';

// Whole programs and engines are started: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'mainstay-socket-'));
const path = join(folder, 'engine.sock');
const refused: string[] = [];
let service: RunningService;

const start = (): Promise<RunningService> =>
  startService({ dataDir: join(folder, 'data'), socket: path, onRefused: (reason) => refused.push(reason) });

beforeAll(async () => {
  service = await start();
});
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

async function reached(): Promise<MessageWire & { close(): void }> {
  const found = await reachService(path);
  if (found.found !== 'answers') throw new Error(`the service is ${found.found}`);
  return found.wire;
}

/** A socket that speaks as it likes, and the messages that come back. */
async function raw(): Promise<{ socket: Socket; next: () => Promise<unknown>; closed: Promise<void> }> {
  const socket = connect(path);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await new Promise((resolve) => socket.once('connect', resolve));
  const messages: unknown[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  lineWire(socket, { maxMessage: 1e9 }).onMessage((message) => {
    const first = waiting.shift();
    if (first === undefined) messages.push(message);
    else first(message);
  });
  const next = (): Promise<unknown> =>
    messages.length > 0 ? Promise.resolve(messages.shift()) : new Promise((resolve) => waiting.push(resolve));
  return { socket, next, closed };
}

const CALL = '{"type":"call","id":5,"name":"drivers.list","input":{}}\n';

describe('the socket', () => {
  it('is for its owner and its group only', () => {
    expect((statSync(path).mode & 0o777).toString(8)).toBe('660');
  });

  it('carries the contract to several clients, each its own calls and streams', async () => {
    const [one, other] = [await reached(), await reached()];
    const [changer, watcher] = [client(one), client(other)];
    const snapshot = new Promise<unknown>((resolve) => watcher.subscribe('state', {}, resolve));
    expect(await snapshot).toMatchObject({
      type: 'snapshot',
      state: { engine: { service: true, host: 'headless' } },
    });
    const told = new Promise<string>((resolve) => {
      watcher.subscribe('events', {}, (event) => event.kind === 'settings-changed' && resolve(event.text));
    });
    const { preferences } = await changer.call('settings.get', {});
    await changer.call('settings.update', { preferences: { ...preferences, theme: 'dark' } });
    expect(await told).not.toBe('');
    expect((await watcher.call('settings.get', {})).preferences.theme).toBe('dark');
    await expect(changer.call('devices.remove', { id: 'no-such' })).rejects.toMatchObject({ code: 'not-found' });
    one.close();
    other.close();
  });

  it.each(['nonsense', '{', '[]', 'null', '', '{"type":"call"}', '{"type":"call","id":1,"name":"no.such","input":{}}'])(
    'answers the line "%s" with an error and goes on',
    async (text) => {
      const { socket, next } = await raw();
      socket.write(`${text}\n`);
      expect(await next()).toMatchObject({ type: 'error', error: { code: 'bad-input' } });
      socket.write(CALL);
      expect(await next()).toMatchObject({ type: 'result', id: 5 });
      socket.destroy();
    },
  );

  it('takes messages in any pieces, and several in one', async () => {
    const { socket, next } = await raw();
    for (const byte of Buffer.from(CALL)) {
      socket.write(Buffer.of(byte));
      // Each on its own, so that the pieces stay pieces.
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await next()).toMatchObject({ type: 'result', id: 5 });
    socket.write(CALL + CALL);
    expect(await next()).toMatchObject({ type: 'result', id: 5 });
    expect(await next()).toMatchObject({ type: 'result', id: 5 });
    socket.destroy();
  });

  it('is closed to whoever sends a message without end, and open to the others', async () => {
    const before = client(await reached());
    const { socket, closed } = await raw();
    socket.on('error', () => undefined);
    socket.write('x'.repeat(200_000));
    await closed;
    expect(refused.at(-1)).toMatch(/longer than \d+ bytes/);
    expect((await before.call('drivers.list', {})).drivers.length).toBeGreaterThan(0);
    before.close();
  });

  it('has room for so many clients and no more', async () => {
    const many = await Promise.all(Array.from({ length: 40 }, () => raw()));
    const last = many.at(-1);
    await last?.closed;
    expect(refused.at(-1)).toContain('Too many');
    const [first] = many;
    first?.socket.write(CALL);
    expect(await first?.next()).toMatchObject({ type: 'result' });
    for (const { socket } of many) socket.destroy();
    await expect.poll(async () => (await reachService(path)).found).toBe('answers');
  });

  it('belongs to one service: a second is told so', async () => {
    const second = startService({ dataDir: join(folder, 'other'), socket: path, onRefused: () => undefined });
    await expect(second).rejects.toMatchObject({ code: 'in-use' });
    expect(await knock(path)).toBe('answers');
  });

  it('closes the wires of its clients when the service ends, and is there again with the next', async () => {
    const wire = await reached();
    const asking = client(wire);
    const ended = new Promise<void>((resolve) => wire.onClose(resolve));
    const told = new Promise<unknown>((resolve) => asking.subscribe('state', {}, () => undefined, resolve));
    await service.close();
    await ended;
    expect(await told).toMatchObject({ code: 'no-answer' });
    expect(await knock(path)).toBe('absent');
    service = await start();
    expect(await knock(path)).toBe('answers');
  });
});

describe('what is left or in the way at the place of the socket', () => {
  it('is replaced where a service was killed', async () => {
    const left = join(folder, 'left.sock');
    const dead = createServer().listen(left);
    await new Promise((resolve) => dead.once('listening', resolve));
    // Closing takes the file away; a killed process leaves it, as this second name does.
    linkSync(left, `${left}2`);
    await new Promise((resolve) => dead.close(resolve));
    expect(await knock(`${left}2`)).toBe('silent');
    const served = await serveSocket({ path: `${left}2`, handlers: service.handlers, onRefused: () => undefined });
    expect(await knock(`${left}2`)).toBe('answers');
    await served.close();
  });

  it('is made together with its folder', async () => {
    const nowhere = join(folder, 'no', 'engine.sock');
    expect(await knock(nowhere)).toBe('absent');
    const served = await serveSocket({ path: nowhere, handlers: service.handlers, onRefused: () => undefined });
    expect(await knock(nowhere)).toBe('answers');
    await served.close();
  });

  it('stays when it is no socket', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'precious');
    const served = serveSocket({ path: file, handlers: service.handlers, onRefused: () => undefined });
    await expect(served).rejects.toMatchObject({ code: 'bad-input' });
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });
});

describe('systemd', () => {
  it('is told of readiness, life and end, and only where it asked', async () => {
    const ran: string[] = [];
    const run = (program: string, args: readonly string[]): void => void ran.push([program, ...args].join(' '));
    const none = createNotifier({ env: { WATCHDOG_USEC: '3000' }, run });
    none.ready();
    none.stopping();
    expect(ran).toEqual([]);
    const notifier = createNotifier({ env: { NOTIFY_SOCKET: '/x', WATCHDOG_USEC: '60000' }, run });
    notifier.ready();
    await expect.poll(() => ran.filter((line) => line === 'systemd-notify WATCHDOG=1').length).toBeGreaterThan(2);
    notifier.stopping();
    expect(ran[0]).toBe('systemd-notify --ready STATUS=Watching');
    expect(ran.at(-1)).toBe('systemd-notify --stopping');
    const count = ran.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(ran).toHaveLength(count);
  });
});

describe('the places', () => {
  it.each([
    ['linux', {}, '/var/lib/mainstay', '/run/mainstay/engine.sock'],
    ['linux', { MAINSTAY_DATA: '/d', MAINSTAY_SOCKET: '/s' }, '/d', '/s'],
    ['linux', { MAINSTAY_SOCKET: '' }, '/var/lib/mainstay', '/run/mainstay/engine.sock'],
    ['win32', { PROGRAMDATA: 'D' }, join('D', 'Mainstay'), '\\\\.\\pipe\\mainstay-engine'],
    ['darwin', {}, '/Library/Application Support/Mainstay', '/var/run/mainstay/engine.sock'],
  ] as const)('on %s with %o are %s and %s', (platform, env, data, socket) => {
    expect(servicePlace({ platform, env })).toEqual({ data, socket });
  });
});
