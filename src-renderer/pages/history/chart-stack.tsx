import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Band, EngineEvent } from '../../../src-shared/contract/index.ts';
import { label } from '../../../src-shared/nut/index.ts';
import { type Row, rowAt, unitGroups } from '../../logic/chart-rows.ts';
import { momentText } from '../../logic/formats.ts';
import { fixedRange, panned, type Range, zoomed } from '../../logic/range.ts';
import { useFormats } from '../../parts/use-formats.ts';
import classes from './history.module.css';
import { Readout } from './readout.tsx';
import { PLOT, UnitChart } from './unit-chart.tsx';

interface ChartStackProps {
  readonly rows: readonly Row[];
  readonly variables: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly bands: readonly Band[];
  readonly events: readonly EngineEvent[];
  readonly onRange: (range: Range) => void;
}

/** One chart for each unit, above each other, and one cursor through all of them. */
export function ChartStack({ rows, variables, from, to, bands, events, onRange }: ChartStackProps): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { ref, width } = useElementSize();
  const [cursor, setCursor] = useState<number>();
  const [drag, setDrag] = useState<{ readonly begin: number; readonly end: number; readonly pan: boolean }>();
  const groups = useMemo(() => unitGroups(variables, formats), [variables, formats]);
  const inner = Math.max(1, width - PLOT.left - PLOT.right);
  const height = groups.length === 1 ? 340 : groups.length === 2 ? 220 : 170;

  const xOf = (time: number): number => PLOT.left + ((time - from) / (to - from)) * inner;
  const timeOf = (event: PointerEvent): number => {
    const part = (event.clientX - event.currentTarget.getBoundingClientRect().left - PLOT.left) / inner;
    return from + Math.min(1, Math.max(0, part)) * (to - from);
  };
  const finish = (): void => {
    if (drag === undefined) return;
    setDrag(undefined);
    const { begin, end, pan } = drag;
    // A click is a drag over nothing.
    if (Math.abs(end - begin) < (to - from) / 100) return;
    const range = pan
      ? panned({ from, to }, (begin - end) / (to - from))
      : fixedRange(Math.min(begin, end), Math.max(begin, end));
    if (range !== undefined) onRange(range);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = (to - from) / 100;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => setCursor(Math.max(from, (cursor ?? to) - step)),
      ArrowRight: () => setCursor(Math.min(to, (cursor ?? from) + step)),
      Escape: () => setCursor(undefined),
      '+': () => apply(zoomed({ from, to }, 0.5)),
      '-': () => apply(zoomed({ from, to }, 2)),
      PageUp: () => apply(panned({ from, to }, -0.5)),
      PageDown: () => apply(panned({ from, to }, 0.5)),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  };
  const apply = (range: Range | undefined): void => {
    if (range !== undefined) onRange(range);
  };

  const row = cursor === undefined ? undefined : rowAt(rows, cursor);
  return (
    <>
      <Readout row={row} variables={variables} />
      <div
        ref={ref}
        className={classes['stack']}
        // The layer is one thing to read and to steer; what it draws is in the table, value by value.
        role="application"
        tabIndex={0}
        aria-label={t('history.chartLabel', {
          names: variables.map(label).join(', '),
          from: momentText(from, 'minute', formats),
          to: momentText(to, 'minute', formats),
        })}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          const time = timeOf(event);
          setDrag({ begin: time, end: time, pan: event.shiftKey });
        }}
        onPointerMove={(event) => {
          const time = timeOf(event);
          setCursor(time);
          if (drag !== undefined) setDrag({ ...drag, end: time });
        }}
        onPointerUp={finish}
        onPointerCancel={() => setDrag(undefined)}
        onPointerLeave={() => setCursor(undefined)}
      >
        {width === 0
          ? null
          : groups.map((group, index) => (
              <UnitChart
                key={group.unit}
                rows={rows}
                group={group}
                order={variables}
                from={from}
                to={to}
                bands={bands}
                events={events}
                width={width}
                height={height}
                last={index === groups.length - 1}
                formats={formats}
              />
            ))}
        {row === undefined ? null : <div className={classes['cursor']} style={{ left: xOf(row.time) }} />}
        {drag === undefined || drag.pan ? null : (
          <div
            className={classes['selection']}
            style={{ left: xOf(Math.min(drag.begin, drag.end)), width: Math.abs(xOf(drag.end) - xOf(drag.begin)) }}
          />
        )}
      </div>
    </>
  );
}
