import { ActionIcon, Button, Checkbox, Chip, Group, Switch, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScheduleEntry } from '../../../src-shared/settings/protection.ts';
import { newEntry, WEEK } from '../../logic/draft.ts';
import { weekdayText } from '../../logic/formats.ts';
import { useFormats } from '../../parts/use-formats.ts';
import classes from './protection.module.css';
import type { EditProps } from './triggers.tsx';

/** Shutdowns at set times. */
export function Schedule({ setting, onChange }: EditProps): ReactNode {
  const { t } = useTranslation();
  const { schedule } = setting;
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('schedule.text')}
      </Text>
      {schedule.length === 0 ? <Text mb="sm">{t('schedule.none')}</Text> : null}
      <ul className={classes['entries']}>
        {schedule.map((entry, index) => (
          <li key={entry.id}>
            <Entry
              entry={entry}
              number={index + 1}
              onChange={(next) => onChange({ ...setting, schedule: schedule.with(index, next) })}
              onRemove={() => onChange({ ...setting, schedule: schedule.toSpliced(index, 1) })}
            />
          </li>
        ))}
      </ul>
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        disabled={schedule.length >= 50}
        onClick={() => onChange({ ...setting, schedule: [...schedule, newEntry(schedule)] })}
      >
        {t('schedule.add')}
      </Button>
    </>
  );
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/u;

function Entry(props: {
  readonly entry: ScheduleEntry;
  readonly number: number;
  readonly onChange: (entry: ScheduleEntry) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { entry, number, onChange, onRemove } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const { startAt, ...without } = entry;
  const name = t('schedule.entry', { number });
  return (
    <fieldset className={classes['entry']}>
      <legend>{name}</legend>
      <Switch
        aria-label={`${name}: ${t('schedule.enabled')}`}
        checked={entry.enabled}
        onChange={(event) => onChange({ ...entry, enabled: event.currentTarget.checked })}
      />
      <Chip.Group
        multiple
        value={entry.days.map(String)}
        onChange={(days) => {
          // An entry without a day would never happen.
          if (days.length > 0) onChange({ ...entry, days: days.map(Number).toSorted((a, b) => a - b) });
        }}
      >
        <Group gap={6}>
          {WEEK.map((day) => (
            <Chip key={day} value={String(day)} size="xs" aria-label={weekdayText(day, 'long', formats)}>
              {weekdayText(day, 'short', formats)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Group gap={8} wrap="nowrap">
        <Text size="sm">{t('schedule.at')}</Text>
        <TextInput
          type="time"
          aria-label={`${name}: ${t('schedule.atLabel')}`}
          value={entry.at}
          onChange={({ currentTarget: { value } }) => TIME.test(value) && onChange({ ...entry, at: value })}
        />
      </Group>
      <Group gap={8} wrap="nowrap">
        <Checkbox
          label={t('schedule.start')}
          checked={startAt !== undefined}
          onChange={(event) => onChange(event.currentTarget.checked ? { ...entry, startAt: '07:00' } : without)}
        />
        {startAt === undefined ? null : (
          <TextInput
            type="time"
            aria-label={`${name}: ${t('schedule.startLabel')}`}
            value={startAt}
            onChange={({ currentTarget: { value } }) => TIME.test(value) && onChange({ ...entry, startAt: value })}
          />
        )}
      </Group>
      <ActionIcon
        variant="subtle"
        color="gray"
        ml="auto"
        aria-label={t('schedule.remove', { number })}
        onClick={onRemove}
      >
        <IconTrash size={17} aria-hidden />
      </ActionIcon>
    </fieldset>
  );
}
