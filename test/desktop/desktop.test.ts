import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startHeadless } from '../../src-main/hosts/headless/main.ts';
import { defaultSettings } from '../../src-shared/settings/index.ts';
import {
  ask,
  electronPath,
  exitCode,
  type Home,
  launch,
  newHome,
  type Program,
  start,
  startAndQuit,
} from './program.ts';
import { liveCharge, seeLiveValues } from './screens.ts';

const home = newHome();
let program: Program;
let page: Page;

beforeAll(async () => {
  program = await launch(home);
  page = await program.page();
});
afterAll(async () => {
  await program.quit();
  home.remove();
});

const visible = (one: Program): Promise<boolean[]> =>
  one.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));

describe('the window', () => {
  it('shows live simulated values, and says that they are simulated', async () => {
    await seeLiveValues(page);
    expect(await page.innerText('body')).toMatch(/simulat/i);
    const charge = await liveCharge(page);
    expect(await page.innerText('main')).toContain(`${Math.round(charge)}`);
  });

  it('gives its page nothing but send and onMessage', async () => {
    const seen = await page.evaluate(() => ({
      bridge: Object.keys(window.mainstay ?? {}).toSorted(),
      node: ['require', 'process', 'Buffer', 'module'].filter((name) => name in globalThis),
    }));
    expect(seen).toEqual({ bridge: ['onMessage', 'send'], node: [] });
    const preferences = await program.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      // Electron knows this method and does not declare it.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const { contextIsolation, sandbox, nodeIntegration, webviewTag } = contents.getLastWebPreferences();
      return { contextIsolation, sandbox, nodeIntegration, webviewTag };
    });
    expect(preferences).toEqual({ contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false });
  });

  it('cannot leave, open windows, reach the network or get permissions', async () => {
    const before = page.url();
    const tried = await page.evaluate(async () => ({
      opened: window.open('https://example.com/') !== null,
      fetched: await fetch('https://example.com/').then(
        () => true,
        () => false,
      ),
      outside: await fetch('/assets/..%2f..%2fmain/main.cjs').then((response) => response.status),
      notifications: await Notification.requestPermission(),
      evaluated: (() => {
        try {
          // The policy of the page forbids making code from text; `Reflect` keeps the linter from forbidding the test.
          return Reflect.construct(Function, ['return 1']) !== undefined;
        } catch {
          return false;
        }
      })(),
    }));
    expect(tried).toEqual({ opened: false, fetched: false, outside: 404, notifications: 'denied', evaluated: false });
    await page.evaluate(() => window.location.assign('https://example.com/'));
    await expect.poll(() => program.log()).toContain('A page wanted to go to https://example.com/');
    expect(page.url()).toBe(before);
  });

  it('shows live values before its screens are there', async () => {
    await page.route('**/*.js', (route) => route.abort());
    try {
      await page.reload({ waitUntil: 'commit' });
      await expect
        .poll(() => page.innerText('#glance'), { timeout: 10_000 })
        .toMatch(/Simulated, .*mains.*\d+\s%.*\d\sV/su);
    } finally {
      await page.unroute('**/*.js');
      await page.reload();
    }
    await seeLiveValues(page);
    expect(await page.locator('#glance').count()).toBe(0);
  });

  it('is live again after its page is loaded anew', async () => {
    await page.reload();
    await seeLiveValues(page);
  });
});

describe('messages', () => {
  it.each([
    ['text', 'hello'],
    ['nothing', null],
    ['a list', [1, 2, 3]],
    ['no kind', { id: 9007 }],
    ['an unknown kind', { type: 'evaluate', id: 9007, code: '1' }],
    ['a call without a name', { type: 'call', id: 9007, input: {} }],
    ['an unknown call', { type: 'call', id: 9007, name: '__proto__', input: {} }],
    ['a wrong input', { type: 'call', id: 9007, name: 'devices.remove', input: { id: 5 } }],
    ['an unknown stream', { type: 'subscribe', id: 9007, name: 'secrets', input: {} }],
  ])('that are %s are answered with an error', async (_name, message) => {
    expect(await ask(page, message)).toMatchObject({ type: 'error', error: { code: 'bad-input' } });
  });

  it('of the contract are answered after all of those', async () => {
    const answer = await ask(page, { type: 'call', id: 901, name: 'settings.get', input: {} });
    expect(answer).toMatchObject({ type: 'result', value: { version: defaultSettings().version } });
  });

  it('from another page are not heard, even with the same preload script and address', async () => {
    const answered = await program.app.evaluate(async ({ app, BrowserWindow }) => {
      const foreign = new BrowserWindow({
        show: false,
        webPreferences: { preload: `${app.getAppPath()}/out/preload/preload.cjs`, sandbox: true },
      });
      await foreign.loadURL('mainstay://app/icon.svg');
      const heard: unknown = await foreign.webContents.executeJavaScript(`new Promise((resolve) => {
        mainstay.onMessage(resolve);
        mainstay.send({ type: 'call', id: 1, name: 'settings.get', input: {} });
        mainstay.send('nonsense');
        setTimeout(() => resolve('silence'), 1000);
      })`);
      foreign.destroy();
      return heard;
    });
    expect(answered).toBe('silence');
    expect(program.log()).toContain('A message was refused: it came from a page that is not the window of Mainstay');
  });
});

