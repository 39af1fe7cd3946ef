/** What every screen shows while the engine's answer is on its way, when there is none, and when the wire is cut. */
import type { Page, WebSocketRoute } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CallName } from '../../src-shared/contract/index.ts';
import { en } from '../../src-shared/texts/en/index.ts';
import { complaints, settled } from './look.ts';
import { startWalk, type Walk } from './walk.ts';

/** Each screen that asks for something, and for what. */
const ASKING: readonly (readonly [screen: string, path: string, call: CallName])[] = [
  ['History', '#/history', 'history.variables'],
  ['the diary', '#/history/diary', 'diary.query'],
  ['Energy', '#/energy', 'energy.query'],
  ['Events', '#/events', 'events.query'],
  ['the drill', '#/protection/drill', 'drill.cards'],
  ['Battery', '#/battery', 'battery.report'],
  ['Notifications', '#/notifications', 'notifications.outbox'],
  ['Diagnostics', '#/diagnostics', 'diagnostics.device'],
];
const callSchema = z.object({ type: z.literal('call'), id: z.number(), name: z.string() });
const WHY = 'The disk of this computer is full.';

/** What happens to calls on their way: to which, and what. */
let meddle: { readonly call: CallName; readonly by: 'holding' | 'refusing' } | undefined;
/** Calls that are held; each goes on when it is called. */
let held: (() => void)[] = [];
let wire: WebSocketRoute | undefined;
/** Until this is called, what the engine says is kept back. */
let release = (): void => undefined;
const released = new Promise<void>((resolve) => {
  release = resolve;
});
let walk: Walk;
let page: Page;

beforeAll(async () => {
  walk = await startWalk({ settings: { demo: true } });
  page = await walk.browser.newPage({ locale: 'en-GB', reducedMotion: 'reduce' });
  await page.routeWebSocket(/\/wire$/u, (socket) => {
    wire = socket;
    const engine = socket.connectToServer();
    engine.onMessage((message) => void released.then(() => socket.send(message)));
    socket.onMessage((message) => {
      const call = callSchema.safeParse(JSON.parse(message.toString()));
      if (!call.success || call.data.name !== meddle?.call) engine.send(message);
      else if (meddle.by === 'holding') held.push(() => engine.send(message));
      else socket.send(JSON.stringify({ type: 'error', id: call.data.id, error: { code: 'internal', message: WHY } }));
    });
  });
  await page.goto(walk.url);
});
afterAll(() => walk.close());

const look = async (what: string): Promise<void> => {
  await page.mouse.move(0, 0);
  expect.soft(await complaints(page), what).toEqual([]);
};
const goTo = async (path: string): Promise<void> => {
  // From another screen, so that it is opened anew.
  await page.evaluate(() => void (window.location.hash = '#/preferences'));
  await page.getByText(en.preferences.look, { exact: true }).waitFor();
  await settled(page);
  await page.evaluate((hash) => void (window.location.hash = hash), path);
};

it('the screens say that they wait for the first values', async () => {
  await page.getByText(en.connection.loadingTitle).waitFor();
  await look('waiting for the first values');
  release();
  await page.getByTestId('hero').waitFor();
});

describe.each(ASKING)('%s', (screen, path, call) => {
  it('shows that it waits, and then what came', async () => {
    meddle = { call, by: 'holding' };
    await goTo(path);
    const waiting = page.getByRole('status', { name: en.common.loading }).or(page.locator('[aria-busy="true"]'));
    await waiting.first().waitFor();
    await expect.poll(() => held.length).toBeGreaterThan(0);
    await look(`${screen}, waiting`);
    meddle = undefined;
    for (const go of held) go();
    held = [];
    await waiting.first().waitFor({ state: 'detached' });
  });

  it('says why nothing came, and asks again when it is told to', async () => {
    meddle = { call, by: 'refusing' };
    await goTo(path);
    const why = page.getByText(WHY);
    await why.first().waitFor();
    await look(`${screen}, without an answer`);
    meddle = undefined;
    // One after the other, where several parts of a screen ask; some ask again by themselves meanwhile.
    for (let left = await why.count(); left > 0; left = await why.count()) {
      const again = page.getByRole('button', { name: en.common.retry }).first();
      await again.click({ timeout: 5000 }).catch(() => undefined);
      await expect.poll(() => why.count()).toBeLessThan(left);
    }
  });
});

it('a wire that is cut is told, with the age of what is shown, and found again', async () => {
  await page.evaluate(() => void (window.location.hash = '#/'));
  await page.getByTestId('hero').waitFor();
  await wire?.close({ code: 1001 });
  await page.getByText(en.connection.lostTitle).waitFor();
  await page.getByTestId('hero').waitFor();
  await look('a wire that was cut');
  // It is tried again by itself.
  await page.getByText(en.connection.lostTitle).waitFor({ state: 'detached' });
});
