import { memo, type ReactNode } from 'react';
import { Area, CartesianGrid, ComposedChart, Line, ReferenceArea, ReferenceLine, XAxis, YAxis } from 'recharts';
import type { Band, EngineEvent } from '../../../src-shared/contract/index.ts';
import { domainOf, type Row, type UnitGroup, valueTicks } from '../../logic/chart-rows.ts';
import { type Formats, numberText } from '../../logic/formats.ts';
import { timeTicks } from '../../logic/time-axis.ts';

/** The plot's distance from the edges of the chart; the layer that follows the pointer must know it. Pixels. */
export const PLOT = { left: 64, right: 12, top: 10, bottom: 26 } as const;

/** Series colours, told apart by the legend's order too. */
export function seriesColour(index: number): string {
  return `var(--series-${index % 6})`;
}

const BAND_FILLS: Readonly<Record<Band['kind'], string>> = {
  'on-battery': 'var(--warning)',
  test: 'var(--info)',
  lost: 'var(--unknown)',
};

interface UnitChartProps {
  readonly rows: readonly Row[];
  readonly group: UnitGroup;
  /** Colour index of each variable of the screen. */
  readonly order: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly bands: readonly Band[];
  readonly events: readonly EngineEvent[];
  readonly width: number;
  readonly height: number;
  /** Only the lowest chart carries the times. */
  readonly last: boolean;
  readonly formats: Formats;
}

/** The series of one unit: mean as a line, minimum to maximum as a band, outages shaded, events as ticks. */
export const UnitChart = memo(function UnitChart(props: UnitChartProps): ReactNode {
  const { rows, group, order, from, to, bands, events, width, height, last, formats } = props;
  const ticks = timeTicks(from, to, Math.max(2, Math.floor(width / 110)), formats.locale);
  const domain = domainOf(rows, group);
  const texts = new Map(ticks.map(({ at, text }) => [at, text]));
  return (
    <ComposedChart
      data={[...rows]}
      width={width}
      height={height}
      margin={{ left: 0, right: PLOT.right, top: PLOT.top, bottom: 0 }}
      accessibilityLayer={false}
      style={{ pointerEvents: 'none' }}
    >
      <CartesianGrid stroke="var(--line)" vertical={false} />
      <XAxis
        dataKey="time"
        type="number"
        scale="time"
        domain={[from, to]}
        allowDataOverflow
        ticks={ticks.map(({ at }) => at)}
        tickFormatter={(at: number) => (last ? (texts.get(at) ?? '') : '')}
        height={PLOT.bottom}
        tick={{ fill: 'var(--quiet)', fontSize: 12 }}
        stroke="var(--line)"
        interval={0}
      />
      <YAxis
        width={PLOT.left}
        domain={[domain[0], domain[1]]}
        allowDataOverflow
        ticks={valueTicks(domain, group.unit, 4)}
        interval={0}
        tickFormatter={(value: number) => axisText(value, domain, group.unit, formats)}
        tick={{ fill: 'var(--quiet)', fontSize: 12 }}
        stroke="var(--line)"
      />
      {bands.map((band) => (
        <ReferenceArea
          key={`${band.kind} ${band.from}`}
          x1={Math.max(from, band.from)}
          x2={Math.min(to, Math.max(band.to, band.from + (to - from) / 800))}
          fill={BAND_FILLS[band.kind]}
          fillOpacity={0.16}
          strokeOpacity={0}
        />
      ))}
      {events.map((event) => (
        <ReferenceLine
          key={event.id}
          x={event.time}
          stroke={event.severity === 'critical' ? 'var(--critical)' : 'var(--warning)'}
          strokeDasharray="2 3"
          strokeOpacity={0.7}
        />
      ))}
      {group.variables.map((name) => (
        <Area
          key={`${name} band`}
          dataKey={({ samples }: Row) => {
            const sample = samples[name];
            return sample === undefined ? undefined : [sample.low, sample.high];
          }}
          stroke="none"
          fill={seriesColour(order.indexOf(name))}
          fillOpacity={0.2}
          isAnimationActive={false}
          connectNulls={false}
          activeDot={false}
        />
      ))}
      {group.variables.map((name) => (
        <Line
          key={name}
          dataKey={({ samples }: Row) => samples[name]?.mean}
          // Straight between the points: a smooth curve would show values that nobody measured.
          type="linear"
          stroke={seriesColour(order.indexOf(name))}
          strokeWidth={1.6}
          dot={rows.length < 3}
          isAnimationActive={false}
          connectNulls={false}
          activeDot={false}
        />
      ))}
    </ComposedChart>
  );
});

function axisText(value: number, domain: readonly [number, number], unit: string, formats: Formats): string {
  const span = domain[1] - domain[0];
  if (unit === 's') return `${numberText(value / 60, formats, span < 600 ? 1 : 0)} min`;
  const digits = span < 2 ? 2 : span < 8 ? 1 : 0;
  return `${numberText(value, formats, digits, digits)} ${unit}`.trim();
}
