/** What systemd does for the service, in the small: starts it again a second after it ended, however it ended. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const MAIN = resolve(import.meta.dirname, '../../src-main/hosts/cli/main.ts');
/** RestartSec of the unit, in milliseconds. */
const PAUSE = 1000;

/** A service that is kept running. */
export interface Supervised {
  readonly socket: string;
  /** kill -9, whatever it is doing. */
  kill(): void;
  /** How often it was started. */
  readonly starts: () => number;
  /** What it wrote to its log, over all its lives. */
  readonly log: () => string;
  /** Ends it for good, as `systemctl stop` does. */
  stop(): Promise<void>;
}

/** Starts the service over a folder of data and keeps it running until `stop`. */
export function supervise(data: string, socket: string): Supervised {
  let child: ChildProcess;
  let stopping = false;
  let starts = 0;
  let log = '';
  let pause: ReturnType<typeof setTimeout> | undefined;
  const start = (): void => {
    starts += 1;
    child = spawn(process.execPath, [MAIN, 'serve', '--service', '--data', data, '--socket', socket], {
      stdio: ['ignore', 'ignore', 'pipe'],
      // Sources are made ready to run once and not in each life; an installed service runs what was built.
      env: { ...process.env, NODE_COMPILE_CACHE: `${data}.cache` },
    });
    child.stderr?.on('data', (bytes: Buffer) => {
      log += bytes.toString();
    });
    child.once('exit', () => {
      if (!stopping) pause = setTimeout(start, PAUSE);
    });
  };
  start();
  return {
    socket,
    kill: () => void child.kill('SIGKILL'),
    starts: () => starts,
    log: () => log,
    stop: async () => {
      stopping = true;
      clearTimeout(pause);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
