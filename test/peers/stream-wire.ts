/** A wire: a simulated serial device on a pseudo terminal, and our driver reading it from there. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver, Outcome, Simulator, Talk } from '../../drivers/driver.ts';
import { bytesOf, textOf } from '../../drivers/kit/line/ascii.ts';
import { systemClock } from '../../src-main/engine/base/clock.ts';
import { servePty } from '../../src-main/engine/ports/serial/pty.ts';
import { converse } from '../../src-main/engine/devices/session/talk.ts';
import { serialTransport } from '../../src-main/engine/ports/serial/transport.ts';
import type { CommandName, VarName } from '../../src-shared/nut/index.ts';
import type { UpsModel } from '../../src-shared/ups-model/index.ts';
import { type Known, known } from '../conformance/subject.ts';

/** Milliseconds, and repeats, of a question that names no time of its own. */
const PATIENCE = { timeout: 2000, repeats: 1 };

/** The wire. Time in the simulated UPS stands still, so that everyone reads the same state. */
export interface StreamWire {
  readonly path: string;
  /** Puts another simulated UPS on the wire; `dialect` is the simulator's. */
  connect(ups: UpsModel, dialect?: string): void;
  /** What our driver reads there. */
  read(): Promise<Known>;
  /** An instant command from our driver. */
  command(name: CommandName, argument?: string): Promise<Outcome>;
  /** A setting written by our driver. */
  set(name: VarName, value: string): Promise<Outcome>;
  /** Asks the device itself, past the wire. */
  ask(text: string): string;
  /** What the device has to say unasked, taken off the wire. */
  hush(): string;
  close(): Promise<void>;
}

/** What a wire may do to the bytes of the device. */
export type Disturbance = (bytes: Uint8Array) => Uint8Array;

/** Makes a wire with this UPS on it, read by this driver at 2400 baud. */
export async function streamWire<M>(
  driver: Driver<'stream', M>,
  first: UpsModel,
  disturb: Disturbance = (bytes) => bytes,
): Promise<StreamWire> {
  const folder = await mkdtemp(join(tmpdir(), 'mainstay-wire-'));
  const path = join(folder, 'tty');
  let device: Simulator['stream'] = driver.simulate(first);
  const server = await servePty(path, {
    receive: (bytes) => disturb(device.receive(bytes)),
    unasked: () => device.unasked(),
  });
  const abilities = async (say: Converse) => {
    const identity = await say(() => driver.identify({}));
    if (identity === null) throw new Error('Our driver did not know the simulated UPS.');
    return driver.abilities(identity);
  };
  return {
    path,
    connect: (ups, dialect) => {
      device = driver.simulate(ups, dialect);
    },
    read: () =>
      onPort(path, async (say) => {
        const identity = await say(() => driver.identify({}));
        if (identity === null) throw new Error('Our driver did not know the simulated UPS.');
        const readings = await say(() => driver.poll('full', identity));
        if (readings === null) throw new Error('Our driver got nothing from the simulated UPS.');
        return known(identity, readings);
      }),
    command: (name, argument) =>
      onPort(path, async (say) => {
        const command = (await abilities(say)).commands[name];
        if (command === undefined) throw new Error(`Our driver does not offer ${name}.`);
        return say(() => command.run(argument));
      }),
    set: (name, value) =>
      onPort(path, async (say) => {
        const setting = (await abilities(say)).settings[name];
        if (setting === undefined) throw new Error(`Our driver does not let ${name} be set.`);
        return say(() => setting.write(value));
      }),
    ask: (text) => textOf(device.receive(bytesOf(text))),
    hush: () => textOf(device.unasked()),
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
