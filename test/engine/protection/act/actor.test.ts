import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PowerAction } from '../../../../src-main/engine/base/parts.ts';
import { actionOf, benchTools, noting } from './bench.ts';

const LOGIND =
  'busctl --system --json=short call org.freedesktop.login1 /org/freedesktop/login1 org.freedesktop.login1.Manager';

describe('the last step', () => {
  it.each([
    ['linux', 'shutdown', `${LOGIND} PowerOff b false`],
    ['linux', 'hibernate', `${LOGIND} Hibernate b false`],
    ['linux', 'sleep', `${LOGIND} Suspend b false`],
    ['win32', 'shutdown', 'shutdown.exe /s /f /t 0'],
    ['win32', 'hibernate', 'shutdown.exe /h'],
    ['win32', 'sleep', 'rundll32.exe powrprof.dll,SetSuspendState 0,1,0'],
    ['darwin', 'sleep', 'pmset sleepnow'],
  ] as const)('on %s: %s', async (platform, kind, command) => {
    const { calls, actor } = noting(platform);
    const { done, message } = await actor.perform(actionOf(kind), benchTools());
    expect(calls).toEqual([command]);
    expect(done).toBe(true);
    expect(message).toContain('The battery is at 20 %');
  });

  it.each(['linux', 'win32', 'darwin', 'freebsd'] as const)('in practice on %s runs nothing', async (platform) => {
    const { calls, actor } = noting(platform);
    const { done, message } = await actor.perform(actionOf('shutdown', { practice: true }), benchTools());
    expect(calls).toEqual([]);
    expect(done).toBe(true);
    expect(message).toMatch(/^Practice: .*would have/);
  });

  it.each([
    ['darwin', 'hibernate'],
    ['freebsd', 'shutdown'],
  ] as const)('that %s cannot do (%s) is said, not tried', async (platform, kind) => {
    const { calls, actor } = noting(platform);
    const { done, message } = await actor.perform(actionOf(kind), benchTools());
    expect([calls, done]).toEqual([[], false]);
    expect(message).toContain('do it yourself now');
  });

  it.each([
    [0, 'shutdown -h -u now'],
    [501, 'osascript -e tell application "System Events" to shut down'],
  ])('on darwin as %i: shutdown', async (uid, command) => {
    const { calls, actor } = noting('darwin', undefined, { uid });
    expect((await actor.perform(actionOf('shutdown'), benchTools())).done).toBe(true);
    expect(calls).toEqual([command]);
  });

  it('that logind refuses is asked of everything else in turn', async () => {
    const { calls, actor } = noting('linux', ([program]) =>
      program === 'shutdown' ? { code: 0 } : { code: 1, said: 'Interactive authentication required.\n' },
    );
    const { done, message } = await actor.perform(actionOf('shutdown'), benchTools());
    expect(calls).toEqual([
      `${LOGIND} PowerOff b false`,
      `${LOGIND} PowerOffWithFlags t 16`,
      'systemctl poweroff -i',
      'shutdown -h now',
    ]);
    expect([done, message.includes('shutdown -h now')]).toEqual([true, true]);
  });

  it('that everything refuses says why', async () => {
    const { actor } = noting('linux', () => ({ code: 1, said: 'Interactive authentication required.\n' }));
    const { done, message } = await actor.perform(actionOf('shutdown'), benchTools());
    expect(done).toBe(false);
    expect(message).toContain('Interactive authentication required.');
  });

  it('that says nothing goes on to the next way, but sleep is not asked for twice', async () => {
    const silent = { code: null, said: 'no answer in 10 seconds', late: true };
    const down = noting('linux', ([program]) => (program === 'busctl' ? silent : { code: 0 }));
    expect((await down.actor.perform(actionOf('shutdown'), benchTools())).done).toBe(true);
    expect(down.calls.at(-1)).toBe('systemctl poweroff -i');
    const asleep = noting('linux', () => silent);
    expect((await asleep.actor.perform(actionOf('sleep'), benchTools())).done).toBe(true);
    expect(asleep.calls).toHaveLength(1);
  });
});

const perform = (kind: PowerAction['kind']) => noting('linux', 'real').actor.perform(actionOf(kind), benchTools());

// A program of ours by that name, first on the PATH: what is tested is that a real process is started, without a shell.
describe.skipIf(process.platform === 'win32')('a real process', () => {
  let folder: string;
  const path = process.env['PATH'] ?? '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-act-'));
    // Nothing else is on the PATH: the machine's own systemctl can never be reached from here.
    process.env['PATH'] = folder;
  });
  afterEach(() => {
    process.env['PATH'] = path;
    rmSync(folder, { recursive: true, force: true });
  });
  const program = (name: string, text: string): void => {
    writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(folder, name), 0o755);
  };

  it('is given its arguments', async () => {
    program('busctl', `echo "$@" > ${join(folder, 'said')}`);
    expect((await perform('sleep')).done).toBe(true);
    expect(readFileSync(join(folder, 'said'), 'utf8')).toMatch(/Suspend b false\n$/);
  });

  it('that fails is told with what it said, and one that does not exist too', async () => {
    program('systemctl', 'echo no power over power >&2; exit 3');
    const { done, message } = await perform('hibernate');
    expect(done).toBe(false);
    expect(message).toContain('no power over power');
    expect(message).toContain('ENOENT');
    expect(process.env['PATH']?.split(delimiter)).toEqual([folder]);
  });
});
