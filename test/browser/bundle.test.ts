/** The support bundle, saved from the screens by a real browser. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startHeadless } from '../../src-main/hosts/headless/main.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'mainstay-bundle-'));
let host: Awaited<ReturnType<typeof startHeadless>>;
let browser: Browser;
beforeAll(async () => {
  host = await startHeadless({ port: 0, dataDir });
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
});
afterAll(async () => {
  await browser.close();
  await host.close();
  rmSync(dataDir, { recursive: true, force: true });
});

it('is one click away, and is a zip with the device in it', async () => {
  const page = await browser.newPage();
  await page.goto(host.url);
  await page.getByRole('link', { name: 'Diagnostics' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the support bundle' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^mainstay-support-.*\.zip$/);
  const files = unzipSync(readFileSync(await saved.path()));
  const about: unknown = JSON.parse(strFromU8(files['about.json'] ?? new Uint8Array()));
  expect(about).toMatchObject({ masked: false, host: 'headless' });
  expect(Object.keys(files)).toContain('devices/demo/recording.snmprec');
});
