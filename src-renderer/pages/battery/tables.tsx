import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatteryReport, TestRecord } from '../../../src-shared/contract/index.ts';
import { dischargeLoad } from '../../logic/battery.ts';
import type { Tone } from '../../logic/condition.ts';
import { momentText, shortDuration, valueText } from '../../logic/formats.ts';
import { Columns } from '../../parts/columns.tsx';
import { ToneIcon } from '../../parts/badge.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import classes from './battery.module.css';

const TONES: Readonly<Record<TestRecord['result'], Tone>> = {
  passed: 'good',
  warning: 'warning',
  failed: 'critical',
  aborted: 'info',
  refused: 'warning',
  missed: 'warning',
  unknown: 'unknown',
};

/** The tests that were seen, the latest first. */
export function Results({ tests }: { readonly tests: BatteryReport['tests'] }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  if (tests.length === 0) return <Text c="dimmed">{t('battery.noResults')}</Text>;
  return (
    <Table.ScrollContainer minWidth={460} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="xs">
        <Columns names={(['when', 'resultColumn', 'begunBy', 'words'] as const).map((name) => t(`battery.${name}`))} />
        <Table.Tbody>
          {tests.map(({ at, by, result, text }) => (
            <Table.Tr key={at}>
              <Table.Td>{momentText(at, 'minute', formats)}</Table.Td>
              <Table.Td>
                <span className={`${classes['result'] ?? ''} tone-${TONES[result]}`}>
                  <ToneIcon tone={TONES[result]} size={16} />
                  {t(`battery.result.${result}`)}
                </span>
              </Table.Td>
              <Table.Td>{t(`battery.by.${by}`)}</Table.Td>
              <Table.Td>{valueText('ups.test.result', text, formats)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Every time that the battery carried the load, and what was learned from it. */
export function Discharges({ discharges }: { readonly discharges: BatteryReport['discharges'] }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  if (discharges.length === 0) return <Text c="dimmed">{t('battery.noDischarges')}</Text>;
  const charge = (value: number | undefined): string => valueText('battery.charge', value, formats);
  return (
    <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="xs">
        <Columns
          names={(['when', 'what', 'length', 'chargeColumn', 'loadColumn', 'use'] as const).map((name) =>
            t(`battery.${name}`),
          )}
        />
        <Table.Tbody>
          {discharges.map((discharge) => {
            const { begin, end, kind, chargeBegin, chargeEnd, refused } = discharge;
            return (
              <Table.Tr key={begin}>
                <Table.Td>{momentText(begin, 'minute', formats)}</Table.Td>
                <Table.Td>{t(`battery.dischargeKind.${kind}`)}</Table.Td>
                <Table.Td>{shortDuration((end - begin) / 1000, formats, false)}</Table.Td>
                <Table.Td>
                  {chargeBegin === undefined
                    ? t('common.notReported')
                    : t('battery.chargeFromTo', { from: charge(chargeBegin), to: charge(chargeEnd) })}
                </Table.Td>
                <Table.Td>{dischargeLoad(discharge, formats) ?? t('common.notReported')}</Table.Td>
                <Table.Td>{refused === undefined ? t('battery.used') : t(`battery.refused.${refused}`)}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
