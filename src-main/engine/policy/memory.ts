/**
 * What the policy remembers between two decisions. Never changed: a decision makes a new one. It is plain data, so that
 * it can be kept on disk and be taken up again after Mainstay was killed.
 */
import { z } from 'zod';
import { triggerNameSchema, type UpsTriggerName } from '../../../src-shared/contract/index.ts';
import type { PolicyAction } from '../parts.ts';

/** How many readings in a row have said something, and since when on the steady clock. */
const streakSchema = z.object({ count: z.number(), since: z.number() });

const dataSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** What a UPS was last known to hold, and how that has changed. Times are on the steady clock. */
const gaugeSchema = z.object({
  charge: z.number().optional(),
  /** The last two in a row, the newer last: one alone is not believed. */
  runtimes: z.array(z.object({ at: z.number(), seconds: z.number() })).max(2),
  /** When any of the two last changed. */
  movedAt: z.number(),
  readAt: z.number(),
  /** Charges of the last minutes on battery, the newest last. */
  samples: z.array(z.object({ at: z.number(), charge: z.number() })),
});

/** One UPS. `...Since` are on the steady clock unless they say otherwise. */
const watchSchema = z.object({
  firstSeen: z.number(),
  readAt: z.number().optional(),
  countedAt: z.number().optional(),
  /** What the last reading that said anything said. */
  source: z.enum(['unknown', 'mains', 'battery']),
  /** What two readings in a row last agreed on. */
  known: z.enum(['mains', 'battery']).optional(),
  /** When the battery began to carry: steady, and in milliseconds since 1970. */
  batterySince: z.number().optional(),
  batteryBegan: z.number().optional(),
  batteryReadings: z.number(),
  /** The outage is real: it lasted the confirmation delay and more than one reading told so. */
  confirmed: z.boolean(),
  mainsSince: z.number().optional(),
  mainsReadings: z.number(),
  /** Since when the UPS says, without a break, that it is testing or calibrating. */
  testSince: z.number().optional(),
  streaks: z.object({
    charge: streakSchema,
    runtime: streakSchema,
    lowBattery: streakSchema,
    fault: streakSchema,
    request: streakSchema,
    off: streakSchema,
  }),
  gauge: gaugeSchema,
  /** Readings from before this are void: a sleep, or a restart of Mainstay. */
  voidSince: z.number().optional(),
  /** Contact was there and is gone; told once. */
  lostTold: z.boolean(),
});

/** A countdown that runs. `startedAt` and `actsAt` are on the steady clock, `began` in milliseconds since 1970. */
const runningSchema = z.object({
  device: z.string().optional(),
  trigger: triggerNameSchema,
  reason: z.string(),
  data: dataSchema,
  began: z.number(),
  startedAt: z.number(),
  actsAt: z.number(),
  shortened: z.boolean(),
  /** The UPSes that a trigger held for since it began and that have not recovered. */
  failed: z.array(z.string()),
  startAt: z.number().optional(),
});

/** A decision that stands. */
const committedSchema = z.object({
  device: z.string().optional(),
  trigger: triggerNameSchema,
  reason: z.string(),
  data: dataSchema,
  practice: z.boolean(),
  kind: z.enum(['shutdown', 'hibernate', 'sleep', 'command']),
  /** When the action was last asked for, on the steady clock. */
  performedAt: z.number(),
  /** False after a restart of Mainstay, which ended whatever was being done about it. */
  asked: z.boolean(),
  startAt: z.number().optional(),
});

const contentSchema = z.object({
  watches: z.record(z.string(), watchSchema),
  /** Triggers already told, and triggers that the person stopped, each until its outage is over. */
  told: z.array(z.string()),
  muted: z.array(z.string()),
  /** Devices whose outage has something to say of what was done. */
  noted: z.array(z.string()),
  countdown: runningSchema.optional(),
  committed: committedSchema.optional(),
  /** The wall clock up to which the schedule was followed, and the day on which each entry was last done. */
  schedule: z.object({ until: z.number().optional(), done: z.record(z.string(), z.string()) }),
  /** The last decision, on the steady clock. */
  decidedAt: z.number().optional(),
});

export type Streak = z.infer<typeof streakSchema>;
export type Gauge = z.infer<typeof gaugeSchema>;
export type Watch = z.infer<typeof watchSchema>;
export type Running = z.infer<typeof runningSchema>;
export type Committed = z.infer<typeof committedSchema>;
type Kept = z.infer<typeof contentSchema>;

/** What was ordered between two decisions. */
export type Wanted = { readonly type: 'shutdown-now' } | { readonly type: 'request'; from: string; reason: string };

/** The memory's content. */
export interface Content extends Kept {
  /** What orders between two decisions left to be told and done. Never kept on disk. */
  readonly pending: readonly PolicyAction[];
  readonly wanted: Wanted | undefined;
}

/** Opaque to whoever carries it from one decision to the next. */
export class Memory {
  readonly content: Content;

  constructor(content: Content) {
    this.content = content;
  }
}

/** The memory before anything happened. */
export const EMPTY: Content = {
  watches: {},
  told: [],
  muted: [],
  noted: [],
  schedule: { done: {} },
  pending: [],
  wanted: undefined,
};

/** Names one trigger of one device. */
export function triggerKey(device: string, trigger: UpsTriggerName | 'plan'): string {
  return `${trigger} ${device}`;
}

/** What is worth keeping on disk, as JSON. */
export function save(content: Content): unknown {
  const { pending: _pending, wanted: _wanted, ...kept } = content;
  return kept;
}

/** The content that was saved, or undefined. Whatever was being done about a commitment has ended with the process. */
export function restore(saved: unknown): Content | undefined {
  const parsed = contentSchema.safeParse(saved);
  if (!parsed.success) return undefined;
  const { committed, watches, ...rest } = parsed.data;
  const since = rest.decidedAt ?? 0;
  return {
    ...rest,
    watches: Object.fromEntries(Object.entries(watches).map(([id, watch]) => [id, { ...watch, voidSince: since }])),
    ...(committed === undefined ? {} : { committed: { ...committed, asked: false } }),
    pending: [],
    wanted: undefined,
  };
}
