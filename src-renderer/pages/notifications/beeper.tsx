import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BeeperState, NotificationsStatus } from '../../../src-shared/contract/index.ts';
import type { NotificationSetting } from '../../../src-shared/settings/notifications.ts';
import { useDeviceNames } from '../../parts/device-picker.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import classes from './notifications.module.css';
import { QuietTimes } from './quiet-times.tsx';

/** What a person has to know of, or to do something about. */
const WORRYING: readonly BeeperState[] = ['ignored', 'stuck'];

/** The quiet hours of the beepers, and how each stands with them. */
export function Beeper(props: {
  readonly setting: NotificationSetting;
  readonly status: NotificationsStatus | undefined;
  readonly busy: boolean;
  readonly onChange: (setting: NotificationSetting) => void;
}): ReactNode {
  const { setting, status, busy, onChange } = props;
  const { t } = useTranslation();
  const devices = useDeviceNames();
  const { beeper } = setting;
  const never = beeper.enabled && beeper.from === beeper.to;
  const lines = devices.flatMap(({ value, label: name }) => {
    const state = status?.beepers[value];
    const words = { name, from: beeper.from, to: beeper.to };
    return state === undefined ? [] : [{ id: value, state, text: t(`notifications.beeper.states.${state}`, words) }];
  });
  return (
    <Panel title={t('notifications.beeper.title')}>
      <QuietTimes
        label={t('notifications.beeper.use')}
        help={t('notifications.beeper.help')}
        quiet={beeper}
        faulty={never}
        disabled={busy}
        onChange={(changed) => onChange({ ...setting, beeper: changed })}
      />
      {never ? <Notice tone="warning">{t('notifications.fault.quiet')}</Notice> : null}
      <div aria-live="polite">
        {lines.length === 0 || never ? null : (
          <ul className={classes['list']}>
            {lines.map(({ id, state, text }) => (
              <li key={id} className={classes['row']}>
                {WORRYING.includes(state) ? <Notice tone="warning">{text}</Notice> : <Text size="sm">{text}</Text>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}
