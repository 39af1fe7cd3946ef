/** Which runtime is counted on, and that the reason says so. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carefully } from '../../../../src-main/engine/protection/policy/careful.ts';
import type { Value } from '../../../../src-shared/nut/index.ts';
import { rulesWith, Story, upsNamed } from './run.ts';

const LEARNED = { low: 1200, high: 2400, diedEarly: false };
const telling = (runtime: number | undefined, charge = 100) =>
  upsNamed('a', {
    values: {
      'ups.status': 'OB DISCHRG',
      'battery.charge': charge,
      ...(runtime === undefined ? {} : { 'battery.runtime': runtime }),
    },
  });
const counted = (...given: Parameters<typeof carefully>): Value | undefined =>
  carefully(...given).values['battery.runtime'];

describe('the runtime that is counted on', () => {
  it('is what the UPS tells, as long as what was learned holds it for possible', () => {
    const device = telling(2000);
    expect(carefully(device, LEARNED)).toBe(device);
    expect(carefully(telling(600), LEARNED).values['battery.runtime']).toBe(600);
    expect(carefully(device, undefined)).toBe(device);
  });

  it('is the careful end where the UPS tells none, none that can be, or more than its battery ever kept', () => {
    expect(counted(telling(undefined), LEARNED)).toBe(1200);
    expect(counted(telling(0), LEARNED)).toBe(1200);
    expect(counted(telling(2401), LEARNED)).toBe(1200);
    expect(carefully(telling(undefined), LEARNED).corrected?.['battery.runtime']).toMatch(/does not tell/);
    expect(carefully(telling(2401), LEARNED).corrected?.['battery.runtime']).toMatch(/more than/);
  });

  it('is the careful end once the UPS went off early, whatever it tells, and never nothing', () => {
    const died = { low: -30, high: 2400, diedEarly: true };
    expect(counted(telling(2000), { ...died, low: 90.7 })).toBe(90);
    expect(counted(telling(2000), died)).toBe(1);
    expect(counted(telling(60), { ...died, low: 90 })).toBe(60);
    expect(carefully(telling(2000), died).corrected?.['battery.runtime']).toMatch(/gone off early/);
  });

  it('is never more than what the UPS tells', () => {
    const seconds = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(seconds, seconds, seconds, fc.boolean(), (told, low, more, diedEarly) => {
        expect(counted(telling(told), { low, high: low + more, diedEarly })).toBeLessThanOrEqual(told);
      }),
    );
  });

  it('acts, and says by what', () => {
    const rules = rulesWith(
      { runtime: { level: 'act', seconds: 600 } },
      { confirmSeconds: 5, countdownSeconds: 10, shutdownSeconds: 30 },
    );
    const story = new Story(rules);
    for (let time = 0; time < 40; time += 2) {
      const { values, corrected } = carefully(telling(undefined), { ...LEARNED, low: 500 });
      story.change({ corrected: corrected ?? {} });
      story.reading(2, time < 10 ? { ...values, 'ups.status': 'OL' } : values);
    }
    expect(story.performed).toHaveLength(1);
    expect(story.performed[0]?.reason).toContain(' The UPS does not tell it: this is the least');
  });

  it('a charge that is worked out says so as well', () => {
    const story = new Story(
      rulesWith({ charge: { level: 'act', percent: 30 } }, { confirmSeconds: 5, countdownSeconds: 5 }),
    );
    story.change({ derived: ['battery.charge'] });
    story.readings(4, { 'ups.status': 'OL', 'battery.charge': 100, 'battery.runtime': undefined });
    for (let charge = 90; charge > 10; charge -= 1)
      story.reading(10, { 'ups.status': 'OB DISCHRG', 'battery.charge': charge });
    expect(story.performed[0]?.reason).toContain(' The UPS does not tell it: it is worked out from the voltage');
  });
});
