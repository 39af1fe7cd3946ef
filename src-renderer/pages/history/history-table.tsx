import { Table } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { label } from '../../../src-shared/nut/index.ts';
import { type Row, rowAt, type Sample, thinned } from '../../logic/chart-rows.ts';
import { momentText } from '../../logic/formats.ts';
import { precisionOf } from '../../logic/tiles.ts';
import { useFormats } from '../../parts/use-formats.ts';
import classes from './history.module.css';
import { sampleText } from './readout.tsx';

/** More rows than this nobody reads; the CSV holds them all. */
const MOST_ROWS = 120;

interface HistoryTableProps {
  readonly rows: readonly Row[];
  /** Rows of the other range of a comparison, and by how many milliseconds it is earlier; 0 is no comparison. */
  readonly others: readonly Row[];
  readonly earlier: number;
  readonly variables: readonly string[];
}

/** The table behind the chart. */
export const HistoryTable = memo(function HistoryTable(props: HistoryTableProps): ReactNode {
  const { rows, others, earlier, variables } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const before = thinned(others, MOST_ROWS);
  const shown = thinned(rows.length === 0 ? moved(others, earlier) : rows, MOST_ROWS);
  const precision = precisionOf((shown.at(-1)?.time ?? 0) - (shown[0]?.time ?? 0));
  return (
    <div className={classes['table']} role="region" aria-label={t('history.table')} tabIndex={0}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('history.time')}</Table.Th>
            {variables.flatMap((name) => [
              <Table.Th key={name} scope="col">
                {label(name, formats.locale)}
              </Table.Th>,
              ...(earlier === 0
                ? []
                : [
                    <Table.Th key={`${name} before`} scope="col">
                      {t('history.earlierColumn', { name: label(name, formats.locale) })}
                    </Table.Th>,
                  ]),
            ])}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(({ time, samples }) => {
            const other = earlier === 0 ? undefined : rowAt(before, time - earlier);
            return (
              <Table.Tr key={time}>
                <Table.Td>{momentText(time, precision, formats)}</Table.Td>
                {variables.flatMap((name) => [
                  <Cell key={name} name={name} sample={rows.length === 0 ? undefined : samples[name]} />,
                  ...(earlier === 0 ? [] : [<Cell key={`${name} before`} name={name} sample={other?.samples[name]} />]),
                ])}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
});

function Cell({ name, sample }: { readonly name: string; readonly sample: Sample | undefined }): ReactNode {
  const { mean, band } = sampleText(name, sample, useFormats());
  return (
    <Table.Td>
      {mean} {band === '' ? null : <small>({band})</small>}
    </Table.Td>
  );
}

/** Where only the other range has anything, its times give the rows. */
function moved(rows: readonly Row[], by: number): Row[] {
  return rows.map(({ time, samples }) => ({ time: time + by, samples }));
}
