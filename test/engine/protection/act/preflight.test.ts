import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActorOptions } from '../../../../src-main/engine/protection/act/actor.ts';
import type { Ran } from '../../../../src-main/engine/protection/act/run.ts';
import type { DeviceState } from '../../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/protection.ts';
import { deviceOf, noting, rulesOf } from './bench.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const seconds = { text: 'reply.argument.seconds', unit: 's', optional: true } as const;
const sound = deviceOf({
  commands: [{ name: 'shutdown.return', argument: seconds }],
  values: { 'ups.status': 'OL', 'battery.charge': 100, 'battery.runtime': 3600 },
});

interface Given {
  readonly rules?: Partial<ProtectionSetting>;
  readonly devices?: readonly DeviceState[];
  readonly platform?: NodeJS.Platform;
  readonly options?: ActorOptions;
  readonly answer?: (command: readonly string[]) => Partial<Ran>;
}

/** Logind on a sound system. */
const logind = (command: readonly string[]): Partial<Ran> =>
  command.includes('ListInhibitors')
    ? { out: '{"type":"a(ssssuu)","data":[[]]}' }
    : { out: '{"type":"s","data":["yes"]}' };

const of = (runtime: number | undefined): DeviceState => ({
  ...sound,
  values: {
    'ups.status': 'OL',
    'battery.charge': 100,
    ...(runtime === undefined ? {} : { 'battery.runtime': runtime }),
  },
});

const windows = (privilege: string, hibernate: string) => (command: readonly string[]) =>
  command[0] === 'whoami.exe'
    ? { out: `"${privilege}","Shut down the system","Disabled"\r\n` }
    : { out: `\r\nHKEY_LOCAL_MACHINE\\SYSTEM\r\n    HibernateEnabled    REG_DWORD    ${hibernate}\r\n` };

const without =
  (...names: string[]) =>
  (command: readonly string[]): Partial<Ran> =>
    names.includes(command[0] ?? '') ? { code: null, said: 'ENOENT' } : logind(command);

