/**
 * Microlink on a simulated wire at 9600 baud: from opening the port to the first complete state, and from mains lost to
 * our event, beside NUT's driver where MAINSTAY_NUT_APCMICROLINK names one.
 *
 * The bounds are the wire's own: to know everything, every page has to cross it once; to know of an outage, half of what
 * is repeated has to on average, and all of it at worst.
 */
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { driver } from '../drivers/apcmicrolink/index.ts';
import { narrow } from '../drivers/apcmicrolink/sim-layout.ts';
import { servePty } from '../src-main/engine/ports/serial/pty.ts';
import { openDevice } from '../src-main/hosts/cli/one-device.ts';
import { createUpsModel, type UpsModel } from '../src-shared/ups-model/index.ts';
import { type NutServer, type NutSettings, startNut } from '../test/peers/harness.ts';
import { type BenchRow, median } from './row.ts';

export const title = 'APC Microlink, 9600 baud: first state, and mains lost to event published';

const BAUD = 9600;
const BITS_PER_BYTE = 10;
const { width, count, livePage } = narrow(2, false);
/** The host's `FE` and the page with its number and check bytes. Milliseconds. */
const PAGE_MS = ((1 + width + 3) * BITS_PER_BYTE * 1000) / BAUD;
const OPENINGS = 5;
const EVENTS = 30;
const NUT_EVENTS = 15;
const NUT_STARTS = 10;
const NOMINAL = 230;

interface Wire {
  readonly path: string;
  readonly folder: string;
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
    folder,
    model,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Measures; every figure in milliseconds but the ratios. */
export async function run(): Promise<readonly BenchRow[]> {
  const opened = await measureOpening();
  const ours = await measureOurs();
  const binary = process.env['MAINSTAY_NUT_APCMICROLINK'];
  const round = (count - livePage) * PAGE_MS;
  // A first state is complete once everything was walked over and the answer is written and shown.
  const bound = { opening: (count + 1) * PAGE_MS, event: round / 2 };
  const toBound = median(opened) / bound.opening;
  return [
    { name: 'every page over the wire once', value: bound.opening, unit: 'ms' },
    { name: `Mainstay, opening to first state, median of ${opened.length}`, value: median(opened), unit: 'ms' },
    { name: 'Mainstay, opening to bound', value: toBound, unit: 'times', goal: 'at most 1.5', met: toBound <= 1.5 },
    { name: 'half of what is repeated over the wire', value: bound.event, unit: 'ms' },
    { name: `Mainstay, mains lost to event, median of ${ours.length}`, value: median(ours), unit: 'ms' },
    { name: `Mainstay, mains lost to event, worst of ${ours.length}`, value: Math.max(...ours), unit: 'ms' },
    ...(binary === undefined ? [] : besideNut(median(ours), await tryNut(binary))),
  ];
}

function besideNut(ours: number, theirs: readonly number[]): readonly BenchRow[] {
  if (theirs.length === 0) return [];
  const ratio = median(theirs) / ours;
  return [
    { name: `NUT's driver and upsd, median of ${theirs.length}`, value: median(theirs), unit: 'ms' },
    { name: `NUT's driver and upsd, worst of ${theirs.length}`, value: Math.max(...theirs), unit: 'ms' },
    { name: 'NUT to Mainstay', value: ratio, unit: 'times' },
  ];
}

/** NUT gives each answer a tenth of a second and does not come back after three: on a busy machine it gets nowhere. */
async function tryNut(binary: string): Promise<readonly number[]> {
  try {
    return await measureNut(binary);
  } catch (thrown) {
    console.error(`*** NUT's driver was not measured: ${String(thrown)}`);
    return [];
  }
}

async function measureOpening(): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = 0; index < OPENINGS; index += 1) {
    const { path, close } = await wire();
    const began = performance.now();
    const device = await openDevice(`serial:${path}?driver=apcmicrolink`);
    try {
      await device.ready(60_000);
      times.push(performance.now() - began);
    } finally {
      await device.close();
      await close();
    }
  }
  return times;
}

async function measureOurs(): Promise<readonly number[]> {
  const { path, model, close } = await wire();
  const device = await openDevice(`serial:${path}?driver=apcmicrolink`);
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
      // Any page of the round is as likely as any other.
      await sleep(1000 + 1000 * Math.random());
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

/** NUT gives a unit three tenths of a second and ends; on a busy machine it takes a few attempts. */
async function startPatiently(settings: NutSettings): Promise<NutServer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startNut(settings);
    } catch (thrown) {
      if (attempt >= NUT_STARTS) throw thrown;
    }
  }
}

/** Until upsd, asked without a pause, says OB: a monitor of NUT would ask every few seconds. */
async function measureNut(binary: string): Promise<readonly number[]> {
  const { path, folder, model, close } = await wire();
  const program = join(folder, 'apcmicrolink');
  // A driver of NUT refuses to run under another name than its own.
  await symlink(binary, program);
  const nut = await startPatiently({ driver: 'apcmicrolink', program, port: path });
  const says = async (word: string): Promise<number> => {
    for (;;) {
      const status = (await nut.vars()).get('ups.status') ?? '';
      if (status.split(' ').includes(word)) return performance.now();
    }
  };
  const latencies: number[] = [];
  try {
    for (let index = 0; index < NUT_EVENTS; index += 1) {
      await sleep(1000 + 1000 * Math.random());
      const began = performance.now();
      model.force({ mainsVoltage: 0, charge: 100 });
      latencies.push((await says('OB')) - began);
      model.force({ mainsVoltage: NOMINAL });
      await says('OL');
    }
  } finally {
    await nut.close();
    await close();
  }
  return latencies;
}
