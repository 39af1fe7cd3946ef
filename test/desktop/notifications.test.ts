/** What the channel "desktop" is told, shown by the real program; the system's own notifications are looked at from inside. */
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { notificationSettingSchema } from '../../src-shared/settings/notifications.ts';
import { ask, type Home, launch, newHome, type Program } from './program.ts';
import { seeLiveValues } from './screens.ts';

let home: Home;
let program: Program;

beforeAll(async () => {
  home = newHome();
  program = await launch(home);
  // What is asked of a program that is still being read may be forgotten before it is answered.
  await seeLiveValues(await program.page());
  // Not every display has a program that shows notifications; what would be handed to it is kept instead.
  await program.app.evaluate(({ Notification }) => {
    const shown: unknown[] = [];
    Object.assign(globalThis, { shown });
    Object.assign(Notification, { isSupported: () => true });
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.push(this);
      this.emit('show');
    };
  });
});
afterAll(async () => {
  await program.quit();
  home.remove();
});

/** Titles of what was shown. */
const titles = (): Promise<string[]> =>
  program.app.evaluate(() => {
    // Set above.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const { shown } = globalThis as unknown as { shown: Electron.Notification[] };
    return shown.map(({ title }) => title);
  });

it('shows a test, and the engine hears that it was shown', async () => {
  const page = await program.page();
  const message = { type: 'call', id: 4001, name: 'notifications.test', input: { channel: 'desktop' } };
  expect(await ask(page, message)).toMatchObject({
    type: 'result',
    value: { result: 'confirmed', message: 'It was shown on the desktop.' },
  });
  expect(await titles()).toEqual(['Test of Mainstay']);
});

it('leads to the events when it is clicked', async () => {
  const page = await program.page();
  await program.app.evaluate(() => {
    // Set above.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const { shown } = globalThis as unknown as { shown: Electron.Notification[] };
    shown[0]?.emit('click');
  });
  await expect.poll(() => page.url()).toMatch(/#\/events$/u);
});

it('keeps a token sealed, and sends with it', async () => {
  const page = await program.page();
  const heard: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    heard.push(request.headers.authorization);
    response.end('{"id":"1"}');
  }).listen(0, '127.0.0.1');
  await expect.poll(() => server.listening).toBe(true);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const channel = {
    id: 'ntfy',
    kind: 'ntfy',
    name: 'Phone',
    server: `http://127.0.0.1:${address.port}`,
    topic: 'home',
  };
  const notifications = notificationSettingSchema.parse({ channels: [channel] });
  const call = (name: string, input: unknown): Promise<unknown> => ask(page, { type: 'call', id: 4002, name, input });
  expect(await call('settings.update', { notifications })).toMatchObject({ type: 'result' });
  expect(await call('notifications.setSecret', { channel: 'ntfy', secret: 'tk_very-secret' })).toEqual({
    type: 'result',
    id: 4002,
    value: {},
  });
  const file = join(home.data, 'secrets.json');
  expect(readFileSync(file, 'utf8')).not.toContain('tk_very-secret');
  expect(readFileSync(file, 'utf8')).toContain('"sealed": true');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await call('notifications.test', { channel: 'ntfy' })).toMatchObject({ value: { result: 'confirmed' } });
  expect(heard).toEqual(['Bearer tk_very-secret']);
  server.close();
});
