import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GaugeView, Mark } from '../../logic/gauge.ts';
import { Origin } from '../../parts/origin.tsx';
import classes from './gauge.module.css';

/** The dial is an open circle: 250 degrees, the gap at the bottom. Units of the drawing. */
const RADIUS = 54;
const WIDTH = 9;
const SPAN = 250;
const START = -SPAN / 2;
const SIZE = 140;

function point(fraction: number, radius: number): readonly [number, number] {
  const angle = ((START + SPAN * fraction) * Math.PI) / 180;
  return [SIZE / 2 + radius * Math.sin(angle), SIZE / 2 - radius * Math.cos(angle)];
}

function arc(from: number, to: number, radius = RADIUS): string {
  const [x0, y0] = point(from, radius);
  const [x1, y1] = point(to, radius);
  return `M${x0} ${y0}A${radius} ${radius} 0 ${SPAN * (to - from) > 180 ? 1 : 0} 1 ${x1} ${y1}`;
}

/** What was learned is drawn around the dial, where nothing covers it. */
const AROUND = RADIUS + WIDTH / 2 + 6;

function fractionOf(value: number, max: number): number {
  return max <= 0 ? 0 : Math.min(1, Math.max(0, value / max));
}

/** One dial: the value, the thresholds as ticks, and beneath them in words. */
export const Gauge = memo(function Gauge(props: {
  readonly view: GaugeView;
  readonly derived: boolean;
  readonly corrected: string | undefined;
  readonly absentWhy: string | undefined;
  readonly old: boolean;
}): ReactNode {
  const { view, derived, corrected, absentWhy, old } = props;
  const { t } = useTranslation();
  const { value, max, figure, marks, tone, learned } = view;
  const name = t(`gauge.${view.kind}`);
  const shown = value === undefined ? t('common.notReported') : figure.join(' ');
  const fill = tone === 'good' || old ? 'var(--series-0)' : 'var(--tone)';
  return (
    <div className={`${classes['gauge'] ?? ''} tone-${tone} ${old ? 'old' : ''}`}>
      <svg
        viewBox={`0 0 ${SIZE} 124`}
        className={classes['dial']}
        role="meter"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value ?? 0}
        aria-valuetext={[
          shown,
          ...(learned === undefined ? [] : [learned.text]),
          ...marks.map(({ text }) => text),
        ].join('. ')}
      >
        <path
          d={arc(0, 1)}
          fill="none"
          stroke="var(--track)"
          strokeWidth={WIDTH}
          strokeLinecap="round"
          {...(value === undefined ? { strokeDasharray: '2 12' } : {})}
        />
        {value === undefined || value <= 0 ? null : (
          <path
            d={arc(0, fractionOf(value, max))}
            fill="none"
            stroke={old ? 'var(--unknown)' : fill}
            strokeWidth={WIDTH}
            strokeLinecap="round"
          />
        )}
        {learned === undefined ? null : (
          <path
            d={arc(
              fractionOf(learned.range.low, max),
              Math.max(fractionOf(learned.range.high, max), fractionOf(learned.range.low, max) + 0.01),
              AROUND,
            )}
            className={classes['learned']}
          />
        )}
        {marks.map((mark) => (
          <Tick key={mark.text} mark={mark} max={max} />
        ))}
        {value === undefined ? (
          <Missing text={t('common.notReported')} />
        ) : (
          <>
            <text x={SIZE / 2} y={78} textAnchor="middle" className={classes['figure']}>
              {figure[0]}
            </text>
            <text x={SIZE / 2} y={98} textAnchor="middle" className={classes['unit']}>
              {figure[1]}
            </text>
          </>
        )}
      </svg>
      <div className={classes['side']}>
        <div className={classes['name']}>
          {name}
          {value === undefined ? null : <Origin derived={derived} corrected={corrected} />}
        </div>
        <ul className={classes['marks']} aria-hidden>
          {value === undefined && absentWhy !== undefined ? <li>{absentWhy}</li> : null}
          {learned === undefined ? null : (
            <li>
              <i className={classes['learnedKey']} />
              {learned.text}
            </li>
          )}
          {marks.map((mark) => (
            <li key={mark.text} className={`tone-${mark.tone}`}>
              <i />
              {mark.text}
            </li>
          ))}
          {marks.length === 0 && absentWhy === undefined && learned === undefined ? (
            <li>{t('gauge.noThreshold')}</li>
          ) : null}
        </ul>
      </div>
    </div>
  );
});

/** So many letters keep their distance from the ring, at its lower end, in every font. */
const LETTERS = 12;
/** Lines of words are so far apart. */
const LINE = 15;

/** That there is no value, in words that stay inside the ring: where they are long, one below the other. */
function Missing({ text }: { readonly text: string }): ReactNode {
  const lines = text.length > LETTERS ? text.split(' ') : [text];
  const first = 98 - (lines.length - 1) * LINE;
  return (
    <>
      <text x={SIZE / 2} y={first - 20} textAnchor="middle" className={classes['missing']}>
        –
      </text>
      <text textAnchor="middle" className={classes['unit']}>
        {lines.map((line, index) => (
          <tspan key={line} x={SIZE / 2} y={first + index * LINE}>
            {line}
          </tspan>
        ))}
      </text>
    </>
  );
}

function Tick({ mark, max }: { readonly mark: Mark; readonly max: number }): ReactNode {
  const fraction = fractionOf(mark.at, max);
  const [x0, y0] = point(fraction, RADIUS - WIDTH / 2 - 2);
  const [x1, y1] = point(fraction, RADIUS + WIDTH / 2 + 4);
  return (
    <line
      x1={x0}
      y1={y0}
      x2={x1}
      y2={y1}
      className={`tone-${mark.tone}`}
      stroke="var(--tone)"
      strokeWidth={2.5}
      strokeLinecap="round"
    />
  );
}
