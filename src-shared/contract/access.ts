/**
 * Who may do what: a link that may only watch sees everything that is shown, changes nothing and is told no secret.
 * Every call and stream stands here; one that is missing does not compile.
 */
import type { CallName, StreamName } from './contract.ts';

/** `watch`: whoever may see Mainstay; `act`: only whoever may change and command as well. */
export type Access = 'watch' | 'act';

/** What each call needs. Sending bytes to a port, running the checks and making a support bundle are acts. */
export const CALL_ACCESS = {
  // Probing sends bytes to ports that may belong to something else.
  'devices.scan': 'act',
  'devices.probe': 'act',
  'devices.add': 'act',
  'devices.update': 'act',
  'devices.remove': 'act',
  'devices.command': 'act',
  'devices.set': 'act',
  'drivers.list': 'watch',
  'history.variables': 'watch',
  'history.query': 'watch',
  'history.csv': 'watch',
  'history.outages': 'watch',
  'history.outage': 'watch',
  'diary.query': 'watch',
  'diary.csv': 'watch',
  'battery.report': 'watch',
  'battery.ranges': 'watch',
  'battery.curve': 'watch',
  'battery.replaced': 'act',
  'energy.query': 'watch',
  'language.tell': 'act',
  'events.query': 'watch',
  'events.csv': 'watch',
  'events.acknowledge': 'act',
  // Answered without what is secret; see the engine's `watchingHandlers`.
  'settings.get': 'watch',
  'settings.update': 'act',
  'protection.cancel': 'act',
  'protection.postpone': 'act',
  'protection.shutdownNow': 'act',
  'protection.request': 'act',
  // It asks programs of the system, and its result is kept.
  'protection.preflight': 'act',
  'protection.arm': 'act',
  'protection.preview': 'watch',
  'protection.tryCommand': 'act',
  'protection.acknowledge': 'act',
  'notifications.test': 'act',
  'notifications.outbox': 'watch',
  'notifications.retry': 'act',
  'notifications.discard': 'act',
  'notifications.setSecret': 'act',
  'notifications.shown': 'act',
  'drill.start': 'act',
  'drill.cancel': 'act',
  'drill.cards': 'watch',
  'drill.remove': 'act',
  'drill.export': 'watch',
  'diagnostics.device': 'watch',
  // Bytes as they went over the wire, whatever they hold.
  'diagnostics.trace': 'act',
  'diagnostics.bundle': 'act',
  'diagnostics.doctor': 'watch',
} as const satisfies { readonly [C in CallName]: Access };

/** What each stream needs. */
export const STREAM_ACCESS = {
  state: 'watch',
  events: 'watch',
  attention: 'watch',
  notifications: 'watch',
  // Whoever listens takes the messages over, and promises to show them.
  desktop: 'act',
  trace: 'act',
} as const satisfies { readonly [S in StreamName]: Access };
