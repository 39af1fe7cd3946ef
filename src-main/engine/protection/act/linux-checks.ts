/** What must be right on Linux before the last step works: who may do it, what stands in its way, and where memory goes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { PreflightCheck } from '../../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/protection.ts';
import { saidIn, say } from '../../../../src-shared/texts/say.ts';
import { logindCall } from './logind.ts';
import type { Run } from './run.ts';

type Action = ProtectionSetting['action'];

/** What can be replaced around the checks: `root` is the file system's root, `uid` who asks. */
export interface LinuxPlace {
  readonly root: string;
  readonly uid: number | undefined;
}

const INSTALL = 'sudo mainstay service install';

/** All of them. */
export async function linuxChecks(run: Run, action: Action, place: LinuxPlace): Promise<PreflightCheck[]> {
  if (action === 'command') return [];
  const programs = await checkPrograms(run);
  const privilege = await checkPrivilege(run, action, place);
  const hibernation = action === 'hibernate' ? [checkMemory(place)] : [];
  return [programs, privilege, ...hibernation, await checkInhibitors(run, action)];
}

async function checkPrograms(run: Run): Promise<PreflightCheck> {
  const check = { id: 'programs', title: say('act.check.programs') };
  const found: string[] = [];
  const missing: string[] = [];
  for (const program of ['busctl', 'systemctl']) {
    const { code } = await run(program, ['--version']);
    (code === 0 ? found : missing).push(program);
  }
  if (missing.length === 0) return { ...check, verdict: 'passed', message: say('act.linux.programs') };
  if (found.length > 0) {
    return {
      ...check,
      verdict: 'warning',
      message: say('act.linux.programMissing', { missing: missing.join(), found: found.join() }),
    };
  }
  return {
    ...check,
    verdict: 'warning',
    message: say('act.linux.noPrograms'),
    fix: say('act.linux.noProgramsFix'),
  };
}

const METHODS = { shutdown: 'CanPowerOff', hibernate: 'CanHibernate', sleep: 'CanSuspend' } as const;

const answerSchema = z.object({ data: z.tuple([z.string()]) });

/** CanPowerOff and its like answer yes, challenge (a password), no, na (org.freedesktop.login1(5)). */
async function checkPrivilege(run: Run, action: keyof typeof METHODS, { uid }: LinuxPlace): Promise<PreflightCheck> {
  const check = { id: 'privilege', title: say('act.check.privilege') };
  const { code, out, said } = await run(...split(logindCall(METHODS[action])));
  const parsed = code === 0 ? answerSchema.safeParse(jsonOf(out)) : undefined;
  if (parsed?.success !== true) {
    const why = said.trim() === '' ? say('act.linux.noAnswer') : said.trim();
    if (uid === 0 && action === 'shutdown') {
      return { ...check, verdict: 'warning', message: say('act.linux.noLogindRoot', { why }) };
    }
    return {
      ...check,
      verdict: 'failed',
      message: say(`act.linux.noLogind.${action}`, { why }),
      fix: INSTALL,
    };
  }
  const [answer] = parsed.data.data;
  switch (answer) {
    case 'yes':
      return { ...check, verdict: 'passed', message: say(`act.linux.may.${action}`) };
    case 'na':
      return {
        ...check,
        verdict: 'failed',
        message: say('act.linux.notAvailable'),
        fix: action === 'shutdown' ? say('act.linux.seeLog') : say('act.chooseShutdown'),
      };
    case 'challenge':
      return {
        ...check,
        verdict: 'failed',
        message: say('act.linux.challenge'),
        fix: INSTALL,
      };
    default:
      return { ...check, verdict: 'failed', message: say(`act.linux.mayNot.${action}`), fix: INSTALL };
  }
}

const inhibitorsSchema = z.object({
  data: z.tuple([z.array(z.tuple([z.string(), z.string(), z.string(), z.string(), z.number(), z.number()]))]),
});

/** What, who, why, mode, user, process: the mode tells who only wants a moment from who says no. */
async function checkInhibitors(run: Run, action: keyof typeof METHODS): Promise<PreflightCheck> {
  const check = { id: 'inhibitors', title: say('act.check.inhibitors') };
  const { code, out } = await run(...split(logindCall('ListInhibitors')));
  const parsed = code === 0 ? inhibitorsSchema.safeParse(jsonOf(out)) : undefined;
  if (parsed?.success !== true) {
    return { ...check, verdict: 'passed', message: say('act.linux.noInhibitors') };
  }
  const what = action === 'shutdown' ? 'shutdown' : 'sleep';
  const concerned = parsed.data.data[0].filter(([kinds]) => kinds.split(':').includes(what));
  const names = (wanted: (mode: string) => boolean): string =>
    concerned.flatMap(([, who, why, mode]) => (wanted(mode) ? [`${who} (${why})`] : [])).join(', ');
  const blocking = names((mode) => mode.startsWith('block'));
  const delaying = names((mode) => mode === 'delay');
  if (blocking !== '') {
    return {
      ...check,
      verdict: 'warning',
      message: say('act.linux.blocking', { names: blocking }),
      fix: say('act.linux.blockingFix'),
    };
  }
  if (delaying !== '') {
    return { ...check, verdict: 'passed', message: say('act.linux.delaying', { names: delaying }) };
  }
  return { ...check, verdict: 'passed', message: say('act.linux.free') };
}

/** Hibernation writes memory into swap, and has to find it again at the next start. */
function checkMemory({ root }: LinuxPlace): PreflightCheck {
  const check = { id: 'hibernation', title: say('act.check.hibernation') };
  const total = Number(/^MemTotal:\s+(\d+) kB$/m.exec(text(root, 'proc/meminfo'))?.[1] ?? Number.NaN);
  // Filename, Type, Size in kB, Used, Priority; compressed memory is no place that survives.
  const swap = text(root, 'proc/swaps')
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([name]) => name !== undefined && name !== '' && !name.includes('zram'))
    .reduce((sum, [, , size]) => sum + Number(size ?? 0), 0);
  if (swap === 0) {
    return {
      ...check,
      verdict: 'failed',
      message: say('act.linux.noSwap'),
      fix: say('act.linux.addSwap'),
    };
  }
  if (swap < total) {
    return {
      ...check,
      verdict: 'warning',
      message: say('act.linux.littleSwap', { swap: gigabytes(swap), memory: gigabytes(total) }),
      fix: say('act.linux.makeSwap'),
    };
  }
  const sizes = { swap: gigabytes(swap), memory: gigabytes(total) };
  const firmware = text(root, 'proc/cmdline').includes('resume=');
  return {
    ...check,
    verdict: 'passed',
    message: firmware ? say('act.linux.swap', sizes) : `${say('act.linux.swap', sizes)} ${say('act.linux.noResume')}`,
  };
}

const gigabytes = (kilobytes: number): string =>
  say('act.linux.gigabytes', {
    size: new Intl.NumberFormat(saidIn(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
      kilobytes / 1_048_576,
    ),
  });

function text(root: string, path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    // A system without it has none of what it tells of.
    return '';
  }
}

function jsonOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function split([program, ...args]: readonly [string, ...string[]]): [string, string[]] {
  return [program, args];
}
