import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceState, ProtectionState } from '../../../src-shared/contract/index.ts';
import { conditionOf, numberOf } from '../../logic/condition.ts';
import { clockText, numberText, shortDuration, valueText } from '../../logic/formats.ts';
import { CountdownControls } from '../../parts/countdown-controls.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Sparkline } from '../../parts/sparkline.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useAnswer, useNow, useScreens } from '../../state/hooks.ts';
import classes from './outage-panel.module.css';

/** A curve is asked for anew in this many milliseconds of outage. */
const CURVE_STEP = 10_000;

/** What an outage does to this computer: elapsed, countdown, what is left, what happens next. Absent on mains. */
export function OutagePanel({ device }: { readonly device: DeviceState }): ReactNode {
  const protection = useScreens((screens) => screens.state?.protection);
  if (protection === undefined || protection.phase === 'idle' || !device.feedsThisComputer) return null;
  const counting = protection.countdown !== undefined && protection.countdown.device === device.id;
  if (!counting && conditionOf(device).source !== 'battery') return null;
  return <Outage device={device} protection={protection} />;
}

function Outage({
  device,
  protection,
}: {
  readonly device: DeviceState;
  readonly protection: ProtectionState;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const { phase, mode, countdown, onBatterySince } = protection;
  const action = useScreens((screens) => screens.settings?.protection.action) ?? 'shutdown';
  const practice = countdown?.practice ?? mode !== 'armed';
  const practising = practice && mode !== 'off';
  const charge = numberOf(device, 'battery.charge');
  return (
    <section
      className={`panel ${classes['outage'] ?? ''} tone-${countdown === undefined ? 'warning' : practice ? 'info' : 'critical'}`}
      aria-label={t('outage.title')}
    >
      <div className={classes['figures']}>
        {countdown === undefined ? null : (
          <Figure
            name={t(practice ? `outage.practiceIn.${action}` : `outage.shutdownIn.${action}`)}
            value={clockText((countdown.actsAt - now) / 1000)}
            loud
          />
        )}
        {onBatterySince === undefined ? null : (
          <Figure name={t('outage.elapsed')} value={clockText(Math.floor((now - onBatterySince) / 1000))} />
        )}
        <Figure
          name={t('outage.runtimeLeft')}
          value={valueText('battery.runtime', device.values['battery.runtime'], formats)}
        />
        <Figure
          name={t('outage.charge')}
          value={charge === undefined ? t('common.notReported') : `${numberText(charge, formats, 0)} %`}
        />
        {onBatterySince === undefined ? null : <ChargeCurve device={device.id} from={onBatterySince} />}
      </div>
      <Group justify="space-between" mt="sm" gap="md">
        <Text size="sm" maw={760} role="status">
          {phase === 'confirming' ? t('outage.confirming') : null}
          {phase === 'committed' ? t(practice ? 'outage.committedPractice' : 'outage.committed') : null}
          {countdown === undefined ? null : countdown.reason}{' '}
          {practising && phase !== 'committed' ? t('outage.practice') : null}
        </Text>
        {countdown === undefined || phase === 'committed' ? null : <CountdownControls countdown={countdown} />}
      </Group>
      {conditionOf(device).fresh || device.readAt === undefined ? null : (
        <Notice tone="critical">
          {t('hero.lastKnown', {
            time: shortDuration((now - device.readAt) / 1000, formats),
            state: t('hero.known.battery'),
          })}
        </Notice>
      )}
    </section>
  );
}

function Figure({
  name,
  value,
  loud = false,
}: {
  readonly name: string;
  readonly value: string;
  readonly loud?: boolean;
}): ReactNode {
  return (
    <div>
      <div className={classes['name']}>{name}</div>
      {/* A timer, not a status: read out on demand instead of every second. */}
      <div
        className={loud ? classes['loud'] : classes['value']}
        role={loud ? 'timer' : undefined}
        aria-label={loud ? name : undefined}
      >
        {value}
      </div>
    </div>
  );
}

function ChargeCurve({ device, from }: { readonly device: string; readonly from: number }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const to = Math.max(from + CURVE_STEP, Math.ceil(now / CURVE_STEP) * CURVE_STEP);
  const answer = useAnswer('history.query', { device, variables: ['battery.charge'], from, to, points: 100 });
  const points = answer.value?.series[0]?.points ?? [];
  if (points.length < 2) return null;
  const percent = (value: number): string => valueText('battery.charge', value, formats);
  return (
    <div className={classes['curve']}>
      <div className={classes['name']}>{t('outage.chargeFalls')}</div>
      <Sparkline
        points={points}
        from={from}
        to={to}
        gap={60_000}
        least={10}
        label={t('overview.sparkLabel', {
          name: t('outage.chargeFalls'),
          low: percent(Math.min(...points.map((point) => point[1]))),
          high: percent(Math.max(...points.map((point) => point[3]))),
        })}
      />
    </div>
  );
}
