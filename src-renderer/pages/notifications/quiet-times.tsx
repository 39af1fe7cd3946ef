import { Group, Switch, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuietHours } from '../../../src-shared/settings/notifications.ts';
import classes from './notifications.module.css';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/u;

/** Quiet hours: whether there are any, and from when until when. */
export function QuietTimes(props: {
  readonly label: string;
  readonly help: string;
  readonly quiet: QuietHours;
  readonly faulty: boolean;
  readonly disabled?: boolean;
  readonly onChange: (quiet: QuietHours) => void;
}): ReactNode {
  const { label, help, quiet, faulty, disabled = false, onChange } = props;
  const { t } = useTranslation();
  return (
    <>
      <div className={classes['times']}>
        <Switch
          label={label}
          checked={quiet.enabled}
          disabled={disabled}
          onChange={(event) => onChange({ ...quiet, enabled: event.currentTarget.checked })}
        />
        {quiet.enabled
          ? (['from', 'to'] as const).map((end) => {
              const name = end === 'from' ? t('notifications.form.quietFrom') : t('notifications.form.quietTo');
              return (
                <Group key={end} gap={8} wrap="nowrap">
                  <Text size="sm">{name}</Text>
                  <TextInput
                    type="time"
                    aria-label={`${label}, ${name}`}
                    value={quiet[end]}
                    error={faulty}
                    disabled={disabled}
                    onChange={({ currentTarget: { value } }) =>
                      TIME.test(value) && onChange({ ...quiet, [end]: value })
                    }
                  />
                </Group>
              );
            })
          : null}
      </div>
      <Text size="sm" c="dimmed" mt={4}>
        {help}
      </Text>
    </>
  );
}
