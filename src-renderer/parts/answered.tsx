import { Button, Center, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../state/hooks.ts';
import { Notice } from './notice.tsx';

/** Shows what the engine answered, or that it is on its way, or why it did not come. */
export function Answered<T>({
  answer,
  children,
}: {
  readonly answer: Answer<T>;
  readonly children: (value: T) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const failure =
    answer.error === undefined ? null : (
      <Notice
        tone="warning"
        title={t('common.failed')}
        live
        action={
          <Button size="xs" variant="default" onClick={answer.reload}>
            {t('common.retry')}
          </Button>
        }
      >
        {answer.error.message}
      </Notice>
    );
  if (answer.value !== undefined) {
    return (
      <>
        {failure}
        {children(answer.value)}
      </>
    );
  }
  return failure ?? <Loading />;
}

/** Something is on its way. */
export function Loading(): ReactNode {
  const { t } = useTranslation();
  return (
    <Center py={48}>
      <Loader size="sm" role="status" aria-label={t('common.loading')} />
    </Center>
  );
}
