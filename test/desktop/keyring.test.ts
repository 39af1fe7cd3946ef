/**
 * Tokens in a real keyring of Linux. Without one Chromium seals with a password that everybody knows (its prefix "v10");
 * with one, by a key that the keyring holds ("v11"): os_crypt_linux.cc of Chromium.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { State } from '../../src-shared/contract/index.ts';
import { notificationSettingSchema } from '../../src-shared/settings/notifications.ts';
import { type KeyringState, type Session, startSession } from './keyring.ts';
import { ask, type Home, launch, newHome, type Program } from './program.ts';
import { keepPicture, seeLiveValues, visit } from './screens.ts';

const TOKEN = 'tk_sealed-by-the-keyring';

let home: Home;
let server: Server;
const heard: (string | undefined)[] = [];
let session: Session | undefined;
let program: Program | undefined;

beforeAll(async () => {
  home = newHome();
  server = createServer((request, response) => {
    heard.push(request.headers.authorization);
    response.end('{"id":"1"}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  await program?.quit();
  await session?.end();
  program = undefined;
  session = undefined;
  heard.length = 0;
});
afterAll(() => {
  server.close();
  home.remove();
});

/** The program, started in a session with this keyring. */
async function begin(keyring: string, state: KeyringState): Promise<Page> {
  session = await startSession(join(home.config, keyring), state);
  program = await launch(home, '--password-store=gnome-libsecret');
  const page = await program.page();
  await seeLiveValues(page);
  // Not at once: what is asked of a program that is still being read may be forgotten before it is answered.
  expect(await program.app.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend())).toBe(
    'gnome_libsecret',
  );
  return page;
}

const call = (page: Page, name: string, input: unknown): ReturnType<typeof ask> =>
  ask(page, { type: 'call', id: 4100, name, input });
const test = (page: Page): ReturnType<typeof ask> => call(page, 'notifications.test', { channel: 'phone' });

let asked = 4200;
/** What Mainstay says is wrong with itself. */
async function problems(page: Page): Promise<readonly string[]> {
  asked += 1;
  const { value } = await ask(page, { type: 'subscribe', id: asked, name: 'state', input: {} });
  await page.evaluate((id) => window.mainstay?.send({ type: 'unsubscribe', id }), asked);
  // The engine answers by the contract; a test that reads nonsense fails at the next line.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const { state } = value as { state: State };
  return state.engine.problems.map(({ message }) => message);
}

const kept = (): string => readFileSync(join(home.data, 'secrets.json'), 'utf8');
const like = (pattern: RegExp): unknown => expect.stringMatching(pattern);

it('seals a token with the key of the keyring, and sends with it', async () => {
  const page = await begin('mine', 'unlocked');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const channel = {
    id: 'phone',
    kind: 'ntfy',
    name: 'Phone',
    server: `http://127.0.0.1:${address.port}`,
    topic: 'home',
  };
  const notifications = notificationSettingSchema.parse({ channels: [channel] });
  expect(await call(page, 'settings.update', { notifications })).toMatchObject({ type: 'result' });
  expect(await call(page, 'notifications.setSecret', { channel: 'phone', secret: TOKEN })).toMatchObject({ value: {} });
  expect(kept()).not.toContain(TOKEN);
  const sealed = /"value": "([^"]+)"/u.exec(kept())?.[1] ?? '';
  expect(Buffer.from(sealed, 'base64').toString('latin1').slice(0, 3)).toBe('v11');
  expect(await test(page)).toMatchObject({ value: { result: 'confirmed' } });
  expect(heard).toEqual([`Bearer ${TOKEN}`]);
});

it('reads it after a restart with the same keyring', async () => {
  const page = await begin('mine', 'unlocked');
  expect(await test(page)).toMatchObject({ value: { result: 'confirmed' } });
  expect(heard).toEqual([`Bearer ${TOKEN}`]);
});

it.each([
  ['locked', 'mine'],
  ['missing', 'none'],
] as const)('starts with a keyring that is %s, says so, and keeps what it has', async (state, keyring) => {
  const before = kept();
  const page = await begin(keyring, state);
  await expect.poll(() => problems(page)).toEqual([like(/locked or missing.*Phone.*still kept/u)]);
  expect(await test(page)).toMatchObject({ value: { result: 'refused', message: like(/locked or missing/u) } });
  expect(await call(page, 'notifications.setSecret', { channel: 'phone', secret: 'other' })).toMatchObject({
    type: 'error',
    error: { message: like(/locked or missing, so nothing was kept/u) },
  });
  await visit(page, '#/notifications');
  await page.getByText('the keychain of this computer is locked or missing').first().waitFor();
  await keepPicture(page, 'desktop', `keyring-${state}`);
  expect(heard).toEqual([]);
  expect(kept()).toBe(before);
});

it('asks for the token again where the keyring is another, and keeps the channel', async () => {
  const before = kept();
  const page = await begin('theirs', 'unlocked');
  await expect.poll(() => problems(page)).toEqual([like(/Phone.*another keychain.*Give them again/u)]);
  expect(await test(page)).toMatchObject({ value: { result: 'refused', message: like(/Give it again/u) } });
  expect([heard, kept()]).toEqual([[], before]);
  await visit(page, '#/notifications');
  await page.getByRole('button', { name: 'Edit: Phone' }).click();
  const form = page.getByRole('form', { name: 'Edit Phone' });
  await form.getByText(/sealed with another keychain.*Give it again/u).waitFor();
  await keepPicture(page, 'desktop', 'keyring-another');
  await form.getByLabel('Token', { exact: true }).fill('tk_given-again');
  await form.getByRole('button', { name: 'Save and send a test' }).click();
  await page.getByText('The test of Phone has arrived').waitFor();
  // With the test go those that waited.
  expect([...new Set(heard)]).toEqual(['Bearer tk_given-again']);
  await expect.poll(() => problems(page)).toEqual([]);
});
