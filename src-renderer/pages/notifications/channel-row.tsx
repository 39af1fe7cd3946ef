import { ActionIcon, Button, Group, Switch, Text } from '@mantine/core';
import {
  IconBrandTelegram,
  IconDeviceDesktop,
  IconMail,
  IconMessageCircle,
  IconPencil,
  IconTrash,
  IconWebhook,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotificationsStatus } from '../../../src-shared/contract/index.ts';
import type { Channel, ChannelKind } from '../../../src-shared/settings/notifications.ts';
import { type Standing, standingOf } from '../../logic/channels.ts';
import type { Tone } from '../../logic/condition.ts';
import { momentText } from '../../logic/formats.ts';
import { Badge } from '../../parts/badge.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { useDialog } from '../../parts/dialogs.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import classes from './notifications.module.css';
import { useChannelName } from './use-notifications.ts';

/** What became of a test. */
export interface Tested {
  readonly id: string;
  readonly arrived: boolean;
  readonly message: string;
}

const ICONS: Readonly<Record<ChannelKind, TablerIcon>> = {
  desktop: IconDeviceDesktop,
  email: IconMail,
  webhook: IconWebhook,
  ntfy: IconMessageCircle,
  telegram: IconBrandTelegram,
};

const TONES: Readonly<Record<Standing, Tone>> = {
  off: 'unknown',
  nothing: 'warning',
  alone: 'unknown',
  failing: 'warning',
  quiet: 'info',
  fine: 'good',
  untried: 'unknown',
};

/** One channel: what it is, how it stands, and a test. */
export function ChannelRow(props: {
  readonly channel: Channel;
  readonly status: NotificationsStatus | undefined;
  readonly testing: boolean;
  readonly tested: Tested | undefined;
  readonly onTest: () => void;
  readonly onEdit: () => void;
  readonly onUse: (enabled: boolean) => void;
  /** Resolves with whether it was removed. */
  readonly onRemove: () => Promise<boolean>;
}): ReactNode {
  const { channel, status, testing, tested, onTest, onEdit, onUse, onRemove } = props;
  const { t } = useTranslation();
  const open = useDialog();
  const name = useChannelName()(channel);
  const standing = standingOf(channel, status?.channels[channel.id], status?.desktops ?? 0);
  const Icon = ICONS[channel.kind];
  const ask = (): void =>
    open({
      content: (close) => (
        <Confirm
          title={t('notifications.removeTitle', { name })}
          text={t('notifications.removeText')}
          action={t('notifications.remove')}
          danger
          onConfirm={onRemove}
          onClose={close}
        />
      ),
    });
  return (
    <li className={classes['row']}>
      <Icon size={22} stroke={1.6} color="var(--quiet)" aria-hidden />
      <div className={classes['what']}>
        <div className={classes['name']}>
          {name}
          <Badge tone={TONES[standing]}>{t(`notifications.standing.${standing}`)}</Badge>
        </div>
        <Text size="sm" c="dimmed" className={classes['address'] ?? ''}>
          {addressOf(channel)}
        </Text>
        <Details channel={channel} status={status} standing={standing} />
      </div>
      <Group gap={6} wrap="nowrap">
        <Button
          size="xs"
          variant="default"
          loading={testing}
          aria-label={t('notifications.testOf', { name })}
          onClick={onTest}
        >
          {t('notifications.test')}
        </Button>
        <ActionIcon variant="subtle" color="gray" aria-label={t('notifications.editOf', { name })} onClick={onEdit}>
          <IconPencil size={17} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('notifications.removeOf', { name })} onClick={ask}>
          <IconTrash size={17} aria-hidden />
        </ActionIcon>
        <Switch
          aria-label={t('notifications.use', { name })}
          checked={channel.enabled}
          onChange={(event) => onUse(event.currentTarget.checked)}
        />
      </Group>
      <div className={classes['message']} aria-live="polite">
        {tested === undefined ? null : (
          <Notice
            tone={tested.arrived ? 'good' : 'warning'}
            title={tested.arrived ? t('notifications.tested', { name }) : t('notifications.testFailed', { name })}
          >
            {tested.message}
          </Notice>
        )}
      </div>
    </li>
  );
}

/** Where it leads; what others could use to write there is left out of sight. */
function addressOf(channel: Channel): string {
  switch (channel.kind) {
    case 'desktop':
      return '';
    case 'email':
      return channel.to.join(', ');
    case 'webhook':
      return new URL(channel.url).host;
    case 'ntfy':
      return `${new URL(channel.server).host}/${channel.topic}`;
    case 'telegram':
      return channel.chat;
  }
}

function Details(props: {
  readonly channel: Channel;
  readonly status: NotificationsStatus | undefined;
  readonly standing: Standing;
}): ReactNode {
  const { channel, status, standing } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const own = status?.channels[channel.id];
  const last = own?.lastDeliveredAt;
  const lines: string[] = [];
  if (standing === 'nothing') lines.push(t('notifications.nothingText'));
  if (standing === 'alone') lines.push(t('notifications.aloneText'));
  if (standing === 'failing' && own?.closed !== undefined) lines.push(t(`notifications.closed.${own.closed}`));
  else if (standing === 'failing' && own?.error !== undefined) lines.push(own.error.message);
  if (standing === 'failing' && own?.nextAttemptAt !== undefined && own.waiting > 0) {
    lines.push(t('notifications.nextAttempt', { time: momentText(own.nextAttemptAt, 'minute', formats) }));
  }
  if (standing === 'quiet') {
    const { to: time } = channel.quiet;
    const held = own?.held ?? 0;
    lines.push(
      held === 0 ? t('notifications.quietNone', { time }) : t('notifications.quietText', { time, count: held }),
    );
  }
  if (last !== undefined) lines.push(t('notifications.lastDelivered', { time: momentText(last, 'minute', formats) }));
  else if (standing === 'untried') lines.push(t('notifications.neverDelivered'));
  return lines.length === 0 ? null : (
    <Text size="sm" c={standing === 'failing' ? 'inherit' : 'dimmed'}>
      {lines.join(' ')}
    </Text>
  );
}
