import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runOwnCommand } from '../../../../src-main/engine/protection/act/own-command.ts';
import { ownCommandSchema } from '../../../../src-shared/settings/protection.ts';
import { actionOf, benchTools, deviceOf, noting } from './bench.ts';

const commandOf = (program: string, rest: object = {}) =>
  ownCommandSchema.parse({ enabled: true, program, timeoutSeconds: 1, ...rest });

describe.skipIf(process.platform === 'win32')('the own command', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-own-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const at = (name: string): string => join(folder, name);
  const script = (text: string, mode = 0o755): string => {
    writeFileSync(at('own'), `#!/bin/sh\n${text}\n`);
    chmodSync(at('own'), mode);
    return at('own');
  };

  it('is given its arguments as they are, past any shell', async () => {
    const odd = ['two words', '$(touch hacked)', "'; reboot #", '', '*'];
    const program = script(`for each in "$@"; do printf '%s|' "$each"; done`);
    const run = await runOwnCommand(commandOf(program, { arguments: odd }), { occasion: 'trial' });
    expect(run).toMatchObject({ done: true, output: odd.map((each) => `${each}|`).join('') });
  });

  it('finds what is known in its environment, and nothing for what is not', async () => {
    const program = script('env | grep ^MAINSTAY_ | sort');
    const device = deviceOf({ values: { 'ups.status': 'OB', 'battery.charge': 0 } });
    const armed = await runOwnCommand(commandOf(program), { occasion: 'armed', action: actionOf('shutdown'), device });
    expect(armed.output.split('\n')).toEqual([
      'MAINSTAY_ACTION=shutdown',
      'MAINSTAY_CHARGE=0',
      'MAINSTAY_DEVICE=Smart 1500',
      'MAINSTAY_DEVICE_ID=a',
      'MAINSTAY_MODE=armed',
      'MAINSTAY_REASON=The battery is at 20 %; the limit is 30 %.',
      'MAINSTAY_SECONDS_LEFT=1',
      'MAINSTAY_TRIGGER=charge',
    ]);
    process.env['MAINSTAY_CHARGE'] = '99';
    const trial = await runOwnCommand(commandOf(program), { occasion: 'trial' });
    delete process.env['MAINSTAY_CHARGE'];
    expect(trial.output).toBe('MAINSTAY_MODE=trial\nMAINSTAY_SECONDS_LEFT=1');
  });

  it('that hangs is ended with all that it has started, also where it does not want to', async () => {
    const program = script(
      `trap '' TERM; (trap '' TERM; sleep 30; touch ${at('survived')}) & echo $! > ${at('child')}; echo begun; wait; sleep 30`,
    );
    const run = await runOwnCommand(commandOf(program), { occasion: 'armed' });
    expect(run).toMatchObject({ done: false, output: 'begun' });
    expect(run.message).toContain('had not finished within 1\u00a0second.');
    expect(run.seconds).toBeLessThan(6);
    await sleep(100);
    const child = readFileSync(at('child'), 'utf8').trim();
    const state = existsSync(`/proc/${child}/stat`)
      ? readFileSync(`/proc/${child}/stat`, 'utf8').split(' ')[2]
      : 'gone';
    expect(['gone', 'Z']).toContain(state);
  }, 15_000);

  it('that obeys the first request may tidy up', async () => {
    const program = script(`trap 'echo tidied; exit 0' TERM; echo begun; while :; do sleep 0.05; done`);
    const run = await runOwnCommand(commandOf(program), { occasion: 'armed' });
    expect(run.done).toBe(false);
    expect(run.output).toMatch(/^begun\n.*tidied$/s);
    expect(run.seconds).toBeLessThan(2.5);
  });

  it('that floods keeps the end of it', async () => {
    const program = script('head -c 5000000 /dev/zero | tr "\\0" x; echo; echo the end');
    const run = await runOwnCommand(commandOf(program, { timeoutSeconds: 20 }), { occasion: 'armed' });
    expect(run.done).toBe(true);
    expect(run.output.endsWith('x\nthe end')).toBe(true);
    expect(run.output.length).toBeLessThanOrEqual(4000);
    expect(run.message).toContain('only the end was kept');
  }, 30_000);

  it('that leaves something behind is not waited for', async () => {
    const program = script('sleep 5 & echo left it');
    const run = await runOwnCommand(commandOf(program, { timeoutSeconds: 10 }), { occasion: 'armed' });
    expect(run).toMatchObject({ done: true, output: 'left it' });
    expect(run.seconds).toBeLessThan(2);
  });

  it.each([
    ['fails', () => script('echo no >&2; exit 7'), 'exit code 7'],
    ['is killed', () => script('kill -9 $$'), 'signal SIGKILL'],
    ['does not exist', () => at('nobody'), 'no such program'],
    ['is not executable', () => script('true', 0o644), 'not executable'],
    ['is a folder', () => folder, 'not started'],
    ['was never chosen', () => '', 'none is chosen'],
    ['cannot be named', () => 'a\0b', 'not started'],
  ])('that %s says so', async (_what, program, words) => {
    const run = await runOwnCommand(commandOf(program()), { occasion: 'armed' });
    expect(run.done).toBe(false);
    expect(run.message).toContain(words);
  });

  it.each([
    ['fails', () => script('exit 1')],
    ['hangs', () => script('sleep 30')],
    ['is missing', () => at('nobody')],
  ])(
    'that %s never keeps the shutdown from going on',
    async (_how, program) => {
      const tools = benchTools({ rules: { ownCommand: commandOf(program()), powerOffUps: false } });
      const { calls, actor } = noting('linux');
      expect((await actor.perform(actionOf('shutdown'), tools)).done).toBe(true);
      expect(calls).toHaveLength(1);
      expect(tools.events).toMatchObject([{ kind: 'own-command', severity: 'warning', data: { done: false } }]);
    },
    15_000,
  );

  it('runs in practice and says that it is practice', async () => {
    const tools = benchTools({ rules: { ownCommand: commandOf(script('echo $MAINSTAY_MODE')) } });
    const { calls, actor } = noting('linux');
    const { done, message } = await actor.perform(actionOf('shutdown', { practice: true }), tools);
    expect([done, calls, tools.sent]).toEqual([true, [], []]);
    expect(message).toMatch(/^Practice: /);
    expect(tools.events).toMatchObject([{ kind: 'own-command', data: { output: 'practice', practice: true } }]);
  });

  it('alone is all that happens where only the command is wanted', async () => {
    const tools = benchTools({ rules: { ownCommand: commandOf(script('exit 3')), action: 'command' } });
    const { calls, actor } = noting('linux');
    const { done, message } = await actor.perform(actionOf('command'), tools);
    expect([done, calls, tools.sent]).toEqual([false, [], []]);
    expect(message).toContain('exit code 3');
  });
});
