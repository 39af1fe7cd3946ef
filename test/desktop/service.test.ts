/** The desktop program beside the service of the system: it is its client, and opens nothing itself. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { client, type State } from '../../src-shared/contract/index.ts';
import { knock, reachService } from '../../src-main/hosts/service/socket-client.ts';
import { ask, type Home, launch, newHome, type Program } from './program.ts';
import { keepPicture, seeLiveValues } from './screens.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const NODE = join(ROOT, 'node_modules', 'node', 'bin', 'node');

let serviceHome: Home;
let home: Home;
let socket: string;
let service: ChildProcess;
let program: Program | undefined;

async function startService(): Promise<void> {
  const cli = join(ROOT, 'src-main', 'hosts', 'cli', 'main.ts');
  service = spawn(NODE, [cli, 'serve', '--service', '--socket', socket, '--data', serviceHome.data], {
    stdio: 'inherit',
  });
  await vi.waitFor(async () => expect(await knock(socket)).toBe('answers'), { timeout: 20_000, interval: 100 });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

async function stateOf(): Promise<State> {
  const reached = await reachService(socket);
  if (reached.found !== 'answers') throw new Error(`the service is ${reached.found}`);
  const state = await new Promise<State>((resolve) => {
    client(reached.wire).subscribe('state', {}, (item) => item.type === 'snapshot' && resolve(item.state));
  });
  reached.wire.close();
  return state;
}

/** The windows of the program. */
const windows = (): Promise<{ route: string; top: boolean; visible: boolean }[]> | undefined =>
  program?.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      route: new URL(window.webContents.getURL()).hash,
      top: window.isAlwaysOnTop(),
      visible: window.isVisible(),
    })),
  );

const phase = (page: Page): Promise<string> => page.innerText('body');

beforeAll(async () => {
  serviceHome = newHome();
  socket = join(serviceHome.config, 'engine.sock');
  process.env['MAINSTAY_SOCKET'] = socket;
  await startService();
});
afterEach(async () => {
  await program?.quit();
  program = undefined;
  home.remove();
});
afterAll(async () => {
  delete process.env['MAINSTAY_SOCKET'];
  service.kill();
  await ended(service);
  serviceHome.remove();
});

describe('while the service runs', () => {
  it("shows the service's devices, opens no data of its own, and ends without ending protection", async () => {
    home = newHome();
    program = await launch(home);
    const page = await program.page();
    const added = await ask(page, {
      type: 'call',
      id: 910,
      name: 'devices.add',
      input: { uri: 'sim:megatec', nickname: 'Cellar', feedsThisComputer: true },
    });
    expect(added.type).toBe('result');
    await seeLiveValues(page);
    await expect.poll(() => phase(page)).toContain('Cellar');
    expect(existsSync(join(home.data, 'history.sqlite'))).toBe(false);
    expect(existsSync(join(home.data, 'settings.json'))).toBe(false);
    expect(existsSync(join(home.data, 'lock'))).toBe(false);
    await keepPicture(page, 'desktop', 'service-client');

    await program.quit();
    program = undefined;
    // The device was added a moment ago: what was seen live may still have been the demonstration.
    await expect
      .poll(async () => Object.values((await stateOf()).devices).map(({ name, link }) => [name, link]))
      .toEqual([['Cellar', 'live']]);
    expect((await stateOf()).engine.service).toBe(true);
  });

  it('goes on when the program is killed', async () => {
    home = newHome();
    program = await launch(home);
    await seeLiveValues(await program.page());
    const child = program.app.process();
    child.kill('SIGKILL');
    await ended(child);
    program = undefined;
    expect((await stateOf()).engine.service).toBe(true);
  });

  it('says when contact is lost, and is live again when the service is back', async () => {
    home = newHome();
    program = await launch(home);
    const page = await program.page();
    await seeLiveValues(page);
    service.kill('SIGKILL');
    await ended(service);
    await expect.poll(() => program?.log()).toContain('Contact with the Mainstay service is lost');
    await page.getByText('The connection to Mainstay is lost').first().waitFor();
    await keepPicture(page, 'desktop', 'service-lost');
    await startService();
    await page.getByText('The connection to Mainstay is lost').first().waitFor({ state: 'hidden', timeout: 30_000 });
    await seeLiveValues(page);
    const answer = await ask(page, { type: 'call', id: 901, name: 'settings.get', input: {} });
    expect(answer.type).toBe('result');
  });
});

describe('the countdown', () => {
  it('comes before everything else in a window of its own, and goes with it', async () => {
    home = newHome();
    program = await launch(home, '--hidden');
    const reached = await reachService(socket);
    if (reached.found !== 'answers') throw new Error(`the service is ${reached.found}`);
    const asking = client(reached.wire);
    const { protection } = await asking.call('settings.get', {});
    await asking.call('settings.update', {
      protection: { ...protection, mode: 'practice', countdownSeconds: 600, confirmSeconds: 0 },
    });
    await expect.poll(windows).toEqual([]);
    const ordered = await asking.call('protection.request', { from: 'test', reason: 'The test asks for it.' });
    expect(ordered.result).toBe('accepted');
    await expect.poll(windows).toEqual([{ route: '#/countdown', top: true, visible: true }]);
    const page = await program.page();
    await keepPicture(page, 'desktop', 'countdown-window');
    await asking.call('protection.cancel', {});
    await expect.poll(windows).toEqual([]);
    reached.wire.close();
  });
});
