/** The desktop program in a small window, by the keyboard and by clicks, with a UPS on a serial line. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { commandLabel } from '../../src-shared/nut/index.ts';
import { settingsSchema } from '../../src-shared/settings/index.ts';
import { en } from '../../src-shared/texts/en/index.ts';
import { flip } from '../browser/hands.ts';
import { complaints } from '../browser/look.ts';
import { serialUps, type SerialUps } from '../browser/wires.ts';
import { ask, launch, newHome, type Program } from './program.ts';

const home = newHome();
let ups: SerialUps;
let program: Program;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  ups = await serialUps('apcsmart');
  mkdirSync(home.data, { recursive: true });
  const device = { id: 'desk', uri: ups.uri, nickname: 'Desk' };
  const polling = { quickSeconds: 0.5, fullSeconds: 5 };
  const settings = settingsSchema.parse({ version: 1, devices: [device], polling });
  writeFileSync(join(home.data, 'settings.json'), JSON.stringify(settings));
  program = await launch(home);
  page = await program.page();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => errors.push(error.message));
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByTestId('hero').getByText(en.hero.source.mains).waitFor();
});
afterAll(async () => {
  await program.quit();
  await ups.pull();
  home.remove();
});

const SCREENS = Object.values(en.screens);
const open = async (screen: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('link', { name: screen, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: screen, exact: true }).waitFor();
};
let calls = 5000;
const call = async (name: string, input: object = {}): Promise<unknown> => {
  calls += 1;
  return (await ask(page, { type: 'call', id: calls, name, input })).value;
};

/** Clicks, and answers the file that the program saved; the question where to is answered for the person. */
async function saved(button: string): Promise<Buffer> {
  const path = join(home.data, 'saved');
  const done = program.app.evaluate(
    ({ session }, to) =>
      new Promise<string>((resolve) => {
        session.defaultSession.once('will-download', (_event, item) => {
          item.setSavePath(to);
          item.once('done', (_done, state) => resolve(`${state} ${item.getFilename()}`));
        });
      }),
    path,
  );
  await page.getByRole('button', { name: button }).click();
  expect(await done).toMatch(/^completed mainstay-/u);
  return readFileSync(path);
}

it('every screen is reached by the keyboard alone, and fits into a small window', async () => {
  await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600));
  await page.waitForFunction(() => window.innerWidth === 900);
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
  // The first is the one that is open.
  for (const screen of [...SCREENS.slice(1), en.screens.overview]) {
    // From the content back into the menu, and along it.
    for (let step = 0; step <= SCREENS.length + 2 && (await focused()) !== screen; step += 1) {
      await page.keyboard.press('Shift+Tab');
    }
    expect(await focused()).toBe(screen);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: screen, exact: true }).waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'main');
    // The screen before this one lies there, inert, until this one is drawn.
    await page.waitForFunction(() => document.querySelector('main > [inert]') === null);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      screen,
    ).toBeLessThanOrEqual(0);
    expect.soft(await complaints(page), screen).toEqual([]);
  }
  expect(errors).toEqual([]);
});

describe('what is done in the window', () => {
  it('reaches the UPS', async () => {
    await open('Device');
    const button = page.getByRole('button', { name: `${en.device.run}: ${commandLabel('beeper.disable', 'en')}` });
    await button.click();
    await expect.poll(() => ups.model.state().beeper).toBe('disabled');
    await open('Battery');
    await page.getByRole('button', { name: `${en.device.run}: ${commandLabel('test.battery.start', 'en')}` }).click();
    await page.getByRole('button', { name: en.device.confirmDo }).click();
    await expect.poll(() => ups.model.state().test.running).not.toBe('none');
    ups.model.advance(15);
  });

  it('is kept', async () => {
    await open('Devices');
    await page.getByRole('button', { name: en.devices.editTitle.replace('{{name}}', 'Desk') }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: en.devices.nickname }).fill('Study');
    await page.getByRole('dialog').getByRole('button', { name: en.common.save }).click();
    await page.getByText('Study').first().waitFor();
    await open('Preferences');
    await page.getByText(en.preferences.themes.dark, { exact: true }).click();
    await flip(page, en.preferences.closeToTray);
    await expect
      .poll(() => call('settings.get'))
      .toMatchObject({ devices: [{ nickname: 'Study' }], preferences: { theme: 'dark', closeToTray: false } });
    expect(await program.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true);
  });

  it('is saved as files', async () => {
    await open('Events');
    expect((await saved(en.events.csv)).toString()).toMatch(/^time,device,kind/u);
    await open('History');
    expect((await saved(en.history.csv)).toString()).toMatch(/^time,/u);
    await open('Diagnostics');
    const files = unzipSync(await saved(en.diagnostics.bundleSave));
    expect(JSON.parse(strFromU8(files['about.json'] ?? new Uint8Array()))).toMatchObject({ host: 'desktop' });
    expect(Object.keys(files)).toContain('devices/desk/recording.exchange');
  });
});

it('the tray follows an outage, lost contact and their end', async () => {
  // The tray cannot be found through Electron's interface; what it is told to show is written down.
  await program.app.evaluate(({ Tray }) => {
    // Taken off only to be called with its own `this` again.
    // oxlint-disable-next-line typescript/unbound-method
    const { setToolTip } = Tray.prototype;
    Tray.prototype.setToolTip = function (text) {
      setToolTip.call(this, text);
      Reflect.set(globalThis, 'tooltip', text);
    };
  });
  const tooltip = (): Promise<unknown> => program.app.evaluate((): unknown => Reflect.get(globalThis, 'tooltip'));
  ups.model.force({ mainsVoltage: 0 });
  await expect.poll(tooltip).toMatch(/^Study: On battery/u);
  await open('Overview');
  await page.getByRole('region', { name: en.outage.title }).waitFor();
  ups.model.force({ mainsVoltage: 230 });
  await expect.poll(tooltip).toMatch(/^Study: On mains/u);
  await page.getByRole('region', { name: en.outage.title }).waitFor({ state: 'detached' });
  await ups.pull();
  await expect.poll(tooltip).toContain(en.tray.link.lost);
  expect(errors).toEqual([]);
});
