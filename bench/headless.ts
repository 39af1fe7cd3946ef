/**
 * The headless host with one UPS on a serial line, as it runs for years on mains with nobody looking: what it costs at
 * rest, and how soon it knows that mains is lost, beside NUT's driver, server and monitor on the same kind of wire.
 *
 * The pace falls ten minutes after the last that was anything but calm (`devices/session/visit.ts`), so that this takes
 * a quarter of an hour.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { driver } from '../drivers/megatec/index.ts';
import { servePty } from '../src-main/engine/ports/serial/pty.ts';
import { createVolatileEngine } from '../src-main/hosts/cli/volatile-engine.ts';
import { client, memoryWire, serve } from '../src-shared/contract/index.ts';
import { defaultSettings } from '../src-shared/settings/index.ts';
import { createUpsModel, type UpsModel } from '../src-shared/ups-model/index.ts';
import { startNut } from '../test/peers/harness.ts';
import { type Cost, costOf } from './peers/process-cost.ts';
import { startUpsmon } from './peers/upsmon.ts';
import { type BenchRow, median } from './row.ts';

export const title = 'Headless with one UPS, at rest';

const CALM_MS = 630_000;
const WATCH_SECONDS = 60;
const MOST_MEMORY = 90;
const MOST_CPU = 0.3;
const MOST_WAKE_UPS = 15;
/** Engines that each hear of one outage. */
const LISTENERS = 20;
/** Milliseconds from mains lost to its event. */
const MOST_LATE = 1200;
const MIDDLE_LATE = 700;

interface Wire {
  readonly path: string;
  readonly model: UpsModel;
}

/** Measures the built program. */
export async function run(): Promise<readonly BenchRow[]> {
  const built = join(import.meta.dirname, '../out/main/cli.cjs');
  if (!existsSync(built)) throw new Error('The program is not built: run `npm run build` first.');
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-headless-'));
  const closing: (() => Promise<unknown>)[] = [() => Promise.resolve(rmSync(folder, { recursive: true }))];
  const wire = async (name: string): Promise<Wire> => {
    const model = createUpsModel();
    const line = driver.simulate(model);
    const server = await servePty(join(folder, name), line, {
      baud: 2400,
      onStep: (seconds) => model.advance(seconds),
    });
    closing.push(() => server.close());
    return { path: server.path, model };
  };
  try {
    const ours = await headless(built, join(folder, 'data'), await wire('tty'), closing);
    const theirs = await nut(await wire('nut'), closing);
    const empty = await emptyNode(closing);
    const lines = await Promise.all(Array.from({ length: LISTENERS }, (_, index) => wire(`event-${index}`)));
    const outages = await Promise.all(lines.map((line) => listener(line, closing)));
    await sleep(CALM_MS);
    // At once, so that each is disturbed as the others are.
    const [cost, nutCost, nodeCost] = await Promise.all(
      [ours, theirs, empty].map((pids) => costOf(pids, WATCH_SECONDS)),
    );
    const late = await Promise.all(outages.map((outage) => outage()));
    return [...costRows(cost, nutCost, nodeCost), ...lateRows(late)];
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}

function costRows(ours: Cost | undefined, nuts: Cost | undefined, node: Cost | undefined): readonly BenchRow[] {
  if (ours === undefined || nuts === undefined || node === undefined) return [];
  const { cpu, memory, wakeUps } = ours;
  return [
    { name: 'memory', value: memory, unit: 'MB', goal: `at most ${MOST_MEMORY}`, met: memory <= MOST_MEMORY },
    { name: "memory of NUT's three programs", value: nuts.memory, unit: 'MB' },
    { name: 'CPU', value: cpu, unit: '% of core', goal: `at most ${MOST_CPU}`, met: cpu <= MOST_CPU },
    { name: "CPU of NUT's three programs, asking every second", value: nuts.cpu, unit: '% of core' },
    { name: 'CPU of a timer in Node alone', value: node.cpu, unit: '% of core' },
    {
      name: 'wake-ups',
      value: wakeUps,
      unit: 'a second',
      goal: `at most ${MOST_WAKE_UPS}`,
      met: wakeUps <= MOST_WAKE_UPS,
    },
    { name: "wake-ups of NUT's three programs", value: nuts.wakeUps, unit: 'a second' },
    { name: 'wake-ups of a timer in Node alone', value: node.wakeUps, unit: 'a second' },
  ];
}

function lateRows(late: readonly number[]): readonly BenchRow[] {
  const [middle, most] = [median(late), Math.max(...late)];
  return [
    {
      name: `mains lost to event, median of ${late.length}`,
      value: middle,
      unit: 'ms',
      goal: `at most ${MIDDLE_LATE}`,
      met: middle <= MIDDLE_LATE,
    },
    {
      name: `mains lost to event, worst of ${late.length}`,
      value: most,
      unit: 'ms',
      goal: `at most ${MOST_LATE}`,
      met: most <= MOST_LATE,
    },
  ];
}

type Closing = (() => Promise<unknown>)[];

async function headless(built: string, data: string, { path }: Wire, closing: Closing): Promise<readonly number[]> {
  const uri = `serial:${path}?driver=megatec`;
  const devices = [{ id: 'ups', uri, nickname: '', feedsThisComputer: true, enabled: true }];
  mkdirSync(data);
  writeFileSync(join(data, 'settings.json'), JSON.stringify({ ...defaultSettings(), devices }));
  return await program([built, 'serve', '--port', '0', '--data', data], closing);
}

/** A program of Node that does nothing every second. */
function emptyNode(closing: Closing): Promise<readonly number[]> {
  return program(['-e', 'setInterval(() => undefined, 1000); console.log()'], closing);
}

async function program(parameters: readonly string[], closing: Closing): Promise<readonly number[]> {
  const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
  closing.push(async () => {
    child.kill();
    await once(child, 'exit');
  });
  await once(child.stdout, 'data');
  if (child.pid === undefined) throw new Error('The program did not start.');
  return [child.pid];
}

async function nut({ path }: Wire, closing: Closing): Promise<readonly number[]> {
  const options = { protocol: 'megatec', pollinterval: '1' };
  const server = await startNut({ driver: 'nutdrv_qx', port: path, options });
  closing.push(() => server.close());
  const monitor = startUpsmon([server.address], 1);
  closing.push(() => monitor.close());
  return [...server.pids, ...monitor.pids];
}

/** An engine at which nobody looks; called, it loses mains at a moment of its own, and resolves once that is an event. */
async function listener({ path, model }: Wire, closing: Closing): Promise<() => Promise<number>> {
  const engine = createVolatileEngine({ id: 'ups', uri: `serial:${path}?driver=megatec` });
  const [near, far] = memoryWire();
  const stop = serve(far, engine.handlers);
  closing.push(async () => {
    stop();
    await engine.stop();
  });
  const user = client(near);
  const lost = new Promise<number>((resolve) => {
    user.subscribe('events', {}, ({ kind }) => {
      if (kind === 'mains-lost') resolve(performance.now());
    });
  });
  await engine.start();
  return async () => {
    await sleep(2000 * Math.random());
    const began = performance.now();
    model.force({ mainsVoltage: 0 });
    return (await lost) - began;
  };
}
