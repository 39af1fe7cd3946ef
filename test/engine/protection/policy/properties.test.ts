import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { PolicyAction } from '../../../../src-main/engine/base/parts.ts';
import type { DeviceState } from '../../../../src-shared/contract/index.ts';
import { rulesWith, Story, upsNamed } from './run.ts';

// On a busy machine everything takes longer, and nothing here measures speed.
vi.setConfig({ testTimeout: 120_000 });

/** What can happen to a UPS, or to the person's mind. */
type Step =
  | { readonly kind: 'reading'; readonly seconds: number; readonly values: Record<string, number | string | undefined> }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'link'; readonly link: DeviceState['link'] }
  | { readonly kind: 'cancel' };

const statusOf = (words: readonly string[]): fc.Arbitrary<string | undefined> => fc.constantFrom(undefined, ...words);
const value = fc.oneof(fc.integer({ min: -5, max: 200 }), fc.constantFrom('x', undefined, Number.NaN));
const readingOf = (words: readonly string[]): fc.Arbitrary<Step> =>
  fc.record({
    kind: fc.constant('reading' as const),
    seconds: fc.constantFrom(0.2, 1, 2, 5, 30),
    values: fc.record({ 'ups.status': statusOf(words), 'battery.charge': value, 'battery.runtime': value }),
  });
const stepOf = (words: readonly string[]): fc.Arbitrary<Step> =>
  fc.oneof(
    { arbitrary: readingOf(words), weight: 8 },
    { arbitrary: fc.record({ kind: fc.constant('wait' as const), seconds: fc.constantFrom(1, 10, 60) }), weight: 1 },
    {
      arbitrary: fc.record({
        kind: fc.constant('link' as const),
        link: fc.constantFrom<DeviceState['link'][]>('live', 'stale', 'lost', 'denied', 'connecting', 'disabled'),
      }),
      weight: 1,
    },
    { arbitrary: fc.record({ kind: fc.constant('cancel' as const) }), weight: 1 },
  );

const MAINS = ['OL', 'OL CHRG', 'OL LB', 'OL TEST', 'OL CAL', 'OL RB OVER', '', 'LB', 'OL OB LB'];
const ANY = [...MAINS, 'OB', 'OB DISCHRG', 'OB LB', 'OB TEST', 'OB CAL LB'];
const MOSTLY_BATTERY = [...ANY, ...Array.from({ length: 30 }, (_, index) => (index % 3 === 0 ? 'OB LB' : 'OB'))];
const EVERYTHING = rulesWith(
  {
    timeOnBattery: { level: 'act', seconds: 10 },
    charge: { level: 'act', percent: 50 },
    runtime: { level: 'act', seconds: 100 },
    lowBattery: { level: 'act' },
  },
  { countdownSeconds: 5 },
);

/** The same, told by a UPS that says nothing of how long its battery lasts: nothing cuts a countdown short then. */
function unmeasured(step: Step): Step {
  if (step.kind !== 'reading') return step;
  const status = step.values['ups.status'];
  return { ...step, values: { 'ups.status': typeof status === 'string' ? status.replace(/ ?LB/, '') : status } };
}

/** Plays the steps and calls back with what each of them led to. */
function play(story: Story, steps: readonly Step[], after: (actions: readonly PolicyAction[]) => void): void {
  for (const step of steps) {
    const before = story.actions.length;
    if (step.kind === 'reading') story.reading(step.seconds, step.values);
    else if (step.kind === 'wait') story.wait(step.seconds);
    else if (step.kind === 'link') story.change({ link: step.link });
    else story.cancel();
    after(story.actions.slice(before));
  }
}

