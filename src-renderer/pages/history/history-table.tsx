import { Table } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { label } from '../../../src-shared/nut/index.ts';
import { type Row, thinned } from '../../logic/chart-rows.ts';
import { momentText } from '../../logic/formats.ts';
import { useFormats } from '../../parts/use-formats.ts';
import classes from './history.module.css';
import { sampleText } from './readout.tsx';

/** More rows than this nobody reads; the CSV holds them all. */
const MOST_ROWS = 120;

/** The table behind the chart. */
export const HistoryTable = memo(function HistoryTable({
  rows,
  variables,
}: {
  readonly rows: readonly Row[];
  readonly variables: readonly string[];
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div className={classes['table']} role="region" aria-label={t('history.table')} tabIndex={0}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('history.time')}</Table.Th>
            {variables.map((name) => (
              <Table.Th key={name} scope="col">
                {label(name)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {thinned(rows, MOST_ROWS).map(({ time, samples }) => (
            <Table.Tr key={time}>
              <Table.Td>{momentText(time, 'both', formats)}</Table.Td>
              {variables.map((name) => {
                const { mean, band } = sampleText(name, samples[name], formats);
                return (
                  <Table.Td key={name}>
                    {mean} {band === '' ? null : <small>({band})</small>}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
});
