/** Channels, what they are told, and what becomes of it, against a receiver that is sometimes not well. */
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { en } from '../../src-shared/texts/en/index.ts';
import type { Channel } from '../../src-shared/settings/notifications.ts';
import { flip, pick } from './hands.ts';
import { startWalk, type Walk } from './walk.ts';
import { serialUps, type SerialUps } from './wires.ts';

/** What is looked at of a message. */
const messageSchema = z.object({ test: z.boolean(), title: z.string() });
type Received = z.infer<typeof messageSchema> & { readonly authorization: string | undefined };

const { notifications: texts } = en;
const received: Received[] = [];
/** What the receiver answers. */
let answer = 204;
let receiver: Server;
let url: string;
let ups: SerialUps;
let walk: Walk;

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (bytes: Buffer) => (body += bytes.toString()));
    request.on('end', () => {
      const { authorization } = request.headers;
      if (answer === 204) received.push({ ...messageSchema.parse(JSON.parse(body)), authorization });
      response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const address = receiver.address();
  if (address === null || typeof address === 'string') throw new Error('a server on a port has an address');
  url = `http://127.0.0.1:${address.port}/hook`;
  ups = await serialUps('megatec');
  walk = await startWalk({ settings: { devices: [{ id: 'desk', uri: ups.uri, nickname: 'Desk' }] } });
  await walk.until('it is read', ({ devices: { desk } }) => desk?.link === 'live');
});
afterAll(async () => {
  await walk.close();
  await ups.pull();
  receiver.close();
});

const setting = async () => (await walk.engine.call('settings.get', {})).notifications;
const hook = async (): Promise<Channel | undefined> =>
  (await setting()).channels.find(({ kind }) => kind === 'webhook');
const of = (text: string, name = 'House'): string => text.replace('{{name}}', name);

describe('a channel', () => {
  it('is added once what was typed is right, and its test arrives with its secret', async () => {
    const { page } = walk;
    await walk.open('Notifications');
    await walk.look('Notifications at first');
    await page.getByRole('button', { name: texts.addChannel }).click();
    const form = page.getByRole('form', { name: texts.form.add });
    for (const kind of ['ntfy', 'telegram', 'email', 'desktop'] as const) {
      await form.getByText(texts.kinds[kind], { exact: true }).click();
      await walk.look(`the form of ${kind}`);
    }
    await form.getByText(texts.kinds.webhook, { exact: true }).click();
    await form.getByRole('button', { name: texts.form.save, exact: true }).click();
    await form.getByText(texts.fault.url).first().waitFor();
    await walk.look('a form with something missing');
    await form.getByRole('textbox', { name: texts.form.name }).fill('House');
    await form.getByRole('textbox', { name: texts.form.url }).fill(url);
    await pick(page, texts.form.auth, texts.form.auths.bearer);
    await form.getByLabel(texts.form.token).fill('a secret of the house');
    await form.getByRole('button', { name: texts.form.saveAndTest }).click();
    await page.getByText(of(texts.tested)).waitFor();
    expect(received).toMatchObject([{ test: true, authorization: 'Bearer a secret of the house' }]);
    expect(JSON.stringify(await walk.engine.call('settings.get', {}))).not.toContain('a secret of the house');
    await walk.look('a channel that works');
  });

  it('is told what is ticked, and nothing else', async () => {
    const { page } = walk;
    const tick = page.getByRole('checkbox', {
      name: texts.tell.replace('{{channel}}', 'House').replace('{{event}}', texts.groups.voltage),
    });
    await tick.setChecked(true);
    await expect.poll(async () => (await hook())?.groups).toContain('voltage');
    received.length = 0;
    ups.model.force({ mainsVoltage: 196 });
    await expect.poll(() => received.map(({ title }) => title)).toContainEqual(expect.stringContaining('Desk'));
    await tick.setChecked(false);
    await expect.poll(async () => (await hook())?.groups).not.toContain('voltage');
    ups.model.force({ mainsVoltage: 230 });
  });

  it('can be quiet at night', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: of(texts.editOf) }).click();
    await flip(page, texts.form.quiet);
    await page.getByLabel(`${texts.form.quiet}, ${texts.form.quietFrom}`).fill('21:30');
    await walk.look('the form of a channel with quiet hours');
    await page.getByRole('dialog').getByRole('button', { name: texts.form.save, exact: true }).click();
    await expect.poll(async () => (await hook())?.quiet).toEqual({ enabled: true, from: '21:30', to: '07:00' });
    await page.getByRole('button', { name: of(texts.editOf) }).click();
    await flip(page, texts.form.quiet);
    await page.getByRole('dialog').getByRole('button', { name: texts.form.save, exact: true }).click();
    await expect.poll(async () => (await hook())?.quiet.enabled).toBe(false);
  });
});

it('a threshold of the person’s own is told when it is crossed', async () => {
  const { page } = walk;
  received.length = 0;
  await page.getByRole('button', { name: texts.addThreshold }).click();
  const form = page.getByRole('form', { name: texts.threshold.add });
  await form.getByText(texts.threshold.missing).waitFor();
  await pick(page, texts.threshold.variable, 'Load');
  await form.getByRole('textbox', { name: texts.threshold.value }).fill('60');
  await form.getByRole('textbox', { name: texts.threshold.seconds }).fill('0');
  await walk.look('the form of a threshold');
  await form.getByRole('button', { name: en.common.save }).click();
  await expect.poll(async () => (await setting()).thresholds).toMatchObject([{ variable: 'ups.load', value: 60 }]);
  ups.model.force({ load: 0.8 * ups.model.profile.nominalRealPower });
  await expect.poll(() => received.length).toBeGreaterThan(0);
  expect(received[0]).toMatchObject({ test: false });
  await walk.look('a threshold');
});

it('what a failing channel does not take waits in the outbox, and goes when it is tried again', async () => {
  const { page } = walk;
  answer = 503;
  ups.model.force({ mainsVoltage: 0 });
  const retry = page.getByRole('button', { name: of(texts.retryOf) });
  await retry.waitFor();
  await page.getByText(texts.standing.failing).waitFor();
  await walk.look('an outbox with something that waits');
  expect((await walk.engine.call('notifications.outbox', {})).waiting.length).toBeGreaterThan(0);
  answer = 204;
  received.length = 0;
  await retry.click();
  await retry.waitFor({ state: 'detached' });
  expect(received.length).toBeGreaterThan(0);
  await page.getByRole('table', { name: texts.past }).getByText(texts.results.delivered).first().waitFor();
  await walk.look('an outbox that is empty');
});

it('the last channel can be removed, and then it says that nobody is told', async () => {
  const { page } = walk;
  for (const name of ['House', texts.kinds.desktop]) {
    await page.getByRole('button', { name: of(texts.removeOf, name) }).click();
    await page.getByRole('dialog').getByText(texts.removeText).waitFor();
    await walk.look('a channel that is to be removed');
    await page.getByRole('dialog').getByRole('button', { name: texts.remove, exact: true }).click();
  }
  await page.getByText(texts.noneTitle).waitFor();
  expect((await setting()).channels).toEqual([]);
  await walk.look('no channel');
});
