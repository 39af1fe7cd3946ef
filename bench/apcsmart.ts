/**
 * APC Smart at 2400 baud: from opening the port to everything that the device says, and from mains lost to everybody
 * knowing it, beside NUT's driver, server and monitor on the same kind of wire.
 *
 * The bound is the wire's own. For the first complete state it is the time that the device's answers take on the line;
 * for an alert the answer under way, half of one on average, and its own one byte.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { driver } from '../drivers/apcsmart/index.ts';
import { servePty } from '../src-main/engine/ports/serial/pty.ts';
import { openDevice } from '../src-main/hosts/cli/one-device.ts';
import { createUpsModel, type UpsModel } from '../src-shared/ups-model/index.ts';
import { dumpNut, type NutServer, startNut } from '../test/peers/harness.ts';
import { startUpsmon, type Upsmon } from './peers/upsmon.ts';
import { type BenchRow, median } from './row.ts';

export const title = 'APC Smart: first state, and mains lost to event published, 2400 baud';

const BYTE_MS = (10 * 1000) / 2400;
/** The longest answer of a quick poll: "099.0" with CR and LF. Milliseconds. */
const ANSWER_MS = 7 * BYTE_MS;
const OPENINGS = 5;
const EVENTS = 40;
/** NUT needs seconds for each event, so that several stacks are measured side by side. */
const STACKS = 5;
const NUT_EVENTS = 20;
const NOMINAL = 230;

interface Wire {
  readonly path: string;
  readonly model: UpsModel;
  /** Bytes that the device has sent. */
  readonly carried: () => number;
  /** Changes mains, and lets the device tell of it at once. */
  readonly setMains: (voltage: number) => void;
  readonly close: () => Promise<void>;
}

async function wire(): Promise<Wire> {
  const folder = await mkdtemp(join(tmpdir(), 'mainstay-bench-'));
  const model = createUpsModel();
  let carried = 0;
  const server = await servePty(join(folder, 'tty'), driver.simulate(model), {
    baud: 2400,
    onStep: (seconds) => model.advance(seconds),
    onBytes: (direction, bytes) => {
      if (direction === 'sent') carried += bytes.length;
    },
  });
  return {
    path: server.path,
    model,
    carried: () => carried,
    setMains: (mainsVoltage) => {
      model.force({ mainsVoltage, charge: 100 });
      server.speak();
    },
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Measures; every figure in milliseconds but the ratios. */
export async function run(): Promise<readonly BenchRow[]> {
  const { ours: first, bound: line } = await measureOpening();
  const nutFirst = await measureNutOpening();
  const events = await measureOurs();
  const standard = await measureNut({ driver: '2', monitor: 5 });
  const fastest = await measureNut({ driver: '1', monitor: 1 });
  const bound = 0.5 * ANSWER_MS + BYTE_MS;
  const opening = median(first) / line;
  const slower = median(standard) / median(events);
  return [
    { name: "the device's answers on the line", value: line, unit: 'ms' },
    { name: `open to first complete state, median of ${first.length}`, value: median(first), unit: 'ms' },
    { name: 'to the line', value: opening, unit: 'times', goal: 'at most 1.5', met: opening <= 1.5 },
    { name: "NUT's driver, start to its first dump", value: nutFirst, unit: 'ms' },
    { name: 'an alert on the wire, on average', value: bound, unit: 'ms' },
    { name: `mains lost to event, median of ${events.length}`, value: median(events), unit: 'ms' },
    {
      name: 'mains lost to event, nine of ten within',
      value: within(events, 0.9),
      unit: 'ms',
      goal: 'at most 100',
      met: within(events, 0.9) <= 100,
    },
    // An alert in the middle of a name or a date is taken for a part of it until the status is asked for after that.
    { name: `mains lost to event, worst of ${events.length}`, value: Math.max(...events), unit: 'ms' },
    { name: `NUT at its defaults, median of ${standard.length}`, value: median(standard), unit: 'ms' },
    { name: `NUT at its fastest, median of ${fastest.length}`, value: median(fastest), unit: 'ms' },
    { name: 'NUT at its defaults to Mainstay', value: slower, unit: 'times', goal: 'at least 20', met: slower >= 20 },
  ];
}

/** The time within which this share of them was. */
function within(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(share * times.length) - 1] ?? Number.NaN;
}

async function measureOpening(): Promise<{ readonly ours: readonly number[]; readonly bound: number }> {
  const ours: number[] = [];
  const bounds: number[] = [];
  for (let index = 0; index < OPENINGS; index += 1) {
    const line = await wire();
    const began = performance.now();
    const device = await openDevice(`serial:${line.path}?driver=apcsmart`);
    try {
      await device.ready(60_000);
      ours.push(performance.now() - began);
      bounds.push(line.carried() * BYTE_MS);
    } finally {
      await device.close();
      await line.close();
    }
  }
  return { ours, bound: median(bounds) };
}

async function measureNutOpening(): Promise<number> {
  const line = await wire();
  try {
    const began = performance.now();
    await dumpNut({ driver: 'apcsmart', port: line.path, options: { pollinterval: '1' } }, 1);
    return performance.now() - began;
  } finally {
    await line.close();
  }
}

async function measureOurs(): Promise<readonly number[]> {
  const line = await wire();
  const device = await openDevice(`serial:${line.path}?driver=apcsmart`);
  const waiting = new Map<string, (time: number) => void>();
  const stop = device.client.subscribe('events', {}, ({ kind }) => waiting.get(kind)?.(performance.now()));
  const next = (kind: string): Promise<number> =>
    new Promise((resolve) => {
      waiting.set(kind, resolve);
    });
  const latencies: number[] = [];
  try {
    await device.ready(60_000);
    for (let index = 0; index < EVENTS; index += 1) {
      // Any phase of the polling is as likely as any other.
      await sleep(600 + 500 * Math.random());
      const lost = next('mains-lost');
      const began = performance.now();
      line.setMains(0);
      latencies.push((await lost) - began);
      const back = next('mains-returned');
      await sleep(300);
      line.setMains(NOMINAL);
      await back;
    }
  } finally {
    stop();
    await device.close();
    await line.close();
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
      servers.push(await startNut({ driver: 'apcsmart', port: line.path, options: { pollinterval: every.driver } }));
    }
    const watching = startUpsmon(
      servers.map(({ address }) => address),
      every.monitor,
    );
    monitor = watching;
    // Until the drivers have data and the monitor has seen it twice.
    await sleep(15_000);
    await Promise.all(
      wires.map(async ({ setMains }, stack) => {
        const address = servers[stack]?.address ?? '';
        for (let index = 0; index < NUT_EVENTS / STACKS; index += 1) {
          await sleep(every.monitor * 1000 * (1 + Math.random()));
          const began = Date.now();
          setMains(0);
          latencies.push((await watching.notified(address, 'ONBATT', began)) - began);
          const back = Date.now();
          setMains(NOMINAL);
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
