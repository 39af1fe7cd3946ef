import { VisuallyHidden } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiaryCell } from '../../../src-shared/contract/index.ts';
import { type DiaryChoice, diaryGrid } from '../../logic/diary.ts';
import { hourText, numberText, shortDuration, weekdayText } from '../../logic/formats.ts';
import { useFormats } from '../../parts/use-formats.ts';
import classes from './diary.module.css';

/** Less than this was recorded of an hour of the week: nothing can be said of it. Hours. */
const LEAST_RECORDED = 0.25;
/** The faintest and the strongest shade, in percent of the colour: figures stay readable on all of them. */
const SHADE = { least: 10, most: 50 } as const;

/** The week as a table of counts, shaded by how many: its own table for who cannot see the shades. */
export const DiaryGrid = memo(function DiaryGrid({
  cells,
  choice,
}: {
  readonly cells: readonly DiaryCell[];
  readonly choice: DiaryChoice;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { rows, most } = diaryGrid(cells, choice);
  const kind = choice === 'all' ? t('diary.all') : t(`diary.kinds.${choice}`);
  return (
    <>
      <div className={classes['scroll']} role="region" aria-label={t('diary.grid', { kind })} tabIndex={0}>
        <table className={classes['grid']}>
          <caption>
            <VisuallyHidden>{t('diary.grid', { kind })}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <VisuallyHidden>{t('diary.day')}</VisuallyHidden>
              </th>
              {Array.from({ length: 24 }, (_, hour) => (
                <th key={hour} scope="col">
                  {hour % 3 === 0 ? (
                    hourText(hour, formats)
                  ) : (
                    <VisuallyHidden>{hourText(hour, formats)}</VisuallyHidden>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.weekday}>
                <th scope="row">{weekdayText(row.weekday, 'short', formats)}</th>
                {row.cells.map(({ hour, count, recorded }) => {
                  const place = { day: weekdayText(row.weekday, 'long', formats), hour: hourText(hour, formats) };
                  const known = recorded >= LEAST_RECORDED;
                  const shade = count === 0 ? 0 : SHADE.least + (SHADE.most - SHADE.least) * (count / most);
                  const said = known
                    ? t('diary.cell', {
                        ...place,
                        count: numberText(count, formats),
                        recorded: shortDuration(recorded * 3600, formats),
                      })
                    : t('diary.notRecorded', place);
                  return (
                    <td
                      key={hour}
                      title={said}
                      data-known={known}
                      style={count === 0 ? undefined : { background: shadeOf(shade) }}
                    >
                      {count > 0 ? numberText(count, formats) : <VisuallyHidden>{known ? '0' : '–'}</VisuallyHidden>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes['legend']} aria-hidden>
        <i data-known={false} />
        <span>{t('diary.legendNone')}</span>
        {[0, SHADE.least, 24, 37, SHADE.most].map((shade) => (
          <i key={shade} style={shade === 0 ? undefined : { background: shadeOf(shade) }} />
        ))}
        <span>{t('diary.legendSome')}</span>
      </div>
    </>
  );
});

function shadeOf(shade: number): string {
  return `color-mix(in srgb, var(--series-0) ${shade.toFixed(0)}%, var(--track))`;
}
