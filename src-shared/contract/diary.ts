/** The power-quality diary: what mains did, by hour of day and by weekday. Times are milliseconds since 1970. */
import { z } from 'zod';

/** What the diary tells apart, in the order in which it is shown. */
export const DIARY_KINDS = [
  /** Mains below the lower bound (IEEE 1159: sag, undervoltage when longer than a minute). */
  'sag',
  /** Mains above the upper bound (IEEE 1159: swell, overvoltage when longer than a minute). */
  'swell',
  /** The UPS raised the voltage. */
  'boost',
  /** The UPS lowered the voltage. */
  'trim',
  /** The battery carried the load. */
  'battery',
] as const;

export const diaryKindSchema = z.enum(DIARY_KINDS);

/** One thing that happened to mains. */
export const diaryEntrySchema = z.object({
  kind: diaryKindSchema,
  begin: z.number(),
  /** Missing while it lasts, and where nobody saw it end. */
  end: z.number().optional(),
  /** Begin and end are known to so many seconds: the width of the roll-up that answered. */
  resolution: z.number(),
  /** The worst voltage in it, where one was read. */
  volts: z.number().optional(),
  /** The outage on record, which can be stepped through. */
  outage: z.number().optional(),
});

/** How often something happened in one hour of one weekday; 0 is Sunday. */
export const diaryCellSchema = z.object({
  weekday: z.int().min(0).max(6),
  hour: z.int().min(0).max(23),
  /** Hours that were recorded: without them nothing can be said. */
  recorded: z.number(),
  /** Entries that began then, by kind; a kind that never did is missing. */
  counts: z.partialRecord(diaryKindSchema, z.int()),
});

/** A time at which something happens more often than chance explains. */
export const diaryPatternSchema = z.object({
  kind: diaryKindSchema,
  /** Weekdays it is about; 0 is Sunday. */
  weekdays: z.array(z.int().min(0).max(6)),
  /** Hours of the day, from the begin of one to the begin of the other; over midnight the second is the smaller one. Missing: all day. */
  hours: z.object({ from: z.int().min(0).max(23), to: z.int().min(0).max(23) }).optional(),
  /** Hours (days, where `hours` is missing) in which it happened then, and all in which it happened. */
  inside: z.int(),
  all: z.int(),
  /** How many times as often as if the time made no difference. */
  times: z.number(),
});

export const diarySchema = z.object({
  from: z.number(),
  to: z.number(),
  /** The IANA time zone by which hours and weekdays were counted. */
  zone: z.string(),
  /** Nominal voltage, and whether the UPS reports it or it was told from the readings. Missing: no mains voltage is known. */
  nominal: z.object({ volts: z.number(), source: z.enum(['reported', 'inferred']) }).optional(),
  /** Below and above these volts is a sag and a swell. */
  bounds: z.object({ low: z.number(), high: z.number() }).optional(),
  /** Seconds between readings that one point stands for, oldest first. */
  resolutions: z.array(z.object({ from: z.number(), to: z.number(), seconds: z.number() })),
  recordedHours: z.number(),
  totals: z.record(diaryKindSchema, z.int()),
  /** 168 cells, Sunday midnight first. */
  cells: z.array(diaryCellSchema).length(168),
  patterns: z.array(diaryPatternSchema),
  /** Newest first; only so many as asked for. */
  entries: z.array(diaryEntrySchema),
});

const range = z.strictObject({
  device: z.string().min(1).max(100),
  from: z.number().min(0).max(8.64e15),
  to: z.number().min(0).max(8.64e15),
});

/** The calls of the diary. */
export const diaryCalls = {
  'diary.query': { input: range.extend({ limit: z.int().min(1).max(5000).default(200) }), output: diarySchema },
  /** Every entry, oldest first. */
  'diary.csv': { input: range, output: z.object({ name: z.string(), text: z.string() }) },
} as const;

export type DiaryKind = z.infer<typeof diaryKindSchema>;
export type DiaryEntry = z.infer<typeof diaryEntrySchema>;
export type DiaryCell = z.infer<typeof diaryCellSchema>;
export type DiaryPattern = z.infer<typeof diaryPatternSchema>;
export type Diary = z.infer<typeof diarySchema>;
