import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Series } from '../../../src-shared/contract/index.ts';
import { label } from '../../../src-shared/nut/index.ts';
import { valueText } from '../../logic/formats.ts';
import { LastHourLine } from '../../parts/last-hour.tsx';
import { Origin } from '../../parts/origin.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useLastHour } from '../../parts/use-last-hour.ts';
import { useScreens } from '../../state/hooks.ts';
import classes from './measures.module.css';

/** What is shown with a sparkline, and the least height of its scale in the variable's unit. */
const MEASURES: readonly (readonly [name: string, least: number])[] = [
  ['input.voltage', 10],
  ['output.voltage', 10],
  ['input.frequency', 1],
  ['ups.temperature', 4],
];
/** Where these are not reported, what says nearly the same. */
const INSTEAD: Readonly<Record<string, string>> = {
  'ups.temperature': 'battery.temperature',
  'input.frequency': 'output.frequency',
};

/** Voltages, frequency and temperature with their last hour. */
export const Measures = memo(function Measures({
  device,
  old,
}: {
  readonly device: string;
  readonly old: boolean;
}): ReactNode {
  const names = useScreens((screens) => {
    const values = screens.state?.devices[device]?.values ?? {};
    return MEASURES.map(([name]) => {
      const other = INSTEAD[name];
      return values[name] === undefined && other !== undefined && values[other] !== undefined ? other : name;
    }).join(' ');
  });
  const { from, to, gap, pointsOf } = useLastHour(device, names.split(' '));
  return (
    <div className={classes['measures']}>
      {names.split(' ').map((name, index) => (
        <Measure
          key={name}
          device={device}
          name={name}
          old={old}
          from={from}
          to={to}
          least={MEASURES[index]?.[1] ?? 1}
          gap={gap}
          points={pointsOf(name)}
        />
      ))}
    </div>
  );
});

interface MeasureProps {
  readonly device: string;
  readonly name: string;
  readonly old: boolean;
  readonly from: number;
  readonly to: number;
  readonly least: number;
  readonly gap: number;
  readonly points: Series['points'];
}

const Measure = memo(function Measure({ device, name, old, from, to, least, gap, points }: MeasureProps): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const value = useScreens((screens) => screens.state?.devices[device]?.values[name]);
  const derived = useScreens((screens) => screens.state?.devices[device]?.derived.includes(name) ?? false);
  const corrected = useScreens((screens) => screens.state?.devices[device]?.corrected?.[name]);
  const why = useScreens((screens) => screens.state?.devices[device]?.absent[name]);
  return (
    <div className={`panel ${old ? 'old' : ''}`}>
      <div className={classes['head']}>
        <span className={classes['name']}>{label(name, formats.locale)}</span>
        {points.length < 2 ? null : <span>{t('overview.lastHour')}</span>}
      </div>
      <div
        className={value === undefined ? classes['missing'] : classes['value']}
        {...(why === undefined ? {} : { title: why })}
      >
        {valueText(name, value, formats)}
        <Origin derived={derived} corrected={corrected} />
      </div>
      <div className={classes['spark']}>
        <LastHourLine
          name={name}
          points={points}
          from={from}
          to={to}
          gap={gap}
          least={least}
          none={value === undefined ? (why ?? '') : t('overview.noHistory')}
        />
      </div>
    </div>
  );
});
