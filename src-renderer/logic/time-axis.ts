/** Ticks of a time axis, at moments that people call round. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  ...[5, 10, 15, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 7, 14].map((days) => days * DAY),
];
const MONTHS = [1, 2, 3, 4, 6, 12] as const;

/** A tick; `text` is short enough to stand beside its neighbours. */
export interface TimeTick {
  readonly at: number;
  readonly text: string;
}

/** About `count` ticks between two moments, in this computer's time zone. They stay where they are while the range moves. */
export function timeTicks(from: number, to: number, count: number, locale: string): TimeTick[] {
  const wanted = (to - from) / Math.max(1, count);
  const step = STEPS.find((each) => each >= wanted);
  if (step === undefined) return monthTicks(from, to, wanted / (30 * DAY), locale);
  return step < DAY ? clockTicks(from, to, step, locale) : dayTicks(from, to, step / DAY, locale);
}

/** Times of day, no more precise than they are apart; where a day begins, its date instead. */
function clockTicks(from: number, to: number, step: number, locale: string): TimeTick[] {
  const ticks: TimeTick[] = [];
  const time = step < MINUTE ? 'second' : 'minute';
  for (const day = startOfDay(from); day.getTime() <= to; day.setDate(day.getDate() + 1)) {
    // An hour earlier than it needs to be: a day may begin an hour later or earlier by the clock.
    const first = Math.max(0, Math.floor((from - day.getTime() - HOUR) / step) * step);
    for (let part = first; part < DAY; part += step) {
      // By the clock, so that they stay round hours on days of 23 and of 25 hours.
      const at = new Date(day).setHours(0, 0, 0, part);
      if (at > to) break;
      if (at < from || at <= (ticks.at(-1)?.at ?? 0)) continue;
      ticks.push({ at, text: formatOf(locale, part === 0 ? 'day' : time).format(at) });
    }
  }
  return ticks;
}

/** Days, counted from a Monday of long ago. */
function dayTicks(from: number, to: number, every: number, locale: string): TimeTick[] {
  const ticks: TimeTick[] = [];
  // By the calendar: not all days have 24 hours.
  for (const day = startOfDay(from); day.getTime() <= to; day.setDate(day.getDate() + 1)) {
    const at = day.getTime();
    // 1970-01-01 was a Thursday.
    const number = Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()) / DAY + 3;
    if (at >= from && number % every === 0) ticks.push({ at, text: formatOf(locale, 'day').format(at) });
  }
  return ticks;
}

/** Months, counted from January; the year stands beside the first of them and wherever a year begins. */
function monthTicks(from: number, to: number, wanted: number, locale: string): TimeTick[] {
  // A month more or less is no reason to show half as many.
  const every = MONTHS.find((each) => each >= wanted * 0.9) ?? Math.ceil(wanted / 12) * 12;
  const ticks: TimeTick[] = [];
  const month = startOfDay(from);
  month.setDate(1);
  for (; month.getTime() <= to; month.setMonth(month.getMonth() + 1)) {
    const at = month.getTime();
    if (at < from || (month.getFullYear() * 12 + month.getMonth()) % every !== 0) continue;
    const dated = ticks.length === 0 || month.getMonth() === 0;
    ticks.push({ at, text: formatOf(locale, dated ? 'year' : 'month').format(at) });
  }
  return ticks;
}

function startOfDay(time: number): Date {
  const day = new Date(time);
  day.setHours(0, 0, 0, 0);
  return day;
}

const SHAPES = {
  second: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
  minute: { hour: 'numeric', minute: '2-digit' },
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short' },
  year: { month: 'short', year: 'numeric' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once: an axis is drawn anew with each step of a drag. */
function formatOf(locale: string, shape: keyof typeof SHAPES): Intl.DateTimeFormat {
  const key = `${locale} ${shape}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, SHAPES[shape]);
  formats.set(key, format);
  return format;
}
