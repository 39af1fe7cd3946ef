import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActorOptions } from '../../../../src-main/engine/protection/act/actor.ts';
import type { Ran } from '../../../../src-main/engine/protection/act/run.ts';
import { readFlag } from '../../../../src-main/engine/protection/act/flag.ts';
import type { CommandOutcome, DeviceState } from '../../../../src-shared/contract/index.ts';
import { actionOf, benchTools, deviceOf, noting, rulesOf } from './bench.ts';

const seconds = { text: 'reply.argument.seconds', unit: 's', optional: true } as const;
const able = {
  commands: [{ name: 'shutdown.return', argument: seconds }, { name: 'shutdown.stop' }],
} satisfies Partial<DeviceState>;
const serial = deviceOf({ ...able, id: 's', name: 'Serial', uri: 'serial:/dev/ttyUSB0?baud=2400' });
const hid = deviceOf({ ...able, id: 'h', name: 'Hid', driver: 'hid', uri: 'hid:051d:0002:AS1234' });
const snmp = deviceOf({ ...able, id: 'n', name: 'Net', driver: 'snmp', uri: 'snmp://public@192.0.2.10:161' });

describe('telling the UPS after the shutdown', () => {
  let folder: string;
  let place: Pick<ActorOptions, 'hook' | 'flag' | 'boot'>;
  const boot = { mark: 'boot:this', steady: () => 1000, isThisBoot: () => true };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-cut-'));
    place = { hook: join(folder, 'hook'), flag: join(folder, 'run', 'power-off-ups.json'), boot };
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const install = (): void => writeFileSync(join(folder, 'hook'), '#!/bin/sh\n', { mode: 0o755 });
  const flag = () =>
    existsSync(String(place.flag)) ? readFlag(String(place.flag), { boot: 'boot:this', steady: 2000 }) : undefined;

  it('goes late where the hook can reach it, ahead where it cannot, and never both', async () => {
    install();
    const tools = benchTools({ devices: [serial, hid, snmp] });
    const { actor, calls } = noting('linux', undefined, { ...place, dataDir: folder });
    expect((await actor.perform(actionOf('shutdown', { device: 's' }), tools)).done).toBe(true);
    expect(flag()).toMatchObject({
      reason: 'The battery is at 20 %; the limit is 30 %.',
      dataFolder: folder,
      devices: [
        { id: 's', name: 'Serial', uri: 'serial:/dev/ttyUSB0?baud=2400&driver=megatec' },
        { id: 'h', name: 'Hid', uri: 'hid:051d:0002:AS1234?driver=hid' },
      ],
    });
    expect(tools.sent).toEqual(['n shutdown.return 150']);
    expect(calls).toHaveLength(1);
    expect(tools.events.map(({ kind, device }) => [kind, device])).toEqual([
      ['ups-power-off', 's'],
      ['ups-power-off', 'h'],
      ['ups-power-off', 'n'],
    ]);
  });

  it('goes ahead without the hook, with a delay that outlasts the shutdown, before the system is asked', async () => {
    const order: string[] = [];
    const tools = benchTools({
      devices: [serial, hid],
      rules: { shutdownSeconds: 200 },
      outcome: (text) => {
        order.push(text);
        return { result: 'accepted', message: 'ok' };
      },
    });
    const answer = ([program = '']: readonly string[]) => {
      order.push(program);
      return {};
    };
    await noting('linux', answer, place).actor.perform(actionOf('shutdown'), tools);
    expect(order).toEqual(['s shutdown.return 250', 'h shutdown.return 250', 'busctl']);
    expect(flag()).toBeUndefined();
  });

  it('goes ahead before hibernation: no hook runs then', async () => {
    install();
    const tools = benchTools({ devices: [serial], rules: { action: 'hibernate' } });
    await noting('linux', undefined, place).actor.perform(actionOf('hibernate'), tools);
    expect([tools.sent, flag()]).toEqual([['s shutdown.return 150'], undefined]);
  });

  it.each(['win32', 'darwin'] as const)('goes ahead on %s', async (platform) => {
    install();
    const tools = benchTools({ devices: [serial] });
    await noting(platform, undefined, place).actor.perform(actionOf('shutdown'), tools);
    expect([tools.sent, flag()]).toEqual([['s shutdown.return 150'], undefined]);
  });

  it('goes ahead where the word cannot be left', async () => {
    install();
    writeFileSync(join(folder, 'run'), 'a file where the folder should be');
    const tools = benchTools({ devices: [serial] });
    const { actor } = noting('linux', undefined, place);
    expect((await actor.perform(actionOf('shutdown'), tools)).done).toBe(true);
    expect(tools.sent).toEqual(['s shutdown.return 150']);
    // Told once, and not as if the hook would do it.
    expect(tools.events).toMatchObject([{ kind: 'ups-power-off', device: 's', data: { done: true } }]);
    expect(tools.events[0]?.text).toContain('shutdown.return 150');
  });

  it('goes late to a UPS that was never read, by the address that is known of it', async () => {
    install();
    const { driver: _unread, ...unread } = { ...serial, link: 'lost' as const };
    const tools = benchTools({ devices: [unread] });
    await noting('linux', undefined, place).actor.perform(actionOf('shutdown'), tools);
    expect([tools.sent, flag()?.devices.map(({ uri }) => uri)]).toEqual([[], [serial.uri]]);
  });

  it('tells a UPS that reports mains by then: what has decided is the trigger, not a person', async () => {
    const tools = benchTools({ devices: [{ ...serial, values: { 'ups.status': 'OL' } }] });
    await noting('linux', undefined, place).actor.perform(actionOf('shutdown'), tools);
    expect(tools.sent).toEqual(['s shutdown.return 150']);
  });

  it.each([
    ['in practice', { practice: true }, {}, [serial]],
    ['where the person wants it on', {}, { powerOffUps: false }, [serial]],
    ['when a schedule says nothing of a start', { trigger: 'schedule' as const }, {}, [serial]],
    [
      'when a person ends the day on mains',
      { trigger: 'person' as const },
      {},
      [{ ...serial, values: { 'ups.status': 'OL' } }],
    ],
    ['that feeds another computer', {}, {}, [{ ...serial, feedsThisComputer: false }]],
    ['that is simulated', {}, {}, [{ ...serial, simulated: true }]],
    ['that is switched off in Devices', {}, {}, [{ ...serial, link: 'disabled' as const }]],
  ])('says nothing %s', async (_what, change, rules, devices) => {
    install();
    const tools = benchTools({ devices, rules });
    await noting('linux', undefined, place).actor.perform(actionOf('shutdown', change), tools);
    expect([tools.sent, flag(), tools.events]).toEqual([[], undefined, []]);
  });

  it.each(['sleep', 'command'] as const)('says nothing before %s', async (kind) => {
    install();
    const tools = benchTools({ devices: [serial], rules: { action: kind } });
    await noting('linux', undefined, place).actor.perform(actionOf(kind), tools);
    expect([tools.sent, flag()]).toEqual([[], undefined]);
  });

  it('tells the time of the next start with a schedule', async () => {
    const startAt = Date.now() + 3_600_000;
    const tools = benchTools({ devices: [serial] });
    await noting('linux', undefined, place).actor.perform(
      actionOf('shutdown', { trigger: 'schedule', startAt }),
      tools,
    );
    const [, off, on] = /^s shutdown\.return (\d+) (\d+)$/.exec(tools.sent[0] ?? '') ?? [];
    expect(off).toBe('150');
    expect(Number(off) + Number(on)).toBeGreaterThan(3595);
    expect(Number(off) + Number(on)).toBeLessThanOrEqual(3600);
    install();
    const late = benchTools({ devices: [serial] });
    await noting('linux', undefined, place).actor.perform(actionOf('shutdown', { trigger: 'schedule', startAt }), late);
    expect([late.sent, flag()?.startAt]).toEqual([[], startAt]);
  });

  it('is taken back when the computer does not go down', async () => {
    install();
    const tools = benchTools({ devices: [serial, snmp] });
    const { actor } = noting('linux', () => ({ code: 1, said: 'no' }), place);
    expect((await actor.perform(actionOf('shutdown'), tools)).done).toBe(false);
    expect(flag()).toBeUndefined();
    expect(tools.sent).toEqual(['n shutdown.return 150', 'n shutdown.stop']);
  });

  it('takes back no word but its own', async () => {
    install();
    await noting('linux', undefined, place).actor.perform(actionOf('shutdown'), benchTools({ devices: [serial] }));
    const tools = benchTools({ devices: [snmp] });
    await noting('linux', () => ({ code: 1, said: 'no' }), place).actor.perform(actionOf('shutdown'), tools);
    expect(tools.sent).toEqual(['n shutdown.return 150', 'n shutdown.stop']);
    expect(flag()?.devices).toMatchObject([{ id: 's' }]);
  });

  it('stays when the question was lost: a system that goes down has no bus to answer on', async () => {
    install();
    const tools = benchTools({ devices: [serial, snmp] });
    const answers: readonly Partial<Ran>[] = [
      { code: 1, said: 'Call failed: Connection timed out' },
      { code: 1, said: 'Failed to connect to bus: No such file or directory' },
    ];
    let asked = 0;
    const { actor } = noting('linux', () => answers[asked++ % answers.length] ?? {}, place);
    const { done, message } = await actor.perform(actionOf('shutdown'), tools);
    expect(done).toBe(false);
    expect(message).toContain('Connection timed out');
    expect(flag()?.devices).toMatchObject([{ id: 's' }]);
    expect(tools.sent).toEqual(['n shutdown.return 150']);
  });

  it('that cannot be taken back is said', async () => {
    const stuck = { ...serial, commands: able.commands.slice(0, 1) };
    const tools = benchTools({ devices: [stuck] });
    await noting('linux', () => ({ code: 1 }), place).actor.perform(actionOf('shutdown'), tools);
    expect(tools.events.at(-1)).toMatchObject({ kind: 'ups-power-off', severity: 'warning' });
    expect(tools.events.at(-1)?.text).toContain('cannot be stopped any more');
  });

  it.each<[CommandOutcome['result'], boolean]>([
    ['accepted', true],
    ['sent', true],
    ['refused', false],
    ['invalid', false],
    ['silent', false],
    ['ignored', false],
  ])('that the UPS answers with "%s" never keeps the shutdown from going on', async (result, done) => {
    const tools = benchTools({ devices: [serial], outcome: () => ({ result, message: 'That is what it said.' }) });
    const { actor, calls } = noting('linux', undefined, place);
    expect((await actor.perform(actionOf('shutdown'), tools)).done).toBe(true);
    expect(calls).toHaveLength(1);
    expect(tools.events).toMatchObject([
      { kind: 'ups-power-off', severity: done ? 'info' : 'warning', data: { done } },
    ]);
  });

  it('gives up the margin for a UPS that cannot wait so long, but no more than that', async () => {
    const tools = benchTools({
      devices: [serial],
      outcome: (text) => ({
        result: text.endsWith(' 600') ? 'accepted' : 'invalid',
        message: 'At most 600\u00a0seconds.',
      }),
      rules: { shutdownSeconds: 600 },
    });
    await noting('linux', undefined, place).actor.perform(actionOf('shutdown'), tools);
    expect(tools.sent).toEqual(['s shutdown.return 750', 's shutdown.return 600']);
    expect(tools.events).toMatchObject([{ severity: 'info' }]);
    expect(tools.events[0]?.text).toContain('in 10\u00a0minutes');
    const longer = benchTools({
      devices: [serial],
      outcome: () => ({ result: 'invalid', message: 'At most 600\u00a0seconds.' }),
      rules: { shutdownSeconds: 700 },
    });
    await noting('linux', undefined, place).actor.perform(actionOf('shutdown'), longer);
    expect(longer.sent).toEqual(['s shutdown.return 875', 's shutdown.return 700']);
    expect(longer.events).toMatchObject([{ severity: 'warning', data: { done: false } }]);
  });

  it('a setting that is not taken stops it: the old delay may be too short', async () => {
    const set = {
      ...serial,
      commands: [{ name: 'shutdown.return' }],
      settings: [{ name: 'ups.delay.shutdown', range: { min: 0, max: 600 } }],
    };
    const tools = benchTools({ devices: [set], outcome: () => ({ result: 'ignored', message: 'It reports 20.' }) });
    await noting('linux', undefined, place).actor.perform(actionOf('shutdown'), tools);
    expect(tools.sent).toEqual(['s ups.delay.shutdown=150']);
  });

  it('says beforehand which way it goes', () => {
    const { actor } = noting('linux', undefined, place);
    expect(actor.powerCycle(rulesOf(), serial).how).toContain('2\u00a0minutes 30\u00a0seconds ahead');
    install();
    const hooked = noting('linux', undefined, place).actor;
    expect(hooked.powerCycle(rulesOf(), serial).how).toContain('At the last moment');
    expect(hooked.powerCycle(rulesOf(), snmp).how).toContain('2\u00a0minutes 30\u00a0seconds ahead');
    expect(hooked.powerCycle(rulesOf({ action: 'hibernate' }), serial).how).toContain('Right before the hibernation');
  });
});
