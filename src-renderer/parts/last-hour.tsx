import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Series } from '../../src-shared/contract/index.ts';
import { label } from '../../src-shared/nut/index.ts';
import { valueText } from '../logic/formats.ts';
import classes from './last-hour.module.css';
import { Sparkline } from './sparkline.tsx';
import { useFormats } from './use-formats.ts';

/** The last hour of a variable as a line, and beneath it what it spans. As high without a line as with one. */
export const LastHourLine = memo(function LastHourLine(props: {
  readonly name: string;
  readonly points: Series['points'];
  readonly from: number;
  readonly to: number;
  readonly gap: number;
  /** The least height of the scale, in the variable's unit. */
  readonly least: number;
  /** What stands there while nothing was recorded. */
  readonly none: string;
}): ReactNode {
  const { name, points, from, to, gap, least, none } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  if (points.length < 2) return <div className={classes['none']}>{none}</div>;
  const low = valueText(name, Math.min(...points.map((point) => point[1])), formats);
  const high = valueText(name, Math.max(...points.map((point) => point[3])), formats);
  return (
    <>
      <Sparkline
        points={points}
        from={from}
        to={to}
        gap={gap}
        least={least}
        label={t('overview.sparkLabel', { name: label(name, formats.locale), low, high })}
      />
      {/* The line's own name says it too. */}
      <div className={classes['span']} aria-hidden>
        <span>
          {t('overview.lowest')} <b>{low}</b>
        </span>
        <span>
          {t('overview.highest')} <b>{high}</b>
        </span>
      </div>
    </>
  );
});
