import { Button, Select, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { SettingLine } from '../../parts/setting-line.tsx';
import { DrillDue } from '../../parts/drill-due.tsx';
import type { EditProps } from './triggers.tsx';

const MONTHS = [0, 1, 3, 6, 12, 24] as const;

/** When the drill is due, and the way to it. */
export function DrillTab({ setting, onChange }: EditProps): ReactNode {
  const { t } = useTranslation();
  const { drillReminderMonths } = setting;
  const choices = [...new Set([...MONTHS, drillReminderMonths])].toSorted((a, b) => a - b);
  return (
    <>
      <Text mb="sm">{t('drill.what')}</Text>
      <DrillDue />
      <SettingLine name={t('drill.remind')} help={t('drill.remindHelp')}>
        <Select
          aria-label={t('drill.remind')}
          w={280}
          allowDeselect={false}
          data={choices.map((months) => ({
            value: String(months),
            label: months === 0 ? t('drill.never') : t('drill.months', { count: months }),
          }))}
          value={String(drillReminderMonths)}
          onChange={(value) => value !== null && onChange({ ...setting, drillReminderMonths: Number(value) })}
        />
      </SettingLine>
      <Button component={Link} href="/protection/drill" mt="sm">
        {t('drill.open')}
      </Button>
    </>
  );
}
