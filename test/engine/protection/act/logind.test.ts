/**
 * The Linux adapter against a logind that none of us wrote: python-dbusmock's template, on a bus of its own. Nothing here
 * can reach the machine's own logind: the only system bus that busctl is told of is this one.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createActor } from '../../../../src-main/engine/protection/act/actor.ts';
import { linuxPower } from '../../../../src-main/engine/protection/act/linux.ts';
import { type Run, runProgram } from '../../../../src-main/engine/protection/act/run.ts';
import type { PreflightCheck } from '../../../../src-shared/contract/index.ts';
import { actionOf, benchTools } from './bench.ts';

const PYTHON = '/usr/bin/python3';
const has = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;
const equipped =
  process.platform === 'linux' &&
  has(PYTHON, '-c', 'import dbusmock') &&
  has('busctl', '--version') &&
  has('dbus-daemon', '--version');
if (!equipped && process.env['CI'] === 'true') {
  throw new Error('The tests of logind need dbus, busctl (systemd) and python3-dbusmock.');
}

const BUS = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path=PATH</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>`;

const inhibit = (...words: string[]): ChildProcess =>
  spawn('systemd-inhibit', [...words, 'sleep', '20'], { stdio: 'ignore', detached: true });

const onlyBusctl: Run = (program, args, options) =>
  program === 'busctl'
    ? runProgram(program, args, options)
    : Promise.resolve({ code: null, out: '', said: `${program} is not for tests` });
const checks = (uid = 1000) => linuxPower(onlyBusctl, { root: '/', uid });

const find = (all: readonly PreflightCheck[], id: string) => all.find((check) => check.id === id);

describe.skipIf(!equipped)('logind', { timeout: 30_000 }, () => {
  let folder: string;
  let bus: ChildProcess;
  let address: string;
  let mock: ChildProcess | undefined;
  const before = process.env['DBUS_SYSTEM_BUS_ADDRESS'];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-logind-'));
    const socket = join(folder, 'bus');
    writeFileSync(join(folder, 'bus.conf'), BUS.replace('PATH', socket));
    bus = spawn('dbus-daemon', [`--config-file=${join(folder, 'bus.conf')}`, '--nofork'], { stdio: 'ignore' });
    await until(() => existsSync(socket));
    address = `unix:path=${socket}`;
  });
  afterAll(() => {
    bus.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    process.env['DBUS_SYSTEM_BUS_ADDRESS'] = address;
  });
  afterEach(async () => {
    if (before === undefined) delete process.env['DBUS_SYSTEM_BUS_ADDRESS'];
    else process.env['DBUS_SYSTEM_BUS_ADDRESS'] = before;
    const gone = mock;
    mock = undefined;
    if (gone === undefined) return;
    const ended = new Promise((resolve) => gone.once('exit', resolve));
    gone.kill('SIGKILL');
    await ended;
  });

  const log = (): string => join(folder, 'log');
  const start = async (parameters: Record<string, string> = {}): Promise<void> => {
    rmSync(log(), { force: true });
    const words = ['-m', 'dbusmock', '--system', '--logfile', log(), '--template', 'logind'];
    mock = spawn(PYTHON, [...words, '--parameters', JSON.stringify(parameters)], { stdio: 'ignore' });
    await until(() => has('busctl', '--system', 'status', 'org.freedesktop.login1'));
  };
  const called = (): string[] =>
    readFileSync(log(), 'utf8')
      .split('\n')
      .flatMap((line) => /^[\d.]+ ((?:PowerOff|Hibernate|Suspend)\b.*)$/.exec(line)?.[1] ?? []);
  /** An inhibitor lives as long as its process. */
  /** Only busctl is let through. */

  it.each([
    ['shutdown', 'PowerOff False'],
    ['hibernate', 'Hibernate False'],
    ['sleep', 'Suspend False'],
  ] as const)('takes the request to %s', async (kind, call) => {
    await start();
    const actor = createActor({ platform: 'linux', run: onlyBusctl, log: () => undefined });
    const { done, message } = await actor.perform(actionOf(kind), benchTools({ rules: { powerOffUps: false } }));
    expect([done, called()], message).toEqual([true, [call]]);
  });

  it.each([
    ['yes', 'passed', 'may shut down'],
    ['challenge', 'failed', 'password'],
    ['no', 'failed', 'may not shut down'],
    ['na', 'failed', 'not available'],
  ])('that answers "%s" is %s', async (answer, verdict, words) => {
    await start({ CanPowerOff: answer });
    const check = find(await checks().checks('shutdown'), 'privilege');
    expect(check).toMatchObject({ verdict });
    expect(check?.message).toContain(words);
  });

  it('is asked about what is planned, not about something else', async () => {
    await start({ CanPowerOff: 'yes', CanHibernate: 'na', CanSuspend: 'challenge' });
    expect(find(await checks().checks('hibernate'), 'privilege')?.message).toContain('not available');
    expect(find(await checks().checks('sleep'), 'privilege')?.message).toContain('password');
  });

  it('that is not there fails, but root can do without', async () => {
    expect(find(await checks().checks('shutdown'), 'privilege')).toMatchObject({ verdict: 'failed' });
    expect(find(await checks(0).checks('shutdown'), 'privilege')).toMatchObject({ verdict: 'warning' });
    expect(find(await checks(0).checks('hibernate'), 'privilege')).toMatchObject({ verdict: 'failed' });
  });

  it('names who says no, apart from who wants a moment', async () => {
    await start();
    const held = [
      inhibit('--what=shutdown:sleep', '--who=Backup', '--why=Writing the tape', '--mode=block'),
      inhibit('--what=shutdown', '--who=Editor', '--why=Unsaved files', '--mode=delay'),
      inhibit('--what=idle', '--who=Film', '--why=Playing', '--mode=block'),
    ];
    try {
      await until(() => readFileSync(log(), 'utf8').match(/Inhibit "/g)?.length === 3);
      const down = find(await checks().checks('shutdown'), 'inhibitors');
      expect(down).toMatchObject({ verdict: 'warning' });
      expect(down?.message).toContain('Backup (Writing the tape)');
      expect(down?.message).not.toContain('Editor');
      expect(down?.message).not.toContain('Film');
      held[0]?.kill();
      await until(() => !has('sh', '-c', 'systemd-inhibit --list --no-legend | grep -q Backup'));
      const delayed = find(await checks().checks('shutdown'), 'inhibitors');
      expect(delayed).toMatchObject({ verdict: 'passed' });
      expect(delayed?.message).toContain('Editor (Unsaved files)');
    } finally {
      for (const each of held) if (each.pid !== undefined) tryKill(-each.pid);
    }
  });
});

function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

async function until(fits: () => boolean): Promise<void> {
  for (let left = 200; left > 0; left -= 1) {
    if (fits()) return;
    await sleep(50);
  }
  throw new Error('It did not happen in 10 seconds.');
}
