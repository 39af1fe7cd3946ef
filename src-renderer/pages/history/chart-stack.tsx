import { useElementSize } from '@mantine/hooks';
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  startTransition,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineEvent } from '../../../src-shared/contract/index.ts';
import { label } from '../../../src-shared/nut/index.ts';
import { domainOf, rowAt, unitGroups } from '../../logic/chart-rows.ts';
import { momentText } from '../../logic/formats.ts';
import { fixedRange, panned, type Range, zoomed } from '../../logic/range.ts';
import { rowsIn, type Tile } from '../../logic/tiles.ts';
import { useFormats } from '../../parts/use-formats.ts';
import classes from './history.module.css';
import { Readout } from './readout.tsx';
import { PLOT, UnitChart } from './unit-chart.tsx';

interface Span {
  readonly from: number;
  readonly to: number;
}

interface ChartStackProps extends Span {
  readonly tiles: readonly Tile[];
  /** The other range of a comparison, and by how many milliseconds it is earlier. */
  readonly second: readonly Tile[];
  readonly earlier: number;
  readonly variables: readonly string[];
  readonly events: readonly EngineEvent[];
  readonly onRange: (range: Range) => void;
  /** By how much it is being moved at the moment; nothing but the picture follows until it is let go. */
  readonly moved: number;
  readonly onMoved: (by: number) => void;
}

interface Drag {
  readonly begin: number;
  readonly end: number;
  readonly pan: boolean;
}

/** One chart for each unit, above each other, and one cursor through all of them. */
export function ChartStack(props: ChartStackProps): ReactNode {
  const { tiles, second, earlier, variables, from, to, events, onRange, moved, onMoved } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const { ref, width } = useElementSize();
  const [cursor, setCursor] = useState<number>();
  const [drag, setDrag] = useState<Drag>();
  const groups = useMemo(() => unitGroups(variables, formats), [variables, formats]);
  const rows = useMemo(() => rowsIn(tiles, from, to), [tiles, from, to]);
  const others = useMemo(() => rowsIn(second, from - earlier, to - earlier), [second, from, to, earlier]);
  // While it is moved the scale stands still.
  const domains = useMemo(() => groups.map((group) => domainOf([...rows, ...others], group)), [groups, rows, others]);
  const inner = Math.max(1, width - PLOT.left - PLOT.right);
  const height = groups.length === 1 ? 340 : groups.length === 2 ? 220 : 170;
  const view = { from: from + moved, to: to + moved };

  // Keys may come faster than the page follows: each goes on from where the last one went.
  const target = useRef<Span>({ from, to });
  useEffect(() => {
    target.current = { from, to };
  }, [from, to]);

  const xOf = (time: number): number => PLOT.left + ((time - view.from) / (to - from)) * inner;
  const timeOf = (event: PointerEvent): number => {
    const part = (event.clientX - event.currentTarget.getBoundingClientRect().left - PLOT.left) / inner;
    return from + Math.min(1, Math.max(0, part)) * (to - from);
  };
  // A transition: what else is on the page follows in small helpings, and the picture stays where it was put till then.
  const apply = (range: Range | undefined): void => {
    if (range?.preset === 'custom') target.current = range;
    startTransition(() => {
      onMoved(0);
      if (range !== undefined) onRange(range);
    });
  };
  const finish = (): void => {
    if (drag === undefined) return;
    setDrag(undefined);
    const { begin, end, pan } = drag;
    // A click is a drag over nothing.
    if (Math.abs(end - begin) < (to - from) / 100) return onMoved(0);
    apply(
      pan ? panned({ from, to }, (begin - end) / (to - from)) : fixedRange(Math.min(begin, end), Math.max(begin, end)),
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = (to - from) / 100;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => setCursor(Math.max(from, (cursor ?? to) - step)),
      ArrowRight: () => setCursor(Math.min(to, (cursor ?? from) + step)),
      Home: () => setCursor(from),
      End: () => setCursor(to),
      Escape: () => setCursor(undefined),
      '+': () => apply(zoomed(target.current, 0.5)),
      '-': () => apply(zoomed(target.current, 2)),
      PageUp: () => apply(panned(target.current, -0.5)),
      PageDown: () => apply(panned(target.current, 0.5)),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  };

  const row = cursor === undefined ? undefined : rowAt(rows, cursor);
  const other = cursor === undefined || earlier === 0 ? undefined : rowAt(others, cursor - earlier);
  return (
    <>
      <Readout
        time={row?.time}
        row={row}
        other={other}
        compared={earlier === 0 ? undefined : { from: from - earlier, to: to - earlier }}
        variables={variables}
        event={cursor === undefined ? undefined : nearest(events, cursor, (to - from) / 150)}
      />
      <div
        ref={ref}
        className={classes['stack']}
        data-panning={drag?.pan === true}
        // The layer is one thing to read and to steer; what it draws is in the table, value by value.
        role="application"
        tabIndex={0}
        aria-label={t('history.chartLabel', {
          names: variables.map((name) => label(name, formats.locale)).join(', '),
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
          if (drag === undefined) setCursor(time);
          else {
            setDrag({ ...drag, end: time });
            if (drag.pan) onMoved(Math.max(drag.begin - time, -from));
            else setCursor(time);
          }
        }}
        onPointerUp={finish}
        onPointerCancel={() => {
          setDrag(undefined);
          onMoved(0);
        }}
        onPointerLeave={() => setCursor(undefined)}
      >
        {width === 0
          ? null
          : groups.map((group, index) => (
              <UnitChart
                key={group.unit}
                tiles={tiles}
                second={second}
                earlier={earlier}
                group={group}
                order={variables}
                from={view.from}
                to={view.to}
                domain={domains[index] ?? [0, 1]}
                events={events}
                width={width}
                height={height}
                last={index === groups.length - 1}
                formats={formats}
              />
            ))}
        {row === undefined || moved !== 0 ? null : (
          <div className={classes['cursor']} style={{ left: xOf(row.time) }} />
        )}
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

function nearest(events: readonly EngineEvent[], time: number, within: number): EngineEvent | undefined {
  return events
    .filter((event) => Math.abs(event.time - time) <= within)
    .toSorted((a, b) => Math.abs(a.time - time) - Math.abs(b.time - time))[0];
}
