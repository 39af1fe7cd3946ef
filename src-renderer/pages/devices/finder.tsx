import { Box, Button, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../src-shared/contract/index.ts';
import { type ErrorValue, toErrorValue } from '../../../src-shared/errors.ts';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useEngine } from '../../state/hooks.ts';
import { CandidateRow } from './candidate-row.tsx';
import classes from './devices.module.css';
import { bestFirst, Looked } from './looked.tsx';

/** Looks for devices when asked to, and offers what it found. */
export function Finder(): ReactNode {
  const { t } = useTranslation();
  const engine = useEngine();
  const [hosts, setHosts] = useState('');
  const [probe, setProbe] = useState(true);
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<CallOutput<'devices.scan'>>();
  const [error, setError] = useState<ErrorValue>();
  const scan = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      const named = hosts.split(/[\s,;]+/u).filter((host) => host !== '');
      setFound(await engine.call('devices.scan', { probe, hosts: named }));
    } catch (thrown) {
      setError(toErrorValue(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel title={t('devices.find')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void scan();
        }}
      >
        <div className={classes['form']}>
          <TextInput
            label={t('devices.hosts')}
            description={t('devices.hostsHelp')}
            value={hosts}
            onChange={(event) => setHosts(event.currentTarget.value)}
          />
          <Checkbox
            label={t('devices.probe')}
            description={t('devices.probeHelp')}
            checked={probe}
            onChange={(event) => setProbe(event.currentTarget.checked)}
          />
        </div>
        <Button type="submit" loading={busy} mt="md">
          {t('devices.find')}
        </Button>
      </form>
      <div aria-live="polite">
        {error === undefined ? null : (
          <Box mt="md">
            <Notice tone="warning" title={t('common.failed')}>
              {error.message}
            </Notice>
          </Box>
        )}
        {found === undefined || busy ? null : (
          <Stack gap={0} mt="md">
            {bestFirst(found.candidates).map((candidate) => (
              <CandidateRow key={candidate.uri} candidate={candidate} />
            ))}
            {found.candidates.length === 0 ? <Text>{t('devices.nothingFound')}</Text> : null}
            <Looked looked={found.looked} />
          </Stack>
        )}
      </div>
    </Panel>
  );
}
