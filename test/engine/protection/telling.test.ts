/** Whom the guardian tells of what was decided, and what it has done about it. */
import { describe, expect, it } from 'vitest';
import { pause } from '../../../src-main/engine/base/clock.ts';
import type { DeviceState, LastShutdown } from '../../../src-shared/contract/index.ts';
import { upsNamed } from './policy/run.ts';
import { actionOf, Desk, eventOf, RULES } from './desk.ts';

describe('everyone is shown', () => {
  it('what each UPS that feeds this computer would be told, and no other', async () => {
    const desk = new Desk();
    desk.devices = [
      upsNamed('a'),
      upsNamed('b', { feedsThisComputer: false }),
      upsNamed('c', { link: 'disabled' }),
      upsNamed('d', { link: 'lost' }),
    ];
    desk.guardian.start();
    expect(desk.published.at(-1)?.powerCycle?.map(({ device }) => device)).toEqual(['a', 'd']);
  });

  it('nothing before the first decision', async () => {
    const desk = new Desk();
    await desk.guardian.preflight();
    expect(desk.published).toEqual([]);
  });

  it('the last look at whether the last step would work, at once', async () => {
    const checked = { at: 5, passed: false, checks: [] };
    const desk = await new Desk({ preflight: async () => checked }).started();
    desk.guardian.decide();
    expect(desk.published.at(-1)).not.toHaveProperty('preflight');
    expect(await desk.guardian.preflight()).toBe(checked);
    expect(desk.published).toHaveLength(2);
    expect(desk.published.at(-1)?.preflight).toBe(checked);
  });

  it('how the last shutdown ended, as soon as that is known and until it was read', async () => {
    const last: LastShutdown = {
      committedAt: 1,
      startedAt: 2,
      reason: 'Low.',
      upsCut: 'not-asked',
      text: 'It took 40 seconds.',
    };
    let unread = true;
    const desk: Desk = new Desk({
      begin: () => pause(desk.clock, 5),
      lastShutdown: () => (unread ? last : undefined),
      acknowledge: () => {
        unread = false;
      },
    });
    desk.guardian.start();
    expect(desk.published).toHaveLength(1);
    await desk.clock.run(5);
    expect(desk.published).toHaveLength(2);
    expect(desk.published.at(-1)?.lastShutdown).toBe(last);
    desk.guardian.acknowledge();
    expect(desk.published).toHaveLength(3);
    expect(desk.published.at(-1)).not.toHaveProperty('lastShutdown');
  });

  it('that the look at the last shutdown failed', async () => {
    const desk = new Desk({ begin: () => Promise.reject(new TypeError('no such record')) });
    desk.guardian.start();
    await desk.clock.run(0);
    expect(desk.told).toMatchObject([{ kind: 'problem' }]);
  });
});

describe('who hears of an event', () => {
  const LOUD = [
    'countdown-started',
    'countdown-postponed',
    'countdown-cancelled',
    'shutdown-committed',
    'shutdown-failed',
  ] as const;
  it.each(LOUD)('%s: the records, drills, and everyone at this computer', async (kind) => {
    const desk = await new Desk().started();
    await desk.decides({ type: 'event', event: eventOf(kind, 'a') });
    expect(desk.told.map((event) => event.kind)).toEqual([kind]);
    expect(desk.heard).toEqual([kind]);
    expect(desk.announced).toEqual([`${kind}!`]);
  });

  it('of less than that: the records and drills only', async () => {
    const desk = await new Desk().started();
    await desk.decides({ type: 'event', event: eventOf('outage-confirmed', 'a') });
    expect(desk.heard).toEqual(['outage-confirmed']);
    expect(desk.announced).toEqual([]);
  });

  const real = upsNamed('real');
  const made = upsNamed('made', { simulated: true });
  const remote = upsNamed('remote', { feedsThisComputer: false });
  it.each<[string, readonly DeviceState[], string | undefined, boolean]>([
    ['of a real UPS', [real, made], 'real', true],
    ['of a simulated UPS', [real, made], 'made', false],
    ['of no UPS, with a real one among those that feed this computer', [made, real], undefined, true],
    ['of no UPS, where only simulated ones feed this computer', [made, remote], undefined, false],
    ['of no UPS, where there is none', [], undefined, true],
    ['of a UPS that is gone', [made], 'real', true],
  ])('%s', async (_what, devices, device, loud) => {
    const desk = await new Desk().started();
    desk.devices = devices;
    await desk.decides(
      { type: 'event', event: eventOf('shutdown-committed', device) },
      { type: 'perform', action: actionOf(device === undefined ? {} : { device }) },
    );
    expect(desk.announced).toHaveLength(loud ? 1 : 0);
    expect(desk.performed.map(({ practice }) => practice)).toEqual([!loud]);
  });

  it('what an outage is to say of it goes to its record', async () => {
    const desk = await new Desk().started();
    await desk.decides({ type: 'outcome', device: 'a', outcome: 'Shut down.' });
    expect(desk.outcomes).toEqual(['a: Shut down.']);
    expect(desk.told).toEqual([]);
  });
});

