/**
 * `npm start`: builds what is not built, then opens the desktop program; where Electron's program cannot be had, the
 * same screens in the browser. Words after `--` go to the desktop program; the browser's host knows `--port` and
 * `--new-token`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findElectron, sandboxFlags } from './electron-program.ts';

const ROOT = join(import.meta.dirname, '..');
const BUILT = ['out/main/main.cjs', 'out/preload/preload.cjs', 'out/renderer/index.html'];
const SOURCES = ['src-main', 'src-renderer', 'src-shared', 'drivers', 'electron.vite.config.ts', 'package.json'];

if (isStale() && !build()) process.exit(1);
await start();

/** Whether a source is newer than the oldest thing that was built from it. */
function isStale(): boolean {
  const built = BUILT.map((file) => join(ROOT, file));
  if (!built.every((file) => existsSync(file))) return true;
  const oldest = Math.min(...built.map((file) => statSync(file).mtimeMs));
  return SOURCES.some((name) => newest(join(ROOT, name)) > oldest);
}

function newest(path: string): number {
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  // A folder's own time tells of files that were taken away.
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function build(): boolean {
  console.log('Building Mainstay; this is needed once and after changes.');
  const program = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { status } = spawnSync(process.execPath, [program, 'build', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) console.error('The build failed, so Mainstay cannot start; what is wrong is said above.');
  return status === 0;
}

async function start(): Promise<void> {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    console.log('There is no display here, so no window can open. The same screens are served to a browser instead.');
    return serve();
  }
  const electron = findElectron();
  if (!electron.found) {
    console.log(
      [
        "Electron's program is not on this machine:",
        ...electron.tried,
        'The same screens are served to a browser instead.',
      ].join('\n  '),
    );
    return serve();
  }
  const flags = sandboxFlags();
  if (flags.length > 0) {
    console.log(
      'You are root, as whom Electron runs only without its sandbox. Use another account for more than development.',
    );
  }
  const child = spawn(electron.path, [...flags, ROOT, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

async function serve(): Promise<void> {
  const { startHeadless } = await import('../src-main/hosts/headless/main.ts');
  const { toErrorValue } = await import('../src-shared/errors.ts');
  try {
    const { url, address, elsewhere, close } = await startHeadless(wanted());
    if (elsewhere !== undefined) console.log(elsewhere);
    // What is no terminal is kept somewhere, and a link with its token is for nobody else.
    console.log(
      process.stdout.isTTY
        ? `Mainstay runs. Open this link; it holds a token, so keep it to yourself (\`npm start -- --new-token\` makes another):\n\n  ${url}\n\nCtrl+C ends it.`
        : `Mainstay runs at ${address}. \`npx mainstay link\` prints the link with its token.`,
    );
    openBrowser(url);
    const end = (): void => void close().then(() => process.exit(0));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  } catch (error) {
    console.error(toErrorValue(error).message);
    process.exitCode = 1;
  }
}

/** Of the words that are for the desktop program, `--port` and `--new-token` mean something to the browser's host too. */
function wanted(): { port?: number; renewToken: boolean } {
  const { values } = parseArgs({
    strict: false,
    options: { port: { type: 'string' }, 'new-token': { type: 'boolean' } },
  });
  const { port } = values;
  const renewToken = values['new-token'] === true;
  return typeof port === 'string' ? { port: Number(port), renewToken } : { renewToken };
}

/** Best effort: the link is printed anyway. */
function openBrowser(url: string): void {
  const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
    darwin: ['open', url],
    win32: ['rundll32', 'url.dll,FileProtocolHandler', url],
    linux: ['xdg-open', url],
  };
  const [program, ...words] = openers[process.platform] ?? [];
  if (
    program === undefined ||
    (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
  )
    return;
  const child = spawn(program, words, { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('No browser could be opened from here.'));
  child.unref();
}
