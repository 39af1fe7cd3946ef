import { describe, expect, it } from 'vitest';
import {
  abandon,
  advance,
  begin,
  type Course,
  type Sight,
} from '../../../../src-main/engine/protection/drill/course.ts';
import { drillRules } from '../../../../src-main/engine/protection/drill/rules.ts';
import type { DeviceState, Preflight } from '../../../../src-shared/contract/index.ts';
import { type ProtectionSetting, protectionSettingSchema } from '../../../../src-shared/settings/protection.ts';

const RULES = protectionSettingSchema.parse({ mode: 'armed', confirmSeconds: 5, countdownSeconds: 20 });
const GOOD: Preflight = { at: 0, passed: true, checks: [] };

function ups(status: string, values: DeviceState['values'] = {}, link: DeviceState['link'] = 'live'): DeviceState {
  return {
    id: 'ups',
    uri: 'sim:megatec',
    name: 'Desk UPS',
    nickname: '',
    feedsThisComputer: true,
    simulated: true,
    verified: true,
    link,
    linkSince: 0,
    values: { 'ups.status': status, 'battery.charge': 90, ...values },
    derived: [],
    absent: {},
    commands: [],
    settings: [],
  };
}

const NOTHING: Omit<Sight, 'now' | 'steady'> = {
  device: ups('OL'),
  othersOnBattery: [],
  phase: 'idle',
  command: undefined,
};

/** A drill that is shown one sight after the other, each at its second. */
class Story {
  course: Course;

  constructor(rules: ProtectionSetting = RULES, preflight: Preflight = GOOD) {
    this.course = begin('one', ups('OL'), rules, preflight, { now: 0, steady: 0 });
  }

  at(second: number, sight: Partial<Sight>): this {
    this.course = advance(this.course, { ...NOTHING, ...sight, now: second * 1000, steady: second * 1000 });
    return this;
  }

  get verdict(): string {
    return this.course.drill.verdict;
  }

  step(id: string): Course['drill']['steps'][number] | undefined {
    return this.course.drill.steps.find((step) => step.id === id);
  }
}

/** Everything up to the end of the countdown, as it should go. */
function toTheEnd(rules = RULES, preflight = GOOD): Story {
  return new Story(rules, preflight)
    .at(3, { device: ups('OB') })
    .at(9, { device: ups('OB'), phase: 'on-battery' })
    .at(14, { device: ups('OB'), phase: 'countdown' })
    .at(34, { device: ups('OB'), phase: 'committed' });
}

describe('the course of a drill', () => {
  it('passes when everything happens in time, and tells how long each step took', () => {
    const story = toTheEnd().at(40, { phase: 'on-battery' }).at(56, {});
    expect(story.verdict).toBe('passed');
    expect(story.course.drill.steps.map(({ id, verdict, seconds }) => [id, verdict, seconds])).toEqual([
      ['checks', 'passed', undefined],
      ['unplug', 'passed', 3],
      ['detection', 'passed', 6],
      ['countdown', 'passed', 25],
      ['command', 'skipped', 0],
      ['replug', 'passed', 6],
      ['all-clear', 'passed', 16],
    ]);
    expect(story.course.drill.endedAt).toBe(56_000);
  });

  it('goes on after checks that failed, and fails at the end', () => {
    const preflight: Preflight = {
      at: 0,
      passed: false,
      checks: [{ id: 'privilege', title: 'May shut down', verdict: 'failed', message: 'It may not.', fix: 'Run x.' }],
    };
    const story = toTheEnd(RULES, preflight).at(40, {}).at(56, {});
    expect(story.verdict).toBe('failed');
    expect(story.step('checks')?.message).toBe('It may not. Run x.');
  });

  it('with a simulated UPS can be passed: that it is none is no fault, anything else still is', () => {
    const check = { title: 'A UPS is read', verdict: 'failed', message: 'There is only a simulated one.' } as const;
    const only = toTheEnd(RULES, { at: 0, passed: false, checks: [{ id: 'ups', ...check }] })
      .at(40, {})
      .at(56, {});
    expect(only.verdict).toBe('passed');
    expect(only.step('checks')?.message).toContain('This UPS is simulated');
    const other = toTheEnd(RULES, { at: 0, passed: false, checks: [{ id: 'triggers', ...check }] })
      .at(40, {})
      .at(56, {});
    expect(other.verdict).toBe('failed');
    const real = begin(
      'one',
      { ...ups('OL'), simulated: false },
      RULES,
      { at: 0, passed: false, checks: [{ id: 'ups', ...check }] },
      { now: 0, steady: 0 },
    );
    expect(real.drill.steps[0]?.verdict).toBe('failed');
  });

  it('fails at a step that takes too long, and tries the next ones all the same', () => {
    const story = new Story().at(3, { device: ups('OB') }).at(24, { device: ups('OB') });
    expect(story.step('detection')?.verdict).toBe('failed');
    expect(story.step('countdown')?.verdict).toBe('running');
  });

  it('waits for the own command, and says what it said', () => {
    const rules = protectionSettingSchema.parse({ ...RULES, ownCommand: { enabled: true, program: '/bin/x' } });
    const story = toTheEnd(rules);
    expect(story.step('command')?.verdict).toBe('running');
    const command = { done: false, message: 'It ended with 3.', seconds: 2, output: '' };
    story.at(37, { device: ups('OB'), phase: 'committed', command });
    expect(story.step('command')).toMatchObject({ verdict: 'failed', message: 'It ended with 3.', seconds: 2 });
    expect(story.step('replug')?.verdict).toBe('running');
    expect(
      toTheEnd(rules)
        .at(90, { device: ups('OB'), phase: 'committed' })
        .step('command')?.verdict,
    ).toBe('failed');
  });
});

