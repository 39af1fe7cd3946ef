/** Where Mainstay keeps its files. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The part of a process that decides the folder. */
export interface DataPlace {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * The folder of settings and history: `MAINSTAY_DATA` when set, else the platform's folder for data that stays on this
 * machine (XDG Base Directory Specification; Apple, File System Programming Guide; Windows, `FOLDERID_LocalAppData`).
 */
export function dataFolder(
  place: DataPlace = { platform: process.platform, env: process.env, home: homedir() },
): string {
  const { platform, env, home } = place;
  const chosen = env['MAINSTAY_DATA'];
  if (chosen !== undefined && chosen !== '') return resolve(chosen);
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Mainstay');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Mainstay');
  const xdg = env['XDG_DATA_HOME'];
  // The specification says that a relative path in it is to be ignored.
  return join(xdg?.startsWith('/') === true ? xdg : join(home, '.local', 'share'), 'mainstay');
}
