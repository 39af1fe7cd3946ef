import { VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ComponentProps, memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useShallow } from 'zustand/react/shallow';
import { label } from '../../../src-shared/nut/index.ts';
import { conditionOf, numberOf, worstFirst } from '../../logic/condition.ts';
import { heroOf } from '../../logic/hero.ts';
import { percentText, valueText } from '../../logic/formats.ts';
import { learnedText } from '../../logic/learned.ts';
import { ReadingAge } from '../../parts/age.tsx';
import { ToneIcon } from '../../parts/badge.tsx';
import { DeviceBadges } from '../../parts/device-badges.tsx';
import { LastHourLine } from '../../parts/last-hour.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useLastHour } from '../../parts/use-last-hour.ts';
import { useLearned } from '../../parts/use-learned.ts';
import { useDevice, useDeviceAsKnown, useNow, useScreens } from '../../state/hooks.ts';
import classes from './cards.module.css';
import { PlanLine } from './hero-panel.tsx';
import { OutagePanel } from './outage-panel.tsx';

/** A window in which a few cards would leave much empty, and how many are a few. */
const ROOM = '(min-width: 1500px) and (min-height: 880px)';
const FEW = 4;

/** Several devices as cards, the one that needs attention most first. */
export function Cards(): ReactNode {
  const { t } = useTranslation();
  const ids = useScreens(
    useShallow((screens) => worstFirst(Object.values(screens.state?.devices ?? {})).map(({ id }) => id)),
  );
  const troubled = useScreens(
    (screens) =>
      Object.values(screens.state?.devices ?? {}).filter((device) => {
        const { tone } = conditionOf(device);
        return tone === 'warning' || tone === 'critical';
      }).length,
  );
  const outage = useScreens(({ state }) => {
    if (state === undefined || state.protection.phase === 'idle') return undefined;
    const carried = worstFirst(Object.values(state.devices)).find(
      (device) => device.feedsThisComputer && conditionOf(device).source === 'battery',
    );
    return state.protection.countdown?.device ?? carried?.id;
  });
  const room = useMediaQuery(ROOM, undefined, { getInitialValueInEffect: false });
  const roomy = room && ids.length <= FEW;
  // Side by side they are tall, in two rows they are wide.
  const shape = ids.length < FEW ? classes['tall'] : classes['wide'];
  return (
    <>
      <h2 className={classes['summary']} data-testid="hero">
        {troubled === 0
          ? t('overview.allFine', { count: ids.length })
          : t('overview.someNot', { count: troubled, total: ids.length })}
      </h2>
      <section className="panel">
        <PlanLine own />
      </section>
      {outage === undefined ? null : <OutageOf id={outage} />}
      <ul className={`${classes['cards'] ?? ''} ${roomy ? (shape ?? '') : ''}`}>
        {ids.map((id) => (
          <li key={id}>
            <Card id={id} roomy={roomy} />
          </li>
        ))}
      </ul>
    </>
  );
}

function OutageOf({ id }: { readonly id: string }): ReactNode {
  const device = useDevice(id);
  const learned = useLearned(id);
  return device === undefined ? null : <OutagePanel device={device} learned={learned} named />;
}

