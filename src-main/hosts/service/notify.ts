/**
 * Telling systemd that the service is ready and alive (sd_notify(3)). Node has no datagram sockets of the Unix kind, so
 * systemd's own program `systemd-notify` sends them; the unit allows it with NotifyAccess=all.
 */
import { spawn } from 'node:child_process';

/** The part of the environment that systemd sets. */
export interface NotifyPlace {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly run: (program: string, args: readonly string[]) => void;
}

/** What tells systemd. Does nothing where systemd did not start this program. */
export interface Notifier {
  /** Clients can be served; from now on the watchdog is fed from the event loop: one that hangs gets restarted. */
  ready(): void;
  stopping(): void;
}

/** Made from the environment of this process. */
export function createNotifier(place: NotifyPlace = { env: process.env, run: start }): Notifier {
  const { env, run } = place;
  if (env['NOTIFY_SOCKET'] === undefined) return { ready: () => undefined, stopping: () => undefined };
  const watchdog = Number(env['WATCHDOG_USEC'] ?? 0) / 1000;
  let feeding: ReturnType<typeof setInterval> | undefined;
  return {
    ready: () => {
      run('systemd-notify', ['--ready', 'STATUS=Watching']);
      // Twice in its time and once to spare.
      if (watchdog > 0) feeding = setInterval(() => run('systemd-notify', ['WATCHDOG=1']), watchdog / 3);
      feeding?.unref();
    },
    stopping: () => {
      clearInterval(feeding);
      run('systemd-notify', ['--stopping']);
    },
  };
}

function start(program: string, args: readonly string[]): void {
  // A ping that is lost makes room for the next; without the program systemd ends the service, and says so.
  spawn(program, [...args], { stdio: 'ignore' }).on('error', () => undefined);
}
