import { type ReactNode, useDeferredValue, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useScreens } from '../state/hooks.ts';
import { ConnectionNotice } from '../parts/connection-notice.tsx';
import { CountdownBanner } from './countdown-banner.tsx';
import { ModeBadge } from '../parts/mode-badge.tsx';
import { Menu } from './menu.tsx';
import { entryOf } from './navigation.ts';
import { Screen } from './screen.tsx';
import classes from './shell.module.css';

/** The frame around every screen: the menu, the title, and the protection badge that is always in sight. */
export function Shell(): ReactNode {
  const { t } = useTranslation();
  const [path] = useLocation();
  // A new screen is drawn in slices, between which the page answers; the one before it stays until then.
  const shown = useDeferredValue(path);
  const entry = entryOf(path);
  const title = entry === undefined ? t('product') : t(`screens.${entry.name}`);
  const ready = useScreens((screens) => screens.state !== undefined);
  const counting = useScreens((screens) => screens.state?.protection.countdown?.device !== undefined);
  const overview = entry?.name === 'overview';
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useEffect(() => {
    document.title = `${title} – ${t('product')}`;
  }, [title, t]);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    // A new screen begins at its top, and screen readers and the keyboard begin there too.
    main.current?.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <div className={classes['shell']}>
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          // The fragment belongs to the router.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t('navigation.skip')}
      </a>
      <Menu current={entry} />
      <div className={classes['column']}>
        <header className={classes['bar']}>
          <h1 className={classes['heading']}>{title}</h1>
          <ModeBadge named />
        </header>
        <CountdownBanner bare={overview && counting} />
        <main className={classes['main']} ref={main} tabIndex={-1} id="main">
          {/* Nothing on a screen that is being left may be pressed: what it opened would go with it. */}
          <div className={classes['content']} inert={shown !== path}>
            <ConnectionNotice />
            {ready ? <Screen path={shown} /> : null}
          </div>
        </main>
      </div>
    </div>
  );
}
