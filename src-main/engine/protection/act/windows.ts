/**
 * Windows: shutdown.exe (`/f`, since nobody is there to close a program that asks; its `/h` takes no time), and for sleep
 * SetSuspendState of powrprof.dll, which has no program of its own. Has never been run on a real Windows here: what is
 * tested is which programs are started, and what is made of their answers.
 */
import type { PreflightCheck } from '../../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/protection.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import type { PowerSystem } from './power-system.ts';
import { firstThatWorks, type Run } from './run.ts';

/** The adapter. */
export function windowsPower(run: Run): PowerSystem {
  return {
    deeds: {
      shutdown: () => firstThatWorks(run, [['shutdown.exe', '/s', '/f', '/t', '0']]),
      hibernate: () => firstThatWorks(run, [['shutdown.exe', '/h']], { silenceIsYes: true }),
      sleep: () =>
        firstThatWorks(run, [['rundll32.exe', 'powrprof.dll,SetSuspendState', '0,1,0']], { silenceIsYes: true }),
    },
    checks: (action) => checks(run, action),
    announce: (text) => void run('msg.exe', ['*', text]),
  };
}

async function checks(run: Run, action: ProtectionSetting['action']): Promise<PreflightCheck[]> {
  if (action === 'command') return [];
  return [await checkPrivilege(run), ...(action === 'hibernate' ? [await checkHibernation(run)] : [])];
}

/** `whoami /priv` names privileges in the same words in every language; a disabled one is switched on when it is used. */
async function checkPrivilege(run: Run): Promise<PreflightCheck> {
  const check = { id: 'privilege', title: say('act.check.privilege') };
  const { code, out } = await run('whoami.exe', ['/priv', '/fo', 'csv', '/nh']);
  if (code === 0 && out.includes('SeShutdownPrivilege')) {
    return { ...check, verdict: 'passed', message: say('act.windows.privilege') };
  }
  return {
    ...check,
    verdict: 'failed',
    message: say('act.windows.noPrivilege'),
    fix: say('act.windows.noPrivilegeFix'),
  };
}

/** What `powercfg /a` says is in the system's language; the registry says it in a number. */
async function checkHibernation(run: Run): Promise<PreflightCheck> {
  const check = { id: 'hibernation', title: say('act.check.hibernation') };
  const key = String.raw`HKLM\SYSTEM\CurrentControlSet\Control\Power`;
  const { code, out } = await run('reg.exe', ['query', key, '/v', 'HibernateEnabled']);
  if (code === 0 && /HibernateEnabled\s+REG_DWORD\s+0x1\b/.test(out)) {
    return { ...check, verdict: 'passed', message: say('act.windows.hibernation') };
  }
  return {
    ...check,
    verdict: 'failed',
    message: say('act.windows.noHibernation'),
    fix: say('act.windows.noHibernationFix'),
  };
}
