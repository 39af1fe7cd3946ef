import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatteryRanges, Narrowing } from '../../../src-shared/contract/index.ts';
import { commandLabel } from '../../../src-shared/nut/index.ts';
import { loadText, shortRangeText } from '../../logic/battery.ts';
import { percentText } from '../../logic/formats.ts';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import classes from './ranges.module.css';

/** What would narrow the ranges and by how much, and what can go wrong meanwhile. `early`: the UPS may go off early. */
export function WhatNarrows({ ranges, early }: { readonly ranges: BatteryRanges; readonly early: boolean }): ReactNode {
  const { t } = useTranslation();
  const { load, narrowing } = ranges;
  if (load === undefined) return null;
  return (
    <Panel title={t('battery.narrow.title')}>
      {narrowing.length === 0 ? (
        <Text c="dimmed">{t(early ? 'battery.narrow.early' : 'battery.narrow.none')}</Text>
      ) : (
        <Narrowings narrowing={narrowing} load={load} />
      )}
    </Panel>
  );
}

interface NarrowingsProps {
  readonly narrowing: BatteryRanges['narrowing'];
  /** The present one. */
  readonly load: NonNullable<BatteryRanges['load']>;
}

function Narrowings({ narrowing, load }: NarrowingsProps): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const how = ({ what, load: at, to }: Narrowing): string => {
    const charge = percentText(to, formats);
    if (what === 'calibration')
      return t('battery.narrow.byCommand', { charge, command: commandLabel('calibrate.start', formats.locale) });
    if (what !== 'other-load') return t('battery.narrow.byPlug', { charge });
    const [other, present] = [loadText(at, load.unit, formats), loadText(load.value, load.unit, formats)];
    return t('battery.narrow.byOther', { charge, load: other, present });
  };
  return (
    <>
      <ul className={classes['narrowing']}>
        {narrowing.map((each) => (
          <li key={each.what}>
            <h3>{t(`battery.narrow.${each.what}`)}</h3>
            <Text size="sm">{how(each)}</Text>
            <Text size="sm" c="dimmed">
              {t('battery.narrow.gain', {
                load: loadText(each.load, load.unit, formats),
                now: shortRangeText(each.now, formats, t),
                after: shortRangeText(each.after, formats, t),
              })}
            </Text>
          </li>
        ))}
      </ul>
      <Notice tone="warning">
        <div>{t('battery.narrow.risk')}</div>
        {narrowing.some(({ what }) => what !== 'calibration') ? <div>{t('battery.narrow.riskPlug')}</div> : null}
      </Notice>
    </>
  );
}
