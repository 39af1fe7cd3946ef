/** What people are shown of protection: what it would do, what they should know, what they may do. */
import { describe, expect, it } from 'vitest';
import { policy } from '../../../../src-main/engine/protection/policy/decide.ts';
import type { PolicyMoment } from '../../../../src-main/engine/base/parts.ts';
import type { DeviceState } from '../../../../src-shared/contract/index.ts';
import { rulesWith, Story, upsNamed } from './run.ts';

const CHARGE = { charge: { level: 'act', percent: 30 } } as const;
const OB = { 'ups.status': 'OB DISCHRG' };
const OL = { 'ups.status': 'OL CHRG' };

const momentWith = (...devices: DeviceState[]): PolicyMoment => ({ now: 1_700_000_000_000, steady: 5000, devices });

describe('a preview', () => {
  const device = upsNamed('a', {
    readAt: 1,
    values: { 'ups.status': 'OL', 'battery.charge': 100, 'battery.runtime': 1000 },
  });

  it('tells each step of what the rules would do, with its time', () => {
    const rules = rulesWith(CHARGE, {
      shutdownSeconds: 40,
      ownCommand: { enabled: true, program: '/bin/true', arguments: [], timeoutSeconds: 20 },
    });
    const steps = policy.preview(rules, momentWith(device), 'a');
    expect(steps.map(({ kind }) => kind)).toEqual([
      'mains-lost',
      'confirmed',
      'countdown',
      'command',
      'action',
      'ups-off',
      'ups-on',
    ]);
    const at = Object.fromEntries(steps.map(({ kind, seconds }) => [kind, seconds]));
    // A charge of 30 % is reached at 700 s of 1000.
    expect(at['countdown']).toBeGreaterThanOrEqual(695);
    expect(at['countdown']).toBeLessThanOrEqual(706);
    expect((at['command'] ?? 0) - (at['countdown'] ?? 0)).toBeGreaterThanOrEqual(60);
    expect((at['action'] ?? 0) - (at['command'] ?? 0)).toBe(20);
    expect((at['ups-off'] ?? 0) - (at['action'] ?? 0)).toBe(40);
  });

  it('ends with an empty battery where the rules do nothing', () => {
    const steps = policy.preview(rulesWith({}), momentWith(device), 'a');
    expect(steps.map(({ kind }) => kind)).toEqual(['mains-lost', 'confirmed', 'empty']);
  });

  it('says what is only practice, and changes nothing', () => {
    const moment = momentWith(device);
    const steps = policy.preview(rulesWith(CHARGE, { mode: 'practice' }), moment, 'a');
    expect(steps.at(-1)).toMatchObject({ kind: 'action' });
    expect(steps.at(-1)?.text).toContain('practice');
    expect(moment.devices[0]).toEqual(device);
  });

  it('of a UPS that reports nothing but its source ends with time on battery', () => {
    const bare = upsNamed('a', { readAt: 1, values: { 'ups.status': 'OL' } });
    const rules = rulesWith({ timeOnBattery: { level: 'act', seconds: 300 } });
    const countdown = policy.preview(rules, momentWith(bare), 'a').find(({ kind }) => kind === 'countdown');
    expect(countdown?.seconds).toBeGreaterThanOrEqual(298);
    expect(countdown?.seconds).toBeLessThanOrEqual(312);
  });

  it('of a UPS that is not there is empty', () => {
    expect(policy.preview(rulesWith(CHARGE), momentWith(device), 'b')).toEqual([]);
  });
});

const ids = (story: Story): readonly string[] => story.protection.notices.map(({ id }) => id);

