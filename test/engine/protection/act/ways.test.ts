/** Which programs are started on each system, and what is made of what they answer. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linuxChecks } from '../../../../src-main/engine/protection/act/linux-checks.ts';
import { linuxPower } from '../../../../src-main/engine/protection/act/linux.ts';
import { macPower } from '../../../../src-main/engine/protection/act/mac.ts';
import type { PowerSystem } from '../../../../src-main/engine/protection/act/power-system.ts';
import type { Ran, Run, RunOptions } from '../../../../src-main/engine/protection/act/run.ts';
import { windowsPower } from '../../../../src-main/engine/protection/act/windows.ts';

/** A system whose programs answer so. What was started is written down, with what it was given to read. */
function system(answer: (command: string) => Partial<Ran> = () => ({})) {
  const calls: string[] = [];
  const inputs: (string | undefined)[] = [];
  const run: Run = async (program, args, options?: RunOptions) => {
    const command = [program, ...args].join(' ');
    calls.push(command);
    inputs.push(options?.input);
    return { code: 0, out: '', said: '', ...answer(command) };
  };
  return { calls, inputs, run };
}

const no = (): Partial<Ran> => ({ code: 1, said: 'no' });
const late = (): Partial<Ran> => ({ code: null, said: '', late: true });
const MANAGER = '/org/freedesktop/login1 org.freedesktop.login1.Manager';
const call = (method: string) => `busctl --system --json=short call org.freedesktop.login1 ${MANAGER} ${method}`;

const linux = (run: Run) => linuxPower(run, { root: '/', uid: 1000 });

describe('the ways to the last step', () => {
  it.each<[string, (run: Run) => PowerSystem, keyof PowerSystem['deeds'], readonly string[]]>([
    [
      'Linux',
      linux,
      'shutdown',
      [call('PowerOff b false'), call('PowerOffWithFlags t 16'), 'systemctl poweroff -i', 'shutdown -h now'],
    ],
    [
      'Linux',
      linux,
      'hibernate',
      [call('Hibernate b false'), call('HibernateWithFlags t 16'), 'systemctl hibernate -i'],
    ],
    ['Linux', linux, 'sleep', [call('Suspend b false'), call('SuspendWithFlags t 16'), 'systemctl suspend -i']],
    [
      'macOS as root',
      (run) => macPower(run, true),
      'shutdown',
      ['shutdown -h -u now', 'shutdown -h now', 'osascript -e tell application "System Events" to shut down'],
    ],
    [
      'macOS',
      (run) => macPower(run, false),
      'shutdown',
      ['osascript -e tell application "System Events" to shut down'],
    ],
    ['macOS', (run) => macPower(run, false), 'sleep', ['pmset sleepnow']],
    ['Windows', windowsPower, 'shutdown', ['shutdown.exe /s /f /t 0']],
    ['Windows', windowsPower, 'hibernate', ['shutdown.exe /h']],
    ['Windows', windowsPower, 'sleep', ['rundll32.exe powrprof.dll,SetSuspendState 0,1,0']],
  ])('%s: all that are tried for %s%s', async (_what, power, deed, commands) => {
    const refusing = system(no);
    expect((await power(refusing.run).deeds[deed]()).done).toBe(false);
    expect(refusing.calls).toEqual(commands);
    // A computer that falls asleep may not answer before it wakes; one that goes down is asked in every way.
    const silent = system(late);
    expect((await power(silent.run).deeds[deed]()).done).toBe(deed !== 'shutdown');
    expect(silent.calls).toHaveLength(deed === 'shutdown' ? commands.length : 1);
  });

  it.each<[string, (run: Run) => PowerSystem, string, string | undefined]>([
    ['Linux', linux, 'wall', 'Going down.\n'],
    ['macOS', (run) => macPower(run, true), 'wall', 'Going down.\n'],
    ['Windows', windowsPower, 'msg.exe * Going down.', undefined],
  ])('%s: everyone is told', (_what, power, command, input) => {
    const { calls, inputs, run } = system();
    power(run).announce('Going down.');
    expect([calls, inputs]).toEqual([[command], [input]]);
  });
});

