/** What the actor does around the last step: whom it tells, what it takes back, and for how long it remembers. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ActorOptions } from '../../../../src-main/engine/protection/act/actor.ts';
import type { CommandOutcome, DeviceState } from '../../../../src-shared/contract/index.ts';
import { actionOf, benchTools, deviceOf, noting, rulesOf } from './bench.ts';

const argument = { text: 'reply.argument.seconds', unit: 's', optional: true } as const;
const able = { commands: [{ name: 'shutdown.return', argument }, { name: 'shutdown.stop' }] };
const serial = deviceOf({ ...able, id: 's', name: 'Serial', uri: 'serial:/dev/ttyUSB0' });
const snmp = deviceOf({ ...able, id: 'n', name: 'Net', driver: 'snmp', uri: 'snmp://192.0.2.10' });
const refusing = (): { code: number; said: string } => ({ code: 1, said: 'no' });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-orders-'));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

const boot = { mark: 'boot:this', steady: () => 1000, isThisBoot: () => true };
const place = (): ActorOptions => ({ hook: join(folder, 'hook'), flag: join(folder, 'run', 'flag.json'), boot });
const install = (): void => writeFileSync(join(folder, 'hook'), '', { mode: 0o755 });
const flag = (): unknown =>
  existsSync(join(folder, 'run', 'flag.json'))
    ? JSON.parse(readFileSync(join(folder, 'run', 'flag.json'), 'utf8'))
    : undefined;

describe('the word for the late hook', () => {
  it('holds what decides how each device is told, where it was reported', async () => {
    install();
    const values = { 'ups.status': 'OB', 'ups.delay.shutdown': 20, 'ups.start.auto': 'yes', 'battery.charge': 10 };
    const { driver: _none, ...rest } = serial;
    const devices = [
      { ...serial, values },
      { ...rest, id: 'u', commands: [], values: {} },
    ];
    await noting('linux', undefined, place()).actor.perform(actionOf('shutdown'), benchTools({ devices }));
    expect(flag()).toMatchObject({
      steady: 1000,
      devices: [
        {
          id: 's',
          uri: 'serial:/dev/ttyUSB0?driver=megatec',
          values: { 'ups.delay.shutdown': 20, 'ups.start.auto': 'yes' },
        },
        // Never read: it may be there again by then.
        { id: 'u', uri: 'serial:/dev/ttyUSB0', values: {} },
      ],
    });
    expect(flag()).not.toHaveProperty('dataFolder');
    expect(flag()).not.toHaveProperty('startAt');
  });

  it('is left for none that offers nothing, which is told ahead, and why it cannot', async () => {
    install();
    const tools = benchTools({ devices: [{ ...serial, commands: [] }] });
    await noting('linux', undefined, place()).actor.perform(actionOf('shutdown'), tools);
    expect([flag(), tools.sent]).toEqual([undefined, []]);
    expect(tools.events).toMatchObject([{ severity: 'warning', device: 's', data: { done: false } }]);
    expect(tools.events[0]?.text).toContain('It offers no command');
  });

  it('is told as done, by name', async () => {
    install();
    const tools = benchTools({ devices: [serial] });
    await noting('linux', undefined, place()).actor.perform(actionOf('shutdown'), tools);
    expect(tools.events).toMatchObject([
      { kind: 'ups-power-off', device: 's', severity: 'info', data: { done: true } },
    ]);
    expect(tools.events[0]?.text).toBe('Serial will be told to cut its output at the last moment of the shutdown.');
  });

  it('that is not there is looked for again ten seconds later, or when the clock was set back', () => {
    let now = 1_000_000;
    const { actor } = noting('linux', undefined, { ...place(), now: () => now });
    const way = () => (actor.powerCycle(rulesOf(), serial).how.startsWith('At the last moment') ? 'late' : 'before');
    expect(way()).toBe('before');
    install();
    now += 10_000;
    expect(way()).toBe('before');
    now += 1;
    expect(way()).toBe('late');
    rmSync(join(folder, 'hook'));
    expect(way()).toBe('late');
    now -= 1;
    expect(way()).toBe('before');
  });

  it('is looked for anew when all is checked', async () => {
    const { actor } = noting('linux', undefined, { ...place(), root: folder, now: () => 1_000_000 });
    const hook = async () =>
      (await actor.preflight(rulesOf(), [serial])).checks.find(({ id }) => id === 'late-hook')?.verdict;
    expect(await hook()).toBe('warning');
    install();
    expect(await hook()).toBe('passed');
    // Nothing of the kind runs before a hibernation.
    const { checks } = await actor.preflight(rulesOf({ action: 'hibernate' }), [serial]);
    expect(checks.map(({ id }) => id)).not.toContain('late-hook');
  });
});

const answering = (result: CommandOutcome['result'], message = 'So it said.') => ({
  devices: [snmp],
  outcome: (): CommandOutcome => ({ result, message }),
});

async function told(given: Parameters<typeof benchTools>[0], answer?: typeof refusing) {
  const tools = benchTools(given);
  await noting('linux', answer, place()).actor.perform(actionOf('shutdown'), tools);
  return tools;
}

/** What a UPS is told for a start so many milliseconds from now. */
async function sentFor(startIn: number): Promise<string | undefined> {
  const action = actionOf('shutdown', { trigger: 'schedule', startAt: Date.now() + startIn });
  const tools = benchTools({ devices: [snmp] });
  await noting('linux', undefined, place()).actor.perform(action, tools);
  return tools.sent[0];
}

