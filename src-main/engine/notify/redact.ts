/** Channels for the eyes of whoever helps: what somebody could write to, or log in with, is blanked out. */
import type { Channel, NotificationSetting } from '../../../src-shared/settings/notifications.ts';

const BLANK = '***';

/** The section without whatever leads to a person or stands for a password: paths of webhooks, topics, chats, mailboxes. */
export function redactNotifications(setting: NotificationSetting): NotificationSetting {
  return { ...setting, channels: setting.channels.map(redacted) };
}

function redacted(channel: Channel): Channel {
  switch (channel.kind) {
    case 'desktop':
      return channel;
    case 'email':
      return {
        ...channel,
        user: channel.user === '' ? '' : BLANK,
        from: mailbox(channel.from),
        to: channel.to.map(mailbox),
      };
    case 'webhook':
      return { ...channel, url: `${new URL(channel.url).origin}/${BLANK}` };
    case 'ntfy':
      return { ...channel, server: new URL(channel.server).origin, topic: BLANK };
    case 'telegram':
      return { ...channel, server: new URL(channel.server).origin, chat: BLANK };
  }
}

/** The provider may matter, who it is does not. */
function mailbox(address: string): string {
  return `${BLANK}${address.slice(address.lastIndexOf('@'))}`;
}
