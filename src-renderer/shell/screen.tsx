import { IconMapOff } from '@tabler/icons-react';
import { createContext, lazy, memo, type ReactNode, Suspense, useContext, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Router, Switch } from 'wouter';
import { Device } from '../pages/device/device.tsx';
import { Devices } from '../pages/devices/devices.tsx';
import { Diagnostics } from '../pages/diagnostics/diagnostics.tsx';
import { DrillScreen } from '../pages/drill/drill.tsx';
import { Events } from '../pages/events/events.tsx';
import { Notifications } from '../pages/notifications/notifications.tsx';
import { OutageScreen } from '../pages/outage/outage.tsx';
import { Overview } from '../pages/overview/overview.tsx';
import { Preferences } from '../pages/preferences/preferences.tsx';
import { Protection } from '../pages/protection/protection.tsx';
import { Sharing } from '../pages/soon/soon.tsx';
import { Blank } from '../parts/blank.tsx';
import { goTo, useAddress } from '../state/address.ts';

/**
 * Charts are much code, and the first live value must not wait for it. It is fetched once the first screen stands, so
 * that going to a chart takes no time either.
 */
const LATER = {
  history: async () => ({ default: (await import('../pages/history/history.tsx')).History }),
  battery: async () => ({ default: (await import('../pages/battery/battery.tsx')).Battery }),
  energy: async () => ({ default: (await import('../pages/energy/energy.tsx')).Energy }),
};

const History = lazy(LATER.history);
const Energy = lazy(LATER.energy);
const Battery = lazy(LATER.battery);

/** The first values are on the screen by then. Milliseconds. */
const AFTER_START = 3000;

async function fetchLater(): Promise<void> {
  // One after the other: compiling them all at once would be felt.
  for (const load of Object.values(LATER)) {
    await load();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The path of the screen that is shown, which is not yet the one of the address while the next screen is being drawn. */
const ShownPath = createContext('/');

/** The address as the screens see it: the one that is left must not be drawn anew because another is on its way. */
function useShown(): [path: string, go: typeof goTo] {
  return [useContext(ShownPath), goTo];
}
useShown.searchHook = useAddress.searchHook;
useShown.hrefs = useAddress.hrefs;

/** The screen at `path`: what the address names, or what it named until the next screen is drawn. */
export function Screen({ path }: { readonly path: string }): ReactNode {
  useEffect(() => {
    const timer = setTimeout(() => {
      // A file that cannot be fetched now is asked for again when its screen is opened.
      fetchLater().catch(() => undefined);
    }, AFTER_START);
    return () => clearTimeout(timer);
  }, []);
  return (
    <ShownPath value={path}>
      <Screens />
    </ShownPath>
  );
}

const Screens = memo(function Screens(): ReactNode {
  return (
    <Router hook={useShown}>
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
    </Router>
  );
});

function Nowhere(): ReactNode {
  const { t } = useTranslation();
  return <Blank icon={IconMapOff} title={t('navigation.unknownTitle')} text={t('navigation.unknownText')} />;
}
