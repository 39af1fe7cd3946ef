/** When the guardian asks the policy, what it hands to it, and when what was decided is kept. */
import { describe, expect, it } from 'vitest';
import type { GuardianParts } from '../../../src-main/engine/protection/guardian-parts.ts';
import type { PolicyView } from '../../../src-main/engine/base/parts.ts';
import { policy } from '../../../src-main/engine/protection/policy/decide.ts';
import { NO_EVIDENCE } from '../../../src-shared/nut/evidence.ts';
import { upsNamed } from './policy/run.ts';
import { Desk, IDLE } from './desk.ts';

describe('it asks the policy', () => {
  it('at the start, and then once a second without any reading', async () => {
    const desk = new Desk();
    desk.guardian.decide();
    expect(desk.moments).toHaveLength(0);
    desk.guardian.start();
    expect(desk.moments).toHaveLength(1);
    await desk.clock.run(5000);
    expect(desk.moments).toHaveLength(6);
    expect(desk.moments.at(-1)).toMatchObject({ now: 1_700_000_005_000, steady: 5000, devices: desk.devices });
  });

  it('with the careful end of what was learned, where the UPS promises more', async () => {
    const desk = new Desk();
    desk.devices = [upsNamed('a', { values: { 'battery.charge': 100, 'battery.runtime': 9000 } })];
    desk.learned = { low: 1200, high: 2400, diedEarly: false };
    await desk.started();
    await desk.clock.run(1000);
    expect(desk.moments.at(-1)?.devices[0]?.values['battery.runtime']).toBe(1200);
  });

  it('soon after a reading, once for all that come together, and again for the next', async () => {
    const desk = await new Desk().started();
    for (let round = 1; round <= 2; round += 1) {
      for (let each = 0; each < 5; each += 1) desk.guardian.read();
      expect(desk.moments).toHaveLength(round - 1);
      await desk.clock.run(100);
      expect(desk.moments).toHaveLength(round);
    }
    expect(desk.moments.map(({ steady }) => steady)).toEqual([100, 200]);
  });

  it('no more after the end, also about what was read before it', async () => {
    const desk = await new Desk().started();
    desk.guardian.read();
    desk.guardian.stop();
    desk.guardian.start();
    await desk.clock.run(999);
    expect(desk.moments.map(({ steady }) => steady)).toEqual([0]);
    desk.guardian.stop();
    await desk.clock.run(5000);
    expect(desk.moments).toHaveLength(1);
    desk.guardian.start();
    desk.guardian.read();
    await desk.clock.run(100);
    expect(desk.moments).toHaveLength(3);
  });

  // Ten seconds: a busy disk holds Mainstay up for some, and what was known before a sleep is worth nothing.
  it.each([
    [10_000, undefined],
    [10_001, true],
  ])('after %d ms without a decision, resumed: %s', async (milliseconds, resumed) => {
    const desk = await new Desk().started();
    desk.clock.sleep(milliseconds);
    desk.guardian.decide();
    desk.guardian.decide();
    expect(desk.moments.map((moment) => moment.resumed)).toEqual([resumed, undefined]);
  });

  it('with the length of the last shutdown, where one was measured', async () => {
    const desk = await new Desk({ measuredSeconds: () => 42 }).started();
    desk.guardian.decide();
    expect(desk.moments[0]?.measuredSeconds).toBe(42);
    const other = await new Desk().started();
    other.guardian.decide();
    expect(other.moments[0]).not.toHaveProperty('measuredSeconds');
  });

  it('with what was observed of each UPS of which anything was', async () => {
    const desk = await new Desk().started();
    desk.devices = [upsNamed('a'), upsNamed('b')];
    desk.evidence.set('b', NO_EVIDENCE);
    desk.evidence.set('gone', NO_EVIDENCE);
    desk.guardian.decide();
    expect(desk.moments[0]?.evidence).toEqual(new Map([['b', NO_EVIDENCE]]));
  });

  it('on and on after a bug, which it tells once', async () => {
    const desk = await new Desk().started();
    Object.defineProperty(desk, 'view', {
      get: () => {
        throw new TypeError('no such view');
      },
    });
    await desk.clock.run(3000);
    expect(desk.moments).toHaveLength(3);
    expect(desk.told).toMatchObject([{ kind: 'problem', severity: 'critical', time: 1_700_000_001_000 }]);
    expect(desk.told[0]?.text).toContain('no such view');
  });
});

describe('an order', () => {
  it('is answered by the policy, and followed at once', async () => {
    const desk = await new Desk().started();
    expect(desk.guardian.order({ type: 'cancel' })).toEqual({ result: 'accepted', message: 'cancel: heard' });
    expect(desk.guardian.order({ type: 'postpone' })).toEqual({ result: 'refused', message: 'postpone: heard' });
    expect(desk.moments).toHaveLength(2);
  });

  it('leaves its mark in the state of the policy', async () => {
    const states: unknown[] = [];
    const decide: GuardianParts['policy']['decide'] = (state) => {
      states.push(state);
      return { state, actions: [], protection: IDLE };
    };
    const desk = new Desk(
      {},
      { policy: { ...policy, start: () => 0, order: () => ({ state: 100, accepted: true, message: '' }), decide } },
    );
    desk.guardian.start();
    desk.guardian.order({ type: 'shutdown-now' });
    expect(states).toEqual([0, 100]);
  });
});

const countdown = (actsAt: number): NonNullable<PolicyView['countdown']> => ({
  trigger: 'charge',
  reason: 'Low.',
  startedAt: 0,
  actsAt,
  practice: false,
  cancel: { allowed: true },
  postpone: { allowed: true },
});

describe('what was decided', () => {
  it('is kept when something changed, and shown to drills and to everyone each time', async () => {
    const desk = await new Desk().started();
    await desk.clock.run(3000);
    expect(desk.saved).toHaveLength(0);
    expect(desk.looked).toHaveLength(3);
    expect(desk.published).toHaveLength(3);
    await desk.decides({ type: 'outcome', device: 'a', outcome: 'Shut down.' });
    expect(desk.saved).toHaveLength(1);
  });

  it.each<[string, PolicyView, PolicyView]>([
    ['the phase', IDLE, { ...IDLE, phase: 'on-battery' }],
    ['the end of the countdown', { ...IDLE, countdown: countdown(5) }, { ...IDLE, countdown: countdown(6) }],
    ['the beginning of the outage', IDLE, { ...IDLE, onBatterySince: 7 }],
  ])('is kept when %s is another', async (_what, before, after) => {
    const desk = new Desk();
    desk.view = before;
    await desk.started();
    await desk.clock.run(1000);
    expect(desk.saved).toHaveLength(0);
    desk.view = after;
    await desk.clock.run(1000);
    expect(desk.saved).toHaveLength(1);
  });

  it('is kept every five seconds while something goes on', async () => {
    const desk = new Desk();
    desk.view = { ...IDLE, phase: 'on-battery' };
    await desk.started();
    await desk.clock.run(10_000);
    expect(desk.saved).toHaveLength(2);
  });
});
