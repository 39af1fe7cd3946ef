/** Servers that notifications are sent to, and that mean harm: answers without end, in bytes or in time. */
import { createServer, type Server, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { afterEach, describe, expect, it } from 'vitest';
import type { Outgoing, Sent } from '../../src-main/engine/notify/senders/sender.ts';
import { sendNtfy } from '../../src-main/engine/notify/senders/ntfy.ts';
import { sendTelegram } from '../../src-main/engine/notify/senders/telegram.ts';
import { sendWebhook } from '../../src-main/engine/notify/senders/webhook.ts';
import {
  ntfyChannelSchema,
  telegramChannelSchema,
  webhookChannelSchema,
} from '../../src-shared/settings/notifications.ts';

const servers: Server[] = [];
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

/** Answers every connection with a head, and then with the same piece as fast, or as slowly, as it is taken. */
async function endless(
  head: string,
  piece: string,
  every = 0,
): Promise<{ readonly url: string; readonly sent: () => number }> {
  let sent = 0;
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(head);
      const more = (): void => {
        if (socket.destroyed) return;
        sent += piece.length;
        const room = socket.write(piece);
        if (every > 0) setTimeout(more, every);
        else if (room) setImmediate(more);
        else socket.once('drain', more);
      };
      more();
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${portOf(server)}`, sent: () => sent };
}

function portOf(server: Server): number {
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('It listens on no port.');
  return at.port;
}

const MESSAGE: Outgoing = {
  id: 'm1',
  channel: 'c1',
  at: 0,
  severity: 'critical',
  title: 'Mains lost',
  text: 'Mains lost',
  events: [],
  test: false,
  computer: 'server1',
};

const NEVER = new AbortController().signal;
/** Each way of sending over HTTP, to this server. */
const WAYS: Readonly<Record<string, (server: string) => Promise<Sent>>> = {
  webhook: (url) =>
    sendWebhook(webhookChannelSchema.parse({ id: 'a', kind: 'webhook', url }), MESSAGE, undefined, NEVER),
  ntfy: (server) =>
    sendNtfy(ntfyChannelSchema.parse({ id: 'a', kind: 'ntfy', server, topic: 't' }), MESSAGE, undefined, NEVER),
  telegram: (server) =>
    sendTelegram(
      telegramChannelSchema.parse({ id: 'a', kind: 'telegram', server, chat: '1' }),
      MESSAGE,
      '1:abc',
      NEVER,
    ),
};

/** What the buffers of two sockets hold, and a little more. Bytes. */
const TAKEN = 20_000_000;
/** An attempt ends after 20 seconds, whatever comes. Milliseconds. */
const LIMIT = 25_000;

describe.each(Object.entries(WAYS))('an answer to a %s', (_name, send) => {
  it.each([
    ['200 OK', true],
    ['500 Internal Server Error', false],
    ['403 Forbidden', false],
  ])('%s whose body has no end is judged by its beginning, at once', async (status, ok) => {
    const server = await endless(`HTTP/1.1 ${status}\r\nContent-Type: text/plain\r\n\r\n`, 'x'.repeat(65_536));
    const began = performance.now();
    const sent = await send(server.url);
    expect(sent.ok).toBe(ok);
    expect(performance.now() - began).toBeLessThan(5000);
    expect(server.sent()).toBeLessThan(TAKEN);
    expect(sent.message.length).toBeLessThan(1000);
  });

  it('whose head has no end is given up', async () => {
    const server = await endless('HTTP/1.1 200 OK\r\n', `X-More: ${'x'.repeat(8000)}\r\n`);
    expect((await send(server.url)).ok).toBe(false);
    expect(server.sent()).toBeLessThan(TAKEN);
  });

  it('that leads elsewhere is not followed', async () => {
    const target = await endless('HTTP/1.1 200 OK\r\n\r\n', 'x');
    const server = await endless(
      `HTTP/1.1 307 Moved\r\nLocation: ${target.url}\r\nContent-Length: 0\r\n\r\n`,
      '',
      1000,
    );
    expect(await send(server.url)).toMatchObject({ ok: false, fault: 'fix' });
    expect(target.sent()).toBe(0);
  });
});

describe('an answer that comes a byte at a time', () => {
  it.each([
    ['HTTP/1.1 503 Busy\r\n\r\n', 'x', 'later'],
    ['HTTP/1.1 ', '2', 'later'],
    ['HTTP/1.1 403 No\r\n\r\n', 'x', 'fix'],
  ])('%j is not waited for longer than an attempt may take', async (head, piece, fault) => {
    const server = await endless(head, piece, 500);
    const began = performance.now();
    expect(await WAYS['webhook']?.(server.url)).toMatchObject({ ok: false, fault });
    expect(performance.now() - began).toBeLessThan(LIMIT);
  });

  it('counts as delivered once its head says so', async () => {
    const server = await endless('HTTP/1.1 204 No Content\r\n\r\n', 'x', 500);
    const began = performance.now();
    expect(await WAYS['webhook']?.(server.url)).toMatchObject({ ok: true });
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
