/** Gives the suite a display and a session bus where the machine has none, and takes them away again. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { type ElectronProgram, findElectron } from '../../scripts/electron-program.ts';

/** Prepares a program for tests where the release host of Electron is out of reach; not part of the product. */
const LAST_RESORT = join(import.meta.dirname, '..', '..', '..', 'shared', 'tools', 'electron-runtime.sh');

/** Runs before the suite; what it returns runs after. */
export default async function setUp(): Promise<() => void> {
  const electron = findOrPrepare();
  if (!electron.found) throw new Error(['There is no Electron to test on.', ...electron.tried].join('\n  '));
  process.env['MAINSTAY_TEST_ELECTRON'] = electron.path;
  console.log(`desktop: Electron from ${electron.origin}`);

  const started: ChildProcess[] = [];
  if (process.platform === 'linux') {
    if (!process.env['DISPLAY']) {
      const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      });
      started.push(server);
      process.env['DISPLAY'] = `:${await firstLine(server, server.stdio[3])}`;
    }
    if (!process.env['DBUS_SESSION_BUS_ADDRESS']) {
      const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      started.push(bus);
      process.env['DBUS_SESSION_BUS_ADDRESS'] = await firstLine(bus, bus.stdout);
    }
  }
  return () => {
    for (const child of started.toReversed()) child.kill();
  };
}

function findOrPrepare(): ElectronProgram {
  const found = findElectron();
  if (found.found || !existsSync(LAST_RESORT)) return found;
  const { stdout } = spawnSync(LAST_RESORT, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return findElectron({ ...process.env, ELECTRON_OVERRIDE_DIST_PATH: stdout.trim() });
}

async function firstLine(child: ChildProcess, stream: unknown): Promise<string> {
  if (!(stream instanceof Readable)) throw new Error(`${child.spawnfile} was started without its pipe`);
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`${child.spawnfile} ended with ${String(code)} before it was ready.`);
  });
  const line = new Promise<string>((resolve) => createInterface(stream).once('line', resolve));
  return Promise.race([line, failed]);
}
