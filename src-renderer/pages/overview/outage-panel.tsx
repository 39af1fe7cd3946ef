import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceState, ProtectionState, Range, Series } from '../../../src-shared/contract/index.ts';
import { conditionOf, numberOf } from '../../logic/condition.ts';
import { chargeGauge } from '../../logic/gauge.ts';
import {
  carriesSince,
  type Expectation,
  hasLedTo,
  leadsTo,
  learnedCourse,
  observedCourse,
  outlookOf,
  reportedCourse,
} from '../../logic/outage.ts';
import { clockText, percentText, shortDuration, valueText } from '../../logic/formats.ts';
import { learnedText } from '../../logic/learned.ts';
import { ChargeChart } from '../../parts/charge-chart.tsx';
import { CountdownControls } from '../../parts/countdown-controls.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useRunning } from '../../parts/use-running.ts';
import { useAnswer, useNow, useScreens } from '../../state/hooks.ts';
import classes from './outage-panel.module.css';

/** A curve is asked for anew in this many milliseconds of outage. */
const CURVE_STEP = 10_000;

/** What an outage does to this computer: elapsed, countdown, what is left, what happens next. Absent on mains. */
export function OutagePanel({
  device,
  learned,
  named = false,
}: {
  readonly device: DeviceState;
  /** How long the battery goes on by what was learned. */
  readonly learned: Range | undefined;
  /** Among several UPSes: says which. */
  readonly named?: boolean;
}): ReactNode {
  const protection = useScreens((screens) => screens.state?.protection);
  if (protection === undefined || protection.phase === 'idle' || !device.feedsThisComputer) return null;
  // Of a countdown that no UPS began the banner tells, on every screen.
  const counting = protection.countdown?.device !== undefined && leadsTo(protection, device.id);
  if (!counting && conditionOf(device).source !== 'battery') return null;
  return <Outage device={device} protection={protection} learned={learned} named={named} />;
}

