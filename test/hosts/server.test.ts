import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { compose } from '../../src-main/hosts/compose.ts';
import { serveScreens } from '../../src-main/hosts/headless/server.ts';
import { client, type MessageWire } from '../../src-shared/contract/index.ts';

const TOKEN = 'a-token-for-this-test';
const TOKENS = { act: TOKEN, watch: 'a-token-for-watching' };
const folder = mkdtempSync(join(tmpdir(), 'mainstay-server-'));
const screens = join(folder, 'screens');
const refused: string[] = [];
let engine: Awaited<ReturnType<typeof compose>>;
let server: Awaited<ReturnType<typeof serveScreens>>;

beforeAll(async () => {
  mkdirSync(join(screens, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(screens, 'index.html'), '<!doctype html><title>screens</title>');
  writeFileSync(join(screens, 'assets', 'a.js'), 'export {};');
  engine = await compose({ host: 'headless', dataDir: join(folder, 'data') });
  const { handlers } = engine;
  server = await serveScreens({
    host: '127.0.0.1',
    port: 0,
    tokens: TOKENS,
    screens,
    handlers,
    onRefused: (reason) => refused.push(reason),
  });
});

afterAll(async () => {
  await server.close();
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, path, headers, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.on('error', reject).end();
  });
}

/** The socket once it is open, or the HTTP status that refused it. */
function open(protocols: string[], headers: Record<string, string> = {}, path = '/wire'): Promise<WebSocket | number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, protocols, { headers });
    socket.on('open', () => resolve(socket));
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    socket.on('error', reject);
  });
}

async function admitted(): Promise<WebSocket> {
  const socket = await open([`mainstay.${TOKEN}`]);
  if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
  return socket;
}

function wireOf(socket: WebSocket): MessageWire {
  return {
    send: (message) => socket.send(JSON.stringify(message)),
    onMessage: (listener) => {
      socket.on('message', (data: Buffer) => listener(JSON.parse(data.toString())));
      return () => undefined;
    },
    onClose: (listener) => {
      socket.on('close', listener);
      return () => undefined;
    },
  };
}

const nextMessage = (socket: WebSocket): Promise<unknown> =>
  new Promise((resolve) => {
    socket.once('message', (data: Buffer) => resolve(JSON.parse(data.toString())));
  });
const closeCode = (socket: WebSocket): Promise<number> => new Promise((resolve) => socket.once('close', resolve));

