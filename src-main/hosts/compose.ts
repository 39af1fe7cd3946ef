/** Builds the engine out of its parts, the same for every host. */
import { join } from 'node:path';
import { createEngine, type Engine } from '../engine/engine.ts';
import { createHistoryStore } from '../engine/history/index.ts';
import { createActor } from '../engine/act/actor.ts';
import { createKeptFile } from '../engine/kept-file.ts';
import { policy } from '../engine/policy/decide.ts';
import { createProtectionFile } from '../engine/protection-file.ts';
import { createSettingsStore } from '../settings/index.ts';
import { type HostKind, lockFolder } from './data.ts';
import { productVersion } from './version.ts';

/** For whom, and over which files. */
export interface ComposeOptions {
  readonly host: HostKind;
  readonly dataDir: string;
}

/**
 * Locks the folder, opens settings and history in it, and starts the engine. `stop` of what is returned also gives the
 * folder back. Rejects with `AppError` ('in-use') when another Mainstay has the folder.
 */
export async function compose({ host, dataDir }: ComposeOptions): Promise<Pick<Engine, 'handlers' | 'stop'>> {
  const lock = lockFolder(dataDir, host);
  try {
    const engine = createEngine({
      host: host === 'desktop' ? 'desktop' : 'headless',
      service: host === 'service',
      version: productVersion(),
      settings: createSettingsStore(join(dataDir, 'settings.json')),
      history: createHistoryStore(join(dataDir, 'history.sqlite')),
      policy,
      actor: createActor(),
      dataDir,
      cardFile: createKeptFile(join(dataDir, 'drills.json')),
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
