/** Each way of sending, to servers that run here: what arrives, and what a person is told when it does not. */
import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { sendEmail } from '../../../src-main/engine/notify/senders/email.ts';
import { sendNtfy } from '../../../src-main/engine/notify/senders/ntfy.ts';
import type { Outgoing, Sent } from '../../../src-main/engine/notify/senders/sender.ts';
import { sendTelegram } from '../../../src-main/engine/notify/senders/telegram.ts';
import { sendWebhook } from '../../../src-main/engine/notify/senders/webhook.ts';
import {
  emailChannelSchema,
  ntfyChannelSchema,
  telegramChannelSchema,
  webhookChannelSchema,
} from '../../../src-shared/settings/notifications.ts';
import { fieldsOf, httpServer, like, mailServer, type MailServerOptions, type Reply } from './servers.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const NEVER = new AbortController().signal;
const message = (change: Partial<Outgoing> = {}): Outgoing => ({
  id: '5f0c1a',
  channel: 'a',
  at: Date.UTC(2026, 2, 1, 21, 4, 11),
  severity: 'critical',
  title: 'Battery low: Büro-USV',
  text: '22:04:11 – Büro-USV reports a low battery. Charge 12 %.\n.\nA line that is a dot.',
  events: [
    {
      id: 7,
      time: Date.UTC(2026, 2, 1, 21, 4, 11),
      kind: 'low-battery',
      severity: 'critical',
      text: 'Low.',
      device: 'ups',
      name: 'Büro-USV',
    },
  ],
  test: false,
  computer: 'server1',
  ...change,
});

const LOGIN = { user: 'me@example.org', password: 'right horse' };

async function mail(
  server: MailServerOptions,
  channel: object = {},
  secret?: string,
): Promise<{ sent: Sent; mails: Awaited<ReturnType<typeof mailServer>>['mails'] }> {
  const running = await mailServer(server);
  open.push(running);
  const settings = emailChannelSchema.parse({
    id: 'a',
    kind: 'email',
    host: '127.0.0.1',
    port: running.port,
    security: 'none',
    from: 'ups@example.org',
    to: ['me@example.org', 'you@example.org'],
    ...channel,
  });
  return { sent: await sendEmail(settings, message(), secret, NEVER), mails: running.mails };
}

describe('mail', () => {
  it('arrives whole, with its subject, its text and an id of its own', async () => {
    const { sent, mails } = await mail({});
    expect(sent).toMatchObject({ ok: true });
    expect(mails).toMatchObject([{ from: 'ups@example.org', to: ['me@example.org', 'you@example.org'] }]);
    const text = mails[0]?.text ?? '';
    const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/mu.exec(text)?.[1] ?? '';
    const words = subject.replaceAll(/=\?UTF-8\?Q\?(.*?)\?=\s*/giu, (_all, word: string) =>
      decodeURIComponent(word.replaceAll('_', ' ').replaceAll('=', '%')),
    );
    expect(words).toBe('[server1] Battery low: Büro-USV');
    expect(text).toMatch(/^Message-ID: <5f0c1a@mainstay\.invalid>/imu);
    expect(text).toMatch(/^Auto-Submitted: auto-generated/mu);
    expect(text).toMatch(/^X-Priority: 1/mu);
    const body = text.slice(text.indexOf('\r\n\r\n') + 4).replaceAll('=\r\n', '');
    expect(decodeURIComponent(body.replaceAll('%', '%25').replaceAll('=', '%'))).toContain(
      'Büro-USV reports a low battery. Charge 12 %.\r\n.\r\nA line that is a dot.',
    );
  });

  it('goes with a login, over STARTTLS and over TLS', async () => {
    for (const [server, security] of [
      [{ starttls: true }, 'starttls'],
      [{ tls: true }, 'tls'],
    ] as const) {
      const channel = { security, checkCertificate: false, user: LOGIN.user };
      const { sent, mails } = await mail({ ...server, login: LOGIN }, channel, LOGIN.password);
      expect(sent).toMatchObject({ ok: true });
      expect(mails).toMatchObject([{ encrypted: true, user: LOGIN.user }]);
    }
  });

  it('is not sent to a server whose certificate nobody has signed, and not without encryption that was asked for', async () => {
    const untrusted = await mail({ tls: true }, { security: 'tls' });
    expect(untrusted.sent).toMatchObject({ ok: false, fault: 'fix', message: like(/certificate/u) });
    const plain = await mail({ login: LOGIN }, { security: 'starttls', user: LOGIN.user }, LOGIN.password);
    expect(plain.sent).toMatchObject({ ok: false, fault: 'fix', message: like(/STARTTLS/u) });
    expect([...untrusted.mails, ...plain.mails]).toEqual([]);
  });

  it('says that the password is wrong, and never what it is', async () => {
    const { sent } = await mail({ login: LOGIN }, { user: LOGIN.user }, 'wrong horse');
    expect(sent).toMatchObject({
      ok: false,
      fault: 'fix',
      message: like(/user name or the password/u),
    });
    expect(JSON.stringify(sent)).not.toContain('wrong horse');
    const without = await mail({ login: LOGIN }, { user: LOGIN.user });
    expect(without.sent).toMatchObject({ ok: false, fault: 'fix', message: like(/^The password is missing/u) });
  });

  it('tells what is for now from what is for good', async () => {
    expect((await mail({ refuse: 451 })).sent).toMatchObject({ ok: false, fault: 'later' });
    expect((await mail({ refuse: 550 })).sent).toMatchObject({ ok: false, fault: 'fix' });
  });

  it('says that nobody listens, and that a name is not known', async () => {
    const running = await mailServer();
    await running.close();
    const channel = { id: 'a', kind: 'email', port: running.port, security: 'none', from: 'a@b.c', to: ['d@e.f'] };
    const away = await sendEmail(
      emailChannelSchema.parse({ ...channel, host: '127.0.0.1' }),
      message(),
      undefined,
      NEVER,
    );
    expect(away).toMatchObject({ ok: false, fault: 'later', message: like(/accepts no connection/u) });
    const nowhere = emailChannelSchema.parse({ ...channel, host: 'no-such-host.invalid' });
    expect(await sendEmail(nowhere, message(), undefined, NEVER)).toMatchObject({ ok: false, fault: 'later' });
  });
});

