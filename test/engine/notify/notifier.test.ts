/** Notifications as a whole: real history and files, servers that run here, and a clock that is moved by hand. */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Clock } from '../../../src-main/engine/base/clock.ts';
import { EventHub } from '../../../src-main/engine/state/event-hub.ts';
import { createHistoryStore } from '../../../src-main/engine/history/index.ts';
import { createKeptFile } from '../../../src-main/engine/base/kept-file.ts';
import { Notifier } from '../../../src-main/engine/notify/notifier.ts';
import { createSecretStore, type Sealer } from '../../../src-main/engine/notify/secrets.ts';
import type { HistoryStore } from '../../../src-main/engine/base/parts.ts';
import type { DesktopMessage, EventKind, Severity } from '../../../src-shared/contract/index.ts';
import { defaultSettings, type Settings } from '../../../src-shared/settings/index.ts';
import { channelSchema, notificationSettingSchema } from '../../../src-shared/settings/notifications.ts';
import { startEngine } from '../harness.ts';
import { VirtualClock } from '../protection/policy/virtual-engine.ts';
import { fieldsOf, httpServer, like } from './servers.ts';

const open: { close(): Promise<void> | void }[] = [];
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-notify-'));
});
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
  rmSync(folder, { recursive: true, force: true });
});

function settingsWith(channels: readonly object[], rest: object = {}): Settings {
  const settings = defaultSettings();
  const device = { id: 'ups', uri: 'sim:megatec', nickname: '', feedsThisComputer: true, enabled: true };
  return { ...settings, devices: [device], notifications: notificationSettingSchema.parse({ channels, ...rest }) };
}

/** Notifications over the files of this test; more than one, one after the other, is a restart. */
function begin(settings: Settings, history: HistoryStore, clock: VirtualClock, sealer?: Sealer) {
  const hub = new EventHub(history);
  const secrets = createSecretStore(createKeptFile(join(folder, 'secrets.json')), 'file', sealer);
  const file = createKeptFile(join(folder, 'notifications.json'));
  let current = settings;
  let killed = false;
  const notifier = new Notifier({
    // Whoever is dead neither acts nor writes.
    clock: {
      now: () => clock.now(),
      monotonic: () => clock.monotonic(),
      after: (milliseconds, run) => clock.after(milliseconds, () => (killed ? undefined : run())),
    },
    settings: () => current,
    history,
    file: { load: () => file.load(), save: async (content) => (killed ? undefined : file.save(content)) },
    secrets,
    device: () => undefined,
    tell: (event) => hub.emit(event),
  });
  const end = hub.subscribe((event) => notifier.heard(event));
  notifier.start();
  const kill = (): void => {
    killed = true;
    end();
  };
  open.push({ close: () => (killed ? undefined : notifier.stop()) });
  return {
    notifier,
    secrets,
    kill,
    happen: (kind: EventKind, severity: Severity = 'warning', device = 'ups') =>
      hub.emit({
        time: clock.now(),
        kind,
        severity,
        text: `It is ${kind}.`,
        data: {},
        ...(device === '' ? {} : { device }),
      }),
    change: (to: Settings) => {
      current = to;
      notifier.follow();
    },
  };
}

const hook = (url: string, change: object = {}): object => ({
  id: 'hook',
  kind: 'webhook',
  url: `${url}/x`,
  ...change,
});
const newHistory = (clock: VirtualClock): HistoryStore => {
  const history = createHistoryStore(join(folder, 'history.sqlite'), { now: () => clock.now() });
  open.push({ close: () => history.close() });
  return history;
};
const noon = (): VirtualClock => new VirtualClock(new Date(2026, 4, 5, 12).getTime());
async function server(answer?: Parameters<typeof httpServer>[0], port = 0): ReturnType<typeof httpServer> {
  const running = await httpServer(answer, port);
  open.push(running);
  return running;
}
const titles = (requests: readonly { body: string }[]): string[] =>
  requests.map((request) => String(fieldsOf(request)['title']));

