/** A keyring of the Secret Service (freedesktop.org) on a session bus of its own, as a desktop of Linux has one. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, vi } from 'vitest';

/** What a session has: the keyring that is in the folder, opened with the password, or locked, or no keyring at all. */
export type KeyringState = 'unlocked' | 'locked' | 'missing';

/** A session bus without any program that it could start by itself. */
const BARE_BUS = `<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow own="*"/><allow eavesdrop="true"/></policy></busconfig>`;

/** Whether a keyring has announced itself on the bus. */
function hasKeyring(address: string): boolean {
  const { stdout } = spawnSync(
    'dbus-send',
    [
      `--bus=${address}`,
      '--print-reply',
      '--dest=org.freedesktop.DBus',
      '/org/freedesktop/DBus',
      'org.freedesktop.DBus.NameHasOwner',
      'string:org.freedesktop.secrets',
    ],
    { encoding: 'utf8' },
  );
  return stdout.includes('boolean true');
}

/** The session that programs which start from now on are in, until it is ended. */
export interface Session {
  end(): Promise<void>;
}

/**
 * Starts the session, over the keyrings in `folder`. Whatever would ask for a password has no display: it is as if the
 * person had closed the question.
 */
export async function startSession(folder: string, state: KeyringState): Promise<Session> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { DISPLAY: _none, WAYLAND_DISPLAY: _neither, ...inherited } = process.env;
  const own = { ...inherited, XDG_DATA_HOME: folder, XDG_RUNTIME_DIR: folder };
  const config = join(folder, 'bus.conf');
  writeFileSync(config, BARE_BUS);
  const started: ChildProcess[] = [];
  const bus = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address'], {
    env: own,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  started.push(bus);
  const address = await new Promise<string>((resolve, reject) => {
    bus.once('exit', () => reject(new Error('dbus-daemon ended before it was ready')));
    createInterface(bus.stdout).once('line', resolve);
  });
  if (state !== 'missing') {
    const words = ['--foreground', '--components=secrets', ...(state === 'unlocked' ? ['--unlock'] : [])];
    const daemon = spawn('gnome-keyring-daemon', words, {
      env: { ...own, DBUS_SESSION_BUS_ADDRESS: address },
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    started.push(daemon);
    daemon.stdin.end('the password of this test');
    await vi.waitFor(() => expect(hasKeyring(address)).toBe(true), { timeout: 10_000, interval: 50 });
  }
  const before = process.env['DBUS_SESSION_BUS_ADDRESS'];
  process.env['DBUS_SESSION_BUS_ADDRESS'] = address;
  return {
    end: async () => {
      if (before === undefined) delete process.env['DBUS_SESSION_BUS_ADDRESS'];
      else process.env['DBUS_SESSION_BUS_ADDRESS'] = before;
      for (const child of started.toReversed()) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        child.kill();
        await once(child, 'exit');
      }
    },
  };
}
