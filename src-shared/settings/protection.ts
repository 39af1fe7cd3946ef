/** What a person can set about protection: what starts a shutdown, how it goes, and what the UPS does afterwards. */
import { z } from 'zod';

/** What a trigger does once it holds. */
export const triggerLevelSchema = z.enum(['off', 'warn', 'act']);

/** The triggers of one UPS. Durations in seconds. */
export const triggersSchema = z.strictObject({
  /** Time on battery, counted by Mainstay itself. */
  timeOnBattery: z.strictObject({ level: triggerLevelSchema, seconds: z.int().min(10).max(86_400) }),
  charge: z.strictObject({ level: triggerLevelSchema, percent: z.int().min(1).max(99) }),
  runtime: z.strictObject({ level: triggerLevelSchema, seconds: z.int().min(30).max(86_400) }),
  /** The UPS says that its battery is low (`LB`). */
  lowBattery: z.strictObject({ level: triggerLevelSchema }),
  /** The UPS, on battery, says that it cannot carry on: overload, or a fault of its own. On mains it only warns. */
  fault: z.strictObject({ level: triggerLevelSchema }).default({ level: 'warn' }),
  /** Another machine asks for it: `FSD` in the status of the UPS, or a request through the contract. */
  request: z.strictObject({ level: triggerLevelSchema }).default({ level: 'act' }),
});

/** A time of day, in this computer's own time zone. */
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 23:30');

/** A shutdown at set times; with `startAt` the UPS is told to come back at that time, where it can. */
export const scheduleEntrySchema = z.strictObject({
  id: z.string().min(1).max(40),
  enabled: z.boolean().default(true),
  /** Days of the week, 0 is Sunday. */
  days: z.array(z.int().min(0).max(6)).min(1).max(7),
  at: timeOfDay,
  startAt: timeOfDay.optional(),
});

/** A program of the person's own, run before the last step. No shell looks at it. */
export const ownCommandSchema = z.strictObject({
  enabled: z.boolean().default(false),
  /** The path of the program; empty while none was chosen. */
  program: z.string().max(1000).default(''),
  arguments: z.array(z.string().max(1000)).max(50).default([]),
  /** How long it may take; then it is ended and the shutdown goes on. */
  timeoutSeconds: z.int().min(1).max(600).default(30),
});

/** What may start a shutdown, and how. Durations in seconds. */
export const protectionSettingSchema = z.strictObject({
  /** `practice` does everything but the last step. */
  mode: z.enum(['off', 'practice', 'armed']).default('practice'),
  triggers: triggersSchema.default({
    timeOnBattery: { level: 'off', seconds: 600 },
    charge: { level: 'act', percent: 30 },
    runtime: { level: 'act', seconds: 600 },
    lowBattery: { level: 'act' },
    fault: { level: 'warn' },
    request: { level: 'act' },
  }),
  /** Triggers of single UPSes, by device id, instead of the ones above. */
  triggersOf: z.record(z.string().max(100), triggersSchema).default({}),
  /**
   * How many of the UPSes that feed this computer must hold for it to go on. `all`: each feeds a part that it cannot do
   * without. A number: the supplies are redundant, and so many suffice.
   */
  suppliesNeeded: z.union([z.literal('all'), z.int().min(1).max(10)]).default('all'),
  /** How long the battery must carry before it counts as an outage. */
  confirmSeconds: z.int().min(0).max(300).default(5),
  /** How long mains must be back before all is clear. */
  mainsStableSeconds: z.int().min(0).max(600).default(15),
  /** The countdown that a person can still stop. */
  countdownSeconds: z.int().min(0).max(3600).default(60),
  /** `command`: nothing but the person's own command. */
  action: z.enum(['shutdown', 'hibernate', 'sleep', 'command']).default('shutdown'),
  ownCommand: ownCommandSchema.default(() => ownCommandSchema.parse({})),
  /** How long this computer takes to go down, until the last shutdown has shown it. */
  shutdownSeconds: z.int().min(10).max(3600).default(120),
  /** Tell the UPS to cut its output once the computer is down, and to come back when mains does. */
  powerOffUps: z.boolean().default(true),
  schedule: z.array(scheduleEntrySchema).max(50).default([]),
  /** Months after which the drill is due again; 0 never reminds. */
  drillReminderMonths: z.int().min(0).max(24).default(6),
});

/**
 * Whether a change makes another program run as the account of Mainstay than before: one that was off, or that was
 * given other arguments. How long it may take is no matter of what runs.
 */
export function runsAnother(before: OwnCommand, after: OwnCommand): boolean {
  if (!after.enabled) return false;
  return !before.enabled || invocation(before) !== invocation(after);
}

function invocation(command: OwnCommand): string {
  return JSON.stringify([command.program, ...command.arguments]);
}

export type ProtectionSetting = z.infer<typeof protectionSettingSchema>;
export type Triggers = z.infer<typeof triggersSchema>;
export type TriggerLevel = z.infer<typeof triggerLevelSchema>;
export type ScheduleEntry = z.infer<typeof scheduleEntrySchema>;
export type OwnCommand = z.infer<typeof ownCommandSchema>;
