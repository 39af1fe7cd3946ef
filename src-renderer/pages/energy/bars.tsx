import { Table } from '@mantine/core';
import { memo, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { EnergySpan } from '../../../src-shared/contract/index.ts';
import { axisTicks, energyText, isWhole, moneyText, spanText } from '../../logic/energy.ts';
import { numberText } from '../../logic/formats.ts';
import { Columns } from '../../parts/columns.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import classes from './energy.module.css';

/** The spans of a chart or a table. */
export interface SpanProps {
  readonly spans: readonly EnergySpan[];
  readonly by: 'day' | 'month';
  readonly zone: string;
  readonly currency: string;
}

/** Bars that have room for a name below them. */
const NAMED = 10;
/** Pixels. */
const HEIGHT = 250;
const TICK = { fill: 'var(--quiet)', fontSize: 12 } as const;

/** One bar for each day or month. */
export const Bars = memo(function Bars({ spans, by, zone }: SpanProps): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const part = useId();
  const ticks = axisTicks(Math.max(0, ...spans.map(({ kwh }) => kwh)));
  const top = ticks.at(-1) ?? 1;
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return null;
  const every = Math.ceil(spans.length / NAMED);
  const name = (from: number, shape: 'short' | 'long'): string => spanText(from, by, zone, shape, formats);
  const label = t('energy.chartLabel', {
    by: t(by === 'day' ? 'energy.days' : 'energy.months'),
    from: name(first.from, 'long'),
    to: name(last.from, 'long'),
  });
  // The latest has its name, and others as far from it as there is room.
  const named = spans.flatMap(({ from }, index) => ((spans.length - 1 - index) % every === 0 ? [from] : []));
  return (
    <div className={classes['chart']} role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <BarChart
          data={spans.map((span) => ({ ...span, fill: isWhole(span) ? 'var(--series-0)' : `url(#${part})` }))}
          margin={{ left: 0, right: 8, top: 8, bottom: 0 }}
          accessibilityLayer={false}
        >
          <defs>
            {/* Not all of it was recorded: the sum is of a part. */}
            <pattern id={part} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="8" height="8" fill="var(--series-0)" fillOpacity={0.45} />
              <rect width="4" height="8" fill="var(--series-0)" />
            </pattern>
          </defs>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis
            dataKey="from"
            ticks={named}
            interval={0}
            tickFormatter={(from: number) => name(from, 'short')}
            tick={TICK}
            tickLine={false}
            stroke="var(--line)"
          />
          <YAxis
            domain={[0, top]}
            ticks={ticks}
            width={78}
            tickFormatter={(value: number) =>
              value === top
                ? t('energy.kilowattHours', { value: numberText(top, formats, 3) })
                : numberText(value, formats, 3)
            }
            tick={TICK}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            cursor={{ fill: 'var(--quiet)', fillOpacity: 0.12 }}
            isAnimationActive={false}
            content={({ label: at }) => {
              const span = spans.find(({ from }) => from === at);
              return span === undefined ? null : (
                <div className={classes['tip']}>
                  <b>{name(span.from, 'long')}</b>
                  <div>{t('energy.kilowattHours', { value: energyText(span.kwh, formats) })}</div>
                  <div>
                    {t('energy.covered', {
                      covered: numberText(span.covered, formats),
                      hours: numberText(span.hours, formats),
                    })}
                  </div>
                </div>
              );
            }}
          />
          <Bar dataKey="kwh" maxBarSize={44} radius={[3, 3, 0, 0]} isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
});

/** The same as a table, the latest first. */
export function Rows({ spans, by, zone, currency }: SpanProps): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="xs">
        <Columns
          names={(['period', 'kwh', 'cost', 'co2', 'recorded'] as const).map((column) => t(`energy.${column}`))}
        />
        <Table.Tbody>
          {spans.toReversed().map((span) => {
            const { from, kwh, cost, co2, covered, hours } = span;
            return (
              <Table.Tr key={from}>
                <Table.Td>{spanText(from, by, zone, 'long', formats)}</Table.Td>
                <Table.Td>{t('energy.kilowattHours', { value: energyText(kwh, formats) })}</Table.Td>
                <Table.Td>{cost === undefined ? t('energy.none') : moneyText(cost, currency, formats)}</Table.Td>
                <Table.Td>
                  {co2 === undefined ? t('energy.none') : t('energy.kilograms', { value: numberText(co2, formats, 2) })}
                </Table.Td>
                <Table.Td>
                  {t('energy.covered', { covered: numberText(covered, formats), hours: numberText(hours, formats) })}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
