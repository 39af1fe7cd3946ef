/** What every way of sending has in common. */
import type { Channel, ChannelKind, ChannelOf } from '../../../../src-shared/settings/notifications.ts';
import type { Message } from '../message.ts';

/** What became of an attempt. */
export type Sent =
  | { readonly ok: true; readonly message: string }
  | {
      readonly ok: false;
      /**
       * `later`: it may work by itself; `fix`: a person has to mend something first; `never`: this message will not be
       * taken however often it is sent.
       */
      readonly fault: 'later' | 'fix' | 'never';
      /** What happened, and what to do. */
      readonly message: string;
      /** The other side asked to be left alone for so long. */
      readonly retryAfterMs?: number;
    };

/** What is sent. */
export interface Outgoing extends Message {
  /** The name of the computer that Mainstay runs on. */
  readonly computer: string;
}

/** One way of sending. Never rejects; ends within a minute, and at once when `signal` is aborted. */
export type Sender<C extends Channel = Channel> = (
  channel: C,
  message: Outgoing,
  secret: string | undefined,
  signal: AbortSignal,
) => Promise<Sent>;

/** All of them. */
export type Senders = { readonly [K in ChannelKind]: Sender<ChannelOf<K>> };

/** The sender of the channel's kind. */
export function send(
  senders: Senders,
  channel: Channel,
  ...rest: [message: Outgoing, secret: string | undefined, signal: AbortSignal]
): Promise<Sent> {
  switch (channel.kind) {
    case 'desktop':
      return senders.desktop(channel, ...rest);
    case 'email':
      return senders.email(channel, ...rest);
    case 'webhook':
      return senders.webhook(channel, ...rest);
    case 'ntfy':
      return senders.ntfy(channel, ...rest);
    case 'telegram':
      return senders.telegram(channel, ...rest);
  }
}
