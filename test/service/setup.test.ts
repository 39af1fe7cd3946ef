import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { apply, type Ran } from '../../src-main/hosts/service/setup/apply.ts';
import { administrators, linuxSetup, unitWord } from '../../src-main/hosts/service/setup/linux.ts';
import { macSetup } from '../../src-main/hosts/service/setup/mac.ts';
import type { InstallOptions, Step } from '../../src-main/hosts/service/setup/plan.ts';
import { programWords } from '../../src-main/hosts/service/setup/program.ts';
import { windowsSetup } from '../../src-main/hosts/service/setup/windows.ts';

// Whole programs and engines are started: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ASSETS = join(import.meta.dirname, '../../assets');
const PACKAGED = programWords({
  execPath: '/opt/Mainstay/mainstay',
  script: '/opt/Mainstay/resources/app.asar/out/main/cli.cjs',
  electron: '1',
  env: {},
  product: '/opt/Mainstay/resources/app.asar',
});
const CHECKOUT = programWords({
  execPath: '/home/a b/node',
  script: '/home/a b/mainstay 100%/cli.ts',
  electron: undefined,
  env: {},
  product: '/home/a b/mainstay 100%',
});

const UNIT = 'etc/systemd/system/mainstay.service';
let root: string;
let said: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mainstay-setup-'));
  said = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const say = (line: string): void => void said.push(line);
const below = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
const linux = (more: Partial<InstallOptions> = {}): InstallOptions => ({
  program: PACKAGED,
  assets: join(ASSETS, 'linux'),
  ...more,
});

/** What the shipped rule of polkit answers. */
const allows = (id: string, user: string, details: Record<string, string> = {}): string => {
  const rules: ((action: unknown, subject: unknown) => string)[] = [];
  const Result = { YES: 'yes', NOT_HANDLED: 'not handled' };
  const text = readFileSync(join(ASSETS, 'linux/mainstay-polkit.rules'), 'utf8');
  runInNewContext(text, { polkit: { Result, addRule: (rule: (typeof rules)[number]) => rules.push(rule) } });
  const action = { id, lookup: (name: string) => details[name] };
  return rules[0]?.(action, { user }) ?? 'no rule';
};

/** The programs that a plan runs, while none is run and no file is written. */
const recorded = (steps: readonly Step[], fail = ''): string[] => {
  const ran: string[] = [];
  const run = (words: readonly string[]): Ran => {
    ran.push(words.join(' '));
    return fail !== '' && words.join(' ').startsWith(fail)
      ? { code: 1, output: 'no such thing' }
      : { code: 0, output: '' };
  };
  for (const step of steps) {
    if (step.do === 'run') apply([step], { say, run });
  }
  return ran;
};

describe('who may command the service on Linux', () => {
  it.each([
    [['sudo', 'wheel'], 'sudo'],
    [['wheel'], 'wheel'],
    // They read logs, or are merely the person's own.
    [['adm', 'users', 'ann'], undefined],
  ])('of the groups %j is %s', (there, expected) => {
    const asked = (words: readonly string[]): Ran => ({ code: there.includes(words.at(-1) ?? '') ? 0 : 2, output: '' });
    expect(administrators(asked)).toBe(expected);
  });
});

