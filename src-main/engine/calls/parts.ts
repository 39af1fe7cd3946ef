/** What the calls reach of the engine. */
import type { Clock } from '../base/clock.ts';
import type { HistoryStore, SettingsStore } from '../base/parts.ts';
import type { Batteries } from '../battery/batteries.ts';
import type { Devices } from '../devices/devices.ts';
import type { Notifier } from '../notify/notifier.ts';
import type { Drills } from '../protection/drill/drill.ts';
import type { Guardian } from '../protection/guardian.ts';
import type { Attention } from '../state/attention.ts';
import type { EventHub } from '../state/event-hub.ts';
import type { Store } from '../state/store.ts';

/** What the handlers reach. */
export interface HandlerParts {
  readonly clock: Clock;
  readonly dataDir: string | undefined;
  readonly settings: SettingsStore;
  readonly history: HistoryStore;
  readonly store: Store;
  readonly devices: Devices;
  readonly events: EventHub;
  readonly attention: Attention;
  readonly guardian: Guardian;
  readonly drills: Drills;
  readonly batteries: Batteries;
  readonly notifier: Notifier;
  /** The desktop program told the languages of its person. */
  readonly heardLanguages: (languages: readonly string[]) => Promise<void>;
  /** Resolves when the sessions follow the settings. */
  readonly applied: () => Promise<void>;
}
