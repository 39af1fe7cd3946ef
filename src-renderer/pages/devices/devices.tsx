import { Button, Group, Text } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { ActOnly } from '../../parts/act-only.tsx';
import { Blank } from '../../parts/blank.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useSaveSettings } from '../../parts/use-save-settings.ts';
import { useScreens } from '../../state/hooks.ts';
import { AddByHand } from './add-by-hand.tsx';
import { DeviceRow } from './device-row.tsx';
import { Finder } from './finder.tsx';

/** The devices that Mainstay watches, and how to add more. */
export function Devices(): ReactNode {
  const { t } = useTranslation();
  const ids = useScreens(useShallow((screens) => Object.keys(screens.state?.devices ?? {})));
  return (
    <ActOnly>
      <Panel title={t('devices.title')}>
        {ids.length === 0 ? (
          <Blank icon={IconPlugConnected} title={t('devices.emptyTitle')} text={t('devices.emptyText')} />
        ) : (
          ids.map((id) => <DeviceRow key={id} id={id} />)
        )}
        <Demo />
      </Panel>
      <Finder />
      <AddByHand />
    </ActOnly>
  );
}

/** The simulated UPS that stands in while none has been added. */
function Demo(): ReactNode {
  const { t } = useTranslation();
  const demo = useScreens((screens) => screens.settings?.demo);
  const added = useScreens((screens) => screens.settings?.devices.length ?? 0);
  const { save, busy } = useSaveSettings();
  if (demo === undefined || added > 0) return null;
  return (
    <Group justify="space-between" mt="md" gap="sm">
      <Text size="sm" c="dimmed">
        {demo ? t('devices.demoNote') : ''}
      </Text>
      <Button variant="default" size="xs" loading={busy} onClick={() => void save({ demo: !demo })}>
        {t(demo ? 'devices.demoHide' : 'devices.demoShow')}
      </Button>
    </Group>
  );
}
