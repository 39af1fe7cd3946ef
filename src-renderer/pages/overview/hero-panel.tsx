import { Anchor } from '@mantine/core';
import {
  IconBattery2,
  IconBolt,
  IconHelp,
  IconPlugConnectedX,
  IconPower,
  IconRouteAltRight,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { DeviceState, Range } from '../../../src-shared/contract/index.ts';
import { conditionOf, type Source } from '../../logic/condition.ts';
import { heroOf } from '../../logic/hero.ts';
import { carriesSince } from '../../logic/outage.ts';
import { planOf } from '../../logic/plan.ts';
import { ReadingAge } from '../../parts/age.tsx';
import { ModeBadge } from '../../parts/mode-badge.tsx';
import { DeviceBadges } from '../../parts/device-badges.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useNow, useScreens } from '../../state/hooks.ts';
import classes from './one-device.module.css';

const ICONS: Readonly<Record<Source, TablerIcon>> = {
  mains: IconBolt,
  battery: IconBattery2,
  bypass: IconRouteAltRight,
  off: IconPower,
  doubt: IconHelp,
  unknown: IconHelp,
};

/** The sentences to read first, the plan, and how old all of it is. */
export function HeroPanel({
  device,
  learned,
}: {
  readonly device: DeviceState;
  readonly learned: Range | undefined;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const onBatterySince = useScreens((screens) =>
    device.feedsThisComputer && screens.state !== undefined
      ? carriesSince(screens.state.protection, device.id)
      : undefined,
  );
  const { title, urgent, details } = heroOf(device, { now, onBatterySince, learned, formats, t });
  const { tone, fresh, source } = conditionOf(device);
  const Icon = fresh ? ICONS[source] : IconPlugConnectedX;
  return (
    <section className={`panel ${classes['hero'] ?? ''} tone-${tone}`} aria-label={device.name}>
      <div className={classes['heroIcon']}>
        <Icon size={28} stroke={1.7} aria-hidden />
      </div>
      <div className={classes['heroText']}>
        <h2 className={classes['title']} data-testid="hero">
          {title}
        </h2>
        {urgent.length === 0 ? null : <div className={classes['urgent']}>{urgent.join(' ')}</div>}
        <div className={classes['details']}>{details.join(' ')}</div>
        <PlanLine own={device.feedsThisComputer} />
      </div>
      <div className={classes['meta']}>
        <span className={classes['device']}>{device.name}</span>
        <span>
          <ReadingAge device={device.id} />
        </span>
        <DeviceBadges device={device} />
      </div>
    </section>
  );
}

/** The plan in one sentence; of a UPS that does not feed this computer, that there is none. */
export function PlanLine({ own }: { readonly own: boolean }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const setting = useScreens((screens) => screens.settings?.protection);
  const feeds = useScreens((screens) => screens.state?.protection.feeds);
  const devices = useScreens((screens) => screens.state?.devices);
  if (setting === undefined || feeds === undefined || devices === undefined) return null;
  const sentence = own ? planOf(setting, { feeds, devices, formats, t }).sentence : t('plan.notOfThisComputer');
  return (
    <div className={classes['plan']}>
      <ModeBadge />
      <span>
        <span data-testid="plan">{sentence}</span>{' '}
        <Anchor component={Link} href={own ? '/protection' : '/devices'} size="sm">
          {t(own ? 'overview.openPlan' : 'overview.openDevices')}
        </Anchor>
      </span>
    </div>
  );
}
