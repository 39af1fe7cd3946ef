import { VisuallyHidden } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { memo, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Series } from '../../src-shared/contract/index.ts';
import { momentText, percentText } from '../logic/formats.ts';
import type { Mark } from '../logic/gauge.ts';
import { chargeAt, type Expectation } from '../logic/outage.ts';
import { timeTicks } from '../logic/time-axis.ts';
import classes from './charge-chart.module.css';
import { useFormats } from './use-formats.ts';

const HEIGHT = 190;
const LEFT = 44;
const RIGHT = 12;
const TOP = 10;
const BOTTOM = HEIGHT - 24;
/** Points further apart than this were not measured in between. Milliseconds. */
const GAP = 60_000;
/** Rows of the table behind the chart. */
const ROWS = 8;

interface ChargeChartProps {
  readonly from: number;
  readonly to: number;
  /** Where the line of the moment stands. */
  readonly now: number;
  readonly measured: Series['points'];
  readonly expectation: Expectation | undefined;
  /** Thresholds, in percent of charge. */
  readonly marks: readonly Mark[];
  /** When the last step is due. */
  readonly actsAt: number | undefined;
}

/** The charge of this outage so far over the one expected, and the thresholds on its way down. */
export const ChargeChart = memo(function ChargeChart(props: ChargeChartProps): ReactNode {
  const { from, to, now, measured, expectation, marks, actsAt } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const { ref, width } = useElementSize();
  const clip = useId();
  const x = (time: number): number => LEFT + ((time - from) / (to - from)) * Math.max(1, width - LEFT - RIGHT);
  const y = (percent: number): number => BOTTOM - (percent / 100) * (BOTTOM - TOP);
  const at = (time: number, percent: number): string => `${x(time).toFixed(1)} ${y(percent).toFixed(1)}`;
  let line = '';
  let before: number | undefined;
  for (const [time, , mean] of measured) {
    line += `${before === undefined || time - before > GAP ? 'M' : 'L'}${at(time, mean)}`;
    before = time;
  }
  const expected = expectation?.points ?? [];
  const course = expected.map((point, index) => `${index === 0 ? 'M' : 'L'}${at(point.at, point.charge)}`).join('');
  const wide = expected.some(({ low, high }) => high > low);
  const range = [
    ...expected.map((point) => at(point.at, point.high)),
    ...expected.toReversed().map((point) => at(point.at, point.low)),
  ].join('L');
  const percent = (value: number): string => percentText(value, formats);
  const first = measured[0]?.[2];
  const last = measured.at(-1)?.[2];
  return (
    <div ref={ref} className={classes['chart']}>
      <svg
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={t('outlook.chartLabel', {
          from: first === undefined ? t('common.notReported') : percent(first),
          now: last === undefined ? t('common.notReported') : percent(last),
        })}
      >
        <clipPath id={clip}>
          <rect x={LEFT} y={TOP - 3} width={Math.max(0, width - LEFT - RIGHT)} height={BOTTOM - TOP + 6} />
        </clipPath>
        <g className={classes['axis']}>
          {[0, 25, 50, 75, 100].map((value) => (
            <g key={value}>
              <line x1={LEFT} x2={width - RIGHT} y1={y(value)} y2={y(value)} />
              <text x={LEFT - 8} y={y(value)} dy="0.35em" textAnchor="end">
                {percent(value)}
              </text>
            </g>
          ))}
          {timeTicks(from, to, Math.max(2, Math.floor(width / 120)), formats.locale).map((tick) => (
            <text key={tick.at} x={Math.min(x(tick.at), width - 34)} y={HEIGHT - 6} textAnchor="middle">
              {tick.text}
            </text>
          ))}
        </g>
        <g clipPath={`url(#${clip})`}>
          {wide ? <path d={`M${range}Z`} className={classes['range']} /> : null}
          <path d={course} className={classes['course']} />
          {marks.map((mark) => (
            <line
              key={mark.text}
              className={`${classes['threshold'] ?? ''} tone-${mark.tone}`}
              x1={LEFT}
              x2={width - RIGHT}
              y1={y(mark.at)}
              y2={y(mark.at)}
            />
          ))}
          {actsAt === undefined ? null : (
            <line className={classes['act']} x1={x(actsAt)} x2={x(actsAt)} y1={TOP} y2={BOTTOM} />
          )}
          <line className={classes['now']} x1={x(now)} x2={x(now)} y1={TOP} y2={BOTTOM} />
          <path d={line} className={classes['measured']} />
          {last === undefined ? null : <circle cx={x(measured.at(-1)?.[0] ?? now)} cy={y(last)} r={4} />}
        </g>
        <g className={classes['names']}>
          {marks.map((mark, index) => (
            <text
              key={mark.text}
              className={`tone-${mark.tone}`}
              x={width - RIGHT - 6}
              // Two thresholds at one height keep their words apart.
              y={y(mark.at) + (marks.slice(0, index).some((other) => Math.abs(other.at - mark.at) < 8) ? 14 : -5)}
              textAnchor="end"
            >
              {mark.text}
            </text>
          ))}
        </g>
      </svg>
      <div className={classes['key']} aria-hidden>
        <span>
          <i className={classes['keyMeasured']} />
          {t('outlook.measured')}
        </span>
        {expectation === undefined ? null : (
          <span>
            <i className={classes['keyCourse']} />
            {t(`outlook.expected.${expectation.source}`)}
          </span>
        )}
      </div>
      <VisuallyHidden>
        <table>
          <caption>{t('outlook.chart')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('outlook.time')}</th>
              <th scope="col">{t('outlook.measured')}</th>
              {expectation === undefined ? null : <th scope="col">{t(`outlook.expected.${expectation.source}`)}</th>}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: ROWS }, (_, index) => from + ((to - from) * index) / (ROWS - 1)).map((time) => {
              const read = measured.findLast((point) => point[0] <= time && time <= now && time - point[0] <= GAP);
              const should = chargeAt(time, expected);
              return (
                <tr key={time}>
                  <td>{momentText(time, 'time', formats)}</td>
                  <td>{read === undefined ? '–' : percent(read[2])}</td>
                  {expectation === undefined ? null : <td>{should === undefined ? '–' : percent(should)}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </VisuallyHidden>
    </div>
  );
});
