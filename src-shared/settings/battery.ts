/** What a person can set about batteries: when they test themselves, and what they are made of. */
import { z } from 'zod';
import { CHEMISTRIES } from '../nut/index.ts';

/** When one UPS tests its battery. The hour is of this computer's own time zone, and is the whole of that hour. */
export const testScheduleSchema = z.strictObject({
  every: z.enum(['off', 'week', 'month']).default('off'),
  /** Of a weekly test; 0 is Sunday. */
  weekday: z.int().min(0).max(6).default(0),
  /** Of a monthly test; no later than every month has. */
  monthday: z.int().min(1).max(28).default(1),
  hour: z.int().min(0).max(23).default(4),
  /** Percent of charge below which no test is begun. */
  minimumCharge: z.int().min(20).max(100).default(90),
});

/** All by device id. */
export const batterySettingSchema = z.strictObject({
  /** Without one, no test is begun by Mainstay. */
  tests: z.record(z.string().max(100), testScheduleSchema).default({}),
  /** As a person told it; without, Mainstay goes by what the UPS shows. */
  chemistry: z.record(z.string().max(100), z.enum(CHEMISTRIES)).default({}),
});

export type TestSchedule = z.infer<typeof testScheduleSchema>;
export type BatterySetting = z.infer<typeof batterySettingSchema>;