describe('whatever is read', () => {
  it('nothing is ever performed without readings that say: on battery', () => {
    fc.assert(
      fc.property(fc.array(stepOf(MAINS), { maxLength: 60 }), (steps) => {
        const story = new Story(EVERYTHING);
        play(story, steps, () => undefined);
        expect(story.performed).toEqual([]);
        expect(story.events).not.toContain('countdown-started');
      }),
    );
  });

  it('everything performed follows a confirmed outage and a countdown of full length', () => {
    let performed = 0;
    fc.assert(
      fc.property(fc.array(stepOf(MOSTLY_BATTERY), { minLength: 20, maxLength: 80 }), (steps) => {
        const story = new Story(EVERYTHING);
        let confirmed = false;
        let length = Number.NaN;
        let countsFrom: number | undefined;
        let committed = false;
        play(story, steps.map(unmeasured), (actions) => {
          for (const action of actions) {
            if (action.type === 'perform') {
              performed += 1;
              expect(confirmed).toBe(true);
              if (!committed) expect(story.steady - (countsFrom ?? Number.NaN)).toBeGreaterThanOrEqual(length - 500);
              committed = true;
            } else if (action.type === 'event') {
              const { kind } = action.event;
              if (kind === 'outage-confirmed') confirmed = true;
              if (kind === 'outage-over') confirmed = false;
              if (kind === 'countdown-started') {
                countsFrom = action.event.time - story.now + story.steady;
                length = Number(action.event.data['countdown']) * 1000;
              }
              if (kind === 'countdown-cancelled') countsFrom = undefined;
            }
          }
        });
      }),
      { numRuns: 300 },
    );
    // The property says nothing if nothing ever happens.

    expect(performed).toBeGreaterThan(0);
  });

  it('once committed, it stays committed while the battery carries, and nobody can stop it', () => {
    let commitments = 0;
    const onBattery = ['OB', 'OB LB', 'OB DISCHRG', 'OB TEST', 'OL', ''];
    fc.assert(
      fc.property(fc.array(stepOf(onBattery), { minLength: 10, maxLength: 60 }), (steps) => {
        // Mains is never stable here, so that no outage ends.
        const story = new Story({ ...EVERYTHING, mainsStableSeconds: 600_000, countdownSeconds: 0 });
        let committed = false;
        play(story, steps, (actions) => {
          for (const action of actions) {
            if (action.type === 'perform') committed = true;
            else if (committed && action.type === 'event') expect(action.event.kind).not.toBe('countdown-cancelled');
          }
          const there = story.devices.get('a')?.link !== 'disabled';
          if (committed && there && story.steady < 300_000) {
            commitments += 1;
            expect(story.protection.phase).toBe('committed');
            expect(story.cancel().accepted).toBe(false);
          }
        });
      }),
    );

    expect(commitments).toBeGreaterThan(0);
  });

  it('outside of armed, everything performed is practice, and off performs nothing', () => {
    fc.assert(
      fc.property(
        fc.array(stepOf(ANY), { maxLength: 60 }),
        fc.constantFrom('off' as const, 'practice' as const),
        (steps, mode) => {
          const story = new Story({ ...EVERYTHING, mode });
          play(story, steps, () => undefined);
          expect(story.performed.filter(({ practice }) => !practice || mode === 'off')).toEqual([]);
        },
      ),
    );
  });

  it('every event says why, from what, and of which UPS', () => {
    fc.assert(
      fc.property(fc.array(stepOf(ANY), { maxLength: 60 }), (steps) => {
        const story = new Story(EVERYTHING, [upsNamed('a')]);
        play(story, steps, () => undefined);
        for (const action of story.actions) {
          if (action.type !== 'event') continue;
          const { data, device, text, time } = action.event;
          expect(device).toBe('a');
          expect(text).toMatch(/\.$/);
          expect(String(data['reason'])).toMatch(/\.$/);
          expect(data).toHaveProperty('secondsOnBattery');
          expect(data).toHaveProperty('link');
          expect(time).toBeGreaterThan(0);
          for (const entry of Object.values(data)) expect(['string', 'number', 'boolean']).toContain(typeof entry);
        }
      }),
    );
  });
});
