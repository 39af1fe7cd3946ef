import { Tabs } from '@mantine/core';
import { IconChartLine } from '@tabler/icons-react';
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { readShown, type ShownHistory, writeShown } from '../../logic/history-address.ts';
import { fixedRange, momentsOf, PRESETS, type Range } from '../../logic/range.ts';
import { stepOf } from '../../logic/tiles.ts';
import { Answered } from '../../parts/answered.tsx';
import { Blank, NoUps } from '../../parts/blank.tsx';
import { useSelectedDevice } from '../../parts/device-picker.tsx';
import { Panel } from '../../parts/panel.tsx';
import { goTo, keepInAddress, lastAddress, useAddressed, useInAddress } from '../../state/address.ts';
import { useAnswer, useEngine, useScreens, useStepped } from '../../state/hooks.ts';
import { ChartPanel } from './chart-panel.tsx';
import { Controls } from './controls.tsx';
import { DiaryView } from './diary.tsx';
import { Outages } from './outages.tsx';

/** What is chosen before the person chose, where the device records it. */
const FIRST = ['battery.charge', 'input.voltage', 'ups.load'];

/** What was: charts, the list of outages, and the diary of mains. */
export function History(): ReactNode {
  const { t } = useTranslation();
  const [path] = useLocation();
  const id = useSelectedDevice()?.id;
  useAddressedDevice(id, path === '/history' || path === '/history/diary');
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
      onChange={(value) => goTo(lastAddress(value === 'diary' ? '/history/diary' : '/history'))}
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

/** Among several UPSes the address says which one; the person's choice and the address follow each other. */
function useAddressedDevice(id: string | undefined, here: boolean): void {
  const engine = useEngine();
  const told = useAddressed('ups');
  const several = useScreens(({ state }) => Object.keys(state?.devices ?? {}).length > 1);
  const exists = useScreens(({ state }) => told !== undefined && state?.devices[told] !== undefined);
  const before = useRef<string>(undefined);
  useEffect(() => {
    // The screen that is being left stays for a moment.
    if (!here) return;
    const fresh = told !== before.current;
    before.current = told;
    if (fresh && exists && told !== id) engine.store.setState({ selected: told });
    else keepInAddress({ ups: several ? id : undefined });
  }, [engine, here, told, exists, several, id]);
}

/** The least that is shown before and after an outage. Milliseconds. */
const AROUND = 300_000;
const COLUMN = { display: 'grid', gap: 16 } as const;
const SHOWN = { read: readShown, write: writeShown };

function DeviceHistory({ device }: { readonly device: string }): ReactNode {
  const { t } = useTranslation();
  const [shown, change] = useInAddress<ShownHistory>(SHOWN);
  const { range, variables: chosen, comparison, asTable } = shown;
  const recorded = useAnswer('history.variables', { device });
  const known = recorded.value?.variables;
  const variables = useMemo(() => {
    // An address may name what this UPS never told.
    const told = chosen?.filter((name) => known?.includes(name));
    if (told !== undefined && (told.length > 0 || chosen?.length === 0)) return told;
    const usual = FIRST.filter((name) => known?.includes(name));
    return usual.length > 0 ? usual : (known ?? []).slice(0, 3);
  }, [chosen, known]);
  const now = useStepped(stepOf(range.preset === 'custom' ? range.to - range.from : PRESETS[range.preset]));
  const { from, to } = momentsOf(range, now);
  const setRange = useCallback(
    (next: Range, moved: boolean) => change((before) => ({ ...before, range: next }), moved),
    [change],
  );
  const show = useCallback(
    (begin: number, end: number | undefined): void => {
      const until = end ?? Date.now();
      const around = Math.max(AROUND, (until - begin) / 2);
      const next = fixedRange(begin - around, until + around);
      if (next !== undefined) setRange(next, false);
    },
    [setRange],
  );
  return (
    <>
      <Panel>
        <Controls
          device={device}
          known={known ?? []}
          variables={variables}
          onVariables={(next) => change((before) => ({ ...before, variables: next }), true)}
          range={range}
          moments={{ from, to }}
          now={now}
          onRange={setRange}
          comparison={comparison}
          onComparison={(next) => change((before) => ({ ...before, comparison: next }), true)}
          asTable={asTable}
          onTable={(next) => change((before) => ({ ...before, asTable: next }), true)}
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
