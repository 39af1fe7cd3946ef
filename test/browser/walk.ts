/**
 * A walk through the screens as a person takes it: the engine of `mainstay serve` on a data folder of its own, its
 * screens in a real browser, and beside them a client of the same engine, which tells whether a click did what it said.
 */
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { compose } from '../../src-main/hosts/compose.ts';
import { serveHandlers } from '../../src-main/hosts/headless/main.ts';
import {
  type Client,
  client,
  type DeviceState,
  memoryWire,
  merge,
  serve,
  type State,
  stateSchema,
} from '../../src-shared/contract/index.ts';
import { type Settings, settingsSchema } from '../../src-shared/settings/index.ts';
import { complaints } from './look.ts';

/** What a walk begins with. */
export interface WalkOptions {
  /** What differs from a fresh installation; devices need no more than an id and an address. */
  readonly settings?: {
    readonly devices?: readonly { readonly id: string; readonly uri: string; readonly nickname?: string }[];
  } & Partial<Omit<Settings, 'devices' | 'version'>>;
  /** Puts more into the data folder before the engine starts. */
  readonly prepare?: (dataDir: string) => Promise<void>;
}

/** A walk under way. */
export interface Walk {
  readonly browser: Browser;
  readonly page: Page;
  readonly url: string;
  readonly dataDir: string;
  /** The engine itself, asked past the screens. */
  readonly engine: Client;
  state(): State;
  device(id: string): DeviceState;
  /** Waits until the engine's own state fits. */
  until(what: string, fits: (state: State) => boolean): Promise<void>;
  /** Opens a screen by its entry in the menu. */
  open(screen: string): Promise<void>;
  /** Looks at what is shown in both themes: what axe objects to, errors, texts that are missing. Nothing may be left. */
  look(what: string): Promise<void>;
  /** Clicks, and reads the file that comes. */
  download(button: Locator): Promise<{ readonly name: string; readonly path: string }>;
  /** What the browser complained about and was meant to; it is forgotten. */
  forgive(pattern: RegExp): void;
  /** What the engine opens meanwhile, it opens as somebody without rights. Only for root. */
  asNobody(what: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** The user that owns nothing (Linux Standard Base, "User & Group Names"). */
const NOBODY = 65_534;
/** Asked often, so that nobody waits for a reading. */
const POLLING = { quickSeconds: 0.5, fullSeconds: 5 };

/** The browser of the system, or of CHROMIUM_PATH. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}

/** Starts the engine, serves it, and opens its screens. */
export async function startWalk({ settings = {}, prepare }: WalkOptions = {}): Promise<Walk> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mainstay-walk-'));
  const downloads = mkdtempSync(join(tmpdir(), 'mainstay-walk-saved-'));
  const whole = settingsSchema.parse({ version: 1, demo: false, polling: POLLING, ...settings });
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify(whole));
  await prepare?.(dataDir);
  const engine = await compose({ host: 'headless', dataDir, languages: () => ['en'] });
  const served = await serveHandlers(engine.handlers, { port: 0 });
  const [near, far] = memoryWire();
  const stopServing = serve(far, engine.handlers, { checkOutputs: true });
  const user = client(near);
  let known: unknown;
  user.subscribe('state', {}, (item) => {
    known = item.type === 'snapshot' ? item.state : merge(known, item.patch);
  });
  const state = (): State => stateSchema.parse(known);

  const browser = await launchBrowser();
  const page = await browser.newPage({
    acceptDownloads: true,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 800 },
  });
  page.setDefaultTimeout(30_000);
  let errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(served.url);

  return {
    browser,
    page,
    url: served.url,
    dataDir,
    engine: user,
    state,
    device: (id) => {
      const found = state().devices[id];
      if (found === undefined) throw new Error(`There is no device ${id}.`);
      return found;
    },
    until: (what, fits) =>
      vi.waitFor(
        () => {
          const { devices, protection } = state();
          if (!fits(state())) throw new Error(`Not yet: ${what}. ${JSON.stringify({ devices, protection })}`);
        },
        { timeout: 20_000, interval: 50 },
      ),
    open: async (screen) => {
      await page.getByRole('navigation').getByRole('link', { name: screen, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: screen, exact: true }).waitFor();
    },
    look: async (what) => {
      // What shows itself only under the pointer is not part of it.
      await page.mouse.move(0, 0);
      expect.soft([...(await complaints(page)), ...errors], what).toEqual([]);
      errors = [];
    },
    download: async (button) => {
      const coming = page.waitForEvent('download');
      await button.click();
      const saved = await coming;
      const path = join(downloads, saved.suggestedFilename());
      await saved.saveAs(path);
      return { name: saved.suggestedFilename(), path };
    },
    forgive: (pattern) => {
      errors = errors.filter((error) => !pattern.test(error));
    },
    asNobody: async (what) => {
      // What it keeps meanwhile must not fail.
      for (const name of ['', ...readdirSync(dataDir)]) chmodSync(join(dataDir, name), 0o777);
      process.seteuid?.(NOBODY);
      try {
        await what();
      } finally {
        process.seteuid?.(0);
      }
    },
    close: async () => {
      await browser.close();
      user.close();
      stopServing();
      await served.close();
      await engine.stop();
      for (const folder of [dataDir, downloads]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