describe('a UPS that is told ahead', () => {
  it.each(['accepted', 'sent', 'confirmed'] as const)('"%s" is done, also when it is taken back', async (result) => {
    const tools = await told(answering(result), refusing);
    expect(tools.sent).toEqual(['n shutdown.return 150', 'n shutdown.stop']);
    expect(tools.events.map(({ severity }) => severity)).toEqual(['info', 'info']);
    expect(tools.events[1]?.text).toContain('not to cut its output after all');
    expect(tools.events[1]?.text).toContain('So it said.');
  });

  it('that refuses to be told is not taken back, and one that refuses that is a warning', async () => {
    expect((await told(answering('refused'), refusing)).sent).toEqual(['n shutdown.return 150']);
    const tools = await told(
      {
        devices: [snmp],
        outcome: (text) => ({ result: text.endsWith('stop') ? 'refused' : 'accepted', message: 'No.' }),
      },
      refusing,
    );
    expect(tools.events.map(({ severity }) => severity)).toEqual(['info', 'warning']);
  });

  it('says what was sent, when, and what else there is to know', async () => {
    expect((await told(answering('accepted'))).events[0]?.text).toBe(
      'Net was told to cut its output in 2\u00a0minutes 30\u00a0seconds (shutdown.return 150).',
    );
    const delay = { name: 'ups.delay.shutdown', range: { min: 0, max: 600 } };
    const set = { ...snmp, commands: [{ name: 'shutdown.return' }], settings: [delay] };
    expect((await told({ devices: [set] })).events[0]?.text).toContain('(ups.delay.shutdown=150, shutdown.return)');
    const timers = [
      { name: 'load.off.delay', argument },
      { name: 'load.on.delay', argument },
    ];
    expect((await told({ devices: [{ ...snmp, commands: timers }] })).events[0]?.text).toMatch(/later, by a timer\.$/);
    const refused = await told({ ...answering('refused'), devices: [set] });
    expect(refused.events[0]?.text).toContain('ups.delay.shutdown=150: So it said.');
  });

  it('is given what is left of an odd length', async () => {
    const tools = benchTools({
      devices: [snmp],
      rules: { shutdownSeconds: 600.4 },
      outcome: () => ({ result: 'invalid', message: '' }),
    });
    await noting('linux', undefined, place()).actor.perform(actionOf('shutdown'), tools);
    expect(tools.sent).toEqual(['n shutdown.return 751', 'n shutdown.return 601']);
  });

  it('that does not answer keeps nobody waiting for longer than ten seconds', async () => {
    vi.useFakeTimers();
    const tools = benchTools({ devices: [snmp] });
    const silent = { ...tools, command: () => new Promise<CommandOutcome>(() => undefined) };
    const { actor, calls } = noting('linux', undefined, place());
    const performed = actor.perform(actionOf('shutdown'), silent);
    await vi.advanceTimersByTimeAsync(9999);
    expect(calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect((await performed).done).toBe(true);
    expect(tools.events[0]?.text).toContain('did not answer within 10\u00a0seconds');
  });

  it('of a schedule comes back no earlier than at once', async () => {
    vi.useFakeTimers({ now: 1_000_000_000 });
    expect(await sentFor(200_000)).toBe('n shutdown.return 150 50');
    expect(await sentFor(200_001)).toBe('n shutdown.return 150 51');
    expect(await sentFor(60_000)).toBe('n shutdown.return 150 0');
  });
});

const record = (): unknown => JSON.parse(readFileSync(join(folder, 'last-shutdown.json'), 'utf8'));

async function commit(kind: 'shutdown' | 'sleep', devices: readonly DeviceState[], answer?: typeof refusing) {
  const { actor } = noting('linux', answer, { ...place(), dataDir: folder, now: () => 5000 });
  await actor.perform(actionOf(kind, { device: 's' }), benchTools({ devices, rules: { action: kind } }));
}

describe('what the next start will be asked', () => {
  it('is which UPSes were told, in which way and when they go off', async () => {
    install();
    await commit('shutdown', [serial, snmp]);
    expect(record()).toMatchObject({
      committed: {
        committedAt: 5000,
        askedAt: 5000,
        boot: 'boot:this',
        device: 's',
        asked: [
          { id: 's', name: 'Serial', way: 'late', offIn: 20 },
          { id: 'n', name: 'Net', way: 'before', offIn: 150 },
        ],
      },
    });
  });

  it('is nothing late where the word could not be left', async () => {
    install();
    writeFileSync(join(folder, 'run'), 'a file where the folder should be');
    await commit('shutdown', [serial]);
    expect(record()).toMatchObject({ committed: { asked: [{ id: 's', way: 'before', offIn: 150 }] } });
  });

  it('is nothing after a sleep, nor after a shutdown that was refused', async () => {
    await commit('sleep', [serial]);
    expect(existsSync(join(folder, 'last-shutdown.json'))).toBe(false);
    await commit('shutdown', [], refusing);
    expect(record()).toEqual({ version: 1 });
  });

  it('is not lost in silence', async () => {
    const lines: string[] = [];
    const options = { ...place(), dataDir: join(folder, 'none'), log: (line: string) => lines.push(line) };
    await noting('linux', undefined, options).actor.perform(actionOf('shutdown'), benchTools());
    expect(lines.join()).toContain('cannot be kept: ');
    lines.splice(0);
    await noting('linux', undefined, { ...options, dataDir: folder }).actor.perform(actionOf('shutdown'), benchTools());
    expect(lines).toEqual([]);
  });
});

const practice = async (rules: NonNullable<Parameters<typeof rulesOf>[0]>) =>
  (
    await noting('linux', undefined, place()).actor.perform(
      actionOf('shutdown', { practice: true }),
      benchTools({ rules }),
    )
  ).message;

describe('whether a UPS is cut off', () => {
  const onMains = { ...snmp, values: { 'ups.status': 'OL' } };
  const out = { ...snmp, id: 'o', values: { 'ups.status': 'OB DISCHRG' } };
  it.each<[string, readonly DeviceState[], boolean]>([
    ['one of two on battery', [onMains, out], true],
    ['all on mains', [onMains], false],
    ['one that feeds another computer on battery', [onMains, { ...out, feedsThisComputer: false }], false],
    ['a status that was never read', [{ ...snmp, values: {} }], false],
    ['a word that only looks like it', [{ ...snmp, values: { 'ups.status': 'OL NOBODY' } }], false],
  ])('when a person ends the day with %s', async (_what, devices, cut) => {
    const tools = benchTools({ devices });
    await noting('linux', undefined, place()).actor.perform(actionOf('shutdown', { trigger: 'person' }), tools);
    expect(tools.sent.length > 0).toBe(cut);
  });

  it('is said in practice', async () => {
    expect(await practice({})).toContain('and told the UPS to cut its output');
    expect(await practice({ powerOffUps: false })).not.toContain('told the UPS');
  });
});
