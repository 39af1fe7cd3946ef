import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallArgument } from '../../src-shared/contract/index.ts';
import { settingsSchema } from '../../src-shared/settings/index.ts';
import type { Engine } from '../state/engine.ts';
import { useEngine } from '../state/hooks.ts';
import type { ScreenStore } from '../state/store.ts';
import { tellFailure } from './use-outcome.ts';

/** Shows the change at once: the next one, made before this is answered, is made of it. */
function begin(store: ScreenStore, change: CallArgument<'settings.update'>): void {
  store.setState(({ settings, saving }) => {
    const next = settings === undefined ? undefined : settingsSchema.safeParse({ ...settings, ...change });
    return { saving: saving + 1, ...(next?.success === true ? { settings: next.data } : {}) };
  });
}

/** Shows again what the engine has. */
async function takeBack(engine: Engine): Promise<void> {
  const settings = await engine.call('settings.get', {}).catch(() => undefined);
  if (settings !== undefined) engine.store.setState(({ saving }) => (saving > 0 ? {} : { settings }));
}

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
        begin(engine.store, change);
        const settings = await engine.call('settings.update', change);
        engine.store.setState(({ saving }) => (saving > 1 ? { saving: saving - 1 } : { saving: 0, settings }));
        return true;
      } catch (thrown) {
        tellFailure(t('common.failed'), thrown);
        engine.store.setState(({ saving }) => ({ saving: Math.max(0, saving - 1) }));
        await takeBack(engine);
        return false;
      } finally {
        setBusy(false);
      }
    },
    [engine, t],
  );
  return { save, busy };
}
