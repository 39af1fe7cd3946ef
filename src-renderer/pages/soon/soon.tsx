import { IconBroadcast } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Blank } from '../../parts/blank.tsx';
import { Panel } from '../../parts/panel.tsx';

/** What will be under Sharing, and what serves meanwhile. */
export function Sharing(): ReactNode {
  const { t } = useTranslation();
  return (
    <Panel>
      <Blank icon={IconBroadcast} title={t('soon.title')} text={t('soon.sharing')} action={t('soon.sharingNow')} />
    </Panel>
  );
}
