import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { i18n } from 'i18next';
import { type ReactNode, useMemo, useState } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { Route, Router, Switch } from 'wouter';
import { CountdownWindow } from './pages/countdown/countdown.tsx';
import { Dialogs } from './parts/dialogs.tsx';
import { Shell } from './shell/shell.tsx';
import { useAddress } from './state/address.ts';
import type { Engine } from './state/engine.ts';
import { EngineContext, useScreens } from './state/hooks.ts';
import { useChosenLanguage } from './texts.ts';
import { theme } from './theme/theme.ts';

/** The whole application, over any engine. */
export function App({ engine, texts }: { readonly engine: Engine; readonly texts: i18n }): ReactNode {
  // Answers must not lie over the buttons that stop a shutdown: those are at the bottom of the countdown's own window.
  const [corner] = useState(() =>
    window.location.hash.startsWith('#/countdown') ? ('top-right' as const) : ('bottom-right' as const),
  );
  return (
    <EngineContext value={engine}>
      <I18nextProvider i18n={texts}>
        <Themed>
          <Spoken />
          <Notifications position={corner} />
          {/* Behind the # a route is the same from a file, from a server and in the window. */}
          <Router hook={useAddress}>
            <Dialogs>
              <Switch>
                {/* A window of its own, without the menu. */}
                <Route path="/countdown" component={CountdownWindow} />
                <Route component={Shell} />
              </Switch>
            </Dialogs>
          </Router>
        </Themed>
      </I18nextProvider>
    </EngineContext>
  );
}

/** The theme is a setting of the engine's, so that every window looks the same. */
function Themed({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const close = t('common.close');
  // The cross of a notification is its own and has no name unless it is given one.
  const named = useMemo(
    () =>
      mergeThemeOverrides(theme, {
        components: { Notification: { defaultProps: { closeButtonProps: { 'aria-label': close } } } },
      }),
    [close],
  );
  const chosen = useScreens((screens) => screens.settings?.preferences.theme) ?? 'system';
  const forced = chosen === 'system' ? {} : { forceColorScheme: chosen };
  return (
    <MantineProvider theme={named} defaultColorScheme="auto" {...forced}>
      {children}
    </MantineProvider>
  );
}

/** So is the language. It shows nothing itself. */
function Spoken(): ReactNode {
  useChosenLanguage();
  return null;
}