describe('files', () => {
  it('come without a token, with headers that keep the page to itself', async () => {
    const page = await get('/');
    expect(page.status).toBe(200);
    expect(page.body).toContain('<title>screens</title>');
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none'.*script-src 'self';/);
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    expect(page.headers['cache-control']).toBe('no-cache');
    expect((await get('/assets/a.js')).headers['cache-control']).toContain('immutable');
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/../../secret.txt', '/%00', '/%'])(
    'outside of the folder do not come: %s',
    async (path) => {
      expect((await get(path)).body).not.toContain('secret');
    },
  );

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('are not to be had with %s', async (method) => {
    expect((await get('/', {}, method)).status).toBe(405);
  });

  it('are refused to a name that was pointed here', async () => {
    const answer = await get('/', { Host: 'evil.example' });
    expect(answer.status).toBe(421);
    expect(answer.body).not.toContain('screens');
    expect(refused.at(-1)).toContain('evil.example');
  });
});

describe('the wire', () => {
  it('carries the contract for the one who has the token', async () => {
    const socket = await admitted();
    const caller = client(wireOf(socket));
    expect((await caller.call('drivers.list', {})).drivers.length).toBeGreaterThan(0);
    await expect(caller.call('devices.remove', { id: 'no-such' })).rejects.toMatchObject({ code: 'not-found' });
    socket.close();
  });

  it('tells every window of a change of settings, and not of one that changes nothing', async () => {
    const [changer, watcher] = [client(wireOf(await admitted())), client(wireOf(await admitted()))];
    const told: string[] = [];
    watcher.subscribe('events', {}, (event) => told.push(event.kind));
    const { protection, preferences } = await watcher.call('settings.get', {});
    await changer.call('settings.update', { preferences });
    await changer.call('settings.update', { preferences: { ...preferences, theme: 'dark' } });
    await changer.call('settings.update', { protection: { ...protection, mode: 'off' } });
    await watcher.call('settings.get', {});
    const ours = told.filter((kind) => kind === 'settings-changed' || kind === 'protection-mode');
    expect(ours).toEqual(['settings-changed', 'settings-changed', 'protection-mode']);
  });

  it('does not send the token back where `mainstay` is offered beside it', async () => {
    const socket = await open([`mainstay.${TOKEN}`, 'mainstay']);
    expect(socket).toHaveProperty('protocol', 'mainstay');
    if (typeof socket !== 'number') socket.close();
  });

  it.each([
    ['no token', 401, [], {}, '/wire'],
    ['a wrong token', 401, ['mainstay.wrong'], {}, '/wire'],
    ['the token in the address', 404, [], {}, `/wire?token=${TOKEN}`],
    ['another path', 404, [`mainstay.${TOKEN}`], {}, '/'],
    ['a foreign origin', 403, [`mainstay.${TOKEN}`], { Origin: 'https://evil.example' }, '/wire'],
    ['a sandboxed frame', 403, [`mainstay.${TOKEN}`], { Origin: 'null' }, '/wire'],
    ['a name that was pointed here', 421, [`mainstay.${TOKEN}`], { Host: 'evil.example' }, '/wire'],
    [
      'a name that was pointed here and agrees with its origin',
      421,
      [`mainstay.${TOKEN}`],
      { Host: 'evil.example', Origin: 'http://evil.example' },
      '/wire',
    ],
  ] as const)('is refused to %s with %i', async (_name, status, protocols, headers, path) => {
    expect(await open([...protocols], headers, path)).toBe(status);
  });

  it.each(['nonsense', '{', '[]', 'null', '{"type":"call"}', '{"type":"call","id":1,"name":"no.such","input":{}}'])(
    'answers %s with an error and goes on',
    async (text) => {
      const socket = await admitted();
      const answer = nextMessage(socket);
      socket.send(text);
      expect(await answer).toMatchObject({ type: 'error', error: { code: 'bad-input' } });
      expect((await client(wireOf(socket)).call('drivers.list', {})).drivers.length).toBeGreaterThan(0);
      socket.close();
    },
  );

  it('answers bytes with an error', async () => {
    const socket = await admitted();
    const answer = nextMessage(socket);
    socket.send(Buffer.from('{"type":"call","id":1,"name":"drivers.list","input":{}}'));
    expect(await answer).toMatchObject({ type: 'error', id: 0, error: { code: 'bad-input' } });
    socket.close();
  });

  it('hangs up on a message that is too large (1009), and serves others on', async () => {
    const socket = await admitted();
    const code = closeCode(socket);
    socket.send('x'.repeat(1024 * 1024));
    expect(await code).toBe(1009);
    (await admitted()).close();
  });

  it('takes only so many windows at once', async () => {
    const sockets: WebSocket[] = [];
    let answer: WebSocket | number = 0;
    while (sockets.length < 100) {
      answer = await open([`mainstay.${TOKEN}`]);
      if (typeof answer === 'number') break;
      sockets.push(answer);
    }
    expect(answer).toBe(503);
    const closed = sockets.map(closeCode);
    for (const socket of sockets) socket.close();
    await Promise.all(closed);
  });
});

describe('a port', () => {
  it('that is taken is refused in words', async () => {
    const { handlers } = engine;
    const again = serveScreens({ host: '127.0.0.1', port: server.port, tokens: TOKENS, screens, handlers });
    await expect(again).rejects.toMatchObject({ code: 'in-use' });
    await expect(again).rejects.toThrow('--port');
  });

  it('on an address of another computer is refused in words', async () => {
    const { handlers } = engine;
    // TEST-NET-1 (RFC 5737) is nobody's.
    const elsewhere = serveScreens({ host: '192.0.2.1', port: 0, tokens: TOKENS, screens, handlers });
    await expect(elsewhere).rejects.toMatchObject({ code: 'bad-input' });
  });
});

describe('a second host on the same data', () => {
  it('is refused', async () => {
    await expect(compose({ host: 'headless', dataDir: join(folder, 'data') })).rejects.toMatchObject({
      code: 'in-use',
    });
  });
});