describe('what is asked on Windows', () => {
  const KEY = String.raw`HKLM\SYSTEM\CurrentControlSet\Control\Power`;
  it('is the privilege, and the registry before a hibernation', async () => {
    const { calls, run } = system();
    const power = windowsPower(run);
    expect((await power.checks('hibernate')).map(({ id }) => id)).toEqual(['privilege', 'hibernation']);
    expect(calls).toEqual(['whoami.exe /priv /fo csv /nh', `reg.exe query ${KEY} /v HibernateEnabled`]);
    expect((await power.checks('shutdown')).map(({ id }) => id)).toEqual(['privilege']);
    expect(await power.checks('command')).toEqual([]);
  });

  it('is no yes from a program that failed', async () => {
    const out = 'SeShutdownPrivilege HibernateEnabled    REG_DWORD    0x1';
    const good = await windowsPower(system(() => ({ out })).run).checks('hibernate');
    expect(good.map(({ verdict }) => verdict)).toEqual(['passed', 'passed']);
    const bad = await windowsPower(system(() => ({ code: 1, out })).run).checks('hibernate');
    expect(bad.map(({ verdict }) => verdict)).toEqual(['failed', 'failed']);
  });
});

describe('what is asked on macOS', () => {
  it('is nothing before a command of your own', async () => {
    expect(await macPower(system().run, true).checks('command')).toEqual([]);
  });
});

/** What logind says of whether this account may. */
const may = (word: string) => (command: string) =>
  command.includes('Can') ? { out: `{"type":"s","data":["${word}"]}` } : {};

/** Logind with programs that want to be waited for: what, who, why, mode. */
const holding =
  (...rows: readonly string[][]) =>
  (command: string) =>
    command.includes('ListInhibitors')
      ? { out: JSON.stringify({ type: 'a(ssssuu)', data: [rows.map((row) => [...row, 1000, 42])] }) }
      : may('yes')(command);

const swaps = (...lines: string[]) => ['Filename Type Size Used Priority', ...lines, ''].join('\n');

