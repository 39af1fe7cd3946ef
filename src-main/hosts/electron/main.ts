/** The desktop program: one instance, one window, a tray; the engine runs in this process, or is the service's. */
import { plainSpaces } from '../../../src-shared/nut/index.ts';
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, Menu, nativeTheme, session } from 'electron';
import type { Client, State } from '../../../src-shared/contract/index.ts';
import { toErrorValue } from '../../../src-shared/errors.ts';
import { say } from '../../../src-shared/texts/say.ts';
import { dataFolder } from '../data.ts';
import { speakAsPreferred } from '../language.ts';
import { screensFolder } from '../screens.ts';
import { servicePlace } from '../service/place.ts';
import { isOwnPage, START_PAGE } from './addresses.ts';
import { createCountdownWindow } from './countdown-window.ts';
import { type Door, openDoor } from './door.ts';
import { createDesktopNotices } from './desktop-notices.ts';
import { followState } from './follow-state.ts';
import { guardPages, guardSession } from './guard.ts';
import { setStartAtLogin, startsHidden } from './login.ts';
import { exchangePages, type PageWire } from './page-wire.ts';
import { declarePages, servePages } from './pages.ts';
import { createSealer } from './sealer.ts';
import { createTray } from './tray.ts';
import { createWindow } from './window.ts';

/** The languages of the system; Electron knows them once it is ready. */
const languages = (): readonly string[] => app.getPreferredSystemLanguages();

function log(message: string): void {
  console.error(`mainstay: ${plainSpaces(message)}`);
}

/** Shows why Mainstay cannot run, and ends. */
function giveUp(thrown: unknown): void {
  const { message } = toErrorValue(thrown);
  log(message);
  dialog.showErrorBox(say('tray.cannotStart'), message);
  app.exit(1);
}

/** A page that does not come must not keep the engine from protecting. Milliseconds. */
const PATIENCE = 1000;

const folder = dataFolder();
// Below the data folder, so that what Chromium keeps, and the single instance, belong to that folder too.
app.setPath('userData', join(folder, 'electron'));
declarePages();
// Windows shows notifications only of programs that it knows by the name that their shortcut has (electron-builder.yml).
if (process.platform === 'win32') app.setAppUserModelId('org.mainstay-ups.mainstay');
// Electron refuses to start as root with its sandbox; the flag is what development and tests on such machines pass.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

if (app.requestSingleInstanceLock()) run();
else app.quit();

function run(): void {
  guardPages(log);
  // The engine's modules are many, and this process also hands the page its files: they are loaded once the page has
  // what it needs, and so while it is drawn in a process of its own.
  let goOn: (() => void) | undefined;
  const pageFetched = new Promise<void>((resolve) => {
    goOn = resolve;
    app.whenReady().then(() => setTimeout(resolve, startsHidden() ? 0 : PATIENCE), giveUp);
  });
  const door = app
    .whenReady()
    .then(() => speakAsPreferred({ language: 'system' }, languages()))
    .then(() => pageFetched)
    .then(() =>
      openDoor(
        servicePlace().socket,
        async () =>
          (await import('../compose.ts')).compose({
            host: 'desktop',
            dataDir: folder,
            languages,
            sealer: createSealer(),
          }),
        log,
      ),
    );
  // A failure is told once Electron is ready; until then it is not one that nobody handles.
  door.catch(() => undefined);

  let window: BrowserWindow | undefined;
  let quitting = false;
  let closesToTray = true;
  const pages = exchangePages((wire) => void attend(wire, door), log);

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
    pages.connect(made.webContents);
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
    void stop(door);
  });

  const start = async (): Promise<void> => {
    if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
    guardSession(session.defaultSession, log);
    servePages(screensFolder(), () => goOn?.());
    // The page first: it loads in a process of its own while the rest is made here.
    if (!startsHidden()) open();
    const countdown = createCountdownWindow(pages, log);
    const showCountdown = (): void => {
      if (!countdown.show()) open('#/protection');
    };
    const notices = createDesktopNotices({ open, showCountdown, log });
    const tray = createTray({ open, showCountdown, quit: () => app.quit(), onFault: log });

    const meet = async (engine: Client): Promise<void> => {
      tray.follow(engine);
      notices.follow(engine);
      let latest: State | undefined;
      followState(engine, (state) => {
        latest = state;
        tray.show(state);
        countdown.look(state);
        notices.look(state);
      });
      const applyPreferences = async (): Promise<void> => {
        const { preferences } = await engine.call('settings.get', {});
        closesToTray = preferences.closeToTray;
        nativeTheme.themeSource = preferences.theme;
        setStartAtLogin(preferences.startAtLogin);
        await speakAsPreferred(preferences, languages());
        if (latest !== undefined) tray.show(latest);
      };
      engine.subscribe('events', {}, (event) => {
        if (event.kind === 'settings-changed') applyPreferences().catch(notApplied);
      });
      await applyPreferences();
    };
    (await door).follow(
      (engine) => void meet(engine).catch(notApplied),
      () => tray.show(undefined),
    );
  };
  // No top-level await: Electron waits for the main module before it is ready.
  app.whenReady().then(start).catch(giveUp);
}

function notApplied(error: unknown): void {
  log(`Preferences were not applied: ${toErrorValue(error).message}`);
}

/** Speaks the contract with a page, from the first message on, also while the engine still starts. */
async function attend(wire: PageWire, door: Promise<Door>): Promise<void> {
  let closed = false;
  wire.onClose(() => {
    closed = true;
  });
  try {
    const opened = await door;
    if (!closed) opened.attend(wire);
  } catch {
    // The engine did not start; `giveUp` says why and ends the program.
  }
}

/** Lets an engine of our own write what it holds, then ends for good. */
async function stop(door: Promise<Door>): Promise<void> {
  try {
    await (await door).close();
  } catch (error) {
    log(`Stopping: ${toErrorValue(error).message}`);
  }
  app.exit(0);
}
