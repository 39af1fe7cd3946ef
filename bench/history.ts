/** History: one year of one UPS with twelve variables, written through the product's own store, then asked. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { energyMemory, queryEnergy } from '../src-main/engine/calls/energy.ts';
import { createHistoryStore } from '../src-main/engine/history/index.ts';
import { defaultSettings } from '../src-shared/settings/index.ts';
import { type BenchRow, median } from './row.ts';
import { seeded } from '../src-shared/seeded.ts';

export const title = 'History: one year of 12 variables';

const SECOND = 1000;
const DAY = 86_400 * SECOND;
const YEAR = 365 * DAY;
const DEVICE = 'bench';
const REPEATS = 25;

/** What each variable looks like: around a middle, with a swing, in steps as devices report them. */
const SHAPES: readonly (readonly [name: string, middle: number, swing: number, decimals: number])[] = [
  ['input.voltage', 230, 6, 1],
  ['input.frequency', 50, 0.1, 1],
  ['output.voltage', 230, 5, 1],
  ['output.frequency', 50, 0.1, 1],
  ['output.current', 1.4, 0.6, 1],
  ['ups.load', 31, 14, 0],
  ['ups.realpower', 280, 120, 0],
  ['ups.power', 310, 130, 0],
  ['ups.temperature', 27, 4, 1],
  ['battery.charge', 96, 8, 0],
  ['battery.voltage', 27.2, 0.4, 2],
  ['battery.runtime', 2400, 900, 0],
];
const VARIABLES = SHAPES.map(([name]) => name);

/** Generates the year and measures; takes about half a minute. */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-bench-history-'));
  try {
    return await measure(join(folder, 'history.sqlite'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(file: string): Promise<BenchRow[]> {
  const random = seeded(1);
  let now = Date.UTC(2026, 0, 1);
  const end = now + YEAR;
  const history = createHistoryStore(file, { now: () => now });
  // Until the last day one poll a minute is enough: the finest roll-up of it is pruned before anyone could ask for it,
  // and the others have as many buckets as in a year of polls every two seconds.
  const began = performance.now();
  let polls = 0;
  while (now < end) {
    history.sample(DEVICE, now, reading(now, random));
    polls += 1;
    now += end - now <= DAY ? 2 * SECOND : 60 * SECOND;
  }
  const seconds = (performance.now() - began) / 1000;
  await history.close();
  const size = statSync(file).size;

  const opening = performance.now();
  const reader = createHistoryStore(file, { now: () => now });
  const opened = performance.now() - opening;
  const ask = (span: number, variables: readonly string[]): number[] => {
    const times: number[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat++) {
      const start = performance.now();
      reader.query({ device: DEVICE, variables: [...variables], from: end - span, to: end, points: 600 });
      times.push(performance.now() - start);
    }
    return times;
  };
  const day = ask(DAY, VARIABLES);
  const year = ask(YEAR, VARIABLES);
  const dayOfOne = ask(DAY, ['input.voltage']);
  const yearOfOne = ask(YEAR, ['input.voltage']);
  const memory = energyMemory();
  const energy: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const start = performance.now();
    const clock = { now: () => now, monotonic: () => now, after: () => () => undefined };
    const parts = { clock, history: reader, settings: { get: defaultSettings }, store: { device: () => undefined } };
    await queryEnergy(parts, { device: DEVICE, from: end - YEAR, to: end, by: 'month' }, memory, 'UTC');
    energy.push(performance.now() - start);
  }
  await reader.close();

  const kept = 86_400 / 2 + 31 * 1440 + 366 * 96 + 365 * 24;
  return [
    atMost('24 h of 12 variables, median', median(day), 20),
    { name: '24 h of 12 variables, worst', value: Math.max(...day), unit: 'ms' },
    atMost('one year of 12 variables, median', median(year), 50),
    { name: 'one year of 12 variables, worst', value: Math.max(...year), unit: 'ms' },
    { name: '24 h of one variable, median', value: median(dayOfOne), unit: 'ms' },
    { name: 'one year of one variable, median', value: median(yearOfOne), unit: 'ms' },
    atMost('energy of one year by month, median', median(energy), 100),
    { name: 'energy of one year by month, first', value: energy[0] ?? 0, unit: 'ms' },
    { name: 'polls written', value: polls / seconds, unit: 'polls/s' },
    { name: 'values written', value: (polls * VARIABLES.length) / seconds, unit: 'values/s' },
    { name: 'file after one year', value: size / 1e6, unit: 'MB' },
    { name: 'bytes for each value kept, on disk', value: size / (kept * VARIABLES.length), unit: 'bytes' },
    { name: 'file opened and checked', value: opened, unit: 'ms' },
  ];
}

function reading(now: number, random: () => number): Map<string, number> {
  const wave = Math.sin((now / DAY) * 2 * Math.PI);
  const values = new Map<string, number>();
  for (const [name, middle, swing, decimals] of SHAPES) {
    const power = 10 ** decimals;
    const value = middle + swing * 0.7 * wave + swing * 0.3 * (random() - 0.5);
    values.set(name, Math.round(value * power) / power);
  }
  return values;
}

function atMost(name: string, value: number, bound: number): BenchRow {
  return { name, value, unit: 'ms', goal: `at most ${bound} ms`, met: value <= bound };
}
