import { Anchor, Stack } from '@mantine/core';
import { IconBell, IconBroadcast } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Blank } from '../../parts/blank.tsx';
import { Panel } from '../../parts/panel.tsx';

/** What will be under Notifications, and what serves meanwhile. */
export function Notifications(): ReactNode {
  const { t } = useTranslation();
  return (
    <Panel>
      <Blank
        icon={IconBell}
        title={t('soon.title')}
        text={t('soon.notifications')}
        action={
          <Stack gap={4} align="center">
            {t('soon.notificationsNow')}
            <Anchor component={Link} href="/events">
              {t('soon.openEvents')}
            </Anchor>
          </Stack>
        }
      />
    </Panel>
  );
}

/** What will be under Sharing, and what serves meanwhile. */
export function Sharing(): ReactNode {
  const { t } = useTranslation();
  return (
    <Panel>
      <Blank icon={IconBroadcast} title={t('soon.title')} text={t('soon.sharing')} action={t('soon.sharingNow')} />
    </Panel>
  );
}
