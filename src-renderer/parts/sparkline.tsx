import { memo, type ReactNode } from 'react';
import type { Series } from '../../src-shared/contract/index.ts';

const WIDTH = 160;
const HEIGHT = 36;

/** A line without axes. A gap in the points is a gap in the line: `gap` is how far two points may be apart, in ms. */
export const Sparkline = memo(function Sparkline(props: {
  readonly points: Series['points'];
  readonly from: number;
  readonly to: number;
  readonly gap: number;
  readonly label: string;
  readonly least: number;
}): ReactNode {
  const { points, from, to, gap, label, least } = props;
  let low = Math.min(...points.map((point) => point[1]));
  let high = Math.max(...points.map((point) => point[3]));
  // Without a least height the noise of a steady value would look like a storm.
  if (high - low < least) {
    const middle = (high + low) / 2;
    low = middle - least / 2;
    high = middle + least / 2;
  }
  const x = (time: number): number => ((time - from) / (to - from)) * WIDTH;
  const y = (value: number): number => HEIGHT - 3 - ((value - low) / (high - low)) * (HEIGHT - 6);
  let line = '';
  for (const [index, [time, , mean]] of points.entries()) {
    const [before, after] = [points[index - 1]?.[0], points[index + 1]?.[0]];
    const begins = before === undefined || time - before > gap;
    line += `${begins ? 'M' : 'L'}${x(time).toFixed(1)} ${y(mean).toFixed(1)}`;
    // A point alone is a dot, which a round cap draws.
    if (begins && (after === undefined || after - time > gap)) line += 'h0.01';
  }
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width="100%"
      style={{ height: `var(--spark-height, ${HEIGHT}px)` }}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path
        d={line}
        fill="none"
        stroke="var(--series-0)"
        strokeWidth={1.5}
        vectorEffect="non-scaling-stroke"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
});
