import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceState, TriggerFeed } from '../../../src-shared/contract/index.ts';
import { TRIGGERS } from '../../logic/plan.ts';
import { Panel } from '../../parts/panel.tsx';

/** Which UPS can feed which trigger, and why not. */
export function Feeds({
  feeds,
  devices,
}: {
  readonly feeds: readonly TriggerFeed[];
  readonly devices: Readonly<Record<string, DeviceState>>;
}): ReactNode {
  const { t } = useTranslation();
  const rows = Object.values(devices);
  return (
    <Panel title={t('protection.feedsTitle')}>
      {rows.length === 0 ? (
        t('protection.feedsNone')
      ) : (
        <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('common.device')}</Table.Th>
                {TRIGGERS.map((trigger) => (
                  <Table.Th key={trigger} scope="col">
                    {t(`trigger.${trigger}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ id, name, feedsThisComputer }) => (
                <Table.Tr key={id}>
                  <Table.Th scope="row" fw={500}>
                    {name}
                    {feedsThisComputer ? null : (
                      <Text size="sm" c="dimmed">
                        {t('protection.notFeeding')}
                      </Text>
                    )}
                  </Table.Th>
                  {TRIGGERS.map((trigger) => {
                    const feed = feeds.find((each) => each.device === id && each.trigger === trigger);
                    return (
                      <Table.Td key={trigger}>
                        {feed?.feeds === true
                          ? t('protection.feeds')
                          : t('protection.feedsNot', { why: feed?.why ?? t('common.notReported') })}
                      </Table.Td>
                    );
                  })}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Text size="sm" c="dimmed" mt="xs">
        {t('protection.feedsOnly')}
      </Text>
    </Panel>
  );
}
