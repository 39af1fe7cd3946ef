/** A year of history in a real browser: moved about, compared, and as a diary. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHeadless } from '../../src-main/hosts/headless/main.ts';
import { keepPicture, seeLiveValues, visit } from '../desktop/screens.ts';
import { panChart } from './pan.ts';
import { seed } from './seeded.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'mainstay-year-'));
let host: Awaited<ReturnType<typeof startHeadless>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await seed(dataDir, Date.now());
  host = await startHeadless({
    port: 0,
    tokens: { act: 'a-token-for-this-test', watch: 'a-token-for-watching' },
    dataDir,
  });
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(host.url);
  await seeLiveValues(page);
});
afterAll(async () => {
  await browser.close();
  await host.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function showYear(): Promise<ReturnType<Page['getByRole']>> {
  // Opened anew, with what is chosen before the person chose.
  await visit(page, '#/events');
  await visit(page, '#/history');
  await page.getByText('1 y', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Variables' }).fill('Runtime left');
  await page.getByRole('option', { name: 'Runtime left' }).click();
  await page.keyboard.press('Escape');
  const chart = page.getByRole('application');
  await chart.scrollIntoViewIfNeeded();
  await settled();
  return chart;
}

/** Until every tile in sight is there and nothing is asked any more. */
async function settled(): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.waitForTimeout(400);
}

describe('a year of four variables', () => {
  // How smoothly is measured by `npm run bench -- renderer`.
  it('is moved about, and shows what it moves to', async () => {
    const chart = await showYear();
    await keepPicture(page, 'browser', 'history-year');
    await panChart(page);
    await settled();
    await keepPicture(page, 'browser', 'history-panned');
    expect(await page.getByRole('radio', { name: 'Custom' }).isChecked()).toBe(true);
    await expect.poll(() => chart.locator('path[stroke]').count()).toBeGreaterThan(4);
  });

  it('is compared with the year before it, in the chart and in the table', async () => {
    await showYear();
    await page.getByText('30 d', { exact: true }).first().click();
    await page.getByRole('combobox', { name: 'Compare with' }).click();
    await page.getByRole('option', { name: 'A week earlier' }).click();
    await page.getByText(/^Dashed: /u).waitFor();
    await settled();
    await keepPicture(page, 'browser', 'history-compared');
    await page.getByText('Table', { exact: true }).click();
    await page.getByRole('columnheader', { name: 'Input voltage, compared' }).waitFor();
    await page.getByText('Chart', { exact: true }).click();
  });
});

it('the diary finds the evening that was planted, and nothing else', async () => {
  await visit(page, '#/history/diary');
  await keepPicture(page, 'browser', 'diary');
  const found = page.getByRole('region', { name: 'What stands out' }).getByRole('listitem');
  await expect
    .poll(() => found.allInnerTexts())
    .toEqual([
      expect.stringMatching(/^Sags: most between 6:00\sPM and 7:00\sPM/u),
      expect.stringMatching(/^Boosts: most between 6:00\sPM and 7:00\sPM/u),
    ]);
});
