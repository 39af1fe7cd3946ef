import { Button, Group, Select, Text } from '@mantine/core';
import { IconDownload, IconListDetails } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CallArgument, type EngineEvent, EVENT_KINDS } from '../../../src-shared/contract/index.ts';
import { ActOnly } from '../../parts/act-only.tsx';
import { type EventFilters, inputOf, NO_FILTERS, SINCES } from '../../logic/event-filters.ts';
import { Answered } from '../../parts/answered.tsx';
import { Blank } from '../../parts/blank.tsx';
import { useDeviceNames } from '../../parts/device-picker.tsx';
import { Panel } from '../../parts/panel.tsx';
import { saveText } from '../../parts/save-text.ts';
import { tellFailure } from '../../parts/use-outcome.ts';
import { useAnswer, useEngine } from '../../state/hooks.ts';
import { EventList } from './event-list.tsx';

const PAGE = 100;

/** What happened. */
export function Events(): ReactNode {
  const { t } = useTranslation();
  const engine = useEngine();
  const [filters, setFilters] = useState<EventFilters>(NO_FILTERS);
  // The begin of the time range is fixed when it is chosen; otherwise each drawing would be another question.
  const [now, setNow] = useState(() => Date.now() - engine.store.getState().clockOffset);
  const [limit, setLimit] = useState(PAGE);
  const input: CallArgument<'events.query'> = { ...inputOf(filters, now), limit };
  const answer = useAnswer('events.query', input);
  const { reload } = answer;
  useEffect(() => engine.subscribe('events', {}, reload), [engine, reload]);
  const change = (next: EventFilters): void => {
    setNow(Date.now() - engine.store.getState().clockOffset);
    setLimit(PAGE);
    setFilters(next);
  };
  const acknowledge = async (events: readonly EngineEvent[]): Promise<void> => {
    try {
      await engine.call('events.acknowledge', { ids: events.map(({ id }) => id) });
      reload();
    } catch (thrown) {
      tellFailure(t('common.failed'), thrown);
    }
  };
  const download = async (): Promise<void> => {
    try {
      const { name, text } = await engine.call('events.csv', inputOf(filters, now));
      saveText(name, text, 'text/csv');
    } catch (thrown) {
      tellFailure(t('common.failed'), thrown);
    }
  };
  return (
    <>
      <Panel>
        <Filters filters={filters} onChange={change} />
      </Panel>
      <Panel>
        <Answered answer={answer}>
          {({ events, more }) => {
            if (events.length === 0) {
              return (
                <Blank
                  icon={IconListDetails}
                  title={t('events.emptyTitle')}
                  {...(filters === NO_FILTERS
                    ? {}
                    : {
                        text: t('events.emptyText'),
                        action: (
                          <Button variant="default" onClick={() => change(NO_FILTERS)}>
                            {t('events.clear')}
                          </Button>
                        ),
                      })}
                />
              );
            }
            const open = events.filter(({ acknowledged, severity }) => !acknowledged && severity !== 'info');
            return (
              <>
                <Group justify="flex-end" mb="xs">
                  <ActOnly>
                    <Button
                      variant="default"
                      size="xs"
                      disabled={open.length === 0}
                      onClick={() => void acknowledge(open)}
                    >
                      {t('events.acknowledgeAll')}
                    </Button>
                  </ActOnly>
                  <Button
                    variant="default"
                    size="xs"
                    leftSection={<IconDownload size={15} aria-hidden />}
                    onClick={() => void download()}
                  >
                    {t('events.csv')}
                  </Button>
                </Group>
                <EventList events={events} onAcknowledge={(event) => void acknowledge([event])} />
                {more ? (
                  <Group justify="center" mt="md">
                    <Button
                      variant="default"
                      loading={answer.loading}
                      disabled={limit >= 1000}
                      onClick={() => setLimit(Math.min(1000, limit + PAGE))}
                    >
                      {t('events.more')}
                    </Button>
                  </Group>
                ) : null}
                <Text size="sm" c="dimmed" mt="xs" aria-live="polite">
                  {t('events.count', { count: events.length })}
                </Text>
              </>
            );
          }}
        </Answered>
      </Panel>
    </>
  );
}

function Filters({
  filters,
  onChange,
}: {
  readonly filters: EventFilters;
  readonly onChange: (filters: EventFilters) => void;
}): ReactNode {
  const { t } = useTranslation();
  const devices = useDeviceNames();
  const all = { value: '', label: t('events.all') };
  const kinds = EVENT_KINDS.map((value) => ({ value, label: t(`events.kinds.${value}`) })).toSorted((a, b) =>
    a.label.localeCompare(b.label),
  );
  const severities = (['critical', 'warning', 'info'] as const).map((value) => ({
    value,
    label: t(`events.severities.${value}`),
  }));
  return (
    <Group gap="sm" role="group" aria-label={t('events.filters')}>
      <Select
        label={t('common.device')}
        w={220}
        data={[all, ...devices]}
        value={filters.device}
        allowDeselect={false}
        onChange={(value) => onChange({ ...filters, device: value ?? '' })}
      />
      <Select
        label={t('events.kind')}
        w={220}
        searchable
        data={[all, ...kinds]}
        value={filters.kind}
        allowDeselect={false}
        onChange={(value) => onChange({ ...filters, kind: EVENT_KINDS.find((kind) => kind === value) ?? '' })}
      />
      <Select
        label={t('events.severity')}
        w={160}
        data={[all, ...severities]}
        value={filters.severity}
        allowDeselect={false}
        onChange={(value) =>
          onChange({ ...filters, severity: severities.find((severity) => severity.value === value)?.value ?? '' })
        }
      />
      <Select
        label={t('events.since')}
        w={160}
        data={SINCES.map((value) => ({ value, label: t(`events.sinces.${value}`) }))}
        value={filters.since}
        allowDeselect={false}
        onChange={(value) => onChange({ ...filters, since: SINCES.find((since) => since === value) ?? 'all' })}
      />
    </Group>
  );
}
