/** What the channel "desktop" is told, shown by the real program; the system's own notifications are looked at from inside. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, type Home, launch, newHome, type Program } from './program.ts';
import { seeLiveValues } from './screens.ts';

let home: Home;
let program: Program;

beforeAll(async () => {
  home = newHome();
  program = await launch(home);
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
  await seeLiveValues(page);
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
