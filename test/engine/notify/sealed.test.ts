/** Secrets that a keychain does not open: the message waits, the person is told, and nothing is lost. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createHistoryStore } from '../../../src-main/engine/history/index.ts';
import { createKeptFile, memoryFile } from '../../../src-main/engine/base/kept-file.ts';
import { Notifier } from '../../../src-main/engine/notify/notifier.ts';
import { createSecretStore, type Sealer } from '../../../src-main/engine/notify/secrets.ts';
import type { NotificationsStatus } from '../../../src-shared/contract/index.ts';
import { defaultSettings } from '../../../src-shared/settings/index.ts';
import { notificationSettingSchema } from '../../../src-shared/settings/notifications.ts';
import { VirtualClock } from '../protection/policy/virtual-engine.ts';
import { httpServer, like } from './servers.ts';

const TOKEN = 'tk_correct-horse';

const ending: (() => Promise<void> | void)[] = [];
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-sealed-'));
});
afterEach(async () => {
  for (const end of ending.splice(0).toReversed()) await end();
  rmSync(folder, { recursive: true, force: true });
});

/** A keychain that seals with a key, and may be locked. */
function keychain(key: string): Sealer & { locked: boolean } {
  const mine = {
    place: 'keychain' as const,
    locked: false,
    available: async () => !mine.locked,
    seal: async (secret: string) => {
      if (mine.locked) throw new Error('no key');
      return Buffer.from(`${key}${secret}`).toString('hex');
    },
    open: async (sealed: string) => {
      const text = Buffer.from(sealed, 'hex').toString();
      if (mine.locked || !text.startsWith(key)) throw new Error('no key');
      return text.slice(key.length);
    },
  };
  return mine;
}

/** Notifications over the same file of secrets; each call is a start on this keychain. */
function start(url: string, sealer: Sealer, enabled = true) {
  const clock = new VirtualClock(new Date(2026, 4, 5, 12).getTime());
  const channel = { id: 'phone', name: 'Phone', kind: 'ntfy', server: url, topic: 'home', enabled };
  const settings = { ...defaultSettings(), notifications: notificationSettingSchema.parse({ channels: [channel] }) };
  const history = createHistoryStore(':memory:', { now: () => clock.now() });
  const notifier = new Notifier({
    clock,
    settings: () => settings,
    history,
    file: memoryFile(),
    secrets: createSecretStore(createKeptFile(join(folder, 'secrets.json')), 'file', sealer),
    device: () => undefined,
    tell: () => undefined,
  });
  let status: NotificationsStatus | undefined;
  notifier.subscribe((now) => {
    status = now;
  });
  notifier.start();
  ending.push(async () => {
    await notifier.stop();
    await history.close();
  });
  return { clock, notifier, phone: () => status?.channels['phone'] };
}

async function receiver(): ReturnType<typeof httpServer> {
  const running = await httpServer();
  ending.push(() => running.close());
  return running;
}

it('is known soon after the start when the keychain is locked, and sends once it opens', async () => {
  const { url, requests } = await receiver();
  const mine = keychain('mine:');
  await start(url, mine).notifier.setSecret('phone', TOKEN);
  mine.locked = true;
  const { clock, notifier, phone } = start(url, mine);
  expect([notifier.problems, phone()?.closed]).toEqual([[], undefined]);
  await clock.run(4000);
  expect(phone()).toMatchObject({ secret: false, closed: 'locked' });
  expect(notifier.problems).toEqual([{ id: 'keychain-locked', message: like(/locked or missing.*Phone/u) }]);
  // A topic that is open to all would take the message without its token.
  await expect(notifier.test('phone')).resolves.toMatchObject({
    result: 'refused',
    message: like(/locked or missing/u),
  });
  expect(requests).toEqual([]);
  await expect(notifier.setSecret('phone', 'another')).rejects.toMatchObject({ message: like(/nothing was kept/u) });
  mine.locked = false;
  await expect(notifier.test('phone')).resolves.toMatchObject({ result: 'confirmed' });
  expect(requests.map(({ headers }) => headers.authorization)).toContain(`Bearer ${TOKEN}`);
  expect([notifier.problems, phone()?.closed, phone()?.secret]).toEqual([[], undefined, true]);
});

it('asks for it again where it was sealed with another keychain, and keeps it until then', async () => {
  const { url, requests } = await receiver();
  await start(url, keychain('mine:')).notifier.setSecret('phone', TOKEN);
  const before = readFileSync(join(folder, 'secrets.json'), 'utf8');
  const { clock, notifier, phone } = start(url, keychain('theirs:'));
  await clock.run(4000);
  expect(phone()).toMatchObject({ secret: false, closed: 'another' });
  expect(notifier.problems).toEqual([{ id: 'keychain-another', message: like(/Phone.*Give them again/u) }]);
  await expect(notifier.test('phone')).resolves.toMatchObject({ result: 'refused', message: like(/Give it again/u) });
  expect(requests).toEqual([]);
  expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toBe(before);
  await notifier.setSecret('phone', 'tk_given-again');
  expect([notifier.problems, phone()?.closed]).toEqual([[], undefined]);
  await expect(notifier.test('phone')).resolves.toMatchObject({ result: 'confirmed' });
  expect(requests.at(-1)?.headers.authorization).toBe('Bearer tk_given-again');
});

it('does not bother the keychain for a channel that is switched off', async () => {
  const { url } = await receiver();
  await start(url, keychain('mine:')).notifier.setSecret('phone', TOKEN);
  const { clock, notifier, phone } = start(url, keychain('theirs:'), false);
  await clock.run(4000);
  expect([notifier.problems, phone()?.closed]).toEqual([[], undefined]);
});
