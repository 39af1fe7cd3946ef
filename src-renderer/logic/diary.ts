/** The diary as it is shown: sentences, and the week as a grid that begins on Monday. */
import { z } from 'zod';
import type { Diary, DiaryCell, DiaryEntry, DiaryKind, DiaryPattern } from '../../src-shared/contract/index.ts';
import { DIARY_KINDS } from '../../src-shared/contract/index.ts';
import type { Translate } from '../../src-shared/texts/index.ts';
import { type Formats, hourText, numberText, shortDuration, weekdayText } from './formats.ts';

const DAY = 86_400_000;

/** A kind of entry, or all of them. */
export type DiaryChoice = DiaryKind | 'all';

/** One weekday of the grid. */
export interface DiaryRow {
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly cells: readonly { readonly hour: number; readonly count: number; readonly recorded: number }[];
}

/** Where the first day of a week stands: Monday. */
const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0] as const;

/** The grid of a choice, Monday first, and its greatest count. */
export function diaryGrid(
  cells: readonly DiaryCell[],
  choice: DiaryChoice,
): { readonly rows: readonly DiaryRow[]; readonly most: number } {
  const count = ({ counts }: DiaryCell): number =>
    choice === 'all' ? DIARY_KINDS.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0) : (counts[choice] ?? 0);
  const rows = MONDAY_FIRST.map((weekday) => ({
    weekday,
    cells: cells
      .filter((cell) => cell.weekday === weekday)
      .map((cell) => ({ hour: cell.hour, count: count(cell), recorded: cell.recorded })),
  }));
  return { rows, most: Math.max(1, ...rows.flatMap((row) => row.cells.map((cell) => cell.count))) };
}

/** A time that stands out, in one sentence. */
export function patternText(pattern: DiaryPattern, formats: Formats, t: Translate): string {
  const { kind, weekdays, hours, times } = pattern;
  const days = new Intl.ListFormat(formats.locale).format(
    MONDAY_FIRST.filter((day) => weekdays.includes(day)).map((day) => weekdayText(day, 'long', formats)),
  );
  const said = { kind: t(`diary.kinds.${kind}`), times: numberText(times, formats, times < 10 ? 1 : 0), days };
  if (hours === undefined) return t('diary.pattern.days', said);
  const between = { ...said, from: hourText(hours.from, formats), to: hourText(hours.to, formats) };
  const isWorkdays = weekdays.length === 5 && !weekdays.includes(0) && !weekdays.includes(6);
  const isWeekend = weekdays.length === 2 && weekdays.includes(0) && weekdays.includes(6);
  if (weekdays.length === 7) return t('diary.pattern.hours', between);
  if (isWorkdays) return t('diary.pattern.workdays', between);
  return t(isWeekend ? 'diary.pattern.weekend' : 'diary.pattern.someDays', between);
}

/** How long an entry lasted: no more precisely than it is known. */
export function lengthText({ begin, end, resolution }: DiaryEntry, formats: Formats, t: Translate): string {
  if (end === undefined) return t('diary.notSeen');
  const text = shortDuration((end - begin) / 1000, formats, false);
  return resolution >= 60 || (end - begin) / 1000 <= resolution ? t('diary.upTo', { time: text }) : text;
}

/** One hour of the week: 0 is Sunday, and its first hour 0. */
export interface HourOfWeek {
  readonly weekday: number;
  readonly hour: number;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** The entries that began in an hour of the week, by the clock of the zone in which the diary counts them. */
export function entriesIn(entries: readonly DiaryEntry[], at: HourOfWeek, zone: string): DiaryEntry[] {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    hour: 'numeric',
    hourCycle: 'h23',
  });
  return entries.filter(({ begin }) => {
    const parts = new Map(clock.formatToParts(begin).map(({ type, value }) => [type, value]));
    return parts.get('weekday') === WEEKDAYS[at.weekday] && Number(parts.get('hour')) === at.hour;
  });
}

/** The ranges of the diary, which end now. Milliseconds. */
export const DIARY_RANGES = { '30d': 30 * DAY, '90d': 90 * DAY, '1y': 365 * DAY } as const;
/** The names of those ranges, the shortest first. */
export const DIARY_RANGE_NAMES = ['30d', '90d', '1y'] as const;

/** What the diary shows, as it is kept in the address. */
export interface ShownDiary {
  readonly range: (typeof DIARY_RANGE_NAMES)[number];
  readonly choice: DiaryChoice;
  /** Only what began in this hour of the week is listed. */
  readonly at: HourOfWeek | undefined;
}

const hourOfWeek = z
  .string()
  .regex(/^[0-6]-([0-9]|1[0-9]|2[0-3])$/u)
  .transform((text): HourOfWeek => {
    const [weekday = 0, hour = 0] = text.split('-').map(Number);
    return { weekday, hour };
  });

/** Whatever does not fit is as if it were not there. */
const shownSchema = z.object({
  range: z.enum(DIARY_RANGE_NAMES).catch('1y'),
  kind: z.enum(['all', ...DIARY_KINDS]).catch('all'),
  hour: hourOfWeek.optional().catch(undefined),
});

/** How the diary's choices stand in the address: `range=90d`, `kind=sag`, `hour=1-18` for Mondays from six in the evening. */
export const DIARY_ADDRESS = {
  read: (words: Readonly<Record<string, string>>): ShownDiary => {
    const { range, kind, hour } = shownSchema.parse(words);
    return { range, choice: kind, at: hour };
  },
  write: ({ range, choice, at }: ShownDiary): Readonly<Record<string, string | undefined>> => ({
    range: range === '1y' ? undefined : range,
    kind: choice === 'all' ? undefined : choice,
    hour: at === undefined ? undefined : `${at.weekday}-${at.hour}`,
  }),
};

/** The kinds that a device can have entries of: no sags where nobody tells the voltage. */
export function diaryKinds({ bounds }: Pick<Diary, 'bounds'>): readonly DiaryKind[] {
  return bounds === undefined ? DIARY_KINDS.filter((kind) => kind !== 'sag' && kind !== 'swell') : DIARY_KINDS;
}
