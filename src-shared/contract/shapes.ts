/** The shapes that cross from the engine to its clients. Times are milliseconds since 1970 unless named otherwise. */
import { PORT_KINDS, SCHEMES } from '../address/kinds.ts';
import { z } from 'zod';
import { POWER_SIGNS, POWER_SOURCES } from '../nut/power.ts';
import { ARGUMENT_TEXTS } from '../texts/arguments.ts';
import { protectionStateSchema } from './protection.ts';

export const valueSchema = z.union([z.number(), z.string()]);

/** How the engine stands with a device. */
export const linkSchema = z.enum([
  /** Opening the port or identifying the device. */
  'connecting',
  /** Readings are fresh. */
  'live',
  /** Nothing fresh for a while; the values are old and say so. */
  'stale',
  /** The device or the port is gone; it is tried again. */
  'lost',
  /** The operating system refused access. */
  'denied',
  /** Another program holds the port. */
  'in-use',
  /** Something answers, but in no protocol we know. */
  'unrecognised',
  /** Switched off by the person. */
  'disabled',
]);

export const commandOfferSchema = z.object({
  name: z.string(),
  argument: z.object({ text: z.enum(ARGUMENT_TEXTS), unit: z.string().optional(), optional: z.boolean() }).optional(),
});

export const settingOfferSchema = z.object({
  name: z.string(),
  values: z.array(z.string()).optional(),
  range: z.object({ min: z.number(), max: z.number(), step: z.number().optional() }).optional(),
  maxLength: z.number().optional(),
});

/** Out of every sign of where the power comes from: what they come to, and the signs. */
export const powerSchema = z.object({ source: z.enum(POWER_SOURCES), signs: z.array(z.enum(POWER_SIGNS)).readonly() });

/** One UPS as its clients see it. No field is ever null: what is unknown is missing. */
export const deviceStateSchema = z.object({
  id: z.string(),
  /** The URI without its secrets. */
  uri: z.string(),
  /** The nickname, else the model, else the maker, else the URI. */
  name: z.string(),
  nickname: z.string(),
  feedsThisComputer: z.boolean(),
  /** It is a simulation, and is labelled as one everywhere. */
  simulated: z.boolean(),
  driver: z.string().optional(),
  driverTitle: z.string().optional(),
  dialect: z.string().optional(),
  /** False while nothing but our own simulator has ever judged this driver, or the table of it that this device uses. */
  verified: z.boolean(),
  link: linkSchema,
  /** Why the link is not live: what happened, what it means, what to do. */
  linkMessage: z.string().optional(),
  linkSince: z.number(),
  /** When the last reading came. */
  readAt: z.number().optional(),
  values: z.record(z.string(), valueSchema),
  /** Names in `values` that Mainstay computed. */
  derived: z.array(z.string()),
  /** Names in `values` that are not as the device sent them, because that cannot be true, with the reason. */
  corrected: z.record(z.string(), z.string()).optional(),
  /** Not reported: the name and the reason. */
  absent: z.record(z.string(), z.string()),
  /** Where the load's power comes from, by all signs, and those that spoke; missing before anything was read. */
  power: powerSchema.optional(),
  commands: z.array(commandOfferSchema),
  settings: z.array(settingOfferSchema),
});

export const engineStateSchema = z.object({
  version: z.string(),
  host: z.enum(['desktop', 'headless']),
  /** It runs as a service of the system: from before login until the end, whatever happens to any window. */
  service: z.boolean(),
  platform: z.string(),
  startedAt: z.number(),
  /** What is wrong with Mainstay itself: damaged files set aside, a full disk. */
  problems: z.array(z.object({ id: z.string(), message: z.string() })),
});

/** All that is streamed. Deltas are JSON merge patches (RFC 7396) to this. */
export const stateSchema = z.object({
  engine: engineStateSchema,
  protection: protectionStateSchema,
  devices: z.record(z.string(), deviceStateSchema),
});

