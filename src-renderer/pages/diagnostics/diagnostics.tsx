import { Tabs } from '@mantine/core';
import { IconActivity } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActOnly } from '../../parts/act-only.tsx';
import { NoUps } from '../../parts/blank.tsx';
import { DevicePicker, useSelectedDevice } from '../../parts/device-picker.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useMayAct } from '../../state/hooks.ts';
import { Bundle } from './bundle.tsx';
import { Checks } from './checks.tsx';
import { Console } from './console.tsx';
import { Trace } from './trace.tsx';
import { Variables } from './variables.tsx';

/** Everything about a device: each variable, each byte, each command. */
export function Diagnostics(): ReactNode {
  const { t } = useTranslation();
  const device = useSelectedDevice();
  const mayAct = useMayAct();
  if (device === undefined) {
    return (
      <>
        <Panel>
          <NoUps icon={IconActivity} title={t('diagnostics.noDeviceTitle')} text={t('diagnostics.noDeviceText')} />
        </Panel>
        <Checks />
        <Bundle />
      </>
    );
  }
  return (
    <>
      <DevicePicker />
      {device.link === 'live' || device.linkMessage === undefined ? null : (
        <Notice tone="warning">{device.linkMessage}</Notice>
      )}
      <Panel key={device.id}>
        <Tabs defaultValue="variables" keepMounted={false}>
          <Tabs.List mb="md">
            <Tabs.Tab value="variables">{t('diagnostics.variables')}</Tabs.Tab>
            <Tabs.Tab value="trace" disabled={!mayAct}>
              {t('diagnostics.trace')}
            </Tabs.Tab>
            <Tabs.Tab value="console">{t('diagnostics.console')}</Tabs.Tab>
            <Tabs.Tab value="checks">{t('diagnostics.checks')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="variables">
            <Variables device={device.id} />
          </Tabs.Panel>
          <Tabs.Panel value="trace">
            <Trace device={device.id} />
          </Tabs.Panel>
          <Tabs.Panel value="console">
            <ActOnly>
              <Console device={device} />
            </ActOnly>
          </Tabs.Panel>
          <Tabs.Panel value="checks">
            <Checks />
          </Tabs.Panel>
        </Tabs>
      </Panel>
      <Bundle />
    </>
  );
}
