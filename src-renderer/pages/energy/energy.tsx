import { Group, SegmentedControl, Text } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceState, Energy as EnergyAnswer } from '../../../src-shared/contract/index.ts';
import type { EnergySetting } from '../../../src-shared/settings/energy.ts';
import { wattsNow } from '../../../src-shared/watts.ts';
import { ActOnly } from '../../parts/act-only.tsx';
import { energyRange, isWhole, wholeSpans } from '../../logic/energy.ts';
import { Answered } from '../../parts/answered.tsx';
import { Blank, NoUps } from '../../parts/blank.tsx';
import { DevicePicker, useSelectedDevice } from '../../parts/device-picker.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useSaveSettings } from '../../parts/use-save-settings.ts';
import { type Answer, useAnswer, useNow, useScreens } from '../../state/hooks.ts';
import columns from '../device/device.module.css';
import { Bars, Rows } from './bars.tsx';
import classes from './energy.module.css';
import { MeterSettings, TariffSettings } from './settings.tsx';
import { NowTile, SumTile } from './tiles.tsx';

/** Watts, kilowatt-hours, what they cost and emit. */
export function Energy(): ReactNode {
  const { t } = useTranslation();
  const device = useSelectedDevice();
  const energy = useScreens((screens) => screens.settings?.energy);
  if (device === undefined || energy === undefined) {
    return (
      <Panel>
        <NoUps icon={IconBulb} title={t('energy.noDeviceTitle')} text={t('energy.noDeviceText')} />
      </Panel>
    );
  }
  return (
    <>
      <DevicePicker />
      {device.link === 'live' ? null : <Notice tone="warning">{device.linkMessage ?? t('device.offline')}</Notice>}
      <OneDevice key={device.id} device={device} energy={energy} />
    </>
  );
}

function OneDevice({ device, energy }: { readonly device: DeviceState; readonly energy: EnergySetting }): ReactNode {
  const { t } = useTranslation();
  const { save } = useSaveSettings();
  const now = useNow();
  const days = useAnswer('energy.query', { device: device.id, by: 'day', ...energyRange('day', now) });
  const months = useAnswer('energy.query', { device: device.id, by: 'month', ...energyRange('month', now) });
  const onChange = async (next: EnergySetting): Promise<void> => {
    if (!(await save({ energy: next }))) return;
    days.reload();
    months.reload();
  };
  const loaded = device.values['ups.load'] !== undefined;
  return (
    <>
      <div className={classes['tiles']}>
        <NowTile device={device} meter={energy.meters[device.id]} />
        <SumTile title={t('energy.today')} loading={days.loading} span={latest(days)} currency={energy.currency} />
        <SumTile title={t('energy.month')} loading={months.loading} span={latest(months)} currency={energy.currency} />
      </div>
      {device.link === 'live' && wattsNow(device, energy.meters[device.id]) === undefined ? (
        <Notice tone="info" title={t('energy.impossibleTitle')}>
          {t(loaded ? 'energy.impossibleText' : 'energy.noLoadText')}
        </Notice>
      ) : null}
      <Spans days={days} months={months} currency={energy.currency} />
      <div className={columns['columns']}>
        <Panel title={t('energy.meter')}>
          <ActOnly>
            <MeterSettings device={device} energy={energy} onChange={(next) => void onChange(next)} />
          </ActOnly>
        </Panel>
        <Panel title={t('energy.tariff')}>
          <ActOnly>
            <TariffSettings energy={energy} onChange={(next) => void onChange(next)} />
          </ActOnly>
        </Panel>
      </div>
    </>
  );
}

/** The span that is still going on. */
function latest({ value }: Answer<EnergyAnswer>): EnergyAnswer['total'] | undefined {
  return value?.spans.at(-1);
}

function Spans(props: {
  readonly days: Answer<EnergyAnswer>;
  readonly months: Answer<EnergyAnswer>;
  readonly currency: string;
}): ReactNode {
  const { days, months, currency } = props;
  const { t } = useTranslation();
  const [by, setBy] = useState<'day' | 'month'>('day');
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const answer = by === 'day' ? days : months;
  return (
    <Panel>
      <div className={classes['head']}>
        <SegmentedControl
          aria-label={t('energy.by')}
          data={[
            { value: 'day', label: t('energy.days') },
            { value: 'month', label: t('energy.months') },
          ]}
          value={by}
          onChange={setBy}
        />
        <SegmentedControl
          aria-label={t('energy.view')}
          data={[
            { value: 'chart', label: t('energy.chart') },
            { value: 'table', label: t('energy.table') },
          ]}
          value={view}
          onChange={setView}
        />
      </div>
      <Answered answer={answer}>
        {({ spans, zone }) => {
          const whole = wholeSpans(spans);
          if (whole.every(({ covered }) => covered === 0)) {
            return <Blank icon={IconBulb} title={t('energy.emptyTitle')} text={t('energy.emptyText')} />;
          }
          const shown = { spans: whole, by, zone, currency };
          if (view === 'table') return <Rows {...shown} />;
          return (
            <>
              <Bars {...shown} />
              {whole.every(isWhole) ? null : (
                <Text size="sm" c="dimmed" mt="sm">
                  {t('energy.partly')}
                </Text>
              )}
            </>
          );
        }}
      </Answered>
      <Group mt="sm">
        <Text size="sm" c="dimmed">
          {t('energy.what')}
        </Text>
      </Group>
    </Panel>
  );
}
