import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceState, ProtectionState, Series } from '../../../src-shared/contract/index.ts';
import { conditionOf, numberOf } from '../../logic/condition.ts';
import { chargeGauge, type Mark } from '../../logic/gauge.ts';
import { type Expectation, outlookOf, reportedCourse } from '../../logic/outage.ts';
import { clockText, numberText, shortDuration, valueText } from '../../logic/formats.ts';
import { ChargeChart } from '../../parts/charge-chart.tsx';
import { CountdownControls } from '../../parts/countdown-controls.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Timeline } from '../../parts/timeline.tsx';
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
  const setting = useScreens((screens) => screens.settings?.protection);
  const action = setting?.action ?? 'shutdown';
  const practice = countdown?.practice ?? mode !== 'armed';
  const practising = practice && mode !== 'off';
  const charge = numberOf(device, 'battery.charge');
  const course = useCourse(device, now);
  const outlook =
    setting === undefined ? undefined : outlookOf({ device, protection, setting, now, formats, t }, course);
  return (
    <section
      className={`panel ${classes['outage'] ?? ''} tone-${countdown === undefined ? 'warning' : practice ? 'info' : 'critical'}`}
      aria-label={t('outage.title')}
    >
      <div className={classes['head']}>
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
        </div>
        {countdown === undefined || phase === 'committed' ? null : <CountdownControls countdown={countdown} />}
      </div>
      <p className={classes['next']} role="status">
        {phase === 'committed' ? t(practice ? 'outage.committedPractice' : 'outage.committed') : outlook?.sentence}{' '}
        {practising && phase !== 'committed' ? t('outage.practice') : null}
      </p>
      {conditionOf(device).fresh || device.readAt === undefined ? null : (
        <Notice tone="critical">
          {t('hero.lastKnown', {
            time: shortDuration((now - device.readAt) / 1000, formats),
            state: t('hero.known.battery'),
          })}
        </Notice>
      )}
      <div className={classes['ahead']}>
        <div>
          <h3 className={classes['name']}>{t('outlook.chart')}</h3>
          {charge === undefined ? (
            <p className={classes['quiet']}>{t('outlook.noCharge')}</p>
          ) : onBatterySince === undefined ? null : (
            <Curve
              device={device}
              from={onBatterySince}
              now={now}
              course={course}
              marks={chargeGauge(device, { formats, t, protection: setting }).marks}
              actsAt={outlook?.actsAt}
            />
          )}
        </div>
        {outlook === undefined || outlook.steps.length < 2 ? null : (
          <div>
            <h3 className={classes['name']}>{t('outlook.title')}</h3>
            <Timeline steps={outlook.steps} elapsed={(now - (onBatterySince ?? now)) / 1000} />
            <p className={classes['quiet']}>{t('outlook.estimates')}</p>
          </div>
        )}
      </div>
    </section>
  );
}

/** How the charge is expected to fall. */
function useCourse(device: DeviceState, now: number): Expectation | undefined {
  return reportedCourse(device, now);
}

/** The least that is shown ahead, and how much more than what is past at most. Milliseconds and a factor. */
const AHEAD = 15 * 60_000;
const MOST_AHEAD = 6;

function Curve(props: {
  readonly device: DeviceState;
  readonly from: number;
  readonly now: number;
  readonly course: Expectation | undefined;
  readonly marks: readonly Mark[];
  readonly actsAt: number | undefined;
}): ReactNode {
  const { device, from, now, course, marks, actsAt } = props;
  const asked = Math.max(from + CURVE_STEP, Math.ceil(now / CURVE_STEP) * CURVE_STEP);
  const answer = useAnswer('history.query', {
    device: device.id,
    variables: ['battery.charge'],
    from,
    to: asked,
    points: 300,
  });
  // The curve ends at the reading that is shown beside it, which history may not have been asked for yet.
  const charge = numberOf(device, 'battery.charge');
  const points = answer.value?.series[0]?.points ?? [];
  const at = device.readAt ?? now;
  const last = points.at(-1)?.[0] ?? 0;
  const measured: Series['points'] =
    charge === undefined || at <= last ? points : [...points, [at, charge, charge, charge]];
  const end = Math.max(course?.points.at(-1)?.at ?? 0, (actsAt ?? 0) + 60_000);
  const most = now + Math.max(AHEAD, (now - from) * MOST_AHEAD);
  return (
    <ChargeChart
      from={from}
      to={Math.max(asked, Math.min(end, most))}
      now={now}
      measured={measured}
      expectation={course}
      marks={marks}
      actsAt={actsAt}
    />
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
