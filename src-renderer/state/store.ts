/**
 * What the screens show. The live part changes only by the engine's streams; the rest is what this window chose.
 * Components select one thing each, so that a new voltage redraws a voltage and nothing else.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Access, State } from '../../src-shared/contract/index.ts';
import type { Settings } from '../../src-shared/settings/index.ts';

/** How the window stands with the engine. `since` is in milliseconds of this computer's clock. */
export interface Connection {
  readonly phase: 'connecting' | 'open' | 'lost' | 'denied';
  readonly since: number;
}

/** Everything the screens share. */
export interface Screens {
  readonly connection: Connection;
  /** What this window may do; what a link that may only watch cannot is not offered. */
  readonly access: Access;
  /** Undefined until the first snapshot. It stays while the connection is lost: its values age in sight. */
  readonly state: State | undefined;
  /** Undefined until they were read. */
  readonly settings: Settings | undefined;
  /** Changes of the settings that the engine has not answered yet; until then what was chosen here counts. */
  readonly saving: number;
  /** What this computer's clock shows minus what the engine's shows, in milliseconds. */
  readonly clockOffset: number;
  /** The device that the person looks at; undefined leaves the choice to the screen. */
  readonly selected: string | undefined;
  /** Counts snapshots: whoever asked the engine something asks again when it changes. */
  readonly epoch: number;
}

/** The store of one window. */
export type ScreenStore = StoreApi<Screens>;

/** An empty store, before the engine said anything. */
export function createScreenStore(): ScreenStore {
  return createStore<Screens>(() => ({
    connection: { phase: 'connecting', since: Date.now() },
    access: 'act',
    state: undefined,
    settings: undefined,
    saving: 0,
    clockOffset: 0,
    selected: undefined,
    epoch: 0,
  }));
}