async function web(answer?: Parameters<typeof httpServer>[0]): ReturnType<typeof httpServer> {
  const running = await httpServer(answer);
  open.push(running);
  return running;
}

const hook = (url: string, auth: string): ReturnType<typeof webhookChannelSchema.parse> =>
  webhookChannelSchema.parse({ id: 'a', kind: 'webhook', url: `${url}/hook?x=1`, auth });

describe('a webhook', () => {
  it('gets the documented body, signed', async () => {
    const { url, requests } = await web();
    expect(await sendWebhook(hook(url, 'hmac'), message(), 'top secret', NEVER)).toMatchObject({ ok: true });
    const [request] = requests;
    const signature = createHmac('sha256', 'top secret')
      .update(request?.body ?? '')
      .digest('hex');
    expect(request?.path).toBe('/hook?x=1');
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-mainstay-signature': `sha256=${signature}`,
    });
    expect(fieldsOf(request)).toMatchObject({
      source: 'mainstay',
      id: '5f0c1a',
      test: false,
      time: '2026-03-01T21:04:11.000Z',
      computer: 'server1',
      severity: 'critical',
      title: 'Battery low: Büro-USV',
      events: [{ id: 7, time: '2026-03-01T21:04:11.000Z', kind: 'low-battery', device: 'ups' }],
    });
  });

  it('gets a bearer token, or nothing; without the secret that it needs it is not called', async () => {
    const { url, requests } = await web();
    await sendWebhook(hook(url, 'bearer'), message(), 'abc', NEVER);
    await sendWebhook(hook(url, 'none'), message(), undefined, NEVER);
    expect(requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer abc', undefined]);
    expect(await sendWebhook(hook(url, 'bearer'), message(), undefined, NEVER)).toMatchObject({
      ok: false,
      fault: 'fix',
    });
    expect(requests).toHaveLength(2);
  });

  it.each<[Reply, object]>([
    [
      { status: 429, headers: { 'Retry-After': '120' } },
      { fault: 'later', retryAfterMs: 120_000 },
    ],
    [
      { status: 429, headers: { 'Retry-After': '9999999' } },
      { fault: 'later', retryAfterMs: 3_600_000 },
    ],
    [{ status: 503 }, { fault: 'later' }],
    [{ status: 401 }, { fault: 'fix', message: like(/refuses the token or the secret/u) }],
    [{ status: 404 }, { fault: 'fix' }],
    [
      { status: 400, body: 'no such field' },
      { fault: 'fix', message: like('no such field') },
    ],
    [{ status: 413 }, { fault: 'never' }],
    [{ status: 302, headers: { Location: '/elsewhere' } }, { fault: 'fix' }],
  ])('answering %j is understood', async (reply, expected) => {
    const { url, requests } = await web(() => reply);
    expect(await sendWebhook(hook(url, 'bearer'), message(), 'abc', NEVER)).toMatchObject({ ok: false, ...expected });
    // A redirect is not followed: the secret would go along.
    expect(requests).toHaveLength(1);
  });

  it('that repeats the secret does not bring it into what a person is told', async () => {
    const { url } = await web(({ headers }) => ({ status: 403, body: `bad: ${headers.authorization ?? ''}` }));
    const sent = await sendWebhook(hook(url, 'bearer'), message(), 'hush-hush', NEVER);
    expect(sent).toMatchObject({ ok: false, message: like('bad: Bearer ***') });
  });

  it('that is away is tried again, and an end of the program ends the attempt', async () => {
    const running = await httpServer();
    await running.close();
    expect(await sendWebhook(hook(running.url, 'none'), message(), undefined, NEVER)).toMatchObject({
      fault: 'later',
      message: like(/accepts no connection/u),
    });
    expect(await sendWebhook(hook(running.url, 'none'), message(), undefined, AbortSignal.abort())).toMatchObject({
      message: 'Mainstay was stopped meanwhile.',
    });
  });
});

