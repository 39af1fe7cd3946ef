/** The tray on real hosts: StatusNotifierItem over the session bus, as KDE, GNOME and others have it, and X11's own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, exitCode, type Home, launch, newHome, type Program } from './program.ts';
import { seeLiveValues } from './screens.ts';
import { StatusNotifierTray } from './status-notifier.ts';

const usual = process.env['DBUS_SESSION_BUS_ADDRESS'];
let bus: ReturnType<typeof spawn>;
let home: Home;
let program: Program | undefined;

// A bus for each test: what the one registered must not be found by the next.
beforeEach(async () => {
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  bus = daemon;
  process.env['DBUS_SESSION_BUS_ADDRESS'] = await new Promise<string>((resolve) =>
    createInterface(daemon.stdout).once('line', resolve),
  );
  home = newHome();
});
afterEach(async () => {
  await program?.quit();
  program = undefined;
  bus.kill();
  if (usual === undefined) delete process.env['DBUS_SESSION_BUS_ADDRESS'];
  else process.env['DBUS_SESSION_BUS_ADDRESS'] = usual;
  home.remove();
});

describe('on the session bus', () => {
  let tray: StatusNotifierTray;
  beforeEach(async () => {
    tray = new StatusNotifierTray();
    await tray.open();
    program = await launch(home);
    await seeLiveValues(await program.page());
  });
  afterEach(() => tray.close());

  it('shows a picture and a text that follow the UPS', async () => {
    await expect.poll(async () => (await tray.look()).text).toMatch(/^Demo UPS: .+\s%/u);
    const before = await tray.look();
    expect(before.text.length).toBeLessThanOrEqual(120);
    expect(before.picture.side).toBeGreaterThanOrEqual(22);
    expect(before.picture.drawn).toBeGreaterThan(100);
    // A port that is not there: contact is what the picture is about, then.
    await add('serial:/nonexistent/port?driver=megatec');
    await expect.poll(async () => (await tray.look()).text).toBe('Cellar: Contact lost');
    expect((await tray.look()).pixels.equals(before.pixels)).toBe(false);
  });

  it('has a menu whose rows do what they say', async () => {
    const rows = await tray.menu();
    expect(rows.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Open Mainstay', 'Show the countdown', 'Run a battery test', 'Silence the beeper']),
    );
    // What cannot be done now is shown and cannot be chosen.
    expect(rows.find(({ label }) => label === 'Show the countdown')?.enabled).toBe(false);
    const window = async (): Promise<boolean[] | undefined> =>
      await program?.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.isVisible()));
    await program?.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((each) => each.hide()));
    await expect.poll(window).toEqual([false]);
    const open = rows.find(({ label }) => label === 'Open Mainstay');
    if (open === undefined) throw new Error('There is no row that opens the window.');
    await tray.choose(open);
    await expect.poll(window).toEqual([true]);
  });

  it('speaks the language that was chosen', async () => {
    const page = await program?.page();
    if (page === undefined) throw new Error('There is no window.');
    const preferences = {
      theme: 'system',
      language: 'de',
      temperature: 'celsius',
      startAtLogin: false,
      closeToTray: true,
    };
    await ask(page, { type: 'call', id: 930, name: 'settings.update', input: { preferences } });
    await expect.poll(async () => (await tray.menu()).map(({ label }) => label)).toContain('Mainstay öffnen');
  });
});

describe("in X11's system tray, where there is no other", () => {
  let panel: ChildProcess;
  beforeEach(() => {
    panel = spawn('trayer', ['--edge', 'top', '--widthtype', 'request', '--height', '32'], { stdio: 'ignore' });
  });
  afterEach(async () => {
    panel.kill();
    await exitCode(panel);
  });

  it('shows its picture', async () => {
    program = await launch(home);
    await expect.poll(within).toMatch(/\("(?:electron|mainstay)" /iu);
  });
});

/** Of the window tree, what stands within the panel. */
function within(): string {
  const { stdout } = spawnSync('xwininfo', ['-root', '-tree'], { encoding: 'utf8' });
  const lines = stdout.split('\n');
  const at = lines.findIndex((line) => line.includes('("panel" "trayer")'));
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => depth(line) <= depth(lines[at] ?? ''));
  return at === -1 ? '' : rest.slice(0, end).join('\n');
}

/** How far a line of the tree is moved in. */
function depth(line: string): number {
  return line.search(/\S/u);
}

async function add(uri: string): Promise<void> {
  const page = await program?.page();
  if (page === undefined) throw new Error('There is no window.');
  const input = { uri, nickname: 'Cellar', feedsThisComputer: false };
  expect((await ask(page, { type: 'call', id: 920, name: 'devices.add', input })).type).toBe('result');
}