describe('what is asked on Linux', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-ways-'));
    mkdirSync(join(folder, 'proc'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  type Action = Parameters<typeof linuxChecks>[1];
  async function look(action: Action, answer: (command: string) => Partial<Ran>, uid = 1000) {
    const { calls, run } = system(answer);
    const checks = await linuxChecks(run, action, { root: folder, uid });
    return { calls, of: (id: string) => checks.find((check) => check.id === id), ids: checks.map(({ id }) => id) };
  }

  it('are programs, permission, room to hibernate and who stands in the way', async () => {
    const { calls, ids } = await look('hibernate', may('yes'));
    expect(ids).toEqual(['programs', 'privilege', 'hibernation', 'inhibitors']);
    expect(calls).toEqual(['busctl --version', 'systemctl --version', call('CanHibernate'), call('ListInhibitors')]);
    expect((await look('shutdown', may('yes'))).calls[2]).toBe(call('CanPowerOff'));
    expect((await look('sleep', may('yes'))).calls[2]).toBe(call('CanSuspend'));
    expect((await look('command', may('yes'))).calls).toEqual([]);
  });

  it.each<[string, Action, string, string, string | undefined]>([
    ['yes', 'shutdown', 'passed', 'may shut down', undefined],
    ['yes', 'sleep', 'passed', 'to sleep', undefined],
    ['no', 'hibernate', 'failed', 'may not hibernate', 'service install'],
    ['challenge', 'shutdown', 'failed', 'password', 'service install'],
    ['na', 'shutdown', 'failed', 'not available', 'systemd-logind'],
    ['na', 'hibernate', 'failed', 'not available', 'Choose shutdown'],
  ])('logind says %s before %s: %s', async (word, action, verdict, words, fix) => {
    const found = (await look(action, may(word))).of('privilege');
    expect(found).toMatchObject({ verdict });
    expect(found?.message).toContain(words);
    if (fix === undefined) expect(found).not.toHaveProperty('fix');
    else expect(found?.fix).toContain(fix);
  });

  it.each<[number, Action, string]>([
    [0, 'shutdown', 'warning'],
    [0, 'sleep', 'failed'],
    [1000, 'shutdown', 'failed'],
  ])('without logind user %d and %s: %s', async (uid, action, verdict) => {
    expect((await look(action, no, uid)).of('privilege')).toMatchObject({ verdict });
  });

  it.each<[string, Partial<Ran>, string]>([
    ['nothing', { code: 1, said: '  ' }, '(no answer)'],
    ['its reason', { code: 1, said: ' Access denied\n' }, '(Access denied)'],
    ['nonsense', { out: '{"data":[]}' }, '(no answer)'],
    ['half an answer', { out: '{"data"' }, '(no answer)'],
    ['a yes, and fails', { code: 1, out: '{"type":"s","data":["yes"]}' }, '(no answer)'],
  ])('logind that says %s does not answer', async (_what, answer, why) => {
    const found = (await look('shutdown', () => answer)).of('privilege');
    expect(found).toMatchObject({ verdict: 'failed' });
    expect(found?.message).toContain(why);
  });

  it.each<[string, Action, string[][], string, string]>([
    ['nobody', 'shutdown', [], 'passed', 'No program prevents it'],
    ['one who blocks', 'shutdown', [['shutdown', 'Backup', 'copying', 'block']], 'warning', 'Backup (copying) wants'],
    ['one who blocks weakly', 'sleep', [['sleep', 'Film', 'playing', 'block-weak']], 'warning', 'Film (playing) wants'],
    [
      'one who wants a moment',
      'shutdown',
      [['shutdown', 'Net', 'saying goodbye', 'delay']],
      'passed',
      'Net (saying goodbye) is given',
    ],
    [
      'several',
      'hibernate',
      [
        ['sleep', 'A', 'a', 'block'],
        ['idle:sleep', 'B', 'b', 'block'],
        ['sleep', 'C', 'c', 'delay'],
      ],
      'warning',
      'A (a), B (b) wants',
    ],
    [
      'those of something else',
      'shutdown',
      [
        ['sleep', 'A', 'a', 'block'],
        ['handle-lid-switch', 'B', 'b', 'delay'],
      ],
      'passed',
      'No program prevents it',
    ],
    [
      'those of a shutdown before a sleep',
      'sleep',
      [['shutdown', 'A', 'a', 'block']],
      'passed',
      'No program prevents it',
    ],
    ['one of an unknown mode', 'shutdown', [['shutdown', 'A', 'a', 'unblock']], 'passed', 'No program prevents it'],
  ])('%s stands in the way of %s', async (_who, action, rows, verdict, words) => {
    const found = (await look(action, holding(...rows))).of('inhibitors');
    expect(found).toMatchObject({ verdict });
    expect(found?.message).toContain(words);
  });

  it('nobody can where there is no logind', async () => {
    for (const answer of [
      { code: 1 },
      { out: '{}' },
      { code: 1, out: '{"data":[[["shutdown","A","a","block",1,2]]]}' },
    ]) {
      const found = (await look('shutdown', (command) => (command.includes('List') ? answer : may('yes')(command)))).of(
        'inhibitors',
      );
      expect(found).toMatchObject({ verdict: 'passed' });
      expect(found?.message).toContain('There is no logind');
    }
  });

  const room = async (files: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'proc', name), text);
    return (await look('hibernate', may('yes'))).of('hibernation');
  };
  const memory = 'Buffers: 5 kB\nMemTotal:        1000 kB\nMemFree:  1 kB\n';
  it.each<[string, string, string]>([
    ['one as large as the memory', swaps('/dev/sda2   partition   1000 0 -2'), 'passed'],
    ['two that are together', swaps('/dev/sda2 partition 400 0 -2', '  /file file 600 0 -3'), 'passed'],
    ['one a little smaller', swaps('/dev/sda2 partition 999 0 -2'), 'warning'],
    [
      'one in compressed memory beside it',
      swaps('/dev/zram0 partition 9000 0 100', '/dev/sda2 partition 400 0 -2'),
      'warning',
    ],
    ['none', swaps(), 'failed'],
  ])('swap: %s', async (_what, text, verdict) => {
    expect(await room({ meminfo: memory, swaps: text })).toMatchObject({ verdict });
  });

  it('says where the kernel has to be told to find it', async () => {
    const told = await room({
      meminfo: memory,
      swaps: swaps('/dev/sda2 partition 1000 0 -2'),
      cmdline: 'resume=/dev/sda2',
    });
    expect(told?.message).not.toContain('The kernel is not told');
    expect((await room({ cmdline: 'quiet' }))?.message).toContain('The kernel is not told');
  });

  it('lets swap pass that cannot be compared with the memory', async () => {
    expect(await room({ meminfo: 'nothing of the kind', swaps: swaps('/dev/sda2 partition 10 0 -2') })).toMatchObject({
      verdict: 'passed',
    });
  });
});
