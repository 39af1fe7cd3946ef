import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallArgument } from '../../src-shared/contract/index.ts';
import { useEngine } from '../state/hooks.ts';
import { tellFailure } from './use-outcome.ts';

/** Saves parts of the settings; `save` resolves with whether the engine took them. */
export function useSaveSettings(): {
  readonly save: (change: CallArgument<'settings.update'>) => Promise<boolean>;
  readonly busy: boolean;
} {
  const { t } = useTranslation();
  const engine = useEngine();
  const [busy, setBusy] = useState(false);
  const save = useCallback(
    async (change: CallArgument<'settings.update'>): Promise<boolean> => {
      setBusy(true);
      try {
        engine.store.setState({ settings: await engine.call('settings.update', change) });
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
  return { save, busy };
}
