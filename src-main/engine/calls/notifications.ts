/** The engine's side of notifications. */
import type { Handlers } from '../../../src-shared/contract/index.ts';
import type { Notifier } from '../notify/notifier.ts';

type NotificationCalls = Pick<Handlers['calls'], Extract<keyof Handlers['calls'], `notifications.${string}`>>;

/** Makes the handlers of the calls. */
export function notificationHandlers(notifier: Notifier): NotificationCalls {
  return {
    'notifications.test': ({ channel }) => notifier.test(channel),
    'notifications.outbox': () => {
      const { waiting, past } = notifier.outbox();
      return { waiting, past: [...past] };
    },
    'notifications.retry': ({ channel }) => {
      notifier.retry(channel);
      return {};
    },
    'notifications.discard': ({ id }) => {
      notifier.discard(id);
      return {};
    },
    'notifications.setSecret': async ({ channel, secret }) => {
      await notifier.setSecret(channel, secret);
      return {};
    },
    'notifications.shown': ({ id, shown, why }) => {
      notifier.desktops.shown(id, shown, why);
      return {};
    },
  };
}

/** Makes the sources of the streams. */
export function notificationStreams(notifier: Notifier): Pick<Handlers['streams'], 'notifications' | 'desktop'> {
  return {
    notifications: (_input, emit) => notifier.subscribe(emit),
    desktop: (_input, emit) => notifier.desktops.subscribe(emit),
  };
}
