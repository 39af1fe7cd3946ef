/**
 * An hour of twenty UPSes in a few minutes: a real engine on a clock that is moved by hand, its real screens in a real
 * browser. Whatever grows with every reading, and not with what is shown, is found here.
 */
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { serveHandlers } from '../../src-main/hosts/headless/main.ts';
import { defaultSettings } from '../../src-shared/settings/index.ts';
import { VirtualEngine } from '../engine/protection/policy/virtual-engine.ts';
import { visit } from '../desktop/screens.ts';

const KINDS = ['megatec', 'snmp', 'hid', 'apcsmart'] as const;
const DEVICES = 20;
/** Seconds of the engine's time between two rests, in which the page draws. */
const STEP = 15;
const HOUR = 3600;
/** What may be kept of the first ten minutes: charts and lists that fill up to their limits. */
const WARM_UP = 600;
/** How much more may be held at the end. */
const GROWTH = 1.15;

const virtual = new VirtualEngine({
  devices: Array.from({ length: DEVICES }, (_, index) => ({
    id: `ups-${index + 1}`,
    uri: `sim:${KINDS[index % KINDS.length] ?? 'megatec'}?scenario=demo`,
    values: {},
  })),
  rules: defaultSettings().protection,
  // Twice the usual: half of the time that the test takes is the engine's.
  quickSeconds: 4,
});
let served: Awaited<ReturnType<typeof serveHandlers>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await virtual.start();
  served = await serveHandlers(virtual.engine.handlers, {
    port: 0,
    tokens: { act: 'a-token-for-this-test', watch: 'a-token-for-watching' },
  });
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(served.url);
});
afterAll(async () => {
  await browser.close();
  await served.close();
  await virtual.stop();
});

/** Lets time pass for everyone. */
async function live(seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds; passed += STEP) {
    await virtual.clock.run(STEP * 1000);
    await pause(20);
  }
}

/** What the page holds once everything that nobody needs is gone: bytes of objects, and nodes. */
async function held(): Promise<{ readonly bytes: number; readonly nodes: number }> {
  const inspector = await page.context().newCDPSession(page);
  await pause(500);
  await inspector.send('HeapProfiler.collectGarbage');
  const { usedSize } = await inspector.send('Runtime.getHeapUsage');
  const { nodes } = await inspector.send('Memory.getDOMCounters');
  await inspector.detach();
  return { bytes: usedSize, nodes };
}

it('holds no more at the end of an hour of twenty UPSes than at its beginning', { timeout: 400_000 }, async () => {
  const shown = (): Promise<string> => page.innerText('main');
  await expect.poll(shown).toContain('ups-20');
  await visit(page, '#/history');
  await live(WARM_UP);
  const before = await held();
  await live((HOUR - WARM_UP) / 2);
  await visit(page, '#/');
  await live((HOUR - WARM_UP) / 2);
  await visit(page, '#/history');
  const after = await held();
  const growth = { bytes: after.bytes / before.bytes, nodes: after.nodes / before.nodes };
  console.log(
    `soak: ${Math.round(before.bytes / 1024)} KiB and ${before.nodes} nodes, then ${Math.round(after.bytes / 1024)} KiB and ${after.nodes} nodes`,
  );
  // The page has followed to the end.
  expect(virtual.seconds).toBeGreaterThanOrEqual(HOUR);
  expect(growth.bytes).toBeLessThan(GROWTH);
  expect(growth.nodes).toBeLessThan(GROWTH);
});
