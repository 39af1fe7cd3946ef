/** The engine as a service in a folder of its own, and what it says of itself to a client. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Client, client, type State } from '../../src-shared/contract/index.ts';
import { reachService } from '../../src-main/hosts/service/socket-client.ts';
import { type Program, startProgram } from './program.ts';

/** A service under attack, and a client of it. */
export interface Attacked {
  readonly program: Program;
  readonly socket: string;
  readonly client: Client;
  /** How everything stands now. */
  readonly state: () => Promise<State>;
  /** The state, as soon as it fits. Rejects after `limit` milliseconds with the last one. */
  readonly until: (what: string, fits: (state: State) => boolean, limit?: number) => Promise<State>;
  /** Asks it to end, and says whether it did, properly. */
  readonly stop: () => Promise<{ readonly hung: boolean; readonly code: number | null }>;
}

/** Starts it over the folder `data`, with its socket in `place`; no port is opened. */
export async function attack(data: string, place: string): Promise<Attacked> {
  const socket = join(place, 'engine.sock');
  const program = startProgram(['serve', '--service', '--socket', socket, '--data', data]);
  await program.until(/runs as a service/);
  const reached = await reachService(socket);
  if (reached.found !== 'answers') throw new Error(`nobody answers at ${socket}`);
  const asking = client(reached.wire);
  const state = (): Promise<State> =>
    new Promise((resolve, reject) => {
      const end = asking.subscribe(
        'state',
        {},
        (item) => {
          if (item.type !== 'snapshot') return;
          end();
          resolve(item.state);
        },
        reject,
      );
    });
  return {
    program,
    socket,
    client: asking,
    state,
    until: async (what, fits, limit = 20_000) => {
      for (const late = performance.now() + limit; ; await pause(200)) {
        const now = await state();
        if (fits(now)) return now;
        if (performance.now() > late) throw new Error(`never: ${what}\n${JSON.stringify(now, null, 1)}`);
      }
    },
    stop: async () => {
      asking.close();
      reached.wire.close();
      const { hung, code } = await program.stop();
      return { hung, code };
    },
  };
}
