/** Which hour of which weekday a moment falls into, in one time zone. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A moment on the wall clock of a zone. */
export interface LocalTime {
  /** Days since 1970 by the local calendar. */
  readonly day: number;
  /** 0 to 23. */
  readonly hour: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

/**
 * Reads the wall clock of an IANA time zone, summer time included; without one, that of this computer. Quick enough for
 * every sample of a year.
 */
export class LocalClock {
  readonly #zone: string | undefined;
  #calendar: Intl.DateTimeFormat | undefined;
  readonly #offsets = new Map<number, number>();

  constructor(zone?: string) {
    this.#zone = zone;
  }

  /** Made when it is first asked: that takes as long as reading a UPS, and the first of those is waited for. */
  get #format(): Intl.DateTimeFormat {
    this.#calendar ??= new Intl.DateTimeFormat('en-US', {
      ...(this.#zone === undefined ? {} : { timeZone: this.#zone }),
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    return this.#calendar;
  }

  at(time: number): LocalTime {
    const local = time + this.#offset(time);
    const day = Math.floor(local / DAY);
    // 1970-01-01 was a Thursday.
    return { day, hour: Math.floor((local - day * DAY) / HOUR), weekday: (((day + 4) % 7) + 7) % 7 };
  }

  /** Asking the calendar is slow; on most days the zone is as far from UTC at the end as at the begin. */
  #offset(time: number): number {
    const day = Math.floor(time / DAY) * DAY;
    const begin = this.#asked(day);
    return begin === this.#asked(day + DAY) ? begin : this.#asked(Math.floor(time / (15 * MINUTE)) * 15 * MINUTE);
  }

  #asked(time: number): number {
    const known = this.#offsets.get(time);
    if (known !== undefined) return known;
    const parts = new Map(this.#format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
    const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
    const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
    const offset = local - Math.floor(time / MINUTE) * MINUTE;
    this.#offsets.set(time, offset);
    return offset;
  }
}
