/**
 * Where this program's windows find the engine: in this process, or in the service of the system. With the service,
 * nothing of the engine is loaded here: no device and no file of its data is opened.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Client, client, memoryWire, serve } from '../../../src-shared/contract/index.ts';
import { AppError } from '../../../src-shared/errors.ts';
import { say } from '../../../src-shared/texts/say.ts';
import type { RunningEngine } from '../compose.ts';
import { knock, reachService } from '../service/socket-client.ts';
import type { PageWire } from './page-wire.ts';

/** The way to an engine. */
export interface Door {
  /** Speaks the contract with a page until its wire closes. */
  attend(page: PageWire): void;
  /**
   * This program itself, as a client: `onClient` is called once there is contact, and again with another client when
   * there is contact again; `onLost` in between.
   */
  follow(onClient: (engine: Client) => void, onLost: () => void): void;
  /** Ends what is this program's own. A service goes on. */
  close(): Promise<void>;
}

/** A service that was killed is back within a second or two. Milliseconds. */
const RESTART_MS = 5000;
/** Between two attempts to reach the service. Milliseconds. */
const AGAIN_MS = 1000;

/**
 * The service where there is one, else an engine of this program's own. Rejects with `AppError`: 'permission-denied'
 * where there is a service that this account may not speak to, and whatever keeps an own engine from starting.
 */
export async function openDoor(
  socket: string,
  own: () => Promise<RunningEngine>,
  log: (line: string) => void,
): Promise<Door> {
  const end = performance.now() + RESTART_MS;
  let found = await knock(socket);
  while (found === 'silent' && performance.now() < end) {
    await pause(AGAIN_MS / 4);
    found = await knock(socket);
  }
  if (found === 'denied') {
    throw new AppError('permission-denied', say('tray.serviceDenied', { socket }));
  }
  if (found === 'answers') {
    log(`The Mainstay service is in charge (${socket}).`);
    return serviceDoor(socket, log);
  }
  return ownDoor(await own(), log);
}

function ownDoor({ handlers, stop }: RunningEngine, log: (line: string) => void): Door {
  return {
    attend: (page) =>
      void serve(page, handlers, { onRefused: (error) => log(`A message was refused: ${error.message}`) }),
    follow: (onClient) => {
      const [near, far] = memoryWire();
      serve(far, handlers);
      onClient(client(near));
    },
    close: stop,
  };
}

function serviceDoor(socket: string, log: (line: string) => void): Door {
  let closed = false;
  const relay = async (page: PageWire): Promise<void> => {
    let gone = false;
    page.onClose(() => {
      gone = true;
    });
    const reached = await reachService(socket);
    if (reached.found !== 'answers') return page.hangUp();
    const { wire } = reached;
    if (gone) return wire.close();
    wire.onMessage((message) => page.send(message));
    wire.onClose(() => page.hangUp());
    page.onClose(() => wire.close());
    page.onMessage((message) => wire.send(message));
  };
  return {
    attend: (page) => void relay(page),
    follow: (onClient, onLost) => {
      const reach = async (): Promise<void> => {
        const reached = await reachService(socket);
        if (closed) return;
        if (reached.found !== 'answers') return again();
        const { wire } = reached;
        const engine = client(wire);
        wire.onClose(() => {
          engine.close();
          log('Contact with the Mainstay service is lost.');
          onLost();
          again();
        });
        onClient(engine);
      };
      const again = (): void => {
        if (!closed) setTimeout(() => void reach(), AGAIN_MS);
      };
      void reach();
    },
    close: () => {
      closed = true;
      return Promise.resolve();
    },
  };
}
