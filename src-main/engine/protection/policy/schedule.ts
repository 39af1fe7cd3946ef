/**
 * Shutdowns at set times, by the clock of the wall. Each day of an entry is done once, whatever is done to the clock;
 * a time that passed while this computer slept is skipped and told, for nobody expects it any more.
 */
import type { ProtectionSetting } from '../../../../src-shared/settings/index.ts';
import type { ScheduleEntry } from '../../../../src-shared/settings/protection.ts';
import type { Content } from './memory.ts';

/** A time that passed by less is late, not missed. Milliseconds. */
const LATE = 60_000;
/** What was missed longer ago is not worth telling: the clock was set. Milliseconds. */
const TOLD_FOR = 24 * 3_600_000;
/** A week ahead, and a day before for a countdown that begins on the other side of midnight. */
const DAYS = [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8];

/** One time of one entry. `at` and `startAt` are milliseconds since 1970. */
export interface Occurrence {
  readonly entry: string;
  /** The day that it belongs to, by this computer's calendar. */
  readonly day: string;
  readonly at: number;
  readonly startAt?: number;
}

/** What the schedule asks for at a moment. */
export interface ScheduleLook {
  /** A countdown is to begin. */
  readonly due: Occurrence | undefined;
  readonly missed: readonly Occurrence[];
  readonly next: Occurrence | undefined;
  readonly schedule: Content['schedule'];
}

/** Looks at the schedule. `free`: a countdown may begin. */
export function lookAtSchedule(
  rules: ProtectionSetting,
  before: Content['schedule'],
  now: number,
  free: boolean,
): ScheduleLook {
  if (rules.mode === 'off' || rules.schedule.length === 0) {
    return { due: undefined, missed: [], next: undefined, schedule: { until: now, done: before.done } };
  }
  const until = before.until ?? now;
  const open = rules.schedule
    .filter(({ enabled }) => enabled)
    .flatMap((entry) => occurrences(entry, now))
    .filter(({ entry, day }) => before.done[entry] !== day)
    .toSorted((a, b) => a.at - b.at);
  // What had passed already when the entry was made, or before Mainstay ran, is nobody's business.
  const current = open.filter(({ at }) => at >= until);
  const missed = current.filter(({ at }) => now - at > LATE);
  const begun = current.filter(({ at }) => at - rules.countdownSeconds * 1000 <= now && now - at <= LATE);
  const due = free ? begun[0] : undefined;
  const passed = due === undefined ? missed : [...missed, due];
  return {
    due,
    missed: missed.filter(({ at }) => now - at <= TOLD_FOR),
    next: open.find((each) => each.at > now && each !== due),
    schedule: {
      // One that something stands in the way of stays due for as long as it is not too late.
      until: Math.min(now, ...begun.filter((each) => each !== due).map(({ at }) => at)),
      done: { ...before.done, ...Object.fromEntries(passed.map(({ entry, day }) => [entry, day])) },
    },
  };
}

function occurrences(entry: ScheduleEntry, now: number): Occurrence[] {
  const { id, days, at, startAt } = entry;
  return DAYS.flatMap((offset) => {
    const time = local(now, offset, at);
    if (!days.includes(time.getDay())) return [];
    const start = startAt === undefined ? undefined : startAfter(time, startAt);
    const day = `${time.getFullYear()}-${time.getMonth() + 1}-${time.getDate()}`;
    return [{ entry: id, day, at: time.getTime(), ...(start === undefined ? {} : { startAt: start }) }];
  });
}

/** The first moment after `time` that has this time of day. */
function startAfter(time: Date, at: string): number {
  const sameDay = local(time.getTime(), 0, at).getTime();
  return sameDay > time.getTime() ? sameDay : local(time.getTime(), 1, at).getTime();
}

/** A time of day, so many days from the day of `now`. One that a change of clocks leaves out is an hour later. */
function local(now: number, days: number, at: string): Date {
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  const date = new Date(now);
  date.setHours(0, 0, 0, 0);
  date.setDate(date.getDate() + days);
  date.setHours(hours, minutes, 0, 0);
  return date;
}
