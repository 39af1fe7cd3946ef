/**
 * The longest task of the screens in a browser: with twenty UPSes that all change, on the overview, in a chart, and from
 * screen to screen; and while a year of history is panned. A longer one than the limit is felt as a stutter (W3C, Long
 * Tasks API).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { startHeadless } from '../src-main/hosts/headless/main.ts';
import { defaultSettings } from '../src-shared/settings/index.ts';
import { panChart } from '../test/browser/pan.ts';
import { seed } from '../test/browser/seeded.ts';
import { type BenchRow, median } from './row.ts';

export const title = 'Screens: the longest task';

const DEVICES = 20;
const KINDS = ['megatec', 'snmp', 'hid', 'apcsmart'] as const;
const LIMIT = 50;
/** Milliseconds. */
const SETTLE = 8000;
const WATCH = 20_000;
const ROUNDS = 3;

/** Measures. Needs the built screens and a Chromium. */
export async function run(): Promise<readonly BenchRow[]> {
  return [...(await measureMany()), await measureYear()];
}

/** A year of four variables, moved about with the pointer. */
async function measureYear(): Promise<BenchRow> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mainstay-bench-'));
  await seed(dataDir, Date.now());
  return inBrowser(dataDir, async (page) => {
    await page.getByText('Power flow').waitFor();
    await go(page, '#/history');
    await page.getByText('1 y', { exact: true }).click();
    await page.getByRole('combobox', { name: 'Variables' }).fill('Runtime left');
    await page.getByRole('option', { name: 'Runtime left' }).click();
    await page.keyboard.press('Escape');
    await page.waitForTimeout(SETTLE);
    const pan = async (): Promise<void> => {
      await panChart(page);
      await page.waitForTimeout(2000);
    };
    return row('panning a year', await longest(page, pan));
  });
}

/** Twenty UPSes that all change. */
async function measureMany(): Promise<readonly BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mainstay-bench-'));
  const devices = Array.from({ length: DEVICES }, (_, index) => ({
    id: `ups-${index + 1}`,
    uri: `sim:${KINDS[index % KINDS.length] ?? 'megatec'}?scenario=demo`,
    nickname: `UPS ${index + 1}`,
    feedsThisComputer: index === 0,
    enabled: true,
  }));
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify({ ...defaultSettings(), demo: false, devices }));
  return inBrowser(dataDir, async (page) => {
    await page.getByText(`UPS ${DEVICES}`, { exact: true }).first().waitFor();
    await page.waitForTimeout(SETTLE);
    const rows: BenchRow[] = [];
    rows.push(row('overview', await longest(page, () => page.waitForTimeout(WATCH))));
    await go(page, '#/history');
    await page.waitForTimeout(SETTLE);
    rows.push(row('a chart open', await longest(page, () => page.waitForTimeout(WATCH))));
    const links = await page.locator('nav a[href^="#/"]').all();
    const menu = await Promise.all(links.map((link) => link.getAttribute('href')));
    const moving = async (): Promise<void> => {
      for (const route of menu) await go(page, route ?? '#/');
    };
    // Code that is loaded with a screen is compiled the first time.
    await moving();
    // The middle of some rounds: what held up the whole machine for a moment is no task of ours.
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await longest(page, moving));
    rows.push(row('from screen to screen', median(rounds)));
    return rows;
  });
}

/** Serves a data folder, which is gone after that, and looks at its screens. */
async function inBrowser<T>(dataDir: string, use: (page: Page) => Promise<T>): Promise<T> {
  const host = await startHeadless({ port: 0, dataDir });
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(host.url);
    return await use(page);
  } finally {
    await browser.close();
    await host.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function row(what: string, milliseconds: number): BenchRow {
  return {
    name: `longest task, ${what}`,
    value: milliseconds,
    unit: 'ms',
    goal: `at most ${LIMIT}`,
    met: milliseconds <= LIMIT,
  };
}

/** Goes to a screen and gives it a second to draw what it asks for. */
async function go(page: Page, route: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(route)}`);
  await page.waitForTimeout(1000);
}

/** Run in the page. */
const OBSERVE = `
  globalThis.longTasks = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ entryTypes: ['longtask'] });
`;

/** The longest of the long tasks while something is done; 0 where there was none, for shorter ones are not told of. */
async function longest(page: Page, work: () => Promise<unknown>): Promise<number> {
  await page.evaluate(OBSERVE);
  await work();
  await page.waitForTimeout(300);
  return Number(await page.evaluate('Math.max(0, ...longTasks)'));
}
