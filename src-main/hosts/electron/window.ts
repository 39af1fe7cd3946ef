/** Windows of this program, all with the same narrow rights. */
import { join } from 'node:path';
import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron';
import { productFolder } from '../screens.ts';

/** The page's own background, shown while it loads, so that opening does not flash. */
const BACKGROUND = { light: '#f8f9fa', dark: '#141517' } as const;

/** The main window. */
const MAIN: BrowserWindowConstructorOptions = { width: 1280, height: 800, minWidth: 640, minHeight: 480 };

/** Makes a window with the narrowest rights Electron knows, hidden. The caller loads the page. */
export function createWindow(shape: BrowserWindowConstructorOptions = MAIN): BrowserWindow {
  return new BrowserWindow({
    ...shape,
    show: false,
    title: 'Mainstay',
    icon: join(productFolder(), 'assets', 'icon.png'),
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: join(productFolder(), 'out', 'preload', 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
}
