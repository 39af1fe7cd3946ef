import { Button } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ActOnly } from './act-only.tsx';
import type { Countdown } from '../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../src-shared/settings/index.ts';
import { spokenDuration } from '../logic/formats.ts';
import { useScreens } from '../state/hooks.ts';
import { Confirm } from './confirm.tsx';
import { useDialog } from './dialogs.tsx';
import classes from './countdown.module.css';
import { useFormats } from './use-formats.ts';
import { useOutcome } from './use-outcome.ts';

/** Postpone and cancel; what is not allowed is disabled and says why. `now` offers the last step at once. */
export function CountdownControls({
  countdown,
  now = false,
  size = 'sm',
}: {
  readonly countdown: Countdown;
  readonly now?: boolean;
  readonly size?: 'xs' | 'sm' | 'md';
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const why = useId();
  const seconds = useScreens((screens) => screens.settings?.protection.countdownSeconds) ?? 0;
  const cancel = useOutcome('protection.cancel');
  const postpone = useOutcome('protection.postpone');
  const reasons = [
    ...(countdown.postpone.allowed ? [] : [t('countdown.noPostpone', { why: countdown.postpone.why ?? '' })]),
    ...(countdown.cancel.allowed ? [] : [t('countdown.noCancel', { why: countdown.cancel.why ?? '' })]),
  ];
  return (
    <div className={classes['controls']}>
      <ActOnly>
        <div className={classes['buttons']}>
          {now ? <ShutDownNow practice={countdown.practice} size={size} /> : null}
          <div className={classes['pair']}>
            <Button
              variant="default"
              size={size}
              loading={postpone.busy}
              disabled={!countdown.postpone.allowed}
              aria-describedby={why}
              onClick={() => void postpone.run({})}
            >
              {seconds > 0
                ? t('countdown.postponeBy', { time: spokenDuration(seconds, formats, false) })
                : t('countdown.postpone')}
            </Button>
            <Button
              size={size}
              loading={cancel.busy}
              disabled={!countdown.cancel.allowed}
              aria-describedby={why}
              onClick={() => void cancel.run({})}
            >
              {t('countdown.cancel')}
            </Button>
          </div>
        </div>
      </ActOnly>
      <div id={why} className={classes['reasons']}>
        {reasons.map((reason) => (
          <div key={reason}>{reason}</div>
        ))}
      </div>
    </div>
  );
}

function ShutDownNow({ practice, size }: { readonly practice: boolean; readonly size: 'xs' | 'sm' | 'md' }): ReactNode {
  const { t } = useTranslation();
  const action = useScreens((screens) => screens.settings?.protection.action) ?? 'shutdown';
  const open = useDialog();
  const what = t(practice ? 'countdown.practise' : `countdown.now.${action}`);
  const ask = (): void =>
    open({ content: (close) => <ConfirmNow what={what} practice={practice} action={action} onClose={close} /> });
  return (
    <Button variant="default" size={size} className={classes['now'] ?? ''} onClick={ask}>
      {what}
    </Button>
  );
}

function ConfirmNow({
  what,
  practice,
  action,
  onClose,
}: {
  readonly what: string;
  readonly practice: boolean;
  readonly action: ProtectionSetting['action'];
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { run } = useOutcome('protection.shutdownNow');
  const counting = useScreens((screens) => screens.state?.protection.countdown !== undefined);
  return (
    <Confirm
      title={t('countdown.nowTitle', { what })}
      text={t(practice ? 'countdown.nowPractice' : `countdown.nowText.${action}`)}
      action={what}
      danger={!practice}
      blocked={counting ? undefined : t('countdown.over')}
      onConfirm={() => run({ confirmed: true })}
      onClose={onClose}
    />
  );
}
