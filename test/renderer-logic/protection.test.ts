import { describe, expect, it } from 'vitest';
import { aloudSeconds, elapsedShare, runningOf } from '../../src-renderer/logic/countdown.ts';
import { faultsOf, newEntry, withTriggers } from '../../src-renderer/logic/draft.ts';
import { weekdayText } from '../../src-renderer/logic/formats.ts';
import { planOf, triggersOf } from '../../src-renderer/logic/plan.ts';
import { inputsOf, placesOf, reasonOf } from '../../src-renderer/logic/replay.ts';
import { defaultSettings } from '../../src-shared/settings/index.ts';
import { fakeCountdown, fakeDevice, fakeProtection, fakeState } from '../renderer/fake-devices.ts';
import { fakeOutageEvents } from '../renderer/fake-protection.ts';
import { formats, t } from './texts.ts';

const usual = defaultSettings().protection;

describe('drafts', () => {
  it('finds what cannot be saved', () => {
    expect(faultsOf(usual, 1)).toEqual([]);
    expect(faultsOf({ ...usual, action: 'command' }, 1)).toEqual(['command']);
    expect(faultsOf({ ...usual, ownCommand: { ...usual.ownCommand, enabled: true } }, 1)).toEqual(['program']);
    expect(faultsOf({ ...usual, suppliesNeeded: 3 }, 2)).toEqual(['supplies']);
    // While no UPS is there, nothing can be said about their number.
    expect(faultsOf({ ...usual, suppliesNeeded: 3 }, 0)).toEqual([]);
  });

  it('gives one UPS its own triggers and takes them away again', () => {
    const own = { ...usual.triggers, charge: { level: 'act' as const, percent: 70 } };
    const apart = withTriggers(usual, 'rack', own);
    expect(triggersOf(apart, 'rack').charge.percent).toBe(70);
    expect(triggersOf(apart, 'office').charge.percent).toBe(30);
    expect(withTriggers(apart, 'rack', undefined)).toEqual(usual);
    expect(withTriggers(usual, undefined, own).triggers).toBe(own);
  });

  it('gives each entry of the schedule an id of its own', () => {
    const first = newEntry([]);
    const second = newEntry([{ ...first, id: 'entry-2' }]);
    expect([first.id, second.id]).toEqual(['entry-1', 'entry-3']);
    expect([1, 0].map((day) => weekdayText(day, 'long', formats))).toEqual(['Monday', 'Sunday']);
  });
});

describe('planOf for one of several UPSes', () => {
  it('speaks of its own triggers and of what it can feed itself', () => {
    const state = fakeState([fakeDevice(), fakeDevice({ id: 'rack', name: 'Rack', values: { 'ups.status': 'OL' } })]);
    const context = { feeds: state.protection.feeds, devices: state.devices, formats, t };
    const setting = withTriggers(usual, 'rack', { ...usual.triggers, lowBattery: { level: 'off' } });
    expect(planOf(setting, context, 'rack')).toMatchObject({ powerless: true });
    expect(planOf(setting, context, 'office').sentence).toContain('below 30\u00a0%');
  });

  it('is powerless when only another machine could ask, and not when a fault may act too', () => {
    const state = fakeState([fakeDevice()]);
    const context = { feeds: state.protection.feeds, devices: state.devices, formats, t };
    const off = { level: 'off' as const };
    const { charge, runtime } = usual.triggers;
    const triggers = {
      ...usual.triggers,
      charge: { ...charge, ...off },
      runtime: { ...runtime, ...off },
      lowBattery: off,
    };
    expect(planOf({ ...usual, triggers }, context)).toMatchObject({
      powerless: true,
      sentence: 'No trigger acts, so nothing would shut this computer down.',
    });
    const fault = planOf({ ...usual, triggers: { ...triggers, fault: { level: 'act' } } }, context);
    expect(fault.powerless).toBe(true);
    expect(fault.sentence).toContain('when the UPS fails while on battery');
  });
});

describe('a countdown', () => {
  it('is what the engine says, in practice or in earnest', () => {
    expect(runningOf(fakeProtection([]), 'shutdown', Date.now(), t)).toBeUndefined();
    const practised = fakeProtection([], { phase: 'countdown', countdown: fakeCountdown({ practice: true }) });
    expect(runningOf(practised, 'hibernate', Date.now(), t)?.what).toBe('Would hibernate in');
    const committed = fakeProtection([], { mode: 'armed', phase: 'committed' });
    expect(runningOf(committed, 'shutdown', Date.now(), t)).toMatchObject({
      what: 'Shutting down now',
      practice: false,
    });
    // What is due is said to happen now; no figure is left to stand at nothing.
    const due = fakeProtection([], { countdown: fakeCountdown({ actsAt: Date.now() }) });
    expect(runningOf(due, 'shutdown', Date.now(), t)).toMatchObject({ what: 'Shutting down now', due: true });
    expect(runningOf({ ...committed, mode: 'practice' }, 'shutdown', Date.now(), t)?.practice).toBe(true);
  });

  it('never says that less is left than there is, and knows how far it is', () => {
    for (const seconds of [0, 1, 4.5, 5, 29, 31, 61, 119, 3599, 3601, 9000]) {
      expect(aloudSeconds(seconds)).toBeGreaterThanOrEqual(seconds);
    }
    expect(aloudSeconds(47)).toBe(60);
    expect(elapsedShare({ startedAt: 1000, actsAt: 3000 }, 1500)).toBe(0.25);
    expect(elapsedShare({ startedAt: 1000, actsAt: 1000 }, 1000)).toBe(1);
    expect(elapsedShare({ startedAt: 1000, actsAt: 3000 }, 9000)).toBe(1);
  });
});

describe('a replay', () => {
  const events = fakeOutageEvents(1_000_000);

  it('puts inputs into words and keeps what nobody has words for', () => {
    const data = { ...events[2]?.data, strange: true, other: 'x' };
    expect(inputsOf({ data }, formats, t).map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'Battery charge: 62\u00a0%',
      'Limit: 65\u00a0%',
      'Trigger: Battery charge',
      'strange: yes',
      'other: x',
    ]);
    const confirmed = inputsOf({ data: events[1]?.data ?? {} }, formats, t);
    expect(confirmed.map(({ value }) => value)).toEqual([
      'Live',
      'On battery, Discharging',
      '5\u00a0s',
      '100\u00a0%',
      '40\u00a0min',
    ]);
  });

  it('gives the reason once', () => {
    expect(reasonOf({ text: 'It began.', data: { reason: 'Charge.' } })).toBe('Charge.');
    expect(reasonOf({ text: 'It began: Charge.', data: { reason: 'Charge.' } })).toBeUndefined();
    expect(reasonOf({ text: 'It began.', data: {} })).toBeUndefined();
  });

  it('places events between begin and end', () => {
    expect(placesOf(events, 1_000_000, 1_600_000)).toEqual([0, 5 / 600, 0.7, 0.75, 1]);
    expect(placesOf(events, 5, 5).every((place) => place === 0)).toBe(true);
  });
});
