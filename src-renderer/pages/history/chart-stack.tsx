import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineEvent } from '../../../src-shared/contract/index.ts';
import { label } from '../../../src-shared/nut/index.ts';
import { type Domain, domainOf, rowAt, thinned, unitGroups } from '../../logic/chart-rows.ts';
import { momentText } from '../../logic/formats.ts';
import type { Range, Span } from '../../logic/range.ts';
import { gapsOf, rowsIn, type Tile } from '../../logic/tiles.ts';
import { useFormats } from '../../parts/use-formats.ts';
import classes from './history.module.css';
import { Readout } from './readout.tsx';
import { PLOT, UnitChart } from './unit-chart.tsx';
import { useSteering } from './use-steering.ts';

interface ChartStackProps extends Span {
  readonly tiles: readonly Tile[];
  /** The other range of a comparison, and by how many milliseconds it is earlier. */
  readonly second: readonly Tile[];
  readonly earlier: number;
  readonly variables: readonly string[];
  readonly events: readonly EngineEvent[];
  /** The time of the engine's clock, in steps. */
  readonly now: number;
  readonly onRange: (range: Range, moved: boolean) => void;
  /** What is in sight while it is being moved; nothing but the picture follows until it is let go. */
  readonly view: Span | undefined;
  readonly onView: (view: Span | undefined) => void;
}

/** One chart for each unit, above each other, and one cursor through all of them. */
export function ChartStack(props: ChartStackProps): ReactNode {
  const { tiles, second, earlier, variables, from, to, events, now, onRange, onView } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const size = useElementSize();
  const { width } = size;
  const groups = useMemo(() => unitGroups(variables, formats), [variables, formats]);
  const rows = useMemo(() => rowsIn(tiles, from, to), [tiles, from, to]);
  const others = useMemo(() => rowsIn(second, from - earlier, to - earlier), [second, from, to, earlier]);
  const gaps = useMemo(() => gapsOf(tiles), [tiles]);
  // While it is moved the scale stands still, and where nothing was recorded it stays what it was.
  const domains = useKept(
    useMemo(
      () => new Map(groups.map((group) => [group.unit, domainOf([...rows, ...others], group)] as const)),
      [groups, rows, others],
    ),
  );
  const inner = Math.max(1, width - PLOT.left - PLOT.right);
  const height = groups.length === 1 ? 340 : groups.length === 2 ? 220 : 170;
  const view = props.view ?? { from, to };
  const element = useRef<HTMLDivElement>(null);
  const { cursor, selection, panning, listeners } = useSteering({
    ref: element,
    left: PLOT.left,
    inner,
    shown: { from, to },
    view,
    latest: Math.max(now, to),
    onView,
    onRange,
  });
  const xOf = (time: number): number => PLOT.left + ((time - view.from) / (view.to - view.from)) * inner;
  const silent = cursor !== undefined && gaps.some((gap) => cursor >= gap.from && cursor < gap.to);
  const row = cursor === undefined || silent ? undefined : rowAt(rows, cursor);
  const other = cursor === undefined || earlier === 0 ? undefined : rowAt(others, cursor - earlier);
  const time = row?.time ?? cursor;
  const all = useMemo(() => ({ row: thinned(rows, 1)[0], other: thinned(others, 1)[0] }), [rows, others]);
  return (
    <>
      <Readout
        time={time}
        view={view}
        silent={silent}
        row={time === undefined ? all.row : row}
        other={time === undefined ? all.other : other}
        compared={earlier === 0 ? undefined : { from: from - earlier, to: to - earlier }}
        variables={variables}
        event={cursor === undefined ? undefined : nearest(events, cursor, (to - from) / 150)}
      />
      <div
        ref={element}
        className={classes['stack']}
        data-panning={panning}
        // The layer is one thing to read and to steer; what it draws is in the table, value by value.
        role="application"
        tabIndex={0}
        aria-label={t('history.chartLabel', {
          names: variables.map((name) => label(name, formats.locale)).join(', '),
          from: momentText(from, 'minute', formats),
          to: momentText(to, 'minute', formats),
        })}
        {...listeners}
      >
        <div ref={size.ref}>
          {width === 0
            ? null
            : groups.map((group, index) => (
                <UnitChart
                  key={group.unit}
                  tiles={tiles}
                  second={second}
                  earlier={earlier}
                  gaps={gaps}
                  group={group}
                  order={variables}
                  from={view.from}
                  to={view.to}
                  domain={domains.get(group.unit)}
                  events={events}
                  width={width}
                  height={height}
                  first={index === 0}
                  last={index === groups.length - 1}
                  formats={formats}
                />
              ))}
        </div>
        {time === undefined || props.view !== undefined ? null : (
          <div className={classes['cursor']} style={{ left: xOf(time) }} />
        )}
        {selection === undefined ? null : (
          <div
            className={classes['selection']}
            style={{ left: xOf(selection.from), width: xOf(selection.to) - xOf(selection.from) }}
          />
        )}
      </div>
    </>
  );
}

type Domains = ReadonlyMap<string, Domain | undefined>;

/** The scales, each as it was last where there is none now. */
function useKept(domains: Domains): Domains {
  const [kept, setKept] = useState(domains);
  const merged = useMemo(
    () => new Map([...domains].map(([unit, domain]) => [unit, domain ?? kept.get(unit)])),
    [domains, kept],
  );
  if ([...merged].some(([unit, domain]) => domain !== undefined && domain !== kept.get(unit))) setKept(merged);
  return merged;
}

function nearest(events: readonly EngineEvent[], time: number, within: number): EngineEvent | undefined {
  return events
    .filter((event) => Math.abs(event.time - time) <= within)
    .toSorted((a, b) => Math.abs(a.time - time) - Math.abs(b.time - time))[0];
}
