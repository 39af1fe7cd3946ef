/**
 * What clients may ask of the engine. Inputs without arguments are `{}`: JSON drops `undefined`. Every input is
 * parsed before it reaches the engine, whatever wire it came over.
 */
import { z } from 'zod';
import { batterySettingSchema } from '../settings/battery.ts';
import { energySettingSchema } from '../settings/energy.ts';
import { ownCommandSchema } from '../settings/protection.ts';
import {
  deviceSettingSchema,
  notificationSettingSchema,
  pollingSettingSchema,
  preferenceSettingSchema,
  protectionSettingSchema,
  settingsSchema,
} from '../settings/index.ts';
import { batteryCalls } from './battery.ts';
import { diaryCalls } from './diary.ts';
import { energyCalls } from './energy.ts';
import { languageCalls } from './language.ts';
import { notificationCalls, notificationStreams } from './notifications.ts';
import { drillSchema, preflightSchema, previewStepSchema } from './protection.ts';
import {
  candidateSchema,
  driverInfoSchema,
  eventKindSchema,
  eventSchema,
  exchangeSchema,
  historySchema,
  outageSchema,
  severitySchema,
  stateSchema,
  valueSchema,
} from './shapes.ts';

const none = z.strictObject({});
const device = z.string().min(1).max(100);
const time = z.number().min(0).max(8.64e15);

const eventFilter = z.strictObject({
  device: device.optional(),
  kinds: z.array(eventKindSchema).optional(),
  severities: z.array(severitySchema).optional(),
  from: time.optional(),
  to: time.optional(),
  /** Only events with a smaller id: how one pages back. */
  before: z.int().optional(),
  limit: z.int().min(1).max(1000).default(200),
});

const historyRange = z.strictObject({
  device,
  variables: z.array(z.string().max(100)).min(1).max(20),
  from: time,
  to: time,
});

const { uri, nickname, feedsThisComputer, enabled } = deviceSettingSchema.shape;
/** Without the defaults of the settings file: what is left out stays as it is. */
const deviceChange = z
  .strictObject({
    uri,
    nickname: nickname.unwrap(),
    feedsThisComputer: feedsThisComputer.unwrap(),
    enabled: enabled.unwrap(),
  })
  .partial();

/** What became of a command or a setting, as the person is told. */
const outcomeSchema = z.object({
  result: z.enum(['accepted', 'sent', 'confirmed', 'ignored', 'refused', 'invalid', 'silent']),
  /** A sentence: what happened and what it means. */
  message: z.string(),
});
export type CommandOutcome = z.infer<typeof outcomeSchema>;

