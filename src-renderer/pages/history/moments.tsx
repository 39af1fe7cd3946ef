import { ActionIcon, Button, Popover, TextInput, Tooltip } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fixedRange, type Range, type Span } from '../../logic/range.ts';
import classes from './history.module.css';

interface MomentsProps extends Span {
  readonly opened: boolean;
  readonly onOpened: (opened: boolean) => void;
  readonly onRange: (range: Range, moved: boolean) => void;
}

/** A range by its first and its last moment. */
export function Moments({ from, to, opened, onOpened, onRange }: MomentsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Popover opened={opened} onChange={onOpened} trapFocus returnFocus shadow="md" position="bottom-start">
      <Popover.Target>
        <Tooltip label={t('history.dates')} disabled={opened}>
          <ActionIcon variant="default" size={36} aria-label={t('history.dates')} onClick={() => onOpened(!opened)}>
            <IconCalendar size={18} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('history.dates')}>
        <Fields
          from={from}
          to={to}
          onRange={(range) => {
            onOpened(false);
            onRange(range, false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

/** A moment as the browser's own field writes it, in local time. */
function fieldText(time: number): string {
  const local = new Date(time - new Date(time).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** Begins with what is shown when it is opened. */
function Fields({ from, to, onRange }: Span & { readonly onRange: (range: Range) => void }): ReactNode {
  const { t } = useTranslation();
  const [texts, setTexts] = useState({ from: fieldText(from), to: fieldText(to) });
  const range = fixedRange(Date.parse(texts.from), Date.parse(texts.to));
  return (
    <form
      className={classes['moments']}
      onSubmit={(event) => {
        event.preventDefault();
        if (range !== undefined) onRange(range);
      }}
    >
      <TextInput
        type="datetime-local"
        label={t('history.from')}
        value={texts.from}
        onChange={(event) => setTexts({ ...texts, from: event.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label={t('history.to')}
        value={texts.to}
        onChange={(event) => setTexts({ ...texts, to: event.currentTarget.value })}
        error={range === undefined ? t('history.badRange') : null}
      />
      <Button type="submit" variant="light" disabled={range === undefined}>
        {t('history.apply')}
      </Button>
    </form>
  );
}
