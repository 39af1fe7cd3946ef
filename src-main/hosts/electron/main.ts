/**
 * Where the desktop program begins: one instance, and its window at once. Only what a window needs is loaded here; all
 * the rest (`program.ts`, and with it the engine) is many modules, and is read while the page comes up in its process.
 */
import { once } from 'node:events';
import * as modules from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { app, dialog, Menu, session } from 'electron';
import { toErrorValue } from '../../../src-shared/errors.ts';
import { logLine } from '../../engine/base/terminal.ts';
import { dataFolder } from '../data-folder.ts';
import { screensFolder } from '../screens.ts';
import { guardPages, guardSession } from './guard.ts';
import { hearPages } from './held-messages.ts';
import { startsHidden } from './login.ts';
import { createMainWindow } from './main-window.ts';
import { declarePages, servePages } from './pages.ts';

function log(message: string): void {
  logLine(`mainstay: ${message}`);
}

/** Shows why Mainstay cannot run, and ends. */
async function giveUp(thrown: unknown): Promise<void> {
  const { message } = toErrorValue(thrown);
  log(message);
  const { say } = await import('../../../src-shared/texts/say.ts');
  dialog.showErrorBox(say('tray.cannotStart'), message);
  app.exit(1);
}

/** Where the engine takes long, the screens say so themselves. Milliseconds. */
const PATIENCE = 500;

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
  const messages = hearPages();
  const window = createMainWindow(log);
  app.on('second-instance', () => window.open());
  app.on('activate', () => window.open());
  // Staying alive without a window is the point; quitting is the tray's and `closed`'s to say.
  app.on('window-all-closed', () => undefined);

  const start = async (): Promise<void> => {
    if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
    guardSession(session.defaultSession, log);
    // The screens are much code, and while it is read the page shows nothing: the first glance comes before it.
    const glanced = new AbortController();
    setTimeout(() => glanced.abort(), PATIENCE);
    const handed = servePages(screensFolder(), once(glanced.signal, 'abort'));
    if (!startsHidden()) window.open();
    // What was compiled at one start need not be at the next; older releases of Electron cannot keep it.
    if (Reflect.has(modules, 'enableCompileCache')) modules.enableCompileCache(join(folder, 'electron', 'compiled'));
    // In pieces, between which the page gets what it asks of this process: first of all itself.
    await import('../../../src-shared/texts/say.ts');
    if (!startsHidden()) await Promise.race([handed, pause(PATIENCE)]);
    await import('../../../src-shared/contract/index.ts');
    await pause(0);
    const { runProgram } = await import('./program.ts');
    await pause(0);
    await runProgram({ folder, window, messages, glanced: () => glanced.abort(), log });
  };
  // No top-level await: Electron waits for the main module before it is ready.
  app.whenReady().then(start).catch(giveUp);
}
