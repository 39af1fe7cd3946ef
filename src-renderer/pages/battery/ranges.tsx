import { Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatteryRanges } from '../../../src-shared/contract/index.ts';
import { loadText, shortRangeText } from '../../logic/battery.ts';
import { Badge } from '../../parts/badge.tsx';
import { Columns } from '../../parts/columns.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { RuntimeCurve } from './curve.tsx';
import classes from './ranges.module.css';

/** What was learned, spelled out: by charge and by load. */
export function Ranges({ ranges: { load, curve, measured, loads } }: { readonly ranges: BatteryRanges }): ReactNode {
  const { t } = useTranslation();
  // Asked a moment after the report: the load may be gone by then.
  if (load === undefined) return null;
  return (
    <Stack gap="md">
      <Panel title={t('battery.byCharge')}>
        <RuntimeCurve load={load} curve={curve} measured={measured} />
      </Panel>
      <Panel title={t('battery.byLoad')}>
        <Loads loads={loads} unit={load.unit} />
      </Panel>
    </Stack>
  );
}

function Loads({ loads, unit }: { readonly loads: BatteryRanges['loads']; readonly unit: 'W' | '%' }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('battery.byLoadText')}
      </Text>
      <Table verticalSpacing={6} className={classes['loads'] ?? ''}>
        <Columns names={[t('battery.loadColumn'), t('battery.runtime')]} />
        <Table.Tbody>
          {loads.map(({ load, why, full, beyond }) => (
            <Table.Tr key={load} {...(why === 'present' ? { className: classes['present'] ?? '' } : {})}>
              <Table.Td>
                {loadText(load, unit, formats)}
                <Text size="sm" c="dimmed">
                  {t(`battery.loadWhy.${why}`)}
                </Text>
              </Table.Td>
              <Table.Td>
                <div>{shortRangeText(full, formats, t)}</div>
                {beyond ? <Badge tone="unknown">{t('battery.beyond')}</Badge> : null}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {loads.some(({ beyond }) => beyond) ? (
        <Text size="sm" c="dimmed" mt="xs">
          {t('battery.beyondText')}
        </Text>
      ) : null}
    </>
  );
}
