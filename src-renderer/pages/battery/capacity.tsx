import { Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CartesianGrid,
  ErrorBar,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  XAxis,
  YAxis,
} from 'recharts';
import type { Capacity as CapacityReport } from '../../../src-shared/contract/index.ts';
import { capacityText, shareText } from '../../logic/battery.ts';
import { momentText } from '../../logic/formats.ts';
import { useFormats } from '../../parts/use-formats.ts';

/** Shares at the foot and the head of the drawing, and where a battery counts as worn out. */
const AXIS = [0.4, 1.2] as const;
const LINES = [0.6, 0.8, 1];
const WORN = 0.8;
/** Pixels. */
const HEIGHT = 220;
const TICK = { fill: 'var(--quiet)', fontSize: 12 } as const;

/** How the capacity went, drawn and as a table. */
export function Capacity({ capacity: { points, perYear, at25 } }: { readonly capacity: CapacityReport }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return <Text c="dimmed">{t('battery.capacityNone')}</Text>;
  const [from, to] = [momentText(first.at, 'day', formats), momentText(last.at, 'day', formats)];
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {t(at25 === true ? 'battery.capacityText25' : 'battery.capacityText')}
      </Text>
      <div role="img" aria-label={t('battery.capacityChart', { count: points.length, from, to })}>
        <ResponsiveContainer width="100%" height={HEIGHT}>
          <ScatterChart margin={{ left: 0, right: 24, top: 8, bottom: 0 }} accessibilityLayer={false}>
            <CartesianGrid stroke="var(--line)" vertical={false} />
            <XAxis
              dataKey="at"
              type="number"
              scale="time"
              // A single point stands in the middle.
              domain={points.length === 1 ? [first.at - 1, first.at + 1] : [first.at, last.at]}
              ticks={points.length === 1 ? [first.at] : [first.at, last.at]}
              padding={{ left: 40, right: 40 }}
              interval={0}
              tickFormatter={(at: number) => momentText(at, 'day', formats)}
              tick={TICK}
              tickLine={false}
              stroke="var(--line)"
            />
            <YAxis
              dataKey="share"
              type="number"
              domain={[...AXIS]}
              allowDataOverflow
              ticks={LINES}
              width={56}
              tickFormatter={(share: number) => shareText(share, formats)}
              tick={TICK}
              tickLine={false}
              axisLine={false}
            />
            <ReferenceLine y={WORN} stroke="var(--warning)" strokeDasharray="4 4" />
            <Scatter data={[...points]} fill="var(--series-0)" isAnimationActive={false}>
              <ErrorBar
                dataKey={({ share, low, high }: CapacityReport['points'][number]) => [share - low, high - share]}
                direction="y"
                width={6}
                stroke="var(--series-0)"
                isAnimationActive={false}
              />
            </Scatter>
          </ScatterChart>
        </ResponsiveContainer>
      </div>
      <VisuallyHidden>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('battery.when')}</th>
              <th scope="col">{t('battery.share')}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ at, share, low, high }) => (
              <tr key={at}>
                <td>{momentText(at, 'minute', formats)}</td>
                <td>
                  {shareText(share, formats)} (
                  {t('battery.range', { low: shareText(low, formats), high: shareText(high, formats) })})
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
      <Text mt="xs">{perYear === undefined ? t('battery.capacityUnsure') : capacityText(perYear, formats, t)}</Text>
    </>
  );
}
