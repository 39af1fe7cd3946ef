import { IconPlugConnected } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { BackLink } from '../../parts/back-link.tsx';
import { Blank } from '../../parts/blank.tsx';
import { DrillDue } from '../../parts/drill-due.tsx';
import { LastShutdownNotice } from '../../parts/last-shutdown.tsx';
import { useScreens } from '../../state/hooks.ts';
import { Cards } from './cards.tsx';
import { OneDevice } from './one-device.tsx';
import { Looking, Welcome } from './welcome.tsx';

/** How the power is doing: one device in full, several as cards. `id` shows one of several in full. */
export function Overview({ id }: { readonly id?: string }): ReactNode {
  const { t } = useTranslation();
  const ids = useScreens(useShallow((screens) => Object.keys(screens.state?.devices ?? {})));
  if (ids.length === 0) return <Looking />;
  const notices = (
    <>
      <Welcome />
      <LastShutdownNotice />
      <DrillDue hint />
    </>
  );
  const shown = id ?? (ids.length === 1 ? ids[0] : undefined);
  if (shown === undefined) {
    return (
      <>
        {notices}
        <Cards />
      </>
    );
  }
  return (
    <>
      {id === undefined ? notices : null}
      {ids.length > 1 ? <BackLink href="/">{t('overview.back')}</BackLink> : null}
      {ids.includes(shown) ? (
        <OneDevice key={shown} id={shown} />
      ) : (
        <Blank icon={IconPlugConnected} title={t('overview.goneTitle')} text={t('overview.goneText')} />
      )}
    </>
  );
}