describe('from an event to those who are told', () => {
  it('is one message for each channel, once', async () => {
    const clock = noon();
    const { url, requests } = await server();
    const shown: DesktopMessage[] = [];
    const { notifier, happen } = begin(
      settingsWith([
        hook(url),
        hook(url, { id: 'other' }),
        { id: 'desk', kind: 'desktop' },
        hook(url, { id: 'no', groups: ['test'] }),
      ]),
      newHistory(clock),
      clock,
    );
    notifier.desktops.subscribe((message) => {
      shown.push(message);
      notifier.desktops.shown(message.id, true, undefined);
    });
    happen('overload', 'critical');
    await clock.run(60_000);
    await vi.waitFor(() => expect(requests).toHaveLength(2));
    await clock.run(60_000);
    expect(titles(requests)).toEqual(['Overload: ups', 'Overload: ups']);
    expect(shown).toMatchObject([
      { title: 'Overload: ups', device: 'ups', actions: ['silence'], severity: 'critical' },
    ]);
    await vi.waitFor(() =>
      expect(notifier.outbox().past.map(({ result }) => result)).toEqual(Array(3).fill('delivered')),
    );
  });

  it('is none for the UPS of the demonstration', async () => {
    const clock = noon();
    const { url, requests } = await server();
    const { happen } = begin(settingsWith([hook(url)]), newHistory(clock), clock);
    happen('low-battery', 'critical', 'demo');
    happen('problem', 'warning', '');
    await clock.run(60_000);
    await vi.waitFor(() => expect(titles(requests)).toEqual(['Problem']));
  });

  it('arrives although the server was away, in order, when it is back', async () => {
    const clock = noon();
    const first = await httpServer();
    await first.close();
    const { notifier, happen } = begin(settingsWith([hook(first.url)]), newHistory(clock), clock);
    happen('overload', 'critical');
    await clock.run(2000);
    await vi.waitFor(() => expect(notifier.outbox().waiting[0]?.error).toMatch(/accepts no connection/u));
    happen('low-battery', 'critical');
    await clock.run(2000);
    const { requests } = await server(undefined, first.port);
    for (let tries = 0; tries < 5 && requests.length < 2; tries += 1) {
      await clock.run(60_000);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(titles(requests)).toEqual(['Overload: ups', 'Battery low: ups']);
  });
});

/** So many were delivered, and the file says so: else they would be delivered again. */
const delivered = (count: number): Promise<void> =>
  vi.waitFor(() =>
    expect(readFileSync(join(folder, 'notifications.json'), 'utf8').match(/"delivered"/gu)).toHaveLength(count),
  );

describe('over a restart', () => {
  it('nothing is lost that was heard, waited, or happened in the moment of the kill, and nothing is told twice', async () => {
    const clock = noon();
    const history = newHistory(clock);
    const gone = await httpServer();
    await gone.close();
    const settings = settingsWith([hook(gone.url)]);
    const first = begin(settings, history, clock);
    first.happen('overload', 'critical');
    await clock.run(3000);
    first.happen('bypass');
    await vi.waitFor(() => expect(readFileSync(join(folder, 'notifications.json'), 'utf8')).toContain('bypass'));
    await vi.waitFor(() => expect(first.notifier.outbox().waiting[0]?.error).toBeDefined());
    first.kill();
    // History has it, and the one that should have told it was dead already.
    history.event({
      time: clock.now(),
      device: 'ups',
      kind: 'alarm',
      severity: 'warning',
      text: 'It is alarm.',
      data: {},
    });
    await clock.run(60_000);
    const { requests } = await server(undefined, gone.port);
    const second = begin(settings, history, clock);
    // Devices tell again after a start what is not as it should be.
    second.happen('overload', 'critical');
    second.happen('bypass');
    await clock.run(30_000);
    await vi.waitFor(() => expect(requests).toHaveLength(2));
    await clock.run(60_000);
    expect(requests.map((request) => fieldsOf(request)['events'])).toMatchObject([
      [{ kind: 'overload' }],
      [{ kind: 'bypass' }, { kind: 'alarm' }],
    ]);
  });

  it('what ended and began again is told, although it was told before', async () => {
    const clock = noon();
    const history = newHistory(clock);
    const { url, requests } = await server();
    const first = begin(settingsWith([hook(url)]), history, clock);
    first.happen('overload', 'critical');
    await clock.run(3000);
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    await delivered(1);
    first.kill();
    const second = begin(settingsWith([hook(url)]), history, clock);
    second.happen('overload-cleared', 'info');
    await clock.run(20_000);
    second.happen('overload', 'critical');
    await clock.run(20_000);
    await vi.waitFor(() => expect(titles(requests)).toHaveLength(3));
    await delivered(3);
    second.kill();
    const third = begin(settingsWith([hook(url)]), history, clock);
    // Long after the start it is news again: what ended meanwhile was not told.
    await clock.run(200_000);
    third.happen('overload', 'critical');
    await clock.run(20_000);
    await vi.waitFor(() => expect(titles(requests)).toHaveLength(4));
  });

  it('the end of the contacts with an orderly end of Mainstay is nothing to be told of', async () => {
    const clock = noon();
    const history = newHistory(clock);
    const { url, requests } = await server();
    const first = begin(settingsWith([hook(url)]), history, clock);
    first.notifier.leave();
    first.happen('link-lost');
    first.happen('trigger-warning');
    await first.notifier.stop();
    first.kill();
    const second = begin(settingsWith([hook(url)]), history, clock);
    second.happen('overload', 'critical');
    await clock.run(60_000);
    await vi.waitFor(() => expect(titles(requests)).toEqual(['Overload: ups']));
  });

  it('a damaged file is a problem that is told, and no reason to be silent', async () => {
    writeFileSync(join(folder, 'notifications.json'), '{"version":1,');
    const clock = noon();
    const { url, requests } = await server();
    const { notifier, happen } = begin(settingsWith([hook(url)]), newHistory(clock), clock);
    expect(notifier.problems).toMatchObject([{ id: 'outbox-damaged' }]);
    happen('overload', 'critical');
    await clock.run(3000);
    await vi.waitFor(() => expect(requests).toHaveLength(1));
  });
});

describe('a test', () => {
  it('goes the same way, says that it arrived, and why real events would not', async () => {
    const clock = noon();
    const { url, requests } = await server();
    const quiet = { enabled: true, from: '11:00', to: '13:00' };
    const { notifier } = begin(
      settingsWith([
        hook(url),
        hook(url, { id: 'none', groups: [] }),
        hook(url, { id: 'quiet', quiet }),
        hook(url, { id: 'off', enabled: false }),
      ]),
      newHistory(clock),
      clock,
    );
    await expect(notifier.test('hook')).resolves.toMatchObject({
      result: 'confirmed',
      message: like(/has taken it \(HTTP 200\)\.$/u),
    });
    await expect(notifier.test('none')).resolves.toMatchObject({
      message: like(/no events are chosen/u),
    });
    await expect(notifier.test('quiet')).resolves.toMatchObject({ message: like(/until 13:00/u) });
    await expect(notifier.test('off')).resolves.toMatchObject({ message: like(/switched off/u) });
    expect(requests.map((request) => fieldsOf(request)['test'])).toEqual([true, true, true, true]);
    await expect(notifier.test('nope')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('says what is wrong, and leaves nothing behind', async () => {
    const clock = noon();
    const { url } = await server(() => ({ status: 401 }));
    const { notifier } = begin(settingsWith([hook(url)]), newHistory(clock), clock);
    await expect(notifier.test('hook')).resolves.toMatchObject({
      result: 'refused',
      message: like(/token or the secret/u),
    });
    expect(notifier.outbox().waiting).toEqual([]);
  });

  it('of a desktop that is not there says so', async () => {
    const clock = noon();
    const { notifier } = begin(settingsWith([{ id: 'desk', kind: 'desktop' }]), newHistory(clock), clock);
    await expect(notifier.test('desk')).resolves.toMatchObject({
      result: 'refused',
      message: like(/^The desktop program/u),
    });
  });
});

describe('a desktop program', () => {
  it('that comes later is shown what waits, and one that is silent is not believed', async () => {
    const clock = noon();
    const { notifier, happen } = begin(settingsWith([{ id: 'desk', kind: 'desktop' }]), newHistory(clock), clock);
    happen('overload', 'critical');
    await clock.run(60_000);
    expect(notifier.outbox().waiting).toHaveLength(1);
    const shown: string[] = [];
    notifier.desktops.subscribe(({ id }) => shown.push(id));
    await clock.run(11_000);
    expect(shown).toHaveLength(1);
    expect(notifier.outbox().waiting[0]?.error).toMatch(/did not answer/u);
    await clock.run(600_000);
    expect(notifier.outbox().past).toMatchObject([{ result: 'expired' }]);
  });
});

const refusing = (): Promise<string> => Promise.reject(new Error('not my key'));

describe('a secret', () => {
  const SECRET = 'correct horse battery staple';
  const everyFile = (): string[] =>
    readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(SECRET));

  it('is in its own file only, for the eyes of the owner', async () => {
    const clock = noon();
    const { url, requests } = await server(({ headers }) => ({ status: 403, body: headers.authorization ?? '' }));
    const { notifier, happen } = begin(settingsWith([hook(url, { auth: 'bearer' })]), newHistory(clock), clock);
    await notifier.setSecret('hook', SECRET);
    happen('overload', 'critical');
    await clock.run(3000);
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    expect(requests[0]?.headers.authorization).toBe(`Bearer ${SECRET}`);
    await vi.waitFor(() => expect(readFileSync(join(folder, 'notifications.json'), 'utf8')).toContain('***'));
    expect(everyFile()).toEqual(['secrets.json']);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    let status: unknown;
    notifier.subscribe((now) => {
      status = now;
    })();
    expect(status).toMatchObject({ secrets: 'file', channels: { hook: { secret: true } } });
    expect(JSON.stringify([status, notifier.outbox()])).not.toContain(SECRET);
  });

  it('does not go along when a channel is pointed elsewhere, and goes when the channel does', async () => {
    const clock = noon();
    const [one, two] = [await server(), await server()];
    const { notifier, change, secrets } = begin(
      settingsWith([hook(one.url, { auth: 'bearer' })]),
      newHistory(clock),
      clock,
    );
    await notifier.setSecret('hook', SECRET);
    change(settingsWith([hook(two.url, { auth: 'bearer' })]));
    await expect(notifier.test('hook')).resolves.toMatchObject({
      result: 'refused',
      message: like(/secret is missing/u),
    });
    expect(two.requests).toEqual([]);
    change(settingsWith([]));
    await vi.waitFor(() => expect(everyFile()).toEqual([]));
    expect(secrets.has(channelSchema.parse(hook(one.url, { auth: 'bearer' })))).toBe(false);
  });

  it('that was pasted with a line end is without it', async () => {
    const clock = noon();
    const { url, requests } = await server();
    const bot = { id: 'bot', kind: 'telegram', server: url, chat: '1' };
    const { notifier } = begin(settingsWith([bot]), newHistory(clock), clock);
    await notifier.setSecret('bot', '12:abc\r\n');
    await expect(notifier.test('bot')).resolves.toMatchObject({ result: 'confirmed' });
    expect(requests[0]?.path).toBe('/bot12:abc/sendMessage');
  });

  it('that is refused is tried again when notifications are changed, and not for anything else', async () => {
    const clock = noon();
    const { url, requests } = await server(() => ({ status: 401 }));
    const settings = settingsWith([hook(url)]);
    const { notifier, happen, change } = begin(settings, newHistory(clock), clock);
    happen('overload', 'critical');
    await clock.run(2000);
    await vi.waitFor(() => expect(notifier.outbox().waiting[0]?.error).toMatch(/token or the secret/u));
    change({ ...structuredClone(settings), demo: false });
    await clock.run(60_000);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(requests).toHaveLength(1);
    change(settingsWith([hook(url, { name: 'Mended' })]));
    await vi.waitFor(() => expect(requests).toHaveLength(2));
  });

  it('is sealed where there is a keychain, and has to be given anew where the seal cannot be opened', async () => {
    const sealer: Sealer = {
      place: 'keychain',
      available: async () => true,
      seal: async (secret) => Buffer.from(secret).toString('hex'),
      open: async (sealed) => Buffer.from(sealed, 'hex').toString(),
    };
    const channel = channelSchema.parse(hook('http://127.0.0.1:1'));
    const file = createKeptFile(join(folder, 'secrets.json'));
    await createSecretStore(file, 'file', sealer).set(channel, SECRET);
    expect(everyFile()).toEqual([]);
    await expect(createSecretStore(file, 'file', sealer).get(channel)).resolves.toEqual({ secret: SECRET });
    const without = createSecretStore(file, 'file');
    expect(without.has(channel)).toBe(false);
    await expect(without.get(channel)).resolves.toEqual({ closed: 'another' });
    const broken = createSecretStore(file, 'file', { ...sealer, seal: refusing, open: refusing });
    expect(broken.has(channel)).toBe(true);
    await expect(broken.get(channel)).resolves.toEqual({ closed: 'another' });
    expect(broken.has(channel)).toBe(false);
    await expect(broken.set(channel, 'x')).rejects.toMatchObject({ code: 'refused', message: like(/not my key/u) });
  });

  it('that cannot be read is a problem', () => {
    writeFileSync(join(folder, 'secrets.json'), '[]');
    chmodSync(join(folder, 'secrets.json'), 0o600);
    expect(createSecretStore(createKeptFile(join(folder, 'secrets.json')), 'file').problem).toMatchObject({
      id: 'secrets-damaged',
    });
  });
});

/** Real timers, but a second of them is several. */
function fastClock(speed: number): Clock {
  const [began, wall] = [performance.now(), Date.now()];
  const passed = (): number => (performance.now() - began) * speed;
  return {
    now: () => wall + passed(),
    monotonic: passed,
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds / speed);
      return () => clearTimeout(timer);
    },
  };
}

describe('the engine', () => {
  it('tells by one source only: what a screen asks makes no message, and the bundle has no secret', async () => {
    const { url, requests } = await server();
    const engine = await startEngine({
      devices: [{ id: 'ups', uri: 'sim:megatec', nickname: 'Desk UPS' }],
      clock: fastClock(4),
    });
    open.push({ close: () => engine.stop() });
    const { client } = engine;
    const notifications = notificationSettingSchema.parse({
      channels: [
        hook(`${url}/services/T0-PATH-SECRET`, { auth: 'hmac' }),
        { id: 'mail', kind: 'email', host: 'mail.example.org', from: 'jane@example.org', to: ['jane@example.org'] },
      ],
      thresholds: [
        { id: 'load', variable: 'input.voltage', direction: 'above', value: 1, seconds: 0, severity: 'critical' },
      ],
    });
    await client.call('settings.update', { notifications });
    await client.call('notifications.setSecret', { channel: 'hook', secret: 'hush-hush-secret' });
    await engine.until('the threshold was crossed', () => engine.events.some(({ kind }) => kind === 'threshold'));
    await vi.waitFor(() => expect(requests).toHaveLength(1), 10_000);
    expect(titles(requests)).toEqual(['Threshold crossed: Desk UPS (simulated)']);
    for (let times = 0; times < 3; times += 1) {
      await client.call('events.query', {});
      await client.call('notifications.outbox', {});
      await client.call('settings.get', {});
      await client.call('settings.update', { notifications });
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(requests).toHaveLength(1);
    const { data } = await client.call('diagnostics.bundle', { masked: false });
    const text = Object.values(unzipSync(Buffer.from(data, 'base64')))
      .map((bytes) => Buffer.from(bytes).toString('utf8'))
      .join('\n');
    expect(text).toContain('"kind": "webhook"');
    for (const secret of ['hush-hush-secret', 'T0-PATH-SECRET', 'jane@']) expect(text).not.toContain(secret);
    expect(engine.refused).toEqual([]);
  });
});