describe('files of the service on Linux', () => {
  it('go where the system looks for them, and say so; a second time changes nothing', () => {
    apply(linuxSetup.install(linux({ group: '1000' })), { root, say });
    expect(below(root)).toEqual(
      expect.arrayContaining([
        'etc/polkit-1/rules.d/50-mainstay.rules',
        UNIT,
        'etc/sysusers.d/mainstay.conf',
        'etc/udev/rules.d/70-mainstay.rules',
      ]),
    );
    expect(said).toContain(`written: ${join(root, UNIT)}`);
    said = [];
    apply(linuxSetup.install(linux({ group: '1000' })), { root, say });
    expect(said.filter((line) => !line.startsWith('as it was: '))).toEqual([]);
    chmodSync(join(root, UNIT), 0o600);
    apply(linuxSetup.install(linux({ group: '1000' })), { root, say });
    expect(said).toContain(`renewed: ${join(root, UNIT)}`);
    expect(statSync(join(root, UNIT)).mode & 0o777).toBe(0o644);
  });

  it('hold no place that was not filled in', () => {
    for (const program of [PACKAGED, CHECKOUT]) {
      apply(linuxSetup.install(linux({ program })), { root, say });
      for (const file of below(root)) expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(/@[A-Z_]+@/);
    }
  });

  it('are taken away again but for what others need', () => {
    apply(linuxSetup.install(linux()), { root, say });
    apply(linuxSetup.remove(), { root, say });
    expect(below(root)).toEqual(['etc/udev/rules.d/70-mainstay.rules']);
    expect(said).toContain(`removed: ${join(root, UNIT)}`);
    apply(linuxSetup.remove(), { root, say });
    expect(said).toContain(`not there: ${join(root, UNIT)}`);
  });

  it('start the program that wrote them, with what it needs', () => {
    apply(linuxSetup.install(linux({ group: 'alice' })), { root, say });
    const unit = readFileSync(join(root, UNIT), 'utf8');
    expect(unit).toContain(
      '\nExecStart=/opt/Mainstay/mainstay /opt/Mainstay/resources/app.asar/out/main/cli.cjs serve --service\n',
    );
    expect(unit).toContain('\nEnvironment=ELECTRON_RUN_AS_NODE=1\n');
    expect(unit).toContain('\nExecStartPost=+/bin/chgrp -- alice /run/mainstay/engine.sock\n');
    expect(unit).toContain('\nProtectHome=yes\n');
  });

  it('show the service a checkout in a home, and nothing else of homes', () => {
    apply(linuxSetup.install(linux({ program: CHECKOUT })), { root, say });
    const unit = readFileSync(join(root, UNIT), 'utf8');
    expect(unit).toContain('\nExecStart="/home/a b/node" "/home/a b/mainstay 100%%/cli.ts" serve --service\n');
    expect(unit).toContain('\nProtectHome=tmpfs\nBindReadOnlyPaths="/home/a b/mainstay 100%%"\n');
    expect(unit).not.toContain('Environment');
    expect(unit).not.toContain('ExecStartPost');
  });

  it.each([
    ['/opt/a', '/opt/a'],
    ['a b', '"a b"'],
    ['a"b\\c', '"a\\"b\\\\c"'],
    ['$HOME %n', '"$$HOME %%n"'],
  ])('quote %s as %s', (word, quoted) => expect(unitWord(word)).toBe(quoted));
});

const analyze = spawnSync('systemd-analyze', ['--version']).status === 0;
describe.skipIf(!analyze)('the unit, as systemd judges it', () => {
  it('is well formed', () => {
    const program = programWords({ ...programSeen(), electron: '1' });
    apply(linuxSetup.install(linux({ program, group: 'root' })), { root, say });
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', join(root, UNIT)], {
      encoding: 'utf8',
    });
    expect(stderr).not.toContain('mainstay.service');
    expect(status).toBe(0);
  });

  it('exposes little', () => {
    apply(linuxSetup.install(linux()), { root, say });
    const { stdout } = spawnSync('systemd-analyze', ['security', '--offline=true', '--no-pager', join(root, UNIT)], {
      encoding: 'utf8',
    });
    // systemd calls up to 2.0 "OK", up to 4.9 too, and from 7 on "EXPOSED"; every wall that falls adds a tenth or more.
    expect(Number(/Overall exposure level for mainstay.service: ([\d.]+)/.exec(stdout)?.[1])).toBeLessThanOrEqual(2.1);
  });
});

const programSeen = (): Parameters<typeof programWords>[0] => ({
  execPath: process.execPath,
  script: join(import.meta.dirname, '../../src-main/hosts/cli/main.ts'),
  electron: undefined,
  env: {},
  product: join(import.meta.dirname, '../..'),
});

describe('what logind is told', () => {
  const login = 'org.freedesktop.login1';

  it.each(['power-off', 'hibernate', 'suspend'])('the service may %s, whoever is logged in or objects', (deed) => {
    for (const more of ['', '-multiple-sessions', '-ignore-inhibit']) {
      expect(allows(`${login}.${deed}${more}`, 'mainstay')).toBe('yes');
      expect(allows(`${login}.${deed}${more}`, 'alice')).toBe('not handled');
    }
  });

  it('the service may do nothing else', () => {
    expect(allows(`${login}.reboot`, 'mainstay')).toBe('not handled');
    expect(allows(`${login}.power-off-x`, 'mainstay')).toBe('not handled');
    const units = 'org.freedesktop.systemd1.manage-units';
    expect(allows(units, 'mainstay', { unit: 'poweroff.target', verb: 'start' })).toBe('yes');
    expect(allows(units, 'mainstay', { unit: 'poweroff.target', verb: 'stop' })).toBe('not handled');
    expect(allows(units, 'mainstay', { unit: 'ssh.service', verb: 'start' })).toBe('not handled');
  });
});

