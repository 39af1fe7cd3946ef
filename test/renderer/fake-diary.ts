/** A diary with an evening habit, as an engine could have found it. */
import { type Diary, type DiaryEntry, diarySchema } from '../../src-shared/contract/index.ts';

const HOUR = 3_600_000;

/** The diary of a range: boosts in the evening, a few sags, two transfers. */
export function fakeDiary(from: number, to: number): Diary {
  const entries: DiaryEntry[] = [
    { kind: 'battery', begin: to - 2 * HOUR, end: to - 2 * HOUR + 600_000, resolution: 0, outage: 2 },
    { kind: 'sag', begin: to - 5 * HOUR, end: to - 5 * HOUR + 60_000, resolution: 60, volts: 198.4 },
    { kind: 'boost', begin: to - 30 * HOUR, resolution: 0, volts: 203 },
  ];
  return diarySchema.parse({
    from,
    to,
    zone: 'Europe/Berlin',
    nominal: { volts: 230, source: 'reported' },
    bounds: { low: 207, high: 253 },
    resolutions: [{ from, to, seconds: 60 }],
    recordedHours: 700,
    totals: { sag: 6, swell: 0, boost: 41, trim: 0, battery: 2 },
    cells: Array.from({ length: 168 }, (_, index) => {
      const [weekday, hour] = [Math.floor(index / 24), index % 24];
      const evening = hour === 18 || hour === 19;
      return {
        weekday,
        hour,
        recorded: hour === 3 ? 0 : 4.2,
        counts: evening ? { boost: weekday + 1 } : hour === 9 && weekday === 1 ? { sag: 6 } : {},
      };
    }),
    patterns: [
      { kind: 'boost', weekdays: [0, 1, 2, 3, 4, 5, 6], hours: { from: 18, to: 20 }, inside: 36, all: 41, times: 9.4 },
    ],
    entries,
  });
}
