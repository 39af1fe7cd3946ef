import { SegmentedControl, Select, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatteryReport } from '../../../src-shared/contract/index.ts';
import { type TestSchedule, testScheduleSchema } from '../../../src-shared/settings/battery.ts';
import { WEEK } from '../../logic/draft.ts';
import { hourText, momentText, weekdayText } from '../../logic/formats.ts';
import { NumberField } from '../../parts/number-field.tsx';
import { SettingLine } from '../../parts/setting-line.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useSaveSettings } from '../../parts/use-save-settings.ts';
import { useScreens } from '../../state/hooks.ts';

const NEVER = testScheduleSchema.parse({});
const EVERY = [
  ['off', 'battery.everyOff'],
  ['week', 'battery.everyWeek'],
  ['month', 'battery.everyMonth'],
] as const;

/** When the battery is tested by itself; each choice is saved as it is made. */
export function Schedule({
  device,
  schedule,
  onSaved,
}: {
  readonly device: string;
  readonly schedule: BatteryReport['schedule'];
  readonly onSaved: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { save } = useSaveSettings();
  const setting = useScreens((screens) => screens.settings?.battery);
  if (setting === undefined || schedule.command === undefined) return null;
  const own = setting.tests[device] ?? NEVER;
  const set = (change: Partial<TestSchedule>): void => {
    const tests = { ...setting.tests, [device]: { ...own, ...change } };
    void save({ battery: { ...setting, tests } }).then((saved) => saved && onSaved());
  };
  return (
    <>
      <SettingLine name={t('battery.every')}>
        <SegmentedControl
          aria-label={t('battery.every')}
          data={EVERY.map(([value, key]) => ({ value, label: t(key) }))}
          value={own.every}
          onChange={(every) => set({ every })}
        />
      </SettingLine>
      {own.every === 'off' ? null : (
        <>
          {own.every === 'week' ? (
            <SettingLine name={t('battery.onDay')}>
              <Select
                aria-label={t('battery.onDay')}
                w={180}
                allowDeselect={false}
                data={WEEK.map((day) => ({ value: String(day), label: weekdayText(day, 'long', formats) }))}
                value={String(own.weekday)}
                onChange={(value) => value !== null && set({ weekday: Number(value) })}
              />
            </SettingLine>
          ) : (
            <SettingLine name={t('battery.monthday')}>
              <Select
                aria-label={t('battery.monthday')}
                w={180}
                allowDeselect={false}
                data={Array.from({ length: 28 }, (_, index) => String(index + 1))}
                value={String(own.monthday)}
                onChange={(value) => value !== null && set({ monthday: Number(value) })}
              />
            </SettingLine>
          )}
          <SettingLine name={t('battery.atHour')} help={t('battery.atHourHelp')}>
            <Select
              aria-label={t('battery.atHour')}
              w={180}
              allowDeselect={false}
              data={Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: hourText(hour, formats) }))}
              value={String(own.hour)}
              onChange={(value) => value !== null && set({ hour: Number(value) })}
            />
          </SettingLine>
          <SettingLine name={t('battery.minimumCharge')}>
            <NumberField
              label={t('battery.minimumCharge')}
              suffix={t('battery.percent')}
              min={20}
              max={100}
              value={own.minimumCharge}
              onChange={(value) => set({ minimumCharge: Math.round(value) })}
            />
          </SettingLine>
        </>
      )}
      {schedule.running ? <Text mt="xs">{t('battery.testing')}</Text> : null}
      {schedule.next === undefined ? null : (
        <Text mt="xs">{t('battery.nextTest', { time: momentText(schedule.next, 'minute', formats) })}</Text>
      )}
      {schedule.putOff === undefined ? null : (
        <Text size="sm" c="dimmed">
          {t('battery.lastPutOff', { why: schedule.putOff })}
        </Text>
      )}
    </>
  );
}
