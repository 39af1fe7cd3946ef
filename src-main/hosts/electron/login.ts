/** Starting with the session of the person, hidden in the tray. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { autostartEntry } from './autostart.ts';

/** Given at login: no window until it is asked for. */
export const HIDDEN_FLAG = '--hidden';

/** Brings the system's list of programs to start in line with the setting. */
export function setStartAtLogin(enabled: boolean): void {
  if (process.platform === 'linux') setAutostartEntry(enabled);
  else app.setLoginItemSettings({ openAtLogin: enabled, args: [HIDDEN_FLAG] });
}

/** Whether to stay in the tray: asked to by the flag, or on macOS, which passes no flags, started at login. */
export function startsHidden(): boolean {
  const atLogin = process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
  return atLogin || process.argv.includes(HIDDEN_FLAG);
}

/** Electron has no login items on Linux; desktops read these files (freedesktop.org, Desktop Application Autostart). */
function setAutostartEntry(enabled: boolean): void {
  const configured = process.env['XDG_CONFIG_HOME'];
  const folder = join(configured?.startsWith('/') === true ? configured : join(homedir(), '.config'), 'autostart');
  const file = join(folder, 'mainstay.desktop');
  if (!enabled) {
    rmSync(file, { force: true });
    return;
  }
  // An AppImage runs from a mount point that is gone after this session; its own path stays.
  const program = process.env['APPIMAGE'] ?? process.execPath;
  const words = app.isPackaged ? [program] : [program, app.getAppPath()];
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, autostartEntry([...words, HIDDEN_FLAG]));
}