describe('the last step', () => {
  it('that is done says nothing more: the decision is on record', async () => {
    const desk = await new Desk().started();
    await desk.decides({ type: 'perform', action: actionOf({ device: 'a' }) });
    expect(desk.performed).toMatchObject([{ practice: false, device: 'a' }]);
    expect(desk.told).toEqual([]);
  });

  it('that was practised says so', async () => {
    const desk = await new Desk().started();
    await desk.decides({ type: 'perform', action: actionOf({ device: 'a', practice: true }) });
    expect(desk.performed).toMatchObject([{ practice: true }]);
    expect(desk.told).toEqual([
      {
        time: 1_700_000_001_000,
        device: 'a',
        kind: 'shutdown-practised',
        severity: 'warning',
        text: 'Asked.',
        data: { action: 'shutdown', practice: true, reason: 'The battery is low.' },
      },
    ]);
  });

  it('that failed says so, also in practice and of no UPS', async () => {
    const desk = await new Desk({ perform: async () => ({ done: false, message: 'Refused.' }) }).started();
    await desk.decides({ type: 'perform', action: actionOf() });
    expect(desk.told).toMatchObject([
      { kind: 'shutdown-failed', severity: 'critical', text: 'Refused.', data: { practice: false } },
    ]);
    expect(desk.told[0]).not.toHaveProperty('device');
    await desk.decides({ type: 'perform', action: actionOf({ practice: true }) });
    expect(desk.told[1]).toMatchObject({ kind: 'shutdown-failed', data: { practice: true } });
  });

  it('that throws is a bug, and told', async () => {
    const desk = await new Desk({ perform: () => Promise.reject(new TypeError('no such switch')) }).started();
    await desk.decides({ type: 'perform', action: actionOf() });
    expect(desk.told).toMatchObject([{ kind: 'problem' }]);
  });
});

const unreachable = (): Promise<never> => Promise.reject(new Error('There is no such UPS.'));

describe('what the actor works with', () => {
  it('sends to devices and tells what happens', async () => {
    const desk = await new Desk().started();
    await desk.decides({ type: 'perform', action: actionOf() });
    const { tools } = desk;
    if (tools === undefined) throw new Error('The actor was not asked.');
    expect(await tools.command('a', 'beeper.mute')).toEqual({ result: 'accepted', message: 'Sent.' });
    expect(await tools.set('a', 'ups.delay.shutdown', '60')).toEqual({ result: 'accepted', message: 'Set.' });
    expect(desk.sent).toEqual(['a beeper.mute ', 'a ups.delay.shutdown 60']);
    tools.tell(eventOf('shutdown-failed', 'a'));
    expect(desk.heard).toEqual(['shutdown-failed']);
  });

  it('hears of a device that cannot be asked as of one that refuses', async () => {
    const desk = await new Desk({}, { command: unreachable, set: unreachable }).started();
    await desk.decides({ type: 'perform', action: actionOf() });
    const refused = { result: 'refused', message: 'There is no such UPS.' };
    expect(await desk.tools?.command('a', 'beeper.mute')).toEqual(refused);
    expect(await desk.tools?.set('a', 'ups.delay.shutdown', '60')).toEqual(refused);
  });

  it.each([
    [true, 'accepted'],
    [false, 'refused'],
  ])("tries the person's command: done: %s", async (done, result) => {
    const run = { done, message: 'Ran.', seconds: 2, output: 'hello' };
    const desk = await new Desk({ tryCommand: async () => run }).started();
    expect(await desk.guardian.tryCommand(RULES.ownCommand)).toEqual({
      result,
      message: 'Ran.',
      seconds: 2,
      output: 'hello',
    });
  });
});
