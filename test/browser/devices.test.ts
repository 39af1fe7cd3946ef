/** From nothing to several UPSes: the first run, adding by hand and by search, changing, removing; and links in trouble. */
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../src-shared/texts/en/index.ts';
import { type Snmpsim, startSnmpsim } from '../peers/snmpsim.ts';
import { flip, pick } from './hands.ts';
import { startWalk, type Walk } from './walk.ts';
import { serialUps, type SerialUps } from './wires.ts';

const DRIVERS = join(import.meta.dirname, '..', '..', 'drivers');
const AGENT = join(DRIVERS, 'snmp', 'fixtures', 'netman-204.snmprec');
/** Readings without what a UPS is recognised by. */
const STRANGER = join(DRIVERS, 'apcsmart', 'fixtures', 'su420inet.exchange');

let ups: SerialUps;
let agent: Snmpsim;
let walk: Walk;
beforeAll(async () => {
  [ups, agent, walk] = await Promise.all([serialUps('megatec'), startSnmpsim({ reader: AGENT }), startWalk()]);
});
afterAll(async () => {
  await walk.close();
  await Promise.all([ups.pull().catch(() => undefined), agent.close()]);
});

/** The row of a UPS in the list. */
const row = (name: string) =>
  walk.page
    .getByRole('button', { name: en.devices.editTitle.replace('{{name}}', name) })
    .locator('xpath=ancestor::div[contains(@class, "row")]');
const ids = (): string[] => Object.keys(walk.state().devices);

describe('with no UPS', () => {
  it.each([
    ['Overview', en.welcome.title],
    ['History', en.history.noDeviceTitle],
    ['Energy', en.energy.noDeviceTitle],
    ['Protection', en.preview.none],
    ['Battery', en.battery.noDeviceText],
    ['Device', en.device.noDeviceText],
    ['Devices', en.devices.emptyTitle],
    ['Diagnostics', en.diagnostics.noDeviceTitle],
  ])('%s says what to do', async (screen, says) => {
    await walk.open(screen);
    await walk.page.getByText(says).first().waitFor();
    await walk.look(screen);
  });

  it('shows a simulated one when it is asked to, and hides it again', async () => {
    const { page } = walk;
    await walk.open('Devices');
    await page.getByRole('button', { name: en.devices.demoShow }).click();
    await page.getByText('Demo UPS').waitFor();
    await walk.look('the demo in the list');
    await page.getByRole('button', { name: en.devices.demoHide }).click();
    await page.getByText(en.devices.emptyTitle).waitFor();
  });
});

describe('a UPS on a serial port', () => {
  it('is tried, and added by hand', async () => {
    const { page } = walk;
    const form = page.getByRole('form', { name: en.devices.addTitle });
    await form.getByText(en.devices.missing.path).waitFor();
    await form.getByRole('textbox', { name: en.devices.path }).fill(ups.path);
    await form.getByRole('textbox', { name: en.devices.nickname }).fill('Study');
    await pick(page, en.devices.driver, /Megatec/u);
    await form.getByRole('button', { name: en.devices.try }).click();
    await page
      .getByText(/Megatec/u)
      .filter({ visible: true })
      .first()
      .waitFor();
    await walk.look('a UPS that was tried');
    expect(ids()).toEqual([]);
    await form.getByRole('button', { name: en.devices.add, exact: true }).click();
    await row('Study').getByText(en.contact.live).waitFor();
    expect(ids()).toHaveLength(1);
    expect(ups.heard()).toContain('Q1');
    await walk.look('a UPS that was added');
  });

  it('is renamed, and switched off and on', async () => {
    const { page } = walk;
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: en.devices.editTitle.replace('{{name}}', 'Study') }).click();
    await dialog.getByRole('textbox', { name: en.devices.nickname }).fill('Library');
    await dialog.getByRole('checkbox', { name: en.devices.feeds }).setChecked(false);
    await walk.look('the form of a UPS');
    await dialog.getByRole('button', { name: en.common.save }).click();
    await row('Library').waitFor();
    expect(Object.values(walk.state().devices)).toMatchObject([{ name: 'Library', feedsThisComputer: false }]);

    await page.getByRole('button', { name: en.devices.editTitle.replace('{{name}}', 'Library') }).click();
    await flip(page, en.devices.enabled);
    await dialog.getByRole('button', { name: en.common.save }).click();
    await row('Library').getByText(en.contact.disabled).waitFor();
    ups.heard();
    await walk.open('Overview');
    await page.getByText(en.hero.contact.disabled.replace('{{name}}', 'Library')).waitFor();
    await walk.look('a UPS that is switched off');
    expect(ups.heard()).toBe('');
    await walk.open('Devices');
    await page.getByRole('button', { name: en.devices.editTitle.replace('{{name}}', 'Library') }).click();
    await flip(page, en.devices.enabled);
    await dialog.getByRole('button', { name: en.common.save }).click();
    await row('Library').getByText(en.contact.live).waitFor();
  });

  it('that loses its cable says so on every screen that shows it', async () => {
    const { page } = walk;
    await ups.pull();
    await walk.until('it is gone', ({ devices }) => Object.values(devices)[0]?.link === 'lost');
    for (const screen of ['Devices', 'Device', 'Battery', 'Energy', 'Diagnostics', 'Overview']) {
      await walk.open(screen);
      // Why it cannot be reached changes as it is tried again.
      await expect
        .poll(() => page.getByRole('main').innerText())
        .toContain(Object.values(walk.state().devices)[0]?.linkMessage);
      await walk.look(`${screen} of a UPS that is lost`);
    }
    await page.getByText(en.hero.contact.lost.replace('{{name}}', 'Library')).waitFor();
  });

  it('is removed once that is confirmed', async () => {
    const { page } = walk;
    const remove = page.getByRole('button', { name: `${en.devices.remove}: Library` });
    await walk.open('Devices');
    await remove.click();
    await page.getByRole('dialog').getByRole('button', { name: en.common.cancel }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(ids()).toHaveLength(1);
    await remove.click();
    await walk.look('a UPS that is to be removed');
    await page.getByRole('dialog').getByRole('button', { name: en.devices.remove }).click();
    await page.getByText(en.devices.emptyTitle).waitFor();
    expect(ids()).toEqual([]);
    const events = async () => (await walk.engine.call('events.query', { kinds: ['device-removed'] })).events;
    await expect.poll(events).toHaveLength(1);
  });
});

