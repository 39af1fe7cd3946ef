import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startHeadless } from '../../src-main/hosts/headless/main.ts';
import { keepPicture, pictureName, routes, seeLiveValues, visit } from '../desktop/screens.ts';
import { complaints } from './look.ts';

const TOKEN = 'a-token-for-this-test';
const WATCH_TOKEN = 'a-token-for-watching';
const dataDir = mkdtempSync(join(tmpdir(), 'mainstay-browser-'));
const refused: string[] = [];
const start = (port: number): ReturnType<typeof startHeadless> =>
  startHeadless({
    port,
    tokens: { act: TOKEN, watch: WATCH_TOKEN },
    dataDir,
    onRefused: (reason) => refused.push(reason),
  });

let host: Awaited<ReturnType<typeof startHeadless>>;
let port: number;
let browser: Browser;
let context: BrowserContext | undefined;

beforeAll(async () => {
  host = await start(0);
  port = Number(new URL(host.url).port);
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--host-resolver-rules=MAP evil.example 127.0.0.1',
    ],
  });
});
afterEach(async () => {
  await context?.close();
  context = undefined;
});
afterAll(async () => {
  await browser.close();
  await host.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function open(url: string): Promise<Page> {
  context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Opens a WebSocket from inside a page and says how it went. */
function socketFrom(page: Page, address: string, protocols: readonly string[], message?: string): Promise<string> {
  return page.evaluate(
    ([to, offered, sent]) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(to, [...offered]);
        socket.addEventListener('open', () => (sent === undefined ? resolve('open') : socket.send(sent)));
        socket.addEventListener('message', (event) => resolve(String(event.data)));
        socket.addEventListener('close', (event) => resolve(`closed ${event.code}`));
      }),
    [address, protocols, message] as const,
  );
}

describe('the link', () => {
  it('opens live screens, and the token leaves the address bar', async () => {
    const page = await open(host.url);
    await seeLiveValues(page);
    expect(await page.innerText('body')).toMatch(/simulat/i);
    expect(page.url()).not.toContain(TOKEN);
    await page.reload();
    await seeLiveValues(page);
  });

  it.each([
    ['without its token', ''],
    ['with a wrong token', '#token=a-wrong-token-of-length'],
  ])('%s opens a page that says so and shows nothing', async (_name, fragment) => {
    const page = await open(`http://127.0.0.1:${port}/${fragment}`);
    await expect.poll(() => page.innerText('body')).toMatch(/link|token/i);
    await page.waitForTimeout(1000);
    expect(await page.innerText('body')).not.toMatch(/\d\s*V\b/);
    expect(refused.at(-1)).toContain('token');
  });
});

const watching = (page: Page): Promise<number> => page.getByText('This link may only watch').count();

describe('a link that is opened in a tab that shows Mainstay already', () => {
  it('counts from then on, and its token leaves the address bar', async () => {
    const page = await open(host.watchUrl);
    await seeLiveValues(page);
    await expect.poll(() => watching(page)).toBe(1);
    await visit(page, '#/events');
    // Only what is behind the # changes: nothing is loaded anew.
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await page.goto(host.url);
    await seeLiveValues(page);
    await expect.poll(() => watching(page)).toBe(0);
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
    expect(page.url()).toBe(`http://127.0.0.1:${port}/#/`);
    await page.reload();
    await seeLiveValues(page);
    expect(await watching(page)).toBe(0);
  });

  it.each([
    ['without a token', ''],
    ['with a wrong one', '#token=a-wrong-token-of-length'],
  ])('opens it also where the tab was refused %s', async (_name, fragment) => {
    const page = await open(`http://127.0.0.1:${port}/${fragment}`);
    await page.getByText('This window may not see Mainstay').waitFor();
    await page.goto(host.url);
    await seeLiveValues(page);
    expect(await page.getByText('This window may not see Mainstay').count()).toBe(0);
    expect(page.url()).not.toContain(TOKEN);
  });

  it('refuses it where the token of the link is wrong, whatever was shown before', async () => {
    const page = await open(host.url);
    await seeLiveValues(page);
    await page.goto(`http://127.0.0.1:${port}/#token=a-wrong-token-of-length`);
    await page.getByText('This window may not see Mainstay').waitFor();
  });
});

describe('a stranger’s page', () => {
  let stranger: Server;
  let address: string;
  beforeAll(async () => {
    stranger = createServer((_request, response) => response.end('<!doctype html><title>stranger</title>'));
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    const bound = stranger.address();
    if (bound === null || typeof bound === 'string') throw new Error('a server on a port has an address');
    address = `http://127.0.0.1:${bound.port}/`;
  });
  afterAll(() => stranger.close());

  it('cannot open the wire, even with the token', async () => {
    const page = await open(address);
    expect(await socketFrom(page, `ws://127.0.0.1:${port}/wire`, [`mainstay.${TOKEN}`])).toBe('closed 1006');
    expect(refused.at(-1)).toContain('origin');
  });

  it('cannot read our files nor frame them', async () => {
    const page = await open(address);
    expect(await page.evaluate((to) => fetch(to).then(String, () => 'refused'), `http://127.0.0.1:${port}/`)).toBe(
      'refused',
    );
    await page.evaluate((to) => {
      const frame = document.createElement('iframe');
      frame.src = to;
      document.body.append(frame);
    }, host.url);
    await page.waitForTimeout(1000);
    const framed = page.frames().find((frame) => frame !== page.mainFrame());
    expect(await framed?.evaluate(() => document.querySelector('#root')).catch(() => null)).toBeFalsy();
  });

  it('cannot become ours by pointing its name at us', async () => {
    const page = await open(`http://evil.example:${port}/#token=${TOKEN}`);
    expect(await page.innerText('body')).toContain('does not answer to the name "evil.example"');
    expect(await socketFrom(page, `ws://evil.example:${port}/wire`, [`mainstay.${TOKEN}`])).toBe('closed 1006');
  });
});

describe('protection', () => {
  it('foresees an outage by the rules on the page, and does not arm on a simulation', async () => {
    const page = await open(host.url);
    await seeLiveValues(page);
    await visit(page, '#/protection');
    const steps = page.getByRole('list', { name: 'What would happen, step by step' }).getByRole('listitem');
    await expect.poll(() => steps.allInnerTexts()).toContainEqual(expect.stringMatching(/mains is lost/i));
    expect(await steps.count()).toBeGreaterThan(2);
    await page.getByText('Armed', { exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Protection cannot be armed yet').waitFor();
    expect(await dialog.getByRole('button', { name: 'Arm', exact: true }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Protection: Practice').waitFor();
  });

  it('rehearses with the UPS at hand and leaves a card when the drill is broken off', async () => {
    const page = await open(host.url);
    await seeLiveValues(page);
    await visit(page, '#/protection/drill');
    await page.getByRole('button', { name: 'Start the drill' }).click();
    await page.getByRole('heading', { name: 'Pull the plug now' }).waitFor();
    await page.getByRole('button', { name: 'Cancel the drill' }).click();
    await page.getByText('The drill ended early').waitFor();
    await page.getByText('Ended early', { exact: true }).waitFor();
  });
});

/** Where the wire is, once the host runs. */
const wire = (): string => `ws://127.0.0.1:${port}/wire`;

describe('the wire in a browser', () => {
  it('answers a malformed message with an error', async () => {
    const page = await open(host.url);
    const answer = await socketFrom(page, wire(), [`mainstay.${TOKEN}`], '{"type":"call","id":0}');
    expect(JSON.parse(answer)).toMatchObject({ type: 'error', error: { code: 'bad-input' } });
  });

  it('hangs up on a message that is too large (1009)', async () => {
    const page = await open(host.url);
    expect(await socketFrom(page, wire(), [`mainstay.${TOKEN}`], 'x'.repeat(1 << 20))).toBe('closed 1009');
  });

  it('is found again after the host was restarted', async () => {
    const page = await open(host.url);
    await seeLiveValues(page);
    await host.close();
    await expect.poll(() => page.innerText('body')).toMatch(/connect|contact|reach/i);
    host = await start(port);
    await seeLiveValues(page);
    await expect.poll(() => page.innerText('body')).not.toMatch(/reconnect/i);
  });
});

it('every screen shows without errors, with nothing that axe objects to in either theme', async () => {
  const page = await open(host.url);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await seeLiveValues(page);
  const found: string[] = [];
  for (const route of [...(await routes(page)), '#/history/diary', '#/protection/drill', '#/countdown']) {
    await visit(page, route);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await keepPicture(page, 'browser', pictureName(route, colorScheme));
    }
    found.push(...(await complaints(page)).map((complaint) => `${route}: ${complaint}`));
  }
  expect(found).toEqual([]);
  expect(errors).toEqual([]);
});
