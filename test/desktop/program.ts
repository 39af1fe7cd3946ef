/** Starts the built desktop program as a person would, and lets a test look inside. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import type { Bridge } from '../../src-renderer/wire/bridge.ts';
import { sandboxFlags } from '../../scripts/electron-program.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const HOLD = join(import.meta.dirname, 'hold.cjs');
const QUIT_AT_ONCE = join(import.meta.dirname, 'quit-at-once.cjs');

/** A running desktop program. */
export interface Program {
  readonly app: ElectronApplication;
  /** What it wrote to its log, so far. */
  log(): string;
  /** The main window's page. */
  page(): Promise<Page>;
  /** Ends it the way the tray's Quit does. */
  quit(): Promise<void>;
}

/** Folders of one test: the data, and the person's configuration. */
export interface Home {
  readonly data: string;
  readonly config: string;
  remove(): void;
}

/** A fresh home. */
export function newHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-desktop-'));
  return {
    data: join(folder, 'data'),
    config: join(folder, 'config'),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Path of Electron's program, as display.ts found it. */
export function electronPath(): string {
  const path = process.env['MAINSTAY_TEST_ELECTRON'];
  if (path === undefined) throw new Error('display.ts did not run');
  return path;
}

/** Starts it and waits until Playwright can speak to it. */
export async function launch(home: Home, ...words: readonly string[]): Promise<Program> {
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: ['-r', HOLD, ...sandboxFlags(), ROOT, ...words],
    env: environment(home),
  });
  let log = '';
  app.process().stderr?.on('data', (chunk: Buffer) => {
    log += chunk.toString('utf8');
  });
  return {
    app,
    log: () => log,
    page: async () => {
      const page = await app.firstWindow();
      // Before its screens are there, the page shows a first glance, and speaks to nobody.
      await page.waitForSelector('main');
      return page;
    },
    quit: async () => {
      const closed = app.waitForEvent('close');
      await app.evaluate(({ app: inside }) => inside.quit()).catch(() => undefined);
      await closed;
    },
  };
}

/** Starts it without looking inside, as a second start from the menu would. */
export function start(home: Home, ...words: readonly string[]): ChildProcess {
  return spawn(electronPath(), [...sandboxFlags(), ROOT, ...words], { env: environment(home), stdio: 'pipe' });
}

/** Starts it, and tells it to quit just after its window was made. */
export function startAndQuit(home: Home): ChildProcess {
  const words = ['-r', QUIT_AT_ONCE, ...sandboxFlags(), ROOT];
  return spawn(electronPath(), words, { env: environment(home), stdio: 'ignore' });
}

/** The code with which a program ended; null when a signal ended it. */
export async function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

function environment(home: Home): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  // English, whatever the language of whoever runs the tests.
  const english = { LC_ALL: 'C.UTF-8', LANGUAGE: 'en' };
  return { ...Object.fromEntries(inherited), ...english, MAINSTAY_DATA: home.data, XDG_CONFIG_HOME: home.config };
}

/** Asks the engine through the page's own bridge; answers the response, whatever it is. */
export function ask(
  page: Page,
  message: unknown,
): Promise<{ type: string; id: number; value?: unknown; error?: unknown }> {
  return page.evaluate(
    (sent) =>
      new Promise((resolve) => {
        const bridge: Bridge | undefined = window.mainstay;
        if (bridge === undefined) throw new Error('the page has no bridge');
        const wanted = typeof sent === 'object' && sent !== null && 'id' in sent ? sent.id : 0;
        const stop = bridge.onMessage((given) => {
          // What the engine answers is looked at by the test; here only its number matters.
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion
          const answer = given as { type: string; id: number };
          if (answer.id !== wanted) return;
          stop();
          resolve(answer);
        });
        bridge.send(sent);
      }),
    message,
  );
}
