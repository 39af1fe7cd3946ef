import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, memo, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiaryCell } from '../../../src-shared/contract/index.ts';
import { type DiaryChoice, diaryGrid, type HourOfWeek } from '../../logic/diary.ts';
import { hourText, numberText, shortDuration, weekdayText } from '../../logic/formats.ts';
import { useFormats } from '../../parts/use-formats.ts';
import classes from './diary.module.css';

/** Less than this was recorded of an hour of the week: nothing can be said of it. Hours. */
const LEAST_RECORDED = 0.25;
/** The faintest and the strongest shade, in percent of the colour: figures stay readable on all of them. */
const SHADE = { least: 10, most: 50 } as const;
const HOURS = 24;

/** The week as a table of counts, shaded by how many; each hour can be chosen, with the mouse and with the keyboard. */
export const DiaryGrid = memo(function DiaryGrid({
  cells,
  choice,
  at,
  onAt,
}: {
  readonly cells: readonly DiaryCell[];
  readonly choice: DiaryChoice;
  readonly at: HourOfWeek | undefined;
  /** The chosen one chosen again chooses none. */
  readonly onAt: (at: HourOfWeek | undefined) => void;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { rows, most } = diaryGrid(cells, choice);
  const kind = choice === 'all' ? t('diary.all') : t(`diary.kinds.${choice}`);
  // One cell is reached by Tab, the others from there by arrows.
  const [stop, setStop] = useState(() => ({
    row: Math.max(
      0,
      rows.findIndex(({ weekday }) => weekday === at?.weekday),
    ),
    hour: at?.hour ?? 0,
  }));
  const body = useRef<HTMLTableSectionElement>(null);
  const goTo = (row: number, hour: number): void => {
    const next = { row: Math.min(rows.length - 1, Math.max(0, row)), hour: Math.min(HOURS - 1, Math.max(0, hour)) };
    setStop(next);
    body.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.hour}"]`)?.focus();
  };
  const toggle = (place: HourOfWeek): void =>
    onAt(at?.weekday === place.weekday && at.hour === place.hour ? undefined : place);
  const onKeyDown = (event: KeyboardEvent): void => {
    const { row, hour } = stop;
    const weekday = rows[row]?.weekday ?? 0;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => goTo(row, hour - 1),
      ArrowRight: () => goTo(row, hour + 1),
      ArrowUp: () => goTo(row - 1, hour),
      ArrowDown: () => goTo(row + 1, hour),
      Home: () => goTo(event.ctrlKey ? 0 : row, 0),
      End: () => goTo(event.ctrlKey ? rows.length - 1 : row, HOURS - 1),
      Enter: () => toggle({ weekday, hour }),
      ' ': () => toggle({ weekday, hour }),
      Escape: () => onAt(undefined),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  };
  return (
    <>
      <div className={classes['scroll']}>
        <table className={classes['grid']} role="grid" aria-label={t('diary.grid', { kind })}>
          <thead>
            <tr>
              <th scope="col">
                <VisuallyHidden>{t('diary.day')}</VisuallyHidden>
              </th>
              {Array.from({ length: HOURS }, (_, hour) => (
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
          <tbody ref={body} onKeyDown={onKeyDown}>
            {rows.map((row, index) => (
              <tr key={row.weekday}>
                <th scope="row">{weekdayText(row.weekday, 'short', formats)}</th>
                {row.cells.map(({ hour, count, recorded }) => {
                  const place = { day: weekdayText(row.weekday, 'long', formats), hour: hourText(hour, formats) };
                  // What happened there was recorded, however short the recording.
                  const known = recorded >= LEAST_RECORDED || count > 0;
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
                      role="gridcell"
                      title={said}
                      aria-label={said}
                      aria-selected={at?.weekday === row.weekday && at.hour === hour}
                      tabIndex={stop.row === index && stop.hour === hour ? 0 : -1}
                      data-cell={`${index}-${hour}`}
                      data-known={known}
                      style={count === 0 ? undefined : { background: shadeOf(shade) }}
                      onClick={() => {
                        setStop({ row: index, hour });
                        toggle({ weekday: row.weekday, hour });
                      }}
                    >
                      {count > 0 ? numberText(count, formats) : null}
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
