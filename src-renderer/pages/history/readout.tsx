import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineEvent } from '../../../src-shared/contract/index.ts';
import { label } from '../../../src-shared/nut/index.ts';
import type { Row, Sample } from '../../logic/chart-rows.ts';
import { type Formats, measureText, momentText, numberText, shortDuration, unitOf } from '../../logic/formats.ts';
import { rangeText, type Span } from '../../logic/range.ts';
import { precisionOf } from '../../logic/tiles.ts';
import { useFormats } from '../../parts/use-formats.ts';
import { useNow } from '../../state/hooks.ts';
import classes from './history.module.css';
import { seriesColour } from './tile.tsx';

/** A sample as text: its mean, and its band where there is one. */
export function sampleText(
  name: string,
  sample: Sample | undefined,
  formats: Formats,
): { readonly mean: string; readonly band: string } {
  if (sample === undefined) return { mean: '–', band: '' };
  const unit = unitOf(name, formats);
  const digits = unit === 'Hz' || unit === '' ? 2 : 1;
  const text = (value: number): string =>
    unit === 's' ? shortDuration(value, formats) : numberText(value, formats, digits);
  const mean = unit === 's' ? text(sample.mean) : measureText(sample.mean, unit, formats, digits);
  return { mean, band: sample.low === sample.high ? '' : `${text(sample.low)} – ${text(sample.high)}` };
}

interface ReadoutProps {
  readonly time: number | undefined;
  /** What is in sight. */
  readonly view: Span;
  /** Nothing was recorded there. */
  readonly silent: boolean;
  readonly row: Row | undefined;
  /** The same moment of the other range of a comparison. */
  readonly other: Row | undefined;
  readonly compared: { readonly from: number; readonly to: number } | undefined;
  readonly variables: readonly string[];
  /** What happened where the cursor stands. */
  readonly event: EngineEvent | undefined;
}

/** The legend: what every series says where the cursor stands, else what it says of all that is shown. */
export function Readout({ time, view, silent, row, other, compared, variables, event }: ReadoutProps): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  // What is shown ends a little after now, so that it is not asked for each second.
  const now = useNow();
  return (
    <div className={classes['readout']}>
      <div className={classes['where']}>
        <span className={classes['moment']} aria-live={time === undefined ? 'off' : 'polite'}>
          {time === undefined
            ? rangeText({ from: view.from, to: Math.min(view.to, Math.max(now, view.from)) }, formats)
            : silent
              ? t('history.silent', { time: momentText(time, 'minute', formats) })
              : momentText(time, precisionOf(view.to - view.from), formats)}
        </span>
        {event === undefined ? null : (
          <span className={`${classes['happened'] ?? ''} tone-${event.severity}`} title={event.text}>
            {t('history.happened', { time: momentText(event.time, 'time', formats), text: event.text })}
          </span>
        )}
        {time === undefined ? <span className={classes['hint']}>{t('history.hint')}</span> : null}
      </div>
      {variables.map((name, index) => {
        const said = row === undefined ? undefined : sampleText(name, row.samples[name], formats);
        return (
          <span key={name} className={classes['legend']}>
            <i style={{ background: seriesColour(index) }} />
            {label(name, formats.locale)}
            {said === undefined ? null : <b>{said.mean}</b>}
            {said === undefined || said.band === '' ? null : <small>{said.band}</small>}
            {said === undefined || compared === undefined ? null : (
              <small>{t('history.was', { value: sampleText(name, other?.samples[name], formats).mean })}</small>
            )}
          </span>
        );
      })}
      {compared === undefined ? null : (
        <span className={classes['legend']}>
          <svg width={26} height={6} aria-hidden>
            <line x1={0} x2={26} y1={3} y2={3} stroke="currentColor" strokeWidth={1.6} strokeDasharray="5 4" />
          </svg>
          {t('history.dashed', { range: rangeText(compared, formats) })}
        </span>
      )}
    </div>
  );
}
