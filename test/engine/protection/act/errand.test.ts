/** The person's command on its errand, and what all is checked with. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ActorOptions } from '../../../../src-main/engine/protection/act/actor.ts';
import type { DeviceState } from '../../../../src-shared/contract/index.ts';
import { ownCommandSchema } from '../../../../src-shared/settings/protection.ts';
import { actionOf, benchTools, deviceOf, noting, rulesOf } from './bench.ts';

const argument = { text: 'reply.argument.seconds', unit: 's', optional: true } as const;
const able = { commands: [{ name: 'shutdown.return', argument }, { name: 'shutdown.stop' }] };
const serial = deviceOf({ ...able, id: 's', name: 'Serial', uri: 'serial:/dev/ttyUSB0' });
const snmp = deviceOf({ ...able, id: 'n', name: 'Net', driver: 'snmp', uri: 'snmp://192.0.2.10' });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-errand-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const boot = { mark: 'boot:this', steady: () => 1000, isThisBoot: () => true };
const place = (): ActorOptions => ({ hook: join(folder, 'hook'), flag: join(folder, 'run', 'flag.json'), boot });

const own = (program: string, enabled = true) => ownCommandSchema.parse({ enabled, program, timeoutSeconds: 5 });

function script(text: string): string {
  writeFileSync(join(folder, 'own'), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  return join(folder, 'own');
}

describe.skipIf(process.platform === 'win32')("the person's command", () => {
  it('is told which UPS it is about, and so is whoever reads of it', async () => {
    const devices = [snmp, { ...snmp, id: 'a', name: 'Right' }, { ...snmp, id: 'b', name: 'Wrong' }];
    const tools = benchTools({ devices, rules: { ownCommand: own(script('echo $MAINSTAY_DEVICE $MAINSTAY_MODE')) } });
    await noting('linux', undefined, { ...place(), now: () => 7 }).actor.perform(
      actionOf('sleep', { device: 'a' }),
      tools,
    );
    expect(tools.events[0]).toMatchObject({
      time: 7,
      kind: 'own-command',
      device: 'a',
      severity: 'info',
      data: { done: true, output: 'Right armed', practice: false },
    });
  });

  it('of no UPS names none', async () => {
    const tools = benchTools({ devices: [snmp], rules: { ownCommand: own(script('echo "[$MAINSTAY_DEVICE]"')) } });
    const { device: _none, ...action } = actionOf('sleep');
    await noting('linux', undefined, place()).actor.perform(action, tools);
    expect(tools.events[0]).not.toHaveProperty('device');
    expect(tools.events[0]).toMatchObject({ data: { output: '[]' } });
  });

  it('alone is run though it is not switched on, and says what it is about', async () => {
    const rules = { action: 'command' as const, ownCommand: own(script('exit 0'), false) };
    const perform = async (practice: boolean) =>
      await noting('linux', undefined, place()).actor.perform(actionOf('command', { practice }), benchTools({ rules }));
    expect(await perform(false)).toEqual({
      done: true,
      message: 'Your own command has succeeded. The battery is at 20 %; the limit is 30 %.',
    });
    expect((await perform(true)).message).toMatch(/^Practice: Your own command has succeeded\. The battery/);
    // Before anything else it is run only when it is switched on.
    const tools = benchTools({ rules: { ownCommand: own(script('exit 0'), false) } });
    await noting('linux', undefined, place()).actor.perform(actionOf('sleep'), tools);
    expect(tools.events.map(({ kind }) => kind)).not.toContain('own-command');
  });

  it('is tried with the first UPS that feeds this computer', async () => {
    const command = own(script('echo "$MAINSTAY_MODE [$MAINSTAY_DEVICE_ID]"'));
    const trial = async (...devices: readonly DeviceState[]) =>
      (await noting('linux').actor.tryCommand(command, benchTools({ devices }))).output;
    const other = { ...snmp, id: 'x', feedsThisComputer: false };
    const off = { ...snmp, id: 'y', link: 'disabled' as const };
    expect(await trial(other, off, snmp, serial)).toBe('trial [n]');
    expect(await trial(other, off)).toBe('trial []');
  });

  it('ends with all of its output, in whatever letters, and says how long it took', async () => {
    const { actor } = noting('linux');
    const run = await actor.tryCommand(
      own(script(String.raw`printf 'gr\303'; sleep 0.3; printf '\274n\n\n'`)),
      benchTools(),
    );
    expect(run).toMatchObject({ done: true, output: 'grün', message: 'Your own command has succeeded.' });
    expect(run.seconds).toBeGreaterThanOrEqual(0.3);
    expect(run.seconds).toBeLessThan(1.5);
    expect(run.seconds * 10).toBeCloseTo(Math.round(run.seconds * 10));
  });

  it.each([
    [4000, false],
    [4001, true],
  ])('that wrote %d characters was cut: %s', async (length, cut) => {
    const { actor } = noting('linux');
    const text = `head -c ${length - 1} /dev/zero | tr '\\0' x; printf y`;
    const { output, message } = await actor.tryCommand(own(script(text)), benchTools());
    expect(output).toBe(`${'x'.repeat(3999)}y`);
    expect(message.includes('only the end was kept')).toBe(cut);
  });

  it('inherits what Mainstay has, but nothing that an outer Mainstay was told', async () => {
    vi.stubEnv('MAINSTAY_REASON', 'another');
    vi.stubEnv('BACKUP_TARGET', 'nas');
    const run = await noting('linux').actor.tryCommand(
      own(script('echo "$BACKUP_TARGET [$MAINSTAY_REASON]"')),
      benchTools(),
    );
    vi.unstubAllEnvs();
    expect(run.output).toBe('nas []');
  });
});

const check = async (options: ActorOptions, id: string, devices: readonly DeviceState[] = [snmp]) => {
  const { actor } = noting('linux', undefined, { ...place(), root: folder, ...options });
  const { checks } = await actor.preflight(rulesOf(), devices);
  return checks.filter((each) => each.id.startsWith(id));
};

describe('what all is checked with', () => {
  it('is every UPS that feeds this computer, and no other', async () => {
    const devices = [
      snmp,
      { ...snmp, id: 'x', feedsThisComputer: false },
      { ...snmp, id: 'y', link: 'disabled' as const },
    ];
    expect((await check({}, 'power-cycle', devices)).map(({ id }) => id)).toEqual(['power-cycle:n']);
  });

  it('is whether it is a service', async () => {
    expect((await check({ service: true }, 'service'))[0]?.verdict).toBe('passed');
    expect((await check({}, 'service'))[0]?.verdict).toBe('warning');
  });

  it('is how long the last shutdown took, where that was measured', async () => {
    // 5 s until it counts, 60 s of countdown, and going down: 120 s as set, or 300 s and a margin as measured.
    const enough = { ...snmp, values: { ...snmp.values, 'battery.runtime': 200 } };
    expect((await check({}, 'plan', [enough]))[0]?.verdict).toBe('passed');
    writeFileSync(join(folder, 'last-shutdown.json'), '{"version":1,"measuredSeconds":300}');
    expect((await check({ dataDir: folder }, 'plan', [enough]))[0]?.verdict).toBe('failed');
    const { actor } = noting('linux', undefined, { ...place(), dataDir: folder });
    expect(actor.powerCycle(rulesOf(), snmp).how).toContain('6\u00a0minutes 15\u00a0seconds ahead');
  });

  it.each([
    [Date.UTC(2023, 11, 31), 'warning'],
    [Date.UTC(2024, 0, 1), 'passed'],
    [Date.UTC(2099, 11, 31), 'passed'],
    [Date.UTC(2100, 0, 1), 'warning'],
  ])('is whether the clock can be right: %d %s', async (now, verdict) => {
    expect((await check({ now: () => now }, 'clock'))[0]?.verdict).toBe(verdict);
  });
});
