import { memo, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineEvent, Severity } from '../../../src-shared/contract/index.ts';
import { TILE_UNITS, ticksPath } from '../../logic/chart-paths.ts';
import { type Domain, type UnitGroup, valueTicks } from '../../logic/chart-rows.ts';
import { type Formats, measureText } from '../../logic/formats.ts';
import type { Span } from '../../logic/range.ts';
import type { Tile } from '../../logic/tiles.ts';
import { timeTicks } from '../../logic/time-axis.ts';
import classes from './history.module.css';
import { TileLines, TileShades } from './tile.tsx';

/** The plot's distance from the edges of the chart; the layer that follows the pointer must know it. Pixels. */
export const PLOT = { left: 64, right: 12, top: 10, bottom: 26 } as const;

interface UnitChartProps {
  readonly tiles: readonly Tile[];
  /** The other range of a comparison, and by how many milliseconds it is earlier. */
  readonly second: readonly Tile[];
  readonly earlier: number;
  /** Where nothing was recorded. */
  readonly gaps: readonly Span[];
  readonly group: UnitGroup;
  /** Colour index of each variable of the screen. */
  readonly order: readonly string[];
  readonly from: number;
  readonly to: number;
  /** Undefined where nothing ever told how high the values are: an axis without numbers. */
  readonly domain: Domain | undefined;
  readonly events: readonly EngineEvent[];
  readonly width: number;
  readonly height: number;
  /** Only the uppermost chart says what is missing, and only the lowest one carries the times. */
  readonly first: boolean;
  readonly last: boolean;
  readonly formats: Formats;
}

/** The series of one unit: mean as a line, minimum to maximum as a band, outages shaded, events as ticks. */
export const UnitChart = memo(function UnitChart(props: UnitChartProps): ReactNode {
  const { tiles, second, earlier, gaps, group, order, from, to, domain, events, width, height, formats } = props;
  const { t } = useTranslation();
  const [clip, hatch] = [useId(), useId()];
  const [low, high] = domain ?? UNKNOWN;
  const inner = Math.max(1, width - PLOT.left - PLOT.right);
  const bottom = height - PLOT.bottom;
  const tall = bottom - PLOT.top;
  const x = (time: number): number => PLOT.left + ((time - from) / (to - from)) * inner;
  const y = (value: number): number => bottom - ((value - low) / (high - low)) * tall;
  const across = (tile: Tile, by = 0): string =>
    `translate(${x(tile.from + by)} 0) scale(${(((tile.to - tile.from) / (to - from)) * inner) / TILE_UNITS} 1)`;
  const up = `translate(0 ${y(0)}) scale(1 ${-tall / (high - low)})`;
  const over = `translate(0 ${PLOT.top}) scale(1 ${tall})`;
  return (
    <svg width={width} height={height} aria-hidden style={{ display: 'block', pointerEvents: 'none' }}>
      <clipPath id={clip}>
        <rect x={PLOT.left} y={PLOT.top - 2} width={inner} height={tall + 4} />
      </clipPath>
      <pattern id={hatch} width={8} height={8} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={3} height={8} fill="var(--line)" fillOpacity={0.7} />
      </pattern>
      <g clipPath={`url(#${clip})`}>
        <path
          d={gaps
            .filter((gap) => gap.to > from && gap.from < to)
            .map((gap) => `M${x(gap.from)} ${PLOT.top}V${bottom}H${x(gap.to)}V${PLOT.top}Z`)
            .join('')}
          fill={`url(#${hatch})`}
        />
      </g>
      <g fill="var(--quiet)" fontSize={12}>
        {valueTicks(domain ?? UNKNOWN, group.unit, 4).map((value) => (
          <g key={value}>
            <line x1={PLOT.left} x2={width - PLOT.right} y1={y(value)} y2={y(value)} stroke="var(--line)" />
            <text x={PLOT.left - 8} y={y(value)} dy="0.35em" textAnchor="end">
              {domain === undefined ? null : axisText(value, domain, group.unit, formats)}
            </text>
          </g>
        ))}
        <line x1={PLOT.left} x2={width - PLOT.right} y1={bottom} y2={bottom} stroke="var(--line)" />
        {timeTicks(from, to, Math.max(2, Math.floor(width / 110)), formats.locale).map(({ at, text }) => (
          <g key={at}>
            <line x1={x(at)} x2={x(at)} y1={bottom} y2={bottom + 5} stroke="var(--line)" />
            {props.last ? (
              <text x={Math.min(x(at), width - 34)} y={bottom + 18} textAnchor="middle">
                {text}
              </text>
            ) : null}
          </g>
        ))}
      </g>
      <g clipPath={`url(#${clip})`}>
        {tiles.map((tile) => (
          <g key={tile.key} transform={`${across(tile)} ${over}`}>
            <TileShades tile={tile} />
          </g>
        ))}
        <Ticks events={events} x={x} over={over} />
        {second.map((tile) => (
          <g key={tile.key} transform={`${across(tile, earlier)} ${up}`}>
            <TileLines tile={tile} variables={group.variables} order={order} second />
          </g>
        ))}
        {tiles.map((tile) => (
          <g key={tile.key} transform={`${across(tile)} ${up}`}>
            <TileLines tile={tile} variables={group.variables} order={order} second={false} />
          </g>
        ))}
      </g>
      {props.first
        ? gaps.map((gap) => {
            const [begin, end] = [Math.max(PLOT.left, x(gap.from)), Math.min(PLOT.left + inner, x(gap.to))];
            return end - begin < NAMED ? null : (
              <text
                key={gap.from}
                className={classes['nothing']}
                x={(begin + end) / 2}
                y={PLOT.top + tall / 2}
                textAnchor="middle"
              >
                {t('history.nothing')}
              </text>
            );
          })
        : null}
    </svg>
  );
});

/** Stands in where no value is known: it has no numbers, so it is nobody's scale. */
const UNKNOWN: Domain = [0, 1];
/** A gap has room for its name from here on. Pixels. */
const NAMED = 150;

const TICKS: readonly (readonly [severity: Severity, colour: string])[] = [
  ['warning', 'var(--warning)'],
  ['critical', 'var(--critical)'],
];

/** Events as dashed lines over the whole height, in the colour of their severity. */
function Ticks({
  events,
  x,
  over,
}: {
  readonly events: readonly EngineEvent[];
  readonly x: (time: number) => number;
  readonly over: string;
}): ReactNode {
  const [first] = events;
  if (first === undefined) return null;
  const times = events.map(({ time }) => time);
  const span = { from: Math.min(...times), to: Math.max(...times) + 1 };
  const scale = (x(span.to) - x(span.from)) / TILE_UNITS;
  return (
    <g transform={`translate(${x(span.from)} 0) scale(${scale} 1) ${over}`}>
      {TICKS.map(([severity, colour]) => (
        <path
          key={severity}
          d={ticksPath(
            events.flatMap((event) => (event.severity === severity ? [event.time] : [])),
            span,
          )}
          stroke={colour}
          strokeDasharray="2 3"
          strokeOpacity={0.7}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </g>
  );
}

function axisText(value: number, domain: Domain, unit: string, formats: Formats): string {
  const span = domain[1] - domain[0];
  if (unit === 's') return measureText(value / 60, 'min', formats, span < 600 ? 1 : 0);
  const digits = span < 2 ? 2 : span < 8 ? 1 : 0;
  return measureText(value, unit, formats, digits, digits);
}
