import { SegmentedControl, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { spokenDuration } from '../../logic/formats.ts';
import { ToneIcon } from '../../parts/badge.tsx';
import { SettingLine } from '../../parts/setting-line.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useScreens } from '../../state/hooks.ts';
import classes from './protection.module.css';
import { SecondsLine } from './timing.tsx';
import type { EditProps } from './triggers.tsx';

const ACTIONS = ['shutdown', 'hibernate', 'sleep', 'command'] as const;

/** What is done, and the countdown before it. */
export function Actions({ setting, onChange }: EditProps): ReactNode {
  const { t } = useTranslation();
  const { action } = setting;
  return (
    <>
      <SecondsLine
        name={t('protection.countdownSeconds')}
        help={t('protection.countdownHelp')}
        max={3600}
        value={setting.countdownSeconds}
        onChange={(countdownSeconds) => onChange({ ...setting, countdownSeconds })}
      />
      <SettingLine
        name={t('protection.action')}
        help={
          action === 'sleep' ? (
            <span className={`${classes['caution'] ?? ''} tone-warning`}>
              <ToneIcon tone="warning" size={16} /> {t('protection.actionHelp.sleep')}
            </span>
          ) : (
            t(`protection.actionHelp.${action}`)
          )
        }
      >
        <SegmentedControl
          aria-label={t('protection.action')}
          data={ACTIONS.map((value) => ({ value, label: t(`protection.actions.${value}`) }))}
          value={action}
          onChange={(value) => {
            const wanted = ACTIONS.find((each) => each === value);
            if (wanted !== undefined) onChange({ ...setting, action: wanted });
          }}
        />
      </SettingLine>
    </>
  );
}

/** How long going down takes, and what the UPS does afterwards. */
export function Afterwards({ setting, onChange }: EditProps): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const plan = useScreens((screens) => screens.state?.protection.plan);
  const cycles = useScreens((screens) => screens.state?.protection.powerCycle) ?? [];
  const devices = useScreens((screens) => screens.state?.devices) ?? {};
  const own = cycles.filter(({ device }) => devices[device]?.feedsThisComputer === true);
  const time = (seconds: number): string => spokenDuration(seconds, formats, false);
  const measured = plan?.source === 'measured';
  return (
    <>
      <SecondsLine
        name={t('protection.length')}
        help={
          <>
            {measured
              ? t('protection.lengthMeasured', { time: time(plan.shutdownSeconds) })
              : t('protection.lengthSet')}{' '}
            {plan === undefined ? null : t('protection.lengthNeeded', { time: time(plan.neededSeconds) })}
          </>
        }
        min={10}
        max={3600}
        value={setting.shutdownSeconds}
        onChange={(shutdownSeconds) => onChange({ ...setting, shutdownSeconds })}
      />
      <SettingLine
        name={t('protection.powerOff')}
        help={
          <>
            {t('protection.powerOffHelp')}
            <ul className={classes['cycles']}>
              {own.map(({ device, can, how }) => (
                <li key={device} className={can ? 'tone-good' : 'tone-warning'}>
                  <ToneIcon tone={can ? 'good' : 'warning'} size={16} />
                  <span>{t('protection.cycle', { name: devices[device]?.name ?? device, how })}</span>
                </li>
              ))}
            </ul>
          </>
        }
      >
        <Switch
          aria-label={t('protection.powerOff')}
          checked={setting.powerOffUps}
          onChange={(event) => onChange({ ...setting, powerOffUps: event.currentTarget.checked })}
        />
      </SettingLine>
    </>
  );
}
