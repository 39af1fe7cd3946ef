import { Button, Center, Loader, Stack, Text } from '@mantine/core';
import { IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { shortDuration } from '../logic/formats.ts';
import { Blank } from './blank.tsx';
import { Notice } from './notice.tsx';
import { useFormats } from './use-formats.ts';
import { useEngine, useMayAct, useNow, useScreens } from '../state/hooks.ts';

/** Says when there is no connection to the engine, and what is wrong with the engine itself. */
export function ConnectionNotice(): ReactNode {
  const { t } = useTranslation();
  const engine = useEngine();
  const phase = useScreens((screens) => screens.connection.phase);
  const known = useScreens((screens) => screens.state !== undefined);
  const retry = (
    <Button variant="default" size="xs" onClick={() => engine.reconnect()}>
      {t('common.retry')}
    </Button>
  );
  if (phase === 'denied')
    return (
      <Blank icon={IconLock} title={t('connection.deniedTitle')} text={t('connection.deniedText')} action={retry} />
    );
  if (phase === 'lost') {
    if (known) return <LostNotice action={retry} />;
    return (
      <Blank
        icon={IconPlugConnectedX}
        title={t('connection.unreachableTitle')}
        text={t('connection.unreachableText')}
        action={retry}
      />
    );
  }
  if (!known) {
    return (
      <Center py={96}>
        <Stack align="center" gap="xs">
          <Loader size="sm" aria-hidden />
          <Text fw={600} role="status">
            {t('connection.loadingTitle')}
          </Text>
          <Text c="dimmed">{t('connection.loadingText')}</Text>
        </Stack>
      </Center>
    );
  }
  return (
    <>
      <WatchOnly />
      <Problems />
    </>
  );
}

/** Says why what changes something is switched off. */
function WatchOnly(): ReactNode {
  const { t } = useTranslation();
  const mayAct = useMayAct();
  return mayAct ? null : (
    <Notice tone="info" title={t('connection.watchTitle')}>
      {t('connection.watchText')}
    </Notice>
  );
}

function LostNotice({ action }: { readonly action: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  // Both of this computer's clock: the difference between the clocks must not count.
  const since = useScreens((screens) => screens.connection.since - screens.clockOffset);
  return (
    <Notice tone="warning" title={t('connection.lostTitle')} action={action} live>
      {t('connection.lostText', { time: shortDuration(Math.max(1, Math.floor((now - since) / 1000)), formats) })}
    </Notice>
  );
}

function Problems(): ReactNode {
  const { t } = useTranslation();
  const messages = useScreens(
    useShallow((screens) => screens.state?.engine.problems.map(({ message }) => message) ?? []),
  );
  return messages.map((message) => (
    <Notice key={message} tone="warning" title={t('connection.problem')} live>
      {message}
    </Notice>
  ));
}
