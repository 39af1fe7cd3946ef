/** The diary of one UPS: entries, when they happen, and which times of day stand out. Pure: everything is handed in. */
import {
  type Diary,
  DIARY_KINDS,
  type DiaryCell,
  type DiaryEntry,
  type DiaryKind,
  type DiaryPattern,
  type EngineEvent,
  type Outage,
} from '../../../src-shared/contract/index.ts';
import {
  type Bounds,
  HELD,
  HIGH,
  LOW,
  nominalOf,
  outageEntries,
  type Piece,
  regulatorEntries,
  voltageEntries,
} from './entries.ts';
import { LocalClock } from '../base/local-clock.ts';
import { CHANCE, type Cycle, standsOut } from './recurring.ts';

/** What a diary is made from. Times in milliseconds since 1970. */
export interface DiaryInput {
  readonly from: number;
  readonly to: number;
  /** IANA. */
  readonly zone: string;
  /** Mains voltage, oldest first. */
  readonly voltage: readonly Piece[];
  /** Any variable that tells when the device was recorded; the mains voltage where it has one. */
  readonly presence: readonly Piece[];
  /** What the UPS reports as nominal. Volts. */
  readonly nominal: number | undefined;
  /** Of the regulator, of this device or of Mainstay itself, oldest first. */
  readonly events: readonly EngineEvent[];
  readonly outages: readonly Outage[];
}

const HOUR = 3_600_000;
/** Wall clocks change at full and half hours of UTC, and hours begin at quarters of them. Milliseconds. */
const SAME_HOUR = 900_000;
const HOURS = 24;
const DAYS = 7;
/** An hour with less recorded than this says nothing of what happens in it. Share. */
const ENOUGH = 0.75;
/** Recorded hours that make a day which may be compared with other days. */
const WHOLE_DAY = 20;
/** What is seen so soon after a start may have begun before it. Milliseconds. */
const JUST_STARTED = 120_000;
/** The longest stretches that are called a time of day, and a part of the week. */
const LONGEST_HOURS = 6;
const LONGEST_DAYS = 2;
/** Times of day told for one kind at most. */
const MOST_PATTERNS = 3;

const WEEK: readonly number[] = [0, 1, 2, 3, 4, 5, 6];
const WORKDAYS: readonly number[] = [1, 2, 3, 4, 5];
const WEEKEND: readonly number[] = [0, 6];

