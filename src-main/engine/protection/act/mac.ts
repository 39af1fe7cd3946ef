/**
 * macOS: root asks shutdown(8), an account that is logged in asks System Events (an Apple event), and pmset(1) puts to
 * sleep. Hibernation is not offered: sleep writes memory to the disk as the system sees fit. Has never been run on a real
 * Mac here: what is tested is which programs are started, and what is made of their answers.
 */
import type { PreflightCheck } from '../../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/protection.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import type { PowerSystem } from './power-system.ts';
import { type Command, firstThatWorks, type Run } from './run.ts';

const EVENT: Command = ['osascript', '-e', 'tell application "System Events" to shut down'];
/** `-u`: goes down, but waits five minutes before it takes the power away, so that the UPS can, and a later start with it. */
const HALT: Command = ['shutdown', '-h', '-u', 'now'];

/** The adapter; `root`: this process may shut down without asking anybody. */
export function macPower(run: Run, root: boolean): PowerSystem {
  return {
    deeds: {
      shutdown: () => firstThatWorks(run, root ? [HALT, ['shutdown', '-h', 'now'], EVENT] : [EVENT]),
      hibernate: () => Promise.resolve({ done: false, why: say('act.mac.noHibernation') }),
      sleep: () => firstThatWorks(run, [['pmset', 'sleepnow']], { silenceIsYes: true }),
    },
    checks: (action) => Promise.resolve(checks(action, root)),
    announce: (text) => void run('wall', [], { input: `${text}\n` }),
  };
}

function checks(action: ProtectionSetting['action'], root: boolean): PreflightCheck[] {
  const check = { id: 'privilege', title: say('act.check.privilege') };
  switch (action) {
    case 'command':
      return [];
    case 'hibernate':
      return [
        {
          ...check,
          verdict: 'failed',
          message: say('act.mac.noHibernationCheck'),
          fix: say('act.chooseShutdown'),
        },
      ];
    case 'sleep':
      return [{ ...check, verdict: 'passed', message: say('act.mac.sleep') }];
    default:
      if (root) return [{ ...check, verdict: 'passed', message: say('act.mac.root') }];
      return [
        {
          ...check,
          verdict: 'warning',
          message: say('act.mac.events'),
          fix: say('act.mac.eventsFix'),
        },
      ];
  }
}
