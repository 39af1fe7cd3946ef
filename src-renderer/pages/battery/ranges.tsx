import { Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatteryRanges } from '../../../src-shared/contract/index.ts';
import { loadText, shortRangeText } from '../../logic/battery.ts';
import { Badge } from '../../parts/badge.tsx';
import { Columns } from '../../parts/columns.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import columns from '../device/device.module.css';
import { RuntimeCurve } from './curve.tsx';
import { Narrowings } from './narrowing.tsx';
import classes from './ranges.module.css';

/** What was learned, spelled out: by charge, by load, and what would tell more. `early`: the UPS may go off early. */
export function Ranges({ ranges, early }: { readonly ranges: BatteryRanges; readonly early: boolean }): ReactNode {
  const { t } = useTranslation();
  const { load, loads, narrowing } = ranges;
  // Asked a moment after the report: the load may be gone by then.
  if (load === undefined) return null;
  return (
    <div className={columns['columns']}>
      <Stack gap="md">
        <Panel title={t('battery.byCharge')}>
          <RuntimeCurve load={load} curve={ranges.curve} measured={ranges.measured} />
        </Panel>
      </Stack>
      <Stack gap="md">
        <Panel title={t('battery.byLoad')}>
          <Loads loads={loads} unit={load.unit} />
        </Panel>
        <Panel title={t('battery.narrow.title')}>
          <Narrowings narrowing={narrowing} load={load} early={early} />
        </Panel>
      </Stack>
    </div>
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
                {loadText(load, unit, formats)}{' '}
                <Text span size="sm" c="dimmed">
                  {t(`battery.loadWhy.${why}`)}
                </Text>
              </Table.Td>
              <Table.Td>
                <span className={classes['range']}>{shortRangeText(full, formats, t)}</span>{' '}
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
