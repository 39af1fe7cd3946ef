/** A Megatec wire: the simulated device on a pseudo terminal, and our driver reading it from there. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SerialPort } from 'serialport';
import type { Outcome, Reply, Talk, Wire } from '../../drivers/driver.ts';
import { driver } from '../../drivers/megatec/index.ts';
import { systemClock } from '../../src-main/engine/clock.ts';
import { servePty } from '../../src-main/engine/simulate/pty.ts';
import { StreamChannel } from '../../src-main/engine/transports/stream-channel.ts';
import type { CommandName } from '../../src-shared/nut/index.ts';
import type { UpsModel } from '../../src-shared/ups-model/index.ts';
import { type Known, known } from '../conformance/subject.ts';

/** Milliseconds that our side waits for an answer that names no time of its own. */
const PATIENCE_MS = 2000;

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
      onPort(path, async (request) => {
        const identity = await converse(driver.identify({}), request);
        if (identity === null) throw new Error('Our driver did not know the simulated UPS.');
        const readings = await converse(driver.poll('full', identity), request);
        if (readings === null) throw new Error('Our driver got nothing from the simulated UPS.');
        return known(identity, readings);
      }),
    command: (name) =>
      onPort(path, async (request) => {
        const identity = await converse(driver.identify({}), request);
        const command = identity === null ? undefined : driver.abilities(identity).commands[name];
        if (command === undefined) throw new Error(`Our driver does not offer ${name}.`);
        return converse(command.run(), request);
      }),
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

type Ask = (request: Wire['stream']) => Promise<Reply<'stream'>>;

async function onPort<R>(path: string, use: (ask: Ask) => Promise<R>): Promise<R> {
  const port = new SerialPort({ path, baudRate: 2400, autoOpen: false });
  await new Promise<void>((resolve, reject) => port.open((error) => (error ? reject(error) : resolve())));
  const channel = new StreamChannel(
    {
      write: (bytes) =>
        new Promise((resolve, reject) => port.write(bytes, (error) => (error ? reject(error) : resolve()))),
      onData: (listener) => port.on('data', listener),
    },
    systemClock,
  );
  try {
    return await use((request) => channel.request(request, PATIENCE_MS));
  } finally {
    channel.shut();
    await new Promise<void>((resolve) => port.close(() => resolve()));
  }
}

async function converse<R>(talk: Talk<'stream', R>, request: Ask): Promise<R> {
  let step = talk.next();
  while (step.done !== true) step = talk.next(await request(step.value));
  return step.value;
}
