/** Where Electron's program is: what the package fetches first, then what the environment names. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = join(import.meta.dirname, '..', 'node_modules', 'electron');
/** Long enough for a slow line; a host that cannot be reached is known at once. */
const DOWNLOAD_MS = 10 * 60_000;

/** A program to run, or every way that was tried. */
export type ElectronProgram =
  | { readonly found: true; readonly path: string; readonly origin: string }
  | { readonly found: false; readonly tried: readonly string[] };

/**
 * Finds Electron's program: the one that the `electron` package has or can download, else the one in the folder of
 * `ELECTRON_OVERRIDE_DIST_PATH` (the package's own variable, which it would prefer; here the pinned one comes first).
 */
export function findElectron(env: NodeJS.ProcessEnv = process.env): ElectronProgram {
  const official = installed() ?? downloaded(env);
  if (official !== undefined) return { found: true, path: official, origin: 'the electron package' };
  const tried = ['The electron package has no program yet, and downloading it failed.'];
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (folder === undefined || folder === '') {
    tried.push('ELECTRON_OVERRIDE_DIST_PATH, which may name a folder with one, is not set.');
    return { found: false, tried };
  }
  const path = join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron');
  if (existsSync(path)) return { found: true, path, origin: 'ELECTRON_OVERRIDE_DIST_PATH' };
  tried.push(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, where there is none.`);
  return { found: false, tried };
}

/**
 * Electron does not start as root on Linux unless its sandbox is off. That is a state of development and test
 * machines (containers), never of an installed Mainstay: then, and only then, the flag is given.
 */
export function sandboxFlags(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function installed(): string | undefined {
  const pathFile = join(PACKAGE, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const path = join(PACKAGE, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(path) ? path : undefined;
}

function downloaded(env: NodeJS.ProcessEnv): string | undefined {
  const { ELECTRON_OVERRIDE_DIST_PATH: _ignored, ...plain } = env;
  const { status } = spawnSync(process.execPath, [join(PACKAGE, 'install.js')], {
    env: plain,
    stdio: 'ignore',
    timeout: DOWNLOAD_MS,
  });
  return status === 0 ? installed() : undefined;
}
