import { Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useLastAddressIn } from '../state/address.ts';
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
            {entries.map((entry) => (
              <li key={entry.name}>
                <EntryLink entry={entry} current={entry === current} narrow={narrow} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
});

/** Leads to the screen as it was left. */
function EntryLink({
  entry: { name, path, icon: Icon },
  current,
  narrow,
}: {
  readonly entry: Entry;
  readonly current: boolean;
  readonly narrow: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const href = useLastAddressIn(path);
  return (
    <Tooltip label={t(`screens.${name}`)} position="right" disabled={!narrow}>
      <Link href={href} className={classes['entry']} {...(current ? { 'aria-current': 'page' } : {})}>
        <Icon size={19} stroke={1.7} aria-hidden />
        <span>{t(`screens.${name}`)}</span>
      </Link>
    </Tooltip>
  );
}
