/** The one window in which a person looks at the screens; closing it need not end the program. */
import { app, type BrowserWindow, type WebContents } from 'electron';
import { isOwnPage, START_PAGE } from './addresses.ts';
import { createWindow } from './window.ts';

/** The main window, which may be open or not. */
export interface MainWindow {
  /** Opens it or brings it to the front, at a screen where one is named. */
  open(path?: string): void;
  /** Calls back with the page of the window that is open now, and of each that is opened later. */
  onPage(listener: (contents: WebContents) => void): void;
  /** Whether the program goes on in the tray without it. */
  closesToTray: boolean;
}

/** Nothing is shown before `open`. */
export function createMainWindow(log: (line: string) => void): MainWindow {
  const listeners = new Set<(contents: WebContents) => void>();
  let window: BrowserWindow | undefined;
  let goes = false;
  // Also of a quit that comes while the rest of the program is still being read.
  app.on('before-quit', () => {
    goes = true;
  });

  const make = (): BrowserWindow => {
    const made = createWindow();
    for (const listener of listeners) listener(made.webContents);
    made.on('close', (event) => {
      if (goes || !main.closesToTray) return;
      event.preventDefault();
      made.hide();
    });
    made.on('closed', () => {
      window = undefined;
      // Without the tray as its place, a closed window means that the person is done; macOS keeps programs in the dock.
      if (!main.closesToTray && process.platform !== 'darwin') app.quit();
    });
    made.webContents.on('render-process-gone', (_event, { reason }) => {
      log(`The window's process ended (${reason}); the page is loaded again.`);
      if (reason !== 'clean-exit') made.webContents.reload();
    });
    return made;
  };

  const main: MainWindow = {
    open: (path = '') => {
      window ??= make();
      const address = new URL(path, START_PAGE).href;
      if (!isOwnPage(window.webContents.getURL()) || path !== '') {
        window.loadURL(address).catch((error: unknown) => log(`The page did not load: ${String(error)}.`));
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    onPage: (listener) => {
      listeners.add(listener);
      if (window !== undefined) listener(window.webContents);
    },
    closesToTray: true,
  };
  return main;
}
