import { Button } from '@mantine/core';
import { IconChartLine } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineEvent } from '../../../src-shared/contract/index.ts';
import { shortDuration } from '../../logic/formats.ts';
import { type Comparison, earlierBy, newest, type Range, type Span } from '../../logic/range.ts';
import { resolutionOf, rowsIn } from '../../logic/tiles.ts';
import { Blank } from '../../parts/blank.tsx';
import { Loading } from '../../parts/answered.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useAnswer } from '../../state/hooks.ts';
import { ChartStack } from './chart-stack.tsx';
import classes from './history.module.css';
import { HistoryTable } from './history-table.tsx';
import { SHADES } from './tile.tsx';
import { useTiles } from './use-tiles.ts';

const NO_EVENTS: readonly EngineEvent[] = [];
/** Events drawn at most, the newest. */
const EVENTS = 500;

interface ChartPanelProps {
  readonly device: string;
  readonly variables: readonly string[];
  readonly from: number;
  readonly to: number;
  /** Changes where the range moves with the clock. */
  readonly stamp: number;
  readonly comparison: Comparison | undefined;
  readonly asTable: boolean;
  /** The time of the engine's clock, in steps. */
  readonly now: number;
  readonly onRange: (range: Range, moved: boolean) => void;
}

/** What was recorded in a range, as charts or as a table; nothing beside it is drawn anew while it is moved. */
export function ChartPanel(props: ChartPanelProps): ReactNode {
  const { device, variables, from, to, stamp, comparison, asTable, now, onRange } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const [view, setView] = useState<Span>();
  const width = to - from;
  const earlier = comparison === undefined ? 0 : earlierBy({ from, to }, comparison);
  // What is being zoomed is asked for when it has come to rest; till then what is there is drawn wider or narrower.
  const sought = view !== undefined && Math.abs(view.to - view.from - width) < 1 ? view : { from, to };
  const here = { device, variables, ...sought, stamp };
  const first = useTiles(here, formats);
  const second = useTiles(
    earlier === 0 ? undefined : { device, variables, from: here.from - earlier, to: here.to - earlier },
    formats,
  );
  const events = useAnswer('events.query', {
    device,
    severities: ['warning', 'critical'],
    from: Math.max(0, from - width),
    to: to + width,
    limit: EVENTS,
  });
  const shown = events.value?.events ?? NO_EVENTS;
  const error = first.error ?? second.error;
  const resolution = resolutionOf(first.tiles);
  const known = resolution !== undefined || error !== undefined;
  // A chart that was there stays while what it is moved to is on its way, with its scale, and with the keys that move it.
  const [opened, setOpened] = useState(known);
  if (known && !opened) setOpened(true);
  if (!opened) return <Loading />;
  const others = earlier === 0 ? [] : second.tiles;
  const empty =
    first.complete &&
    rowsIn(first.tiles, from, to).length === 0 &&
    rowsIn(others, from - earlier, to - earlier).length === 0;
  return (
    <div aria-busy={!first.complete}>
      {error === undefined ? null : (
        <Notice
          tone="warning"
          title={t('common.failed')}
          live
          action={
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                first.reload();
                second.reload();
              }}
            >
              {t('common.retry')}
            </Button>
          }
        >
          {error.message}
        </Notice>
      )}
      {empty && asTable ? (
        <Blank
          icon={IconChartLine}
          title={t('history.emptyTitle')}
          text={t('history.emptyText')}
          action={
            <Button
              variant="default"
              mt="sm"
              onClick={() => {
                const range = newest({ from, to }, now);
                if (range !== undefined) onRange(range, false);
              }}
            >
              {t('history.follow')}
            </Button>
          }
        />
      ) : asTable ? (
        <HistoryTable
          rows={rowsIn(first.tiles, from, to)}
          others={rowsIn(others, from - earlier, to - earlier)}
          earlier={earlier}
          variables={variables}
        />
      ) : (
        <ChartStack
          tiles={first.tiles}
          second={others}
          earlier={earlier}
          variables={variables}
          from={from}
          to={to}
          events={shown}
          now={now}
          onRange={onRange}
          view={view}
          onView={setView}
        />
      )}
      <div className={classes['foot']}>
        <span className={classes['bands']}>
          {SHADES.map(([kind, colour]) => (
            <span key={kind}>
              <i style={{ background: colour }} />
              {t(`history.bands.${kind}`)}
            </span>
          ))}
          <span>
            <i className={classes['hatched']} />
            {t('history.nothing')}
          </span>
          <span>
            <i className={classes['tick']} />
            {t('history.bands.event')}
          </span>
        </span>
        {resolution === undefined ? null : (
          <span>
            {t('history.resolution', { time: shortDuration(Math.max(resolution, width / 1000 / 600), formats) })}
          </span>
        )}
      </div>
    </div>
  );
}