describe('a UPS on the network', () => {
  it('is found where the person says, and added', async () => {
    const { page } = walk;
    await walk.open('Devices');
    await page.getByRole('textbox', { name: en.devices.hosts }).fill(`reader@127.0.0.1:${agent.port}`);
    await page.getByRole('button', { name: en.devices.find }).click();
    const found = page.getByRole('button', { name: `${en.devices.add}: RPS SpA` });
    await found.waitFor();
    await walk.look('a UPS that was found');
    await found.click();
    await page.getByText(en.devices.known).waitFor();
    await walk.until('it is read', ({ devices }) => Object.values(devices)[0]?.link === 'live');
    expect(Object.values(walk.state().devices)).toMatchObject([{ driver: 'snmp' }]);
    await walk.open('Overview');
    await page.getByTestId('hero').waitFor();
    await walk.look('a UPS on the network');
  });
});

describe('a port that cannot be used', () => {
  // Only root can be anybody else for a while.
  const root = process.seteuid !== undefined && process.getuid?.() === 0;
  it.runIf(root)('says whose permission is missing', async () => {
    const { page } = walk;
    const closed = await serialUps('apcsmart');
    const path = `${closed.path}-of-root`;
    await walk.engine.call('devices.add', { uri: `serial:${path}?driver=apcsmart`, nickname: 'Closed' });
    await walk.until('it is not there', ({ devices }) => Object.values(devices).some(({ link }) => link === 'lost'));
    symlinkSync(closed.path, path);
    await walk.asNobody(async () => {
      await walk.until('it is denied', ({ devices }) => Object.values(devices).some(({ link }) => link === 'denied'));
      await walk.open('Devices');
      await row('Closed').getByText(en.contact.denied).waitFor();
      await row('Closed').getByText('sudo usermod').waitFor();
      await walk.look('a port that is denied');
      await walk.open('Overview');
      await page.getByRole('main').getByRole('link', { name: 'Closed' }).click();
      await page.getByText(en.hero.contact.denied.replace('{{name}}', 'Closed')).waitFor();
      await walk.look('the Overview of a UPS that is denied');
    });
    await closed.pull();
  });

  it('says that another program has it, and that what answers is not understood', async () => {
    const { page } = walk;
    const held = await serialUps('megatec');
    const uris = {
      Holder: held.uri,
      Shared: `serial:${held.path}`,
      Stranger: `replay:${STRANGER}`,
    };
    for (const [nickname, uri] of Object.entries(uris)) {
      await walk.engine.call('devices.add', { uri, nickname });
      await walk.until(nickname, ({ devices }) =>
        Object.values(devices).some(({ name, link }) => name === nickname && link !== 'connecting'),
      );
    }
    for (const [name, link] of [
      ['Shared', 'in-use'],
      ['Stranger', 'unrecognised'],
    ] as const) {
      await walk.open('Devices');
      await row(name).getByText(en.contact[link]).waitFor();
      await walk.look(`a port that is ${link}`);
      await walk.open('Overview');
      await page.getByRole('main').getByRole('link', { name }).click();
      await page.getByText(en.hero.contact[link].replace('{{name}}', name)).waitFor();
      await walk.look(`the Overview of a UPS whose port is ${link}`);
    }
    await held.pull();
  });
});