describe('a drill ends early', () => {
  it.each([
    ['the battery is low', { device: ups('OB LB') }],
    ['the charge is at the limit of the real rules', { device: ups('OB', { 'battery.charge': 30 }) }],
    ['another UPS goes on battery', { device: ups('OB'), othersOnBattery: ['NAS UPS'] }],
    ['the UPS is removed', { device: undefined }],
  ] satisfies [string, Partial<Sight>][])('when %s', (_, sight) => {
    const story = new Story().at(3, { device: ups('OB') }).at(5, sight);
    expect(story.verdict).toBe('abandoned');
    expect(story.course.drill.steps.every(({ verdict }) => verdict !== 'running' && verdict !== 'waiting')).toBe(true);
  });

  it('when contact stays lost, not at the first gap', () => {
    const gone = { device: ups('OB', {}, 'lost') };
    const story = new Story().at(3, { device: ups('OB') }).at(5, gone);
    expect(story.at(34, gone).verdict).toBe('running');
    expect(story.at(35, gone).verdict).toBe('abandoned');
    const back = new Story().at(5, gone).at(30, {}).at(31, gone).at(40, gone);
    expect(back.verdict).toBe('running');
  });

  it.each([
    ['nobody pulls the plug', (story: Story) => story.at(300, {})],
    ['mains is back too early', (story: Story) => story.at(3, { device: ups('OB') }).at(4, {})],
    ['nobody puts the plug back', () => toTheEnd().at(640, { device: ups('OB'), phase: 'committed' })],
  ])('when %s', (_, play) => {
    expect(play(new Story()).verdict).toBe('abandoned');
  });

  it('when the person says so, and never twice', () => {
    const { course } = new Story();
    const ended = abandon(course, 'A person ended the drill.', { now: 1000, steady: 1000 });
    expect(ended.drill).toMatchObject({ verdict: 'abandoned', endedAt: 1000 });
    expect(abandon(ended, 'Again.', { now: 2000, steady: 2000 })).toBe(ended);
  });
});

describe('the rules of a drill', () => {
  it('never go beyond practice, and act soon on the tried UPS alone', () => {
    const rules = drillRules({ ...RULES, countdownSeconds: 3600, suppliesNeeded: 1 }, 'ups');
    expect(rules).toMatchObject({ mode: 'practice', countdownSeconds: 60, suppliesNeeded: 'all' });
    expect(rules.triggersOf['ups']?.timeOnBattery).toEqual({ level: 'act', seconds: 10 });
    expect(rules.triggers).toEqual(RULES.triggers);
  });
});
