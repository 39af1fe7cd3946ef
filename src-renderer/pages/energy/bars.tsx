import { Table } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnergySpan } from '../../../src-shared/contract/index.ts';
import { axisTop, energyText, isWhole, moneyText, spanText } from '../../logic/energy.ts';
import { numberText } from '../../logic/formats.ts';
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
const NAMED = 16;

/** One bar for each day or month. */
export const Bars = memo(function Bars({ spans, by, zone }: SpanProps): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const top = axisTop(Math.max(0, ...spans.map(({ kwh }) => kwh)));
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return null;
  const every = Math.ceil(spans.length / NAMED);
  const name = (from: number, shape: 'short' | 'long'): string => spanText(from, by, zone, shape, formats);
  const label = t('energy.chartLabel', {
    by: t(by === 'day' ? 'energy.days' : 'energy.months'),
    from: name(first.from, 'long'),
    to: name(last.from, 'long'),
  });
  return (
    <div className={classes['chart']} role="img" aria-label={label}>
      <div className={classes['axis']}>
        <span>{t('energy.kilowattHours', { value: numberText(top, formats, 3) })}</span>
        <span>{numberText(top / 2, formats, 3)}</span>
        <span>0</span>
      </div>
      <div className={classes['bars']}>
        {spans.map((span) => (
          <span
            key={span.from}
            title={`${name(span.from, 'long')}: ${t('energy.kilowattHours', { value: energyText(span.kwh, formats) })}, ${t('energy.covered', { covered: numberText(span.covered, formats), hours: numberText(span.hours, formats) })}`}
          >
            <i style={{ height: `${(span.kwh / top) * 100}%` }} data-whole={isWhole(span)} />
          </span>
        ))}
      </div>
      <div className={classes['names']}>
        {spans.map(({ from }, index) => (
          <span key={from}>{(spans.length - 1 - index) % every === 0 ? name(from, 'short') : ''}</span>
        ))}
      </div>
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
        <Table.Thead>
          <Table.Tr>
            {(['period', 'kwh', 'cost', 'co2', 'recorded'] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {t(`energy.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
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
