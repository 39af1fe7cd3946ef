/** Notifications as clients see them: what each channel is doing, what waits, and what the desktop program shows. */
import { z } from 'zod';
import { severitySchema } from './shapes.ts';

const none = z.strictObject({});
const channel = z.string().min(1).max(100);

/** How one channel stands. Times are milliseconds since 1970. */
export const channelStatusSchema = z.object({
  /** Messages that wait to be sent. */
  waiting: z.int(),
  /** Events that are kept back until the quiet hours end. */
  held: z.int(),
  /** Its quiet hours are now. */
  quiet: z.boolean(),
  /** A secret is kept for it that fits its present address. */
  secret: z.boolean(),
  /**
   * One is kept that cannot be read: the keychain is locked or not there, or it was sealed with another. Nothing is sent
   * meanwhile.
   */
  closed: z.enum(['locked', 'another']).optional(),
  lastDeliveredAt: z.number().optional(),
  /** Why the last attempt failed; missing once one has succeeded. */
  error: z.object({ at: z.number(), message: z.string() }).optional(),
  /** When the next attempt is due. */
  nextAttemptAt: z.number().optional(),
});

/** Where secrets are kept: `plain` is a keychain that the system has none for, so that they are merely obscured. */
export const secretPlaceSchema = z.enum(['keychain', 'plain', 'file', 'memory']);

/**
 * How the beeper of a UPS stands with its quiet hours: they are not now (`waiting`); it is being switched off, or is off
 * for them; it is being put back, or does not come back (`stuck`); the UPS ignored it; somebody has switched it on since
 * (`left`), or it was off before (`off`); it cannot be switched, does not tell whether it is on, or has no contact.
 */
export const beeperStateSchema = z.enum([
  'waiting',
  'silencing',
  'silent',
  'restoring',
  'stuck',
  'ignored',
  'left',
  'off',
  'cannot',
  'unknown',
  'away',
]);

export const notificationsStatusSchema = z.object({
  /** By the id of the channel. */
  channels: z.record(z.string(), channelStatusSchema),
  /** How many desktop programs are there to show something. */
  desktops: z.int(),
  secrets: secretPlaceSchema,
  /** By the id of the device. */
  beepers: z.record(z.string(), beeperStateSchema),
});

/** A message of the outbox. */
export const outboxMessageSchema = z.object({
  id: z.string(),
  channel: z.string(),
  /** When it was put into the outbox. */
  at: z.number(),
  severity: severitySchema,
  title: z.string(),
  text: z.string(),
  attempts: z.int(),
  nextAttemptAt: z.number(),
  /** Given up then. */
  expiresAt: z.number(),
  error: z.string().optional(),
});

/** What became of a message. */
export const deliverySchema = z.object({
  id: z.string(),
  channel: z.string(),
  at: z.number(),
  title: z.string(),
  result: z.enum(['delivered', 'given-up', 'expired', 'discarded']),
  /** What the other side said, or why it was given up. */
  message: z.string(),
});

/** What a desktop notification offers to do. */
export const desktopActionSchema = z.enum(['show-countdown', 'postpone', 'silence', 'open']);

/** A message for the desktop program to show. */
export const desktopMessageSchema = z.object({
  id: z.string(),
  severity: severitySchema,
  title: z.string(),
  text: z.string(),
  /** The UPS that it is about, if it is one. */
  device: z.string().optional(),
  actions: z.array(desktopActionSchema),
});

/** What became of a test. */
const testedSchema = z.object({
  result: z.enum(['accepted', 'sent', 'confirmed', 'ignored', 'refused', 'invalid', 'silent']),
  message: z.string(),
});

export const notificationCalls = {
  /** A message made and sent as every other; the answer says what became of it. Resolves within a minute. */
  'notifications.test': { input: z.strictObject({ channel }), output: testedSchema },
  'notifications.outbox': {
    input: none,
    output: z.object({ waiting: z.array(outboxMessageSchema), past: z.array(deliverySchema) }),
  },
  /** Tries at once what waits on a channel. */
  'notifications.retry': { input: z.strictObject({ channel }), output: none },
  'notifications.discard': { input: z.strictObject({ id: z.string().max(100) }), output: none },
  /** Keeps the password or token of a channel; an empty one forgets it. There is no call that tells it again. */
  'notifications.setSecret': {
    input: z.strictObject({ channel, secret: z.string().max(4000) }),
    output: none,
  },
  /** The desktop program tells whether it has shown a message. */
  'notifications.shown': {
    input: z.strictObject({ id: z.string().max(100), shown: z.boolean(), why: z.string().max(500).optional() }),
    output: none,
  },
} as const;

export const notificationStreams = {
  /** How the channels stand: whole at once, and again with each change. */
  notifications: { input: none, item: notificationsStatusSchema },
  /** Only the desktop program asks for it: whoever listens promises to show what comes. */
  desktop: { input: none, item: desktopMessageSchema },
} as const;

export type ChannelStatus = z.infer<typeof channelStatusSchema>;
export type BeeperState = z.infer<typeof beeperStateSchema>;
export type SecretPlace = z.infer<typeof secretPlaceSchema>;
export type NotificationsStatus = z.infer<typeof notificationsStatusSchema>;
export type OutboxMessage = z.infer<typeof outboxMessageSchema>;
export type Delivery = z.infer<typeof deliverySchema>;
export type DesktopAction = z.infer<typeof desktopActionSchema>;
export type DesktopMessage = z.infer<typeof desktopMessageSchema>;