/** Makes the diary in one go; `entries` holds all of them, oldest first. */
export function makeDiary(input: DiaryInput): Diary {
  const steps = diarySteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Makes the diary step by step, each some milliseconds of work: whoever runs it does other things in between. */
export function* diarySteps(input: DiaryInput): Generator<undefined, Diary, undefined> {
  const { from, to, zone } = input;
  const clock = new LocalClock(zone);
  const nominal = nominalOf(input.nominal, input.voltage);
  const bounds: Bounds | undefined =
    nominal === undefined ? undefined : { low: nominal.volts * LOW, high: nominal.volts * HIGH };
  yield;
  const entries = [
    ...(nominal === undefined || bounds === undefined ? [] : voltageEntries(input.voltage, nominal.volts, bounds)),
    ...regulatorEntries(input.events),
    ...outageEntries(input.outages),
  ]
    .filter(({ begin }) => within(begin, from, to))
    .toSorted((a, b) => a.begin - b.begin);
  yield;
  const recorded = recordedHours(input.presence, clock);
  yield;
  const starts = input.events.filter(({ kind }) => kind === 'engine-started').map(({ time }) => time);
  const total = (kind: DiaryKind): number => entries.filter((entry) => entry.kind === kind).length;
  const patterns: DiaryPattern[] = [];
  for (const kind of DIARY_KINDS) {
    patterns.push(...patternsOf(kind, entries, recorded, starts, clock));
    yield;
  }
  return {
    from,
    to,
    zone,
    ...(nominal === undefined || bounds === undefined ? {} : { nominal, bounds }),
    resolutions: resolutionsOf(input.presence),
    recordedHours: [...recorded.values()].reduce((sum, hours) => sum + hours, 0),
    totals: {
      sag: total('sag'),
      swell: total('swell'),
      boost: total('boost'),
      trim: total('trim'),
      battery: total('battery'),
    },
    cells: cellsOf(entries, recorded, clock),
    patterns,
    entries,
  };
}

/** Hours recorded in each hour of each day; the key is the local day times 24 plus the hour. */
function recordedHours(pieces: readonly Piece[], clock: LocalClock): ReadonlyMap<number, number> {
  const hours = new Map<number, number>();
  let key = 0;
  let until = 0;
  let sum = 0;
  const put = (): void => {
    if (sum > 0) hours.set(key, (hours.get(key) ?? 0) + sum / HOUR);
    sum = 0;
  };
  for (const { width, points } of pieces) {
    for (const [index, [time]] of points.entries()) {
      const next = points[index + 1]?.[0] ?? time + width;
      if (time >= until || time < until - SAME_HOUR) {
        put();
        key = keyOf(time, clock);
        until = (Math.floor(time / SAME_HOUR) + 1) * SAME_HOUR;
      }
      // A point counts for the hour in which it begins: none is wider than an hour.
      sum += next - time <= Math.max(width * 1.5, HELD) ? next - time : width;
    }
  }
  put();
  return hours;
}

function keyOf(time: number, clock: LocalClock): number {
  const { day, hour } = clock.at(time);
  return day * HOURS + hour;
}

function resolutionsOf(pieces: readonly Piece[]): Diary['resolutions'] {
  const found: { from: number; to: number; seconds: number }[] = [];
  for (const { width, points } of pieces) {
    const [first] = points;
    const last = points.at(-1);
    if (first === undefined || last === undefined) continue;
    const before = found.at(-1);
    if (before?.seconds === width / 1000) before.to = last[0] + width;
    else found.push({ from: first[0], to: last[0] + width, seconds: width / 1000 });
  }
  return found;
}

/** Weeks begin on Monday; 1970-01-01 was a Thursday. */
function weekOf(day: number): number {
  return Math.floor((day + 3) / DAYS);
}

function weekdayOf(day: number): number {
  return (((day + 4) % DAYS) + DAYS) % DAYS;
}

function cellsOf(
  entries: readonly DiaryEntry[],
  recorded: ReadonlyMap<number, number>,
  clock: LocalClock,
): DiaryCell[] {
  const cells = Array.from({ length: DAYS * HOURS }, (_, index): DiaryCell => {
    return { weekday: Math.floor(index / HOURS), hour: index % HOURS, recorded: 0, counts: {} };
  });
  for (const [key, hours] of recorded) {
    const cell = cells[weekdayOf(Math.floor(key / HOURS)) * HOURS + (key % HOURS)];
    if (cell !== undefined) cell.recorded += hours;
  }
  for (const { kind, begin } of entries) {
    const { weekday, hour } = clock.at(begin);
    const cell = cells[weekday * HOURS + hour];
    if (cell !== undefined) cell.counts[kind] = (cell.counts[kind] ?? 0) + 1;
  }
  return cells;
}

/** Times of day first, then weekdays. What was going on already when Mainstay was started began nobody knows when. */
function patternsOf(
  kind: DiaryKind,
  entries: readonly DiaryEntry[],
  recorded: ReadonlyMap<number, number>,
  starts: readonly number[],
  clock: LocalClock,
): DiaryPattern[] {
  const begins = entries
    .filter((entry) => entry.kind === kind && !starts.some((start) => within(entry.begin - start, 0, JUST_STARTED)))
    .map(({ begin }) => keyOf(begin, clock));
  if (begins.length === 0) return [];
  const observed = [...recorded].filter(([, hours]) => hours >= ENOUGH).map(([key]) => key);
  const days = daysOf(observed, new Set(begins));
  return [...hourPatterns(kind, days), ...weekdayPatterns(kind, days)];
}

function within(value: number, from: number, to: number): boolean {
  return value >= from && value <= to;
}

interface Day extends Cycle {
  readonly weekday: number;
}

function daysOf(observed: readonly number[], happened: ReadonlySet<number>): Day[] {
  const days = new Map<number, number[]>();
  for (const key of observed) {
    const day = Math.floor(key / HOURS);
    const keys = days.get(day) ?? [];
    keys.push(key);
    days.set(day, keys);
  }
  return [...days].map(([day, keys]) => ({
    recorded: keys.map((key) => key % HOURS).toSorted((a, b) => a - b),
    happened: keys.filter((key) => happened.has(key)).map((key) => key % HOURS),
    week: weekOf(day),
    weekday: weekdayOf(day),
  }));
}

function hourPatterns(kind: DiaryKind, days: readonly Day[]): DiaryPattern[] {
  const found: DiaryPattern[] = [];
  let rest = days;
  while (found.length < MOST_PATTERNS) {
    const best = firstOf([WEEK, WORKDAYS, WEEKEND], (weekdays) => {
      const those = rest.filter(({ weekday }) => weekdays.includes(weekday));
      const window = standsOut(those, HOURS, LONGEST_HOURS);
      return window === undefined ? undefined : { weekdays, window };
    });
    if (best === undefined) return found;
    const { from, length, inside, all, times } = best.window;
    const outside = (hour: number): boolean => (hour - from + HOURS) % HOURS >= length;
    const weekdays = narrowed(best.weekdays, rest, (hour) => !outside(hour));
    found.push({ kind, weekdays, hours: { from, to: (from + length) % HOURS }, inside, all, times });
    // What is left may have a time of its own.
    rest = rest.map((day) => ({
      ...day,
      recorded: day.recorded.filter(outside),
      happened: day.happened.filter(outside),
    }));
  }
  return found;
}

/** Workdays or the weekend alone, where it happens on them alone and chance does not explain it; else what was recorded. */
function narrowed(weekdays: readonly number[], days: readonly Day[], inside: (hour: number) => boolean): number[] {
  const known = days.filter((day) => weekdays.includes(day.weekday) && day.recorded.some(inside));
  const times = known.filter((day) => day.happened.some(inside));
  const part = [WORKDAYS, WEEKEND].find((those) => {
    const share = known.filter(({ weekday }) => those.includes(weekday)).length / known.length;
    return times.every(({ weekday }) => those.includes(weekday)) && share ** times.length <= CHANCE;
  });
  return (part ?? weekdays).filter((each) => known.some(({ weekday }) => weekday === each));
}

/** Weekdays on which it happens more often, over weeks in which days were recorded alike. */
function weekdayPatterns(kind: DiaryKind, days: readonly Day[]): DiaryPattern[] {
  const weeks = new Map<number, { readonly recorded: number[]; readonly happened: number[]; readonly week: number }>();
  for (const { week, weekday, recorded, happened } of days) {
    if (recorded.length < WHOLE_DAY) continue;
    const cycle = weeks.get(week) ?? { recorded: [], happened: [], week };
    weeks.set(week, cycle);
    // Monday first, so that a weekend lies in one piece.
    const position = (weekday + DAYS - 1) % DAYS;
    cycle.recorded.push(position);
    if (happened.length > 0) cycle.happened.push(position);
  }
  const window = standsOut([...weeks.values()], DAYS, LONGEST_DAYS);
  if (window === undefined) return [];
  const { from, length, inside, all, times } = window;
  const weekdays = Array.from({ length }, (_, index) => (from + index + 1) % DAYS);
  return [{ kind, weekdays, inside, all, times }];
}

function firstOf<T, R>(list: readonly T[], look: (each: T) => R | undefined): R | undefined {
  for (const each of list) {
    const found = look(each);
    if (found !== undefined) return found;
  }
  return undefined;
}
