import { IconPlugConnected } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { BackLink } from '../../parts/back-link.tsx';
import { Blank } from '../../parts/blank.tsx';
import { DrillDue } from '../../parts/drill-due.tsx';
import { LastShutdownNotice } from '../../parts/last-shutdown.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useMayAct, useScreens } from '../../state/hooks.ts';
import { Cards } from './cards.tsx';
import { OneDevice } from './one-device.tsx';
import { Looking, Welcome } from './welcome.tsx';

/** How the power is doing: one device in full, several as cards. `id` shows one of several in full. */
export function Overview({ id }: { readonly id?: string }): ReactNode {
  const { t } = useTranslation();
  const ids = useScreens(useShallow((screens) => Object.keys(screens.state?.devices ?? {})));
  const mayAct = useMayAct();
  if (ids.length === 0) {
    // Looking for UPSes is for whoever may add one.
    return mayAct ? (
      <Looking />
    ) : (
      <Panel>
        <Blank icon={IconPlugConnected} title={t('devices.emptyTitle')} />
      </Panel>
    );
  }
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
