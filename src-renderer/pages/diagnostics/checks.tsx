import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Answered } from '../../parts/answered.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useAnswer } from '../../state/hooks.ts';

/** What the engine finds right and wrong with this computer. */
export function Checks(): ReactNode {
  const { t } = useTranslation();
  const answer = useAnswer('diagnostics.doctor', {});
  return (
    <Answered answer={answer}>
      {({ checks }) => (
        <Stack gap="xs">
          {checks.map(({ name, ok, message }) => (
            <Notice
              key={name}
              tone={ok ? 'good' : 'warning'}
              title={t('common.labelled', { label: name, value: t(ok ? 'diagnostics.ok' : 'diagnostics.notOk') })}
            >
              {message}
            </Notice>
          ))}
        </Stack>
      )}
    </Answered>
  );
}
