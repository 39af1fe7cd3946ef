/** What must be right on Linux before the last step works: who may do it, what stands in its way, and where memory goes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { PreflightCheck } from '../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../src-shared/settings-protection.ts';
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
  const check = { id: 'programs', title: 'Ways to shut down' };
  const found: string[] = [];
  const missing: string[] = [];
  for (const program of ['busctl', 'systemctl']) {
    const { code } = await run(program, ['--version']);
    (code === 0 ? found : missing).push(program);
  }
  if (missing.length === 0) return { ...check, verdict: 'passed', message: 'busctl and systemctl are there.' };
  if (found.length > 0) {
    return { ...check, verdict: 'warning', message: `${missing.join()} is missing; ${found.join()} has to do.` };
  }
  return {
    ...check,
    verdict: 'warning',
    message: 'This system has neither busctl nor systemctl; only shutdown(8) is left, which needs root.',
    fix: 'Run Mainstay as root, or try “shutdown -h +60” and “shutdown -c” as the account it runs as.',
  };
}

const METHODS = { shutdown: 'CanPowerOff', hibernate: 'CanHibernate', sleep: 'CanSuspend' } as const;
const DEEDS = { shutdown: 'shut down', hibernate: 'hibernate', sleep: 'put to sleep' } as const;

const answerSchema = z.object({ data: z.tuple([z.string()]) });

/** CanPowerOff and its like answer yes, challenge (a password), no, na (org.freedesktop.login1(5)). */
async function checkPrivilege(run: Run, action: keyof typeof METHODS, { uid }: LinuxPlace): Promise<PreflightCheck> {
  const check = { id: 'privilege', title: 'May do it' };
  const { code, out, said } = await run(...split(logindCall(METHODS[action])));
  const parsed = code === 0 ? answerSchema.safeParse(jsonOf(out)) : undefined;
  const deed = DEEDS[action];
  if (parsed?.success !== true) {
    const why = said.trim() === '' ? 'no answer' : said.trim();
    if (uid === 0 && action === 'shutdown') {
      return { ...check, verdict: 'warning', message: `logind does not answer (${why}); as root it works without.` };
    }
    return {
      ...check,
      verdict: 'failed',
      message: `logind does not answer (${why}), and without it this account cannot ${deed} the computer.`,
      fix: INSTALL,
    };
  }
  const [answer] = parsed.data.data;
  switch (answer) {
    case 'yes':
      return { ...check, verdict: 'passed', message: `This account may ${deed} the computer.` };
    case 'na':
      return {
        ...check,
        verdict: 'failed',
        message: `This computer cannot do that: logind says that it is not available.`,
        fix: action === 'shutdown' ? 'Look at the log of systemd-logind.' : 'Choose shutdown in Protection.',
      };
    case 'challenge':
      return {
        ...check,
        verdict: 'failed',
        message: `The system would ask for a password first, and nobody may be there to type it.`,
        fix: INSTALL,
      };
    default:
      return { ...check, verdict: 'failed', message: `This account may not ${deed} the computer.`, fix: INSTALL };
  }
}

const inhibitorsSchema = z.object({
  data: z.tuple([z.array(z.tuple([z.string(), z.string(), z.string(), z.string(), z.number(), z.number()]))]),
});

/** What, who, why, mode, user, process: the mode tells who only wants a moment from who says no. */
async function checkInhibitors(run: Run, action: keyof typeof METHODS): Promise<PreflightCheck> {
  const check = { id: 'inhibitors', title: 'Nothing in the way' };
  const { code, out } = await run(...split(logindCall('ListInhibitors')));
  const parsed = code === 0 ? inhibitorsSchema.safeParse(jsonOf(out)) : undefined;
  if (parsed?.success !== true) {
    return { ...check, verdict: 'passed', message: 'There is no logind that programs could ask to wait.' };
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
      message: `${blocking} wants to keep the computer from it now. Mainstay passes that over, since the battery does not wait; what that program is doing may be cut off.`,
      fix: 'Let it finish. If it is always there, see “systemd-inhibit --list”.',
    };
  }
  if (delaying !== '') {
    return { ...check, verdict: 'passed', message: `${delaying} is given a few seconds first, as the system allows.` };
  }
  return { ...check, verdict: 'passed', message: 'No program keeps the computer from it.' };
}

/** Hibernation writes memory into swap, and has to find it again at the next start. */
function checkMemory({ root }: LinuxPlace): PreflightCheck {
  const check = { id: 'hibernation', title: 'Room to hibernate' };
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
      message: 'There is no swap on a disk, so there is nowhere to write memory to.',
      fix: 'Add swap as large as the memory, or choose shutdown in Protection.',
    };
  }
  if (swap < total) {
    return {
      ...check,
      verdict: 'warning',
      message: `Swap holds ${gigabytes(swap)}, memory ${gigabytes(total)}: when memory is full, hibernation fails.`,
      fix: 'Make swap as large as the memory, or choose shutdown in Protection.',
    };
  }
  const firmware = text(root, 'proc/cmdline').includes('resume=');
  return {
    ...check,
    verdict: 'passed',
    message: `Swap holds ${gigabytes(swap)}, memory ${gigabytes(total)}.${firmware ? '' : ' The kernel is not told where to look for it (resume=); systemd finds it by itself on UEFI computers.'}`,
  };
}

const gigabytes = (kilobytes: number): string => `${(kilobytes / 1_048_576).toFixed(1)} GB`;

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
