/** `mainstay serve` as a program: where it listens, and which link it prints. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { mainstay, start } from '../cli/run.ts';

const USUAL = 8493;
const folder = mkdtempSync(join(tmpdir(), 'mainstay-serve-'));
let taker: Server | undefined;

beforeAll(async () => {
  // Where another program has it already, that one is as good.
  const server = createServer();
  const taken = once(server, 'listening').then(() => server);
  server.listen(USUAL, '127.0.0.1');
  taker = await taken.catch(() => undefined);
});
afterAll(() => {
  taker?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The link of one start, as its owner is told, and what `ask` finds while it runs. */
async function serve<T>(ask: (link: URL) => Promise<T>, ...words: string[]): Promise<{ link: URL; found: T }> {
  const running = start('serve', '--data', folder, ...words);
  await running.line((line) => line.startsWith('http'));
  try {
    const link = new URL((await mainstay('link', '--data', folder)).stdout.trim());
    return { link, found: await ask(link) };
  } finally {
    await running.stop();
  }
}

/** How the host meets a client with this token. */
function knock(link: URL, token: string): Promise<'open' | number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${link.host}/wire`, [`mainstay.${token}`]);
    socket.on('open', () => {
      resolve('open');
      socket.close();
    });
    socket.on('unexpected-response', (_request, { statusCode = 0 }) => resolve(statusCode));
    socket.on('error', reject);
  });
}
const tokenOf = (link: URL): string => link.hash.replace('#token=', '');
const nothing = (): Promise<void> => Promise.resolve();

it('takes another port where the usual one is taken, with the same token at each start', async () => {
  const first = await serve(nothing);
  expect(Number(first.link.port)).toBeGreaterThan(USUAL);
  const second = await serve((link) => knock(link, tokenOf(first.link)));
  expect(tokenOf(second.link)).toBe(tokenOf(first.link));
  expect(second.found).toBe('open');
});

it('lets nobody in with an older token once a new one was asked for', async () => {
  const { link } = await serve(nothing);
  const renewed = await serve((to) => Promise.all([knock(to, tokenOf(link)), knock(to, tokenOf(to))]), '--new-token');
  expect(renewed.found).toEqual([401, 'open']);
});

it('insists on a port that was named, and says who has it', async () => {
  const { code, stderr, stdout } = await mainstay('serve', '--data', folder, '--port', String(USUAL));
  expect([code, stdout]).toEqual([3, '']);
  expect(stderr).toMatch(
    taker === undefined
      ? /listens on 127\.0\.0\.1:8493\. Choose another port with --port/u
      : new RegExp(`The program "node[^"]*" \\(process ${process.pid}\\) listens on 127\\.0\\.0\\.1:8493`, 'u'),
  );
});
