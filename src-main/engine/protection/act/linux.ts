/**
 * Linux: logind (org.freedesktop.login1(5)), asked through busctl(1), which comes in the same package. A D-Bus library
 * would be one more thing that can break in the one minute that matters, for five calls; those on offer are unmaintained
 * or bring a tree of packages along. Where logind does not answer: systemctl(1), then shutdown(8).
 */
import { type LinuxPlace, linuxChecks } from './linux-checks.ts';
import { logindCall } from './logind.ts';
import type { PowerSystem } from './power-system.ts';
import { type Command, firstThatWorks, type Run } from './run.ts';

/**
 * SD_LOGIND_SKIP_INHIBITORS. Since systemd 257 programs that block the shutdown block root as well, unless this is said;
 * older ones do not know the flag, and let root pass without it. A battery that runs out asks nobody.
 */
const SKIP_INHIBITORS = '16';

/** `false`: ask nobody for a password. */
const ask = (method: string): readonly Command[] => [
  logindCall(method, 'b', 'false'),
  logindCall(`${method}WithFlags`, 't', SKIP_INHIBITORS),
];

/** `-i` passes inhibitors over. */
const WAYS = {
  shutdown: [...ask('PowerOff'), ['systemctl', 'poweroff', '-i'], ['shutdown', '-h', 'now']],
  hibernate: [...ask('Hibernate'), ['systemctl', 'hibernate', '-i']],
  sleep: [...ask('Suspend'), ['systemctl', 'suspend', '-i']],
} as const satisfies Record<string, readonly Command[]>;

/** The adapter. */
export function linuxPower(run: Run, place: LinuxPlace): PowerSystem {
  return {
    deeds: {
      shutdown: () => firstThatWorks(run, WAYS.shutdown),
      hibernate: () => firstThatWorks(run, WAYS.hibernate, { silenceIsYes: true }),
      sleep: () => firstThatWorks(run, WAYS.sleep, { silenceIsYes: true }),
    },
    checks: (action) => linuxChecks(run, action, place),
    // wall(1) takes an argument for the name of a file, so the text goes in by the front door.
    announce: (text) => void run('wall', [], { input: `${text}\n` }),
  };
}