const topic = (url: string): ReturnType<typeof ntfyChannelSchema.parse> =>
  ntfyChannelSchema.parse({ id: 'a', kind: 'ntfy', server: `${url}/some-topic`, topic: 'ups' });

describe('ntfy', () => {
  it('gets title, text, priority, tag and token, at the root of the server', async () => {
    const { url, requests } = await web();
    expect(await sendNtfy(topic(url), message(), 'tk_abc', NEVER)).toMatchObject({ ok: true });
    expect(requests).toMatchObject([{ path: '/', headers: { authorization: 'Bearer tk_abc' } }]);
    expect(fieldsOf(requests[0])).toMatchObject({
      topic: 'ups',
      title: '[server1] Battery low: Büro-USV',
      message: like('reports a low battery'),
      priority: 5,
      tags: ['rotating_light'],
    });
  });

  it('gets no more than it takes, and no half character', async () => {
    const { url, requests } = await web();
    await sendNtfy(topic(url), message({ text: '€'.repeat(3000) }), undefined, NEVER);
    const text = String(fieldsOf(requests[0])['message']);
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(4096);
    expect(text).toMatch(/^€+…$/u);
    expect(requests[0]?.headers.authorization).toBeUndefined();
  });

  it('says why it refused in its own words', async () => {
    const { url } = await web(() => ({
      status: 403,
      body: '{"code":40301,"http":403,"error":"forbidden","link":"x"}',
    }));
    expect(await sendNtfy(topic(url), message(), 'tk_abc', NEVER)).toMatchObject({
      fault: 'fix',
      message: like(/It said: forbidden$/u),
    });
  });
});

/** The example of the Bot API's own documentation. */
const TOKEN = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';

const chat = (url: string): ReturnType<typeof telegramChannelSchema.parse> =>
  telegramChannelSchema.parse({ id: 'a', kind: 'telegram', server: url, chat: '-100123' });

describe('Telegram', () => {
  it('is called with the token in the path, and gets chat and text', async () => {
    const { url, requests } = await web(() => ({ status: 200, body: '{"ok":true,"result":{}}' }));
    expect(await sendTelegram(chat(url), message(), TOKEN, NEVER)).toMatchObject({ ok: true });
    expect(requests[0]?.path).toBe(`/bot${TOKEN}/sendMessage`);
    expect(fieldsOf(requests[0])).toMatchObject({
      chat_id: '-100123',
      text: like(/^\[server1\] Battery low: Büro-USV\n/u),
      disable_notification: false,
    });
  });

  it('waits as long as it is told to, and says what is wrong with the chat', async () => {
    const busy = await web(() => ({
      status: 429,
      body: '{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 35","parameters":{"retry_after":35}}',
    }));
    expect(await sendTelegram(chat(busy.url), message(), TOKEN, NEVER)).toMatchObject({
      fault: 'later',
      retryAfterMs: 35_000,
    });
    const wrong = await web(() => ({
      status: 400,
      body: '{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}',
    }));
    const sent = await sendTelegram(chat(wrong.url), message(), TOKEN, NEVER);
    expect(sent).toMatchObject({ fault: 'fix', message: like('chat not found') });
    expect(JSON.stringify(sent)).not.toContain(TOKEN);
  });

  it('cannot be asked without a token', async () => {
    expect(await sendTelegram(chat('http://127.0.0.1:9'), message(), undefined, NEVER)).toMatchObject({ fault: 'fix' });
  });
});
