import { Button, PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotificationsStatus } from '../../../src-shared/contract/index.ts';
import type { Channel } from '../../../src-shared/settings/notifications.ts';
import { tellFailure } from '../../parts/use-outcome.ts';
import { useEngine } from '../../state/hooks.ts';
import classes from './notifications.module.css';

/** A password or token: goes in, and never comes out again. Says whether one is kept, and where. */
export function SecretField(props: {
  readonly label: string;
  /** As it was saved; undefined for a new one. */
  readonly saved: Channel | undefined;
  readonly status: NotificationsStatus | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const { label, saved, status, value, onChange } = props;
  const { t } = useTranslation();
  const engine = useEngine();
  const own = saved === undefined ? undefined : status?.channels[saved.id];
  const kept = own?.secret === true || own?.closed !== undefined;
  const standing =
    own?.closed !== undefined
      ? t(`notifications.closed.${own.closed}`)
      : kept
        ? t('notifications.form.secretKept')
        : t('notifications.form.secretNone');
  const forget = async (id: string): Promise<void> => {
    try {
      await engine.call('notifications.setSecret', { channel: id, secret: '' });
    } catch (thrown) {
      tellFailure(t('common.failed'), thrown);
    }
  };
  const place = status === undefined ? '' : t(`notifications.form.place.${status.secrets}`);
  return (
    <div className={classes['wide']}>
      <PasswordInput
        label={label}
        description={`${standing} ${place}`}
        maxLength={4000}
        // What the browser knows of other pages is none of this.
        autoComplete="new-password"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {kept && saved !== undefined ? (
        <Button mt={6} size="compact-sm" variant="subtle" onClick={() => void forget(saved.id)}>
          {t('notifications.form.forget')}
        </Button>
      ) : null}
    </div>
  );
}
