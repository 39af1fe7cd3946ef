/** The desktop program: one instance, one window, a tray; the engine runs in this process. */
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, Menu, nativeTheme, session } from 'electron';
import {
  type Client,
  client,
  type Handlers,
  memoryWire,
  type MessageWire,
  serve,
} from '../../../src-shared/contract/index.ts';
import { toErrorValue } from '../../../src-shared/errors.ts';
import type { compose } from '../compose.ts';
import { dataFolder } from '../data.ts';
import { screensFolder } from '../screens.ts';
import { isOwnPage, START_PAGE } from './addresses.ts';
import { guardPages, guardSession } from './guard.ts';
import { setStartAtLogin, startsHidden } from './login.ts';
import { connectPages } from './page-wire.ts';
import { declarePages, servePages } from './pages.ts';
import { createTray } from './tray.ts';
import { createWindow } from './window.ts';

function log(message: string): void {
  console.error(`mainstay: ${message}`);
}

/** Shows why Mainstay cannot run, and ends. */
function giveUp(thrown: unknown): void {
  const { message } = toErrorValue(thrown);
  log(message);
  dialog.showErrorBox('Mainstay cannot start', message);
  app.exit(1);
}

const folder = dataFolder();
// Below the data folder, so that what Chromium keeps, and the single instance, belong to that folder too.
app.setPath('userData', join(folder, 'electron'));
declarePages();
// Electron refuses to start as root with its sandbox; the flag is what development and tests on such machines pass.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

if (app.requestSingleInstanceLock()) run();
else app.quit();

function run(): void {
  guardPages(log);
  // The engine's modules are many: they are loaded while Electron makes itself ready and the page loads, not before.
  const engine = app
    .whenReady()
    .then(() => import('../compose.ts'))
    .then((loaded) => loaded.compose({ host: 'desktop', dataDir: folder }));
  const handlers = engine.then((running) => running.handlers);
  // A failure is told once Electron is ready; until then it is not one that nobody handles.
  handlers.catch(() => undefined);

  let window: BrowserWindow | undefined;
  let quitting = false;
  let closesToTray = true;

  const open = (path = ''): void => {
    window ??= makeWindow();
    const address = new URL(path, START_PAGE).href;
    if (!isOwnPage(window.webContents.getURL()) || path !== '') {
      window.loadURL(address).catch((error: unknown) => log(`The page did not load: ${String(error)}.`));
    }
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };

  const makeWindow = (): BrowserWindow => {
    const made = createWindow();
    connectPages(made.webContents, (wire) => void attend(wire, handlers), log);
    made.on('close', (event) => {
      if (quitting || !closesToTray) return;
      event.preventDefault();
      made.hide();
    });
    made.on('closed', () => {
      window = undefined;
      // Without the tray as its place, a closed window means that the person is done; macOS keeps programs in the dock.
      if (!closesToTray && process.platform !== 'darwin') app.quit();
    });
    made.webContents.on('render-process-gone', (_event, { reason }) => {
      log(`The window's process ended (${reason}); the page is loaded again.`);
      if (reason !== 'clean-exit') made.webContents.reload();
    });
    return made;
  };

  app.on('second-instance', () => open());
  app.on('activate', () => open());
  // Staying alive without a window is the point; quitting is the tray's and `closed`'s to say.
  app.on('window-all-closed', () => undefined);
  app.on('before-quit', (event) => {
    quitting = true;
    event.preventDefault();
    void stop(engine);
  });

  const start = async (): Promise<void> => {
    if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
    guardSession(session.defaultSession, log);
    servePages(screensFolder());
    // The page first: it loads in a process of its own while the rest is made here.
    if (!startsHidden()) open();
    const tray = createTray({ open, showCountdown: () => open('#/protection'), quit: () => app.quit(), onFault: log });

    const own = ownClient(await handlers);
    tray.follow(own);
    const applyPreferences = async (): Promise<void> => {
      const { preferences } = await own.call('settings.get', {});
      closesToTray = preferences.closeToTray;
      nativeTheme.themeSource = preferences.theme;
      setStartAtLogin(preferences.startAtLogin);
    };
    own.subscribe('events', {}, (event) => {
      if (event.kind !== 'settings-changed') return;
      applyPreferences().catch((error: unknown) => log(`Preferences were not applied: ${toErrorValue(error).message}`));
    });
    await applyPreferences();
  };
  // No top-level await: Electron waits for the main module before it is ready.
  app.whenReady().then(start).catch(giveUp);
}

/** Speaks the contract with a page, from the first message on, also while the engine still starts. */
async function attend(wire: MessageWire, handlers: Promise<Handlers>): Promise<void> {
  let closed = false;
  wire.onClose(() => {
    closed = true;
  });
  try {
    const ready = await handlers;
    if (!closed) serve(wire, ready, { onRefused: (error) => log(`A message was refused: ${error.message}`) });
  } catch {
    // The engine did not start; `giveUp` says why and ends the program.
  }
}

/** The host is a client like any other: what it knows comes through the contract. */
function ownClient(handlers: Handlers): Client {
  const [near, far] = memoryWire();
  serve(far, handlers);
  return client(near);
}

/** Lets the engine write what it holds, then ends for good. */
async function stop(engine: ReturnType<typeof compose>): Promise<void> {
  try {
    await (await engine).stop();
  } catch (error) {
    log(`Stopping: ${toErrorValue(error).message}`);
  }
  app.exit(0);
}
