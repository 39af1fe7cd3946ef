/** The shapes of protection as clients see it. Times are milliseconds since 1970 unless named otherwise. */
import { z } from 'zod';

/** What a UPS can feed; `request` also comes from another machine. */
export const upsTriggerNameSchema = z.enum(['timeOnBattery', 'charge', 'runtime', 'lowBattery', 'fault', 'request']);

/** Everything that can start a shutdown. `plan`: going down takes longer than the runtime left allows to wait. */
export const triggerNameSchema = z.enum([...upsTriggerNameSchema.options, 'plan', 'schedule', 'person']);

/** Whether a device can feed a trigger, and why not. */
export const triggerFeedSchema = z.object({
  device: z.string(),
  trigger: upsTriggerNameSchema,
  feeds: z.boolean(),
  why: z.string().optional(),
});

/** Whether a person may do something now, and why not. */
export const permissionSchema = z.object({ allowed: z.boolean(), why: z.string().optional() });

export const countdownSchema = z.object({
  /** The UPS whose trigger holds; missing for a schedule and for the person. */
  device: z.string().optional(),
  trigger: triggerNameSchema,
  /** One sentence: what holds, with its values. */
  reason: z.string(),
  startedAt: z.number(),
  actsAt: z.number(),
  /** The last step will only be noted. */
  practice: z.boolean(),
  cancel: permissionSchema,
  /** Whether it may be put off by another countdown's length. */
  postpone: permissionSchema,
});

/** How long going down takes, and whether the UPS lasts for it. Seconds. */
export const planSchema = z.object({
  shutdownSeconds: z.number(),
  /** `measured`: by the last shutdown; `set`: by the person or by default. */
  source: z.enum(['measured', 'set']),
  /** Own command, countdown and going down together, with the margin. */
  neededSeconds: z.number(),
});

/** Something about protection that the person should know. `id` stays the same while it holds. */
export const protectionNoticeSchema = z.object({
  id: z.string(),
  severity: z.enum(['info', 'warning', 'critical']),
  device: z.string().optional(),
  /** What it is, what it means, what to do. */
  text: z.string(),
});

/** Whether a UPS can cut its output after the shutdown and come back with mains. */
export const powerCycleSchema = z.object({ device: z.string(), can: z.boolean(), how: z.string() });

/** One thing that must be right before the last step can work. */
export const preflightCheckSchema = z.object({
  id: z.string(),
  title: z.string(),
  verdict: z.enum(['passed', 'warning', 'failed']),
  message: z.string(),
  /** What to do about it, as exact as can be. */
  fix: z.string().optional(),
});

export const preflightSchema = z.object({
  at: z.number(),
  /** No check has failed. */
  passed: z.boolean(),
  checks: z.array(preflightCheckSchema),
});

/** One step of the drill. */
export const drillStepSchema = z.object({
  id: z.enum(['checks', 'unplug', 'detection', 'countdown', 'command', 'replug', 'all-clear']),
  verdict: z.enum(['waiting', 'running', 'passed', 'failed', 'skipped']),
  at: z.number().optional(),
  /** How long it took. */
  seconds: z.number().optional(),
  /** What was seen, and what to mend when it failed. */
  message: z.string().optional(),
});

/** A drill: the one that runs, in the state, or a card that one left, among the cards. */
export const drillSchema = z.object({
  id: z.string(),
  device: z.string(),
  deviceName: z.string(),
  startedAt: z.number(),
  /** Missing while it runs. */
  endedAt: z.number().optional(),
  verdict: z.enum(['running', 'passed', 'failed', 'abandoned']),
  steps: z.array(drillStepSchema),
});

/** What is known of the last committed shutdown, told after the next start. */
export const lastShutdownSchema = z.object({
  committedAt: z.number(),
  startedAt: z.number(),
  device: z.string().optional(),
  reason: z.string(),
  /** From the decision until the computer was down, as far as it can be told. */
  shutdownSeconds: z.number().optional(),
  /** Whether the UPS cut its output as asked. */
  upsCut: z.enum(['yes', 'no', 'unknown', 'not-asked']),
  text: z.string(),
});

const stepKindSchema = z.enum([
  'mains-lost',
  'confirmed',
  'warning',
  'countdown',
  'cut-short',
  'stopped',
  'command',
  'action',
  'down',
  'ups-off',
  'ups-on',
  'over',
  'empty',
]);

/** One step of what the rules would do in an outage. Seconds from the moment mains is lost. */
export const previewStepSchema = z.object({ seconds: z.number(), kind: stepKindSchema, text: z.string() });

/**
 * One step of what the decision does next if everything goes on as it is. `devices`: the UPSes that it is about or that
 * cause it; none, where it is about this computer alone.
 */
export const forecastStepSchema = z.object({
  at: z.number(),
  kind: stepKindSchema,
  text: z.string(),
  devices: z.array(z.string()),
  /** What begins the countdown. */
  trigger: triggerNameSchema.optional(),
});

export const protectionStateSchema = z.object({
  mode: z.enum(['off', 'practice', 'armed']),
  phase: z.enum(['idle', 'confirming', 'on-battery', 'countdown', 'committed']),
  feeds: z.array(triggerFeedSchema),
  /** When the battery began to carry, on our own clock. */
  onBatterySince: z.number().optional(),
  /** Each UPS of this computer whose battery carries now. `since`: when it began to. */
  carrying: z.array(z.object({ device: z.string(), since: z.number(), confirmed: z.boolean() })).optional(),
  countdown: countdownSchema.optional(),
  /** A last step that has been taken and stands. `device`: whose trigger held; missing for a schedule and the person. */
  committed: z.object({ device: z.string().optional(), at: z.number(), practice: z.boolean() }).optional(),
  /** What comes next, the nearest first, up to the decided end. Empty on mains. */
  forecast: z.array(forecastStepSchema).optional(),
  plan: planSchema.optional(),
  notices: z.array(protectionNoticeSchema),
  powerCycle: z.array(powerCycleSchema),
  /** The next shutdown of the schedule. */
  scheduled: z.object({ at: z.number(), startAt: z.number().optional() }).optional(),
  /** The last preflight. */
  preflight: preflightSchema.optional(),
  drill: drillSchema.optional(),
  /** When the drill is due again; in the past when it is overdue. */
  drillDueAt: z.number().optional(),
  /** Until it is acknowledged. */
  lastShutdown: lastShutdownSchema.optional(),
});

export type ProtectionState = z.infer<typeof protectionStateSchema>;
export type ProtectionNotice = z.infer<typeof protectionNoticeSchema>;
export type UpsTriggerName = z.infer<typeof upsTriggerNameSchema>;
export type TriggerName = z.infer<typeof triggerNameSchema>;
export type TriggerFeed = z.infer<typeof triggerFeedSchema>;
export type Countdown = z.infer<typeof countdownSchema>;
export type PowerCycle = z.infer<typeof powerCycleSchema>;
export type Preflight = z.infer<typeof preflightSchema>;
export type PreflightCheck = z.infer<typeof preflightCheckSchema>;
export type Drill = z.infer<typeof drillSchema>;
export type DrillStep = z.infer<typeof drillStepSchema>;
export type LastShutdown = z.infer<typeof lastShutdownSchema>;
export type ForecastStep = z.infer<typeof forecastStepSchema>;
export type PreviewStep = z.infer<typeof previewStepSchema>;
