import { Checkbox, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTICE_GROUPS, type NotificationSetting } from '../../../src-shared/settings/notifications.ts';
import { withGroup } from '../../logic/channels.ts';
import { Panel } from '../../parts/panel.tsx';
import classes from './notifications.module.css';
import { useChannelName } from './use-notifications.ts';

/** Events in rows, channels in columns. Each tick counts at once. */
export function Matrix(props: {
  readonly setting: NotificationSetting;
  readonly busy: boolean;
  readonly onChange: (setting: NotificationSetting) => void;
}): ReactNode {
  const { setting, busy, onChange } = props;
  const { t } = useTranslation();
  const nameOf = useChannelName();
  return (
    <Panel title={t('notifications.matrix')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('notifications.matrixText')}
      </Text>
      {/* With many channels it scrolls, by the keyboard through its checkboxes. */}
      <div className={classes['scroll']}>
        <table className={classes['matrix']}>
          <thead>
            <tr>
              <th scope="col">{t('notifications.event')}</th>
              {setting.channels.map((channel) => (
                <th key={channel.id} scope="col" {...(channel.enabled ? {} : { 'data-off': true })}>
                  {nameOf(channel)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {NOTICE_GROUPS.map((group) => (
              <tr key={group}>
                <th scope="row">{t(`notifications.groups.${group}`)}</th>
                {setting.channels.map((channel) => (
                  <td key={channel.id}>
                    <Checkbox
                      aria-label={t('notifications.tell', {
                        channel: nameOf(channel),
                        event: t(`notifications.groups.${group}`),
                      })}
                      checked={channel.groups.includes(group)}
                      disabled={!channel.enabled}
                      // While one change is on its way the next would be made of old settings.
                      readOnly={busy}
                      onChange={(event) =>
                        busy ? undefined : onChange(withGroup(setting, channel.id, group, event.currentTarget.checked))
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
