import { Button, Group, Tabs } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProtectionState } from '../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../src-shared/settings/index.ts';
import { runsAnother } from '../../../src-shared/settings/protection.ts';
import { ActOnly } from '../../parts/act-only.tsx';
import { useDialog } from '../../parts/dialogs.tsx';
import { faultsOf } from '../../logic/draft.ts';
import { countingUpses, feedingUpses, planOf } from '../../logic/plan.ts';
import { LastShutdownNotice } from '../../parts/last-shutdown.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useSaveSettings } from '../../parts/use-save-settings.ts';
import { useScreens } from '../../state/hooks.ts';
import { Actions, Afterwards } from './actions.tsx';
import { ArmDialog } from './arm.tsx';
import { DrillTab } from './drill-tab.tsx';
import { ConfirmProgram } from './confirm-program.tsx';
import { OwnCommand } from './own-command.tsx';
import { PreflightPanel } from './preflight.tsx';
import { Preview } from './preview.tsx';
import classes from './protection.module.css';
import { Schedule } from './schedule.tsx';
import { type NamedPlan, ProtectionNotices, Status } from './status.tsx';
import { Timing } from './timing.tsx';
import { Triggers } from './triggers.tsx';

/** When this computer is shut down, and how. */
export function Protection(): ReactNode {
  const saved = useScreens((screens) => screens.settings?.protection);
  return saved === undefined ? null : <Plan saved={saved} />;
}

const TABS = ['when', 'action', 'schedule', 'checks', 'drill'] as const;
const NO_FEEDS: ProtectionState['feeds'] = [];
const NO_DEVICES = {};

function Plan({ saved }: { readonly saved: ProtectionSetting }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const feeds = useScreens((screens) => screens.state?.protection.feeds) ?? NO_FEEDS;
  const devices = useScreens((screens) => screens.state?.devices) ?? NO_DEVICES;
  const [draft, setDraft] = useState<ProtectionSetting>();
  const [arming, setArming] = useState(false);
  const open = useDialog();
  const askProgram = (): void =>
    open({
      content: (close) => (
        <ConfirmProgram
          command={setting.ownCommand}
          title={t('command.confirmSave')}
          action={t('common.save')}
          onConfirm={store}
          onClose={close}
        />
      ),
    });
  const { save, busy } = useSaveSettings();
  // The mode is no part of what is edited: it counts at once, and arming has a way of its own.
  const setting = useMemo(() => ({ ...(draft ?? saved), mode: saved.mode }), [draft, saved]);
  const feeding = feedingUpses(devices);
  const context = { feeds, devices, formats, t };
  const changed = JSON.stringify(setting) !== JSON.stringify(saved);
  const faults = faultsOf(setting, feeding.length);
  const apart = feeding.some(({ id }) => setting.triggersOf[id] !== undefined);
  const plansAs = (mode: ProtectionState['mode']): NamedPlan[] =>
    apart
      ? feeding.map(({ id, name }) => ({ name, plan: planOf({ ...setting, mode }, context, id) }))
      : [{ plan: planOf({ ...setting, mode }, context) }];

  const another = runsAnother(saved.ownCommand, setting.ownCommand);
  // Whoever is asked agrees to the program with it: what is asked names it.
  const store = async (): Promise<boolean> => {
    const done = await save({ protection: setting, ...(another ? { confirmed: true } : {}) });
    if (done) setDraft(undefined);
    return done;
  };
  const setMode = (mode: ProtectionState['mode']): void => {
    if (mode === 'armed') setArming(true);
    else void save({ protection: { ...saved, mode } });
  };
  const edit = { setting, onChange: setDraft };
  return (
    <>
      <ProtectionNotices />
      <LastShutdownNotice />
      <ActOnly>
        <Status plans={plansAs(setting.mode)} busy={busy} onMode={setMode} />
      </ActOnly>
      <Preview setting={setting} counting={countingUpses(devices)} />
      <Panel>
        <Tabs defaultValue="when" keepMounted={false}>
          <Tabs.List mb="md">
            {TABS.map((tab) => (
              <Tabs.Tab key={tab} value={tab}>
                {t(`protection.tab.${tab}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="when">
            <ActOnly>
              <Triggers {...edit} context={context} feeding={feeding} />
              <h2 className={classes['part']}>{t('protection.timing')}</h2>
              <Timing {...edit} feeding={feeding.length} />
            </ActOnly>
          </Tabs.Panel>
          <Tabs.Panel value="action">
            <ActOnly>
              <Actions {...edit} />
              <h2 className={classes['part']}>{t('protection.before')}</h2>
              <OwnCommand {...edit} />
              <h2 className={classes['part']}>{t('protection.afterwards')}</h2>
              <Afterwards {...edit} />
            </ActOnly>
          </Tabs.Panel>
          <Tabs.Panel value="schedule">
            <ActOnly>
              <Schedule {...edit} />
            </ActOnly>
          </Tabs.Panel>
          <Tabs.Panel value="checks">
            <ActOnly>
              <PreflightPanel />
            </ActOnly>
          </Tabs.Panel>
          <Tabs.Panel value="drill">
            <ActOnly>
              <DrillTab {...edit} />
            </ActOnly>
          </Tabs.Panel>
        </Tabs>
      </Panel>
      {changed ? (
        <div className={classes['save']} role="status">
          <span>
            {faults.length === 0
              ? t('protection.unsaved')
              : faults.map((fault) => t(`protection.fault.${fault}`)).join(' ')}
          </span>
          <Group gap="xs">
            <Button variant="default" onClick={() => setDraft(undefined)}>
              {t('protection.discard')}
            </Button>
            <Button loading={busy} disabled={faults.length > 0} onClick={() => (another ? askProgram() : void store())}>
              {t('common.save')}
            </Button>
          </Group>
        </div>
      ) : null}
      {arming ? (
        <ArmDialog
          plans={plansAs('armed').map(({ name, plan }) =>
            name === undefined ? plan.sentence : t('protection.planOf', { name, plan: plan.sentence }),
          )}
          unsaved={changed}
          {...(another ? { program: setting.ownCommand } : {})}
          onSave={store}
          onClose={() => setArming(false)}
        />
      ) : null}
    </>
  );
}
