import { describe, expect, it } from 'vitest';
import {
  carriesSince,
  chargeAt,
  hasLedTo,
  leadsTo,
  learnedCourse,
  observedCourse,
  outlookOf,
  type OutageContext,
  reportedCourse,
} from '../../src-renderer/logic/outage.ts';
import type { ForecastStep, ProtectionState, Series } from '../../src-shared/contract/index.ts';
import { defaultSettings, type ProtectionSetting } from '../../src-shared/settings/index.ts';
import { fakeState, withValues } from '../renderer/fake-devices.ts';
import { formats, t } from './texts.ts';

const NOW = Date.UTC(2026, 2, 1, 12);
const usual: ProtectionSetting = { ...defaultSettings().protection, mode: 'armed' };

/** On battery for a minute at 80 %, with 40 minutes left, low below 10 % and 2 minutes. */
function contextOf(
  values: Parameters<typeof withValues>[0] = {},
  setting: Partial<ProtectionSetting> = {},
  protection: Partial<ProtectionState> = {},
): OutageContext {
  const device = {
    ...withValues({
      'battery.charge': 80,
      'battery.runtime': 2400,
      'battery.charge.low': 10,
      'battery.runtime.low': 120,
      ...values,
    }),
    readAt: NOW,
  };
  const state = fakeState([device]).protection;
  return {
    device,
    protection: {
      ...state,
      mode: 'armed',
      phase: 'on-battery',
      onBatterySince: NOW - 60_000,
      plan: undefined,
      powerCycle: [],
      ...protection,
    },
    setting: { ...usual, ...setting },
    now: NOW,
    nameOf: (id) => `UPS ${id}`,
    formats,
    t,
  };
}

describe('the course by the reported runtime', () => {
  const { points } = reportedCourse(contextOf().device, NOW) ?? { points: [] };

  it('falls straight to nothing', () => {
    expect(points.at(-1)).toEqual({ at: NOW + 2_400_000, charge: 0, low: 0, high: 0 });
    expect(chargeAt(NOW + 600_000, points)).toBe(60);
    expect(chargeAt(NOW - 1, points)).toBeUndefined();
    expect(chargeAt(NOW + 2_400_001, points)).toBeUndefined();
  });

  it('is none where the UPS reports no charge or no runtime', () => {
    expect(reportedCourse(contextOf({ 'battery.runtime': undefined }).device, NOW)).toBeUndefined();
    expect(reportedCourse(contextOf({ 'battery.charge': undefined }).device, NOW)).toBeUndefined();
  });
});

describe('the learned course', () => {
  const curve = {
    discharges: 3,
    points: [100, 75, 50, 25, 0].map((charge, index) => ({
      seconds: index * 600,
      charge,
      low: charge - 2,
      high: charge + 2,
    })),
  };
  const learned = learnedCourse(curve, NOW);

  it('begins with the outage', () => {
    expect(learned?.points[1]).toEqual({ at: NOW + 600_000, charge: 75, low: 73, high: 77 });
    expect(learnedCourse({ ...curve, points: [] }, NOW)).toBeUndefined();
    expect(learnedCourse(undefined, NOW)).toBeUndefined();
  });
});

/** A charge that falls by so many percent each minute. */
const fall = (from: number, seconds: number, perMinute: number): Series['points'] =>
  Array.from({ length: Math.floor(seconds / 10) + 1 }, (_, index) => {
    const charge = from - (index / 6) * perMinute;
    return [NOW + index * 10_000, charge, charge, charge];
  });

describe('the course as observed', () => {
  it('goes straight on, without the first drop', () => {
    const dropped: Series['points'] = [[NOW, 100, 100, 100], ...fall(90, 300, 2).slice(1)];
    const { points } = observedCourse(dropped, NOW) ?? { points: [] };
    expect(points.at(-1)?.at).toBeCloseTo(NOW + 45 * 60_000, -3);
  });

  it('is none while too little was seen', () => {
    expect(observedCourse(fall(90, 120, 2), NOW)).toBeUndefined();
    expect(observedCourse(fall(90, 900, 0.05), NOW)).toBeUndefined();
    expect(observedCourse([], NOW)).toBeUndefined();
  });
});

/** A step of the engine's forecast, so many seconds from now. */
const ahead = (seconds: number, kind: ForecastStep['kind'], change: Partial<ForecastStep> = {}): ForecastStep => ({
  at: NOW + seconds * 1000,
  kind,
  text: `${kind}.`,
  devices: ['office'],
  ...change,
});

const ACTS = [
  ahead(1500, 'countdown', { trigger: 'charge' }),
  ahead(1560, 'action'),
  ahead(1680, 'ups-off'),
  ahead(1680, 'ups-on'),
];
const countdown = {
  device: 'office',
  trigger: 'charge' as const,
  reason: 'The charge is 29\u00a0%, below 30\u00a0%.',
  startedAt: NOW - 10_000,
  actsAt: NOW + 50_000,
  practice: true,
  cancel: { allowed: true },
  postpone: { allowed: true },
};
const carrying = [
  { device: 'office', since: NOW - 60_000, confirmed: true },
  { device: 'other', since: NOW - 600_000, confirmed: true },
];
const outlook = (protection: Partial<ProtectionState>, setting: Partial<ProtectionSetting> = {}, device = {}) =>
  outlookOf(contextOf(device, setting, { carrying, ...protection }));

