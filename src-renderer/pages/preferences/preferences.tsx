import { SegmentedControl, Select, Switch, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../src-shared/settings/index.ts';
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '../../../src-shared/texts/index.ts';
import { ActOnly } from '../../parts/act-only.tsx';
import { momentText } from '../../logic/formats.ts';
import { Panel } from '../../parts/panel.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useSaveSettings } from '../../parts/use-save-settings.ts';
import { useScreens } from '../../state/hooks.ts';
import classes from './preferences.module.css';

/** Look, units and behaviour. Each choice is saved as it is made. */
export function Preferences(): ReactNode {
  const settings = useScreens((screens) => screens.settings);
  return (
    <>
      {settings === undefined ? null : (
        <ActOnly>
          <Choices preferences={settings.preferences} />
        </ActOnly>
      )}
      <About />
    </>
  );
}

function Choices({ preferences }: { readonly preferences: Settings['preferences'] }): ReactNode {
  const { t } = useTranslation();
  const { save } = useSaveSettings();
  const desktop = useScreens((screens) => screens.state?.engine.host === 'desktop');
  const set = (change: Partial<Settings['preferences']>): void =>
    void save({ preferences: { ...preferences, ...change } });
  const only = desktop ? undefined : t('preferences.onlyDesktop');
  return (
    <>
      <Panel title={t('preferences.look')}>
        <Row name={t('preferences.theme')}>
          <SegmentedControl
            aria-label={t('preferences.theme')}
            data={THEMES.map((value) => ({ value, label: t(`preferences.themes.${value}`) }))}
            value={preferences.theme}
            onChange={(theme) => set({ theme })}
          />
        </Row>
        <Row name={t('preferences.language')}>
          <Select
            aria-label={t('preferences.language')}
            w={280}
            data={[
              { value: 'system', label: t('preferences.languageOfSystem') },
              ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
            ]}
            value={preferences.language}
            allowDeselect={false}
            onChange={(value) => {
              if (value !== null && (value === 'system' || isLanguage(value))) set({ language: value });
            }}
          />
        </Row>
        <Row name={t('preferences.temperature')}>
          <SegmentedControl
            aria-label={t('preferences.temperature')}
            data={TEMPERATURES.map((value) => ({ value, label: t(`preferences.temperatures.${value}`) }))}
            value={preferences.temperature}
            onChange={(temperature) => set({ temperature })}
          />
        </Row>
      </Panel>
      <Panel title={t('preferences.behaviour')}>
        <Row name={t('preferences.startAtLogin')} help={only ?? t('preferences.startAtLoginHelp')}>
          <Switch
            aria-label={t('preferences.startAtLogin')}
            checked={preferences.startAtLogin}
            disabled={!desktop}
            onChange={(event) => set({ startAtLogin: event.currentTarget.checked })}
          />
        </Row>
        <Row name={t('preferences.closeToTray')} help={only ?? t('preferences.closeToTrayHelp')}>
          <Switch
            aria-label={t('preferences.closeToTray')}
            checked={preferences.closeToTray}
            disabled={!desktop}
            onChange={(event) => set({ closeToTray: event.currentTarget.checked })}
          />
        </Row>
      </Panel>
    </>
  );
}

const THEMES = ['system', 'light', 'dark'] as const;
const TEMPERATURES = ['celsius', 'fahrenheit'] as const;

function Row({
  name,
  help,
  children,
}: {
  readonly name: string;
  readonly help?: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={classes['row']}>
      <div>
        <div>{name}</div>
        {help === undefined ? null : (
          <Text size="sm" c="dimmed">
            {help}
          </Text>
        )}
      </div>
      {children}
    </div>
  );
}

function About(): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const engine = useScreens((screens) => screens.state?.engine);
  if (engine === undefined) return null;
  return (
    <Panel title={t('preferences.about')}>
      <Text>{t('preferences.version', { version: engine.version, platform: engine.platform })}</Text>
      <Text size="sm" c="dimmed">
        {t('preferences.running', { time: momentText(engine.startedAt, 'minute', formats) })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('preferences.licence')}
      </Text>
    </Panel>
  );
}
