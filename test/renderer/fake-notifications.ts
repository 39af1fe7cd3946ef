/** What a fake engine tells of notifications. */
import type { Handlers, NotificationsStatus } from '../../src-shared/contract/index.ts';

/** Nothing waits, nothing was sent, one desktop program is there. */
export function fakeStatus(change: Partial<NotificationsStatus> = {}): NotificationsStatus {
  return {
    channels: { desktop: { waiting: 0, held: 0, quiet: false, secret: false } },
    desktops: 1,
    secrets: 'keychain',
    beepers: {},
    ...change,
  };
}

/** The streams; the status stays as it is. */
export function notificationStreams(
  status: NotificationsStatus = fakeStatus(),
): Pick<Handlers['streams'], 'notifications' | 'desktop'> {
  return {
    notifications: (_input, emit) => {
      emit(status);
      return () => undefined;
    },
    desktop: () => () => undefined,
  };
}

/** The calls; every test arrives. */
export function notificationCalls(): Pick<
  Handlers['calls'],
  Extract<keyof Handlers['calls'], `notifications.${string}`>
> {
  return {
    'notifications.test': () => ({ result: 'confirmed', message: 'It was shown on the desktop.' }),
    'notifications.outbox': () => ({ waiting: [], past: [] }),
    'notifications.retry': () => ({}),
    'notifications.discard': () => ({}),
    'notifications.setSecret': () => ({}),
    'notifications.shown': () => ({}),
  };
}
