/** A whole engine on real files, reached as every client reaches it: over a wire, with every output checked. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { type Clock, systemClock } from '../../src-main/engine/base/clock.ts';
import { createEngine, type Engine } from '../../src-main/engine/engine.ts';
import { createHistoryStore } from '../../src-main/engine/history/index.ts';
import type { Actor, Policy, SettingsStore } from '../../src-main/engine/base/parts.ts';
import { createSettingsStore } from '../../src-main/settings/index.ts';
import {
  type Client,
  client,
  type DeviceState,
  type EngineEvent,
  memoryWire,
  merge,
  serve,
  type State,
  stateSchema,
} from '../../src-shared/contract/index.ts';
import type { ErrorValue } from '../../src-shared/errors.ts';
import type { DeviceSetting } from '../../src-shared/settings/index.ts';

// Real wires in real time: on a busy machine everything takes longer, and nothing here measures speed.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Decides nothing: these tests are about what comes before protection. */
export const idlePolicy: Policy = {
  start: () => null,
  decide: (state, rules) => ({
    state,
    actions: [],
    protection: { mode: rules.mode, phase: 'idle', feeds: [], notices: [] },
  }),
  order: (state) => ({ state, accepted: false, message: 'There is no countdown.' }),
  save: () => null,
  restore: () => undefined,
  forecast: () => [],
  preview: () => [],
  previewOfFirst: () => undefined,
};
/** Does nothing, and finds nothing wrong. */
export const idleActor: Actor = {
  begin: async () => undefined,
  perform: async () => ({ done: false, message: 'Tests perform nothing.' }),
  announce: () => undefined,
  preflight: async () => ({ at: 0, passed: true, checks: [] }),
  powerCycle: (_rules, { id }) => ({ device: id, can: false, how: 'Tests cut no power.' }),
  tryCommand: async () => ({ done: true, message: 'Tests run nothing.', seconds: 0, output: '' }),
  measuredSeconds: () => undefined,
  lastShutdown: () => undefined,
  acknowledge: () => undefined,
};

/** An engine under test. */
export interface Harness {
  readonly engine: Engine;
  readonly settings: SettingsStore;
  readonly client: Client;
  /** The state as a client has it, put together from snapshot and patches. */
  readonly state: () => State;
  readonly device: (id: string) => DeviceState;
  readonly events: EngineEvent[];
  /** How many patches have come. */
  readonly patches: () => number;
  /** What the engine refused or broke on; tests that expect none assert that it is empty. */
  readonly refused: ErrorValue[];
  /** Waits until the condition holds, looking at every change; fails with the state when it takes too long. */
  readonly until: (what: string, condition: () => boolean, milliseconds?: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** What a test may choose. */
export interface HarnessOptions {
  readonly devices?: readonly (Pick<DeviceSetting, 'id' | 'uri'> & Partial<DeviceSetting>)[];
  readonly demo?: boolean;
  readonly quickSeconds?: number;
  readonly policy?: Policy;
  readonly actor?: Actor;
  readonly clock?: Clock;
}

/** Starts an engine with these devices. */
export async function startEngine(options: HarnessOptions = {}): Promise<Harness> {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-engine-'));
  const settings = createSettingsStore(join(folder, 'settings.json'));
  await settings.update({
    demo: options.demo ?? false,
    polling: { quickSeconds: options.quickSeconds ?? 0.5, fullSeconds: 5 },
    devices: (options.devices ?? []).map((device) => ({
      nickname: '',
      feedsThisComputer: true,
      enabled: true,
      ...device,
    })),
  });
  const engine = createEngine({
    host: 'headless',
    version: 'test',
    dataDir: folder,
    settings,
    history: createHistoryStore(join(folder, 'history.db')),
    policy: options.policy ?? idlePolicy,
    actor: options.actor ?? idleActor,
    clock: options.clock ?? systemClock,
  });
  const [near, far] = memoryWire();
  const refused: ErrorValue[] = [];
  const stopServing = serve(far, engine.handlers, { checkOutputs: true, onRefused: (error) => refused.push(error) });
  const user = client(near);

  let state: unknown;
  let revision = 0;
  let patches = 0;
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  user.subscribe('state', {}, (item) => {
    if (item.type === 'patch' && item.revision !== revision + 1) {
      throw new Error(`Revision ${item.revision} came after ${revision}.`);
    }
    revision = item.revision;
    patches += item.type === 'patch' ? 1 : 0;
    state = item.type === 'snapshot' ? item.state : merge(state, item.patch);
    changed();
  });
  const events: EngineEvent[] = [];
  user.subscribe('events', {}, (event) => {
    events.push(event);
    changed();
  });
  await engine.start();

  const current = (): State => stateSchema.parse(state);
  const harness: Harness = {
    engine,
    settings,
    client: user,
    state: current,
    device: (id) => {
      const device = current().devices[id];
      if (device === undefined) throw new Error(`There is no device ${id}.`);
      return device;
    },
    events,
    patches: () => patches,
    refused,
    until: (what, condition, milliseconds = 45_000) =>
      new Promise((resolve, reject) => {
        const finish = (done: () => void): void => {
          clearTimeout(limit);
          clearInterval(looking);
          listeners.delete(look);
          done();
        };
        const look = (): void => {
          if (condition()) finish(resolve);
        };
        const limit = setTimeout(() => {
          const seen = JSON.stringify({ state, events, refused }, null, 1);
          finish(() => reject(new Error(`Waited in vain until ${what}. ${seen}`)));
        }, milliseconds);
        const looking = setInterval(look, 20);
        listeners.add(look);
        look();
      }),
    stop: async () => {
      user.close();
      stopServing();
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const expected = options.devices ?? [];
  await harness.until('the devices are there', () => expected.every(({ id }) => current().devices[id] !== undefined));
  return harness;
}
