/** An engine that keeps nothing: for one command, with at most one device, and no protection. */
import { defaultSettings, type Settings } from '../../../src-shared/settings/index.ts';
import { createEngine, type Engine } from '../../engine/engine.ts';
import { createHistoryStore } from '../../engine/history/index.ts';
import type { SettingsStore } from '../../engine/base/parts.ts';
import { createActor } from '../../engine/protection/act/actor.ts';
import { policy } from '../../engine/protection/policy/decide.ts';
import { productVersion } from '../version.ts';

/** Joins such an engine; nothing happens before its `start`. */
export function createVolatileEngine(device?: { readonly id: string; readonly uri: string }): Engine {
  const settings = defaultSettings();
  return createEngine({
    host: 'headless',
    version: productVersion(),
    settings: inMemory({
      ...settings,
      demo: false,
      devices: device === undefined ? [] : [{ ...device, nickname: '', feedsThisComputer: false, enabled: true }],
      protection: { ...settings.protection, mode: 'off' },
    }),
    history: createHistoryStore(':memory:'),
    policy,
    actor: createActor(),
  });
}

function inMemory(first: Settings): SettingsStore {
  let settings = first;
  const listeners = new Set<(settings: Settings) => void>();
  return {
    get: () => settings,
    update: (change) => {
      settings = { ...settings, ...change };
      for (const listener of listeners) listener(settings);
      return Promise.resolve(settings);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    problems: [],
  };
}
