import { Anchor, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { aloudSeconds } from '../logic/countdown.ts';
import { clockText, spokenDuration } from '../logic/formats.ts';
import { Badge, ToneIcon } from '../parts/badge.tsx';
import { CountdownControls } from '../parts/countdown-controls.tsx';
import classes from '../parts/countdown.module.css';
import { useFormats } from '../parts/use-formats.ts';
import { useRunning } from '../parts/use-running.ts';
import { useNow } from '../state/hooks.ts';

/** On every screen while a countdown runs. `bare` leaves the buttons to the screen, which has them in its middle. */
export function CountdownBanner({ bare }: { readonly bare: boolean }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const running = useRunning();
  if (running === undefined) return null;
  const { phase, practice, what, countdown, due } = running;
  const tone = practice ? 'info' : 'critical';
  const seconds = countdown === undefined ? 0 : Math.max(0, (countdown.actsAt - now) / 1000);
  return (
    <section className={`${classes['banner'] ?? ''} tone-${tone}`} aria-label={t('countdown.label')}>
      <span className={classes['icon']}>
        <ToneIcon tone={tone} size={20} />
      </span>
      <span className={classes['what']}>
        {what}
        {countdown === undefined || due ? null : (
          <span className={classes['figure']} aria-hidden>
            {clockText(seconds)}
          </span>
        )}
      </span>
      {/* Read out at a few moments; the figure beside it changes every second. */}
      <VisuallyHidden role="status">
        {countdown === undefined || due
          ? what
          : t('countdown.aloud', { what, time: spokenDuration(aloudSeconds(seconds), formats) })}
      </VisuallyHidden>
      {practice ? <Badge tone="info">{t('mode.practice')}</Badge> : null}
      <span className={classes['why']}>
        {countdown?.reason}{' '}
        {phase === 'countdown' ? (
          <Anchor component={Link} href="/countdown" size="sm">
            {t('countdown.show')}
          </Anchor>
        ) : null}
      </span>
      {countdown === undefined || bare ? null : <CountdownControls countdown={countdown} size="xs" />}
    </section>
  );
}
