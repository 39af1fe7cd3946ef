import { Button, Table, VisuallyHidden } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { DiaryEntry } from '../../../src-shared/contract/index.ts';
import { lengthText } from '../../logic/diary.ts';
import { momentText, numberText, valueText } from '../../logic/formats.ts';
import { useFormats } from '../../parts/use-formats.ts';
import classes from './diary.module.css';

const COLUMNS = ['begin', 'kind', 'length', 'volts'] as const;

/** The entries of a diary, newest first. */
export const DiaryList = memo(function DiaryList({
  entries,
  more,
  listed,
}: {
  readonly entries: readonly DiaryEntry[];
  /** There are more than were listed. */
  readonly more: boolean;
  readonly listed: number;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <>
      {entries.length === 0 ? (
        t('diary.ofKindNone')
      ) : (
        <div className={classes['list']} role="region" aria-label={t('diary.entries')} tabIndex={0}>
          <Table stickyHeader>
            <Table.Thead>
              <Table.Tr>
                {COLUMNS.map((name) => (
                  <Table.Th key={name} scope="col">
                    {t(`diary.columns.${name}`)}
                  </Table.Th>
                ))}
                <Table.Th>
                  <VisuallyHidden>{t('replay.open')}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {entries.map((entry) => (
                <Table.Tr key={`${entry.kind} ${entry.begin}`}>
                  <Table.Td>{momentText(entry.begin, entry.resolution >= 60 ? 'minute' : 'both', formats)}</Table.Td>
                  <Table.Td>{t(`diary.one.${entry.kind}`)}</Table.Td>
                  <Table.Td>{lengthText(entry, formats, t)}</Table.Td>
                  <Table.Td>
                    {entry.volts === undefined ? '–' : valueText('input.voltage', entry.volts, formats)}
                  </Table.Td>
                  <Table.Td ta="right">
                    {entry.outage === undefined ? null : (
                      <Button
                        component={Link}
                        href={`/history/outage/${entry.outage}`}
                        size="compact-sm"
                        variant="subtle"
                        aria-label={t('replay.openOf', { time: momentText(entry.begin, 'minute', formats) })}
                      >
                        {t('replay.open')}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {more ? <div className={classes['quiet']}>{t('diary.more', { shown: numberText(listed, formats) })}</div> : null}
    </>
  );
});
