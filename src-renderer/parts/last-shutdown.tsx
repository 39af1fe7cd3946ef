import { Button, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActOnly } from './act-only.tsx';
import type { LastShutdown } from '../../src-shared/contract/index.ts';
import { momentText } from '../logic/formats.ts';
import { useEngine, useScreens } from '../state/hooks.ts';
import { Notice } from './notice.tsx';
import { useFormats } from './use-formats.ts';
import { tellFailure } from './use-outcome.ts';

/** The report of the last shutdown, until it was read. */
export function LastShutdownNotice(): ReactNode {
  const report = useScreens((screens) => screens.state?.protection.lastShutdown);
  return report === undefined ? null : <Report report={report} />;
}

function Report({ report }: { readonly report: LastShutdown }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const engine = useEngine();
  const [busy, setBusy] = useState(false);
  const { committedAt, startedAt, upsCut, text } = report;
  const acknowledge = async (): Promise<void> => {
    setBusy(true);
    try {
      await engine.call('protection.acknowledge', {});
    } catch (thrown) {
      tellFailure(t('common.failed'), thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Notice
      tone={upsCut === 'no' ? 'warning' : 'info'}
      title={t('lastShutdown.title')}
      action={
        <ActOnly>
          <Button size="xs" variant="default" loading={busy} onClick={() => void acknowledge()}>
            {t('lastShutdown.acknowledge')}
          </Button>
        </ActOnly>
      }
    >
      <div>{text}</div>
      <Text size="sm" c="dimmed">
        {t('lastShutdown.times', {
          decided: momentText(committedAt, 'both', formats),
          started: momentText(startedAt, 'both', formats),
        })}
      </Text>
    </Notice>
  );
}
