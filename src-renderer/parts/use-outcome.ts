import { notifications } from '@mantine/notifications';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallArgument, CallName, CallOutput, CommandOutcome } from '../../src-shared/contract/index.ts';
import { toErrorValue } from '../../src-shared/errors.ts';
import { useEngine } from '../state/hooks.ts';

/** Tells a failure that has no place of its own on the screen. */
export function tellFailure(title: string, thrown: unknown): void {
  notifications.show({ color: 'red', title, message: toErrorValue(thrown).message, autoClose: 12_000 });
}

/** The calls that answer with what became of a wish. */
type OutcomeCall = { [C in CallName]: CallOutput<C> extends CommandOutcome ? C : never }[CallName];

/**
 * Asks the engine to do something and tells the person what became of it, unless the caller shows that in its own place
 * (`quiet`). `run` resolves with the outcome, or with undefined when the engine refused to try.
 */
export function useOutcome<C extends OutcomeCall>(
  name: C,
  { quiet = false }: { readonly quiet?: boolean } = {},
): { readonly run: (input: CallArgument<C>) => Promise<CommandOutcome | undefined>; readonly busy: boolean } {
  const { t } = useTranslation();
  const engine = useEngine();
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async (input: CallArgument<C>): Promise<CommandOutcome | undefined> => {
      setBusy(true);
      try {
        const outcome: CommandOutcome = await engine.call(name, input);
        if (quiet) return outcome;
        const good = outcome.result === 'accepted' || outcome.result === 'confirmed' || outcome.result === 'sent';
        notifications.show({
          color: good ? 'accent' : 'yellow',
          title: t(`device.result.${outcome.result}`),
          message: outcome.message,
          autoClose: 8000,
        });
        return outcome;
      } catch (thrown) {
        tellFailure(t('common.failed'), thrown);
        return undefined;
      } finally {
        setBusy(false);
      }
    },
    [engine, name, quiet, t],
  );
  return { run, busy };
}
