import { describe, expect, it } from 'vitest';
import {
  chargeAt,
  fallsTo,
  goneOn,
  learnedCourse,
  observedCourse,
  firstTrigger,
  outlookOf,
  type OutageContext,
  reportedCourse,
} from '../../src-renderer/logic/outage.ts';
import type { ProtectionState, Series } from '../../src-shared/contract/index.ts';
import { defaultSettings, type ProtectionSetting } from '../../src-shared/settings.ts';
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
    formats,
    t,
  };
}

const first = (context: OutageContext): ReturnType<typeof firstTrigger> =>
  firstTrigger(context, reportedCourse(context.device, NOW));

describe('the course by the reported runtime', () => {
  const { points } = reportedCourse(contextOf().device, NOW) ?? { points: [] };

  it('falls straight to nothing', () => {
    expect(fallsTo(40, points)).toBe(NOW + 1_200_000);
    expect(fallsTo(0, points)).toBe(NOW + 2_400_000);
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

  it('goes on from the charge that is really there', () => {
    // Down to 60 % after 8 minutes, where 80 % was expected: a third of the way to 25 % lies behind.
    const ahead = learned === undefined ? undefined : goneOn(learned, 60, NOW + 480_000);
    expect(fallsTo(50, ahead?.points ?? [])).toBe(NOW + 480_000 + 240_000);
    expect(fallsTo(0, ahead?.points ?? [])).toBe(NOW + 480_000 + 1_440_000);
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
    expect(fallsTo(0, points)).toBeCloseTo(NOW + 45 * 60_000, -3);
  });

  it('is none while too little was seen', () => {
    expect(observedCourse(fall(90, 120, 2), NOW)).toBeUndefined();
    expect(observedCourse(fall(90, 900, 0.05), NOW)).toBeUndefined();
    expect(observedCourse([], NOW)).toBeUndefined();
  });
});

describe('the trigger that would hold first', () => {
  it('is the charge or the runtime, whichever comes before', () => {
    // 30 % of 80 % is reached after 25 of 40 minutes, 10 minutes left after 30.
    expect(first(contextOf())).toEqual({ trigger: 'charge', at: NOW + 1_500_000 });
    expect(first(contextOf({ 'battery.runtime': 900 }))).toEqual({ trigger: 'runtime', at: NOW + 300_000 });
  });

  it('is the time on battery, counted from its begin', () => {
    const triggers = { ...usual.triggers, timeOnBattery: { level: 'act' as const, seconds: 300 } };
    expect(first(contextOf({}, { triggers }))).toEqual({ trigger: 'timeOnBattery', at: NOW + 240_000 });
  });

  it('is none that only warns, and none while protection is off', () => {
    const triggers = { ...usual.triggers, charge: { level: 'warn' as const, percent: 30 } };
    expect(first(contextOf({}, { triggers }))?.trigger).toBe('runtime');
    expect(first(contextOf({}, { mode: 'off' }))).toBeUndefined();
  });

  it('is now, never in the past', () => {
    expect(first(contextOf({ 'battery.charge': 12 }))?.at).toBe(NOW);
    const triggers = { ...usual.triggers, timeOnBattery: { level: 'act' as const, seconds: 30 } };
    expect(first(contextOf({}, { triggers }))).toEqual({ trigger: 'timeOnBattery', at: NOW });
  });
});

const outlook = (context: OutageContext): ReturnType<typeof outlookOf> =>
  outlookOf(context, reportedCourse(context.device, NOW));

/** Whether the outlook tells that the UPS cuts its output. */
function cut(can: boolean): boolean {
  const { device, protection } = contextOf();
  const powerCycle = [{ device: device.id, can, how: '' }];
  return outlook(contextOf({}, {}, { ...protection, powerCycle })).steps.some(({ kind }) => kind === 'ups-off');
}

describe('the outlook', () => {
  it('says when the countdown begins, why, and what follows', () => {
    const { sentence, steps } = outlook(contextOf());
    expect(sentence).toMatch(
      /^If mains stays away, the countdown begins in about 25\u00a0minutes, when the charge falls below 30\u00a0%; at about .+ this computer shuts down\.$/u,
    );
    expect(steps.map(({ kind, seconds }) => [kind, seconds])).toEqual([
      ['confirmed', 0],
      ['countdown', 1560],
      ['action', 1620],
    ]);
  });

  it('shows an empty battery that comes before the last step', () => {
    const setting = { countdownSeconds: 3600 };
    expect(outlook(contextOf({}, setting)).steps.map(({ kind }) => kind)).toContain('empty');
    const triggers = {
      ...usual.triggers,
      charge: { level: 'off' as const, percent: 30 },
      runtime: { level: 'off' as const, seconds: 600 },
      lowBattery: { level: 'off' as const },
    };
    const { sentence, steps } = outlook(contextOf({}, { triggers }));
    expect(sentence).toBe('No trigger is expected to act before the battery is empty, in about 40\u00a0minutes.');
    expect(steps.map(({ kind }) => kind)).toEqual(['confirmed', 'empty']);
  });

  it('gives no promise where nothing can be foreseen', () => {
    const nothing = contextOf({
      'battery.runtime': undefined,
      'battery.runtime.low': undefined,
      'battery.charge.low': undefined,
    });
    expect(outlook(nothing).sentence).toBe(
      'No trigger can be foreseen from what this UPS reports; Mainstay acts as soon as one holds.',
    );
    expect(outlook(contextOf({}, { mode: 'off' })).sentence).toBe(
      'Protection is off: nothing is shut down. The battery should last for another 40\u00a0minutes.',
    );
  });

  it('keeps to the countdown that runs, and says practice where it is', () => {
    const countdown = {
      trigger: 'charge' as const,
      reason: 'The charge is 29\u00a0%, below 30\u00a0%.',
      startedAt: NOW - 10_000,
      actsAt: NOW + 50_000,
      practice: true,
      cancel: { allowed: true },
      postpone: { allowed: true },
    };
    const { sentence, actsAt } = outlook(contextOf({}, {}, { phase: 'countdown', countdown }));
    expect(actsAt).toBe(NOW + 50_000);
    expect(sentence).toMatch(/this computer would shut down\. The charge is 29\u00a0%, below 30\u00a0%\.$/u);
  });

  it('tells of the cut only where the UPS can be told to', () => {
    expect([cut(true), cut(false)]).toEqual([true, false]);
  });
});