/** One device; `roomy` draws the last hour of its figures instead of bars. */
const Card = memo(function Card({ id, roomy }: { readonly id: string; readonly roomy: boolean }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const device = useDeviceAsKnown(id);
  const learned = useLearned(id);
  // Two of one model: only where they are tells them apart, until one is given a name.
  const twin = useScreens(({ state }) =>
    Object.values(state?.devices ?? {}).some((other) => other.id !== id && other.name === device?.name),
  );
  if (device === undefined) return null;
  const { tone, fresh } = conditionOf(device);
  const { title, urgent, details } = heroOf(device, { now, formats, t });
  // The figures below say how long it would last; what else there is to tell is a warning.
  const runtime = device.values['battery.runtime'];
  const told = [...urgent, ...(fresh ? details.slice(1) : details)];
  const heard = device.readAt !== undefined;
  const bar = (name: string, shown: string): ReactNode => {
    const value = numberOf(device, name);
    return (
      <div className={classes['bar']}>
        <span>{shown}</span>
        <i>{value === undefined ? null : <b style={{ width: `${Math.min(100, Math.max(0, value))}%` }} />}</i>
        <Figure text={value === undefined ? undefined : percentText(value, formats)} />
      </div>
    );
  };
  return (
    <article className={`panel ${classes['card'] ?? ''} tone-${tone}`}>
      <div className={classes['head']}>
        <span className={classes['tone']}>
          <ToneIcon tone={tone} size={22} />
          <VisuallyHidden>{t(`tone.${tone}`)}</VisuallyHidden>
        </span>
        <div className={classes['names']}>
          <Link href={`/ups/${encodeURIComponent(id)}`} className={classes['name']} title={device.name}>
            {device.name}
          </Link>
          {twin ? <div className={`${classes['address'] ?? ''} mono`}>{device.uri}</div> : null}
          <div className={classes['title']}>{title}</div>
        </div>
      </div>
      {heard ? (
        <div className={`${classes['figures'] ?? ''} ${fresh ? '' : 'old'}`}>
          {roomy ? null : bar('battery.charge', t('gauge.charge'))}
          {roomy ? null : bar('ups.load', t('gauge.load'))}
          <div className={`${classes['bar'] ?? ''} ${classes['runtime'] ?? ''}`}>
            <span>{t('gauge.runtime')}</span>
            <span className={classes['learned']}>
              {learned === undefined
                ? null
                : t('gauge.learnedShort', { range: learnedText(learned, 'short', formats) })}
            </span>
            <Figure text={runtime === undefined ? undefined : valueText('battery.runtime', runtime, formats)} />
          </div>
        </div>
      ) : null}
      {heard ? <Hours device={id} old={!fresh} drawn={roomy ? ROOMY : COMPACT} /> : null}
      {told.length === 0 ? null : <div className={classes['why']}>{told.join(' ')}</div>}
      <div className={classes['foot']}>
        <span>
          <ReadingAge device={id} />
        </span>
        <span className={classes['badges']}>
          <DeviceBadges device={device} plain />
        </span>
      </div>
    </article>
  );
});

/** What is drawn of a card's last hour, and the least height of its scale in the variable's unit. */
const MAINS = ['input.voltage', 10] as const;
const COMPACT = [MAINS];
const ROOMY = [['battery.charge', 10], ['ups.load', 10], MAINS] as const;

/** Some values and how they went over the last hour. */
const Hours = memo(function Hours({
  device,
  old,
  drawn,
}: {
  readonly device: string;
  readonly old: boolean;
  readonly drawn: typeof COMPACT | typeof ROOMY;
}): ReactNode {
  const { pointsOf, ...hour } = useLastHour(
    device,
    drawn.map(([name]) => name),
  );
  return (
    <div className={`${classes['hours'] ?? ''} ${old ? 'old' : ''}`}>
      {drawn.map(([name, least]) => (
        <Hour key={name} device={device} name={name} points={pointsOf(name)} {...hour} least={least} />
      ))}
    </div>
  );
});

const Hour = memo(function Hour({
  device,
  name,
  ...line
}: { readonly device: string } & Omit<ComponentProps<typeof LastHourLine>, 'none'>): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const value = useScreens(({ state }) => state?.devices[device]?.values[name]);
  return (
    <div>
      <div className={classes['hourHead']}>
        <span>
          {label(name, formats.locale)} <small>{t('overview.lastHour')}</small>
        </span>
        <Figure text={value === undefined ? undefined : valueText(name, value, formats)} />
      </div>
      <LastHourLine name={name} {...line} none={value === undefined ? '' : t('overview.noHistory')} />
    </div>
  );
});

function Figure({ text }: { readonly text: string | undefined }): ReactNode {
  const { t } = useTranslation();
  return (
    <span className={text === undefined ? classes['missing'] : classes['value']}>
      {text ?? t('common.notReported')}
    </span>
  );
}
