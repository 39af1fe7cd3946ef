/** The screens of the product, run in the machine, in a browser of this one: a UPS on USB is found, added and shown. */
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { EATON } from './live-devices.ts';
import { bootMachine, type Machine } from './machine.ts';
import { describeOnBench, recordedSpec } from './recordings.ts';

const RESULTS = join(import.meta.dirname, '../../test-results/usb-bench');
const UPS = 'eaton';
const SERVE = 'mainstay serve';
/** Where the screens are served inside the machine. */
const PORT = 8493;
/** An ordinary user, in the group that the shipped rule gives devices to. */
const USER = 1000;
const PLUGDEV = 46;
const DATA = '/run/mainstay';
/** Everything in the machine is emulated, and so is the engine that answers. Milliseconds. */
const PATIENCE = 60_000;

/** A port of this computer that nothing listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      server.close(() =>
        bound === null || typeof bound === 'string' ? reject(new Error('No port is free.')) : resolve(bound.port),
      );
    });
  });
}

describeOnBench('the screens with a UPS on USB', () => {
  let machine: Machine;
  let browser: Browser;
  let port: number;

  beforeAll(async () => {
    port = await freePort();
    machine = await bootMachine({ forward: { from: port, to: PORT }, screens: true });
    browser = await chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await machine?.halt();
  });

  it('find it, add it, and show it by its own name with live values', async () => {
    await machine.ask('plug', { name: UPS, port: 0, device: recordedSpec(EATON, true) });
    const parameters = ['-c', `mkdir ${DATA} && chown ${USER}:${USER} ${DATA}`];
    expect(await machine.ask('run', { command: 'sh', parameters })).toMatchObject({ code: 0 });
    await machine.ask('start', {
      name: SERVE,
      command: 'node',
      parameters: ['/bench/mainstay.js', 'serve', '--host', '0.0.0.0', '--port', String(PORT)],
      environment: { MAINSTAY_DATA: DATA },
      user: USER,
      group: PLUGDEV,
    });
    const link = await machine.ask('expect', { name: SERVE, pattern: '^http://', timeout: PATIENCE });
    if (link.found === null) throw new Error(`It is not served:\n${link.said.join('\n')}`);
    const kept = await machine.ask('run', { command: 'cat', parameters: [`${DATA}/browser-link`] });
    const url = new URL(z.object({ act: z.url() }).parse(JSON.parse(kept.out)).act);
    url.host = `127.0.0.1:${port}`;

    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(url.href);
    await page.locator('nav a[href="#/devices"]').first().click();
    await page.getByRole('button', { name: 'Look for UPSes' }).click();
    await page.getByRole('button', { name: new RegExp(`^Add: .*${EATON.productName}`) }).click();
    const all = (): Promise<string> => page.locator('body').innerText();
    await expect.poll(all, { timeout: 20_000 }).toContain('Already added');

    await page.locator('nav a[href="#/"]').first().click();
    const shown = page.locator('main');
    const text = (): Promise<string> => shown.innerText();
    await expect.poll(text, { timeout: PATIENCE }).toMatch(/\d\s*V\b/);
    // Some values come while the rest is still read.
    await expect.poll(text, { timeout: PATIENCE }).not.toMatch(/connecting|not read yet/i);
    const online = await text();
    console.log(`The overview of ${EATON.productName}:\n${online}`);
    mkdirSync(RESULTS, { recursive: true });
    await page.screenshot({ path: join(RESULTS, 'overview-online.png') });
    expect(online).toContain(EATON.productName);
    expect(online).toMatch(/\d\s*%/);
    expect(online).not.toMatch(/simulat/i);
    expect(online).not.toMatch(/on battery/i);

    await machine.ask('force', { name: UPS, change: { mainsVoltage: 0, charge: 63 } });
    await expect.poll(text, { timeout: PATIENCE }).toMatch(/on battery/i);
    await expect.poll(text, { timeout: PATIENCE }).toMatch(/\b6[0-3]\s*%/);
    await page.screenshot({ path: join(RESULTS, 'overview-on-battery.png') });
    await machine.ask('stop', { name: SERVE });
  });
});
