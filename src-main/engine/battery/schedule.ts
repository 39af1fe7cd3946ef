/** When a test is due. Pure, and by the wall clock: an hour that summer time leaves out comes a day later. */
import type { TestSchedule } from '../../../src-shared/settings/battery.ts';
import type { LocalClock } from '../base/local-clock.ts';
import type { Progress } from './kept.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A test that could not run in its hour is made up in the same hour of one of the next days; then it is given up. */
const MAKE_UP_DAYS = 6;

/** What is to be done now. */
export type Due =
  | { readonly what: 'nothing' }
  /** Its hour has come. `day` is the local day that it was due on. */
  | { readonly what: 'run'; readonly day: number }
  /** It was due, and none of the hours after it served either. */
  | { readonly what: 'missed'; readonly day: number };

/** The text by which one schedule is told from another; the least charge does not matter to when. */
function keyOf({ every, weekday, monthday, hour }: TestSchedule): string {
  return `${every} ${every === 'week' ? weekday : monthday} ${hour}`;
}

/** The progress to go on with: a schedule that is new, or came back after the clock was set back, owes nothing. */
export function progressOf(
  schedule: TestSchedule,
  kept: Progress | undefined,
  now: number,
  clock: LocalClock,
): Progress {
  const { day, hour } = clock.at(now);
  const of = keyOf(schedule);
  if (kept?.of === of && kept.handled <= day) return kept;
  // One whose hour has begun today counts as done: nobody expects a test in the moment of choosing its time.
  return { of, handled: lastDay(schedule, hour >= schedule.hour ? day : day - 1) };
}

/** What is due. */
export function due(schedule: TestSchedule, { handled }: Progress, now: number, clock: LocalClock): Due {
  if (schedule.every === 'off') return { what: 'nothing' };
  const { day, hour } = clock.at(now);
  const wanted = lastDay(schedule, day);
  if (wanted <= handled) return { what: 'nothing' };
  const late = day - wanted;
  if (late > MAKE_UP_DAYS || (late === MAKE_UP_DAYS && hour > schedule.hour)) return { what: 'missed', day: wanted };
  return hour === schedule.hour ? { what: 'run', day: wanted } : { what: 'nothing' };
}

/** Begin of the next hour in which a test is due; undefined when there is none. */
export function nextDue(
  schedule: TestSchedule,
  progress: Progress,
  now: number,
  clock: LocalClock,
): number | undefined {
  if (schedule.every === 'off') return undefined;
  const begin = Math.floor(now / HOUR) * HOUR;
  for (let time = begin; time < begin + 40 * DAY; time += HOUR) {
    // Zones that differ from UTC by half an hour or a quarter begin their hours in between.
    for (let part = 0; part < HOUR; part += HOUR / 4) {
      const at = time + part;
      if (at + HOUR > now && due(schedule, progress, at, clock).what === 'run') return at;
    }
  }
  return undefined;
}

/** The last local day up to this one on which the schedule asks for a test. */
function lastDay({ every, weekday, monthday }: TestSchedule, day: number): number {
  if (every === 'week') {
    // 1970-01-01 was a Thursday.
    const today = (((day + 4) % 7) + 7) % 7;
    return day - ((today - weekday + 7) % 7);
  }
  const date = new Date(day * DAY);
  const back = date.getUTCDate() >= monthday ? 0 : 1;
  return Math.floor(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - back, monthday) / DAY);
}