export const EVENT_KINDS = [
  'engine-started',
  'engine-stopped',
  'device-added',
  'device-removed',
  'link-lost',
  'link-restored',
  'mains-lost',
  'mains-returned',
  'low-battery',
  'low-battery-cleared',
  'replace-battery',
  'replace-battery-cleared',
  'overload',
  'overload-cleared',
  'bypass',
  'bypass-cleared',
  'boost',
  'boost-cleared',
  'trim',
  'trim-cleared',
  'output-off',
  'output-on',
  'alarm',
  'alarm-cleared',
  'test-started',
  'test-ended',
  'battery-test',
  'battery-replaced',
  'forced-shutdown',
  'command',
  'setting-written',
  'settings-changed',
  'protection-mode',
  'outage-confirmed',
  'outage-over',
  'trigger-warning',
  'countdown-started',
  'countdown-cancelled',
  'shutdown-committed',
  'shutdown-practised',
  'shutdown-failed',
  'shutdown-ended',
  'shutdown-requested',
  'countdown-postponed',
  'own-command',
  'ups-power-off',
  'drill',
  'resumed',
  'threshold',
  'threshold-cleared',
  'implausible',
  'problem',
] as const;

export const eventKindSchema = z.enum(EVENT_KINDS);
export const severitySchema = z.enum(['info', 'warning', 'critical']);

/** Something that happened. `text` is a whole sentence; `data` holds its inputs. */
export const eventSchema = z.object({
  id: z.number(),
  time: z.number(),
  device: z.string().optional(),
  kind: eventKindSchema,
  severity: severitySchema,
  text: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  acknowledged: z.boolean(),
});

/** A time during which mains was away. */
export const outageSchema = z.object({
  id: z.number(),
  device: z.string(),
  begin: z.number(),
  /** Missing while it lasts. */
  end: z.number().optional(),
  lowestCharge: z.number().optional(),
  /** What was done, and why. */
  outcome: z.string(),
});

/** A stretch of time to shade in a chart. */
export const bandSchema = z.object({
  kind: z.enum(['on-battery', 'test', 'lost']),
  from: z.number(),
  to: z.number(),
});

/** One series; each point is [time, minimum, mean, maximum]. A gap is a point missing, never a zero. */
export const seriesSchema = z.object({
  variable: z.string(),
  points: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
});

export const historySchema = z.object({
  from: z.number(),
  to: z.number(),
  /** Width of one sample of the roll-up that answered, in seconds. */
  resolution: z.number(),
  series: z.array(seriesSchema),
  bands: z.array(bandSchema),
});

/** One exchange on a wire. Bytes are hex; for SNMP the request and answer are text. */
export const exchangeSchema = z.object({
  id: z.number(),
  time: z.number(),
  device: z.string(),
  direction: z.enum(['exchange', 'unasked', 'note']),
  request: z.string(),
  answer: z.string(),
  /** The same as readable text; control characters are shown as <CR> and the like. */
  requestText: z.string(),
  answerText: z.string(),
  outcome: z.enum(['ok', 'timeout', 'garbled', 'refused', 'closed']),
  milliseconds: z.number(),
});

/** A device found or probed, with the driver proposed for it. */
export const candidateSchema = z.object({
  uri: z.string(),
  title: z.string(),
  transport: z.enum(SCHEMES).exclude(['replay']),
  driver: z.string().optional(),
  driverTitle: z.string().optional(),
  confidence: z.enum(['certain', 'likely', 'possible']),
  /** What was learned, or why nothing was. */
  detail: z.string(),
  /** Already among the devices. */
  known: z.boolean(),
});

export const driverInfoSchema = z.object({
  id: z.string(),
  title: z.string(),
  port: z.enum(PORT_KINDS),
  dialects: z.array(z.string()),
  verified: z.boolean(),
  /** Dialects that nothing but our own simulator has judged, though the driver as a whole is verified. */
  unverifiedDialects: z.array(z.string()),
  sources: z.array(z.string()),
  probe: z.string(),
});

export type DeviceState = z.infer<typeof deviceStateSchema>;
export type Link = z.infer<typeof linkSchema>;
export type EngineState = z.infer<typeof engineStateSchema>;
export type State = z.infer<typeof stateSchema>;
export type EventKind = z.infer<typeof eventKindSchema>;
export type Severity = z.infer<typeof severitySchema>;
export type EngineEvent = z.infer<typeof eventSchema>;
export type Outage = z.infer<typeof outageSchema>;
export type Band = z.infer<typeof bandSchema>;
export type Series = z.infer<typeof seriesSchema>;
export type History = z.infer<typeof historySchema>;
export type Exchange = z.infer<typeof exchangeSchema>;
export type Candidate = z.infer<typeof candidateSchema>;
export type DriverInfo = z.infer<typeof driverInfoSchema>;
export type CommandOffer = z.infer<typeof commandOfferSchema>;
export type SettingOffer = z.infer<typeof settingOfferSchema>;
