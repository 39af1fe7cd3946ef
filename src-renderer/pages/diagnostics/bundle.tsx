import { Button, Checkbox, Code, Stack, Text } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActOnly } from '../../parts/act-only.tsx';
import { Panel } from '../../parts/panel.tsx';
import { saveBytes } from '../../parts/save-text.ts';
import { tellFailure } from '../../parts/use-outcome.ts';
import { useEngine } from '../../state/hooks.ts';

/** One file for whoever helps. */
export function Bundle(): ReactNode {
  const { t } = useTranslation();
  const engine = useEngine();
  const [masked, setMasked] = useState(false);
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const { name, data } = await engine.call('diagnostics.bundle', { masked });
      saveBytes(
        name,
        Uint8Array.from(atob(data), (character) => character.charCodeAt(0)),
        'application/zip',
      );
    } catch (thrown) {
      tellFailure(t('common.failed'), thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel title={t('diagnostics.bundleTitle')}>
      <Stack gap="md" align="flex-start">
        {/* What is typed stands between backticks. */}
        <Text size="sm">
          {t('diagnostics.bundleText')
            .split('`')
            .map((piece, index) => (index % 2 === 0 ? piece : <Code key={piece}>{piece}</Code>))}
        </Text>
        <ActOnly>
          <Checkbox
            checked={masked}
            onChange={(event) => setMasked(event.currentTarget.checked)}
            label={t('diagnostics.bundleMask')}
            description={t('diagnostics.bundleMaskText')}
          />
          <Button leftSection={<IconFileZip size={18} aria-hidden />} loading={busy} onClick={() => void save()}>
            {t('diagnostics.bundleSave')}
          </Button>
        </ActOnly>
      </Stack>
    </Panel>
  );
}