describe('the outlook', () => {
  it('is the forecast of the engine: when the countdown begins, why, and what follows', () => {
    const { sentence, steps, actsAt } = outlook({ forecast: ACTS });
    expect(sentence).toMatch(
      /^If mains stays away, the countdown begins in about 25\u00a0minutes, when the charge falls below 30\u00a0%; at about .+ this computer shuts down\.$/u,
    );
    expect(actsAt).toBe(NOW + 1_560_000);
    expect(steps.map(({ kind, seconds }) => [kind, seconds])).toEqual([
      ['confirmed', 0],
      ['countdown', 1560],
      ['action', 1620],
      ['ups-off', 1740],
      ['ups-on', 1740],
    ]);
  });

  it('says now, and not in no seconds', () => {
    const forecast = [ahead(0.5, 'countdown', { trigger: 'charge' }), ahead(61, 'action')];
    expect(outlook({ forecast }).sentence).toBe('The countdown begins now, when the charge falls below 30\u00a0%.');
    const told = [ahead(0.2, 'countdown', { trigger: 'fault', text: 'It says: overload.' }), ahead(61, 'action')];
    expect(outlook({ forecast: told }).sentence).toBe('It says: overload.');
    expect(outlook({ forecast: [ahead(0.4, 'empty')] }).sentence).toBe('The battery is empty.');
  });

  it('ends with an empty battery where nothing acts, and promises nothing where nothing is foreseen', () => {
    const { sentence, steps } = outlook({ forecast: [ahead(2400, 'empty')] });
    expect(sentence).toBe('No trigger is expected to act before the battery is empty, in about 40\u00a0minutes.');
    expect(steps.map(({ kind }) => kind)).toEqual(['confirmed', 'empty']);
    expect(outlook({ forecast: [] }).sentence).toBe(
      'No trigger can be foreseen from what this UPS reports; Mainstay acts as soon as one holds.',
    );
    expect(outlook({ forecast: [ahead(2400, 'empty')] }, { mode: 'off' }).sentence).toBe(
      'Protection is off: nothing is shut down. The battery should last for another 40\u00a0minutes.',
    );
  });

  it('says where another UPS carries, in the words of the decision', () => {
    const text = 'The battery is at 30\u00a0%. Nothing is shut down for it while UPS b can carry this computer.';
    const forecast = [
      ahead(60, 'warning', { trigger: 'timeOnBattery', text: 'It only warns.' }),
      ahead(600, 'warning', { trigger: 'charge', text }),
      ahead(900, 'empty'),
    ];
    expect(outlook({ forecast }).sentence).toBe(`If mains stays away, in about 10\u00a0minutes: ${text}`);
  });

  it('keeps to the countdown that runs, however short it was cut, and says practice where it is', () => {
    const cut = { ...countdown, actsAt: NOW + 8000 };
    const protection = { phase: 'countdown' as const, countdown: cut, forecast: [ahead(8, 'action')] };
    const { sentence, actsAt, steps } = outlook(protection);
    expect(actsAt).toBe(NOW + 8000);
    expect(sentence).toMatch(/this computer would shut down\. The charge is 29\u00a0%, below 30\u00a0%\.$/u);
    expect(steps.map(({ kind, seconds }) => [kind, seconds])).toEqual([
      ['confirmed', 0],
      ['countdown', 50],
      ['action', 68],
    ]);
  });

  it('tells that it ends, once mains is back', () => {
    const forecast = [ahead(12, 'stopped'), ahead(12, 'over')];
    expect(outlook({ phase: 'countdown', countdown, forecast }).sentence).toBe(
      'Mains is back; if it stays, this is over in 12\u00a0seconds.',
    );
  });

  it('stands still after the end', () => {
    const committed = { device: 'office', at: NOW - 5000, practice: true };
    const { sentence, steps } = outlook({ phase: 'committed', committed, forecast: [] });
    expect(sentence).toBe('');
    expect(steps.map(({ kind }) => kind)).toEqual(['confirmed']);
  });
});

describe('a UPS that has nothing to do with it', () => {
  const others = { devices: ['other'] };

  it('shows neither the countdown nor the last step of another', () => {
    const forecast = [ahead(20, 'action', others), ahead(900, 'warning')];
    const other = { ...countdown, device: 'other' };
    const protection = { phase: 'countdown' as const, countdown: other, forecast };
    const { steps, sentence, actsAt } = outlook(protection);
    expect(steps.map(({ kind }) => kind)).toEqual(['confirmed', 'warning']);
    expect(actsAt).toBeUndefined();
    expect(sentence).toMatch(/^UPS other decides before this UPS: it leads to the last step at about .+\.$/u);
    const whole = { ...contextOf().protection, ...protection };
    expect([leadsTo(whole, 'office'), leadsTo(whole, 'other')]).toEqual([false, true]);
  });

  it('is told that another has led to the last step', () => {
    const committed = { device: 'other', at: NOW, practice: true };
    expect(outlook({ phase: 'committed', committed, forecast: [] }).sentence).toMatch(
      /^UPS other has led to the last step/u,
    );
    const whole = { ...contextOf().protection, phase: 'committed' as const, committed };
    expect([hasLedTo(whole, 'office'), hasLedTo(whole, 'other')]).toEqual([false, true]);
  });

  it('counts from when its own battery began to carry', () => {
    const whole = { ...contextOf().protection, carrying, onBatterySince: NOW - 600_000 };
    expect(carriesSince(whole, 'office')).toBe(NOW - 60_000);
    expect(carriesSince(whole, 'third')).toBeUndefined();
  });
});