describe('the tray', () => {
  it('shows name, status and charge, and follows a change', async () => {
    // The tray itself cannot be found through Electron's interface; its own next call tells where it is.
    const shown = program.app.evaluate(
      ({ Tray }) =>
        new Promise<{ tooltip: string; alive: boolean }>((resolve) => {
          // Taken off only to be called with their own `this` again.
          // oxlint-disable-next-line typescript/unbound-method
          const { setToolTip, setContextMenu } = Tray.prototype;
          let tooltip = '';
          Tray.prototype.setToolTip = function (text) {
            setToolTip.call(this, text);
            tooltip = text;
          };
          Tray.prototype.setContextMenu = function (menu) {
            setContextMenu.call(this, menu);
            if (!tooltip.startsWith('Renamed')) return;
            Tray.prototype.setToolTip = setToolTip;
            Tray.prototype.setContextMenu = setContextMenu;
            Reflect.set(globalThis, 'trayMenu', menu);
            resolve({ tooltip, alive: !this.isDestroyed() });
          };
        }),
    );
    const added = await ask(page, {
      type: 'call',
      id: 910,
      name: 'devices.add',
      input: { uri: 'sim:megatec', nickname: 'Renamed', feedsThisComputer: false },
    });
    expect(added.type).toBe('result');
    const { tooltip, alive } = await shown;
    expect(alive).toBe(true);
    expect(tooltip).toMatch(/^Renamed: simulated, /);
    expect(tooltip.length).toBeLessThanOrEqual(120);
  });

  it('has a menu that opens the window', async () => {
    await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.hide()));
    const labels = await program.app.evaluate(() => {
      // Left there by the case before.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const menu = Reflect.get(globalThis, 'trayMenu') as Electron.Menu;
      menu.items.find((item) => item.label === 'Open Mainstay')?.click();
      return menu.items.map((item) => item.label);
    });
    expect(labels).toEqual(
      expect.arrayContaining(['Open Mainstay', 'Show the countdown', 'Run a battery test', 'Silence the beeper']),
    );
    expect(labels.at(-1)).toMatch(/^Quit \(.+\)$/);
    await expect.poll(() => visible(program)).toEqual([true]);
  });
});

describe('closing and starting again', () => {
  it('closes to the tray and comes back with a second start, which ends at once', async () => {
    await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(() => visible(program)).toEqual([false]);
    await page.waitForTimeout(500);
    expect(program.app.process().exitCode).toBeNull();

    expect(await exitCode(start(home))).toBe(0);
    await expect.poll(() => visible(program)).toEqual([true]);
    await expect
      .poll(() => program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused()))
      .toBe(true);
    await seeLiveValues(page);
  });

  it('does not let a headless host at the same data', async () => {
    const second = startHeadless({ port: 0, dataDir: home.data });
    await expect(second).rejects.toMatchObject({ code: 'in-use' });
    await expect(second).rejects.toThrow('the desktop program');
  });
});

describe('a life of its own', () => {
  let other: Home;
  let one: Program | undefined;
  afterEach(async () => {
    await one?.quit();
    one = undefined;
    other.remove();
  });

  it('keeps settings over a restart, and shows them', async () => {
    other = newHome();
    one = await launch(other);
    const first = await one.page();
    await seeLiveValues(first);
    const { preferences } = defaultSettings();
    const changed = { ...preferences, theme: 'dark', startAtLogin: true };
    const input = { preferences: changed };
    expect(await ask(first, { type: 'call', id: 900, name: 'settings.update', input })).toHaveProperty(
      'type',
      'result',
    );
    const entry = join(other.config, 'autostart', 'mainstay.desktop');
    await expect.poll(() => existsSync(entry)).toBe(true);
    expect(readFileSync(entry, 'utf8')).toContain(`Exec="${electronPath()}" `);
    expect(readFileSync(entry, 'utf8')).toContain('"--hidden"');
    await one.quit();

    one = await launch(other);
    const again = await one.page();
    const kept = await ask(again, { type: 'call', id: 900, name: 'settings.get', input: {} });
    expect(kept.value).toMatchObject({ preferences: changed });
    await expect.poll(() => one?.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true);
    await ask(again, { type: 'call', id: 901, name: 'settings.update', input: { preferences } });
    await expect.poll(() => existsSync(entry)).toBe(false);
  });

  it('starts hidden at login, and a second start opens the window', async () => {
    other = newHome();
    const hidden = await launch(other, '--hidden');
    one = hidden;
    await expect.poll(() => existsSync(join(other.data, 'history.sqlite'))).toBe(true);
    await expect.poll(() => visible(hidden)).toEqual([]);
    expect(await exitCode(start(other))).toBe(0);
    await seeLiveValues(await hidden.page());
  });

  it('ends when it is told to while it still starts', async () => {
    other = newHome();
    expect(await exitCode(startAndQuit(other))).toBe(0);
  });

  it('ends with its window where the person turned the tray off', async () => {
    other = newHome();
    one = await launch(other);
    const shown = await one.page();
    const preferences = { ...defaultSettings().preferences, closeToTray: false };
    await ask(shown, { type: 'call', id: 900, name: 'settings.update', input: { preferences } });
    const { app } = one;
    const child = app.process();
    const ended = app.waitForEvent('close');
    // The preference takes a moment to reach the window; until then, closing hides it.
    await expect
      .poll(async () => {
        if (child.exitCode !== null) return child.exitCode;
        await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined);
        return child.exitCode;
      })
      .toBe(0);
    await ended;
    one = undefined;
  });

  it('says why when another host has the data, and ends', async () => {
    other = newHome();
    const headless = await startHeadless({ port: 0, dataDir: other.data });
    const refused = start(other);
    let log = '';
    refused.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
    });
    await expect.poll(() => log, { timeout: 30_000 }).toContain('`mainstay serve` (process');
    refused.kill();
    await headless.close();
  });
});
