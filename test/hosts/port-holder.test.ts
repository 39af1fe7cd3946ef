import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { holderOf, listeningSockets, portHolder } from '../../src-main/hosts/headless/port-holder.ts';

/** In the form of proc_net_tcp.rst; 0x212D is 8493. */
const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:212D 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 35512 1 0000000000000000 100 0 0 10 0
   1: 0100007F:212D 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 35600 1 0000000000000000 20 4 30 10 -1
   2: 0100007F:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 12345 1 0000000000000000 100 0 0 10 0
`;

it('is who listens, not who is connected', () => {
  expect(listeningSockets(TABLE, 8493)).toEqual(['35512']);
  expect(listeningSockets(TABLE, 80)).toEqual(['12345']);
  expect(listeningSockets(TABLE, 81)).toEqual([]);
});

it.runIf(process.platform === 'linux').each(['127.0.0.1', '::1'])('is found on %s', async (host) => {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address !== 'string' ? address.port : 0;
  expect(portHolder(port)).toEqual({ name: expect.stringMatching(/^node/u) as unknown, pid: process.pid });
  expect(holderOf(port)).toContain(`(process ${process.pid})`);
  server.close();
  await once(server, 'close');
  expect(portHolder(port)).toBeUndefined();
});

it('is nobody by name where the system does not tell', () => {
  expect(portHolder(8493, '/nonexistent')).toBeUndefined();
  expect(holderOf(1)).toBe('Another program');
});
