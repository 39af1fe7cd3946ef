import { SegmentedControl, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProtectionSetting } from '../../../src-shared/settings.ts';
import { Panel } from '../../parts/panel.tsx';
import classes from './protection.module.css';
import { NumberField } from './triggers.tsx';

const ACTIONS = ['shutdown', 'hibernate', 'sleep'] as const;

/** What is done, and the times around it. */
export function Actions({
  setting,
  onChange,
}: {
  readonly setting: ProtectionSetting;
  readonly onChange: (setting: ProtectionSetting) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Panel title={t('protection.actionTitle')}>
      <div className={classes['trigger']}>
        <div className={classes['what']}>
          <div>{t('protection.action')}</div>
          {setting.action === 'sleep' ? (
            <Text size="sm" c="dimmed">
              {t('protection.sleepWarning')}
            </Text>
          ) : null}
        </div>
        <SegmentedControl
          aria-label={t('protection.action')}
          data={ACTIONS.map((value) => ({ value, label: t(`protection.actions.${value}`) }))}
          value={setting.action}
          onChange={(action) => onChange({ ...setting, action })}
        />
      </div>
      <Time
        name={t('protection.countdownSeconds')}
        help={t('protection.countdownHelp')}
        max={3600}
        value={setting.countdownSeconds}
        onChange={(countdownSeconds) => onChange({ ...setting, countdownSeconds })}
      />
      <Time
        name={t('protection.confirmSeconds')}
        help={t('protection.confirmHelp')}
        max={300}
        value={setting.confirmSeconds}
        onChange={(confirmSeconds) => onChange({ ...setting, confirmSeconds })}
      />
      <Time
        name={t('protection.stableSeconds')}
        help={t('protection.stableHelp')}
        max={600}
        value={setting.mainsStableSeconds}
        onChange={(mainsStableSeconds) => onChange({ ...setting, mainsStableSeconds })}
      />
    </Panel>
  );
}

function Time(props: {
  readonly name: string;
  readonly help: string;
  readonly max: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}): ReactNode {
  const { name, help, max, value, onChange } = props;
  const { t } = useTranslation();
  return (
    <div className={classes['trigger']}>
      <div className={classes['what']}>
        <div>{name}</div>
        <Text size="sm" c="dimmed">
          {help}
        </Text>
      </div>
      <NumberField
        label={name}
        suffix={t('protection.seconds')}
        min={0}
        max={max}
        value={value}
        onChange={(next) => onChange(Math.round(next))}
      />
    </div>
  );
}
