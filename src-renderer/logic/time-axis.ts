/** Ticks of a time axis, at moments that people call round. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 7, 14].map((days) => days * DAY),
];

/** A tick; `text` is short enough to stand beside its neighbours. */
export interface TimeTick {
  readonly at: number;
  readonly text: string;
}

/** About `count` ticks between two moments, in this computer's time zone. */
export function timeTicks(from: number, to: number, count: number, locale: string): TimeTick[] {
  const wanted = (to - from) / Math.max(1, count);
  const step = STEPS.find((each) => each >= wanted);
  if (step === undefined) return monthTicks(from, to, Math.ceil(wanted / (30 * DAY)), locale);
  const text = formatter(step, locale);
  const ticks: TimeTick[] = [];
  const start = new Date(from);
  start.setHours(0, 0, 0, 0);
  if (step < DAY) {
    // Steps are counted from midnight, so that they fall on round hours in every time zone.
    for (let at = start.getTime(); at <= to; at += step) if (at >= from) ticks.push({ at, text: text(at) });
    return ticks;
  }
  // Days are stepped by the calendar: not all of them have 24 hours.
  for (const day = start; day.getTime() <= to; day.setDate(day.getDate() + step / DAY)) {
    if (day.getTime() >= from) ticks.push({ at: day.getTime(), text: text(day.getTime()) });
  }
  return ticks;
}

function formatter(step: number, locale: string): (at: number) => string {
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  if (step >= DAY) return (at) => date.format(at);
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
  return (at) => {
    const { hour, minute } = { hour: new Date(at).getHours(), minute: new Date(at).getMinutes() };
    return hour === 0 && minute === 0 ? date.format(at) : time.format(at);
  };
}

function monthTicks(from: number, to: number, every: number, locale: string): TimeTick[] {
  const format = new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit' });
  const ticks: TimeTick[] = [];
  const month = new Date(from);
  month.setDate(1);
  month.setHours(0, 0, 0, 0);
  for (; month.getTime() <= to; month.setMonth(month.getMonth() + every)) {
    if (month.getTime() >= from) ticks.push({ at: month.getTime(), text: format.format(month) });
  }
  return ticks;
}
