/** What a person can set about notifications: channels, which events go where, quiet hours, and thresholds. */
import { z } from 'zod';

/** Groups of events, as a person thinks of them. The matrix has one row for each. */
export const NOTICE_GROUPS = [
  'mains',
  'lowBattery',
  'shutdown',
  'contact',
  'overload',
  'fault',
  'battery',
  'test',
  'voltage',
  'threshold',
  'mainstay',
] as const;

export const noticeGroupSchema = z.enum(NOTICE_GROUPS);

/** What a channel is told of unless the person says otherwise. */
const WORTH_TELLING: readonly z.infer<typeof noticeGroupSchema>[] = [
  'mains',
  'lowBattery',
  'shutdown',
  'contact',
  'overload',
  'fault',
  'battery',
  'threshold',
  'mainstay',
];

/** A time of day, in this computer's own time zone. */
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 22:30');

/** From `from` until `to`, over midnight when `to` is earlier; the same time twice is never. */
export const quietHoursSchema = z.strictObject({
  enabled: z.boolean().default(false),
  from: timeOfDay.default('22:00'),
  to: timeOfDay.default('07:00'),
});

const common = {
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  /** Empty: called after its kind. */
  name: z.string().max(80).default(''),
  enabled: z.boolean().default(true),
  groups: z
    .array(noticeGroupSchema)
    .max(NOTICE_GROUPS.length)
    .default([...WORTH_TELLING]),
  /** Less grave events are not told; the end of something counts as what it ends. */
  minimum: z.enum(['info', 'warning', 'critical']).default('info'),
  quiet: quietHoursSchema.default(() => quietHoursSchema.parse({})),
};

/** No control characters: an address is put into lines of a protocol. */
const plain = z.string().regex(/^\P{Cc}*$/u, 'text without control characters');
const address = plain
  .min(3)
  .max(254)
  .regex(/^[^\s<>@]+@[^\s<>@]+$/, 'an address such as me@example.org');
const webAddress = z.url({ protocol: /^https?$/ }).max(2000);

/** Shown by the desktop program, on whichever computer it runs. */
export const desktopChannelSchema = z.strictObject({ ...common, kind: z.literal('desktop') });

/** Mail over SMTP. The password is no setting. */
export const emailChannelSchema = z.strictObject({
  ...common,
  kind: z.literal('email'),
  host: plain.min(1).max(253),
  port: z.int().min(1).max(65_535).default(587),
  /** `starttls` insists on it; `none` sends everything in the clear. */
  security: z.enum(['starttls', 'tls', 'none']).default('starttls'),
  /** A server of one's own often has a certificate that nobody has signed. */
  checkCertificate: z.boolean().default(true),
  /** Empty: the server asks for no login. */
  user: plain.max(254).default(''),
  from: address,
  to: z.array(address).min(1).max(20),
});

/** An address that is called with JSON. */
export const webhookChannelSchema = z.strictObject({
  ...common,
  kind: z.literal('webhook'),
  url: webAddress,
  /** What the secret is for: nothing, `Authorization: Bearer`, or a signature of the body (HMAC, RFC 2104). */
  auth: z.enum(['none', 'bearer', 'hmac']).default('none'),
});

/** A topic of an ntfy server. The token is no setting. */
export const ntfyChannelSchema = z.strictObject({
  ...common,
  kind: z.literal('ntfy'),
  server: webAddress.default('https://ntfy.sh'),
  topic: z.string().regex(/^[-_A-Za-z0-9]{1,64}$/, 'letters, digits, "-" and "_"'),
});

/** A chat, written to by a bot of the person's. The bot's token is no setting. */
export const telegramChannelSchema = z.strictObject({
  ...common,
  kind: z.literal('telegram'),
  /** Another than Telegram's own is a Bot API server of one's own. */
  server: webAddress.default('https://api.telegram.org'),
  chat: z.string().regex(/^(-?\d{1,20}|@[A-Za-z]\w{3,62})$/, 'a number, or the @name of a channel'),
});

export const channelSchema = z.discriminatedUnion('kind', [
  desktopChannelSchema,
  emailChannelSchema,
  webhookChannelSchema,
  ntfyChannelSchema,
  telegramChannelSchema,
]);

/** A rule of the person's own about one value of one UPS, or of every UPS. */
export const thresholdSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  enabled: z.boolean().default(true),
  /** Empty: every UPS that reports the value. */
  device: z.string().max(100).default(''),
  /** A name of RFC 9271. */
  variable: z.string().regex(/^[a-z0-9.]{3,100}$/),
  direction: z.enum(['above', 'below']),
  /** In the unit of the variable. */
  value: z.number().min(-1e9).max(1e9),
  /** How long it must hold. */
  seconds: z.int().min(0).max(86_400).default(60),
  /** How far back it must come before it counts as over, in the unit of the variable. */
  hysteresis: z.number().min(0).max(1e9).default(0),
  severity: z.enum(['info', 'warning', 'critical']).default('warning'),
});

/** The section `notifications` of the settings. */
export const notificationSettingSchema = z.strictObject({
  channels: z
    .array(channelSchema)
    .max(20)
    .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'each channel needs an id of its own')
    .default(() => [desktopChannelSchema.parse({ id: 'desktop', kind: 'desktop' })]),
  thresholds: z
    .array(thresholdSchema)
    .max(50)
    .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'each threshold needs an id of its own')
    .default([]),
  /** When the beepers of the UPSes are switched off, also in an outage. */
  beeper: quietHoursSchema.default(() => quietHoursSchema.parse({})),
});

export type NoticeGroup = z.infer<typeof noticeGroupSchema>;
export type QuietHours = z.infer<typeof quietHoursSchema>;
export type Channel = z.infer<typeof channelSchema>;
export type ChannelKind = Channel['kind'];
/** The channel of one kind. */
export type ChannelOf<K extends ChannelKind> = Extract<Channel, { readonly kind: K }>;
export type Threshold = z.infer<typeof thresholdSchema>;
export type NotificationSetting = z.infer<typeof notificationSettingSchema>;
