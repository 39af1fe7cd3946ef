import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CHEMISTRIES } from '../../../src-shared/nut/index.ts';
import type { BatterySetting } from '../../../src-shared/settings/battery.ts';
import { SettingLine } from '../../parts/setting-line.tsx';
import { useSaveSettings } from '../../parts/use-save-settings.ts';
import { useScreens } from '../../state/hooks.ts';
import classes from './battery.module.css';

const CHOICES = ['automatic', ...CHEMISTRIES] as const;

/** What the battery is made of, as far as a person wants to tell; saved as it is chosen. */
export function MadeOf({ device, onSaved }: { readonly device: string; readonly onSaved: () => void }): ReactNode {
  const { t } = useTranslation();
  const { save } = useSaveSettings();
  const setting = useScreens((screens) => screens.settings?.battery);
  if (setting === undefined) return null;
  const choose = (choice: (typeof CHOICES)[number]): void => {
    void save({ battery: withChoice(setting, device, choice) }).then((saved) => saved && onSaved());
  };
  return (
    <SettingLine name={t('battery.made.title')} help={t('battery.made.help')}>
      <SegmentedControl
        className={classes['choices'] ?? ''}
        aria-label={t('battery.made.title')}
        data={CHOICES.map((value) => ({ value, label: t(`battery.made.${value}`) }))}
        value={setting.chemistry[device] ?? 'automatic'}
        onChange={choose}
      />
    </SettingLine>
  );
}

function withChoice(setting: BatterySetting, device: string, choice: (typeof CHOICES)[number]): BatterySetting {
  const { [device]: _, ...others } = setting.chemistry;
  return { ...setting, chemistry: choice === 'automatic' ? others : { ...others, [device]: choice } };
}
