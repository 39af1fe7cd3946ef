import { Tabs } from '@mantine/core';
import { IconChartLine } from '@tabler/icons-react';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { type Comparison, fixedRange, momentsOf, PRESETS, type Range } from '../../logic/range.ts';
import { stepOf } from '../../logic/tiles.ts';
import { Answered } from '../../parts/answered.tsx';
import { Blank, NoUps } from '../../parts/blank.tsx';
import { useSelectedDevice } from '../../parts/device-picker.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useAnswer, useStepped } from '../../state/hooks.ts';
import { ChartPanel } from './chart-panel.tsx';
import { Controls } from './controls.tsx';
import { DiaryView } from './diary.tsx';
import { Outages } from './outages.tsx';

/** What is chosen before the person chose, where the device records it. */
const FIRST = ['battery.charge', 'input.voltage', 'ups.load'];

/** What was: charts, the list of outages, and the diary of mains. */
export function History(): ReactNode {
  const { t } = useTranslation();
  const [path, navigate] = useLocation();
  const id = useSelectedDevice()?.id;
  if (id === undefined) {
    return (
      <Panel>
        <NoUps icon={IconChartLine} title={t('history.noDeviceTitle')} text={t('history.noDeviceText')} />
      </Panel>
    );
  }
  const diary = path === '/history/diary';
  return (
    <Tabs
      value={diary ? 'diary' : 'charts'}
      onChange={(value) => navigate(value === 'diary' ? '/history/diary' : '/history')}
      keepMounted={false}
    >
      <Tabs.List mb="md">
        <Tabs.Tab value="charts">{t('history.tab.charts')}</Tabs.Tab>
        <Tabs.Tab value="diary">{t('history.tab.diary')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="charts" style={COLUMN}>
        <DeviceHistory key={id} device={id} />
      </Tabs.Panel>
      <Tabs.Panel value="diary" style={COLUMN}>
        <DiaryView key={id} device={id} />
      </Tabs.Panel>
    </Tabs>
  );
}

/** The least that is shown before and after an outage. Milliseconds. */
const AROUND = 300_000;
const COLUMN = { display: 'grid', gap: 16 } as const;

function DeviceHistory({ device }: { readonly device: string }): ReactNode {
  const { t } = useTranslation();
  const [range, setRange] = useState<Range>({ preset: '1h' });
  const [chosen, setChosen] = useState<readonly string[]>();
  const [comparison, setComparison] = useState<Comparison>();
  const [asTable, setAsTable] = useState(false);
  const recorded = useAnswer('history.variables', { device });
  const known = recorded.value?.variables;
  const variables = useMemo(() => {
    if (chosen !== undefined) return chosen;
    const usual = FIRST.filter((name) => known?.includes(name));
    return usual.length > 0 ? usual : (known ?? []).slice(0, 3);
  }, [chosen, known]);
  const now = useStepped(stepOf(range.preset === 'custom' ? range.to - range.from : PRESETS[range.preset]));
  const { from, to } = momentsOf(range, now);
  const show = useCallback((begin: number, end: number | undefined): void => {
    const until = end ?? Date.now();
    const around = Math.max(AROUND, (until - begin) / 2);
    const next = fixedRange(begin - around, until + around);
    if (next !== undefined) setRange(next);
  }, []);
  return (
    <>
      <Panel>
        <Controls
          device={device}
          known={known ?? []}
          variables={variables}
          onVariables={setChosen}
          range={range}
          moments={{ from, to }}
          now={now}
          onRange={setRange}
          comparison={comparison}
          onComparison={setComparison}
          asTable={asTable}
          onTable={setAsTable}
        />
      </Panel>
      <Panel>
        <Answered answer={recorded}>
          {({ variables: all }) =>
            variables.length === 0 ? (
              <Blank
                icon={IconChartLine}
                title={t(all.length === 0 ? 'history.emptyTitle' : 'history.noneTitle')}
                text={t(all.length === 0 ? 'history.emptyText' : 'history.noneText')}
              />
            ) : (
              <ChartPanel
                device={device}
                variables={variables}
                from={from}
                to={to}
                stamp={to >= now ? now : 0}
                comparison={comparison}
                asTable={asTable}
                now={now}
                onRange={setRange}
              />
            )
          }
        </Answered>
      </Panel>
      <Outages device={device} onShow={show} />
    </>
  );
}
