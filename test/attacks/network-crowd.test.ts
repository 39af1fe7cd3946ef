/** Many who have no token, and few who have: nobody without one keeps out whoever has one, nor fills the memory. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { Crowd, enter, held, knock, memory, page, type Served, serve, speak } from './network.ts';

let served: Served;
let crowd = new Crowd();
const sockets: WebSocket[] = [];

beforeAll(async () => {
  served = await serve();
});
afterEach(async () => {
  crowd.end();
  crowd = new Crowd();
  for (const socket of sockets.splice(0)) socket.terminate();
  await pause(200);
});
afterAll(() => served.end());

/** The page is served, and the wire opens for whoever has a token. */
async function isReached(from?: string): Promise<void> {
  expect(await page(served.port, from)).toBe(200);
  const { said, socket, took } = await knock(served.port, served.act, from);
  expect(said).toBe(101);
  expect(took).toBeLessThan(3000);
  if (socket !== undefined) sockets.push(socket);
}

const HALVES = [
  ['nothing at all', ''],
  ['half a request', 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow:'],
  ['half a body', 'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\nhalf'],
  ['half a handshake', 'GET /wire HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n'],
] as const;

describe('hundreds of connections that say', () => {
  it.each(HALVES)('%s, from one address, keep nobody out', async (_name, text) => {
    await crowd.send(served.port, '127.0.0.2', 400, text);
    await isReached('127.0.0.1');
    // Not from that address either: a person may sit at the computer that somebody else misuses.
    await isReached('127.0.0.2');
  });

  it.each(HALVES)('%s, from many addresses, keep nobody out', async (_name, text) => {
    for (let host = 1; host <= 40; host += 1) await crowd.send(served.port, `127.0.7.${host}`, 10, text);
    await isReached('127.0.0.1');
  });

  it('half a request are few, and hung up on in seconds', async () => {
    await crowd.send(served.port, '127.0.0.2', 300, HALVES[1][1]);
    await pause(500);
    expect(held(served.port)).toBeLessThanOrEqual(32);
    await pause(14_000);
    expect(held(served.port)).toBe(0);
  });

  it('a handshake with a wrong token, and do not hang up when refused, are hung up on', async () => {
    const key = 'dGhlIHNhbXBsZSBub25jZQ==';
    const asked = `GET /wire HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Protocol: mainstay.a-wrong-token-of-some-length\r\n\r\n`;
    await crowd.send(served.port, '127.0.0.3', 300, asked);
    await isReached();
    for (const socket of sockets.splice(0)) socket.terminate();
    await pause(8000);
    expect(held(served.port)).toBe(0);
  });
});

describe('whoever may only watch', () => {
  it('leaves places for whoever may act', async () => {
    for (let index = 0; index < 60; index += 1) {
      const { socket, said } = await knock(served.port, served.watch, '127.0.0.2');
      if (socket === undefined) {
        expect(said).toBe(503);
        break;
      }
      sockets.push(socket);
    }
    expect(sockets.length).toBeGreaterThan(8);
    await isReached();
  });

  it('does not fill the memory with streams', async () => {
    const socket = await enter(served.port, served.watch);
    sockets.push(socket);
    const refusals: unknown[] = [];
    socket.on('message', (data: Buffer) => {
      const message: unknown = JSON.parse(data.toString());
      if (typeof message === 'object' && message !== null && 'error' in message) refusals.push(message.error);
    });
    for (let id = 1; id <= 500; id += 1) {
      socket.send(JSON.stringify({ type: 'subscribe', id, name: 'state', input: {} }));
    }
    await expect.poll(() => refusals.length, { timeout: 10_000 }).toBeGreaterThan(400);
    expect(refusals[0]).toMatchObject({ code: 'refused' });
  });

  it('does not fill the memory by asking without reading', async () => {
    const { pid } = served.program.child;
    if (pid === undefined) throw new Error('The program has no process.');
    const socket = await enter(served.port, served.watch, '127.0.0.2');
    sockets.push(socket);
    const before = memory(pid);
    // From now on it reads nothing, and asks for hundreds of megabytes.
    socket.pause();
    for (let id = 1; id <= 40_000; id += 1) {
      socket.send(JSON.stringify({ type: 'call', id, name: 'drivers.list', input: {} }));
    }
    await pause(6000);
    expect(memory(pid) - before).toBeLessThan(150);
    const owner = speak(await enter(served.port, served.act));
    expect((await owner.call('drivers.list', {})).drivers.length).toBeGreaterThan(0);
  });
});
