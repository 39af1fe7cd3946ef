/** The engine as a service of the system: no window, nobody logged in, clients over its socket. */
import type { Handlers } from '../../../src-shared/contract/index.ts';
import { compose } from '../compose.ts';
import { createNotifier } from './notify.ts';
import { serveSocket } from './socket-server.ts';

/** How to start. */
export interface ServiceOptions {
  readonly dataDir: string;
  readonly socket: string;
  /** Number of the group that may speak to it beside the owner. */
  readonly group?: number;
  /** Told of every refusal, for the log. */
  readonly onRefused: (reason: string) => void;
}

/** A running service. */
export interface RunningService {
  readonly handlers: Handlers;
  close(): Promise<void>;
}

/** Starts the engine and listens. Rejects with `AppError` when the folder or the socket is in use or out of bounds. */
export async function startService({ dataDir, ...options }: ServiceOptions): Promise<RunningService> {
  const engine = await compose({ host: 'service', dataDir });
  try {
    const served = await serveSocket({ ...options, path: options.socket, handlers: engine.handlers });
    const notifier = createNotifier();
    notifier.ready();
    return {
      handlers: engine.handlers,
      close: async () => {
        notifier.stopping();
        await served.close();
        await engine.stop();
      },
    };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}
