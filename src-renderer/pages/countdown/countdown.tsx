import { Anchor, Progress, VisuallyHidden } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Countdown } from '../../../src-shared/contract/index.ts';
import { aloudSeconds, elapsedShare, type Running } from '../../logic/countdown.ts';
import { clockText, momentText, spokenDuration, valueText } from '../../logic/formats.ts';
import { carriesSince } from '../../logic/outage.ts';
import { Badge } from '../../parts/badge.tsx';
import { Blank } from '../../parts/blank.tsx';
import { CountdownControls } from '../../parts/countdown-controls.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useRunning } from '../../parts/use-running.ts';
import { ConnectionNotice } from '../../parts/connection-notice.tsx';
import { useDevice, useNow, useScreens } from '../../state/hooks.ts';
import classes from './countdown.module.css';

/** A window of its own: what happens, when and why, and what can still be done about it. */
export function CountdownWindow(): ReactNode {
  const { t } = useTranslation();
  const known = useScreens((screens) => screens.state !== undefined);
  const running = useRunning();
  const tone = running === undefined ? 'unknown' : running.practice ? 'info' : 'critical';
  useEffect(() => {
    document.title = `${running?.what ?? t('countdown.label')} – ${t('product')}`;
  }, [running?.what, t]);
  return (
    <main className={`${classes['window'] ?? ''} tone-${tone}`}>
      <div className={classes['middle']}>
        <ConnectionNotice />
        {known ? running === undefined ? <Nothing /> : <Happening running={running} /> : null}
      </div>
    </main>
  );
}

function Nothing(): ReactNode {
  const { t } = useTranslation();
  const phase = useScreens((screens) => screens.state?.protection.phase);
  const battery = phase === 'on-battery' || phase === 'confirming';
  return (
    <>
      <VisuallyHidden component="h1">{t('countdown.label')}</VisuallyHidden>
      <Blank
        icon={IconPlayerPause}
        title={t('countdown.noneTitle')}
        text={t(battery ? 'countdown.noneOnBattery' : 'countdown.noneText')}
        action={
          <Anchor component={Link} href="/" mt="sm">
            {t('countdown.open')}
          </Anchor>
        }
      />
    </>
  );
}

function Happening({ running }: { readonly running: Running }): ReactNode {
  const { t } = useTranslation();
  const { practice, what, countdown, due } = running;
  return (
    <>
      <h1 className={classes['what']}>{what}</h1>
      {countdown === undefined ? (
        <p className={classes['reason']}>{t(practice ? 'outage.committedPractice' : 'outage.committed')}</p>
      ) : (
        <Counting countdown={countdown} what={what} due={due} />
      )}
      {practice ? (
        <p className={classes['practice']}>
          <Badge tone="info">{t('mode.practice')}</Badge> <span>{t('countdown.practice')}</span>
        </p>
      ) : null}
      {countdown === undefined ? null : <CountdownControls countdown={countdown} now size="md" />}
    </>
  );
}

function Counting({
  countdown,
  what,
  due,
}: {
  readonly countdown: Countdown;
  readonly what: string;
  readonly due: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const { actsAt, reason } = countdown;
  const seconds = Math.max(0, (actsAt - now) / 1000);
  return (
    <>
      <div className={classes['figure']} role="timer" aria-label={what}>
        {due ? t('outlook.now') : clockText(seconds)}
      </div>
      <VisuallyHidden role="status">
        {due ? what : t('countdown.aloud', { what, time: spokenDuration(aloudSeconds(seconds), formats) })}
      </VisuallyHidden>
      <Progress
        className={classes['progress'] ?? ''}
        value={100 - elapsedShare(countdown, now) * 100}
        color="var(--tone)"
        size="sm"
        aria-label={t('countdown.left')}
      />
      <p className={classes['at']}>{t('countdown.at', { time: momentText(actsAt, 'time', formats) })}</p>
      <p className={classes['reason']}>{reason}</p>
      {countdown.device === undefined ? null : <Facts id={countdown.device} practice={countdown.practice} />}
    </>
  );
}

/** The UPS behind the countdown, and what becomes of its output. */
function Facts({ id, practice }: { readonly id: string; readonly practice: boolean }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const device = useDevice(id);
  const since = useScreens(({ state }) => (state === undefined ? undefined : carriesSince(state.protection, id)));
  const cycle = useScreens((screens) => screens.state?.protection.powerCycle.find((each) => each.device === id)?.can);
  const wanted = useScreens((screens) => screens.settings?.protection.powerOffUps);
  if (device === undefined) return null;
  const facts: readonly (readonly [name: string, value: string])[] = [
    [t('common.device'), device.name],
    [t('gauge.charge'), valueText('battery.charge', device.values['battery.charge'], formats)],
    [t('gauge.runtime'), valueText('battery.runtime', device.values['battery.runtime'], formats)],
    ...(since === undefined ? [] : [[t('outage.elapsed'), clockText(Math.floor((now - since) / 1000))] as const]),
  ];
  return (
    <>
      <dl className={classes['facts']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {practice || cycle === undefined ? null : (
        <p className={classes['after']}>
          {t(wanted === true && cycle ? 'countdown.after' : 'countdown.afterNot', { name: device.name })}
        </p>
      )}
    </>
  );
}
