import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { label } from '../../../src-shared/nut/index.ts';
import type { Row, Sample } from '../../logic/chart-rows.ts';
import { type Formats, momentText, numberText, shortDuration, unitOf } from '../../logic/formats.ts';
import { useFormats } from '../../parts/use-formats.ts';
import classes from './history.module.css';
import { seriesColour } from './unit-chart.tsx';

/** A sample as text: its mean, and its band where there is one. */
export function sampleText(
  name: string,
  sample: Sample | undefined,
  formats: Formats,
): { readonly mean: string; readonly band: string } {
  if (sample === undefined) return { mean: '–', band: '' };
  const unit = unitOf(name, formats);
  const text = (value: number): string =>
    unit === 's' ? shortDuration(value, formats) : numberText(value, formats, 2);
  const mean = unit === 's' || unit === '' ? text(sample.mean) : `${text(sample.mean)} ${unit}`;
  return { mean, band: sample.low === sample.high ? '' : `${text(sample.low)} – ${text(sample.high)}` };
}

/** The legend; while the cursor stands somewhere, what every series says there. */
export function Readout({
  row,
  variables,
}: {
  readonly row: Row | undefined;
  readonly variables: readonly string[];
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div className={classes['readout']} aria-live="polite">
      <span className={classes['moment']}>
        {row === undefined ? t('history.hint') : momentText(row.time, 'both', formats)}
      </span>
      {variables.map((name, index) => {
        const { mean, band } =
          row === undefined ? { mean: '', band: '' } : sampleText(name, row.samples[name], formats);
        return (
          <span key={name} className={classes['legend']}>
            <i style={{ background: seriesColour(index) }} />
            {label(name)}
            {mean === '' ? null : <b>{mean}</b>}
            {band === '' ? null : <small>{band}</small>}
          </span>
        );
      })}
    </div>
  );
}
