/**
 * What the policy remembers between two decisions. Never changed: a decision makes a new one. It is plain data, so that
 * it can be kept on disk and be taken up again after Mainstay was killed.
 */
import { z } from 'zod';
import { triggerNameSchema, type UpsTriggerName } from '../../../../src-shared/contract/index.ts';
import type { PolicyAction } from '../../base/parts.ts';

/** What is known of one thing that a UPS may say; the meaning of the fields is with `Sign`. */
const signSchema = z.object({
  count: z.number(),
  since: z.number(),
  last: z.number(),
  /** JSON has no word for never. */
  at: z
    .number()
    .nullable()
    .transform((at) => at ?? Number.NEGATIVE_INFINITY),
  held: z.number(),
  seen: z.number(),
  from: z.number(),
});

const dataSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/**
 * What a UPS was last known to hold, and how that has changed. `at` is on the steady clock, `spent` on the battery's own:
 * milliseconds for which it has carried, which stand still on mains.
 */
const levelSchema = z.object({ at: z.number(), spent: z.number(), value: z.number() });
const gaugeSchema = z.object({
  charges: z.array(levelSchema),
  runtimes: z.array(levelSchema),
  /** When any of the two last changed, by both clocks, and was last observed. */
  movedAt: z.number(),
  movedSpent: z.number(),
  readAt: z.number(),
  readSpent: z.number(),
  /** Charges of the last minutes on battery, the newest last. */
  samples: z.array(levelSchema),
});

/** One UPS. `...Since` and `...At` are on the steady clock unless they say otherwise. */
const watchSchema = z.object({
  firstSeen: z.number(),
  /** The last reading, by the clock of the wall, and when it was first seen. */
  readAt: z.number().optional(),
  seenAt: z.number().optional(),
  /** The last observation of where the power comes from, and what it said; `known` is what observations agree on. */
  powerAt: z.number().optional(),
  source: z.enum(['unknown', 'mains', 'battery']),
  known: z.enum(['mains', 'battery']).optional(),
  /** When mains first went, as far as it has not been stable since: steady, and in milliseconds since 1970. */
  batterySince: z.number().optional(),
  batteryBegan: z.number().optional(),
  /** Observations that the battery carries since then, and the last of them. */
  batteryReadings: z.number(),
  batteryLast: z.number().optional(),
  /** Milliseconds for which it has carried since then, without the stretch that runs; and since when that runs. */
  carried: z.number(),
  stretchSince: z.number().optional(),
  /** The same over all outages: the battery's own clock, which only grows. */
  spent: z.number(),
  /** The outage is real: the battery has carried for the confirmation delay, and observations agree on it. */
  confirmed: z.boolean(),
  mainsSince: z.number().optional(),
  mainsReadings: z.number(),
  /** When mains was last found stable, and how often it went again soon after that. */
  stableAt: z.number().optional(),
  relapses: z.number(),
  /** Since when the UPS says, without a break, that it is testing or calibrating. */
  testSince: z.number().optional(),
  /** Since when its signs contradict each other, how often in a row they did, and when they last did. */
  doubtSince: z.number().optional(),
  doubts: z.number(),
  doubtLast: z.number().optional(),
  signs: z.object({
    charge: signSchema,
    runtime: signSchema,
    lowBattery: signSchema,
    fault: signSchema,
    request: signSchema,
    off: signSchema,
  }),
  gauge: gaugeSchema,
  /** Readings from before this are void: a sleep, or a restart of Mainstay. */
  voidSince: z.number().optional(),
  /** Contact was there and is gone; told once. `lostAt`: since when. */
  lostTold: z.boolean(),
  lostAt: z.number().optional(),
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

export type Level = z.infer<typeof levelSchema>;
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
