import { notifications } from '@mantine/notifications';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallArgument } from '../../../src-shared/contract/index.ts';
import { tellFailure } from '../../parts/use-outcome.ts';
import { useEngine } from '../../state/hooks.ts';

/** Adds a device; `add` resolves with whether the engine took it. */
export function useAdd(): {
  readonly add: (input: CallArgument<'devices.add'>, name: string) => Promise<boolean>;
  readonly busy: boolean;
} {
  const { t } = useTranslation();
  const engine = useEngine();
  const [busy, setBusy] = useState(false);
  const add = useCallback(
    async (input: CallArgument<'devices.add'>, name: string): Promise<boolean> => {
      setBusy(true);
      try {
        const { id } = await engine.call('devices.add', input);
        engine.store.setState({ selected: id, settings: await engine.call('settings.get', {}) });
        notifications.show({ color: 'accent', message: t('devices.added', { name }) });
        return true;
      } catch (thrown) {
        tellFailure(t('common.failed'), thrown);
        return false;
      } finally {
        setBusy(false);
      }
    },
    [engine, t],
  );
  return { add, busy };
}
