import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { momentText } from '../logic/formats.ts';
import { useNow, useScreens } from '../state/hooks.ts';
import { Notice } from './notice.tsx';
import { useFormats } from './use-formats.ts';

/** When the drill is due. `hint` shows it only when it is overdue, with the way to it. */
export function DrillDue({ hint = false }: { readonly hint?: boolean }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const due = useScreens((screens) => screens.state?.protection.drillDueAt);
  const off = useScreens((screens) => screens.state?.protection.mode === 'off');
  if (due === undefined || (hint && (off || due > now))) return null;
  const time = momentText(due, 'day', formats);
  if (due > now) {
    return (
      <Text size="sm" c="dimmed">
        {t('drill.due', { time })}
      </Text>
    );
  }
  return (
    <Notice
      tone="info"
      title={t('drill.overdue', { time })}
      action={
        hint ? (
          <Anchor component={Link} href="/protection/drill" size="sm">
            {t('drill.open')}
          </Anchor>
        ) : undefined
      }
    >
      {t('drill.overdueText')}
    </Notice>
  );
}
