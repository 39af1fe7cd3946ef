import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createActor, type Ran } from '../../src-main/engine/policy/act.ts';
import type { PowerAction } from '../../src-main/engine/parts.ts';

const action = (kind: PowerAction['kind'], practice = false): PowerAction => ({
  kind,
  practice,
  device: 'a',
  reason: 'The battery is at 20 %; the limit is 30 %.',
});

/** An actor whose programs are only noted. */
function noting(platform: NodeJS.Platform, ran: Ran = { code: 0, said: '' }) {
  const calls: string[][] = [];
  const run = (program: string, args: readonly string[]): Promise<Ran> => {
    calls.push([program, ...args]);
    return Promise.resolve(ran);
  };
  return { calls, actor: createActor({ platform, run }) };
}

describe('the last step', () => {
  it.each([
    ['linux', 'shutdown', ['systemctl', 'poweroff']],
    ['linux', 'hibernate', ['systemctl', 'hibernate']],
    ['linux', 'sleep', ['systemctl', 'suspend']],
    ['win32', 'shutdown', ['shutdown.exe', '/s', '/f', '/t', '0']],
    ['win32', 'hibernate', ['shutdown.exe', '/h']],
    ['win32', 'sleep', ['rundll32.exe', 'powrprof.dll,SetSuspendState', '0,1,0']],
    ['darwin', 'shutdown', ['osascript', '-e', 'tell application "System Events" to shut down']],
    ['darwin', 'sleep', ['pmset', 'sleepnow']],
  ] as const)('on %s: %s', async (platform, kind, command) => {
    const { calls, actor } = noting(platform);
    const { done, message } = await actor.perform(action(kind));
    expect(calls).toEqual([command]);
    expect(done).toBe(true);
    expect(message).toContain('The battery is at 20 %');
  });

  it.each(['linux', 'win32', 'darwin', 'freebsd'] as const)('in Practice on %s runs nothing', async (platform) => {
    const { calls, actor } = noting(platform);
    const { done, message } = await actor.perform(action('shutdown', true));
    expect(calls).toEqual([]);
    expect(done).toBe(true);
    expect(message).toMatch(/^Practice: .*did not/);
  });

  it.each([
    ['darwin', 'hibernate'],
    ['freebsd', 'shutdown'],
  ] as const)('that %s cannot do (%s) is said, not tried', async (platform, kind) => {
    const { calls, actor } = noting(platform);
    const { done, message } = await actor.perform(action(kind));
    expect([calls, done]).toEqual([[], false]);
    expect(message).toContain('does not know how');
  });

  it('that is refused says why', async () => {
    const { actor } = noting('linux', { code: 1, said: 'Interactive authentication required.\n' });
    const { done, message } = await actor.perform(action('shutdown'));
    expect(done).toBe(false);
    expect(message).toContain('Interactive authentication required.');
  });
});

// A program of ours by that name, first on the PATH: what is tested is that a real process is started, without a shell.
describe.skipIf(process.platform === 'win32')('a real process', () => {
  let folder: string;
  const path = process.env['PATH'] ?? '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-act-'));
    process.env['PATH'] = folder;
  });
  afterEach(() => {
    process.env['PATH'] = path;
    rmSync(folder, { recursive: true, force: true });
  });
  const program = (text: string): void => {
    const file = join(folder, 'systemctl');
    writeFileSync(file, `#!/bin/sh\n${text}\n`);
    chmodSync(file, 0o755);
  };

  it('is given its arguments', async () => {
    process.env['PATH'] = [folder, path].join(delimiter);
    program(`echo "$@" > ${join(folder, 'said')}`);
    const { done } = await createActor({ platform: 'linux' }).perform(action('sleep'));
    expect(done).toBe(true);
    expect(readFileSync(join(folder, 'said'), 'utf8')).toBe('suspend\n');
  });

  it('that fails is told with what it said', async () => {
    program('echo no power over power >&2; exit 3');
    const { done, message } = await createActor({ platform: 'linux' }).perform(action('shutdown'));
    expect(done).toBe(false);
    expect(message).toContain('no power over power');
  });

  it('that does not exist is told', async () => {
    const { done, message } = await createActor({ platform: 'linux' }).perform(action('shutdown'));
    expect(done).toBe(false);
    expect(message).toContain('ENOENT');
  });
});
