import { ActionIcon, Button, Group, Switch, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { label } from '../../../src-shared/nut/index.ts';
import type { NotificationSetting, Threshold } from '../../../src-shared/settings/notifications.ts';
import { shortDuration, valueText } from '../../logic/formats.ts';
import { useDeviceNames } from '../../parts/device-picker.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import classes from './notifications.module.css';
import { ThresholdForm } from './threshold-form.tsx';

/** The person's own limits. */
export function Thresholds({
  setting,
  onChange,
}: {
  readonly setting: NotificationSetting;
  readonly onChange: (setting: NotificationSetting) => Promise<boolean>;
}): ReactNode {
  const { t } = useTranslation();
  const sentenceOf = useSentence();
  const [edited, setEdited] = useState<Threshold | 'new'>();
  const { thresholds } = setting;
  const store = (next: readonly Threshold[]): Promise<boolean> => onChange({ ...setting, thresholds: [...next] });
  const put = async (threshold: Threshold): Promise<void> => {
    const index = thresholds.findIndex(({ id }) => id === threshold.id);
    const done = await store(index === -1 ? [...thresholds, threshold] : thresholds.with(index, threshold));
    if (done) setEdited(undefined);
  };
  return (
    <Panel
      title={t('notifications.thresholds')}
      action={
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={thresholds.length >= 50}
          onClick={() => setEdited('new')}
        >
          {t('notifications.addThreshold')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed">
        {t('notifications.thresholdsText')}
      </Text>
      {thresholds.length === 0 ? (
        <Text size="sm" mt="xs">
          {t('notifications.thresholdsNone')}
        </Text>
      ) : (
        <ul className={classes['list']}>
          {thresholds.map((threshold) => {
            const { sentence, over } = sentenceOf(threshold);
            return (
              <li key={threshold.id} className={classes['row']}>
                <div className={classes['what']}>
                  <div>{sentence}</div>
                  <Text size="sm" c="dimmed">
                    {[t(`events.severities.${threshold.severity}`), ...(over === undefined ? [] : [over])].join(' · ')}
                  </Text>
                </div>
                <Group gap={6} wrap="nowrap">
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('notifications.threshold.editOf', { name: sentence })}
                    onClick={() => setEdited(threshold)}
                  >
                    <IconPencil size={17} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('notifications.threshold.remove', { name: sentence })}
                    onClick={() => void store(thresholds.filter(({ id }) => id !== threshold.id))}
                  >
                    <IconTrash size={17} aria-hidden />
                  </ActionIcon>
                  <Switch
                    aria-label={t('notifications.threshold.use', { name: sentence })}
                    checked={threshold.enabled}
                    onChange={(event) => void put({ ...threshold, enabled: event.currentTarget.checked })}
                  />
                </Group>
              </li>
            );
          })}
        </ul>
      )}
      {edited === undefined ? null : (
        <ThresholdForm
          first={edited === 'new' ? undefined : edited}
          taken={thresholds.map(({ id }) => id)}
          onSave={(threshold) => void put(threshold)}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Panel>
  );
}

/** A threshold in words. */
function useSentence(): (threshold: Threshold) => { readonly sentence: string; readonly over?: string } {
  const { t } = useTranslation();
  const formats = useFormats();
  const devices = useDeviceNames();
  return ({ device, variable, direction, value, seconds, hysteresis }) => {
    const words = {
      what: label(variable),
      device:
        device === ''
          ? t('notifications.threshold.everyDevice')
          : (devices.find((each) => each.value === device)?.label ?? device),
      limit: valueText(variable, value, formats),
      time: shortDuration(seconds, formats, false),
    };
    const above = direction === 'above';
    const sentence =
      seconds === 0
        ? above
          ? t('notifications.threshold.at', words)
          : t('notifications.threshold.atBelow', words)
        : above
          ? t('notifications.threshold.above', words)
          : t('notifications.threshold.below', words);
    if (hysteresis === 0) return { sentence };
    return {
      sentence,
      over: t('notifications.threshold.over', {
        hysteresis: valueText(variable, hysteresis, { ...formats, fahrenheit: false }),
      }),
    };
  };
}
