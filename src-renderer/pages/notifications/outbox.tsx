import { Button, Group, Table, Text } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery, NotificationsStatus, OutboxMessage } from '../../../src-shared/contract/index.ts';
import type { Channel } from '../../../src-shared/settings/notifications.ts';
import type { Tone } from '../../logic/condition.ts';
import { momentText } from '../../logic/formats.ts';
import { Answered } from '../../parts/answered.tsx';
import { Badge } from '../../parts/badge.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { tellFailure } from '../../parts/use-outcome.ts';
import { useAnswer, useEngine } from '../../state/hooks.ts';
import classes from './notifications.module.css';
import { useChannelName } from './use-notifications.ts';

/** Rows of what was sent; the rest is remembered by the engine, and of no use here. */
const SHOWN = 12;

/** What waits to be sent and why, and what was sent lately. */
export function Outbox({
  channels,
  status,
}: {
  readonly channels: readonly Channel[];
  readonly status: NotificationsStatus | undefined;
}): ReactNode {
  const { t } = useTranslation();
  const answer = useAnswer('notifications.outbox', {});
  const { reload } = answer;
  // The stream tells that something has changed; what it is, is asked for.
  useEffect(() => {
    if (status !== undefined) reload();
  }, [status, reload]);
  return (
    <Panel title={t('notifications.outbox')}>
      <Answered answer={answer}>
        {({ waiting, past }) => (
          <>
            <Waiting waiting={waiting} channels={channels} onChanged={reload} />
            <Past past={past.slice(0, SHOWN)} channels={channels} />
          </>
        )}
      </Answered>
    </Panel>
  );
}

function useNameOf(channels: readonly Channel[]): (id: string) => string {
  const nameOf = useChannelName();
  return (id) => {
    const channel = channels.find((each) => each.id === id);
    return channel === undefined ? id : nameOf(channel);
  };
}

function Waiting(props: {
  readonly waiting: readonly OutboxMessage[];
  readonly channels: readonly Channel[];
  readonly onChanged: () => void;
}): ReactNode {
  const { waiting, channels, onChanged } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const engine = useEngine();
  const nameOf = useNameOf(channels);
  const run = async (call: Promise<unknown>): Promise<void> => {
    try {
      await call;
      onChanged();
    } catch (thrown) {
      tellFailure(t('common.failed'), thrown);
    }
  };
  if (waiting.length === 0) return <Text size="sm">{t('notifications.nothingWaits')}</Text>;
  const heads = new Set(channels.flatMap(({ id }) => waiting.find(({ channel }) => channel === id)?.id ?? []));
  return (
    <>
      <h3 className={classes['part']}>{t('notifications.waiting')}</h3>
      <ul className={classes['list']}>
        {waiting.map(({ id, channel, title, at, error = '' }) => (
          <li key={id} className={classes['row']}>
            <div className={classes['what']}>
              <div className={classes['name']}>{title}</div>
              <Text size="sm" c="dimmed">
                {nameOf(channel)}
              </Text>
              <Text size="sm">{t('notifications.waits', { since: momentText(at, 'minute', formats), error })}</Text>
            </div>
            <Group gap={6} wrap="nowrap">
              {heads.has(id) ? (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('notifications.retryOf', { name: nameOf(channel) })}
                  onClick={() => void run(engine.call('notifications.retry', { channel }))}
                >
                  {t('notifications.retry')}
                </Button>
              ) : null}
              <Button
                size="xs"
                variant="subtle"
                aria-label={t('notifications.discardOf', { title })}
                onClick={() => void run(engine.call('notifications.discard', { id }))}
              >
                {t('notifications.discard')}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
    </>
  );
}

const TONES: Readonly<Record<Delivery['result'], Tone>> = {
  delivered: 'good',
  'given-up': 'warning',
  expired: 'warning',
  discarded: 'unknown',
};

function Past({
  past,
  channels,
}: {
  readonly past: readonly Delivery[];
  readonly channels: readonly Channel[];
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useNameOf(channels);
  return (
    <>
      <h3 className={classes['part']}>{t('notifications.past')}</h3>
      {past.length === 0 ? (
        <Text size="sm">{t('notifications.pastNone')}</Text>
      ) : (
        <Table.ScrollContainer minWidth={560} type="native">
          <Table aria-label={t('notifications.past')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('notifications.when')}</Table.Th>
                <Table.Th>{t('notifications.channel')}</Table.Th>
                <Table.Th>{t('notifications.message')}</Table.Th>
                <Table.Th>{t('notifications.outcome')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {past.map(({ id, at, channel, title, result, message }) => (
                <Table.Tr key={`${id} ${at}`}>
                  <Table.Td>{momentText(at, 'minute', formats)}</Table.Td>
                  <Table.Td>{nameOf(channel)}</Table.Td>
                  <Table.Td>{title}</Table.Td>
                  <Table.Td>
                    <Badge tone={TONES[result]}>{t(`notifications.results.${result}`)}</Badge>
                    <Text size="sm" c="dimmed">
                      {message}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </>
  );
}
