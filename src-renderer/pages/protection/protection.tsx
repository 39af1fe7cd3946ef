import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProtectionSetting } from '../../../src-shared/settings.ts';
import { planOf } from '../../logic/plan.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useSaveSettings } from '../../parts/use-save-settings.ts';
import { useScreens } from '../../state/hooks.ts';
import { Actions } from './actions.tsx';
import { Feeds } from './feeds.tsx';
import classes from './protection.module.css';
import { Triggers } from './triggers.tsx';

/** When this computer is shut down, and how. */
export function Protection(): ReactNode {
  const saved = useScreens((screens) => screens.settings?.protection);
  return saved === undefined ? null : <Plan saved={saved} />;
}

const MODES = ['off', 'practice', 'armed'] as const;

function Plan({ saved }: { readonly saved: ProtectionSetting }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const feeds = useScreens((screens) => screens.state?.protection.feeds) ?? [];
  const devices = useScreens((screens) => screens.state?.devices) ?? {};
  const [draft, setDraft] = useState<ProtectionSetting>();
  const [arming, setArming] = useState(false);
  const { save, busy } = useSaveSettings();
  const setting = draft ?? saved;
  const context = { feeds, devices, formats, t };
  const plan = planOf(setting, context);
  const armed = planOf({ ...setting, mode: 'armed' }, context);
  const changed = draft !== undefined && JSON.stringify(draft) !== JSON.stringify(saved);

  const store = async (protection: ProtectionSetting): Promise<void> => {
    if (await save({ protection })) setDraft(undefined);
  };
  const setMode = (mode: string): void => {
    // The mode counts at once; what else was changed and not saved yet stays a draft.
    if (mode === 'armed') setArming(true);
    else if (mode === 'off' || mode === 'practice')
      void save({ protection: { ...saved, mode } }).then(
        (done) => done && setDraft((before) => before && { ...before, mode }),
      );
  };
  return (
    <>
      <Panel title={t('protection.modeTitle')}>
        <Group justify="space-between" gap="md">
          <SegmentedControl
            aria-label={t('protection.modeTitle')}
            data={MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
            value={saved.mode}
            onChange={setMode}
            disabled={busy}
          />
          <Text style={{ flex: '1 1 320px' }}>{t(`mode.${saved.mode}Why`)}</Text>
        </Group>
        <div className={classes['preview']}>
          <Text size="sm" c="dimmed">
            {t('protection.preview')}
          </Text>
          <Text fw={600} data-testid="plan">
            {plan.sentence}
          </Text>
        </div>
        {plan.powerless && setting.mode !== 'off' ? <Notice tone="warning">{t('protection.powerless')}</Notice> : null}
        {plan.powerless || plan.unfed.length === 0 ? null : (
          <Notice tone="warning" title={t('protection.partly')}>
            {plan.unfed.map(({ trigger, why }) => (
              <div key={trigger}>{t('plan.unfed', { trigger: t(`trigger.${trigger}`), why })}</div>
            ))}
          </Notice>
        )}
      </Panel>
      <Triggers setting={setting} context={context} onChange={setDraft} />
      <Actions setting={setting} onChange={setDraft} />
      {changed ? (
        <div className={classes['save']} role="status">
          <span>{t('protection.unsaved')}</span>
          <Group gap="xs">
            <Button variant="default" onClick={() => setDraft(undefined)}>
              {t('protection.discard')}
            </Button>
            <Button loading={busy} onClick={() => void store(setting)}>
              {t('common.save')}
            </Button>
          </Group>
        </div>
      ) : null}
      <Feeds feeds={feeds} devices={devices} />
      <Panel title={t('soon.protection')}>
        <Text c="dimmed">{t('protection.later')}</Text>
      </Panel>
      <Confirm
        opened={arming}
        title={t('protection.armTitle')}
        text={t('protection.armText', { plan: armed.sentence })}
        action={t('protection.arm')}
        busy={busy}
        onConfirm={() => void store({ ...setting, mode: 'armed' }).then(() => setArming(false))}
        onClose={() => setArming(false)}
      />
    </>
  );
}
