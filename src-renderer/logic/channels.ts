/** Channels and thresholds as the screen edits them, and how a channel stands. */
import type { ChannelStatus } from '../../src-shared/contract/index.ts';
import {
  type Channel,
  type ChannelKind,
  channelSchema,
  type NoticeGroup,
  type NotificationSetting,
} from '../../src-shared/settings/notifications.ts';

/** Every kind of channel, in the order in which they are offered. */
export const CHANNEL_KINDS: readonly ChannelKind[] = ['desktop', 'email', 'webhook', 'ntfy', 'telegram'];

/** A channel in a form: all fields of all kinds, as they are typed. */
export interface ChannelDraft {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly host: string;
  readonly port: number | string;
  readonly security: 'starttls' | 'tls' | 'none';
  readonly checkCertificate: boolean;
  readonly user: string;
  readonly from: string;
  readonly to: string;
  readonly url: string;
  readonly auth: 'none' | 'bearer' | 'hmac';
  readonly server: string;
  readonly topic: string;
  readonly chat: string;
  readonly minimum: Channel['minimum'];
  readonly quiet: Channel['quiet'];
  /** What the form does not show. */
  readonly kept: Partial<Pick<Channel, 'enabled' | 'groups'>>;
}

/** Fields that can be wrong. */
export type ChannelFault =
  | 'name'
  | 'host'
  | 'port'
  | 'user'
  | 'from'
  | 'to'
  | 'url'
  | 'server'
  | 'topic'
  | 'chat'
  | 'quiet';

const SERVERS: Readonly<Partial<Record<ChannelKind, string>>> = {
  ntfy: 'https://ntfy.sh',
  telegram: 'https://api.telegram.org',
};

/** An empty form; its id differs from those of all channels there are. */
export function newDraft(kind: ChannelKind, channels: readonly Channel[]): ChannelDraft {
  const taken = new Set(channels.map(({ id }) => id));
  let number = 1;
  while (taken.has(`${kind}-${number}`)) number += 1;
  return {
    ...EMPTY,
    id: `${kind}-${number}`,
    kind,
    server: SERVERS[kind] ?? '',
    kept: {},
  };
}

const EMPTY: Omit<ChannelDraft, 'id' | 'kind'> = {
  name: '',
  host: '',
  port: 587,
  security: 'starttls',
  checkCertificate: true,
  user: '',
  from: '',
  to: '',
  url: '',
  auth: 'none',
  server: '',
  topic: '',
  chat: '',
  minimum: 'info',
  quiet: { enabled: false, from: '22:00', to: '07:00' },
  kept: {},
};

/** A channel as a form. */
export function draftOf(channel: Channel): ChannelDraft {
  const { enabled, groups, ...shown } = channel;
  const base = { ...EMPTY, server: SERVERS[channel.kind] ?? '', kept: { enabled, groups } };
  return shown.kind === 'email' ? { ...base, ...shown, to: shown.to.join(', ') } : { ...base, ...shown };
}

/** The channel that a form makes, or what is wrong with it. */
export function channelOf(draft: ChannelDraft): {
  readonly channel?: Channel;
  readonly faults: readonly ChannelFault[];
} {
  const { id, kind, minimum, quiet, kept } = draft;
  const common = { id, kind, name: draft.name.trim(), minimum, quiet, ...kept };
  const parsed = channelSchema.safeParse({ ...common, ...ownOf(draft) });
  const faults: ChannelFault[] = quiet.enabled && quiet.from === quiet.to ? ['quiet'] : [];
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map(({ path }) => path[0]));
    faults.push(...FIELDS.filter((field) => fields.has(field)));
  }
  return parsed.success && faults.length === 0 ? { channel: parsed.data, faults } : { faults };
}

const FIELDS: readonly ChannelFault[] = [
  'name',
  'host',
  'port',
  'user',
  'from',
  'to',
  'url',
  'server',
  'topic',
  'chat',
  'quiet',
];

function ownOf(draft: ChannelDraft): Record<string, unknown> {
  const { host, port, security, checkCertificate, user, from, to, url, auth, server, topic, chat } = draft;
  switch (draft.kind) {
    case 'desktop':
      return {};
    case 'email':
      return {
        host: host.trim(),
        port: Number(port),
        security,
        checkCertificate,
        user: user.trim(),
        from: from.trim(),
        to: to
          .split(/[,;\s]+/u)
          .map((address) => address.trim())
          .filter((address) => address !== ''),
      };
    case 'webhook':
      return { url: url.trim(), auth };
    case 'ntfy':
      return { server: server.trim(), topic: topic.trim() };
    case 'telegram':
      return { server: server.trim(), chat: chat.trim() };
  }
}

/** Whether this kind, set so, uses a secret, and what it is called. */
export function secretOf(
  draft: Pick<ChannelDraft, 'kind' | 'auth' | 'user'>,
): 'password' | 'secret' | 'token' | 'botToken' | undefined {
  switch (draft.kind) {
    case 'desktop':
      return undefined;
    case 'email':
      return draft.user.trim() === '' ? undefined : 'password';
    case 'webhook':
      return draft.auth === 'none' ? undefined : draft.auth === 'bearer' ? 'token' : 'secret';
    case 'ntfy':
      return 'token';
    case 'telegram':
      return 'botToken';
  }
}

/** The settings with a channel put in, or in the place of the one with its id. */
export function withChannel(setting: NotificationSetting, channel: Channel): NotificationSetting {
  const index = setting.channels.findIndex(({ id }) => id === channel.id);
  const channels = index === -1 ? [...setting.channels, channel] : setting.channels.with(index, channel);
  return { ...setting, channels };
}

/** The settings with a channel told of a group, or no longer. */
export function withGroup(
  setting: NotificationSetting,
  id: string,
  group: NoticeGroup,
  told: boolean,
): NotificationSetting {
  const channels = setting.channels.map((channel) => {
    if (channel.id !== id) return channel;
    const others = channel.groups.filter((each) => each !== group);
    return { ...channel, groups: told ? [...others, group] : others };
  });
  return { ...setting, channels };
}

/** How a channel stands, the most urgent first. */
export type Standing = 'off' | 'nothing' | 'alone' | 'failing' | 'quiet' | 'fine' | 'untried';

/** How a channel stands; `desktops` is how many desktop programs are there. */
export function standingOf(channel: Channel, status: ChannelStatus | undefined, desktops: number): Standing {
  if (!channel.enabled) return 'off';
  if (channel.groups.length === 0) return 'nothing';
  if (channel.kind === 'desktop' && desktops === 0) return 'alone';
  if (status?.error !== undefined || status?.closed !== undefined) return 'failing';
  if (status?.quiet === true) return 'quiet';
  return status?.lastDeliveredAt === undefined ? 'untried' : 'fine';
}