function Outage({
  device,
  protection,
  learned,
  named,
}: {
  readonly device: DeviceState;
  readonly learned: Range | undefined;
  readonly protection: ProtectionState;
  readonly named: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const { phase, mode } = protection;
  const onBatterySince = carriesSince(protection, device.id);
  const countdown = leadsTo(protection, device.id) ? protection.countdown : undefined;
  const committed = hasLedTo(protection, device.id);
  const devices = useScreens((screens) => screens.state?.devices);
  const setting = useScreens((screens) => screens.settings?.protection);
  const running = useRunning();
  const practice = countdown?.practice ?? protection.committed?.practice ?? mode !== 'armed';
  const practising = practice && mode !== 'off';
  const charge = numberOf(device, 'battery.charge');
  const { measured, drawn } = useCourse(device, onBatterySince, now);
  const nameOf = (id: string): string => devices?.[id]?.name ?? id;
  const outlook =
    setting === undefined ? undefined : outlookOf({ device, protection, setting, now, nameOf, formats, t });
  const end = Math.max(drawn?.points.at(-1)?.at ?? 0, (outlook?.actsAt ?? 0) + 60_000);
  const foreseen = outlook !== undefined && outlook.steps.length > 1;
  return (
    <section
      className={`panel ${classes['outage'] ?? ''} tone-${countdown === undefined ? 'warning' : practice ? 'info' : 'critical'}`}
      aria-label={t('outage.title')}
    >
      <div className={classes['head']}>
        {named ? <h3 className={classes['whose']}>{device.name}</h3> : null}
        <div className={classes['figures']}>
          {countdown === undefined || running === undefined ? null : (
            <Figure
              name={running.what}
              value={running.due ? t('outlook.now') : clockText((countdown.actsAt - now) / 1000)}
              loud
            />
          )}
          {onBatterySince === undefined ? null : (
            <Figure name={t('outage.elapsed')} value={clockText(Math.floor((now - onBatterySince) / 1000))} />
          )}
          <Figure
            name={t('outage.runtimeLeft')}
            value={valueText('battery.runtime', device.values['battery.runtime'], formats)}
            note={
              learned === undefined ? undefined : t('gauge.learned', { range: learnedText(learned, 'short', formats) })
            }
          />
          <Figure
            name={t('outage.charge')}
            value={charge === undefined ? t('common.notReported') : percentText(charge, formats)}
          />
        </div>
        {countdown === undefined || committed ? null : <CountdownControls countdown={countdown} />}
      </div>
      <p className={classes['next']} role="status">
        {committed ? t(practice ? 'outage.committedPractice' : 'outage.committed') : outlook?.sentence}{' '}
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
      <div className={classes['ahead']} data-foreseen={foreseen}>
        <div>
          <h3 className={classes['name']}>{t('outlook.chart')}</h3>
          {charge === undefined ? (
            <p className={classes['quiet']}>{t('outlook.noCharge')}</p>
          ) : onBatterySince === undefined ? null : (
            <ChargeChart
              from={onBatterySince}
              to={Math.max(
                Math.ceil(now / CURVE_STEP) * CURVE_STEP,
                Math.min(end, now + Math.max(AHEAD, (now - onBatterySince) * MOST_AHEAD)),
              )}
              now={Math.max(now, measured.at(-1)?.[0] ?? now)}
              measured={measured}
              expectation={drawn}
              marks={chargeGauge(device, { formats, t, protection: setting }).marks}
              actsAt={outlook?.actsAt}
            />
          )}
        </div>
        {!foreseen ? null : (
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

/** The least that is shown ahead, and how much more than what is past at most. Milliseconds and a factor. */
const AHEAD = 15 * 60_000;
const MOST_AHEAD = 6;
/** The load changes, and the learned curve with it. Milliseconds. */
const CURVE_AGAIN = 30_000;

interface Course {
  readonly measured: Series['points'];
  /** As it was expected when the outage began, where anything was learned; else as it should go on. */
  readonly drawn: Expectation | undefined;
}

/** How the charge has fallen, and how it is expected to: by what was learned, else as reported, else as it fell so far. */
function useCourse(device: DeviceState, begin: number | undefined, now: number): Course {
  const charge = numberOf(device, 'battery.charge');
  const asked = Math.max((begin ?? 0) + CURVE_STEP, Math.ceil(now / CURVE_STEP) * CURVE_STEP);
  const answer = useAnswer(
    'history.query',
    begin === undefined
      ? undefined
      : { device: device.id, variables: ['battery.charge'], from: begin, to: asked, points: 300 },
  );
  const points = answer.value?.series[0]?.points ?? [];
  // The line ends at the reading that is shown beside it, which history may not have been asked for yet.
  const at = device.readAt ?? now;
  const measured: Series['points'] =
    charge === undefined || at <= (points.at(-1)?.[0] ?? 0) ? points : [...points, [at, charge, charge, charge]];
  const first = measured[0]?.[3];
  const curve = useAnswer(
    'battery.curve',
    first === undefined ? undefined : { device: device.id, charge: Math.min(100, Math.max(1, Math.round(first))) },
  );
  const { reload } = curve;
  useEffect(() => {
    const timer = setInterval(reload, CURVE_AGAIN);
    return () => clearInterval(timer);
  }, [reload]);
  const learned = begin === undefined ? undefined : learnedCourse(curve.value, begin);
  const other = reportedCourse(device, now) ?? (begin === undefined ? undefined : observedCourse(measured, begin));
  return { measured, drawn: learned ?? other };
}

function Figure({
  name,
  value,
  note,
  loud = false,
}: {
  readonly name: string;
  readonly value: string;
  /** What else is known of it. */
  readonly note?: string | undefined;
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
      {note === undefined ? null : <div className={classes['note']}>{note}</div>}
    </div>
  );
}
