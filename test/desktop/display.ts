/** Gives the suite a display and a session bus where the machine has none, and takes them away again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { findElectron } from '../../scripts/electron-program.ts';

/** Runs before the suite; what it returns runs after. */
export default async function setUp(): Promise<() => void> {
  const electron = findElectron();
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
      process.env['DISPLAY'] = `:${await firstLine(server, server.stdio[3] as Readable)}`;
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

async function firstLine(child: ChildProcess, stream: Readable): Promise<string> {
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`${child.spawnfile} ended with ${String(code)} before it was ready.`);
  });
  const [line] = (await Promise.race([once(createInterface(stream), 'line'), failed])) as [string];
  return line;
}
