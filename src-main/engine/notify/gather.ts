/**
 * From events to messages, for one channel: which events it is told of, what is kept back in quiet hours, what was too
 * short to be two messages, and what is told together. Pure: the same events, settings and times make the same messages.
 */
import { z } from 'zod';
import { eventKindSchema, type EngineEvent, severitySchema } from '../../../src-shared/contract/index.ts';
import type { Channel, QuietHours } from '../../../src-shared/settings/notifications.ts';
import { compareSeverity, NOTICE_KINDS } from './kinds.ts';

/** An event on its way into a message. */
export const toldSchema = z.object({
  id: z.number(),
  /** When it happened. */
  time: z.number(),
  kind: eventKindSchema,
  severity: severitySchema,
  text: z.string(),
  device: z.string().optional(),
  /** What the UPS was called then. */
  name: z.string().optional(),
});

const heldSchema = toldSchema.extend({
  takenAt: z.number(),
  dueAt: z.number(),
  /** It waits, or has waited, for quiet hours to end. */
  quiet: z.boolean(),
});

/** What is gathered for a channel and in no message yet. Kept on disk. */
export const gatheringSchema = z.object({
  held: z.array(heldSchema),
  /** When the last message of this channel was made. */
  lastAt: z.number().optional(),
});

export type Told = z.infer<typeof toldSchema>;
export type Gathering = z.infer<typeof gatheringSchema>;

/** Events that become one message. */
export interface Batch {
  readonly events: readonly Told[];
  /** Kept back until the quiet hours ended. */
  readonly afterQuiet: boolean;
}

/** Nothing yet. */
export const NOTHING: Gathering = { held: [] };

/** Events this close together are told together. Milliseconds. */
const JOIN = 2000;
/** The same for what is critical. Milliseconds. */
const JOIN_CRITICAL = 1000;
/** Contact that comes back within this is one message. Milliseconds. */
const CONTACT_DELAY = 30_000;
/** Between two messages to other places than this computer, unless it is critical. Milliseconds. */
const GAP = 15_000;
/** More are dropped, the oldest first: nobody reads them all. */
const MOST = 200;

/** Whether the channel is told of an event at all. */
export function wants(
  channel: Channel,
  { kind, severity, data }: Pick<EngineEvent, 'kind' | 'severity' | 'data'>,
): boolean {
  const info = NOTICE_KINDS[kind];
  if (!channel.enabled || info === undefined || !channel.groups.includes(info.group)) return false;
  // The end of a threshold says itself how grave the threshold was.
  const said = severitySchema.safeParse(data['was']);
  const counted = info.ends === undefined ? severity : said.success ? said.data : info.ends.severity;
  return compareSeverity(counted, channel.minimum) >= 0;
}

/** Whether a moment, in milliseconds since 1970, lies in the quiet hours by this computer's own time of day. */
export function isQuiet({ enabled, from, to }: QuietHours, now: number): boolean {
  if (!enabled || from === to) return false;
  const date = new Date(now);
  const time = `${two(date.getHours())}:${two(date.getMinutes())}`;
  return from < to ? time >= from && time < to : time >= from || time < to;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Takes in an event that the channel wants. `briefText` words a thing that ended as soon as it began. */
export function take(
  before: Gathering,
  told: Told,
  channel: Channel,
  moment: { readonly now: number; readonly confirmSeconds: number },
  briefText: (begin: Told, end: Told) => string,
): Gathering {
  const { now } = moment;
  if (isSaidAlready(before, told)) return before;
  const begin = briefOf(before, told, moment.confirmSeconds);
  const rest = before.held.filter((each) => each !== begin);
  const news: Told =
    begin === undefined ? told : { ...told, severity: 'info', text: briefText(begin, told), time: begin.time };
  const soon = now + delayOf(news, moment.confirmSeconds);
  const paced =
    channel.kind === 'desktop' || news.severity === 'critical' || before.lastAt === undefined || before.lastAt > now
      ? soon
      : Math.max(soon, before.lastAt + GAP);
  const held = { ...news, takenAt: now, dueAt: paced, quiet: begin?.quiet ?? false };
  return { ...before, held: [...rest, held].slice(-MOST) };
}

/** Protection warns of a lost contact too, for its own reasons; who is told of contacts is told once. */
function isSaidAlready({ held }: Gathering, { kind, device, time }: Told): boolean {
  if (kind !== 'trigger-warning') return false;
  return held.some((each) => each.kind === 'link-lost' && each.device === device && time - each.time <= JOIN);
}

/** The begin of what this event ends, when it is not told yet and was too short to be a message of its own. */
function briefOf(
  { held }: Gathering,
  { kind, device, time }: Told,
  confirmSeconds: number,
): Gathering['held'][number] | undefined {
  const ended = NOTICE_KINDS[kind]?.ends?.kind;
  if (ended === undefined || BRIEF[ended] === undefined) return undefined;
  const begin = held.findLast((each) => each.kind === ended && each.device === device);
  return begin !== undefined && time - begin.time <= patience(ended, confirmSeconds) ? begin : undefined;
}

/** Kinds whose end may come so soon that both are one message. */
const BRIEF: Readonly<Partial<Record<Told['kind'], 'confirm' | 'contact'>>> = {
  'mains-lost': 'confirm',
  'link-lost': 'contact',
};

function patience(kind: Told['kind'], confirmSeconds: number): number {
  return BRIEF[kind] === 'contact' ? CONTACT_DELAY : confirmSeconds * 1000;
}

function delayOf({ kind, severity }: Told, confirmSeconds: number): number {
  // The computer goes down: there may be no second.
  if (kind === 'shutdown-committed') return 0;
  if (severity === 'critical') return JOIN_CRITICAL;
  return BRIEF[kind] === undefined ? JOIN : Math.max(JOIN, patience(kind, confirmSeconds));
}

/** What has to become a message now, if anything has. */
export function ripe(
  before: Gathering,
  channel: Channel,
  now: number,
): { readonly gathering: Gathering; readonly batch?: Batch } {
  if (before.held.length === 0) return { gathering: before };
  // A clock that was set back would keep everything for as long as it was set back.
  const due = before.held.filter((each) => now >= each.dueAt || now < each.takenAt);
  const quiet = isQuiet(channel.quiet, now);
  if (!quiet) return due.length === 0 ? { gathering: before } : made(before.held, [], now);
  const passing = due.filter(({ severity }) => severity === 'critical');
  const kept = before.held
    .filter((each) => !passing.includes(each))
    .map((each) => (each.quiet || each.severity === 'critical' ? each : { ...each, quiet: true }));
  if (passing.length > 0) return made(passing, kept, now);
  const changed = kept.some((each, index) => each !== before.held[index]);
  return { gathering: changed ? { ...before, held: kept } : before };
}

function made(
  events: Gathering['held'],
  held: Gathering['held'],
  now: number,
): { readonly gathering: Gathering; readonly batch: Batch } {
  return {
    gathering: { held, lastAt: now },
    batch: {
      events: events
        .map(({ takenAt: _takenAt, dueAt: _dueAt, quiet: _quiet, ...told }) => told)
        .toSorted((a, b) => a.time - b.time || a.id - b.id),
      afterQuiet: events.some(({ quiet }) => quiet),
    },
  };
}
