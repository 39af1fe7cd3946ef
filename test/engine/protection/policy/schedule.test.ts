/** Shutdowns at set times: which of them is due, which was missed, and what is next, to the minute and the day. */
import { describe, expect, it } from 'vitest';
import { lookAtSchedule } from '../../../../src-main/engine/protection/policy/schedule.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/index.ts';
import { rulesWith } from './run.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A Wednesday in summer, by this computer's calendar: no clock is changed in the week after. */
const at = (hours: number, minutes = 0, day = 15): number => new Date(2026, 6, day, hours, minutes).getTime();
const WEDNESDAY = 3;
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

type Entry = ProtectionSetting['schedule'][number];
const entry = (time: string, rest: Partial<Entry> = {}): Entry => ({
  id: time,
  enabled: true,
  days: EVERY_DAY,
  at: time,
  ...rest,
});

const rules = (...schedule: readonly Entry[]): ProtectionSetting => ({
  ...rulesWith({}, { countdownSeconds: 60 }),
  schedule: [...schedule],
});

const NOTHING = { until: undefined, done: {} };
const look = (
  now: number,
  schedule: readonly Entry[],
  before: Parameters<typeof lookAtSchedule>[1] = NOTHING,
  free = true,
) => lookAtSchedule(rules(...schedule), before, now, free);

describe('what is due', () => {
  it.each([
    ['before the countdown', at(11, 58), false],
    ['when the countdown begins', at(11, 59), true],
    ['a moment before that', at(11, 59) - 1, false],
    ['at the time itself', at(12), true],
    ['a minute late', at(12, 1), true],
    ['more than a minute late', at(12, 1) + 1, false],
  ])('%s', (_what, now, due) => {
    const { due: found } = look(now, [entry('12:00')], { until: at(11), done: {} });
    expect(found?.at).toBe(due ? at(12) : undefined);
  });

  it('is done once for its day, whatever is done to the clock', () => {
    const first = look(at(12), [entry('12:00')], { until: at(11), done: {} });
    expect(first.due).toMatchObject({ entry: '12:00', day: '2026-7-15', at: at(12) });
    expect(first.schedule).toEqual({ until: at(12), done: { '12:00': '2026-7-15' } });
    expect(look(at(11, 59), [entry('12:00')], { ...first.schedule, until: at(11) }).due).toBeUndefined();
    expect(look(at(12, 0, 16), [entry('12:00')], first.schedule).due?.at).toBe(at(12, 0, 16));
  });

  it('waits while something stands in its way, for as long as it is not too late', () => {
    const blocked = look(at(12), [entry('12:00')], { until: at(11), done: {} }, false);
    expect(blocked.due).toBeUndefined();
    expect(blocked.schedule).toEqual({ until: at(12), done: {} });
    expect(look(at(12, 1), [entry('12:00')], blocked.schedule).due?.at).toBe(at(12));
    const late = look(at(12, 1), [entry('12:00')], { until: at(11), done: {} }, false);
    expect(late.schedule.until).toBe(at(12));
    expect(look(at(12, 2), [entry('12:00')], late.schedule)).toMatchObject({
      due: undefined,
      missed: [{ at: at(12) }],
    });
  });

  it('is the earlier one of two, and the other stays due', () => {
    const both = [entry('12:01'), entry('12:00')];
    const first = look(at(12), both, { until: at(11), done: {} });
    expect(first.due?.entry).toBe('12:00');
    const second = look(at(12), both, first.schedule);
    expect(second.due?.entry).toBe('12:01');
  });

  it('is nothing that had passed when Mainstay began, and nothing that is switched off', () => {
    expect(look(at(12, 0) + 1000, [entry('12:00')]).due).toBeUndefined();
    expect(look(at(12, 0), [entry('12:00')]).due?.at).toBe(at(12));
    const before = { until: at(11), done: {} };
    expect(look(at(12), [entry('12:00', { enabled: false })], before)).toMatchObject({
      due: undefined,
      next: undefined,
    });
    const off = { ...rules(entry('12:00')), mode: 'off' } as const;
    expect(lookAtSchedule(off, { until: at(11), done: { a: 'b' } }, at(12), true)).toEqual({
      due: undefined,
      missed: [],
      next: undefined,
      schedule: { until: at(12), done: { a: 'b' } },
    });
    expect(look(at(12), [], before).schedule).toEqual({ until: at(12), done: {} });
  });

  it('may belong to tomorrow, while the countdown begins today', () => {
    const { due } = look(at(23, 59), [entry('00:00')], { until: at(23), done: {} });
    expect(due).toMatchObject({ day: '2026-7-16', at: at(0, 0, 16) });
  });
});

describe('what was missed', () => {
  const before = { until: at(11), done: {} };
  it.each([
    ['a minute late is not', at(12, 1), []],
    ['by more is', at(12, 1) + 1, [at(12)]],
    ['by a day is', at(12) + DAY, [at(12)]],
    ['by more than a day is not worth telling', at(12) + DAY + 1, []],
  ])('%s', (_what, now, times) => {
    const { missed } = look(now, [entry('12:00', { days: [WEDNESDAY] })], before);
    expect(missed.map((each) => each.at)).toEqual(times);
  });

  it('is told once', () => {
    const { schedule } = look(at(13), [entry('12:00')], before);
    expect(schedule).toEqual({ until: at(13), done: { '12:00': '2026-7-15' } });
    expect(look(at(13), [entry('12:00')], { ...schedule, until: at(11) }).missed).toEqual([]);
  });

  it('yesterday is looked for, too', () => {
    const { missed } = look(at(1, 0, 16), [entry('23:30')], { until: at(23), done: {} });
    expect(missed.map((each) => each.at)).toEqual([at(23, 30)]);
  });
});

describe('what is next', () => {
  it.each([
    ['later today', at(11), '12:00', EVERY_DAY, at(12)],
    ['tomorrow', at(12, 30), '12:00', EVERY_DAY, at(12, 0, 16)],
    ['in a week', at(12, 30), '12:00', [WEDNESDAY], at(12, 0, 22)],
    ['on Sunday', at(12, 30), '12:00', [0], at(12, 0, 19)],
    ['with its minutes', at(12, 30), '07:05', [4], at(7, 5, 16)],
  ])('%s', (_what, now, time, days, expected) => {
    expect(look(now, [entry(time, { days })]).next?.at).toBe(expected);
  });

  it('is not the one that is due', () => {
    expect(look(at(11, 59), [entry('12:00')]).next?.at).toBe(at(12, 0, 16));
  });
});

describe('a start after it', () => {
  it.each([
    ['later on the same day', '12:00', '13:30', at(13, 30)],
    ['on the day after', '22:00', '06:30', at(6, 30, 16)],
    ['at the same time, a day later', '12:00', '12:00', at(12, 0, 16)],
  ])('%s', (_what, time, startAt, expected) => {
    expect(look(at(11), [entry(time, { startAt })]).next?.startAt).toBe(expected);
  });

  it('is not made up', () => {
    expect(look(at(11), [entry('12:00')]).next).not.toHaveProperty('startAt');
  });
});
