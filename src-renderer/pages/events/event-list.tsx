import { Button, Table, Text, VisuallyHidden } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineEvent, Severity } from '../../../src-shared/contract/index.ts';
import { ActOnly } from '../../parts/act-only.tsx';
import type { Tone } from '../../logic/condition.ts';
import { momentText } from '../../logic/formats.ts';
import { Badge } from '../../parts/badge.tsx';
import { useDeviceNames } from '../../parts/device-picker.tsx';
import { useFormats } from '../../parts/use-formats.ts';

/** The tone of each severity. */
export const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = {
  info: 'info',
  warning: 'warning',
  critical: 'critical',
};

/** Events as a table, the newest first. */
export const EventList = memo(function EventList({
  events,
  onAcknowledge,
}: {
  readonly events: readonly EngineEvent[];
  readonly onAcknowledge: (event: EngineEvent) => void;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const names = new Map(useDeviceNames().map(({ value, label }) => [value, label]));
  return (
    <Table.ScrollContainer
      minWidth={640}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t('events.listLabel'), role: 'region' } }}
    >
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w={215}>
              {t('events.when')}
            </Table.Th>
            <Table.Th scope="col" w={140}>
              {t('events.severity')}
            </Table.Th>
            <Table.Th scope="col">{t('events.what')}</Table.Th>
            <Table.Th w={150}>
              <VisuallyHidden>{t('events.acknowledge')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {events.map((event) => (
            <Table.Tr key={event.id}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{momentText(event.time, 'both', formats)}</Table.Td>
              <Table.Td>
                <Badge tone={SEVERITY_TONES[event.severity]}>{t(`events.severities.${event.severity}`)}</Badge>
              </Table.Td>
              <Table.Td>
                {event.text}
                <Text size="sm" c="dimmed">
                  {[
                    t(`events.kinds.${event.kind}`),
                    ...(event.device === undefined ? [] : [names.get(event.device) ?? event.device]),
                  ].join(' · ')}
                </Text>
              </Table.Td>
              <Table.Td ta="right">
                {event.severity === 'info' ? null : event.acknowledged ? (
                  <Text size="sm" c="dimmed">
                    {t('events.acknowledged')}
                  </Text>
                ) : (
                  <ActOnly>
                    <Button size="compact-sm" variant="subtle" onClick={() => onAcknowledge(event)}>
                      {t('events.acknowledge')}
                    </Button>
                  </ActOnly>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
});