/** Calls: one input, one output. */
export const calls = {
  'devices.scan': {
    /** Probing sends bytes to ports that may not be a UPS; without it, only what the system lists is told. */
    input: z.strictObject({
      probe: z.boolean().default(true),
      hosts: z.array(z.string().max(255)).max(64).default([]),
    }),
    output: z.object({ candidates: z.array(candidateSchema), looked: z.array(z.string()) }),
  },
  'devices.probe': { input: z.strictObject({ uri: z.string().max(1000) }), output: candidateSchema },
  'devices.add': {
    input: z.strictObject({
      uri: z.string().min(1).max(1000),
      nickname: z.string().max(80).default(''),
      feedsThisComputer: z.boolean().default(true),
    }),
    output: z.object({ id: z.string() }),
  },
  'devices.update': {
    input: z.strictObject({ id: device, change: deviceChange }),
    output: none,
  },
  'devices.remove': { input: z.strictObject({ id: device }), output: none },
  'devices.command': {
    input: z.strictObject({
      device,
      name: z.string().max(100),
      argument: z.string().max(200).optional(),
      /** The person was told the effect and agreed; commands with a danger are refused without it. */
      confirmed: z.boolean().default(false),
    }),
    output: outcomeSchema,
  },
  'devices.set': {
    input: z.strictObject({ device, variable: z.string().max(100), value: z.string().max(200) }),
    output: outcomeSchema,
  },
  'drivers.list': { input: none, output: z.object({ drivers: z.array(driverInfoSchema) }) },
  'history.variables': { input: z.strictObject({ device }), output: z.object({ variables: z.array(z.string()) }) },
  'history.query': {
    input: historyRange.extend({ points: z.int().min(10).max(5000).default(600) }),
    output: historySchema,
  },
  'history.csv': {
    /** `earlier`: the same variables of a range that begins so many milliseconds before, in columns of their own. */
    input: historyRange.extend({ earlier: z.number().min(1).max(8.64e15).optional() }),
    output: z.object({ name: z.string(), text: z.string() }),
  },
  'history.outages': {
    input: z.strictObject({ device: device.optional(), limit: z.int().min(1).max(1000).default(100) }),
    output: z.object({ outages: z.array(outageSchema) }),
  },
  ...diaryCalls,
  ...batteryCalls,
  ...energyCalls,
  ...languageCalls,
  'events.query': { input: eventFilter, output: z.object({ events: z.array(eventSchema), more: z.boolean() }) },
  'events.csv': { input: eventFilter, output: z.object({ name: z.string(), text: z.string() }) },
  'events.acknowledge': { input: z.strictObject({ ids: z.array(z.int()).max(1000) }), output: none },
  'settings.get': { input: none, output: settingsSchema },
  'settings.update': {
    input: z.strictObject({
      protection: protectionSettingSchema.optional(),
      polling: pollingSettingSchema.optional(),
      battery: batterySettingSchema.optional(),
      energy: energySettingSchema.optional(),
      preferences: preferenceSettingSchema.optional(),
      notifications: notificationSettingSchema.optional(),
      demo: z.boolean().optional(),
      /** The person agreed to what runs as the account of Mainstay; a change that runs another program is refused without. */
      confirmed: z.boolean().optional(),
    }),
    output: settingsSchema,
  },
  /** Stops the countdown; refused when it is too late, or when stopping would not be safe. */
  'protection.cancel': { input: none, output: outcomeSchema },
  /** Puts the last step off by another countdown's length; refused with the reason when the battery may not last. */
  'protection.postpone': { input: none, output: outcomeSchema },
  /** The last step now, without a countdown. */
  'protection.shutdownNow': { input: z.strictObject({ confirmed: z.boolean() }), output: outcomeSchema },
  /** Another machine or program asks for the shutdown. */
  'protection.request': {
    input: z.strictObject({ from: z.string().min(1).max(100), reason: z.string().min(1).max(300) }),
    output: outcomeSchema,
  },
  'protection.preflight': { input: none, output: preflightSchema },
  /** Runs the preflight and, when it passes and the person agreed, arms. */
  'protection.arm': {
    input: z.strictObject({ confirmed: z.boolean() }),
    output: outcomeSchema.extend({ preflight: preflightSchema }),
  },
  /**
   * What these rules would do if this UPS lost mains now, at the present load; without one, the UPS whose outage leads
   * to the last step first, and which one that is. Nothing where no UPS counts.
   */
  'protection.preview': {
    input: z.strictObject({ rules: protectionSettingSchema, device: device.optional() }),
    output: z.object({ device: z.string().optional(), steps: z.array(previewStepSchema) }),
  },
  /** Runs the person's own command as a countdown would, marked as a trial in its environment. */
  'protection.tryCommand': {
    /** `confirmed`: the person was shown the program and agreed that it runs as the account of Mainstay. */
    input: z.strictObject({ command: ownCommandSchema, confirmed: z.boolean().default(false) }),
    output: outcomeSchema.extend({ seconds: z.number(), output: z.string() }),
  },
  /** The report of the last shutdown was read. */
  'protection.acknowledge': { input: none, output: none },
  /** Everything that was known and decided in an outage, in order. */
  'history.outage': {
    input: z.strictObject({ id: z.int() }),
    output: z.object({ outage: outageSchema, events: z.array(eventSchema) }),
  },
  ...notificationCalls,
  'drill.start': { input: z.strictObject({ device }), output: outcomeSchema },
  'drill.cancel': { input: none, output: outcomeSchema },
  'drill.cards': { input: none, output: z.object({ cards: z.array(drillSchema) }) },
  'drill.remove': { input: z.strictObject({ id: z.string().max(100) }), output: none },
  /** A card as a page that can be kept or printed. */
  'drill.export': {
    input: z.strictObject({ id: z.string().max(100) }),
    output: z.object({ name: z.string(), text: z.string() }),
  },
  'diagnostics.device': {
    input: z.strictObject({ device }),
    output: z.object({
      variables: z.array(
        z.object({
          name: z.string(),
          value: valueSchema,
          at: z.number(),
          derived: z.boolean(),
          /** Why it is not what the device sent, where it was mended. */
          corrected: z.string().optional(),
          depth: z.string(),
        }),
      ),
      absent: z.array(z.object({ name: z.string(), reason: z.string() })),
      /** What the driver tells besides: the state of the link, values that have no name. Never published. */
      extras: z.record(z.string(), z.string()),
      counters: z.record(z.string(), z.number()),
    }),
  },
  'diagnostics.trace': {
    input: z.strictObject({ device, limit: z.int().min(1).max(5000).default(500) }),
    output: z.object({ exchanges: z.array(exchangeSchema) }),
  },
  /** Everything that whoever helps needs, as a zip in base64; `masked` takes serial numbers and addresses out. */
  'diagnostics.bundle': {
    input: z.strictObject({ masked: z.boolean().default(false) }),
    output: z.object({ name: z.string(), data: z.base64() }),
  },
  'diagnostics.doctor': {
    input: none,
    output: z.object({ checks: z.array(z.object({ name: z.string(), ok: z.boolean(), message: z.string() })) }),
  },
} as const;

/** Streams: one input, then values until the client ends it or the wire closes. */
export const streams = {
  /** A snapshot first, then merge patches; each revision is one more than the last. On a gap: subscribe anew. */
  state: {
    input: none,
    item: z.discriminatedUnion('type', [
      z.object({ type: z.literal('snapshot'), revision: z.number(), state: stateSchema }),
      z.object({ type: z.literal('patch'), revision: z.number(), patch: z.record(z.string(), z.unknown()) }),
    ]),
  },
  events: { input: none, item: eventSchema },
  /** Whoever holds it looks at the values: devices are asked more often. No item ever comes. */
  attention: { input: none, item: z.never() },
  ...notificationStreams,
  /** Exchanges of one device, in batches. */
  trace: { input: z.strictObject({ device }), item: z.object({ exchanges: z.array(exchangeSchema) }) },
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallInput<C extends CallName> = z.infer<Calls[C]['input']>;
/** What a caller may leave out is optional here. */
export type CallArgument<C extends CallName> = z.input<Calls[C]['input']>;
export type CallOutput<C extends CallName> = z.infer<Calls[C]['output']>;

export type Streams = typeof streams;
export type StreamName = keyof Streams;
export type StreamInput<S extends StreamName> = z.infer<Streams[S]['input']>;
export type StreamItem<S extends StreamName> = z.infer<Streams[S]['item']>;

/** The engine's side: one handler for each call, one source for each stream. */
export interface Handlers {
  readonly calls: { readonly [C in CallName]: (input: CallInput<C>) => Promise<CallOutput<C>> | CallOutput<C> };
  readonly streams: {
    /** Emits until the returned function is called. */
    readonly [S in StreamName]: (input: StreamInput<S>, emit: (item: StreamItem<S>) => void) => () => void;
  };
}