describe('a notice', () => {
  it('is there for none, and for nothing but a simulation', () => {
    expect(ids(new Story(rulesWith(CHARGE), []))).toEqual(['no-ups']);
    expect(ids(new Story(rulesWith(CHARGE), [upsNamed('a', { simulated: true })]))).toEqual(['simulated-only']);
    expect(ids(new Story(rulesWith(CHARGE, { mode: 'off' }), []))).toEqual([]);
  });

  it('says that a UPS cannot protect on its own, and proposes time on battery', () => {
    const story = new Story(rulesWith(CHARGE)).readings(3, { ...OL, 'battery.charge': undefined });
    expect(ids(story)).toEqual(['cannot-protect a']);
    expect(story.protection.notices[0]?.text).toContain('Turn on time on battery');
    story.rules = rulesWith({ timeOnBattery: { level: 'act', seconds: 60 } });
    expect(ids(story.wait(1))).toEqual([]);
  });

  it('says that no trigger is set to act', () => {
    const story = new Story(rulesWith({ charge: { level: 'warn', percent: 30 } })).readings(3, OL);
    expect(story.protection.notices[0]?.text).toContain('No trigger is set to act');
  });

  it('tells lost contact on mains from lost contact on battery', () => {
    expect(ids(new Story(rulesWith(CHARGE)).readings(3, OL).change({ link: 'lost' }))).toEqual(['lost a']);
    expect(ids(new Story(rulesWith(CHARGE)).readings(5, OB).change({ link: 'lost' }))).toEqual(['lost-on-battery a']);
  });

  it('is there for a plan that cannot be met, a fault on mains, a stuck test and too few supplies', () => {
    const rules = rulesWith(CHARGE, { shutdownSeconds: 120 });
    expect(ids(new Story(rules).readings(3, { ...OL, 'battery.runtime': 100 }))).toEqual(['plan a']);
    expect(ids(new Story(rules).readings(3, { 'ups.status': 'OL OVER' }))).toEqual(['fault a']);
    const stuck = new Story(rules).readings(2, { 'ups.status': 'OL CAL' }).reading(1900, { 'ups.status': 'OL CAL' });
    expect(ids(stuck)).toEqual(['test-stuck a']);
    expect(ids(new Story({ ...rules, suppliesNeeded: 3 }).readings(3, OL))).toEqual(['supplies']);
  });
});

describe('what a person may do', () => {
  it('is told with the countdown, with the reason where it is refused', () => {
    const rules = rulesWith(CHARGE, { shutdownSeconds: 120 });
    const well = new Story(rules).readings(5, { ...OB, 'battery.charge': 25, 'battery.runtime': 2000 });
    expect(well.protection.countdown).toMatchObject({ cancel: { allowed: true }, postpone: { allowed: true } });
    const tight = new Story(rules).readings(5, { ...OB, 'battery.charge': 25, 'battery.runtime': 260 });
    expect(tight.protection.countdown?.cancel).toEqual({ allowed: true });
    expect(tight.protection.countdown?.postpone).toMatchObject({ allowed: false });
    expect(tight.protection.countdown?.postpone.why).toMatch(
      /about 4\u00a0minutes 20\u00a0seconds more.* need \d\u00a0minutes/u,
    );
    const spent = new Story(rules).readings(5, { ...OB, 'battery.charge': 25, 'battery.runtime': 130 });
    expect(spent.protection.countdown?.cancel).toMatchObject({ allowed: false });
    expect(spent.order({ type: 'cancel' })).toMatchObject({ accepted: false });
    expect(spent.protection.phase).toBe('countdown');
  });

  it('is refused while protection is off', () => {
    const story = new Story(rulesWith(CHARGE, { mode: 'off' }));
    expect(story.order({ type: 'shutdown-now' })).toMatchObject({ accepted: false });
    expect(story.order({ type: 'request', from: 'nas', reason: 'so.' })).toMatchObject({ accepted: false });
  });

  it('after a stop the plan still acts, when not even another countdown fits', () => {
    const story = new Story(rulesWith(CHARGE, { shutdownSeconds: 120 }));
    story.readings(5, { ...OB, 'battery.charge': 25, 'battery.runtime': 160 });
    expect(story.order({ type: 'cancel' }).accepted).toBe(true);
    story.readings(3, { 'battery.runtime': 155 });
    expect(story.protection.phase).toBe('on-battery');
    story.readings(4, { 'battery.runtime': 125 }).readings(4);
    expect(story.performed).toMatchObject([{ trigger: 'plan' }]);
  });
});