describe('preflight', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-preflight-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const look = async ({ rules, devices = [sound], platform = 'linux', options = {}, answer = logind }: Given = {}) => {
    const { actor } = noting(platform, answer, { now: () => NOW, uid: 1000, root: folder, service: true, ...options });
    const result = await actor.preflight(rulesOf(rules), devices);
    const check = (id: string) => result.checks.find((each) => each.id === id);
    return { ...result, check };
  };
  const hooked = (): ActorOptions => {
    writeFileSync(join(folder, 'hook'), '', { mode: 0o755 });
    return { hook: join(folder, 'hook'), flag: join(folder, 'run', 'flag.json') };
  };

  it('passes on a sound system, check by check', async () => {
    const { passed, at, checks } = await look({ options: hooked() });
    expect(checks.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
    expect([passed, at]).toEqual([true, NOW]);
    expect(checks.map(({ id }) => id)).toEqual([
      'ups',
      'triggers',
      'plan',
      'programs',
      'privilege',
      'inhibitors',
      'power-cycle:a',
      'late-hook',
      'service',
      'clock',
    ]);
  });

  it('gives every check but a passed one a mend, and a name of its own', async () => {
    const { checks } = await look({
      devices: [],
      rules: { action: 'hibernate', ownCommand: { enabled: true, program: 'x', arguments: [], timeoutSeconds: 5 } },
      answer: () => ({ code: 1 }),
      options: { service: false, now: () => 0 },
    });
    for (const { id, verdict, fix } of checks)
      expect([id, verdict === 'passed' || fix !== undefined]).toEqual([id, true]);
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
  });

  it.each<[string, readonly DeviceState[], string, string]>([
    ['no device', [], 'failed', 'nothing can protect it'],
    ['only one that feeds another computer', [{ ...sound, feedsThisComputer: false }], 'failed', 'nothing can protect'],
    ['only a simulated one', [{ ...sound, simulated: true }], 'failed', 'only practise'],
    ['only one that is switched off', [{ ...sound, link: 'disabled' }], 'failed', 'None of the devices feeds'],
    ['none at all', [], 'failed', 'None of the devices feeds'],
    ['a lost one', [{ ...sound, link: 'lost', linkMessage: 'Unplugged.' }], 'failed', 'go unseen. Unplugged.'],
    ['one of two lost', [sound, { ...sound, id: 'b', name: 'B', link: 'lost' }], 'warning', 'but not B'],
  ])('a UPS: %s', async (_what, devices, verdict, words) => {
    const found = (await look({ devices })).check('ups');
    expect(found).toMatchObject({ verdict });
    expect(found?.message).toContain(words);
  });

  it('a UPS: two of them by their names, and a lost one with nothing to say for itself', async () => {
    const both = (await look({ devices: [sound, { ...sound, id: 'b', name: 'B' }] })).check('ups');
    expect(both?.verdict).toBe('passed');
    expect(both?.message).toContain('Smart 1500, B');
    const lost = (await look({ devices: [{ ...sound, link: 'lost' }] })).check('ups');
    expect(lost?.message).toMatch(/go unseen\.$/);
  });

  it('triggers: enough that one of two UPSes has one that acts, and what is said where none has', async () => {
    const { triggers } = rulesOf();
    const act = { ...triggers, charge: { level: 'act' as const, percent: 30 } };
    const off = {
      ...triggers,
      charge: { level: 'warn' as const, percent: 30 },
      runtime: { level: 'off' as const, seconds: 600 },
      timeOnBattery: { ...triggers.timeOnBattery, level: 'off' as const },
      lowBattery: { level: 'warn' as const },
    };
    const two = [sound, { ...sound, id: 'b', name: 'B' }];
    const none = (await look({ rules: { triggers: off }, devices: two })).check('triggers');
    expect(none?.message).toContain('No trigger acts');
    const one = await look({ rules: { triggers: act, triggersOf: { b: off } }, devices: two });
    expect(one.check('triggers')).toMatchObject({ verdict: 'warning' });
    expect(one.check('triggers')?.message).toMatch(/can work with B\.$/);
  });

  it('triggers: says why they are blind, by the first of them', async () => {
    const devices = ['it answers NA', 'it is cut'].map((why, index) => ({
      ...sound,
      id: String(index),
      values: {},
      absent: { 'ups.status': why },
    }));
    const found = (await look({ devices })).check('triggers');
    expect(found?.message).toContain('it answers NA');
  });

  it('triggers: none that acts, none that is fed, one of two', async () => {
    const { triggers } = rulesOf();
    const off = {
      ...triggers,
      charge: { level: 'warn' as const, percent: 30 },
      runtime: { level: 'off' as const, seconds: 600 },
      lowBattery: { level: 'warn' as const },
    };
    expect((await look({ rules: { triggers: off } })).check('triggers')).toMatchObject({ verdict: 'failed' });
    const silent = { ...sound, values: { 'ups.status': 'OL' } };
    const charge = { ...off, charge: { level: 'act' as const, percent: 30 } };
    const blind = await look({ rules: { triggers: charge }, devices: [silent] });
    expect(blind.check('triggers')).toMatchObject({ verdict: 'failed' });
    expect(blind.passed).toBe(false);
    const half = await look({ rules: { triggers: charge }, devices: [sound, { ...silent, id: 'b', name: 'B' }] });
    expect(half.check('triggers')).toMatchObject({ verdict: 'warning' });
    expect(half.check('triggers')?.message).toContain('can work with B');
  });

  it('time: enough, too little, unknown', async () => {
    // 5 s until it counts, 60 s of countdown, 120 s to go down.
    expect((await look({ devices: [of(185)] })).check('plan')).toMatchObject({ verdict: 'passed' });
    expect((await look({ devices: [of(184)] })).check('plan')).toMatchObject({ verdict: 'failed' });
    expect((await look({ devices: [of(undefined)] })).check('plan')).toMatchObject({ verdict: 'warning' });
    // The shortest counts, wherever it stands, and what a lost device said last does not.
    const short = { ...of(184), id: 'b', name: 'Small one' };
    for (const devices of [
      [of(900), short],
      [short, of(900)],
    ]) {
      const found = (await look({ devices })).check('plan');
      expect(found?.verdict).toBe('failed');
      expect(found?.message).toContain('Small one');
    }
    expect((await look({ devices: [of(900), { ...short, link: 'lost' }] })).check('plan')?.verdict).toBe('passed');
    expect((await look({ devices: [{ ...of(900), link: 'lost' }] })).check('plan')?.verdict).toBe('warning');
  });

  it.each([
    ['nothing chosen', () => '', 'no program is chosen'],
    ['half a path', () => 'backup.sh', 'not a full path'],
    ['one that is not there', () => join(folder, 'none'), 'does not exist'],
    ['a folder', () => folder, 'is a folder'],
  ])('own command: %s', async (_what, program, words) => {
    const ownCommand = { enabled: true, program: program(), arguments: [], timeoutSeconds: 5 };
    const found = (await look({ rules: { ownCommand } })).check('own-command');
    expect(found).toMatchObject({ verdict: 'failed' });
    expect(found?.message).toContain(words);
  });

  it('own command: one that can be run; none when it is switched off', async () => {
    const program = join(folder, 'own');
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
    const ownCommand = { enabled: true, program, arguments: [], timeoutSeconds: 5 };
    expect((await look({ rules: { ownCommand } })).check('own-command')).toMatchObject({ verdict: 'passed' });
    expect(
      (await look({ rules: { ownCommand: { ...ownCommand, enabled: false } } })).check('own-command'),
    ).toBeUndefined();
  });

  it.skipIf(process.platform === 'win32')(
    'own command: one that cannot be run; one that is all that happens',
    async () => {
      const program = join(folder, 'own');
      writeFileSync(program, '#!/bin/sh\n', { mode: 0o644 });
      const ownCommand = { enabled: true, program, arguments: [], timeoutSeconds: 5 };
      const found = (await look({ rules: { ownCommand } })).check('own-command');
      expect(found).toMatchObject({ verdict: 'failed', fix: `chmod +x ${program}` });
      const alone = { action: 'command' as const, ownCommand: { ...ownCommand, enabled: false, program: '' } };
      expect((await look({ rules: alone })).check('own-command')).toMatchObject({ verdict: 'failed' });
    },
  );

  it('says nothing of what the UPS does after a step that leaves it on', async () => {
    for (const rules of [{ action: 'sleep' as const }, { powerOffUps: false }]) {
      const { check } = await look({ rules, options: hooked() });
      expect([check('power-cycle:a'), check('late-hook')]).toEqual([undefined, undefined]);
    }
  });

  it('the late hook: missing, not executable, out of reach, not wanted', async () => {
    const missing = (await look({ options: { hook: join(folder, 'none') } })).check('late-hook');
    expect(missing).toMatchObject({ verdict: 'warning' });
    expect(missing?.message).toContain('not installed');
    writeFileSync(join(folder, 'plain'), '', { mode: 0o644 });
    const plain = (await look({ options: { hook: join(folder, 'plain') } })).check('late-hook');
    expect(plain?.message).toContain('not executable');
    expect((await look({ rules: { powerOffUps: false } })).check('late-hook')).toBeUndefined();
    expect((await look({ platform: 'win32' })).check('late-hook')).toBeUndefined();
  });

  it('the UPS that cannot come back, the service, the clock', async () => {
    const { check } = await look({ devices: [deviceOf()], options: { service: false, now: () => 0 } });
    expect(check('power-cycle:a')).toMatchObject({ verdict: 'warning' });
    expect(check('service')).toMatchObject({ verdict: 'warning' });
    expect(check('clock')).toMatchObject({ verdict: 'warning' });
    expect(check('clock')?.message).toContain('1970');
  });

  it('warns against sleep', async () => {
    expect((await look({ rules: { action: 'sleep' } })).check('sleep')).toMatchObject({ verdict: 'warning' });
  });

  it.each([
    ['Filename Type Size Used Priority\n', 'failed', 'no swap'],
    // A line that broke off says no size.
    ['Filename\tType\tSize\tUsed\tPriority\n/dev/sda2\n', 'failed', 'no swap'],
    ['Filename\tType\tSize\tUsed\tPriority\n/dev/zram0 partition 99999999 0 100\n', 'failed', 'no swap'],
    [
      'Filename\tType\tSize\tUsed\tPriority\n/dev/sda2 partition 4194304 0 -2\n',
      'warning',
      '4.0\u00a0GB, memory 8.0\u00a0GB',
    ],
    ['Filename\tType\tSize\tUsed\tPriority\n/dev/sda2 partition 8388608 0 -2\n', 'passed', '8.0\u00a0GB'],
  ])('room to hibernate: %j', async (swaps, verdict, words) => {
    mkdirSync(join(folder, 'proc'));
    writeFileSync(join(folder, 'proc/meminfo'), 'MemTotal:        8388608 kB\nMemFree:  1 kB\n');
    writeFileSync(join(folder, 'proc/swaps'), swaps);
    writeFileSync(join(folder, 'proc/cmdline'), 'quiet resume=/dev/sda2\n');
    const found = (await look({ rules: { action: 'hibernate' } })).check('hibernation');
    expect(found).toMatchObject({ verdict });
    expect(found?.message).toContain(words);
  });

  it('programs: one of two, none', async () => {
    expect((await look({ answer: without('busctl') })).check('programs')?.message).toContain('busctl is missing');
    expect((await look({ answer: without('busctl', 'systemctl') })).check('programs')?.message).toContain('neither');
  });

  // Not run on these systems here: the answers are those of their documentation.
  it('Windows: the privilege, and hibernation by the registry', async () => {
    const good = await look({
      platform: 'win32',
      rules: { action: 'hibernate' },
      answer: windows('SeShutdownPrivilege', '0x1'),
    });
    expect([good.check('privilege')?.verdict, good.check('hibernation')?.verdict]).toEqual(['passed', 'passed']);
    const bad = await look({
      platform: 'win32',
      rules: { action: 'hibernate' },
      answer: windows('SeUndockPrivilege', '0x0'),
    });
    expect([bad.check('privilege')?.verdict, bad.check('hibernation')?.verdict]).toEqual(['failed', 'failed']);
  });

  it.each([
    ['shutdown', 0, 'passed'],
    ['shutdown', 501, 'warning'],
    ['sleep', 501, 'passed'],
    ['hibernate', 0, 'failed'],
  ] as const)('macOS: %s as %i', async (action, uid, verdict) => {
    const found = (await look({ platform: 'darwin', rules: { action }, options: { uid } })).check('privilege');
    expect(found).toMatchObject({ verdict });
  });

  it('fails on a system that nobody knows', async () => {
    expect((await look({ platform: 'freebsd' })).passed).toBe(false);
  });
});

describe('announce', () => {
  it('tells the log, and everyone who is logged in', () => {
    const { actor, calls, logged } = noting('linux');
    actor.announce('Shutting down in 60 seconds.');
    expect([calls, logged]).toEqual([['wall'], ['Shutting down in 60 seconds.']]);
  });

  it('does not mind where nobody can be told', () => {
    const { actor, logged } = noting('freebsd');
    actor.announce('Shutting down.');
    expect(logged).toEqual(['Shutting down.']);
  });
});
