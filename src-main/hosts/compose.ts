/** Builds the engine out of its parts, the same for every host. */
import { join } from 'node:path';
import { createEngine, type Engine } from '../engine/engine.ts';
import { createHistoryStore } from '../engine/history/index.ts';
import { createActor } from '../engine/act/actor.ts';
import { createKeptFile } from '../engine/kept-file.ts';
import { createSecretStore, type Sealer } from '../engine/notify/secrets.ts';
import { policy } from '../engine/policy/decide.ts';
import { createProtectionFile } from '../engine/protection-file.ts';
import { createSettingsStore } from '../settings/index.ts';
import { type HostKind, lockFolder } from './data.ts';
import { createHeardLanguages } from './heard-languages.ts';
import { environmentLanguages, speakAsPreferred } from './language.ts';
import { productVersion } from './version.ts';

/** For whom, and over which files. */
export interface ComposeOptions {
  readonly host: HostKind;
  readonly dataDir: string;
  /** The keychain of the system, where the host has one. */
  readonly sealer?: Sealer;
  /** The languages of the system, the most wanted first (BCP 47); left out, those of the environment. */
  readonly languages?: () => readonly string[];
}

/** What a host needs of an engine that runs. */
export interface RunningEngine {
  readonly handlers: Engine['handlers'];
  /** Also gives the folder back. */
  readonly stop: () => Promise<void>;
}

/**
 * Locks the folder, opens settings and history in it, and starts the engine. Rejects with `AppError` ('in-use') when
 * another Mainstay has the folder.
 */
export async function compose({
  host,
  dataDir,
  sealer,
  languages: own = environmentLanguages,
}: ComposeOptions): Promise<RunningEngine> {
  const lock = lockFolder(dataDir, host);
  try {
    const settings = createSettingsStore(join(dataDir, 'settings.json'));
    // A service runs in the language of the machine, and is read by people.
    const heard =
      host === 'service' ? createHeardLanguages(createKeptFile(join(dataDir, 'languages.json'))) : undefined;
    const languages = (): readonly string[] => heard?.get() ?? own();
    await speakAsPreferred(settings.get().preferences, languages());
    settings.onChange(({ preferences }) => void speakAsPreferred(preferences, languages()));
    const engine = createEngine({
      host: host === 'desktop' ? 'desktop' : 'headless',
      service: host === 'service',
      ...(heard === undefined
        ? {}
        : {
            heardLanguages: async (told: readonly string[]): Promise<void> => {
              await heard.hear(told);
              await speakAsPreferred(settings.get().preferences, languages());
            },
          }),
      version: productVersion(),
      settings,
      history: createHistoryStore(join(dataDir, 'history.sqlite')),
      policy,
      actor: createActor({ dataDir, service: host === 'service' }),
      dataDir,
      notificationFile: createKeptFile(join(dataDir, 'notifications.json')),
      secrets: createSecretStore(createKeptFile(join(dataDir, 'secrets.json')), 'file', sealer),
      beeperFile: createKeptFile(join(dataDir, 'beepers.json')),
      cardFile: createKeptFile(join(dataDir, 'drills.json')),
      batteryFile: createKeptFile(join(dataDir, 'batteries.json')),
      protectionFile: createProtectionFile(join(dataDir, 'protection-state.json')),
    });
    await engine.start();
    const stop = async (): Promise<void> => {
      try {
        await engine.stop();
      } finally {
        lock.release();
      }
    };
    return { handlers: engine.handlers, stop };
  } catch (error) {
    lock.release();
    throw error;
  }
}
