/**
 * From mains lost to everybody knowing it, on a simulated wire at 2400 baud: our event beside NUT's driver, server and
 * monitor, in one run.
 *
 * The bound is the wire's own: asked without a pause, a device tells of an outage half an exchange after it on average
 * too late for the answer under way, plus one whole exchange; at worst two.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { driver } from '../drivers/megatec/index.ts';
import { servePty } from '../src-main/engine/ports/serial/pty.ts';
import { openDevice } from '../src-main/hosts/cli/one-device.ts';
import { createUpsModel, type UpsModel } from '../src-shared/ups-model/index.ts';
import { type NutServer, startNut } from '../test/peers/harness.ts';
import { startUpsmon, type Upsmon } from './peers/upsmon.ts';
import { type BenchRow, median } from './row.ts';

export const title = 'Mains lost to event published, 2400 baud';

const BAUD = 2400;
const BITS_PER_BYTE = 10;
/** "Q1\r" and "(208.4 140.0 208.4 034 59.9 2.05 35.0 00110000\r". Milliseconds. */
const EXCHANGE_MS = ((3 + 47) * BITS_PER_BYTE * 1000) / BAUD;
const EVENTS = 50;
/** NUT needs seconds for each event, so that several stacks are measured side by side. */
const STACKS = 10;
const NOMINAL = 230;

interface Wire {
  readonly path: string;
  readonly model: UpsModel;
  readonly close: () => Promise<void>;
}

async function wire(): Promise<Wire> {
  const folder = await mkdtemp(join(tmpdir(), 'mainstay-bench-'));
  const model = createUpsModel();
  const server = await servePty(join(folder, 'tty'), driver.simulate(model), {
    baud: BAUD,
    onStep: (seconds) => model.advance(seconds),
  });
  return {
    path: server.path,
    model,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Measures; every figure in milliseconds but the ratios. */
export async function run(): Promise<readonly BenchRow[]> {
  const ours = await measureOurs();
  const standard = await measureNut({ driver: '2', monitor: 5 });
  const fastest = await measureNut({ driver: '1', monitor: 1 });
  const bound = { median: 1.5 * EXCHANGE_MS, worst: 2 * EXCHANGE_MS };
  const against = median(ours) / bound.median;
  const slower = median(standard) / median(ours);
  return [
    { name: 'the wire itself, on average', value: bound.median, unit: 'ms' },
    { name: `Mainstay, median of ${ours.length}`, value: median(ours), unit: 'ms' },
    { name: `Mainstay, worst of ${ours.length}`, value: Math.max(...ours), unit: 'ms' },
    { name: 'Mainstay, median to bound', value: against, unit: 'times', goal: 'at most 1.2', met: against <= 1.2 },
    { name: `NUT at its defaults, median of ${standard.length}`, value: median(standard), unit: 'ms' },
    { name: `NUT at its defaults, worst of ${standard.length}`, value: Math.max(...standard), unit: 'ms' },
    { name: `NUT at its fastest, median of ${fastest.length}`, value: median(fastest), unit: 'ms' },
    { name: `NUT at its fastest, worst of ${fastest.length}`, value: Math.max(...fastest), unit: 'ms' },
    { name: 'NUT at its defaults to Mainstay', value: slower, unit: 'times', goal: 'at least 5', met: slower >= 5 },
  ];
}

async function measureOurs(): Promise<readonly number[]> {
  const { path, model, close } = await wire();
  const device = await openDevice(`serial:${path}?driver=megatec`);
  const waiting = new Map<string, (time: number) => void>();
  const stop = device.client.subscribe('events', {}, ({ kind }) => waiting.get(kind)?.(performance.now()));
  const next = (kind: string): Promise<number> =>
    new Promise((resolve) => {
      waiting.set(kind, resolve);
    });
  const latencies: number[] = [];
  try {
    await device.ready(30_000);
    for (let index = 0; index < EVENTS; index += 1) {
      // Any phase of the polling is as likely as any other.
      await sleep(600 + 500 * Math.random());
      const lost = next('mains-lost');
      const began = performance.now();
      model.force({ mainsVoltage: 0 });
      latencies.push((await lost) - began);
      const back = next('mains-returned');
      await sleep(300);
      model.force({ mainsVoltage: NOMINAL });
      await back;
    }
  } finally {
    stop();
    await device.close();
    await close();
  }
  return latencies;
}

async function measureNut(every: { readonly driver: string; readonly monitor: number }): Promise<readonly number[]> {
  const latencies: number[] = [];
  const wires: Wire[] = [];
  const servers: NutServer[] = [];
  let monitor: Upsmon | undefined;
  try {
    for (let stack = 0; stack < STACKS; stack += 1) {
      const line = await wire();
      wires.push(line);
      const options = { protocol: 'megatec', pollinterval: every.driver };
      servers.push(await startNut({ driver: 'nutdrv_qx', port: line.path, options }));
    }
    const watching = startUpsmon(
      servers.map(({ address }) => address),
      every.monitor,
    );
    monitor = watching;
    // Until the drivers have data and the monitor has seen it twice.
    await sleep(15_000);
    await Promise.all(
      wires.map(async ({ model }, stack) => {
        const address = servers[stack]?.address ?? '';
        for (let index = 0; index < EVENTS / STACKS; index += 1) {
          await sleep(every.monitor * 1000 * (1 + Math.random()));
          const began = Date.now();
          model.force({ mainsVoltage: 0, charge: 100 });
          latencies.push((await watching.notified(address, 'ONBATT', began)) - began);
          const back = Date.now();
          model.force({ mainsVoltage: NOMINAL });
          await watching.notified(address, 'ONLINE', back);
        }
      }),
    );
  } finally {
    await monitor?.close();
    for (const server of servers) await server.close();
    for (const line of wires) await line.close();
  }
  return latencies;
}
