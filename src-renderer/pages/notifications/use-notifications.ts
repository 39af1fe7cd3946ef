import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotificationsStatus } from '../../../src-shared/contract/index.ts';
import type { Channel } from '../../../src-shared/settings/notifications.ts';
import { useEngine } from '../../state/hooks.ts';

/** How the channels stand, as it changes; undefined until the engine has told. */
export function useStatus(): NotificationsStatus | undefined {
  const engine = useEngine();
  const [status, setStatus] = useState<NotificationsStatus>();
  useEffect(() => engine.subscribe('notifications', {}, setStatus), [engine]);
  return status;
}

/** What a channel is called. */
export function useChannelName(): (channel: Channel) => string {
  const { t } = useTranslation();
  return useCallback(({ name, kind }) => (name === '' ? t(`notifications.kinds.${kind}`) : name), [t]);
}
