/** The crowd over real connections: `Crowd` is handed what a server accepts. */
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callerAt, Crowd } from '../../src-main/hosts/headless/crowd.ts';

let server: Server;
let port = 0;
let crowd: Crowd;
const accepted: Socket[] = [];
const opened: Socket[] = [];

beforeEach(async () => {
  crowd = new Crowd({ total: 6, perAddress: 4 });
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    accepted.push(socket);
    crowd.arrive(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a server on a port has an address');
  ({ port } = address);
});
afterEach(() => {
  for (const socket of [...opened.splice(0), ...accepted.splice(0)]) socket.destroy();
  server.close();
});

/** The server's end of a new connection from this address. */
async function from(localAddress: string): Promise<Socket> {
  const before = accepted.length;
  const socket = connect({ port, host: '127.0.0.1', localAddress });
  socket.on('error', () => undefined);
  opened.push(socket);
  await expect.poll(() => accepted.length, { interval: 2 }).toBe(before + 1);
  const last = accepted.at(-1);
  if (last === undefined) throw new Error('nothing was accepted');
  return last;
}

describe('a crowd', () => {
  it('throws out the one of an address that was idle the longest, when the address has too many', async () => {
    const all = [await from('127.0.0.2'), await from('127.0.0.2'), await from('127.0.0.2'), await from('127.0.0.2')];
    const [first, second] = all;
    if (first !== undefined) crowd.stir(first);
    const fifth = await from('127.0.0.2');
    expect(all.map(({ destroyed }) => destroyed)).toEqual([false, true, false, false]);
    expect([second?.destroyed, fifth.destroyed]).toEqual([true, false]);
  });

  it('throws out one of the address that has the most, when there are too many', async () => {
    const few = await from('127.0.0.2');
    const many = [await from('127.0.0.3'), await from('127.0.0.3'), await from('127.0.0.3')];
    const two = [await from('127.0.0.4'), await from('127.0.0.4')];
    const newcomer = await from('127.0.0.5');
    expect(many.map(({ destroyed }) => destroyed)).toEqual([true, false, false]);
    expect([few, ...two, newcomer].some(({ destroyed }) => destroyed)).toBe(false);
  });

  it('spares an address from which a token was shown, as long as there are others', async () => {
    crowd.admit(await from('127.0.0.2'));
    const known = [await from('127.0.0.2'), await from('127.0.0.2'), await from('127.0.0.2')];
    const strange = [await from('127.0.0.3'), await from('127.0.0.4'), await from('127.0.0.5')];
    await from('127.0.0.6');
    expect(known.some(({ destroyed }) => destroyed)).toBe(false);
    expect(strange.map(({ destroyed }) => destroyed)).toEqual([true, false, false]);
  });

  it('does not count who has shown a token, nor who has left', async () => {
    const shown = [await from('127.0.0.2'), await from('127.0.0.2'), await from('127.0.0.2')];
    for (const socket of shown) crowd.admit(socket);
    for (let index = 0; index < 3; index += 1) {
      (await from('127.0.0.2')).destroy();
      await pause(20);
    }
    const all = [await from('127.0.0.2'), await from('127.0.0.2'), await from('127.0.0.2'), await from('127.0.0.2')];
    expect([...shown, ...all].some(({ destroyed }) => destroyed)).toBe(false);
  });
});

describe('a caller', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::1', '::1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
    ['2001:db8::6', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('at %s is %s', (address, caller) => expect(callerAt(address)).toBe(caller));
});
