import { IconMapOff } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Switch } from 'wouter';
import { Battery } from '../pages/battery/battery.tsx';
import { Device } from '../pages/device/device.tsx';
import { Devices } from '../pages/devices/devices.tsx';
import { Diagnostics } from '../pages/diagnostics/diagnostics.tsx';
import { DrillScreen } from '../pages/drill/drill.tsx';
import { Energy } from '../pages/energy/energy.tsx';
import { Events } from '../pages/events/events.tsx';
import { Notifications } from '../pages/notifications/notifications.tsx';
import { OutageScreen } from '../pages/outage/outage.tsx';
import { Overview } from '../pages/overview/overview.tsx';
import { Preferences } from '../pages/preferences/preferences.tsx';
import { Protection } from '../pages/protection/protection.tsx';
import { Sharing } from '../pages/soon/soon.tsx';
import { Blank } from '../parts/blank.tsx';

/** Charts are much code, and the first live value must not wait for it. */
const History = lazy(() => import('../pages/history/history.tsx'));

/** The screen that the address names. */
export function Screen(): ReactNode {
  return (
    <Suspense fallback={null}>
      <Switch>
        <Route path="/">
          <Overview />
        </Route>
        <Route path="/ups/:id">{({ id }) => <Overview id={decodeURIComponent(id)} />}</Route>
        <Route path="/history" component={History} />
        <Route path="/history/diary" component={History} />
        <Route path="/history/outage/:id">{({ id }) => <OutageScreen key={id} id={Number(id)} />}</Route>
        <Route path="/energy" component={Energy} />
        <Route path="/events" component={Events} />
        <Route path="/protection" component={Protection} />
        <Route path="/protection/drill" component={DrillScreen} />
        <Route path="/battery" component={Battery} />
        <Route path="/device" component={Device} />
        <Route path="/devices" component={Devices} />
        <Route path="/notifications" component={Notifications} />
        <Route path="/sharing" component={Sharing} />
        <Route path="/preferences" component={Preferences} />
        <Route path="/diagnostics" component={Diagnostics} />
        <Route component={Nowhere} />
      </Switch>
    </Suspense>
  );
}

function Nowhere(): ReactNode {
  const { t } = useTranslation();
  return <Blank icon={IconMapOff} title={t('navigation.unknownTitle')} text={t('navigation.unknownText')} />;
}
