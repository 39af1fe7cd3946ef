import { Stack, Text } from '@mantine/core';
import { IconBattery3 } from '@tabler/icons-react';
import { type ReactNode, useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatteryReport, DeviceState, EventKind } from '../../../src-shared/contract/index.ts';
import { ActOnly } from '../../parts/act-only.tsx';
import { Answered } from '../../parts/answered.tsx';
import { NoUps } from '../../parts/blank.tsx';
import { DevicePicker, useSelectedDevice } from '../../parts/device-picker.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useAnswer, useEngine } from '../../state/hooks.ts';
import { CommandRow } from '../device/device.tsx';
import columns from '../device/device.module.css';
import classes from './battery.module.css';
import { Capacity } from './capacity.tsx';
import { BatteryFacts } from './facts.tsx';
import { WhatNarrows } from './narrowing.tsx';
import { Ranges } from './ranges.tsx';
import { ReplacementPanel } from './replacement.tsx';
import { Runtime } from './runtime.tsx';
import { Schedule } from './schedule.tsx';
import { Discharges, Results } from './tables.tsx';

/** What is known of the battery, what it taught, its tests and its replacement. */
export function Battery(): ReactNode {
  const { t } = useTranslation();
  const device = useSelectedDevice();
  if (device === undefined) {
    return (
      <Panel>
        <NoUps icon={IconBattery3} title={t('device.noDeviceTitle')} text={t('battery.noDeviceText')} />
      </Panel>
    );
  }
  return (
    <>
      <DevicePicker />
      {device.link === 'live' ? null : <Notice tone="warning">{device.linkMessage ?? t('device.offline')}</Notice>}
      <OneBattery key={device.id} device={device} />
    </>
  );
}

/** After these there is something new to tell. */
const NEWS: readonly EventKind[] = ['battery-test', 'battery-replaced', 'test-started', 'test-ended', 'mains-returned'];
/** The learned runtime follows the present load. Milliseconds. */
const AGAIN = 60_000;

function OneBattery({ device }: { readonly device: DeviceState }): ReactNode {
  const { t } = useTranslation();
  const engine = useEngine();
  const answer = useAnswer('battery.report', { device: device.id });
  // Nothing learned, nothing to spell out: the report says why.
  const ranges = useAnswer('battery.ranges', answer.value?.learned === undefined ? undefined : { device: device.id });
  const [reloadReport, reloadRanges] = [answer.reload, ranges.reload];
  const reload = useCallback(() => {
    reloadReport();
    reloadRanges();
  }, [reloadReport, reloadRanges]);
  useEffect(() => engine.subscribe('events', {}, ({ kind }) => NEWS.includes(kind) && reload()), [engine, reload]);
  useEffect(() => {
    const timer = setInterval(reload, AGAIN);
    return () => clearInterval(timer);
  }, [reload]);
  const tests = device.commands.filter(({ name }) => /^(test\.battery|calibrate)\./u.test(name));
  const selfTests = (
    <Panel title={t('battery.tests')}>
      <Text size="sm" mb="xs">
        {t('battery.testsText')}
      </Text>
      {tests.length === 0 ? <Text c="dimmed">{t('battery.noTests')}</Text> : null}
      {tests.map((offer) => (
        <CommandRow key={offer.name} device={device.id} offer={offer} disabled={device.link !== 'live'} />
      ))}
    </Panel>
  );
  return (
    <Answered answer={answer}>
      {(report) => (
        <>
          {report.problem === undefined ? null : <Notice tone="warning">{report.problem}</Notice>}
          <div className={columns['columns']}>
            <Stack gap="md">
              <Panel title={t('battery.runtime')}>
                <Runtime device={device} report={report} />
              </Panel>
              <Panel title={t('battery.capacity')}>
                <Capacity capacity={report.capacity} />
              </Panel>
            </Stack>
            <Stack gap="md">
              <Panel title={t('battery.replacement')}>
                <ReplacementPanel device={device} report={report} onChange={reload} />
              </Panel>
              <Panel title={t('battery.state')}>
                <BatteryFacts device={device} life={report.battery} />
              </Panel>
            </Stack>
          </div>
          {report.learned === undefined ? (
            <div className={columns['columns']}>
              {selfTests}
              <Schedules device={device.id} report={report} onSaved={reload} />
            </div>
          ) : (
            <div className={columns['columns']}>
              <Answered answer={ranges}>{(known) => <Ranges ranges={known} />}</Answered>
              <Stack gap="md">
                {ranges.value === undefined ? null : (
                  <WhatNarrows ranges={ranges.value} early={report.died !== undefined} />
                )}
                {selfTests}
                <Schedules device={device.id} report={report} onSaved={reload} />
              </Stack>
            </div>
          )}
          <Panel title={t('battery.discharges')}>
            <Discharges discharges={report.discharges} />
          </Panel>
        </>
      )}
    </Answered>
  );
}

/** When it is tested, and how that went. */
function Schedules({
  device,
  report,
  onSaved,
}: {
  readonly device: string;
  readonly report: BatteryReport;
  readonly onSaved: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Panel title={t('battery.schedule')}>
      <ActOnly>
        <Schedule device={device} schedule={report.schedule} onSaved={onSaved} />
      </ActOnly>
      <h3 className={classes['heading']}>{t('battery.results')}</h3>
      <Results tests={report.tests} />
    </Panel>
  );
}
