import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../src-main/engine/battery/kept.ts';
import { due, nextDue, progressOf } from '../../../src-main/engine/battery/schedule.ts';
import { LocalClock } from '../../../src-main/engine/base/local-clock.ts';
import { type TestSchedule, testScheduleSchema } from '../../../src-shared/settings/battery.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const clock = new LocalClock('Europe/Berlin');
const schedule = (change: Partial<TestSchedule>): TestSchedule =>
  testScheduleSchema.parse({ every: 'week', ...change });

/** Follows a schedule; `able` says when Mainstay runs and the UPS may be tested. */
function follow(
  wanted: TestSchedule,
  from: number,
  to: number,
  able: (time: number) => boolean = () => true,
): { ran: number[]; missed: number[]; days: number[] } {
  let progress: Progress | undefined;
  const ran: number[] = [];
  const missed: number[] = [];
  const days: number[] = [];
  for (let time = from; time < to; time += 20 * MINUTE) {
    if (!able(time)) continue;
    progress = progressOf(wanted, progress, time, clock);
    const todo = due(wanted, progress, time, clock);
    if (todo.what === 'nothing') continue;
    (todo.what === 'run' ? ran : missed).push(time);
    days.push(todo.day);
    progress = { ...progress, handled: todo.day };
  }
  return { ran, missed, days };
}

const local = (time: number): string => `${clock.at(time).weekday} ${clock.at(time).hour}`;

describe('the schedule of tests', () => {
  it('comes once a week, at its hour, all year; where summer time leaves the hour out, a day later', () => {
    // Both changes of 2027 are on Sundays (28 March at 2, 31 October at 3).
    const begin = Date.UTC(2027, 0, 1, 12);
    const { ran, missed } = follow(schedule({ weekday: 0, hour: 2 }), begin, begin + 364 * DAY);
    expect(ran).toHaveLength(52);
    expect(missed).toEqual([]);
    expect(
      ran.filter((time) => local(time) !== '0 2').map((time) => new Date(time).toISOString().slice(0, 10)),
    ).toEqual(['2027-03-29']);
  });

  it('comes once a month', () => {
    const begin = Date.UTC(2027, 0, 1, 12);
    const { ran } = follow(schedule({ every: 'month', monthday: 28, hour: 23 }), begin, begin + 365 * DAY);
    expect(ran.map((time) => new Date(time).getUTCMonth())).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(ran.every((time) => clock.at(time).hour === 23 && new Date(time).getUTCDate() === 28)).toBe(true);
  });

  it('owes nothing when it was just chosen, nor when the clock comes back from the future', () => {
    const sunday = Date.UTC(2027, 5, 6, 10);
    const wanted = schedule({ weekday: 0, hour: 4 });
    expect(due(wanted, progressOf(wanted, undefined, sunday, clock), sunday, clock)).toEqual({ what: 'nothing' });
    const ahead = progressOf(wanted, undefined, sunday + 400 * DAY, clock);
    const back = progressOf(wanted, ahead, sunday, clock);
    const { ran } = follow(wanted, sunday, sunday + 8 * DAY);
    expect(back.handled).toBeLessThanOrEqual(clock.at(sunday).day);
    expect(nextDue(wanted, back, sunday, clock)).toBe(Math.floor((ran[0] ?? 0) / HOUR) * HOUR);
    expect(ran).toHaveLength(1);
  });

  it('is made up at the same hour of a later day, and given up after a week', () => {
    const wanted = schedule({ weekday: 0, hour: 4 });
    const begin = Date.UTC(2027, 5, 5);
    expect(follow(wanted, begin, begin + 7 * DAY, (time) => time > begin + 3 * DAY).ran).toEqual([]);
    const late = follow(wanted, begin, begin + 14 * DAY, (time) => time < begin + DAY || time > begin + 4.5 * DAY);
    expect(late.ran.map(local)).toEqual(['4 4', '0 4']);
    const never = follow(wanted, begin, begin + 8 * DAY, (time) => clock.at(time).hour !== 4);
    expect(never.missed).toHaveLength(1);
  });

  it('never asks twice for the same test, whatever the times at which Mainstay does not run', () => {
    const begin = Date.UTC(2027, 2, 1);
    const stretch = fc.tuple(fc.integer({ min: 0, max: 60 * 24 }), fc.integer({ min: 0, max: 12 * 24 }));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 23 }),
        fc.constantFrom('week' as const, 'month' as const),
        fc.array(stretch, { maxLength: 4 }),
        (weekday, hour, every, gaps) => {
          const wanted = schedule({ every, weekday, monthday: weekday + 1, hour });
          const off = gaps.map(([from, hours]) => [begin + from * HOUR, begin + (from + hours) * HOUR] as const);
          const able = (time: number): boolean => off.every(([from, to]) => time < from || time > to);
          const { ran, missed, days } = follow(wanted, begin, begin + 60 * DAY, able);
          expect(new Set(days).size).toBe(days.length);
          for (const time of ran) expect(clock.at(time).hour).toBe(hour);
          if (off.length === 0) expect(missed).toEqual([]);
          if (off.length === 0) expect(ran.length).toBeGreaterThanOrEqual(every === 'week' ? 8 : 1);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('tells the next hour, also in a zone that is half an hour off', () => {
    const india = new LocalClock('Asia/Kolkata');
    const now = Date.UTC(2027, 5, 2, 12);
    const wanted = schedule({ weekday: 6, hour: 3 });
    const next = nextDue(wanted, progressOf(wanted, undefined, now, india), now, india) ?? 0;
    expect(india.at(next)).toMatchObject({ weekday: 6, hour: 3 });
    expect(india.at(next - 1).hour).toBe(2);
    expect(nextDue(schedule({ every: 'off' }), { of: '', handled: 0 }, now, india)).toBeUndefined();
  });
});
