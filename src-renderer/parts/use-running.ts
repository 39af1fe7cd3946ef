import { useTranslation } from 'react-i18next';
import { type Running, runningOf } from '../logic/countdown.ts';
import { useNow, useScreens } from '../state/hooks.ts';

/** The countdown, or the shutdown that is under way; undefined while there is none. */
export function useRunning(): Running | undefined {
  const { t } = useTranslation();
  const protection = useScreens((screens) => screens.state?.protection);
  const action = useScreens((screens) => screens.settings?.protection.action) ?? 'shutdown';
  const now = useNow();
  return protection === undefined ? undefined : runningOf(protection, action, now, t);
}
