/**
 * Windows: shutdown.exe (`/f`, since nobody is there to close a program that asks; its `/h` takes no time), and for sleep
 * SetSuspendState of powrprof.dll, which has no program of its own. Has never been run on a real Windows here: what is
 * tested is which programs are started, and what is made of their answers.
 */
import { firstThatWorks, type Run } from './run.ts';
import type { PowerSystem } from './power-system.ts';

/** The adapter. */
export function windowsPower(run: Run): PowerSystem {
  return {
    deeds: {
      shutdown: () => firstThatWorks(run, [['shutdown.exe', '/s', '/f', '/t', '0']]),
      hibernate: () => firstThatWorks(run, [['shutdown.exe', '/h']], { silenceIsYes: true }),
      sleep: () =>
        firstThatWorks(run, [['rundll32.exe', 'powrprof.dll,SetSuspendState', '0,1,0']], { silenceIsYes: true }),
    },
    checks: () => Promise.resolve([]),
    announce: (text) => void run('msg.exe', ['*', text]),
  };
}
