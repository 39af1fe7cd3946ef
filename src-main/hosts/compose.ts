/** Builds the engine out of its parts, the same for every host. */
import { join } from 'node:path';
import { createEngine, type Engine } from '../engine/engine.ts';
import { createHistoryStore } from '../engine/history/index.ts';
import { createActor } from '../engine/protection/act/actor.ts';
import { createKeptFile, createProtectionFile, type KeptFile } from '../engine/base/kept-file.ts';
import { logLine } from '../engine/base/terminal.ts';
import { createSecretStore, type Sealer } from '../engine/notify/secrets.ts';
import { policy } from '../engine/protection/policy/decide.ts';
import { createSettingsStore } from '../settings/index.ts';
import { type HostKind, holdFolder } from './data.ts';
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
 * Locks the folder, opens settings and history in it, and starts the engine, also where the folder cannot be written to:
 * what is wrong is among the engine's problems, and in the log. Rejects with `AppError` ('in-use') when another Mainstay
 * has the folder.
 */
export async function compose({
  host,
  dataDir,
  sealer,
  languages: own = environmentLanguages,
}: ComposeOptions): Promise<RunningEngine> {
  const folder = holdFolder(dataDir, host);
  const kept = (name: string): KeptFile => createKeptFile(join(dataDir, name), folder.gate);
  try {
    const settings = createSettingsStore(join(dataDir, 'settings.json'), { gate: folder.gate });
    // A service runs in the language of the machine, and is read by people.
    const heard = host === 'service' ? createHeardLanguages(kept('languages.json')) : undefined;
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
      notificationFile: kept('notifications.json'),
      secrets: createSecretStore(kept('secrets.json'), 'file', sealer),
      beeperFile: kept('beepers.json'),
      cardFile: kept('drills.json'),
      batteryFile: kept('batteries.json'),
      protectionFile: createProtectionFile(join(dataDir, 'protection-state.json'), folder.gate),
      folder,
      onProblem: ({ message }) => logLine(message),
    });
    await engine.start();
    const stop = async (): Promise<void> => {
      try {
        await engine.stop();
      } finally {
        folder.release();
      }
    };
    return { handlers: engine.handlers, stop };
  } catch (error) {
    folder.release();
    throw error;
  }
}
