/** From starting the desktop program to the first live value on the screen, beside an empty window of the same Electron. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sandboxFlags } from '../scripts/electron-program.ts';
import setUpDisplay from '../test/desktop/display.ts';
import { type BenchRow, median } from './row.ts';

export const title = 'Desktop: start to the first live value';

const RUNS = 5;
const GOAL = 1.3;
const ROOT = join(import.meta.dirname, '..');

/**
 * Loaded into both programs: tells when a frame with a voltage in it was drawn, so that both are measured by the same
 * eye. It looks from the first moment of the page on; `contents.executeJavaScript` would wait until it was loaded.
 */
const PROBE = `const { app } = require('electron');
const look = \`new Promise((resolve) => {
  const see = () => /\\\\d\\\\sV/.test(document.body?.innerText ?? '') && requestAnimationFrame(() => setTimeout(resolve));
  new MutationObserver(see).observe(document, { subtree: true, childList: true, characterData: true });
  see();
})\`;
app.on('web-contents-created', (_event, contents) => {
  const tell = () => require('fs').writeSync(1, 'seen\\\\n');
  contents.on('did-navigate', () => contents.mainFrame.executeJavaScript(look).then(tell));
});
`.replaceAll('\\\\n', '\\n');

/** What any Electron program must do, and nothing more; with the same rights as our window. */
const EMPTY = `import { app, BrowserWindow } from 'electron';
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true, contextIsolation: true } });
  window.loadURL('data:text/html,<!doctype html><p>230 V</p>');
});
`;

/** Runs both programs in turn. Needs the built desktop program and Electron. */
export async function run(): Promise<BenchRow[]> {
  const tearDown = await setUpDisplay();
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-bench-'));
  try {
    const empty = join(folder, 'empty');
    const probe = join(folder, 'probe.cjs');
    mkdirSync(empty);
    writeFileSync(probe, PROBE);
    writeFileSync(join(empty, 'main.mjs'), EMPTY);
    writeFileSync(join(empty, 'package.json'), '{"name":"empty","main":"main.mjs"}');
    const times = { ours: [] as number[], empty: [] as number[] };
    // The first start of each fills the caches of disk and compiler, and is not counted.
    for (let turn = 0; turn <= RUNS; turn += 1) {
      const ours = await timeToSeen(ROOT, probe, folder);
      const bare = await timeToSeen(empty, probe, folder);
      if (turn === 0) continue;
      times.ours.push(ours);
      times.empty.push(bare);
    }
    const ratio = median(times.ours) / median(times.empty);
    return [
      { name: `Mainstay, median of ${RUNS}`, value: median(times.ours), unit: 'ms' },
      { name: `an empty window, median of ${RUNS}`, value: median(times.empty), unit: 'ms' },
      { name: 'ratio', value: ratio, unit: 'times', goal: `at most ${GOAL}`, met: ratio <= GOAL },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    tearDown();
  }
}

async function timeToSeen(program: string, probe: string, folder: string): Promise<number> {
  const electron = process.env['MAINSTAY_TEST_ELECTRON'];
  if (electron === undefined) throw new Error('display.ts names the program it found');
  const env = { ...process.env, MAINSTAY_DATA: join(folder, 'data') };
  const began = performance.now();
  const words = ['-r', probe, ...sandboxFlags(), program, `--user-data-dir=${join(folder, 'user')}`];
  const child = spawn(electron, words, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  const seen = once(createInterface(child.stdout), 'line').then(() => performance.now() - began);
  const first = await Promise.race([seen, ended.then(() => undefined)]);
  child.kill();
  await ended;
  if (first === undefined) throw new Error(`${program} ended before it showed anything`);
  return first;
}