describe('what is run', () => {
  it('on Linux: the account first, then the devices, then the unit', () => {
    expect(recorded(linuxSetup.install(linux()))).toEqual([
      'systemd-sysusers /etc/sysusers.d/mainstay.conf',
      'udevadm control --reload',
      'udevadm trigger --subsystem-match=hidraw',
      'systemctl daemon-reload',
      'systemctl enable mainstay.service',
      'systemctl restart mainstay.service',
    ]);
    expect(recorded(linuxSetup.remove())).toEqual([
      'systemctl disable --now mainstay.service',
      'systemctl daemon-reload',
    ]);
  });

  it('a program that may fail is told and the rest goes on; another ends it with its reason', () => {
    expect(recorded(linuxSetup.install(linux()), 'udevadm')).toHaveLength(6);
    expect(said.join('\n')).toContain('left out: udevadm control --reload failed (1): no such thing');
    expect(() => recorded(linuxSetup.install(linux()), 'systemctl enable')).toThrow(
      /^systemctl enable mainstay.service failed \(1\): no such thing\./,
    );
  });

  it('on macOS: the job is loaded anew from a well-formed file', () => {
    const steps = macSetup.install({
      program: { ...PACKAGED, words: ['/A & B/node', '/<x>.js'] },
      assets: join(ASSETS, 'mac'),
    });
    expect(recorded(steps)).toEqual([
      'launchctl bootout system/org.mainstay-ups.mainstay',
      'launchctl bootstrap system /Library/LaunchDaemons/org.mainstay-ups.mainstay.plist',
    ]);
    apply(steps, { root, say });
    const text = readFileSync(join(root, 'Library/LaunchDaemons/org.mainstay-ups.mainstay.plist'), 'utf8');
    expect(text).toContain(
      '<string>/A &amp; B/node</string>\n    <string>/&lt;x&gt;.js</string>\n    <string>serve</string>',
    );
    expect(text).toContain('<key>MAINSTAY_SOCKET_GROUP</key>\n    <string>80</string>');
    expect(text).toContain('<key>ELECTRON_RUN_AS_NODE</key>');
    expect(text).not.toMatch(/@[A-Z_]+@/);
    apply(macSetup.remove(), { root, say });
    expect(below(root)).toEqual([]);
  });

  it('on Windows: a task that starts and stays on battery', () => {
    const setup = windowsSetup('C:\\ProgramData');
    const program = {
      words: ['C:\\Program Files\\M\\M.exe', 'C:\\cli.js'],
      env: { ELECTRON_RUN_AS_NODE: '1' },
      folder: 'C:\\',
    } as const;
    const steps = setup.install({ program, assets: join(ASSETS, 'windows') });
    expect(recorded(steps)).toEqual([
      'icacls C:\\ProgramData\\Mainstay /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F',
      'schtasks /Create /TN Mainstay /XML C:\\ProgramData\\Mainstay\\mainstay-task.xml /F',
      'schtasks /End /TN Mainstay',
      'schtasks /Run /TN Mainstay',
    ]);
    const [write] = steps;
    if (write?.do !== 'write' || typeof write.content === 'string')
      throw new Error('the task is written first, as bytes');
    expect([...write.content.subarray(0, 2)]).toEqual([0xff, 0xfe]);
    const text = write.content.toString('utf16le');
    expect(text).toContain('<DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>');
    expect(text).toContain('<StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>');
    expect(text).toContain('<Command>%ComSpec%</Command>');
    expect(text).toContain(
      '<Arguments>/d /s /c &quot;set &quot;ELECTRON_RUN_AS_NODE=1&quot;&amp;&amp; &quot;C:\\Program Files\\M\\M.exe&quot; C:\\cli.js serve --service&quot;</Arguments>',
    );
    expect(text).not.toMatch(/@[A-Z_]+@/);
  });
});

describe('the program of the service', () => {
  it('is no AppImage, which is gone with the session', () => {
    expect(() => programWords({ ...programSeen(), env: { APPIMAGE: '/tmp/M.AppImage' } })).toThrow('AppImage');
  });

  it('installs through the command line, without touching the system', () => {
    const { execPath, script } = programSeen();
    const { status, stdout } = spawnSync(execPath, [script, 'service', 'install', '--root', root], {
      encoding: 'utf8',
    });
    expect(stdout).toContain(`written: ${join(root, UNIT)}`);
    expect(status).toBe(0);
    expect(readFileSync(join(root, UNIT), 'utf8')).toContain(`${script} serve --service`);
    expect(existsSync(join(root, 'var'))).toBe(false);
  });
});
