/** The headless host with one UPS on a serial line, as it runs for years: memory and CPU. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { driver } from '../drivers/megatec/index.ts';
import { servePty } from '../src-main/engine/ports/serial/pty.ts';
import { defaultSettings } from '../src-shared/settings/index.ts';
import { createUpsModel } from '../src-shared/ups-model/index.ts';
import { costOf } from './peers/process-cost.ts';
import type { BenchRow } from './row.ts';

export const title = 'Headless with one UPS';

const SETTLE_MS = 15_000;
const WATCH_SECONDS = 60;
const MOST_MEMORY = 90;
const MOST_CPU = 0.5;

/** Measures the built program. */
export async function run(): Promise<readonly BenchRow[]> {
  const built = join(import.meta.dirname, '../out/main/cli.cjs');
  if (!existsSync(built)) throw new Error('The program is not built: run `npm run build` first.');
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-headless-'));
  const model = createUpsModel();
  const server = await servePty(join(folder, 'tty'), driver.simulate(model), {
    baud: 2400,
    onStep: (seconds) => model.advance(seconds),
  });
  const data = join(folder, 'data');
  const device = {
    id: 'ups',
    uri: `serial:${server.path}?driver=megatec`,
    nickname: '',
    feedsThisComputer: true,
    enabled: true,
  };
  const settings = { ...defaultSettings(), devices: [device] };
  mkdirSync(data);
  writeFileSync(join(data, 'settings.json'), JSON.stringify(settings));
  const child = spawn(process.execPath, [built, 'serve', '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(child.stdout, 'data');
    await sleep(SETTLE_MS);
    if (child.pid === undefined) throw new Error('The program did not start.');
    const { cpu, memory } = await costOf([child.pid], WATCH_SECONDS);
    return [
      { name: 'memory', value: memory, unit: 'MB', goal: `at most ${MOST_MEMORY}`, met: memory <= MOST_MEMORY },
      { name: 'CPU', value: cpu, unit: '% of core', goal: `at most ${MOST_CPU}`, met: cpu <= MOST_CPU },
    ];
  } finally {
    child.kill();
    await once(child, 'exit');
    await server.close();
    rmSync(folder, { recursive: true });
  }
}
