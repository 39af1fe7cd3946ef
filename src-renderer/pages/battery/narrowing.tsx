import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatteryRanges, Narrowing } from '../../../src-shared/contract/index.ts';
import { commandLabel } from '../../../src-shared/nut/index.ts';
import { loadText, shortRangeText } from '../../logic/battery.ts';
import { percentText } from '../../logic/formats.ts';
import { Notice } from '../../parts/notice.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import classes from './ranges.module.css';

interface NarrowingsProps {
  readonly narrowing: BatteryRanges['narrowing'];
  /** The present one. */
  readonly load: NonNullable<BatteryRanges['load']>;
  /** The UPS may go off early. */
  readonly early: boolean;
}

/** What would narrow the ranges and by how much, and what can go wrong meanwhile. */
export function Narrowings({ narrowing, load, early }: NarrowingsProps): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  if (narrowing.length === 0)
    return <Text c="dimmed">{t(early ? 'battery.narrow.early' : 'battery.narrow.none')}</Text>;
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
                then: shortRangeText(each.then, formats, t),
              })}
            </Text>
          </li>
        ))}
      </ul>
      <Notice tone="warning">
        {t('battery.narrow.risk')}
        {narrowing.some(({ what }) => what !== 'calibration') ? ` ${t('battery.narrow.riskPlug')}` : null}
      </Notice>
    </>
  );
}
