/** A Megatec wire: the simulated device on a pseudo terminal, and our driver reading it from there. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome, Talk } from '../../drivers/driver.ts';
import { driver } from '../../drivers/megatec/index.ts';
import { systemClock } from '../../src-main/engine/clock.ts';
import { servePty } from '../../src-main/engine/simulate/pty.ts';
import { converse } from '../../src-main/engine/session/talk.ts';
import { serialTransport } from '../../src-main/engine/transports/serial.ts';
import type { CommandName } from '../../src-shared/nut/index.ts';
import type { UpsModel } from '../../src-shared/ups-model/index.ts';
import { type Known, known } from '../conformance/subject.ts';

/** Milliseconds, and repeats, of a question that names no time of its own. */
const PATIENCE = { timeout: 2000, repeats: 1 };

/** The wire. Time in the simulated UPS stands still, so that everyone reads the same state. */
export interface MegatecWire {
  readonly path: string;
  /** Puts another simulated UPS on the wire. */
  connect(ups: UpsModel): void;
  /** What our driver reads there. */
  read(): Promise<Known>;
  /** An instant command from our driver. */
  command(name: CommandName): Promise<Outcome>;
  close(): Promise<void>;
}

/** Makes a wire with this UPS on it. */
export async function megatecWire(first: UpsModel): Promise<MegatecWire> {
  const folder = await mkdtemp(join(tmpdir(), 'mainstay-wire-'));
  const path = join(folder, 'tty');
  let device = driver.simulate(first);
  const server = await servePty(path, {
    receive: (bytes) => device.receive(bytes),
    unasked: () => device.unasked(),
  });
  return {
    path,
    connect: (ups) => {
      device = driver.simulate(ups);
    },
    read: () =>
      onPort(path, async (say) => {
        const identity = await say(() => driver.identify({}));
        if (identity === null) throw new Error('Our driver did not know the simulated UPS.');
        const readings = await say(() => driver.poll('full', identity));
        if (readings === null) throw new Error('Our driver got nothing from the simulated UPS.');
        return known(identity, readings);
      }),
    command: (name) =>
      onPort(path, async (say) => {
        const identity = await say(() => driver.identify({}));
        const command = identity === null ? undefined : driver.abilities(identity).commands[name];
        if (command === undefined) throw new Error(`Our driver does not offer ${name}.`);
        return say(() => command.run());
      }),
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

type Converse = <R>(begin: () => Talk<'stream', R>) => Promise<R>;

/** Opens the port as the product does, for as long as `use` takes. */
async function onPort<R>(path: string, use: (converse: Converse) => Promise<R>): Promise<R> {
  const transport = serialTransport({ path, baud: 2400, dtr: true, rts: false }, systemClock);
  const opened = await transport.open();
  if (!opened.ok) throw new Error(opened.error.message);
  try {
    return await use(async (begin) => (await converse(transport, begin, PATIENCE)).result);
  } finally {
    await transport.close();
  }
}
