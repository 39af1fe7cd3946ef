import { Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type Entry, GROUPS } from './navigation.ts';
import classes from './shell.module.css';

/** The menu; in a narrow window only its icons, with their names on hovering and for screen readers. */
export const Menu = memo(function Menu({ current }: { readonly current: Entry | undefined }): ReactNode {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 1020px)');
  return (
    <nav className={classes['menu']} aria-label={t('navigation.label')}>
      <div className={classes['brand']}>
        <img src="./icon.svg" alt="" />
        <span>{t('product')}</span>
      </div>
      {GROUPS.map(({ name, entries }) => (
        <div key={name}>
          <div className={classes['group-title']} id={`menu-${name}`}>
            {t(`navigation.${name}`)}
          </div>
          <ul className={classes['group']} aria-labelledby={`menu-${name}`}>
            {entries.map(({ name: screen, path, icon: Icon }) => (
              <li key={screen}>
                <Tooltip label={t(`screens.${screen}`)} position="right" disabled={!narrow}>
                  <Link
                    href={path}
                    className={classes['entry']}
                    {...(current?.name === screen ? { 'aria-current': 'page' } : {})}
                  >
                    <Icon size={19} stroke={1.7} aria-hidden />
                    <span>{t(`screens.${screen}`)}</span>
                  </Link>
                </Tooltip>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
});
